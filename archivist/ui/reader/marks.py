# SPDX-License-Identifier: GPL-3.0-or-later
"""The annotations of the shown text at their places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from archivist.model import Annotation, Status
from archivist.text import Utf16Map
from archivist.ui.reader.spans import SpanIndex


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
    """The marks of one text in reading order, and by their ids."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
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


def marks_of(annotations: Iterable[Annotation], text: Utf16Map) -> list[Mark]:
    """The marks of the annotations that stand on words of a text.

    An annotation that waits for review has lost its words, so it is not painted on others.
    """
    anchored, length = Status.ANCHORED, text.length
    standing = [each for each in annotations if each.status is anchored and 0 <= each.start < each.end <= length]
    if text.utf16_length == length:
        return [Mark(each, each.start, each.end) for each in standing]
    return [Mark(each, text.to_utf16(each.start), text.to_utf16(each.end)) for each in standing]
