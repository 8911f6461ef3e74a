# SPDX-License-Identifier: GPL-3.0-or-later
"""Projects as INCEpTION exports them, with a copy of each document for each annotator."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from archivist.exchange import Selection, export
from archivist.exchange.cas import CAS_JSON, CAS_XMI
from archivist.exchange.cas.own_layer import SPAN
from archivist.model import Article, Node, NodeType
from archivist.store import Archive
from tests.exchange.cas.cas_files import TYPES, cas_json, entity, packed, read_all, read_one, xmi
from tests.long_work import run_to_end

TEXT = "Мер міста"


def _zipped(tmp_path: Path, name: str, content: str) -> bytes:
    return packed(tmp_path / "copy.zip", {f"{name}.xmi": content, "TypeSystem.xml": TYPES}).read_bytes()


def test_annotators_stay_apart(tmp_path: Path) -> None:
    files = {
        "exportedproject123.json": "{}",
        "source/news.txt": TEXT,
        "annotation/news.txt/INITIAL_CAS.zip": _zipped(tmp_path, "INITIAL_CAS", xmi(TEXT, entity(0, 3, "OLD"))),
        "annotation/news.txt/olena.zip": _zipped(tmp_path, "olena", xmi(TEXT, entity(0, 3, "PER"))),
        "annotation/news.txt/petro.xmi": xmi(TEXT, entity(0, 9, "ORG"), entity(4, 9, "LOC")),
        "annotation/news.txt/sasha.json": cas_json(TEXT, {"%TYPE": "x.Place", "begin": 4, "end": 9}),
        "annotation/news.txt/webanno77export.zip": _zipped(tmp_path, "vira", xmi(TEXT, entity(0, 3, "PER"))),
        "annotation/news.txt/yana.tsv": "#FORMAT=WebAnno TSV 3.3\n",
        "annotation_ser/news.txt/olena.ser": b"\xac\xed",
        "curation/news.txt/CURATION_USER.zip": _zipped(tmp_path, "CURATION_USER", xmi(TEXT, entity(0, 3, "PER"))),
    }
    document, problems = read_one(packed(tmp_path / "project.zip", files))
    assert (document.name, document.text) == ("news.txt", TEXT)
    assert sorted((mark.annotator, mark.label, mark.start, mark.end) for mark in document.annotations) == [
        ("CURATION_USER", "PER", 0, 3),
        ("olena", "PER", 0, 3),
        ("petro", "LOC", 4, 9),
        ("petro", "ORG", 0, 9),
        ("sasha", "Place", 4, 9),
        ("vira", "PER", 0, 3),
    ]
    assert len({mark.key for mark in document.annotations}) == 6
    assert any("yana.tsv" in problem and "WebAnno TSV" in problem for problem in problems)
    assert any("INITIAL_CAS" in problem for problem in problems)


def test_what_nobody_annotated_yet_is_read_as_it_was(tmp_path: Path) -> None:
    files = {"annotation/news.txt/INITIAL_CAS.zip": _zipped(tmp_path, "INITIAL_CAS", xmi(TEXT, entity(0, 3, "OLD")))}
    document, problems = read_one(packed(tmp_path / "project.zip", files))
    assert [(mark.annotator, mark.label) for mark in document.annotations] == [("", "OLD")]
    assert not problems


def test_a_project_in_java_objects_alone_says_what_to_do(tmp_path: Path) -> None:
    files = {"exportedproject1.json": "{}", "annotation_ser/news.txt/olena.ser": b"\xac\xed", "source/news.txt": TEXT}
    path = packed(tmp_path / "project.zip", files)
    found, problems = read_all(path)
    assert not found
    assert any("UIMA CAS XMI" in problem for problem in problems)
    assert CAS_XMI.recognises
    assert CAS_XMI.recognises(path)


def test_copies_of_different_texts_are_different_documents(tmp_path: Path) -> None:
    files = {"annotation/a/olena.xmi": xmi("Мер", entity(0, 3)), "annotation/a/petro.xmi": xmi("Мэр", entity(0, 3))}
    found, _ = read_all(packed(tmp_path / "project.zip", files))
    assert [(document.name, document.text, len(document.annotations)) for document in found] == [
        ("a", "Мер", 1),
        ("a", "Мэр", 1),
    ]


def test_our_own_annotations_in_every_copy_are_one(
    archive: Archive, add_article: Callable[..., Article], tmp_path: Path
) -> None:
    article = add_article("18 людей у місті")
    tag = archive.tags.named("killed").id
    marks = [archive.annotations.add_quote(article.id, quote, tag) for quote in ("18", "людей", "місті")]
    del marks
    first, second, _ = archive.annotations.of_article(article.id)
    archive.relations.add("cause", Node(NodeType.ANNOTATION, first.id), Node(NodeType.ANNOTATION, second.id))
    run_to_end(export(archive, CAS_JSON, Selection((article.id,)), tmp_path / "out"))
    original = (tmp_path / "out" / f"{article.id}.json").read_text(encoding="utf-8")
    content = json.loads(original)
    span = next(each for each in content["%FEATURE_STRUCTURES"] if each["%TYPE"] == SPAN)
    span["tag"] = "поранені"
    files = {"annotation/a/olena.json": original, "annotation/a/petro.json": json.dumps(content)}
    document, problems = read_one(packed(tmp_path / "project.zip", files))
    assert not problems
    marked = [(mark.label, bool(mark.id), mark.annotator) for mark in document.annotations]
    assert marked == [*[("killed", True, "Olena")] * 3, ("поранені", False, "petro")]
    keys = [mark.key for mark in document.annotations]
    related = [(keys.index(each.source), keys.index(each.target), bool(each.id)) for each in document.relations]
    assert related == [(0, 1, True), (3, 1, False)]


@pytest.mark.parametrize("folder", [True, False])
def test_a_document_exported_alone_is_a_zip_with_its_types(tmp_path: Path, *, folder: bool) -> None:
    mark = '<custom:Role @ begin="0" end="3" office="мер" sure="true"/>'
    path = packed(tmp_path / "news.zip", {"news.xmi": xmi(TEXT, mark), "TypeSystem.xml": TYPES})
    document, problems = read_one(tmp_path if folder else path)
    assert not problems
    assert document.annotations[0].attributes["sure"] is True
