# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the history: chosen by key and by pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from archivist.store.step_log import Step
from archivist.ui.forms import is_enter
from archivist.ui.history.delegate import StepDelegate
from archivist.ui.history.model import StepsModel

_Index = QModelIndex | QPersistentModelIndex
_UP = (
    QAbstractItemView.CursorAction.MoveUp,
    QAbstractItemView.CursorAction.MovePrevious,
    QAbstractItemView.CursorAction.MovePageUp,
)
_ENDS = (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd)


class StepsTable(QTableView):
    """Shows the model. Enter and a click say which step is to be shown where it was done; Ctrl+C copies it."""

    place_wanted = Signal(int)  # number of a step

    def __init__(self, model: StepsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = model
        self._build()
        self.setModel(model)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(self._on_clicked)

    @property
    def chosen(self) -> Step | None:
        """The step whose row is chosen."""
        rows = self.selectionModel().selectedRows()
        return self._steps.step(rows[0].row()) if rows else None

    def choose(self, number: int) -> bool:
        """Choose a step and show its row; whether it is among those listed."""
        row = self._steps.row_of(number)
        if row is None:
            return False
        index = self._steps.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            if self.chosen is not None:
                QGuiApplication.clipboard().setText(str(self.currentIndex().data()))
        elif is_enter(event) and self.chosen is not None:
            self.place_wanted.emit(self.chosen.number)
        else:
            super().keyPressEvent(event)

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        if action in _ENDS:  # of the only column, which are of no use
            modifiers |= Qt.KeyboardModifier.ControlModifier
        index = super().moveCursor(action, modifiers)
        if not index.isValid() or self._steps.step(index.row()) is not None:
            return index
        beyond = index.row() + (-1 if action in _UP else 1)  # a day has a step above it, but for the first, and below
        return self._steps.index(beyond) if beyond >= 0 else self.currentIndex()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()

    # Private

    def _on_clicked(self, index: _Index) -> None:
        step = self._steps.step(index.row())
        if step is not None:
            self.place_wanted.emit(step.number)

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(StepDelegate.row_height(self.fontMetrics()))

    def _build(self) -> None:
        self.setItemDelegate(StepDelegate(self._steps))
        self.setAccessibleName(self.tr("Steps of the history"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self._fit_rows()
