# SPDX-License-Identifier: GPL-3.0-or-later
"""Where annotators of one article differ: which of their annotations belong together, and in what they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from archivist.model import Annotation

_Group = list[Annotation | None]  # of each annotator, in a fixed order


class Difference(StrEnum):
    """In what annotations that belong together differ."""

    MISSING = "missing"  # somebody marked nothing there
    TAG = "tag"
    EDGES = "edges"
    RECORD = "record"  # the same words and tag, linked to another record
    ATTRIBUTES = "attributes"  # the same words and tag, said to mean something else


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Annotations that belong together and differ."""

    article: str  # id
    start: int  # of the first of them
    end: int  # of the last of them
    annotations: tuple[Annotation | None, ...]  # of each annotator; None where they marked nothing there
    differences: tuple[Difference, ...]


def disagreements(annotators: Sequence[Sequence[Annotation]]) -> tuple[list[Annotation], list[Disagreement]]:
    """What all are at one about in an article, as the first of them has it, and where they are not; by place."""
    agreed, differing = [], []
    for group in _groups(annotators):
        differences = tuple(_differences(group))
        present = [mark for mark in group if mark is not None]
        if not differences:
            agreed.append(present[0])
        else:
            start, end = min(mark.start for mark in present), max(mark.end for mark in present)
            differing.append(Disagreement(present[0].article, start, end, tuple(group), differences))
    return sorted(agreed, key=_place), sorted(differing, key=_place)


def _groups(annotators: Sequence[Sequence[Annotation]]) -> list[_Group]:
    """Annotations of the same words and tag first; who is missing is then looked for among those that overlap."""
    exact: dict[tuple[int, int, str, int], _Group] = {}
    for at, marks in enumerate(annotators):
        seen: dict[tuple[int, int, str], int] = {}
        for mark in marks:
            place = (mark.start, mark.end, mark.tag.id)
            seen[place] = seen.get(place, 0) + 1  # the same twice belongs to the same twice
            exact.setdefault((*place, seen[place]), [None] * len(annotators))[at] = mark
    groups = sorted(exact.values(), key=lambda group: (-sum(mark is not None for mark in group), _start(group)))
    kept: list[_Group] = []
    for group in groups:
        partner = _partner(group, kept) if None in group else None
        if partner is None:
            kept.append(group)
        else:
            partner[:] = [mine or theirs for mine, theirs in zip(partner, group, strict=True)]
    return kept


def _partner(group: _Group, others: Sequence[_Group]) -> _Group | None:
    """The group that overlaps this one most and has only annotators that this one lacks."""
    best, most = None, (0, False)
    for other in others:
        if any(mine and theirs for mine, theirs in zip(group, other, strict=True)):
            continue
        shared = max(_shared(mine, theirs) for mine in filter(None, group) for theirs in filter(None, other))
        same_tag = _tags(group) == _tags(other)
        if shared and (shared, same_tag) > most:
            best, most = other, (shared, same_tag)
    return best


def _differences(group: _Group) -> Iterator[Difference]:
    present = [mark for mark in group if mark is not None]
    if len(present) < len(group):
        yield Difference.MISSING
    if len(_tags(group)) > 1:
        yield Difference.TAG
    if len({(mark.start, mark.end) for mark in present}) > 1:
        yield Difference.EDGES
    if len({mark.record for mark in present}) > 1:
        yield Difference.RECORD
    if any(mark.attributes != present[0].attributes for mark in present):
        yield Difference.ATTRIBUTES


def _shared(one: Annotation, other: Annotation) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _tags(group: _Group) -> set[str]:
    return {mark.tag.id for mark in group if mark is not None}


def _place(thing: Annotation | Disagreement) -> tuple[int, int]:
    return thing.start, thing.end


def _start(group: _Group) -> int:
    return min(mark.start for mark in group if mark is not None)
