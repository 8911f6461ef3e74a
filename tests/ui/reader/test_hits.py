# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist.ui.reader.hits import Hits, find_all


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ранок", ["ранок", "Ранок"]),
        ("9 ранку", ["9\u00a0ранку"]),
        ("об'їзд", ["об’їзд"]),
        ("(так)", ["(так)"]),
        ("  так ", ["так"]),
        ("ніч", []),
        ("   ", []),
        ("", []),
    ],
)
def test_finding_words(words: str, found: list[str]) -> None:
    text = "ранок 😎 Ранок о 9\u00a0ранку: об’їзд (так)"
    assert [text[start:end] for start, end in find_all(text, words)] == found


def test_the_hits_of_a_stretch() -> None:
    hits = Hits([(10, 14), (0, 4), (20, 24)])
    assert hits.overlapping(3, 11) == [(0, 4, False), (10, 14, False)]
    assert hits.overlapping(4, 10) == []


def test_going_on_begins_after_the_caret_and_goes_round() -> None:
    hits = Hits([(0, 4), (10, 14), (20, 24)])
    assert [hits.go_on(5, 1) for _ in range(4)] == [1, 2, 0, 1]


def test_going_back_begins_before_the_caret_and_goes_round() -> None:
    hits = Hits([(0, 4), (10, 14), (20, 24)])
    assert [hits.go_on(5, -1) for _ in range(3)] == [0, 2, 1]


def test_going_on_may_end_at_the_ends() -> None:
    hits = Hits([(0, 4), (10, 14)])
    assert [hits.go_on(0, 1, round_the_end=False) for _ in range(4)] == [0, 1, None, None]
    assert [hits.go_on(0, -1, round_the_end=False) for _ in range(2)] == [0, None]


def test_a_hit_is_known_by_a_place_in_it() -> None:
    hits = Hits([(0, 4), (10, 14)])
    assert [hits.number_at(place) for place in (0, 3, 4, 10, 13, 14)] == [0, 0, None, 1, 1, None]


def test_the_current_hit_is_told_apart() -> None:
    hits = Hits([(0, 4), (10, 14)])
    hits.go_on(10, 1)
    assert hits.overlapping(0, 20) == [(0, 4, False), (10, 14, True)]


def test_without_hits_there_is_nowhere_to_go() -> None:
    assert Hits().go_on(0, 1) is None
