# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from archivist.exchange.items import Item, Problem, ReadDocument, ReadRecord, ReadRelation, ReadTag
from archivist.exchange.outgoing.contents import Contents, Selection
from archivist.exchange.w3c import FORMAT
from archivist.exchange.w3c import reading as w3c_reading
from archivist.model import Article, Progress, Provenance
from archivist.store import Archive
from tests.long_work import run_to_end

Add = Callable[..., Article]


def write(archive: Archive, articles: list[Article], path: Path) -> Path:
    assert FORMAT.write is not None
    contents = Contents(archive, Selection(tuple(article.id for article in articles)))
    assert tuple(run_to_end(FORMAT.write(contents, path))) == ()
    return path


def read(path: Path) -> list[Item]:
    assert FORMAT.read is not None
    return list(FORMAT.read(path))


@pytest.fixture(params=["whole", "streamed"])
def read_both_ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "streamed":
        monkeypatch.setattr(w3c_reading, "_SMALL", 0)


@pytest.mark.usefixtures("read_both_ways")
def test_what_is_kept_comes_back(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    items = read(write(archive, articles, tmp_path / "a.jsonld"))
    documents = {item.id: item for item in items if isinstance(item, ReadDocument)}
    assert set(documents) == {article.id for article in articles}
    for article in articles:
        document = documents[article.id]
        assert document.text is None
        assert (document.title, document.outlet, document.byline, document.section, document.url) == (
            article.title, article.outlet, article.byline, article.section, article.url
        )  # fmt: skip
        assert (document.published, document.captured, document.language) == (
            article.published, article.captured, article.language
        )  # fmt: skip
        assert list(document.collections) == archive.collections.of_article(article.id)
        assert [
            (a.id, a.start, a.end, a.quote, a.prefix, a.suffix, a.label, a.note, a.attributes, a.record or None,
             a.annotator, a.created_at, a.modified_at, a.for_review)
            for a in document.annotations
        ] == [
            (m.id, m.start, m.end, m.quote, m.prefix, m.suffix, m.tag.name, m.note, m.attributes, m.record,
             m.created_by, m.created_at, m.modified_at, False)
            for m in archive.annotations.of_article(article.id)
        ]  # fmt: skip


@pytest.mark.usefixtures("read_both_ways")
def test_tags_records_and_relations_come_back(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    items = read(write(archive, articles, tmp_path / "a.jsonld"))
    assert not [item for item in items if isinstance(item, Problem)]
    names = {tag.id: tag.name for tag in archive.tags.all()}
    assert [item for item in items if isinstance(item, ReadTag)] == [
        ReadTag(
            tag.name, "", tag.id, tag.kind, tag.colour, names.get(tag.parent or "", ""), tag.description,
            tag.shortcut,
        )
        for tag in archive.tags.all()
    ]  # fmt: skip
    records = {item.id: item.draft for item in items if isinstance(item, ReadRecord)}
    assert records == {record.id: record.draft for record in archive.records.at(list(records)).values()}
    assert len(records) == 5
    relations = {
        (item.id, item.type, item.source_type, item.source, item.target_type, item.target, item.note)
        for item in [*items, *(r for item in items if isinstance(item, ReadDocument) for r in item.relations)]
        if isinstance(item, ReadRelation)
    }
    assert relations == {
        (r.id, r.type, r.source.type, r.source.id, r.target.type, r.target.id, r.note) for r in archive.relations.all()
    }


def test_what_is_for_review_says_so(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("Загинуло 18 людей")
    archive.annotations.add_quote(article.id, "18", archive.tags.all()[0].id)
    archive.articles.revise(article.id, "Ніхто не загинув", Provenance("pasted", "paste", "1", None))
    (document,) = (i for i in read(write(archive, [article], tmp_path / "a.jsonld")) if isinstance(i, ReadDocument))
    assert [(mark.quote, mark.for_review) for mark in document.annotations] == [("18", True)]


def test_articles_without_annotations_are_described(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("Тиша")
    path = write(archive, [article], tmp_path / "a.jsonld")
    assert "first" not in json.loads(path.read_text(encoding="utf-8"))
    assert [(i.id, i.annotations) for i in read(path) if isinstance(i, ReadDocument)] == [(article.id, ())]


def test_equal_articles_give_equal_bytes(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    first = write(archive, articles, tmp_path / "a.jsonld").read_bytes()
    assert write(archive, articles[::-1], tmp_path / "b.jsonld").read_bytes() == first


def test_progress_is_told_every_fifty_articles(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    articles = [add_article(f"Новина {number}") for number in range(120)]
    for article in articles:
        archive.annotations.add(article.id, 0, 6, archive.tags.all()[0].id)
    assert FORMAT.write is not None
    contents = Contents(archive, Selection(tuple(article.id for article in articles)))
    told = list(FORMAT.write(contents, tmp_path / "a.jsonld"))
    assert [progress.done for progress in told] == [0, 50, 100, 150, 200]
    assert {progress.total for progress in told if isinstance(progress, Progress)} == {240}
