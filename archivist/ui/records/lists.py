# SPDX-License-Identifier: GPL-3.0-or-later
"""A table of one column as a list: the one view of Qt's that stays quick at any length."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from archivist.ui.theme import GRID, colours_of

_ABOVE_IN_LINES = int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListTable(QTableView):
    """Rows of one height that are chosen by key and pointer; Enter says that the current one is wanted."""

    entered_row = Signal(int)  # Enter, or a double click

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self._hint = ""

    def set_hint(self, text: str) -> None:
        """Say why there are no rows, where they would be; with rows nothing of it is shown."""
        self._hint = text
        self.setAccessibleDescription(text)
        self.viewport().update()

    def row_height(self) -> int:
        """The height of every row, in px; for those to say who know what is drawn."""
        return self.fontMetrics().height()

    def selected_rows(self) -> list[int]:
        """The rows that are selected, in the order shown."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(number) for number in range(selection.count())]
        return sorted({row for range_ in ranges for row in range(range_.top(), range_.bottom() + 1)})

    def go_to(self, row: int) -> None:
        """Make a row the current one, selected alone."""
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        )
        self.scrollTo(index)

    def fit_rows(self) -> None:
        """Give the rows their height in the present font."""
        self.verticalHeader().setDefaultSectionSize(self.row_height())

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._hint and not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(QColor(colours_of(self.palette()).muted))
            room = self.viewport().rect().adjusted(3 * GRID, 2 * GRID, -3 * GRID, 0)
            painter.drawText(room, _ABOVE_IN_LINES, self._hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().height() != event.size().height() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit_rows()
