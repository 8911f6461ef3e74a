# SPDX-License-Identifier: GPL-3.0-or-later
"""How many edits lie between two spellings.

An edit inserts, deletes or replaces one letter, or swaps two neighbours; no letter is edited twice
(the optimal string alignment distance).
"""

from __future__ import annotations


def are_near(one: str, other: str, most: int) -> bool:
    """Whether the first spelling becomes the other by so many edits at most."""
    return edits(one, other, most) <= most


def edits(one: str, other: str, most: int) -> int:
    """The number of edits, or most + 1 where there are more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    one, other = _without_common_ends(one, other)
    previous: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one):
        earlier, previous, row = previous, row, [at + 1]
        for place, wanted in enumerate(other):
            cost = min(previous[place + 1] + 1, row[place] + 1, previous[place] + (letter != wanted))
            if at and place and letter == other[place - 1] and wanted == one[at - 1]:
                cost = min(cost, earlier[place - 1] + 1)
            row.append(cost)
        # A swap reaches over one row, so two of them must be too far.
        if min(row) > most and min(previous) > most:
            return most + 1
    return min(row[-1], most + 1)


def _without_common_ends(one: str, other: str) -> tuple[str, str]:
    """What is left of both without what they begin and end with alike, which no edit need touch."""
    beginning = _alike(one, other)
    one, other = one[beginning:], other[beginning:]
    end = _alike(one[::-1], other[::-1])
    return one[: len(one) - end], other[: len(other) - end]


def _alike(one: str, other: str) -> int:
    """How many letters both begin with."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
