# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from archivist.exchange.items import Item, Problem, ReadDocument, ReadRecord, ReadRelation, ReadTag
from archivist.exchange.outgoing.contents import Contents, Selection
from archivist.exchange.stam import FORMAT
from archivist.exchange.stam import reading as stam_reading
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
        monkeypatch.setattr(stam_reading, "_SMALL", 0)


@pytest.mark.usefixtures("read_both_ways")
def test_what_is_kept_comes_back(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    items = read(write(archive, articles, tmp_path / "a.json"))
    documents = {item.id: item for item in items if isinstance(item, ReadDocument)}
    assert set(documents) == {article.id for article in articles}
    for article in articles:
        document = documents[article.id]
        assert document.text == archive.articles.revision(article.id).body
        assert [getattr(document, name) for name in stam_reading.terms.ARTICLE_FIELDS] == [
            getattr(article, name) for name in stam_reading.terms.ARTICLE_FIELDS
        ]
        assert list(document.collections) == archive.collections.of_article(article.id)
        assert [
            (a.id, a.start, a.end, a.quote, a.label, a.note, a.attributes, a.record or None, a.annotator, a.created_at,
             a.modified_at, a.for_review)
            for a in document.annotations
        ] == [
            (m.id, m.start, m.end, m.quote, m.tag.name, m.note, m.attributes, m.record, m.created_by, m.created_at,
             m.modified_at, False)
            for m in archive.annotations.of_article(article.id)
        ]  # fmt: skip


@pytest.mark.usefixtures("read_both_ways")
def test_tags_records_and_relations_come_back(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    items = read(write(archive, articles, tmp_path / "a.json"))
    assert not [item for item in items if isinstance(item, Problem)]
    names = {tag.id: tag.name for tag in archive.tags.all()}
    assert [item for item in items if isinstance(item, ReadTag)] == [
        ReadTag(
            tag.name, "", tag.id, tag.kind, tag.colour, names.get(tag.parent or "", ""), tag.description, tag.shortcut
        )
        for tag in archive.tags.all()
    ]
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
    assert sum(len(item.relations) for item in items if isinstance(item, ReadDocument)) == 1


def test_attributes_of_every_sort_come_back(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("Загинуло 18 людей")
    attributes = {
        "value": 18, "share": 0.1, "sure": True, "huge": 10**30, "list": ["a", [1, None]], "deep": {"a": [{"b": 1}]},
        "in list": [{"a": 1}], "tag": "не мітка",
    }  # fmt: skip
    archive.annotations.add_quote(article.id, "18", archive.tags.all()[0].id, attributes=attributes)
    (document,) = (i for i in read(write(archive, [article], tmp_path / "a.json")) if isinstance(i, ReadDocument))
    (mark,) = document.annotations
    assert mark.attributes == attributes
    assert [type(mark.attributes[name]) for name in ("value", "share", "sure")] == [int, float, bool]


def test_what_is_for_review_keeps_its_words_and_place(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("Загинуло 18 людей")
    archive.annotations.add_quote(article.id, "18", archive.tags.all()[0].id)
    archive.articles.revise(article.id, "Ні", Provenance("pasted", "paste", "1", None))
    (here,) = archive.annotations.of_article(article.id)
    (document,) = (i for i in read(write(archive, [article], tmp_path / "a.json")) if isinstance(i, ReadDocument))
    assert [(m.id, m.start, m.end, m.quote, m.prefix, m.suffix, m.for_review) for m in document.annotations] == [
        (here.id, here.start, here.end, "18", here.prefix, here.suffix, True)
    ]


def test_equal_articles_give_equal_bytes(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    first = write(archive, articles, tmp_path / "a.json").read_bytes()
    assert write(archive, articles[::-1], tmp_path / "b.json").read_bytes() == first


def test_progress_is_told_every_fifty_articles(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    articles = [add_article(f"Новина {number}") for number in range(120)]
    assert FORMAT.write is not None
    contents = Contents(archive, Selection(tuple(article.id for article in articles)))
    told = list(FORMAT.write(contents, tmp_path / "a.json"))
    assert [progress.done for progress in told if isinstance(progress, Progress)] == [0, 50, 100, 150, 200]
