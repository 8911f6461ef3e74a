# SPDX-License-Identifier: GPL-3.0-or-later
"""Which claims disagree: numbers of the same thing at the same time that cannot both be right."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice
from math import inf
from typing import NamedTuple

from archivist.dates import DateRange, date_range
from archivist.errors import InvalidDate
from archivist.model import Claim

# How far “about 400” and “almost 400” may be from 400, as a part of it.
_TOLERANCE = 0.1
# A claim tells at most so many others that it disagrees with; one is enough to look at it.
_TOLD = 20


class Range(NamedTuple):
    """The numbers that a claim leaves possible, both ends included."""

    low: float
    high: float


def possible(claim: Claim) -> Range | None:
    """The numbers that a claim leaves possible, or None where it has no number.

    “More than 1000” leaves 1000 itself possible: such numbers are rounded.
    """
    if claim.value is not None:
        low = high = float(claim.value)
    elif claim.low is not None or claim.high is not None:
        low = -inf if claim.low is None else float(claim.low)
        high = inf if claim.high is None else float(claim.high)
    else:
        return None
    match claim.approximation:
        case "about":
            return Range(low - abs(low) * _TOLERANCE, high + abs(high) * _TOLERANCE)
        case "almost":
            return Range(low - abs(low) * _TOLERANCE, high)
        case "at_least" | "more_than":
            return Range(low, inf)
        case "up_to":
            return Range(-inf, high)
    return Range(low, high)


def days(claim: Claim) -> DateRange | None:
    """The days that a claim may be as of: those it says, else those on which it was published."""
    for edtf in (claim.as_of, claim.published):
        if edtf:
            try:
                return date_range(edtf)
            except InvalidDate:  # as an import from elsewhere may have left it
                continue
    return None


class _When(NamedTuple):
    """What claims that are compared have in common: the days that they are as of, and their unit."""

    first: str
    last: str
    unit: str  # "" goes with any

    def goes_with(self, other: _When) -> bool:
        """Whether claims of these two can be compared."""
        is_one_unit = not self.unit or not other.unit or self.unit == other.unit
        return is_one_unit and self.first <= other.last and other.first <= self.last


def _when(claim: Claim) -> _When | None:
    dates = days(claim)
    return None if dates is None else _When(dates.first, dates.last, claim.unit.casefold())


def disagree(one: Claim, other: Claim) -> bool:
    """Whether two claims of one record are as of days that overlap and leave no number possible for both.

    Without a number or a day, or with different units, nothing can be said. A claim that replaces
    another does not disagree with it, which is for the caller to know.
    """
    if one.annotation.record is None or one.annotation.record != other.annotation.record:
        return False
    our_time, their_time, ours, theirs = _when(one), _when(other), possible(one), possible(other)
    if our_time is None or their_time is None or ours is None or theirs is None:
        return False
    return our_time.goes_with(their_time) and (ours.low > theirs.high or theirs.low > ours.high)


class _Beside:
    """Claims of one record, time and unit, so sorted that those which a number rules out are at the ends."""

    def __init__(self) -> None:
        self.by_low: list[tuple[float, int]] = []  # with the claim's place
        self.by_high: list[tuple[float, int]] = []

    def add(self, numbers: Range, place: int) -> None:
        """Add the claim at a place."""
        insort(self.by_low, (numbers.low, place))
        insort(self.by_high, (numbers.high, place))

    def ruled_out(self, numbers: Range) -> Iterator[int]:
        """The places of the claims that leave none of these numbers possible, the nearest first."""
        for at in range(bisect_right(self.by_low, (numbers.high, sys.maxsize)), len(self.by_low)):
            yield self.by_low[at][1]
        for at in reversed(range(bisect_left(self.by_high, (numbers.low, -1)))):
            yield self.by_high[at][1]


def marked(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, in their order, each with those that it disagrees with, by what is said and by the numbers."""
    groups: dict[str, dict[_When, _Beside]] = defaultdict(lambda: defaultdict(_Beside))
    compared: list[tuple[int, _When, Range]] = []
    for place, claim in enumerate(claims):
        when, numbers = _when(claim), possible(claim)
        if when is not None and numbers is not None and claim.annotation.record is not None:
            groups[claim.annotation.record][when].add(numbers, place)
            compared.append((place, when, numbers))
    found = [replace(claim, disagrees=claim.contradicts) if claim.contradicts else claim for claim in claims]
    replaced = _replaced(claims)
    replacing = replaced.keys() | set(chain.from_iterable(replaced.values()))
    # Claims that say one number of one time, and replace nothing, disagree with the same ones.
    answers: dict[tuple[str, _When, Range], tuple[str, ...]] = {}
    beside: dict[tuple[str, _When], list[_Beside]] = {}
    for place, when, numbers in compared:
        claim = claims[place]
        key = (claim.annotation.record or "", when, numbers)
        is_plain = claim.annotation.id not in replacing
        ids = answers.get(key) if is_plain else None
        if ids is None:
            if key[:2] not in beside:
                beside[key[:2]] = [group for other, group in groups[key[0]].items() if when.goes_with(other)]
            others: Iterator[int] = chain.from_iterable(group.ruled_out(numbers) for group in beside[key[:2]])
            if not is_plain:
                others = (each for each in others if not _one_replaces(claim, claims[each], replaced))
            told = islice(others, _TOLD)
            ids = tuple(claims[each].annotation.id for each in sorted(told))
        if is_plain:
            answers[key] = ids
        if ids:
            found[place] = replace(claim, disagrees=tuple(dict.fromkeys((*claim.contradicts, *ids))))
    return found


def _one_replaces(one: Claim, other: Claim, replaced: Mapping[str, set[str]]) -> bool:
    ours, theirs = one.annotation.id, other.annotation.id
    return theirs in replaced.get(ours, ()) or ours in replaced.get(theirs, ())


def _replaced(claims: Sequence[Claim]) -> dict[str, set[str]]:
    """What each claim replaces, directly or by way of others, by id; those that replace none are left out."""
    direct = {claim.annotation.id: claim.replaces for claim in claims if claim.replaces}
    found: dict[str, set[str]] = {}
    for id_ in direct:
        reached: set[str] = set()
        waiting = [id_]
        while waiting:
            new = [each for each in direct.get(waiting.pop(), ()) if each not in reached]
            reached.update(new)
            waiting += new
        found[id_] = reached
    return found
