# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoosh's BM25F, reckoned for many documents at once."""

from __future__ import annotations

from math import log

import numpy as np
from whoosh.util.numeric import byte_to_length

from archivist.search.flat.sections import Array

# BM25's K1 and B, at their usual values.
SATURATION, LENGTH_EFFECT = 1.2, 0.75

LENGTH_SHIFT = 8  # bits, so that a count fits beside an encoded length
_COUNTS = _LENGTHS = 1 << LENGTH_SHIFT


def rarity(documents: int, frequency: int) -> float:
    """The inverse document frequency of a key in so many of all documents."""
    return log(documents / (frequency + 1)) + 1


class Weights:
    """What a key adds to a score, but for its rarity, by how often it stands in a field and how long that is.

    `table` has it for small counts, by encoded length and count, as division is slow and most counts are small;
    `norms` is what greater ones are reckoned with, by encoded length.
    """

    def __init__(self, average_length: float) -> None:
        lengths = np.array([byte_to_length(byte) for byte in range(_LENGTHS)], float)
        self.norms = SATURATION * ((1 - LENGTH_EFFECT) + LENGTH_EFFECT * lengths / average_length)
        self.table = _weights(np.arange(_COUNTS, dtype=float), self.norms[:, np.newaxis]).reshape(-1)


def worth(counts: Array, lengths: Array, table: Array, norms: Array) -> Array:
    """The weights of counts in fields of these lengths, which are encoded and shifted."""
    if counts.dtype.itemsize > 1:
        return _weights(counts.astype(float), norms.take(lengths >> LENGTH_SHIFT))
    return table.take(lengths | counts)


def _weights(counts: Array, norms: Array) -> Array:
    weights: Array = (counts * (SATURATION + 1)) / (counts + norms)
    return weights
