# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest

from archivist.model import Article
from archivist.search import Search, update
from archivist.store import Archive
from tests.language.near_duplicates import DAM_EN, STRIKE_RU
from tests.long_work import run_to_end


@pytest.fixture
def stories(archive: Archive, add_article: Callable[..., Article]) -> list[str]:
    """Four articles about one dam, of which the third names it most, and one about something else."""
    bodies = [DAM_EN, DAM_EN + "!", "Dam, dam, dam\n" + DAM_EN, DAM_EN + "?", STRIKE_RU]
    days = ["2024-05-02", "2024-05-04", "2024-05-03", "2024-05-05", "2024-05-01"]
    outlets = ["Herald", "Post", "Post", "Gazette", "Порт"]
    made = [
        add_article(body, published=day, outlet=outlet, title=f"{number}").id
        for number, (body, day, outlet) in enumerate(zip(bodies, days, outlets, strict=True))
    ]
    run_to_end(archive.duplicates.wordings.read_new())
    run_to_end(update(archive))
    return made


def test_the_best_hit_stands_for_its_group(engine: Search, stories: list[str]) -> None:
    results = engine.search("dam OR забастовка", fold=True)
    assert [hit.title for hit in results.hits if hit.title != "4"] == ["2"]
    (folded,) = [hit for hit in results.hits if hit.others]
    assert set(folded.others) == {stories[0], stories[1], stories[3]}
    assert (results.total, results.folded) == (2, 3)


def test_the_first_of_another_order_stands_for_its_group(engine: Search, stories: list[str]) -> None:
    results = engine.search("dam", sort="date", fold=True)
    assert [hit.title for hit in results.hits] == ["3"]
    assert results.hits[0].others == (stories[1], stories[2], stories[0])


def test_only_articles_that_are_found_are_folded_in(engine: Search, stories: list[str]) -> None:
    results = engine.search("dam outlet:Post", sort="date", fold=True)
    assert [hit.others for hit in results.hits] == [(stories[2],)]
    assert (results.total, results.folded) == (1, 1)


def test_facets_count_all(engine: Search, stories: list[str]) -> None:
    folded = engine.search("dam", facets=True, fold=True)
    assert folded.facets == engine.search("dam", facets=True).facets
    assert sum(value.count for value in folded.facets[0].values) == 4


def test_pages_are_of_what_is_folded(engine: Search, stories: list[str]) -> None:
    titles = [
        hit.title
        for offset in range(3)
        for hit in engine.search("*", sort="date", limit=1, offset=offset, fold=True).hits
    ]
    assert titles == ["3", "4"]


def test_without_duplicates_folding_changes_nothing(engine: Search, stories: list[str]) -> None:
    assert engine.search("забастовка", fold=True) == engine.search("забастовка")


def test_articles_with_duplicates_are_found(archive: Archive, engine: Search, stories: list[str]) -> None:
    def found(query: str) -> set[str]:
        return {hit.id for hit in engine.search(query).hits}

    assert found("has:duplicates") == set(stories[:4])
    assert found("-has:duplicates") == {stories[4]}
    assert found("has:duplicates outlet:Post") == {stories[1], stories[2]}
    for other in (0, 2, 3):
        archive.duplicates.put_apart(stories[1], stories[other])
    assert found("has:duplicates") == {stories[0], stories[2], stories[3]}
    archive.history.undo()
    archive.history.undo()
    archive.history.undo()
    archive.articles.delete([stories[0]])
    assert found("has:duplicates") == set(stories[1:4])


def test_texts_that_are_compared_later_are_found_then(
    archive: Archive, engine: Search, stories: list[str], add_article: Callable[..., Article]
) -> None:
    more = add_article(STRIKE_RU + "!", published="2024-05-02").id
    run_to_end(update(archive))
    assert stories[4] not in {hit.id for hit in engine.search("has:duplicates").hits}
    run_to_end(archive.duplicates.wordings.read_new())
    assert {more, stories[4]} <= {hit.id for hit in engine.search("has:duplicates").hits}
