# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from archivist.errors import QueryMistake
from archivist.model import Article
from archivist.search import update
from archivist.store import Archive
from archivist.ui.questions.answering import Sources
from archivist.ui.questions.articles import (
    Filter,
    Sort,
    Wanted,
    chosen_of,
    excerpts,
    filters_of,
    list_articles,
    matches,
)
from tests.long_work import run_to_end

Add = Callable[..., Article]


@pytest.fixture
def sources(archive: Archive) -> Iterator[Sources]:
    sources = Sources(archive)
    yield sources
    sources.close()


@pytest.fixture
def articles(archive: Archive, add_article: Add) -> dict[str, Article]:
    articles = {
        "dam": add_article(
            "Прорвало греблю\nВода затопила три села.", outlet="Вісник", language="uk", published="2024-03"
        ),
        "strike": add_article("Dockers strike\nThe strike goes on.", outlet="Courier", language="en", published="2023"),
        "daily": add_article("A quiet day\nNo strike today.", outlet="Courier Daily", language="en", published="2022"),
    }
    archive.annotations.add_quote(articles["strike"].id, "strike", archive.tags.named("strike").id)
    archive.annotations.add_quote(articles["dam"].id, "три", archive.tags.named("killed").id)
    archive.collections.add("Water")
    archive.collections.put_in("Water", [articles["dam"].id])
    return articles


def names(sources: Sources, articles: dict[str, Article], wanted: Wanted) -> list[str]:
    by_row = {article.row: name for name, article in articles.items()}
    return [by_row[row] for row in list_articles(sources, wanted).rows]


def filters(*pairs: tuple[str, str]) -> frozenset[Filter]:
    return frozenset(Filter(*pair) for pair in pairs)


def test_all_articles_come_the_newest_first_or_by_title(sources: Sources, articles: dict[str, Article]) -> None:
    assert names(sources, articles, Wanted()) == ["dam", "strike", "daily"]
    assert names(sources, articles, Wanted(sort=Sort.TITLE)) == ["dam", "daily", "strike"]
    assert names(sources, articles, Wanted(sort=Sort.OUTLET)) == ["dam", "strike", "daily"]


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (filters(("outlet", "Courier")), ["strike"]),
        (filters(("outlet", "Courier"), ("outlet", "Вісник")), ["dam", "strike"]),
        (filters(("outlet", "Courier"), ("language", "uk")), []),
        (filters(("year", "2022"), ("year", "2023")), ["strike", "daily"]),
        (filters(("month", "2024-03"), ("kind", "figure")), ["dam"]),
        (filters(("tag", "strike")), ["strike"]),
        (filters(("collection", "Water")), ["dam"]),
    ],
)
def test_filters_of_one_field_widen_of_several_narrow(
    archive: Archive,
    sources: Sources,
    articles: dict[str, Article],
    chosen: frozenset[Filter],
    found: list[str],
) -> None:
    run_to_end(update(archive))
    assert names(sources, articles, Wanted(filters=chosen)) == found


def test_a_search_obeys_the_filters_and_the_order(
    archive: Archive, sources: Sources, articles: dict[str, Article]
) -> None:
    run_to_end(update(archive))
    assert names(sources, articles, Wanted("strikes", sort=Sort.RELEVANCE))[0] == "strike"
    assert names(sources, articles, Wanted("strike", sort=Sort.TITLE)) == ["daily", "strike"]
    assert names(sources, articles, Wanted("strike", sort=Sort.OUTLET)) == ["strike", "daily"]
    assert names(sources, articles, Wanted("strike", filters(("outlet", "Courier Daily")))) == ["daily"]


def test_any_form_is_found_with_its_places(archive: Archive, sources: Sources, articles: dict[str, Article]) -> None:
    run_to_end(update(archive))
    row = articles["dam"].row
    assert names(sources, articles, Wanted("греблі")) == ["dam"]
    assert matches(sources, "греблі", row) == [(9, 15)]
    excerpt = excerpts(sources, "село", [row])[row]
    assert (excerpt.snippet.matches, excerpt.count) == (((18, 22),), 1)


def test_without_an_index_a_search_says_that_it_is_missing(sources: Sources, articles: dict[str, Article]) -> None:
    listed = list_articles(sources, Wanted("strike"))
    assert listed.index_missing
    assert list(listed.rows) == []


def test_where_nothing_is_found_there_are_suggestions(
    archive: Archive, sources: Sources, articles: dict[str, Article]
) -> None:
    run_to_end(update(archive))
    listed = list_articles(sources, Wanted("dokcers"))
    assert list(listed.rows) == []
    assert listed.suggestions == ("dockers",)


def test_a_mistake_in_a_query_is_told(sources: Sources) -> None:
    with pytest.raises(QueryMistake):
        list_articles(sources, Wanted("strike AND )"))


def test_filters_are_values_by_field() -> None:
    chosen = {"outlet": ("", "Courier"), "year": ("2022",)}
    on = filters(("outlet", "Courier"), ("outlet", ""), ("year", "2022"))
    assert chosen_of(on) == chosen
    assert filters_of(chosen) == on


def test_the_answering_process_knows_no_qt() -> None:
    names = ("articles", "completing", "concordance", "export", "facets", "history", "hits")
    modules = ", ".join(["archivist.ui.steps", *(f"archivist.ui.questions.{name}" for name in names)])
    code = f"import sys, {modules}; print(any(name.startswith('PySide6') for name in sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"
