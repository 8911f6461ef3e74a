# SPDX-License-Identifier: GPL-3.0-or-later
"""In which lane below the words each mark has its underline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archivist.ui.reader.marks import Mark

# Larger clusters get their lanes in one sweep: the tidier way compares every pair.
_TIDY_CLUSTER = 64


def lanes_of(marks: Sequence[Mark]) -> dict[Mark, tuple[int, int]]:
    """The lane of each mark, 0 nearest to the words, and the number of lanes in its cluster.

    The marks come in reading order. A cluster is a chain of them each of which overlaps another; no two
    that overlap share a lane.
    """
    found: dict[Mark, tuple[int, int]] = {}
    for cluster in _clusters(marks):
        lanes = _from_within(cluster) if len(cluster) <= _TIDY_CLUSTER else _in_one_sweep(cluster)
        count = max(lanes.values()) + 1
        found.update((mark, (lane, count)) for mark, lane in lanes.items())
    return found


def _clusters(marks: Sequence[Mark]) -> Iterator[list[Mark]]:
    cluster: list[Mark] = []
    furthest = 0
    for mark in marks:
        if cluster and mark.start >= furthest:
            yield cluster
            cluster = []
        cluster.append(mark)
        furthest = max(furthest, mark.end)
    if cluster:
        yield cluster


def _from_within(cluster: list[Mark]) -> dict[Mark, int]:
    """The shorter a mark, the nearer to the words: brackets around brackets."""
    if len(cluster) == 1:
        return {cluster[0]: 0}
    lanes: dict[Mark, int] = {}
    for mark in sorted(cluster, key=lambda each: each.length):
        taken = {lane for other, lane in lanes.items() if other.start < mark.end and mark.start < other.end}
        lanes[mark] = next(lane for lane in range(len(lanes) + 1) if lane not in taken)
    return lanes


def _in_one_sweep(cluster: list[Mark]) -> dict[Mark, int]:
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
