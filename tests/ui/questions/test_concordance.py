# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest

from archivist.errors import QueryMistake
from archivist.model import Article
from archivist.search import update
from archivist.store import Archive
from archivist.ui.questions.articles import Filter
from archivist.ui.questions.concordance import Lines, Order, make_concordance
from tests.long_work import run_to_end

Add = Callable[..., Article]


@pytest.fixture
def articles(archive: Archive, add_article: Add) -> list[Article]:
    articles = [
        add_article("Dam bursts\nOld dams burst. A new dam held.", outlet="Courier", published="2024-03-05"),
        add_article("Дамба\nThe dam is dry.", outlet="Вісник", language="en"),
    ]
    run_to_end(update(archive))
    return articles


def lines_of(archive: Archive, query: str, *filters: Filter) -> Lines:
    return run_to_end(make_concordance(archive, query, frozenset(filters)))


def test_every_occurrence_is_a_line_with_its_place(archive: Archive, articles: list[Article]) -> None:
    lines = lines_of(archive, "dam")
    assert (lines.total, lines.articles, len(lines.places)) == (4, 2, 4)
    bodies = {article.id: archive.articles.revision(article.id).body for article in articles}
    for line in lines.in_order(Order.ARTICLE):
        assert bodies[line.article][line.start : line.end] == line.match
    assert {(line.title, line.outlet, line.published) for line in lines.in_order(Order.ARTICLE)} == {
        ("Dam bursts", "Courier", "2024-03-05"),
        ("Дамба", "Вісник", ""),
    }


def test_lines_come_in_each_of_the_orders(archive: Archive, articles: list[Article]) -> None:
    lines = lines_of(archive, "dam", Filter("outlet", "Courier"))
    assert [line.right.split()[0] for line in lines.in_order(Order.RIGHT)] == ["burst.", "bursts", "held."]
    matches = [line.match for line in lines.in_order(Order.MATCH)]
    assert matches == sorted(matches, key=str.casefold)
    assert [line.start for line in lines.in_order(Order.ARTICLE)] == [0, 15, 33]
    assert {line.start for line in lines.in_order(Order.LEFT)} == {0, 15, 33}


def test_filters_are_obeyed(archive: Archive, articles: list[Article]) -> None:
    assert lines_of(archive, "dam", Filter("outlet", "Вісник")).total == 1


def test_nothing_found_is_no_line(archive: Archive, articles: list[Article]) -> None:
    lines = lines_of(archive, "harbour")
    assert (lines.total, lines.articles) == (0, 0)
    assert list(lines.in_order(Order.LEFT)) == []


def test_a_mistake_in_a_query_is_told(archive: Archive, articles: list[Article]) -> None:
    with pytest.raises(QueryMistake):
        lines_of(archive, "dam AND )")
