# SPDX-License-Identifier: GPL-3.0-or-later
"""Scrolling a view while something is dragged to its upper or lower edge."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea

_EDGE = 28  # px: the pointer scrolls so near to the edge of the view, and beyond
_SCROLL_MS = 40


class DragScrolling(QObject):
    """Scrolls, the faster the further out, for as long as the pointer stays there."""

    scrolled = Signal(QPoint)  # where the pointer is in the viewport, below which other words stand now

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view
        self._point = QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(_SCROLL_MS)
        self._timer.timeout.connect(self._scroll)

    @property
    def active(self) -> bool:
        """Whether something is dragged."""
        return self._timer.isActive()

    def follow(self, point: QPoint) -> None:
        """Something is dragged, and the pointer is at this point of the viewport."""
        self._point = point
        if not self._timer.isActive():
            self._timer.start()

    def end(self) -> None:
        """It was let go."""
        self._timer.stop()

    def _scroll(self) -> None:
        y, bar = self._point.y(), self._view.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + min(0, y - _EDGE) + max(0, y - self._view.viewport().height() + _EDGE))
        if bar.value() != before:
            self.scrolled.emit(self._point)
