# SPDX-License-Identifier: GPL-3.0-or-later
"""A layout that sets its items one after another and begins a line where one is full."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items from left to right, then from top to bottom, in at most so many lines.

    Where there is no room for all, the last item ends the last line, and those before it have no size.
    """

    def __init__(self, parent: QWidget, between: int, lines: int, *, most: int = 0) -> None:
        """Distances in px: between neighbours, and between lines. `most` is a number of lines, 0 for any."""
        super().__init__(parent)
        self._most = most
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
        items = [item for item in self._items if not item.isEmpty()]
        x, y, line, number = room.left(), room.top(), 0, 1
        for place, item in enumerate(items):
            size = item.sizeHint()
            if x > room.left() and x + size.width() > room.right() + 1:
                x, y, line, number = room.left(), y + line + self._lines, 0, number + 1
            ends = self._most == number and self._must_end_at(items[place:], room.right() + 1 - x)
            shown = items[-1] if ends else item
            if move:
                shown.setGeometry(QRect(QPoint(x, y), shown.sizeHint()))
            x += size.width() + self._between
            line = max(line, shown.sizeHint().height())
            if ends:
                self._hide(items[place:-1], move=move)
                break
        return y + line - rect.top() + self.contentsMargins().bottom()

    def _must_end_at(self, items: Sequence[QLayoutItem], width: int) -> bool:
        """Whether of these items, in the px that are left of the last line, only the very last one has room."""
        widths = [item.sizeHint().width() for item in items]
        if len(items) == 1 or sum(widths) + self._between * (len(items) - 1) <= width:
            return False
        return widths[0] + self._between + widths[-1] > width

    @staticmethod
    def _hide(items: Sequence[QLayoutItem], *, move: bool) -> None:
        for item in items:
            if move:
                item.setGeometry(QRect())
