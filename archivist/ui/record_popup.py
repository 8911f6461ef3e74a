# SPDX-License-Identifier: GPL-3.0-or-later
"""The choice of a record beside the words that speak of it: Enter at once takes the best match."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from archivist.model import Annotation, Kind, Record
from archivist.text import one_line
from archivist.ui.forms import muted_label, placed
from archivist.ui.jobs import Job, Jobs
from archivist.ui.questions.records import RecordsFound, RecordWanted, find_records
from archivist.ui.record_rows import Choice, NewRecord, RecordRowDelegate, RecordRows
from archivist.ui.theme import GRID

_WIDTH = 56 * GRID
_MOST_ROWS = 10
_LONGEST_NAME = 200  # code points of words that a record may be named by
_LIST_KEYS = frozenset((Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown))
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RecordPopup(QFrame):
    """A frameless list of records, found by typing, or by words to begin with.

    Enter or a click chooses a row, the arrows move, Ctrl+Enter makes a new record, Esc closes. An
    Enter that comes before the answer waits for it, and then takes the best match, if there is one.
    """

    chosen = Signal(object)  # Choice
    closed = Signal()  # always, before chosen

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._jobs = jobs
        self._place = QRect()
        self._kinds: tuple[Kind, ...] = ()
        self._words = ""
        self._recent: tuple[str, ...] = ()
        self._annotations: tuple[Annotation, ...] = ()
        self._can_make = True
        self._asked: Job | None = None
        self._enter_waits = False
        self.field = QLineEdit()
        self.rows = RecordRows(self)
        self.list = QListView()
        self._build()

    @property
    def awaits_answer(self) -> bool:
        """Whether what is listed is not yet what was asked for."""
        return self._asked is not None

    def open_at(
        self,
        place: QRect,
        kinds: Sequence[Kind],
        *,
        words: str = "",
        recent: Sequence[str] = (),
        annotations: Sequence[Annotation] = (),
        can_make: bool = True,
    ) -> None:
        """Open below a rectangle (global px), or above it where there is more room.

        The words are looked for as a whole name; `recent` are records (ids) to offer where nothing fits,
        `annotations` can be chosen as well. Only of a single kind a record can be made here.
        """
        self._place, self._kinds, self._recent = place, tuple(kinds), tuple(recent)
        self._annotations = tuple(annotations)
        self._can_make = can_make and len(self._kinds) == 1
        self._words = one_line(words)[:_LONGEST_NAME]
        self._enter_waits = False
        self.field.setText(self._words)
        self.field.selectAll()
        self.show_found(())
        self.ask()
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def ask(self) -> None:
        """Have the records found that fit what stands in the field."""
        self._drop()
        typed = one_line(self.field.text())
        is_own = typed == self._words
        wanted = RecordWanted(self._kinds, "" if is_own else typed, self._words if is_own else "", self._recent)
        self._asked = self._jobs.ask_process(find_records, (wanted,), done=self._on_found)

    def show_found(self, records: Sequence[Record], fitting: int = 0) -> None:
        """List these with the annotations that fit and the record that can be made; the best is current."""
        annotations, new = self._fitting_annotations(), self._new()
        self.rows.show_rows([*annotations, *records, *([new] if new else ())])
        best = self.rows.index(0) if annotations or fitting or new is None else self.rows.place_of_new()
        self.list.setCurrentIndex(best)
        self._fit()

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and watched is self.field and isinstance(event, QKeyEvent):
            return self._took_key(event)
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._drop()
        self.closed.emit()

    # Private

    def _took_key(self, event: QKeyEvent) -> bool:
        """Whether a key in the field was one for the list."""
        key = Qt.Key(event.key())
        if key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._choose(self._new())
        elif key in _ENTER and self._asked is not None:
            self._enter_waits = True
        elif key in _ENTER:
            self._choose(self.rows.row(self.list.currentIndex()))
        elif key == Qt.Key.Key_Escape:
            self.close()
        elif key in _LIST_KEYS:
            self.list.event(event)
        else:
            return False
        return True

    def _choose(self, row: Choice | None) -> None:
        if row is not None:
            self.close()  # first, or keys that follow at once would come here while the choice is being kept
            self.chosen.emit(row)

    def _on_found(self, found: RecordsFound) -> None:
        self._asked = None
        self.show_found(found.records, found.fitting)
        if self._enter_waits:
            self._enter_waits = False
            best = self.rows.row(self.list.currentIndex())
            if not isinstance(best, NewRecord):  # what nobody has seen the offer of is not made
                self._choose(best)

    def _new(self) -> NewRecord | None:
        name = one_line(self.field.text())[:_LONGEST_NAME]
        return NewRecord(self._kinds[0], name) if self._can_make and name else None

    def _fitting_annotations(self) -> list[Annotation]:
        wanted = one_line(self.field.text()).casefold()
        return [each for each in self._annotations if wanted in f"{one_line(each.quote)} {each.tag.name}".casefold()]

    def _drop(self) -> None:
        if self._asked is not None:
            self._asked.drop()
            self._asked = None

    def _on_text_changed(self) -> None:
        if self.isVisible():
            self._enter_waits = False
            self.ask()

    def _on_row_clicked(self, index: QModelIndex) -> None:
        self._choose(self.rows.row(index))

    def _fit(self) -> None:
        """As high as its rows, at the words and inside the screen."""
        count = self.rows.rowCount()
        height = self.list.sizeHintForRow(0) if count else 4 * GRID
        self.list.setFixedHeight(max(1, min(_MOST_ROWS, count)) * height)
        self.list.setVisible(count > 0)
        self._empty.setVisible(count == 0)
        self.column.activate()
        size = QSize(_WIDTH, self.sizeHint().height())
        self.setGeometry(placed(self._place, size, self.screen().availableGeometry()))

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("Choose a record"))
        self.field.setPlaceholderText(self.tr("Type a part of a name, in any form or script"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.textChanged.connect(self._on_text_changed)
        self.field.installEventFilter(self)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(RecordRowDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Records"))
        self.list.clicked.connect(self._on_row_clicked)
        self._empty: QLabel = muted_label(self.tr("Type a name to find a record, or to make one."))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(GRID, GRID, GRID, GRID)
        self.column.setSpacing(GRID)
        self.column.addWidget(self.field)
        self.column.addWidget(self.list)
        self.column.addWidget(self._empty)
