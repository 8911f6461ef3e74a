# SPDX-License-Identifier: GPL-3.0-or-later
"""FollowTheMoney entities, written and read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archivist.errors import EmptyFile, UnsupportedFile
from archivist.exchange import Selection, TagMapping, export
from archivist.exchange.ftm import FORMAT
from archivist.exchange.ftm.values import Values
from archivist.exchange.incoming.taking_in import take_in
from archivist.exchange.items import ReadRecord, ReadRelation
from archivist.model import Article, Kind, Node, NodeType, RecordDraft
from archivist.store import Archive
from tests.exchange.brought_back import contents_of, items_of, problems_of, written
from tests.long_work import run_to_end

Add = Callable[..., Article]


def entities(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def test_an_export_is_read_back_and_tells_what_it_loses(
    archive: Archive, articles: list[Article], tmp_path: Path
) -> None:
    selection = Selection(tuple(article.id for article in articles))
    report = run_to_end(export(archive, FORMAT, selection, tmp_path / "out.jsonl"))
    told = {loss.what: loss.count for loss in report.losses}
    assert told["annotations"] == 6
    assert told["records of figures"] == told["what events are a part of"] == told["texts"] == 1
    assert told["relations of annotations and records"] == told["dates of publication"] == 1
    assert told["ids of records elsewhere"] == told["roles of actors that are no persons"] == 1
    assert report.records == 5
    assert not [loss for loss in report.losses if loss.why.startswith(("is ", "was "))]  # of what there are several


def test_actors_events_and_their_links_come_back(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    contents = contents_of(archive)
    written(FORMAT, contents, tmp_path / "out.jsonl")
    assert FORMAT.recognises is not None
    assert FORMAT.recognises(tmp_path / "out.jsonl")
    items = items_of(FORMAT, tmp_path / "out.jsonl")
    read = {item.id: item.draft for item in items if isinstance(item, ReadRecord)}
    kept = {record.id: record.draft for record in contents.records() if record.kind != "figure"}
    assert {id_: (draft.kind, draft.name, draft.note) for id_, draft in read.items()} == {
        id_: (draft.kind, draft.name, draft.note) for id_, draft in kept.items()
    }
    ministry = next(draft for draft in read.values() if draft.name == "Міністерство")
    assert (ministry.type, dict(ministry.external_ids)) == ("state body", {"wikidata": "Q42"})
    wave = next(draft for draft in read.values() if draft.name == "Хвиля страйків")
    assert wave.date == "2022-01/2022-02"
    [relation] = [item for item in items if isinstance(item, ReadRelation)]
    [ours] = [each for each in contents.belonging.relations if each.type == "participant"]
    assert (relation.id, relation.source, relation.target, relation.note) == (
        *(ours.id, ours.source.id, ours.target.id, ours.note),
    )
    told = {problem.what.split(" were")[0] for problem in problems_of(items)}
    assert {"2 of the schema Article", "3 of the schema Mention", "2 of the schema Documentation"} <= told
    assert any("“keywords” of a Event" in what for what in told)


def test_what_is_said_of_records_is_documented(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("Страйк у Києві\nМінтруд каже", url="https://a.example/1?q=ї", published="2022-01-05")
    tags = archive.tags
    strike = archive.records.add(RecordDraft(Kind.EVENT, "Страйк", date="2022-01-05"))
    party = archive.records.add(RecordDraft(Kind.ACTOR, "Мінтруд", type="state body"))
    union = archive.records.add(RecordDraft(Kind.ACTOR, "Профспілка", type="organisation"))
    kyiv = archive.records.add(RecordDraft(Kind.ACTOR, "Київ", type="place"))
    archive.relations.add("participant", Node(NodeType.RECORD, strike.id), Node(NodeType.RECORD, party.id))
    archive.relations.add("member of", Node(NodeType.RECORD, party.id), Node(NodeType.RECORD, union.id))
    for quote, tag, record in (
        ("Страйк", "strike", strike),
        ("Мінтруд", "ministry", party),
        ("Києві", "ministry", kyiv),
    ):
        mark = archive.annotations.add_quote(article.id, quote, tags.named(tag).id)
        archive.records.link([mark.id], record.id)
    losses = written(FORMAT, contents_of(archive), tmp_path / "out.jsonl")
    assert losses == []
    found = entities(tmp_path / "out.jsonl")
    assert [one["schema"] for one in found].count("Mention") == 3
    by_schema = {one["schema"]: one["properties"] for one in found}
    assert by_schema["Article"]["sourceUrl"] == ["https://a.example/1?q=ї"]
    assert by_schema["Event"] == {"name": ["Страйк"], "date": ["2022-01-05"], "involved": [party.id]}
    assert by_schema["Address"] == {"name": ["Київ"], "full": ["Київ"]}
    assert by_schema["Membership"] == {"member": [party.id], "organization": [union.id], "role": ["member of"]}
    documented = [one["properties"] for one in found if one["schema"] == "Documentation"]
    assert {"document": [article.id], "entity": [strike.id], "role": ["strike"], "summary": ["Страйк"]} in documented
    resolved = {
        one["properties"]["name"][0]: one["properties"].get("resolved") for one in found if one["schema"] == "Mention"
    }
    assert resolved == {"Страйк": None, "Мінтруд": [party.id], "Києві": None}


def test_the_same_gives_the_same_bytes(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        written(FORMAT, contents_of(archive), tmp_path / name)
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("edtf", "expected", "told"),
    [
        ("2022", "2022", False),
        ("2022-01", "2022-01", False),
        ("2022-01-05", "2022-01-05", False),
        ("2022-01-05T10:00:00Z", "2022-01-05T10:00:00", False),
        ("2022~", "2022", True),
        ("2022-01-05?", "2022-01-05", True),
        ("2022-21", "2022", True),  # spring
        ("2022-01-03/2022-01-05", "2022-01", True),
        ("2021/2022", "", True),
        ("0987", "", True),
        ("", "", False),
    ],
)
def test_a_date_is_as_exact_as_it_can_be_said(edtf: str, expected: str, told: bool) -> None:
    values = Values()
    assert values.date("dates", edtf) == expected
    assert [loss.what for loss in values.losses()] == ["dates"] * told


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/x?y#z", "https://a.example/x?y#z"),
        ("http://новини.укр/ї", "http://новини.укр/ї"),
        ("HTTPS://A.example", "https://A.example/"),
        ("http://[::1", ""),
        ("file:///etc/passwd", ""),
        ("немає", ""),
        ("http://a b.example/", ""),
        ("http://a.example:port/", ""),
    ],
)
def test_an_address_has_a_host(url: str, expected: str) -> None:
    assert Values().url("addresses", url) == expected


def test_links_and_broken_lines_of_others_are_read_or_told(tmp_path: Path) -> None:
    lines = [
        {"id": "p1", "schema": "Person", "properties": {"name": ["Оля"], "position": ["міністр"]}},
        {"id": "p1", "schema": "Person", "properties": {"name": ["Інша"]}},
        {"id": "o1", "schema": "Company", "properties": {"name": ["Завод"]}},
        {
            "id": "l1",
            "schema": "Ownership",
            "properties": {"owner": ["p1"], "asset": ["o1"], "role": ["власниця"], "share": ["5"]},
        },
        {"id": "l2", "schema": "Ownership", "properties": {"owner": ["p1"], "asset": ["nobody"]}},
        {"id": "l3", "schema": "Family", "properties": {"person": ["p1"]}},
        {"id": "v1", "schema": "Vessel", "properties": {"name": ["Човен"]}},
        {"id": "e1", "schema": "Event", "properties": {"name": ["Подія"], "date": ["колись"]}},
    ]
    path = tmp_path / "a.json"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines) + '{"id": "x"\n{"id": "y"}\n', encoding="utf-8")
    items = items_of(FORMAT, path)
    assert [item.draft.name for item in items if isinstance(item, ReadRecord)] == ["Оля", "Завод"]
    [relation] = [item for item in items if isinstance(item, ReadRelation)]
    assert (relation.type, relation.source, relation.target) == ("власниця", "p1", "o1")
    assert any("“share” of a Ownership" in problem.what for problem in problems_of(items))
    told = {problem.where: problem.what for problem in problems_of(items)}
    assert set(told) == {f"a.json, line {number}" for number in (2, 5, 6, 8, 9, 10)} | {"a.json"}
    assert "“nobody”" in told["a.json, line 5"]
    assert "“колись” is not a date" in told["a.json, line 8"]
    assert "schema Vessel" in told["a.json"]


def test_an_import_of_records_alone_says_so(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "p1", "schema": "Person", "properties": {"name": ["Оля"]}}\n', encoding="utf-8")
    report = run_to_end(take_in(archive, FORMAT, path, TagMapping()))
    assert (report.annotations, report.changed) == (0, True)
    assert report.nothing == "no annotations were found in it: it only holds records"
    assert archive.records.same_name("Оля")


@pytest.mark.parametrize(
    ("content", "error"), [("", EmptyFile), ("[]", UnsupportedFile), ("name,id\n", UnsupportedFile)]
)
def test_what_is_none_is_refused(tmp_path: Path, content: str, error: type[Exception]) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(content, encoding="utf-8")
    assert FORMAT.recognises is not None
    assert not FORMAT.recognises(path)
    with pytest.raises(error, match=r"a\.jsonl"):
        items_of(FORMAT, path)


def test_ordinary_json_is_not_taken_for_entities(tmp_path: Path) -> None:
    assert FORMAT.recognises is not None
    for content in (b'{"text": "a", "label": []}\n', b'{"schema": 1, "id": "a", "properties": {}}', b"\xff"):
        path = tmp_path / "a.jsonl"
        path.write_bytes(content)
        assert not FORMAT.recognises(path)
