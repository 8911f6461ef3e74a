# SPDX-License-Identifier: GPL-3.0-or-later
"""Krippendorff's alpha for unitizing: where on a continuum annotators see units, and how long these are.

As in Krippendorff, On the Reliability of Unitizing Contiguous Data (1995), with the formula of
Content Analysis (2004, 12.4). Two units that overlap disagree by the squared differences of their
edges; a unit where another annotator sees nothing disagrees by the square of its length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate, combinations
from typing import NamedTuple

Spans = Sequence[tuple[int, int]]  # start and end of each unit, half-open, in one unit of length


class Disagreement(NamedTuple):
    """About one category: what was observed, and what chance would bring about."""

    observed: float
    expected: float


class _Section(NamedTuple):
    """A unit, or a gap between units."""

    start: int
    length: int
    is_unit: bool

    @property
    def end(self) -> int:
        return self.start + self.length


def unitizing_alpha(categories: Iterable[Disagreement]) -> float | None:
    """Over one or more categories; None where there is nothing about which to disagree."""
    found = list(categories)
    expected = sum(each.expected for each in found)
    return None if expected <= 0 else 1 - sum(each.observed for each in found) / expected


def disagreement(annotators: Sequence[Spans], length: int) -> Disagreement:
    """Of two or more annotators about the units of one category on a continuum of this length.

    Units of one annotator that overlap are taken for one, since the measure knows no overlaps.
    """
    raters = len(annotators)
    if raters < 2 or not length:  # noqa: PLR2004 - it takes two to disagree
        return Disagreement(0.0, 0.0)
    sections = [_sections(joined(spans), length) for spans in annotators]
    difference = sum(_difference(first, second) for first, second in combinations(sections, 2))
    observed = 2 * difference / (raters * (raters - 1) * length**2)
    return Disagreement(observed, _expected(sections, length))


def joined(spans: Spans) -> list[tuple[int, int]]:
    """The spans in their order, those that overlap as one; those that only touch stay apart."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _sections(spans: Spans, length: int) -> list[_Section]:
    sections: list[_Section] = []
    at = 0
    for start, end in spans:
        if at < start:
            sections.append(_Section(at, start - at, is_unit=False))
        sections.append(_Section(start, end - start, is_unit=True))
        at = end
    if at < length:
        sections.append(_Section(at, length - at, is_unit=False))
    return sections


def _difference(first: Sequence[_Section], second: Sequence[_Section]) -> int:
    """The sum over all pairs of sections that meet."""
    difference = one = other = 0
    while one < len(first) and other < len(second):
        difference += _between(first[one], second[other])
        end, other_end = first[one].end, second[other].end
        one += end <= other_end
        other += other_end <= end
    return difference


def _between(one: _Section, other: _Section) -> int:
    """How far two sections that meet are apart, squared."""
    if one.is_unit and other.is_unit:
        return (one.start - other.start) ** 2 + (one.end - other.end) ** 2
    for unit, gap in ((one, other), (other, one)):
        if unit.is_unit and not gap.is_unit and gap.start <= unit.start and unit.end <= gap.end:
            return unit.length**2
    return 0


def _expected(annotators: Sequence[Sequence[_Section]], length: int) -> float:
    units = [section.length for sections in annotators for section in sections if section.is_unit]
    gaps = sorted(section.length for sections in annotators for section in sections if not section.is_unit)
    # Of the gaps from the n-th on: how many there are, and how long they are together.
    longer = [0, *accumulate(reversed(gaps))][::-1]
    chances = 0.0
    for unit in units:
        chances += (len(units) - 1) * (2 * unit**3 - 3 * unit**2 + unit) / 3
        first = bisect_left(gaps, unit)
        chances += unit**2 * (longer[first] - (len(gaps) - first) * (unit - 1))
    whole = len(annotators) * length
    possible = whole * (whole - 1) - sum(unit * (unit - 1) for unit in units)
    return 2 / length * chances / possible if possible else 0.0
