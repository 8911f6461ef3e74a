# SPDX-License-Identifier: GPL-3.0-or-later
"""The first of many articles by date or outlet, found by walking along all of them in order."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from archivist.search.columns import FollowedColumns
from archivist.search.flat.sections import Array
from archivist.search.manifest import Manifest
from archivist.search.snapshot import Snapshot


class First(NamedTuple):
    """How many articles are found, and of the first, in order, the rows and scores."""

    total: int
    rows: Array
    scores: Array


class Orders:
    """The documents of a snapshot in each order; they follow the archive with its columns."""

    def __init__(self, columns: FollowedColumns) -> None:
        self._columns = columns
        self._known: dict[str, tuple[Manifest, int, Array]] = {}  # with the version of the columns

    def first(self, sort: str, snapshot: Snapshot, mask: Array, most: int | None) -> First:
        """The first of a mask of documents; all of them where `most` is None."""
        order = self._documents(sort, snapshot)
        total = int(np.count_nonzero(mask))
        wanted = total if most is None else min(most, total)
        size = 2 * wanted * (len(mask) // max(1, total) + 1)  # so many hold them as a rule
        documents = order[:0]
        while len(documents) < wanted:
            documents = order[:size][mask.take(order[:size])]
            size *= 4
        rows = snapshot.rows.take(documents[:wanted])
        return First(total, rows, np.zeros(len(rows)))

    def _documents(self, sort: str, snapshot: Snapshot) -> Array:
        columns = self._columns.get()
        known = self._known.get(sort)
        if known is None or known[0] is not snapshot.manifest or known[1] != columns.version:
            ranks = columns.rank(sort)
            # What the archive has no more, or not yet, is in no mask.
            rows = np.minimum(snapshot.rows, len(ranks) - 1)
            order = ranks.take(rows).argsort(kind="stable") if len(ranks) else np.arange(snapshot.size)
            known = self._known[sort] = (snapshot.manifest, columns.version, order)
        return known[2]
