# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archivist.errors import QueryMistake, StepUndone, TagNotFound
from archivist.model import Article
from archivist.search import Search, update
from archivist.store import Archive
from archivist.store.bulk_annotating import Placement
from archivist.tag_hits import Tagged, tag_hits, tag_passages
from tests.long_work import run_to_end

Add = Callable[..., Article]
BODIES = (
    "Прорвало греблю\n\nГреблю збудували в 1968 році, а людей вивезли.",
    "Гребля стоїть\n\nПро іншу греблю міністр мовчить.",
    "Страйк у порту",
)


@pytest.fixture
def articles(archive: Archive, add_article: Add) -> list[Article]:
    return [add_article(body, language="uk") for body in BODIES]


@pytest.fixture
def search(archive: Archive, articles: list[Article], tmp_path: Path) -> Iterator[Search]:
    run_to_end(update(archive, base=tmp_path / "index"))
    with Search(archive, base=tmp_path / "index") as search:
        yield search


@pytest.fixture
def strike(archive: Archive) -> str:
    return archive.tags.named("strike").id


def quotes(archive: Archive, article: Article) -> list[str]:
    return [annotation.quote for annotation in archive.annotations.of_article(article.id)]


def test_every_match_in_every_article_is_tagged_in_one_step(
    archive: Archive, articles: list[Article], search: Search, strike: str
) -> None:
    tagged = run_to_end(tag_hits(archive, "гребля", search.rows("гребля"), strike, "перевірити"))
    assert tagged == Tagged(articles=2, passages=4, added=4)
    assert [quotes(archive, article) for article in articles] == [["греблю", "Греблю"], ["Гребля", "греблю"], []]
    step = archive.history.next_undo()
    assert step is not None
    assert step.name == "Tag hits of “гребля” as strike"
    archive.history.undo()
    assert archive.annotations.count() == 0


def test_a_phrase_is_one_passage(archive: Archive, articles: list[Article], search: Search, strike: str) -> None:
    query = '"про іншу греблю"'
    run_to_end(tag_hits(archive, query, search.rows(query), strike))
    assert quotes(archive, articles[1]) == ["Про іншу греблю"]


def test_words_near_each_other_are_one_passage_from_the_first_to_the_last(
    archive: Archive, articles: list[Article], search: Search, strike: str
) -> None:
    query = '"мовчати гребля"~1'
    run_to_end(tag_hits(archive, query, search.rows(query), strike))
    assert quotes(archive, articles[1]) == ["греблю міністр мовчить"]


def test_only_the_articles_that_are_meant_are_tagged(archive: Archive, articles: list[Article], strike: str) -> None:
    assert run_to_end(tag_hits(archive, "гребля", [articles[1].row], strike)).articles == 1
    assert quotes(archive, articles[0]) == []


def test_the_second_time_nothing_is_left_to_tag(archive: Archive, search: Search, strike: str) -> None:
    rows = search.rows("гребля")
    run_to_end(tag_hits(archive, "гребля", rows, strike))
    step = archive.history.next_undo()
    assert run_to_end(tag_hits(archive, "гребля", rows, strike)) == Tagged(2, 4, 0)
    assert archive.history.next_undo() == step


def test_an_article_that_was_deleted_meanwhile_is_passed_over(
    archive: Archive, articles: list[Article], search: Search, strike: str
) -> None:
    rows = search.rows("гребля")
    archive.articles.delete([articles[0].id])
    assert run_to_end(tag_hits(archive, "гребля", rows, strike)) == Tagged(1, 2, 2)


def test_an_article_that_is_deleted_between_finding_and_writing_is_passed_over(
    archive: Archive, articles: list[Article], search: Search, strike: str
) -> None:
    steps = tag_hits(archive, "гребля", search.rows("гребля"), strike)
    while next(steps).what != "tag":
        pass
    archive.articles.delete([articles[0].id])
    assert run_to_end(steps).added == 2
    assert len(quotes(archive, articles[1])) == 2


def test_what_cannot_be_is_refused_before_anything_is_written(archive: Archive, strike: str) -> None:
    with pytest.raises(QueryMistake):
        run_to_end(tag_hits(archive, "(", [1], strike))
    with pytest.raises(TagNotFound):
        run_to_end(tag_hits(archive, "гребля", [1], "nothing"))
    assert archive.annotations.count() == 0


def passages(articles: list[Article]) -> list[Placement]:
    return [
        Placement(article.id, 0, end, body[:end])
        for article, body in zip(articles, BODIES, strict=True)
        for end in (3, 5)
    ]


def test_passages_in_several_batches_are_one_step(
    archive: Archive, articles: list[Article], strike: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archivist.tag_hits._BATCH", 2)
    before = archive.history.next_undo()
    assert run_to_end(tag_passages(archive, passages(articles), strike, name="Tag lines")).added == 6
    archive.history.undo()
    assert archive.annotations.count() == 0
    assert archive.history.next_undo() == before


def test_a_person_annotates_between_two_batches_and_undo_goes_back_in_time(
    archive: Archive, articles: list[Article], strike: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archivist.tag_hits._BATCH", 3)
    steps = tag_passages(archive, passages(articles), strike, name="Tag lines")
    next(steps)
    next(steps)
    archive.annotations.add_quote(articles[2].id, "порту", strike)
    assert run_to_end(steps).added == 6
    counts = []
    for _ in range(3):
        archive.history.undo()
        counts.append(archive.annotations.count())
    assert counts == [4, 3, 0]


def test_what_was_done_before_it_is_stopped_stays_and_can_be_undone(
    archive: Archive, articles: list[Article], strike: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archivist.tag_hits._BATCH", 2)
    steps = tag_passages(archive, passages(articles), strike, name="Tag lines")
    next(steps)
    next(steps)
    steps.close()
    assert archive.annotations.count() == 2
    archive.history.undo()
    assert archive.annotations.count() == 0


def test_it_does_not_go_on_after_it_was_undone_meanwhile(
    archive: Archive, articles: list[Article], strike: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archivist.tag_hits._BATCH", 2)
    steps = tag_passages(archive, passages(articles), strike, name="Tag lines")
    next(steps)
    next(steps)
    archive.history.undo()
    with pytest.raises(StepUndone):
        run_to_end(steps)
