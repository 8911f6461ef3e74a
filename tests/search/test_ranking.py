# SPDX-License-Identifier: GPL-3.0-or-later
"""The possible first of many are the first, and whatever equals the last of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.search.ranking import first_of_equals, possible_first

few_values = st.lists(st.sampled_from([0.0, 0.1, 0.5, 1.0, 2.5]), max_size=30)


def plainly(scores, most):
    """The places of the greatest and their equals, by sorting."""
    if not most or not len(scores):
        return []
    least = sorted(scores, reverse=True)[:most][-1]
    return [place for place, score in enumerate(scores) if score >= least]


@given(few_values, st.integers(0, 40))
def test_of_few(values, most):
    scores = np.array(values, float)
    assert possible_first(scores, most).tolist() == plainly(values, most)


@given(st.integers(0, 2**32), st.sampled_from([1, 2, 20, 100]), st.sampled_from([0, 1, 6]))
def test_of_many(seed, most, digits):
    values = np.round(np.random.default_rng(seed).random(3000), digits)
    assert possible_first(values, most).tolist() == plainly(values, most)


@pytest.mark.parametrize("size", [0, 1, 63, 64, 65, 256, 257, 64 * 5, 64 * 5 + 1])
@pytest.mark.parametrize("place", [0, -1])
def test_the_greatest_is_found_wherever_it_stands(size, place):
    scores = np.zeros(size)
    if size:
        scores[place] = 1.0
        assert possible_first(scores, 1).tolist() == [place % size]
    else:
        assert possible_first(scores, 1).tolist() == []


@given(st.integers(0, 2**32), st.sampled_from([1, 2, 20, 100]), st.sampled_from([0, 1, 6]))
def test_of_equals_the_last_rows_are_kept(seed, most, digits):
    chance = np.random.default_rng(seed)
    scores, rows = np.round(chance.random(1000), digits), chance.permutation(1000)
    places = first_of_equals(scores, rows, most)
    assert len(places) <= 2 * most or digits == 6
    best = sorted(zip(-scores, -rows, strict=True))[:most]
    assert sorted(zip(-scores[places], -rows[places], strict=True))[:most] == best
