# SPDX-License-Identifier: GPL-3.0-or-later
"""Which lines of a column are rows of a table.

The lines of a narrow column that is set to both margins have wide spaces, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from archivist.intake.pdf.layout import Line

_WIDE = 4.0  # heights between cells of a row that stands alone
_ALIGNED = 0.5  # heights
_ORDINARY = 0.3  # of the lines of running text
_NEARLY_ALL = 0.85
_EVEN = 1.25  # times as wide as the narrowest space of a line
_FEWEST_ALIKE = 3  # rows that show that lines to both margins are a table after all


def table_rows(lines: Sequence[Line]) -> list[bool]:
    """For each line of a column, whether it is a row: its cells stand below those of its neighbours."""
    rows = [False] * len(lines)
    if not _is_set_to_both_margins(lines):
        rows = [_widest_space(line) > _WIDE * line.height for line in lines]
        for number, (one, other) in enumerate(pairwise(lines)):
            if _has_aligned_cells(one, other):
                rows[number] = rows[number + 1] = True
    for start in range(len(lines) - _FEWEST_ALIKE + 1):
        run = lines[start : start + _FEWEST_ALIKE]
        if all(_begin_alike(one, other) for one, other in pairwise(run)):
            rows[start : start + _FEWEST_ALIKE] = [True] * _FEWEST_ALIKE
    return rows


def _is_set_to_both_margins(lines: Sequence[Line]) -> bool:
    """Whether most lines end at the margin, and many have ordinary spaces, or nearly all even ones."""
    right = max(line.right for line in lines)
    full = sum(right - line.right <= _ALIGNED * line.height for line in lines)
    ordinary = sum(len(line.cells) == 1 and len(line.words) > 1 for line in lines)
    spaced = [line for line in lines if len(line.words) > _FEWEST_ALIKE - 1]
    even = len(spaced) >= _FEWEST_ALIKE and sum(map(_is_even, spaced)) >= _NEARLY_ALL * len(spaced)
    return 2 * full >= len(lines) and (even or ordinary >= _ORDINARY * len(lines))


def _is_even(line: Line) -> bool:
    spaces = [word.left - before.right for before, word in pairwise(line.words)]
    return max(spaces) <= _EVEN * min(spaces)


def _widest_space(line: Line) -> float:
    if len(line.cells) == 1:
        return 0.0
    return max(word.left - before.right for before, word in pairwise(line.words))


def _has_aligned_cells(one: Line, other: Line) -> bool:
    slack = _ALIGNED * one.height
    for cell in one.cells[1:]:
        for below in other.cells[1:]:
            ends = abs(cell[0].left - below[0].left), abs(cell[-1].right - below[-1].right)
            middles = abs(cell[0].left + cell[-1].right - below[0].left - below[-1].right) / 2
            if min(*ends, middles) <= slack:
                return True
    return False


def _begin_alike(one: Line, other: Line) -> bool:
    slack = _ALIGNED * one.height
    if len(one.cells) == 1 or len(one.cells) != len(other.cells):
        return False
    return all(abs(cell[0].left - below[0].left) <= slack for cell, below in zip(one.cells, other.cells, strict=True))
