# SPDX-License-Identifier: GPL-3.0-or-later
"""How many edits lie between two spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.search.edits import are_near, edits


def plainly(one: str, other: str) -> int:
    """The same by the definition, without a limit."""
    if not one or not other:
        return len(one) or len(other)
    costs = [
        plainly(one[:-1], other) + 1,
        plainly(one, other[:-1]) + 1,
        plainly(one[:-1], other[:-1]) + (one[-1] != other[-1]),
    ]
    if one[-2:] == other[-2:][::-1] and len(one) > 1 and len(other) > 1:
        costs.append(plainly(one[:-2], other[:-2]) + 1)
    return min(costs)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("слово", "слово", 0),
        ("слово", "слва", 2),
        ("слово", "слвоо", 1),
        ("слово", "солво", 1),
        ("лужаньский", "лужанський", 1),
        ("са", "абс", 3),
        ("", "аб", 2),
    ],
)
def test_edits_between_two_spellings(one, other, expected):
    assert edits(one, other, 5) == expected


def test_more_than_the_limit_is_one_more():
    assert edits("слово", "зовсім інше", 2) == 3
    assert not are_near("слово", "слв", 1)
    assert are_near("слово", "слв", 2)


SHORT = st.text(alphabet="абв", max_size=6)


@given(SHORT, SHORT, st.integers(1, 3))
def test_edits_are_those_of_the_definition(one, other, most):
    assert edits(one, other, most) == min(plainly(one, other), most + 1)
