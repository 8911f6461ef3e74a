# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores are those of Whoosh's own BM25F, to the last bit."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.scoring import bm25
from whoosh.util.numeric import byte_to_length

from archivist.search.scoring import LENGTH_EFFECT, LENGTH_SHIFT, SATURATION, Weights, rarity, worth

averages = st.floats(0.5, 100_000)


def weighed(weights, counts, lengths):
    lengths = np.array(lengths, "u1")
    return worth(counts, lengths.astype("u2") << LENGTH_SHIFT, weights.table, weights.norms).tolist()


@given(st.lists(st.tuples(st.integers(1, 254), st.integers(0, 255))), averages)
def test_small_counts(pairs, average):
    found = weighed(Weights(average), np.array([count for count, _ in pairs], "u1"), [length for _, length in pairs])
    assert found == [
        bm25(1, count, byte_to_length(length), average, LENGTH_EFFECT, SATURATION) for count, length in pairs
    ]


@given(st.lists(st.tuples(st.integers(0, 1 << 24), st.integers(0, 255))), averages)
def test_great_counts(pairs, average):
    found = weighed(Weights(average), np.array([count for count, _ in pairs], "u4"), [length for _, length in pairs])
    assert found == [
        bm25(1, count, byte_to_length(length), average, LENGTH_EFFECT, SATURATION) for count, length in pairs
    ]


@pytest.mark.parametrize("frequency", [0, 1, 99, 100])
def test_what_is_rare_counts_more(frequency):
    assert rarity(100, frequency) > rarity(100, frequency + 1)
