# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections import Counter

import pytest

from archivist.model import Kind, Suggestion
from archivist.suggest.findings import Group, GroupKey

KEY = GroupKey(Kind.FIGURE, "figure", "загиблі")


def offer(confidence: float) -> tuple[str, Suggestion]:
    return "a", Suggestion(0, 2, "18", Kind.FIGURE, {}, confidence, "figure")


GROUP = Group(KEY, "загиблі", 3, 2, Counter({0.9: 1, 0.6: 2}), [offer(0.9), offer(0.6)])


def test_the_confidence_of_a_group_is_the_mean() -> None:
    assert GROUP.confidence == pytest.approx(0.7)


@pytest.mark.parametrize(("at_least", "count"), [(0.0, 3), (0.6, 3), (0.61, 1), (0.95, 0)])
def test_how_many_are_of_a_confidence(at_least: float, count: int) -> None:
    assert GROUP.count_from(at_least) == count


def test_what_is_left_below_a_confidence() -> None:
    left = GROUP.below(0.9)
    assert left is not None
    assert (left.count, left.articles, left.confidence) == (2, 2, pytest.approx(0.6))
    assert left.examples == [offer(0.6)]


def test_nothing_is_left_where_all_is_of_the_confidence() -> None:
    assert GROUP.below(0.5) is None
