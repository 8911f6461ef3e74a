# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.exchange.bundle.record_documents import read_records, read_relations, write_registry
from archivist.model import Alias, Kind, Node, NodeType, Record, RecordDraft, Relation, Role

MOMENT = "2026-01-31T09:15:00.123Z"
EVENT = Record(
    row=0,
    id="2b6f0cc9-0000-4000-8000-000000000011",
    draft=RecordDraft(
        Kind.EVENT,
        "Страйк 😀",
        note="перший\nдругий",
        aliases=(Alias("Strike", "en"), Alias("إضراب")),
        type="протест",
        external_ids={"acled": "KAZ1", "wikidata": "Q1"},
        date="2022-01-05/2022-01~",
        place="Київ",
        parent="2b6f0cc9-0000-4000-8000-000000000012",
    ),
    annotation_count=0,
    created_by="Olena",
    created_at=MOMENT,
    modified_at=MOMENT,
)
ACTOR = replace(
    EVENT,
    id="2b6f0cc9-0000-4000-8000-000000000013",
    draft=RecordDraft(Kind.ACTOR, "О. К.", type="person", roles=(Role("міністр", "МВС", "2019", "2022-01-05"),)),
)
RELATION = Relation(
    id="2b6f0cc9-0000-4000-8000-000000000014",
    type="participant",
    source=Node(NodeType.RECORD, EVENT.id),
    target=Node(NodeType.ANNOTATION, ACTOR.id),
    note="непевно",
    created_by="Olena",
    created_at=MOMENT,
)
NAMES = st.text("абв =@-|;'\"", min_size=1).map(str.strip).filter(bool).map(lambda name: " ".join(name.split()))


def written(*batches: list[Record], relations: tuple[Relation, ...] = ()) -> bytes:
    return b"".join(write_registry(batches, relations))


def test_records_and_relations_are_read_back_as_they_were() -> None:
    raw = written([EVENT], [], [ACTOR], relations=(RELATION, replace(RELATION, id=EVENT.id)))
    assert list(read_records([raw])) == [EVENT, ACTOR]
    assert list(read_relations([raw])) == [RELATION, replace(RELATION, id=EVENT.id)]


@given(st.lists(st.lists(NAMES, max_size=3), max_size=3))
def test_batches_of_any_size_make_one_document(batches: list[list[str]]) -> None:
    records = [[replace(ACTOR, draft=RecordDraft(Kind.ACTOR, name)) for name in names] for names in batches]
    value = json.loads(written(*records))
    assert [record["name"] for record in value["records"]] == [name for names in batches for name in names]
    assert value["relations"] == []


def test_each_record_is_a_line_of_its_own() -> None:
    lines = written([EVENT, ACTOR], relations=(RELATION,)).splitlines()
    assert [json.loads(line.rstrip(b","))["id"] for line in lines if line.startswith(b'{"id"')] == [
        *(EVENT.id, ACTOR.id, RELATION.id)
    ]


def changed(part: str, change: Callable[[dict[str, Any]], object]) -> bytes:
    value = json.loads(written([EVENT, ACTOR], relations=(RELATION,)))
    change(value[part][-1])
    return json.dumps(value).encode()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda record: record.update(kind="animal"), "record 2: its “kind”: “animal” is no kind of record"),
        (lambda record: record.update(kind="date"), "no kind of record"),
        (lambda record: record.update(name=" "), "“ ” is no possible name of a record"),
        (lambda record: record.update(type="dragon"), "“dragon” is no possible type of an actor"),
        (lambda record: record["roles"][0].update(since="учора"), "“учора” is no date"),
        (lambda record: record["roles"][0].update(until="2018"), "“2019 to 2018” is no possible time of a role"),
        (lambda record: record.update(date="2022"), "is no possible field of a record of kind actor"),
        (lambda record: record.update(id="../../etc"), "its “id” is not a UUID"),
        (lambda record: record.update(parent="МВС"), "its “parent” is not a UUID"),
        (lambda record: record.update(external_ids={"wikidata": 1}), "its “wikidata” is not a text"),
        (lambda record: record.update(external_ids=[]), "its “external_ids” is not an object"),
        (lambda record: record.update(aliases=["МВС"]), "its “aliases” is not an object or a list of them"),
        (lambda record: record.update(created_at="now"), "its “created_at” is not a date and time"),
        (lambda record: record.pop("kind"), "it has no “kind”"),
    ],
)
def test_what_is_no_record_is_told_by_its_number(change: Callable[[dict[str, Any]], object], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        list(read_records([changed("records", change)]))


def test_an_event_without_a_date_that_exists_is_refused() -> None:
    value = json.loads(written([EVENT]))
    value["records"][0]["date"] = "2022-02-30"
    with pytest.raises(ValueError, match="record 1: “2022-02-30” is no date"):
        list(read_records([json.dumps(value).encode()]))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda relation: relation.update(type="\t"), "relation 1: its “type” is empty"),
        (lambda relation: relation["source"].update(type="article"), "“article” is nothing that a relation joins"),
        (lambda relation: relation["target"].update(id="x"), "its “id” is not a UUID"),
        (lambda relation: relation.pop("source"), "it has no “source”"),
        (lambda relation: relation.update(source=[]), "its “source” is not an object"),
    ],
)
def test_what_is_no_relation_is_told_by_its_number(change: Callable[[dict[str, Any]], object], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        list(read_relations([changed("relations", change)]))
