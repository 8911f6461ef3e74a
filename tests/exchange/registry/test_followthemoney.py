# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from typing import Any

import pytest

from archivist.errors import RegistryRefused
from archivist.model import Alias, Kind, RecordDraft, Role
from archivist.store import Archive
from tests.exchange.registry.conftest import Load


def entity(schema: str, id_: str = "a1", **properties: Any) -> str:
    return json.dumps({"id": id_, "schema": schema, "properties": properties}, ensure_ascii=False) + "\n"


def test_a_person_is_an_actor(archive: Archive, load: Load) -> None:
    report = load(
        entity(
            "Person",
            name=["Олег Гнатюк", "Oleh Hnatiuk"],
            alias=["О. Г."],
            weakAlias=["Олег"],
            wikidataId=["Q42"],
            innCode=["123"],
            position=["міністр"],
            notes=["з довідника"],
        ),
        "people.ftm.json",
    )
    [record] = archive.records.all()
    assert record.draft == RecordDraft(
        Kind.ACTOR,
        "Олег Гнатюк",
        note="з довідника",
        aliases=(Alias("Oleh Hnatiuk"), Alias("О. Г."), Alias("Олег")),
        type="person",
        roles=(Role("міністр"),),
        external_ids={"inn": "123", "wikidata": "Q42"},
    )
    assert (report.format, report.counts["new"]) == ("followthemoney", 1)


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        *(("Organization", "organisation"), ("Company", "organisation"), ("PublicBody", "state body")),
        *(("LegalEntity", ""), ("Address", "place")),
    ],
)
def test_each_schema_is_a_type_of_actor(archive: Archive, load: Load, schema: str, type_: str) -> None:
    load(entity(schema, **{"full" if schema == "Address" else "name": ["Назва"]}), "x.json")
    assert [(record.kind, record.draft.type, record.name) for record in archive.records.all()] == [
        (Kind.ACTOR, type_, "Назва")
    ]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({"date": ["2022-01-05"]}, "2022-01-05"),
        ({"startDate": ["2022-01-02"], "endDate": ["2022-01-10"]}, "2022-01-02/2022-01-10"),
        ({"startDate": ["2022"], "endDate": ["2022"]}, "2022"),
        ({"endDate": "2022-01"}, "2022-01"),
        ({}, ""),
    ],
)
def test_an_event_has_its_time(archive: Archive, load: Load, dates: dict[str, Any], expected: str) -> None:
    load(entity("Event", name=["Страйк"], location=["Київ"], **dates), "x.json")
    [record] = archive.records.all()
    assert (record.kind, record.draft.date, record.draft.place) == (Kind.EVENT, expected, "Київ")


def test_other_schemata_are_left_out_and_counted(archive: Archive, load: Load) -> None:
    lines = entity("Vessel", name=["Б"]) + entity("Ownership") * 2 + entity("Person", name=["Олег"])
    report = load(lines, "x.ijson")
    assert report.left_out == {"schema Vessel": 1, "schema Ownership": 2}
    assert report.counts["new"] == 1


def test_the_caption_is_the_name_where_it_is_one_of_them(archive: Archive, load: Load) -> None:
    value = {"id": "Q7", "caption": "Б", "schema": "Person", "properties": {"name": ["А", "Б"]}}
    load(json.dumps(value), "x.json")
    [record] = archive.records.all()
    assert (record.name, record.draft.aliases) == ("Б", (Alias("А"),))
    assert record.draft.external_ids == {"wikidata": "Q7"}


def test_broken_lines_are_told_and_the_rest_is_loaded(archive: Archive, load: Load) -> None:
    deep = b'{"a":' * 100_000
    lines = [
        entity("Person", name=["Олег"]).strip().encode(),
        b"{",
        b'"text"',
        b'{"schema": "Person"}',
        b'{"schema": 7}',
        deep,
        b'{"id": "1", "schema": "Person", "properties": {"name": ["\xff"]}}',
        entity("Person", "2").strip().encode(),
        entity("Event", "3", name=["Страйк"], date=["учора"]).strip().encode(),
        b'{"id": "4", "schema": "Person", "properties": {"name": [1, null, {"a": 2}]}}',
    ]
    report = load(b"\n".join(lines), "x.json")
    assert [line.line for line in report.refused] == [2, 3, 4, 5, 6, 7, 8, 9, 10]
    assert report.refused[6].detail == "“” is no possible name of a record"
    assert report.refused[7].detail == "“учора” is not a date that can be understood."
    assert all(len(line.detail) < 300 for line in report.refused)
    assert archive.records.count() == 1


def test_a_json_list_is_refused(archive: Archive, load: Load) -> None:
    with pytest.raises(RegistryRefused, match="one object a line"):
        load("[" + entity("Person", name=["Олег"]) + "]", "x.json")
