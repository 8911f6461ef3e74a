# SPDX-License-Identifier: GPL-3.0-or-later
"""The first of many by score."""

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
    return np.flatnonzero(scores >= _least(scores, most))


def _least(scores: Array, most: int) -> float:
    """The score of the last among the first `most`."""
    rows = len(scores) // _COLUMNS
    if rows > 4 * most:
        # No fewer than `most` scores are as great as the greatest of the `most` best rows, so only
        # those that are need be put in order.
        greatest = scores[: rows * _COLUMNS].reshape(_COLUMNS, rows).max(axis=0)
        scores = scores[scores >= np.partition(greatest, rows - most)[rows - most]]
    return float(np.partition(scores, len(scores) - most)[len(scores) - most])
