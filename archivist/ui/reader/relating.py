# SPDX-License-Identifier: GPL-3.0-or-later
"""A relation in the making: from one annotation, by dragging or by keys, to another.

By dragging, a line follows the pointer. By keys, the first annotation is held while another is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint

from archivist.ui.reader.marks import Mark


class Relating:
    """Which annotation a relation is drawn from, and where to so far. All are named by their ids."""

    def __init__(self) -> None:
        self.source: str | None = None  # where the relation begins, once it is clear that one is wanted
        self.target: str | None = None  # what the pointer is on
        self.point: QPoint | None = None  # of the viewport, while one drags
        self._gripped: str | None = None  # the pointer was pressed on it and has not been moved yet

    @property
    def held(self) -> bool:
        """Whether an annotation is held by keys."""
        return self.source is not None and self.point is None

    @property
    def dragging(self) -> bool:
        """Whether a line follows the pointer."""
        return self.point is not None

    @property
    def gripped(self) -> bool:
        """Whether the pointer is pressed where moving it draws a relation."""
        return self._gripped is not None

    def hold(self, annotation_id: str) -> None:
        """Hold an annotation."""
        self.end()
        self.source = annotation_id

    def grip(self, annotation_id: str | None) -> None:
        """The pointer is pressed on an annotation from which a relation may be drawn, or on none."""
        self._gripped = annotation_id

    def drag(self, point: QPoint, there: Sequence[Mark]) -> None:
        """The pointer that gripped an annotation is moved; there are the marks below it, the innermost first."""
        self.source, self.point = self._gripped, point
        self.target = next((mark.annotation.id for mark in there if mark.annotation.id != self.source), None)

    def end(self) -> tuple[str, str] | None:
        """Let go of all; the two ends of what was dragged, if it was to another annotation."""
        source, target = self.source, self.target
        self.source = self.target = self.point = self._gripped = None
        return (source, target) if source is not None and target is not None else None
