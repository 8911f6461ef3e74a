# SPDX-License-Identifier: GPL-3.0-or-later
"""The tag popup: type a part of a name, press Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from archivist.model import Kind, Tag
from archivist.ui.forms import muted_label, placed
from archivist.ui.session import Session
from archivist.ui.tagging.tag_rows import NewTag, TagRowDelegate, TagRows
from archivist.ui.theme import GRID

_WIDTH = 44 * GRID
_MOST_ROWS = 10
_LIST_KEYS = frozenset((Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown))
_KIND_KEYS = {Qt.Key.Key_1: Kind.EVENT, Qt.Key.Key_2: Kind.ACTOR, Qt.Key.Key_3: Kind.FIGURE, Qt.Key.Key_4: Kind.DATE}


class TagPopup(QFrame):
    """A frameless list of tags beside a selection, filtered by typing.

    Enter or a click applies a row, the arrows move, Esc closes. A tag that is made here is applied
    at once.
    """

    tag_chosen = Signal(str)  # id
    closed = Signal()  # always, after tag_chosen

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._session = session
        self._place = QRect()
        self._filter = QLineEdit()
        self._rows = TagRows(self)
        self._list = QListView()
        self._build()

    def open_at(self, place: QRect, current: str | None = None) -> None:
        """Open below a rectangle (global px), or above it where there is more room.

        `current` is the id of the tag to begin at.
        """
        self._rows.set_tags(self._session.archive.tags.all())
        self._filter.clear()
        start = self._rows.place_of(current) if current else QModelIndex()
        self._list.setCurrentIndex(start if start.isValid() else self._rows.index(0))
        self._place = place
        self._fit()
        self.show()
        self._filter.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and watched is self._filter and isinstance(event, QKeyEvent):
            return self._took_key(event)
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def _took_key(self, event: QKeyEvent) -> bool:
        """Whether a key in the filter was one for the list."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._apply(self._rows.row(self._list.currentIndex()))
        elif key == Qt.Key.Key_Escape:
            self.close()
        elif key in _LIST_KEYS:
            self._list.event(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in _KIND_KEYS:
            self._apply(self._rows.new_tag(_KIND_KEYS[key]))
        else:
            return False
        return True

    def _apply(self, row: Tag | NewTag | None) -> None:
        if row is None:
            return
        tag = self._session.add_tag(name=row.name, kind=row.kind) if isinstance(row, NewTag) else row
        if tag is not None:
            self.tag_chosen.emit(tag.id)
            self.close()

    def _on_filter_changed(self, typed: str) -> None:
        self._rows.show_matching(typed)
        self._list.setCurrentIndex(self._rows.index(0))
        self._fit()

    def _on_row_clicked(self, index: QModelIndex) -> None:
        self._apply(self._rows.row(index))

    def _fit(self) -> None:
        """As high as its rows, at the selection and inside the screen."""
        rows = max(1, min(_MOST_ROWS, self._rows.rowCount()))
        height = self._list.sizeHintForRow(0) if self._rows.rowCount() else 4 * GRID
        self._list.setFixedHeight(rows * height)
        self._list.setVisible(self._rows.rowCount() > 0)
        self._empty.setVisible(self._rows.rowCount() == 0)
        self._column.activate()
        size = QSize(_WIDTH, self.sizeHint().height())
        self.setGeometry(placed(self._place, size, self.screen().availableGeometry()))

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("Choose a tag"))
        self._filter.setPlaceholderText(self.tr("Type a part of a tag's name"))
        self._filter.setAccessibleName(self._filter.placeholderText())
        self._filter.textChanged.connect(self._on_filter_changed)
        self._filter.installEventFilter(self)
        self._list.setModel(self._rows)
        self._list.setItemDelegate(TagRowDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Tags"))
        self._list.clicked.connect(self._on_row_clicked)
        self._empty: QLabel = muted_label(self.tr("There are no tags yet. Type a name to make the first."))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self._filter)
        column.addWidget(self._list)
        column.addWidget(self._empty)
