# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of a choice of records: annotations, records, and the record that could be made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from archivist.model import Annotation, Kind, Record
from archivist.text import shortened
from archivist.ui.forms import draw_key, draw_symbol, key_width
from archivist.ui.record_wording import RecordWording
from archivist.ui.theme import GRID, colours_of

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_DETAIL = Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT = 4 * GRID
_SIDE = GRID + GRID // 2
_LONGEST = 120  # code points of an annotation
CREATE_KEY = "Ctrl+Return"


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record that can be made."""

    kind: Kind
    name: str


Choice: TypeAlias = Annotation | Record | NewRecord


class RecordRows(QAbstractListModel):
    """What can be chosen, in the order given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Choice] = []
        self._wording = RecordWording(self)

    def show_rows(self, rows: Sequence[Choice]) -> None:
        """List these."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, index: _Index) -> Choice | None:
        """What a row holds."""
        return self._rows[index.row()] if index.isValid() else None

    def place_of_new(self) -> QModelIndex:
        """Where a record can be made; an invalid index if none can."""
        for number, row in enumerate(self._rows):
            if isinstance(row, NewRecord):
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._name(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (self._name(row), self._spoken(row))))
            case Qt.ItemDataRole.ToolTipRole:
                return self._wording.tip(row) if isinstance(row, Record) else None
            case _ if role == _ROW:
                return row
            case _ if role == _DETAIL:
                return self._detail(row)
        return None

    def _name(self, row: Choice) -> str:
        if isinstance(row, Annotation):
            return shortened(row.quote, _LONGEST)
        return row.name if isinstance(row, Record) else self._wording.offer_to_make(row.kind, row.name)

    def _detail(self, row: Choice) -> str:
        if isinstance(row, Annotation):
            return row.tag.name
        if isinstance(row, NewRecord):
            return ""
        count = str(row.annotation_count) if row.annotation_count else ""
        return "  ·  ".join(filter(None, (self._wording.detail(row.draft), count)))

    def _spoken(self, row: Choice) -> str:
        if isinstance(row, Annotation):
            return row.tag.name
        if isinstance(row, NewRecord):
            return CREATE_KEY
        return ", ".join(filter(None, (self._wording.detail(row.draft), self._wording.passages(row.annotation_count))))


class RecordRowDelegate(QStyledItemDelegate):
    """Symbol of the kind, name, and at the right what tells records of one name apart."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - all rows are alike
        return QSize(30 * GRID, max(ROW_HEIGHT, QFontMetrics(option.font).height() + GRID))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Choice = index.data(_ROW)
        colours = colours_of(option.palette)
        painter.save()
        painter.setFont(option.font)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colours.hover))
        room: QRect = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        kind = row.tag.kind if isinstance(row, Annotation) else row.kind
        colour = colours.mark(row.tag.colour) if isinstance(row, Annotation) else colours.kind(kind)
        draw_symbol(painter, QPointF(room.left() + 5, room.center().y() + 0.5), kind, colour)
        words = room.adjusted(2 * GRID + 2, 0, 0, 0)
        if isinstance(row, NewRecord):
            draw_key(painter, room, CREATE_KEY, option.palette)
            words.adjust(0, 0, -key_width(option.font, CREATE_KEY) - GRID, 0)
        draw_two(painter, words, index.data(), index.data(_DETAIL), QColor(colours.text), QColor(colours.muted))
        painter.restore()


def draw_two(painter: QPainter, room: QRect, name: str, detail: str, ink: QColor, muted: QColor) -> None:
    """A name from the left, and what is said of it at the right, which has at most half the room."""
    metrics = painter.fontMetrics()
    middle = Qt.AlignmentFlag.AlignVCenter
    detail = metrics.elidedText(detail, Qt.TextElideMode.ElideRight, room.width() // 2)
    painter.setPen(muted)
    painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, detail)
    width = room.width() - (metrics.horizontalAdvance(detail) + 2 * GRID if detail else 0)
    painter.setPen(ink)
    painter.drawText(
        room, middle | Qt.AlignmentFlag.AlignLeft, metrics.elidedText(name, Qt.TextElideMode.ElideRight, width)
    )
