# SPDX-License-Identifier: GPL-3.0-or-later
"""The annotations of the shown text at their places, and in which lane each is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from archivist.model import Annotation, Status
from archivist.text import Utf16Map
from archivist.ui.reader.spans import SpanIndex

# Larger clusters get their lanes in one sweep: the tidier way compares every pair.
_TIDY_CLUSTER = 64


@dataclass(slots=True, eq=False)
class Mark:
    """An annotation at its place in the document; start and end are UTF-16 positions."""

    annotation: Annotation
    start: int
    end: int

    @property
    def key(self) -> str:
        """The id of the annotation."""
        return self.annotation.id

    @property
    def length(self) -> int:
        """In UTF-16 units."""
        return self.end - self.start


class MarkIndex(SpanIndex[Mark]):
    """The marks of one text in reading order, by their ids and with their lanes."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._lanes: dict[Mark, tuple[int, int]] = {}
        super().__init__(marks)
        self._by_id = {mark.annotation.id: mark for mark in self}

    def get(self, annotation_id: str | None) -> Mark | None:
        """The mark of an annotation, if it has one."""
        return self._by_id.get(annotation_id) if annotation_id is not None else None

    def add(self, mark: Mark) -> None:
        """Take one mark in, in place of an older one of the same annotation."""
        self.remove(mark.annotation.id)
        self._by_id[mark.annotation.id] = mark
        self._insert(mark)

    def remove(self, annotation_id: str) -> Mark | None:
        """Take one mark out, and return it if it was there."""
        mark = self._by_id.pop(annotation_id, None)
        if mark is not None:
            self._delete(mark)
        return mark

    def lane(self, mark: Mark) -> tuple[int, int]:
        """The lane of a mark, 0 nearest to the words, and the number of lanes in its cluster.

        A cluster is a chain of marks each of which overlaps another; no two that overlap share a lane.
        """
        if mark not in self._lanes:
            self._lanes.update(_lanes(self.cluster(mark)))
        return self._lanes[mark]

    def _changed(self) -> None:
        super()._changed()
        self._lanes.clear()


def marks_of(annotations: Iterable[Annotation], text: Utf16Map) -> list[Mark]:
    """The marks of the annotations that stand on words of a text.

    An annotation that waits for review has lost its words, so it is not painted on others.
    """
    anchored, length = Status.ANCHORED, text.length
    standing = [each for each in annotations if each.status is anchored and 0 <= each.start < each.end <= length]
    if text.utf16_length == length:
        return [Mark(each, each.start, each.end) for each in standing]
    return [Mark(each, text.to_utf16(each.start), text.to_utf16(each.end)) for each in standing]


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
