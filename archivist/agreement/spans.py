# SPDX-License-Identifier: GPL-3.0-or-later
"""How many of two annotators' spans are the same: exactly, or in overlapping."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple


class Marked(NamedTuple):
    """A span with its label, in one text."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class SpanScore:
    """What two annotators have in common. Neither is the right one; F1 is the same from both sides."""

    matched: int
    first: int  # how many the one has
    second: int

    @property
    def f1(self) -> float | None:
        """Twice what is matched of what both have; None where neither has any."""
        both = self.first + self.second
        return 2 * self.matched / both if both else None


def exact(first: Sequence[Marked], second: Sequence[Marked]) -> SpanScore:
    """Spans count as the same where both edges and the label are."""
    return SpanScore((Counter(first) & Counter(second)).total(), len(first), len(second))


def overlapping(first: Sequence[Marked], second: Sequence[Marked]) -> SpanScore:
    """Spans count as the same where they share a character and the label; each is matched once at most."""
    return SpanScore(len(pairs(first, second)), len(first), len(second))


def pairs(first: Sequence[Marked], second: Sequence[Marked]) -> list[tuple[int, int]]:
    """As many pairs of overlapping spans of one label as there can be, as places in the two lists.

    The same spans are paired first. Then who finds all possible partners taken makes one of them
    look for another, as in the Hungarian method.
    """
    taken: dict[int, int] = {}  # whose partner a span of the second is, by place
    places: dict[Marked, list[int]] = {}
    for place in reversed(range(len(second))):
        places.setdefault(second[place], []).append(place)
    waiting = []
    for place, span in enumerate(first):
        if places.get(span):
            taken[places[span].pop()] = place
        else:
            waiting.append(place)
    if waiting:
        possible = _Overlaps(second)
        for place in waiting:
            _find_partner(place, first, possible, taken)
    return sorted((mine, other) for other, mine in taken.items())


class _Overlaps:
    """Which spans of a list a span overlaps, of its label."""

    def __init__(self, spans: Sequence[Marked]) -> None:
        places: dict[str, list[int]] = {}
        for place in sorted(range(len(spans)), key=lambda place: spans[place].start):
            places.setdefault(spans[place].label, []).append(place)
        self._spans = spans
        # Of each label: the places in the order of their starts, these starts, and the last end so far.
        self._of = {
            label: (found, [spans[place].start for place in found], _last_ends([spans[place].end for place in found]))
            for label, found in places.items()
        }

    def of(self, span: Marked) -> Iterator[int]:
        places, starts, last_ends = self._of.get(span.label, ([], [], []))
        at = bisect_left(starts, span.end) - 1
        while at >= 0 and last_ends[at] > span.start:
            if self._spans[places[at]].end > span.start:
                yield places[at]
            at -= 1


def _last_ends(ends: Iterable[int]) -> list[int]:
    return list(accumulate(ends, max))


def _find_partner(place: int, first: Sequence[Marked], possible: _Overlaps, taken: dict[int, int]) -> None:
    """Find a partner for the span at this place of the first, whoever has to change theirs for it."""
    came_from: dict[int, int] = {}  # by place of the second: which of the first asked for it
    asking = deque([place])
    while asking:
        asker = asking.popleft()
        for other in possible.of(first[asker]):
            if other in came_from:
                continue
            came_from[other] = asker
            if other in taken:
                asking.append(taken[other])
                continue
            had = {owner: partner for partner, owner in taken.items()}
            free: int | None = other
            while free is not None:  # hand the partners on, back to who began
                mine = came_from[free]
                taken[free] = mine
                free = had.get(mine)
            return
