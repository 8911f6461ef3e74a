# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of a concordance as a table: chosen, sorted and copied by key and by pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from archivist.ui.concordance.delegate import ConcordanceDelegate
from archivist.ui.concordance.model import Column, ConcordanceModel
from archivist.ui.theme import GRID

if TYPE_CHECKING:
    from archivist.model import ConcordanceLine

_Index = QModelIndex | QPersistentModelIndex
_SHARES = {Column.LEFT: 0.36, Column.RIGHT: 0.36, Column.ARTICLE: 0.28}  # of what the occurrences leave
_LOOKED_AT = 200  # occurrences that tell how wide their column must be
_NARROWEST, _WIDEST = 12 * GRID, 32 * GRID
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ConcordanceTable(QTableView):
    """Shows the model. Enter and a click say which line is wanted; Ctrl+C copies the selected lines."""

    line_wanted = Signal(object)  # ConcordanceLine
    order_wanted = Signal(object)  # Order

    def __init__(self, model: ConcordanceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self._build()
        self.setModel(model)
        model.modelReset.connect(self._on_reset)
        self.clicked.connect(self._on_clicked)
        self.horizontalHeader().sectionClicked.connect(lambda section: self.order_wanted.emit(Column(section).order))

    def selected_rows(self) -> list[int]:
        """The rows that are selected, in the order shown."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(number) for number in range(selection.count())]
        return sorted({row for range_ in ranges for row in range(range_.top(), range_.bottom() + 1)})

    def copy(self) -> None:
        """Put the selected lines on the clipboard, a line of text each, their columns parted by tabs."""
        rows = self.selected_rows()
        if rows:
            QGuiApplication.clipboard().setText("\n".join(_as_text(self._lines.line(row)) for row in rows))

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in _ENTER and self.currentIndex().isValid():
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()

    # Private

    def _on_clicked(self, index: _Index) -> None:
        held = QGuiApplication.keyboardModifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if not held:  # which select
            self.line_wanted.emit(self._lines.line(index.row()))

    def _on_reset(self) -> None:
        header = self.horizontalHeader()
        column = next(column for column in Column if column.order is self._lines.order)
        header.setSortIndicator(column, Qt.SortOrder.AscendingOrder)
        self._fit_columns()
        self.scrollToTop()

    def _fit_columns(self) -> None:
        """The occurrences as wide as they are, the rest shared out."""
        metrics = self.fontMetrics()
        places = self._lines.lines.places
        widths = [metrics.horizontalAdvance(place[4]) for place in places[:: max(1, len(places) // _LOOKED_AT)]]
        match = max(_NARROWEST, min(_WIDEST, max(widths, default=0) + 2 * GRID))
        rest = self.viewport().width() - match
        header = self.horizontalHeader()
        header.resizeSection(Column.MATCH, match)
        for column, share in _SHARES.items():
            header.resizeSection(column, max(_NARROWEST, int(rest * share)))

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(ConcordanceDelegate.row_height(self.fontMetrics()))

    def _build(self) -> None:
        self.setItemDelegate(ConcordanceDelegate(self))
        self.setAccessibleName(self.tr("Concordance"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(1)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self._fit_rows()


def _as_text(line: ConcordanceLine) -> str:
    return "\t".join((line.left, line.match, line.right, line.title, line.outlet, line.published))
