# SPDX-License-Identifier: GPL-3.0-or-later
"""A list that opens beside what it is for, and a field above it in which one types what is meant."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QStyledItemDelegate, QVBoxLayout, QWidget

from archivist.ui.forms.labels import muted_label
from archivist.ui.forms.placing import placed
from archivist.ui.theme import GRID

_MOST_ROWS = 10
_LIST_KEYS = frozenset((Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown))
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChoicePopup(QFrame):
    """Enter or a click chooses a row, the arrows move, Esc closes. What is typed and chosen is the subclass's."""

    closed = Signal()

    def __init__(
        self, rows: QAbstractListModel, delegate: type[QStyledItemDelegate], width: int, parent: QWidget | None = None
    ) -> None:
        """`width` is in px; the height follows the rows."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._place = QRect()
        self._width = width
        rows.setParent(self)
        self.field = QLineEdit()
        self.list = QListView()
        self._empty: QLabel = muted_label()
        self._build(rows, delegate)

    def set_words(self, *, title: str, field: str, rows: str, empty: str) -> None:
        """What the popup, its field and its rows are called, and what stands there while there are none."""
        self.setAccessibleName(title)
        self.field.setPlaceholderText(field)
        self.field.setAccessibleName(field)
        self.list.setAccessibleName(rows)
        self._empty.setText(empty)

    def show_at(self, place: QRect) -> None:
        """Open below a rectangle (global px), or above it where there is more room."""
        self._place = place
        self.fit()
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def fit(self) -> None:
        """As high as its rows, at its place and inside the screen."""
        count = self.list.model().rowCount()
        height = self.list.sizeHintForRow(0) if count else 4 * GRID
        self.list.setFixedHeight(max(1, min(_MOST_ROWS, count)) * height)
        self.list.setVisible(count > 0)
        self._empty.setVisible(count == 0 and bool(self._empty.text()))
        self._column.activate()
        size = QSize(self._width, self.sizeHint().height())
        self.setGeometry(placed(self._place, size, self.screen().availableGeometry()))

    def choose(self, index: QModelIndex) -> None:
        """Do what a row says; the index may be invalid."""
        raise NotImplementedError

    def take_key(self, event: QKeyEvent) -> bool:  # noqa: ARG002 - for subclasses
        """Whether a key in the field was one of the subclass's own."""
        return False

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and watched is self.field and isinstance(event, QKeyEvent):
            return self.take_key(event) or self._took_key(event)
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    # Private

    def _took_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _ENTER:
            self.choose(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.close()
        elif key in _LIST_KEYS:
            self.list.event(event)
        else:
            return False
        return True

    def _build(self, rows: QAbstractListModel, delegate: type[QStyledItemDelegate]) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.field.installEventFilter(self)
        self.list.setModel(rows)
        self.list.setItemDelegate(delegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self.choose)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID, GRID, GRID, GRID)
        self._column.setSpacing(GRID)
        for part in (self.field, self.list, self._empty):
            self._column.addWidget(part)


def is_enter(event: QKeyEvent, *, control: bool = False) -> bool:
    """Whether a key is Enter, with Ctrl or without."""
    return event.key() in _ENTER and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) == control
