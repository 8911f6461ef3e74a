# SPDX-License-Identifier: GPL-3.0-or-later
"""The records that an article speaks of as a list, grouped by kind, each with its passages in the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from archivist.language.collation import sort_key
from archivist.model import Annotation, Kind
from archivist.store import Archive
from archivist.ui.forms import draw_symbol
from archivist.ui.inspector.annotation_list import draw_heading
from archivist.ui.record_wording import RecordWording
from archivist.ui.theme import GRID, colours_of
from archivist.ui.wording import Wording

if TYPE_CHECKING:
    from archivist.model import Record

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1
_SIDE = 2 * GRID


class RecordListModel(QAbstractListModel):
    """A heading for each kind that occurs, a string, and under it its records in alphabetical order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[str | Record] = []
        self._counts: Counter[str] = Counter()
        self._wording = Wording(self)
        self._record_wording = RecordWording(self)

    def show_records(self, records: Iterable[Record], counts: Counter[str]) -> None:
        """List these; `counts` is the number of their passages in the article, by id."""
        by_kind: dict[Kind, list[Record]] = {kind: [] for kind in Kind}
        for record in sorted(records, key=lambda each: sort_key(each.name)):
            by_kind[record.kind].append(record)
        self.beginResetModel()
        self._counts = counts
        self._rows = []
        for kind, found in by_kind.items():
            if found:
                self._rows.append(f"{self._wording.kinds(kind)}  {len(found)}")
                self._rows += found
        self.endResetModel()

    def record(self, index: _Index) -> Record | None:
        """The record in a row; None in the row of a heading."""
        row = self._rows[index.row()] if index.isValid() else None
        return None if isinstance(row, str) else row

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            return row if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.name}, {self._record_wording.passages(self._counts[row.id])}"
            case Qt.ItemDataRole.ToolTipRole:
                return self._record_wording.tip(row)
            case _ if role == _ROW:
                return row
            case _ if role == _COUNT:
                return self._counts[row.id]
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class RecordListDelegate(QStyledItemDelegate):
    """Symbol and name, and at the right the number of passages."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - all rows are alike
        return QSize(20 * GRID, QFontMetrics(option.font).height() + GRID + GRID // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        record: Record | None = index.data(_ROW)
        colours = colours_of(option.palette)
        painter.save()
        painter.setFont(option.font)
        if record is None:
            draw_heading(painter, option, index.data())
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(option.rect, QColor(colours.selection))
            elif option.state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(option.rect, QColor(colours.hover))
            room = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
            draw_symbol(
                painter, QPointF(room.left() + 5, room.center().y() + 0.5), record.kind, colours.kind(record.kind)
            )
            count = str(index.data(_COUNT))
            painter.setPen(QColor(colours.muted))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
            metrics = QFontMetrics(option.font)
            room.adjust(2 * GRID, 0, -metrics.horizontalAdvance(count) - GRID, 0)
            name = metrics.elidedText(record.name, Qt.TextElideMode.ElideRight, room.width())
            painter.setPen(QColor(colours.text))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.restore()


class RecordListView(QListView):
    """The list; choosing a row by click or Enter asks for the record."""

    record_wanted = Signal(str)  # id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RecordListModel(self)
        self.setModel(self._model)
        self.setItemDelegate(RecordListDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Records of this article"))
        self.clicked.connect(self._on_row_chosen)
        self.activated.connect(self._on_row_chosen)

    def load(self, archive: Archive, annotations: Iterable[Annotation]) -> int:
        """List the records that annotations are linked to; returns how many those are."""
        counts = Counter(each.record for each in annotations if each.record is not None)
        records = archive.records.at(counts.keys()) if counts else {}
        self._model.show_records(records.values(), counts)
        return len(records)

    def _on_row_chosen(self, index: QModelIndex) -> None:
        record = self._model.record(index)
        if record is not None:
            self.record_wanted.emit(record.id)
