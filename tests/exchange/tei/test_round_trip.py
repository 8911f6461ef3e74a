# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from archivist.exchange import Selection, TagMapping, export, take_in
from archivist.exchange.items import Problem, ReadDocument, ReadRelation
from archivist.exchange.outgoing.contents import Contents
from archivist.exchange.tei import FORMAT
from archivist.model import (
    Alias,
    Article,
    ArticleDraft,
    Kind,
    Node,
    NodeType,
    Provenance,
    RecordDraft,
    Restriction,
    RestrictionKind,
    Role,
)
from archivist.store import Archive
from tests.exchange.brought_back import (
    assert_brought_back,
    contents_of,
    documents_of,
    items_of,
    problems_of,
    written,
)
from tests.exchange.spans import marked_article, marked_texts
from tests.long_work import run_to_end

Add = Callable[..., Article]
NS = {"tei": "http://www.tei-c.org/ns/1.0"}


@pytest.mark.parametrize("name", ["tei", "tei.zip"])
def test_what_is_kept_comes_back(archive: Archive, articles: list[Article], tmp_path: Path, name: str) -> None:
    contents = contents_of(archive)
    assert written(FORMAT, contents, tmp_path / name) == []
    assert_brought_back(FORMAT, contents, tmp_path / name)


def test_records_of_every_sort_come_back(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("Страйк на заводі")
    wave = archive.records.add(RecordDraft(Kind.EVENT, "Хвиля", type="протест та ще", date="2022-01/2022-02"))
    archive.records.add(RecordDraft(Kind.EVENT, "Страйк", place="Київ", parent=wave.id, external_ids={"a b": "2"}))
    for type_ in ("person", "organisation", "state body", "group", "place", ""):
        archive.records.add(
            RecordDraft(
                Kind.ACTOR,
                f"Хтось {type_}",
                note=" рядок\n\tдругий \x07",
                aliases=(Alias("Somebody", "en"), Alias("أحد")),
                type=type_,
                roles=(Role("голова", "Уряд", "2020", "2022-01~"), Role("член")),
                external_ids={"wikidata": "Q1", "ЄДРПОУ": "0001"},
            )
        )
    archive.records.add(RecordDraft(Kind.FIGURE, "Загиблі", counted="загиблі", of_whom="люди", unit="осіб"))
    contents = contents_of(archive, [article.id])
    assert [loss.what for loss in written(FORMAT, contents, tmp_path / "tei")] == ["characters"]
    assert_brought_back(FORMAT, contents, tmp_path / "tei")


def test_characters_that_xml_cannot_hold_come_back_and_are_told(
    archive: Archive, add_article: Add, tmp_path: Path
) -> None:
    article = add_article("Дзвін \x07 і \x0b кінець \ufffe тут")
    archive.annotations.add_quote(article.id, "\x07 і \x0b", archive.tags.all()[0].id, note="\x01")
    (loss,) = written(FORMAT, contents_of(archive), tmp_path / "tei")
    replaced = 3 + 2 + 1  # in the text, the words of the annotation, its note
    assert (loss.what, loss.count) == ("characters", replaced + article.title.count("\ufffe") * 2)
    assert_brought_back(FORMAT, contents_of(archive), tmp_path / "tei")
    block = etree.parse(str(tmp_path / "tei" / f"{article.id}.xml")).find(".//tei:ab", NS)
    assert block is not None
    assert "".join(block.itertext()).startswith("Дзвін \ufffd і \ufffd кінець \ufffd тут")


def test_what_is_for_review_says_so(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("Загинуло 18 людей")
    mark = archive.annotations.add_quote(article.id, "18", archive.tags.all()[0].id)
    archive.articles.revise(article.id, "Ніхто не загинув", Provenance("pasted", "paste", "1", None))
    written(FORMAT, contents_of(archive), tmp_path / "tei")
    (document,) = documents_of(items_of(FORMAT, tmp_path / "tei"))
    (read,) = document.annotations
    kept = archive.annotations.get(mark.id)
    assert (read.id, read.quote, read.prefix, read.suffix, read.for_review, read.label) == (
        mark.id, "18", kept.prefix, kept.suffix, True, kept.tag.name
    )  # fmt: skip
    assert document.problems == ()


def test_relations_of_two_articles_come_back(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    tag = archive.tags.all()[0].id
    first, second = (archive.annotations.add_quote(add_article(f"Загинуло {n} людей").id, n, tag) for n in ("18", "19"))
    relation = archive.relations.add(
        "replaces", Node(NodeType.ANNOTATION, second.id), Node(NodeType.ANNOTATION, first.id)
    )
    assert written(FORMAT, contents_of(archive), tmp_path / "tei") == []
    items = items_of(FORMAT, tmp_path / "tei")
    assert problems_of(items) == []
    assert [item for item in items if isinstance(item, ReadRelation)] == [
        ReadRelation("replaces", second.id, first.id, id=relation.id, where=next(
            item.where for item in items if isinstance(item, ReadRelation)
        ))
    ]  # fmt: skip


def test_an_export_is_what_was_chosen_and_told_of(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    ids = tuple(article.id for article in articles)
    report = run_to_end(export(archive, FORMAT, Selection(ids), tmp_path / "tei.zip"))
    assert (report.articles, report.annotations) == (2, 6)
    lost = {"original", "provenance", "authors and times of records", "authors and times of relations", "history"}
    assert {str(loss.what) for loss in report.losses} == lost


def test_equal_articles_give_equal_bytes(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    for name, some in (("a.zip", articles), ("b.zip", articles[::-1])):
        written(FORMAT, Contents(archive, Selection(tuple(article.id for article in some))), tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_progress_is_told_every_fifty_articles(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    for number in range(101):
        add_article(f"Новина {number}")
    assert FORMAT.write is not None
    told = [progress.done for progress in FORMAT.write(contents_of(archive), tmp_path / "tei")]
    assert told == [0, 50, 100]


def test_a_file_that_another_program_has_indented_is_read_alike(
    archive: Archive, articles: list[Article], tmp_path: Path
) -> None:
    written(FORMAT, contents_of(archive), tmp_path / "tei")
    for path in (tmp_path / "tei").iterdir():
        tree = etree.parse(str(path))
        for element in tree.iter("{*}standOff", "{*}teiHeader"):
            etree.indent(element, "\t\t")
        path.write_bytes(etree.tostring(tree, encoding="utf-16"))
    assert_brought_back(FORMAT, contents_of(archive), tmp_path / "tei")


def test_words_that_were_changed_there_keep_their_annotations(
    archive: Archive, add_article: Add, tmp_path: Path
) -> None:
    article = add_article("Загинуло 18 людей, сказали в міністерстві")
    archive.annotations.add_quote(article.id, "міністерстві", archive.tags.all()[0].id)
    written(FORMAT, contents_of(archive), tmp_path / "tei")
    path = tmp_path / "tei" / f"{article.id}.xml"
    path.write_text(path.read_text("utf-8").replace("18 людей", "щонайменше 18 людей"), "utf-8")
    (document,) = documents_of(items_of(FORMAT, tmp_path / "tei"))
    (mark,) = document.annotations
    assert document.text is not None
    assert document.text[mark.start : mark.end] == "міністерстві" == mark.quote


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(marked_texts())
def test_any_text_and_any_spans_come_back(
    archive: Archive, tmp_path_factory: pytest.TempPathFactory, drawn: tuple[str, list[tuple[int, int]]]
) -> None:
    text, spans = drawn
    article = marked_article(archive, text, spans)
    path = tmp_path_factory.mktemp("any") / "tei"
    contents = contents_of(archive, [article])
    written(FORMAT, contents, path)
    (document,) = documents_of(items_of(FORMAT, path))
    (handed,) = contents.articles()
    assert document.text == handed.text
    assert sorted((m.id, m.start, m.end, m.quote) for m in document.annotations) == sorted(
        (m.id, m.start, m.end, m.quote) for m in handed.annotations
    )


def test_a_draft_without_anything_is_written(archive: Archive, tmp_path: Path) -> None:
    archive.articles.add(ArticleDraft(title="", body="Текст"), b"x", "text/plain")
    written(FORMAT, contents_of(archive), tmp_path / "tei")
    items = items_of(FORMAT, tmp_path / "tei")
    assert [item.text for item in items if isinstance(item, ReadDocument)] == ["Текст"]
    assert not [item for item in items if isinstance(item, Problem)]


RESTRICTIONS = [
    Restriction(RestrictionKind.EMBARGO),
    Restriction(RestrictionKind.EMBARGO, "2030-01-31", "до суду: так просили"),
    Restriction(RestrictionKind.REDACTED, reason="until 2030-01-31"),
]


@pytest.mark.parametrize("restriction", RESTRICTIONS)
def test_a_restriction_comes_back(archive: Archive, add_article: Add, tmp_path: Path, restriction: Restriction) -> None:
    article = add_article("Троє загинули.")
    archive.articles.restrict([article.id], restriction)
    report = run_to_end(export(archive, FORMAT, Selection((article.id,), restricted=True), tmp_path / "x.zip"))
    assert "restrictions" not in {loss.what for loss in report.losses}
    with Archive.create(tmp_path / "other") as other:
        run_to_end(take_in(other, FORMAT, report.path, TagMapping()))
        assert other.articles.get(article.id).restriction == restriction


@pytest.mark.parametrize("words", ["embargo until 2030-02-31", "redacted until 2030-01-31", "ask the editor"])
def test_a_restriction_that_is_not_understood_is_told(
    archive: Archive, add_article: Add, tmp_path: Path, words: str
) -> None:
    article = add_article("Троє загинули.")
    archive.articles.restrict([article.id], Restriction(RestrictionKind.REDACTED))
    report = run_to_end(export(archive, FORMAT, Selection((article.id,), restricted=True), tmp_path / "x"))
    path = report.path / f"{article.id}.xml"
    path.write_text(path.read_text("utf-8").replace(">redacted<", f">{words}<"), "utf-8")
    [document] = documents_of(items_of(FORMAT, path))
    assert document.restriction is None
    assert [words in problem.what for problem in document.problems] == [True]
