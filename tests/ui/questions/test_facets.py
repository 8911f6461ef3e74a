# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from archivist.errors import QueryMistake
from archivist.model import Article
from archivist.search import update
from archivist.store import Archive
from archivist.ui.questions.answering import Sources
from archivist.ui.questions.articles import Filter
from archivist.ui.questions.facets import Facets, count_facets
from tests.long_work import run_to_end

Add = Callable[..., Article]
NONE: frozenset[Filter] = frozenset()


@pytest.fixture
def sources(archive: Archive, add_article: Add) -> Iterator[Sources]:
    add_article("Dam bursts\nThe dam burst.", outlet="Courier", language="en", published="2024-03-05")
    strike = add_article("Dockers strike\nA strike at the dam.", outlet="Courier", language="en", published="2023")
    add_article("Страйк\nСтрайк триває.", language="uk")
    archive.annotations.add_quote(strike.id, "strike", archive.tags.named("strike").id)
    archive.collections.add("Water")
    archive.collections.add("Harbour")
    archive.collections.put_in("Harbour", [strike.id])
    run_to_end(update(archive))
    sources = Sources(archive)
    yield sources
    sources.close()


def section(facets: Facets, field: str) -> list[tuple[str, int]]:
    return [(entry.value, entry.count) for entry in facets.sections[field]]


def test_everything_is_counted(sources: Sources) -> None:
    counted = count_facets(sources, "", NONE)
    assert counted.total == 3
    assert section(counted, "outlet") == [("Courier", 2), ("", 1)]
    assert section(counted, "language") == [("en", 2), ("uk", 1)]
    assert section(counted, "year") == [("2024", 1), ("2023", 1), ("", 1)]
    assert section(counted, "tag") == [("strike", 1)]


def test_every_collection_and_kind_is_there_with_no_article_too(sources: Sources) -> None:
    counted = count_facets(sources, "", NONE)
    assert sorted(section(counted, "collection")) == [("Harbour", 1), ("Water", 0)]
    assert section(counted, "kind") == [("event", 1), ("actor", 0), ("figure", 0), ("date", 0)]


def test_a_search_is_counted_for_itself(sources: Sources) -> None:
    counted = count_facets(sources, "dam", NONE)
    assert counted.total == 2
    assert section(counted, "outlet") == [("Courier", 2)]


def test_what_is_on_is_there_with_no_article_too(sources: Sources) -> None:
    on = frozenset({Filter("language", "uk"), Filter("tag", "strike")})
    counted = count_facets(sources, "bursts", on)
    assert section(counted, "language") == [("uk", 0)]
    assert section(counted, "tag") == [("strike", 0)]
    assert counted.total == 1


def test_tags_and_collections_that_are_gone_are_not_there_though_they_are_on(sources: Sources) -> None:
    on = frozenset({Filter("collection", "Gone"), Filter("tag", "gone")})
    counted = count_facets(sources, "", on)
    assert "Gone" not in dict(section(counted, "collection"))
    assert section(counted, "tag") == []


def test_a_tag_comes_with_its_colour(sources: Sources) -> None:
    [entry] = count_facets(sources, "", NONE).sections["tag"]
    assert entry.tag == sources.archive.tags.named("strike")


def test_without_an_index_the_collections_are_counted(archive: Archive, add_article: Add) -> None:
    archive.collections.add("Water")
    archive.collections.put_in("Water", [add_article("Dam bursts").id])
    counted = count_facets(Sources(archive), "dam", NONE)
    assert section(counted, "collection") == [("Water", 1)]
    assert list(counted.sections) == ["collection"]


def test_a_mistake_in_a_query_is_told(sources: Sources) -> None:
    with pytest.raises(QueryMistake):
        count_facets(sources, "dam AND )", NONE)
