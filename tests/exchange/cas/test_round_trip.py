# SPDX-License-Identifier: GPL-3.0-or-later
"""What we write comes back as it was, through both forms of a CAS."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from archivist.exchange import Aspect, Format, Selection, export, formats
from archivist.exchange.cas import CAS_JSON, CAS_XMI
from archivist.exchange.cas.own_layer import SPAN
from archivist.exchange.items import ReadAnnotation, ReadDocument, ReadRecord
from archivist.exchange.outgoing.contents import Contents
from archivist.model import Annotation, Article, ExportReport, Kind, Loss, Node, NodeType, Restriction, RestrictionKind
from archivist.store import Archive
from archivist.text import Utf16Map
from tests.long_work import run_to_end

BOTH = pytest.mark.parametrize("format_", [CAS_XMI, CAS_JSON], ids=lambda format_: format_.name)
Add = Callable[..., Article]


def _export(archive: Archive, format_: Format, destination: Path) -> ExportReport:
    ids = tuple(archive.articles.ids(archive.articles.rows()))
    report: ExportReport = run_to_end(export(archive, format_, Selection(ids), destination))
    return report


def _own_losses(report: ExportReport) -> list[Loss]:
    """What is lost of that which the formats keep."""
    return [loss for loss in report.losses if loss.what not in list(Aspect)]


def _read(format_: Format, path: Path) -> dict[str, ReadDocument]:
    assert format_.read
    items = list(format_.read(path))
    found = {item.id: item for item in items if isinstance(item, ReadDocument)}
    others = [item for item in items if not isinstance(item, ReadDocument | ReadRecord)]
    assert not others
    return found


def _written(mark: Annotation, places: Utf16Map) -> dict[str, Any]:
    return {
        "start": places.to_utf16(mark.start),
        "end": places.to_utf16(mark.end),
        "label": mark.tag.name,
        "kind": str(mark.tag.kind),
        "note": mark.note,
        "attributes": dict(mark.attributes),
        "record": mark.record or "",
        "annotator": mark.created_by,
        "created_at": mark.created_at,
        "modified_at": mark.modified_at,
        "id": mark.id,
    }


def _came_back(mark: ReadAnnotation, *names: str) -> dict[str, Any]:
    return {name: dict(mark.attributes) if name == "attributes" else getattr(mark, name) for name in names}


@BOTH
@pytest.mark.parametrize("name", ["out.zip", "out"])
def test_everything_comes_back(
    archive: Archive, articles: list[Article], tmp_path: Path, format_: Format, name: str
) -> None:
    marks = archive.annotations.of_article(next(article.id for article in articles if article.annotation_count))
    archive.relations.add(
        "cause", Node(NodeType.ANNOTATION, marks[0].id), Node(NodeType.ANNOTATION, marks[3].id), "так"
    )
    report = _export(archive, format_, tmp_path / name)
    assert format_.recognises
    assert format_.recognises(tmp_path / name)
    found = _read(format_, tmp_path / name)
    assert len(found) == len(articles)
    assert not _own_losses(report)
    contents = Contents(archive, Selection(tuple(found)))
    for handed in contents.articles():
        document = found[handed.article.id]
        assert document.text == handed.text
        assert not document.problems
        for field in ("title", "outlet", "byline", "section", "url", "published", "captured", "language"):
            assert getattr(document, field) == getattr(handed.article, field)
        assert list(document.collections) == contents.collections(handed.article.id)
        expected = [_written(mark, Utf16Map(handed.text)) for mark in handed.annotations]
        assert [_came_back(mark, *each) for mark, each in zip(document.annotations, expected, strict=True)] == expected
        ids = {mark.key: mark.id for mark in document.annotations}
        related = [(each.type, ids[each.source], ids[each.target], each.note, each.id) for each in document.relations]
        assert related == [(each.type, each.source.id, each.target.id, each.note, each.id) for each in handed.relations]


@BOTH
def test_records_come_back_by_id_kind_and_name(
    archive: Archive, articles: list[Article], tmp_path: Path, format_: Format
) -> None:
    _export(archive, format_, tmp_path / "out")
    assert format_.read
    records = [item for item in format_.read(tmp_path / "out") if isinstance(item, ReadRecord)]
    linked = {mark.record for article in articles for mark in archive.annotations.of_article(article.id) if mark.record}
    assert {(item.id, item.draft.kind, item.draft.name) for item in records} == {
        (id_, archive.records.get(id_).kind, archive.records.get(id_).name) for id_ in linked
    }
    assert len(linked) == 3


@BOTH
def test_equal_input_gives_equal_bytes(
    archive: Archive, articles: list[Article], tmp_path: Path, format_: Format
) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        _export(archive, format_, tmp_path / name / "out.zip")
    assert (tmp_path / "one" / "out.zip").read_bytes() == (tmp_path / "two" / "out.zip").read_bytes()


@BOTH
def test_a_text_of_hard_white_space_is_exact(
    archive: Archive, add_article: Add, tmp_path: Path, format_: Format
) -> None:
    body = "Заголовок\n\n\tвідступ \u00a0 кінець\u2009рядка \n<&>\"'\n\ufeffдалі\n\n"
    article = add_article(body)
    archive.annotations.add_quote(article.id, "відступ \u00a0 кінець", archive.tags.named("strike").id, note="a\n\tb\n")
    _export(archive, format_, tmp_path / "out")
    [document] = _read(format_, tmp_path / "out").values()
    assert document.text == archive.articles.revision(article.id).body
    assert document.text.endswith("далі\n\n")
    [mark] = document.annotations
    assert mark.note == "a\n\tb\n"
    assert document.text[mark.start : mark.end] == "відступ \u00a0 кінець"


def test_control_characters_are_replaced_told_and_brought_back(
    archive: Archive, add_article: Add, tmp_path: Path
) -> None:
    article = add_article("Стрі\x07ка 😀\x1b пішла \ufffe далі \ufffd")
    archive.annotations.add_quote(
        article.id,
        "\x1b пішла \ufffe",
        archive.tags.named("strike").id,
        attributes={"a": "б\x02\ufffe", "counted": "\x03"},
    )
    report = _export(archive, CAS_XMI, tmp_path / "out")
    [loss] = _own_losses(report)
    assert (loss.what, loss.count) == ("characters", 3 + 1 + 1)  # in the text, in the title, what is counted
    written = (tmp_path / "out" / f"{article.id}.xmi").read_bytes()
    sofa = etree.fromstring(written).find("{http:///uima/cas.ecore}Sofa")
    assert sofa is not None
    assert sofa.get("sofaString") == "Стрі\ufffdка 😀\ufffd пішла \ufffd далі \ufffd"
    [document] = _read(CAS_XMI, tmp_path / "out").values()
    assert document.text == archive.articles.revision(article.id).body
    [mark] = document.annotations
    assert dict(mark.attributes) == {"a": "б\x02\ufffe", "counted": "\x03"}


def test_json_holds_every_character(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("Стрі\x07ка 😀\x1b пішла \ufffe")
    assert not _own_losses(_export(archive, CAS_JSON, tmp_path / "out"))
    [document] = _read(CAS_JSON, tmp_path / "out").values()
    assert document.text == archive.articles.revision(article.id).body


@BOTH
def test_numbers_are_typed_and_exact(archive: Archive, add_article: Add, tmp_path: Path, format_: Format) -> None:
    attributes = [
        {"value": 18, "as_of": "2022-01-06", "unit": "осіб"},
        {"low": 0.1, "high": 1234567.89, "claimant": ["МВС", "ДСНС"]},
        {"value": 2**60 + 1, "counted": {"що": "люди"}},
    ]
    article = add_article("18 людей")
    for each in attributes:
        archive.annotations.add_quote(article.id, "18", archive.tags.named("killed").id, attributes=each)
    _export(archive, format_, tmp_path / "out")
    [document] = _read(format_, tmp_path / "out").values()
    assert [json.dumps(dict(mark.attributes)) for mark in document.annotations] == [
        json.dumps(dict(sorted(each.items()))) for each in attributes
    ]
    written = next((tmp_path / "out").glob(f"{article.id}.*")).read_text(encoding="utf-8")
    assert re.search(r'low="0\.1" high="1234567\.89"|"low": 0\.1, "high": 1234567\.89', written)


def test_what_was_changed_elsewhere_is_believed(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("18 людей")
    attributes = {"value": 18, "counted": "людей", "sources": ["а"]}
    archive.annotations.add_quote(article.id, "18", archive.tags.named("killed").id, attributes=attributes)
    _export(archive, CAS_JSON, tmp_path / "out")
    path = tmp_path / "out" / f"{article.id}.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    [span] = [each for each in content["%FEATURE_STRUCTURES"] if each["%TYPE"] == SPAN]
    span.update(value=19.5, counted="осіб", tag="поранені", kind="дивна", record="хтось", created="учора")
    del span["uuid"]
    path.write_text(json.dumps(content))
    [document] = _read(CAS_JSON, tmp_path / "out").values()
    [mark] = document.annotations
    assert (mark.label, mark.kind, mark.id, mark.record, mark.created_at) == ("поранені", "", "", "", "")
    assert dict(mark.attributes) == {
        "value": 19.5,
        "counted": "осіб",
        "sources": ["а"],
        "kind": "дивна",
        "record": "хтось",
        "created": "учора",
    }


def test_a_number_that_is_not_set_is_0_in_uima_and_comes_back_unset(
    archive: Archive, add_article: Add, tmp_path: Path
) -> None:
    article = add_article("18 людей, 0 поранених")
    for quote, attributes in (("18", {"value": 18}), ("0", {"value": 0}), ("людей", {})):
        archive.annotations.add_quote(article.id, quote, archive.tags.named("killed").id, attributes=attributes)
    _export(archive, CAS_JSON, tmp_path / "out")
    path = tmp_path / "out" / f"{article.id}.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    for each in content["%FEATURE_STRUCTURES"]:
        if each["%TYPE"] == SPAN:  # as the Java implementation writes them again
            each.update({name: 0.0 for name in ("value", "low", "high") if name not in each})
    path.write_text(json.dumps(content))
    [document] = _read(CAS_JSON, tmp_path / "out").values()
    assert [dict(mark.attributes) for mark in document.annotations] == [{"value": 18}, {}, {"value": 0}]


def test_an_annotation_copied_elsewhere_with_its_id_is_a_new_one(
    archive: Archive, add_article: Add, tmp_path: Path
) -> None:
    article = add_article("18 людей")
    archive.annotations.add_quote(article.id, "18", archive.tags.named("killed").id)
    _export(archive, CAS_JSON, tmp_path / "out")
    path = tmp_path / "out" / f"{article.id}.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    [span] = [each for each in content["%FEATURE_STRUCTURES"] if each["%TYPE"] == SPAN]
    content["%FEATURE_STRUCTURES"].append({**span, "%ID": 900, "begin": 3, "end": 8})
    content["%VIEWS"]["_InitialView"]["%MEMBERS"].append(900)
    path.write_text(json.dumps(content))
    [document] = _read(CAS_JSON, tmp_path / "out").values()
    assert [bool(mark.id) for mark in document.annotations] == [True, False]


def test_the_formats_are_registered_with_what_they_keep() -> None:
    known = {format_.name: format_ for format_ in formats()}
    for name in ("cas-xmi", "cas-json"):
        assert known[name].reads
        assert known[name].writes
        assert Aspect.RELATIONS in known[name].keeps
        assert Aspect.CODEBOOK not in known[name].keeps


@BOTH
def test_what_a_cas_has_no_place_for_is_told(
    archive: Archive, articles: list[Article], tmp_path: Path, format_: Format
) -> None:
    hard, plain = sorted(articles, key=lambda article: -article.annotation_count)
    there = archive.annotations.add_quote(plain.id, "новина", archive.tags.named("strike").id)
    here = archive.annotations.of_article(hard.id)[0]
    archive.relations.add("cause", Node(NodeType.ANNOTATION, there.id), Node(NodeType.ANNOTATION, here.id))
    archive.articles.restrict([plain.id], Restriction(RestrictionKind.REDACTED))
    chosen = Selection((hard.id, plain.id), restricted=True)
    lost = run_to_end(export(archive, format_, chosen, tmp_path / "out")).losses
    counts = {loss.what: loss.count for loss in lost}
    assert (counts[Aspect.CROSS_RELATIONS], counts[Aspect.RESTRICTIONS]) == (1, 1)
    found = _read(format_, tmp_path / "out").values()
    assert sum(len(document.relations) for document in found) == 1


def test_kinds_and_tags_that_are_not_chosen_stay(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    ids = tuple(article.id for article in articles)
    run_to_end(export(archive, CAS_XMI, Selection(ids, kinds=frozenset({Kind.ACTOR})), tmp_path / "out"))
    marks = [mark for document in _read(CAS_XMI, tmp_path / "out").values() for mark in document.annotations]
    assert {mark.label for mark in marks} == {"ministry"}
