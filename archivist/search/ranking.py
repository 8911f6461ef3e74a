# SPDX-License-Identifier: GPL-3.0-or-later
"""The first of many by score, of equal scores those in the last rows."""

from __future__ import annotations

import numpy as np

from archivist.search.flat.sections import Array

_COLUMNS = 64


def possible_first(scores: Array, most: int) -> Array:
    """The places of the greatest scores: of the first `most`, and of all that equal the last of them."""
    if most <= 0:
        return np.zeros(0, np.intp)
    if len(scores) <= most:
        return np.arange(len(scores))
    return (scores >= least_of_first(scores, most)).nonzero()[0]


def first_of_equals(scores: Array, rows: Array, most: int) -> Array:
    """The places of the first `most` and of some that come after them."""
    places = possible_first(scores, most)
    if len(places) <= 2 * most:
        return places
    # So many equals are not worth putting in order.
    found = scores.take(places)
    least = found.min()
    equals = places[found == least]
    last = rows.take(equals).argpartition(len(equals) - most)[-most:] if len(equals) > most else slice(None)
    return np.concatenate((places[found > least], equals[last]))


def least_of_first(scores: Array, most: int) -> float:
    """The score of the last among the first `most`, of which there are more."""
    rows = len(scores) // _COLUMNS
    if rows > 4 * most:
        # No fewer than `most` scores are as great as the greatest of the `most` best rows, so only
        # those that are need be put in order.
        greatest = scores[: rows * _COLUMNS].reshape(_COLUMNS, rows).max(axis=0)
        greatest.partition(rows - most)
        scores = scores[scores >= greatest[rows - most]]
    return float(np.partition(scores, len(scores) - most)[len(scores) - most])
