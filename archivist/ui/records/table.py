# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of records: chosen one by one to be shown, several to be merged."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from archivist.model import Record
from archivist.ui.forms import draw_symbol
from archivist.ui.record_rows import draw_two
from archivist.ui.record_wording import RecordWording
from archivist.ui.records.lists import ListTable
from archivist.ui.records.model import RECORD, RecordsModel
from archivist.ui.theme import GRID, colours_of

_Index = QModelIndex | QPersistentModelIndex
_SIDE = 2 * GRID
_COUNT = 6 * GRID  # px for the number of passages


class RecordsTable(ListTable):
    """Shows the model and says which record is the current one."""

    record_chosen = Signal(object)  # id, or None
    rename_wanted = Signal()

    def __init__(self, model: RecordsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records = model
        self._current: str | None = None
        self.setItemDelegate(RecordDelegate(self))
        self.setModel(model)
        self.setAccessibleName(self.tr("Records"))
        self.fit_rows()
        model.modelReset.connect(self._on_reset)

    @property
    def current(self) -> str | None:
        """The record that was chosen last, whether it is listed or not."""
        return self._current

    def choose(self, record_id: str | None) -> bool:
        """Make a record the current one; False if it is not listed, and so is marked when it comes to be."""
        place = None if record_id is None else self._records.place(record_id)
        if place is not None:
            self.go_to(place)
            return True
        if record_id != self._current:
            self._current = record_id
            self.clearSelection()
            self.record_chosen.emit(record_id)
        return False

    def selected_records(self) -> list[Record]:
        """What is selected and still there, in the order shown."""
        found = (self._records.record(row) for row in self.selected_rows())
        return [record for record in found if record is not None]

    def row_height(self) -> int:
        return self.fontMetrics().height() + GRID + GRID // 2

    # Qt

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        if current.isValid() and self._records.ids[current.row()] != self._current:
            self._current = self._records.ids[current.row()]
            self.record_chosen.emit(self._current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2 and self._current is not None:
            self.rename_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _on_reset(self) -> None:
        place = None if self._current is None else self._records.place(self._current)
        if place is not None:
            self.go_to(place)
        else:
            self.scrollToTop()


class RecordDelegate(QStyledItemDelegate):
    """Symbol, name, what tells it from others of its name, number of passages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = RecordWording(self)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - all rows are alike
        return QSize(0, option.fontMetrics.height() + GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        record: Record | None = index.data(RECORD)
        colours = colours_of(option.palette)
        painter.save()
        painter.setFont(option.font)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colours.hover))
        room: QRect = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        text, muted = QColor(colours.text), QColor(colours.muted)
        if record is None:
            draw_two(painter, room, index.data(), "", muted, muted)
        else:
            draw_symbol(
                painter, QPointF(room.left() + 5, room.center().y() + 0.5), record.kind, colours.kind(record.kind)
            )
            words = room.adjusted(2 * GRID + 2, 0, -_COUNT, 0)
            draw_two(painter, words, record.name, self._wording.detail(record.draft), text, muted)
            painter.setPen(muted)
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            count = self.tr("%Ln", "number of passages", record.annotation_count)
            painter.drawText(room, middle, count if record.annotation_count else "–")
        painter.restore()
