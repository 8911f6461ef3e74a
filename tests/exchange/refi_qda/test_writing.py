# SPDX-License-Identifier: GPL-3.0-or-later
"""What is exported as REFI-QDA is valid, comes back equal, and is the same file for the same archive."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from archivist.exchange.items import Problem, ReadAnnotation, ReadDocument, ReadRecord, ReadRelation, ReadTag
from archivist.exchange.outgoing.contents import Contents, Selection
from archivist.exchange.outgoing.exporting import export
from archivist.exchange.refi_qda import CODEBOOK, FORMAT
from archivist.exchange.refi_qda.extras import describe, described
from archivist.model import Annotation, Article, ArticleDraft, ExportReport, Node, NodeType, Provenance
from archivist.store import Archive
from tests.exchange.reading_elsewhere import marked_here, read_elsewhere, run_elsewhere
from tests.exchange.refi_qda.conftest import read
from tests.long_work import run_to_end


def hand_over(archive: Archive, path: Path, **chosen: object) -> ExportReport:
    selection = Selection(tuple(archive.articles.ids(archive.articles.rows())))
    form = CODEBOOK if path.suffix == ".qdc" else FORMAT
    return run_to_end(export(archive, form, replace(selection, **chosen), path))


def expected(mark: Annotation) -> ReadAnnotation:
    return ReadAnnotation(
        mark.id,
        mark.start,
        mark.end,
        mark.tag.name,
        note=mark.note,
        attributes=dict(mark.attributes),
        kind=mark.tag.kind,
        record=mark.record or "",
        annotator=mark.created_by,
        created_at=mark.created_at,
        modified_at=mark.modified_at,
        id=mark.id,
    )


def test_a_reader_of_others_sees_the_same_words(sample_with_posts: Archive, tmp_path: Path, cases: Path) -> None:
    path = tmp_path / "all.qdpx"
    hand_over(sample_with_posts, path)
    seen = read_elsewhere("pyrefiqda_project", path, str(cases / "refi-qda" / "schema" / "Project.xsd"))
    assert seen.articles == sample_with_posts.articles.count()
    assert seen.annotations == marked_here(sample_with_posts)


def test_hard_texts_and_records_are_valid(
    archive: Archive, articles: list[Article], tmp_path: Path, cases: Path
) -> None:
    path = tmp_path / "all.qdpx"
    hand_over(archive, path)
    seen = read_elsewhere("pyrefiqda_project", path, str(cases / "refi-qda" / "schema" / "Project.xsd"))
    assert seen.annotations == marked_here(archive)


def test_everything_that_is_kept_comes_back(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    path = tmp_path / "all.qdpx"
    report = hand_over(archive, path)
    items = read(path)
    contents = Contents(archive, Selection(tuple(article.id for article in articles)))
    documents = {item.id: item for item in items if isinstance(item, ReadDocument)}
    assert set(documents) == {article.id for article in articles}
    for handed in contents.articles():
        article, document = handed.article, documents[handed.article.id]
        assert document.text == handed.text
        assert not document.problems
        for field in ("title", "outlet", "byline", "section", "url", "published", "captured", "language"):
            assert getattr(document, field) == getattr(article, field)
        assert list(document.collections) == contents.collections(article.id)
        found = [replace(mark, where="", quote=None) for mark in document.annotations]
        assert found == [expected(mark) for mark in handed.annotations]
        assert [mark.quote for mark in document.annotations] == [mark.quote for mark in handed.annotations]
    records = {item.id: item.draft for item in items if isinstance(item, ReadRecord)}
    assert records == {record.id: record.draft for record in contents.records()}
    relations = [item for item in items if isinstance(item, ReadRelation)]
    relations += [relation for document in documents.values() for relation in document.relations]
    assert {
        (each.id, each.type, each.source, each.target, each.source_type, each.target_type, each.note)
        for each in relations
    } == {
        (each.id, each.type, each.source.id, each.target.id, each.source.type, each.target.type, each.note)
        for each in archive.relations.all()
    }
    lost = {"original", "provenance", "history", "authors and times of relations"}
    assert {loss.what for loss in report.losses} == lost
    assert not any(isinstance(item, Problem) for item in items)


def test_tags_come_back_with_kind_parent_colour_key_and_description(
    archive: Archive, articles: list[Article], tmp_path: Path
) -> None:
    strike = archive.tags.named("strike")
    lower = archive.tags.add("стачка / збори", "event", parent=strike.id, description="Лише\nвелика", colour="#010203")
    archive.tags.add("хто страйкує", "actor", parent=lower.id, shortcut="ї")
    for path in (tmp_path / "all.qdpx", tmp_path / "tags.qdc"):
        hand_over(archive, path)
        names = {tag.id: tag.name for tag in archive.tags.all()}
        assert {item.id: item for item in read(path) if isinstance(item, ReadTag)} == {
            tag.id: ReadTag(
                tag.name,
                id=tag.id,
                kind=tag.kind,
                colour=tag.colour,
                parent=names[tag.parent] if tag.parent else "",
                description=tag.description,
                shortcut=tag.shortcut,
            )
            for tag in archive.tags.all()
        }


def test_a_codebook_is_valid_and_read_by_others(
    archive: Archive, articles: list[Article], tmp_path: Path, cases: Path
) -> None:
    strike = archive.tags.named("strike")
    archive.tags.add("стачка", "event", parent=strike.id, description="<так> & ні")
    report = hand_over(archive, tmp_path / "tags.qdc")
    assert report.annotations == 0
    assert {"text", "annotations", "records"} <= {loss.what for loss in report.losses}
    seen = json.loads(
        run_elsewhere("refi_codebook", tmp_path / "tags.qdc", str(cases / "refi-qda" / "schema" / "Codebook.xsd"))
    )
    assert ["strike", "стачка", archive.tags.named("стачка").colour] in seen
    assert sorted(name for _, name, _ in seen) == sorted(
        ["event", "actor", "figure", *(tag.name for tag in archive.tags.all())]
    )


@pytest.mark.parametrize("name", ["all.qdpx", "tags.qdc"])
def test_without_tags_it_is_valid_all_the_same(tmp_path: Path, cases: Path, name: str) -> None:
    with Archive.create(tmp_path / "empty") as archive:
        archive.articles.add(ArticleDraft("Заголовок", "Заголовок\nТекст"), b"raw", "text/plain")
        hand_over(archive, tmp_path / name)
    schemas = cases / "refi-qda" / "schema"
    if name.endswith(".qdc"):
        seen = json.loads(run_elsewhere("refi_codebook", tmp_path / name, str(schemas / "Codebook.xsd")))
        assert [code for _, code, _ in seen] == ["event", "actor", "figure", "date"]
    else:
        assert read_elsewhere("pyrefiqda_project", tmp_path / name, str(schemas / "Project.xsd")).articles == 1
    assert not any(isinstance(item, ReadTag) for item in read(tmp_path / name))


def test_the_same_archive_gives_the_same_bytes(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    for name in ("one.qdpx", "two.qdpx", "one.qdc", "two.qdc"):
        hand_over(archive, tmp_path / name)
    assert (tmp_path / "one.qdpx").read_bytes() == (tmp_path / "two.qdpx").read_bytes()
    assert (tmp_path / "one.qdc").read_bytes() == (tmp_path / "two.qdc").read_bytes()


def test_what_qualcoder_asks_of_a_project(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    """Its importer was read for this: it takes no text from inside the document, nor a mark before it."""
    hand_over(archive, tmp_path / "all.qdpx")
    with zipfile.ZipFile(tmp_path / "all.qdpx") as packed:
        names = set(packed.namelist())
        assert names == {"project.qde", *(f"sources/{article.id}.txt" for article in articles)}
        document = packed.read("project.qde").decode()
        for article in articles:
            assert not packed.read(f"sources/{article.id}.txt").startswith(b"\xef\xbb\xbf")
            assert f'plainTextPath="internal://{article.id}.txt"' in document
    assert document.startswith("<?xml")
    codes = document[document.index("<Codes>") : document.index("</Codes>")]
    assert "NoteRef" not in codes
    for selection in document.split("<PlainTextSelection")[1:]:
        inside = selection.partition("</PlainTextSelection>")[0]
        assert "<Description" not in inside.partition("<Coding")[2]


def test_for_review_is_told_and_left_out(archive: Archive, add_article: Callable[..., Article], tmp_path: Path) -> None:
    article = add_article("Страйк на заводі")
    mark = archive.annotations.add_quote(article.id, "заводі", archive.tags.named("strike").id)
    other = archive.annotations.add_quote(article.id, "Страйк", archive.tags.named("strike").id)
    archive.relations.add("part-of", Node(NodeType.ANNOTATION, mark.id), Node(NodeType.ANNOTATION, other.id), "так")
    archive.articles.revise(article.id, "Страйк на фабриці", Provenance("test.txt", "plain-text", "2", "utf-8"))
    report = hand_over(archive, tmp_path / "all.qdpx")
    lost = {loss.what: loss.count for loss in report.losses}
    assert lost["annotations for review"] == 1
    assert lost["relations"] == 1
    [document] = [item for item in read(tmp_path / "all.qdpx") if isinstance(item, ReadDocument)]
    assert [found.id for found in document.annotations] == [other.id]


@pytest.mark.parametrize(
    "text",
    ["", "рядок", "два\nрядки", 'кінець\n{"archivist": {"record": "x"}}', "\x0bзвук\x01", "\ufffe", '{"archivist": 1}'],
)
@pytest.mark.parametrize("extras", [{}, {"attributes": {"value": 18, "слово": "\x01\ufffe"}, "record": None}])
def test_a_description_holds_any_text_with_anything_beside_it(text: str, extras: dict[str, object]) -> None:
    description = describe(text, extras)
    assert not set(description) & {"\x0b", "\x01", "\ufffe"}
    found, beside = described(description)
    assert found == text
    assert {name: value for name, value in beside.items() if name != "text"} == {n: v for n, v in extras.items() if v}


def test_words_that_were_changed_elsewhere_are_those_that_count() -> None:
    description = describe("звук \x01", {"record": "x"}).replace("звук", "слово", 1)
    assert described(description)[0] == "слово \ufffd"


def test_a_text_holds_what_xml_cannot(archive: Archive, add_article: Callable[..., Article], tmp_path: Path) -> None:
    body = "Страйк \x01\ufffe на\ufeff заводі… так, і ще ... \t кінець, який довший за шістдесят знаків"
    article = add_article(body, title="Страйк \ufffe")
    strike = archive.tags.named("strike").id
    for start, end in ((0, len(body)), (7, 9), (7, 8), (12, 21), (21, 27), (25, 40)):
        archive.annotations.add(article.id, start, end, strike, note="до \x01 слова", cut_characters=True)
    report = hand_over(archive, tmp_path / "all.qdpx")
    [document] = [item for item in read(tmp_path / "all.qdpx") if isinstance(item, ReadDocument)]
    assert document.text == archive.articles.revision(article.id).body
    assert [(mark.quote, mark.note, mark.for_review) for mark in document.annotations] == [
        (mark.quote, mark.note, False) for mark in archive.annotations.of_article(article.id)
    ]
    replaced = {loss.what: loss.count for loss in report.losses}.get("characters that XML cannot hold", 0)
    assert replaced == archive.articles.get(article.id).title.count("\ufffe")


def test_relations_of_an_annotation_that_was_not_chosen_are_not_written(
    archive: Archive, articles: list[Article], tmp_path: Path
) -> None:
    hand_over(archive, tmp_path / "all.qdpx", tags=frozenset({archive.tags.named("ministry").id}))
    relations = [item for item in read(tmp_path / "all.qdpx") if isinstance(item, ReadRelation)]
    ends = {(each.source_type, each.target_type) for each in relations}
    assert ends <= {(NodeType.RECORD, NodeType.RECORD)}
