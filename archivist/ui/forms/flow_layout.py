# SPDX-License-Identifier: GPL-3.0-or-later
"""A layout that sets its items one after another and begins a line where one is full."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items from left to right, then from top to bottom."""

    def __init__(self, parent: QWidget, between: int, lines: int) -> None:
        """Distances in px: between neighbours, and between lines."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._between, self._lines = between, lines

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return self._flow(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        super().setGeometry(rect)
        self._flow(rect, move=True)

    def sizeHint(self) -> QSize:
        # All on one line: Qt asks for the height at this width, and takes it for the least there must be.
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        margins: QMargins = self.contentsMargins()
        width = sum(size.width() for size in sizes) + self._between * max(0, len(sizes) - 1)
        height = max((size.height() for size in sizes), default=0)
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins: QMargins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _flow(self, rect: QRect, *, move: bool) -> int:
        """Set the items into a rectangle, and return the height that they take."""
        room = rect.marginsRemoved(self.contentsMargins())
        x, y, line = room.left(), room.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x > room.left() and x + size.width() > room.right() + 1:
                x, y, line = room.left(), y + line + self._lines, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._between
            line = max(line, size.height())
        return y + line - rect.top() + self.contentsMargins().bottom()
