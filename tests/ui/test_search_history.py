# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from archivist.ui.search_history import SearchHistory
from archivist.ui.settings import Settings


def test_the_newest_search_comes_first_and_each_once(settings: Settings) -> None:
    history = SearchHistory(settings)
    for query in ("dam", "гребля", "  dam ", ""):
        history.remember(query)
    assert history.queries == ["dam", "гребля"]


def test_only_so_many_are_kept(settings: Settings) -> None:
    history = SearchHistory(settings)
    for number in range(50):
        history.remember(f"dam {number}")
    assert len(history.queries) == 20
    assert history.queries[0] == "dam 49"


def test_they_outlive_the_program_until_they_are_cleared(settings: Settings) -> None:
    SearchHistory(settings).remember('"a b"~5, outlet:"Kyiv; Post"')
    settings.save()
    assert SearchHistory(settings).queries == ['"a b"~5, outlet:"Kyiv; Post"']
    SearchHistory(settings).clear()
    assert SearchHistory(settings).queries == []
