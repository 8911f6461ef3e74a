# SPDX-License-Identifier: GPL-3.0-or-later
"""Folding what is found: of the articles that are one text only the first in the order of the hits is shown."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from archivist.store.duplicate_groups import Group


@dataclass(frozen=True, slots=True)
class Folded:
    """Rows of articles in order, and for those that stand for others, the rows of these in the same order."""

    rows: array[int]
    others: Mapping[int, tuple[int, ...]]

    @property
    def hidden(self) -> int:
        """How many rows are not among those shown."""
        return sum(map(len, self.others.values()))


def fold(rows: Iterable[int], group_of: Callable[[int], Group | None]) -> Folded:
    """What is shown of some articles; only others that are among them count.

    The first in order is kept, not the earliest published: so the list stays sorted, and what fits a query
    best is what is seen of its group.
    """
    shown = array("q")
    firsts: dict[int, int] = {}  # by the row of the group's first member
    others: dict[int, list[int]] = {}
    for row in rows:
        group = group_of(row)
        if group is None:
            shown.append(row)
            continue
        first = firsts.setdefault(group.rows[0], row)
        if first == row:
            shown.append(row)
        else:
            others.setdefault(first, []).append(row)
    return Folded(shown, {row: tuple(of) for row, of in others.items()})
