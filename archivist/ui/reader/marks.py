# SPDX-License-Identifier: GPL-3.0-or-later
"""The annotations of the shown text as intervals: which overlap a stretch, and in which lane each is.

Marks are kept sorted, beside them the furthest end so far; as that never falls, both ends of the
stretch of candidates are found by bisection, and one annotation more costs next to nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from archivist.model import Annotation, Status
from archivist.text import Utf16Map

# Larger clusters get their lanes in one sweep: the tidier way compares every pair.
_TIDY_CLUSTER = 64


@dataclass(slots=True, eq=False)
class Mark:
    """An annotation at its place in the document; start and end are UTF-16 positions."""

    annotation: Annotation
    start: int
    end: int

    @property
    def length(self) -> int:
        """In UTF-16 units."""
        return self.end - self.start


class MarkIndex:
    """The marks of one text in reading order: by start, the longer first."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks = sorted(marks, key=_reading_order)
        self._by_id = {mark.annotation.id: mark for mark in self._marks}
        self._lanes: dict[Mark, tuple[int, int]] = {}
        self._furthest: list[int] = []
        self._rebuild()

    def __len__(self) -> int:
        return len(self._marks)

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._marks)

    def get(self, annotation_id: str | None) -> Mark | None:
        """The mark of an annotation, if it has one."""
        return self._by_id.get(annotation_id) if annotation_id is not None else None

    def add(self, mark: Mark) -> None:
        """Take one mark in, in place of an older one of the same annotation."""
        self.remove(mark.annotation.id)
        insort(self._marks, mark, key=_reading_order)
        self._by_id[mark.annotation.id] = mark
        self._rebuild()

    def remove(self, annotation_id: str) -> Mark | None:
        """Take one mark out, and return it if it was there."""
        mark = self._by_id.pop(annotation_id, None)
        if mark is not None:
            del self._marks[self._position(mark)]
            self._rebuild()
        return mark

    def overlapping(self, start: int, end: int) -> list[Mark]:
        """The marks that share at least one position with [start, end), in reading order."""
        first = bisect_right(self._furthest, start)
        last = bisect_left(self._marks, end, key=_start)
        return [mark for mark in self._marks[first:last] if mark.end > start]

    def following(self, mark: Mark) -> Mark:
        """The next mark in reading order, after the last the first."""
        return self._marks[(self._position(mark) + 1) % len(self._marks)]

    def preceding(self, mark: Mark) -> Mark:
        """The mark before, before the first the last."""
        return self._marks[self._position(mark) - 1]

    def first_from(self, position: int) -> Mark | None:
        """The first mark that starts at a UTF-16 position or after it, else the very first."""
        if not self._marks:
            return None
        return self._marks[bisect_left(self._marks, position, key=_start) % len(self._marks)]

    def last_before(self, position: int) -> Mark | None:
        """The last mark that starts before a UTF-16 position, else the very last."""
        return self._marks[bisect_left(self._marks, position, key=_start) - 1] if self._marks else None

    def lane(self, mark: Mark) -> tuple[int, int]:
        """The lane of a mark, 0 nearest to the words, and the number of lanes in its cluster.

        A cluster is a chain of marks each of which overlaps another; no two that overlap share a lane.
        """
        if mark not in self._lanes:
            self._lanes.update(_lanes(self._cluster(mark)))
        return self._lanes[mark]

    def _position(self, mark: Mark) -> int:
        return bisect_left(self._marks, _reading_order(mark), key=_reading_order)

    def _rebuild(self) -> None:
        self._furthest = list(accumulate((mark.end for mark in self._marks), max))
        self._lanes.clear()

    def _cluster(self, mark: Mark) -> list[Mark]:
        first = self._position(mark)
        while first and self._furthest[first - 1] > self._marks[first].start:
            first -= 1
        last = first + 1
        while last < len(self._marks) and self._furthest[last - 1] > self._marks[last].start:
            last += 1
        return self._marks[first:last]


def marks_of(annotations: Iterable[Annotation], text: Utf16Map) -> list[Mark]:
    """The marks of the annotations that stand on words of a text.

    An annotation that waits for review has lost its words, so it is not painted on others.
    """
    anchored, length = Status.ANCHORED, text.length
    standing = [each for each in annotations if each.status is anchored and 0 <= each.start < each.end <= length]
    if text.utf16_length == length:
        return [Mark(each, each.start, each.end) for each in standing]
    return [Mark(each, text.to_utf16(each.start), text.to_utf16(each.end)) for each in standing]


def _start(mark: Mark) -> int:
    return mark.start


def _reading_order(mark: Mark) -> tuple[int, int, str]:
    return mark.start, -mark.end, mark.annotation.id


def _lanes(cluster: list[Mark]) -> dict[Mark, tuple[int, int]]:
    lanes = _lanes_from_within(cluster) if len(cluster) <= _TIDY_CLUSTER else _lanes_in_one_sweep(cluster)
    count = max(lanes.values()) + 1
    return {mark: (lane, count) for mark, lane in lanes.items()}


def _lanes_from_within(cluster: list[Mark]) -> dict[Mark, int]:
    """The shorter a mark, the nearer to the words: brackets around brackets."""
    lanes: dict[Mark, int] = {}
    for mark in sorted(cluster, key=lambda each: each.length):
        taken = {lane for other, lane in lanes.items() if other.start < mark.end and mark.start < other.end}
        lanes[mark] = next(lane for lane in range(len(lanes) + 1) if lane not in taken)
    return lanes


def _lanes_in_one_sweep(cluster: list[Mark]) -> dict[Mark, int]:
    """The first lane that is free where the mark starts."""
    lanes: dict[Mark, int] = {}
    ends: list[int] = []  # of what each lane holds so far
    for mark in cluster:
        for lane, end in enumerate(ends):
            if end <= mark.start:
                ends[lane] = mark.end
                break
        else:
            lane = len(ends)
            ends.append(mark.end)
        lanes[mark] = lane
    return lanes
