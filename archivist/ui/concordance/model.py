# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of a concordance as a Qt model, in any of their orders."""

from __future__ import annotations

from array import array
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from archivist.ui.questions.concordance import Lines, Order
from archivist.ui.wording import Wording

if TYPE_CHECKING:
    from archivist.model import ConcordanceLine

_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, each of which can be sorted by."""

    LEFT = 0
    MATCH = 1
    RIGHT = 2
    ARTICLE = 3

    @property
    def order(self) -> Order:
        """The order of the lines by this column."""
        return _ORDERS[self]


_ORDERS = {
    Column.LEFT: Order.LEFT,
    Column.MATCH: Order.MATCH,
    Column.RIGHT: Order.RIGHT,
    Column.ARTICLE: Order.ARTICLE,
}

# The words before end, and those after begin, at the occurrence.
ALIGNED = {
    Column.LEFT: Qt.AlignmentFlag.AlignRight,
    Column.MATCH: Qt.AlignmentFlag.AlignHCenter,
    Column.RIGHT: Qt.AlignmentFlag.AlignLeft,
    Column.ARTICLE: Qt.AlignmentFlag.AlignLeft,
}


class ConcordanceModel(QAbstractTableModel):
    """One row a line. Sorting picks an order that was worked out before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)
        self._lines = Lines()
        self._order = Order.ARTICLE
        self._numbers = array("l")

    @property
    def lines(self) -> Lines:
        """What is shown."""
        return self._lines

    @property
    def order(self) -> Order:
        """The order of the rows."""
        return self._order

    def show_lines(self, lines: Lines) -> None:
        """Show another concordance, in the order of the one before."""
        self.beginResetModel()
        self._lines = lines
        self._numbers = self._in_order()
        self.endResetModel()

    def set_order(self, order: Order) -> None:
        """Sort the rows otherwise."""
        self.beginResetModel()
        self._order = order
        self._numbers = self._in_order()
        self.endResetModel()

    def line(self, row: int) -> ConcordanceLine:
        """The line of a row."""
        return self._lines.line(self._numbers[row])

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        number, column = self._numbers[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(number, column)
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.ARTICLE:
            return self._origin(number)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._origin(number) if column is Column.ARTICLE else self._text(number, column)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return {
                Column.LEFT: self.tr("Before"),
                Column.MATCH: self.tr("Occurrence"),
                Column.RIGHT: self.tr("After"),
                Column.ARTICLE: self.tr("Article"),
            }[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ALIGNED[Column(section)] | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("Click to sort the lines by this column")
        return None

    def _text(self, number: int, column: Column) -> str:
        if column is Column.ARTICLE:
            _, title, outlet, _ = self._lines.source(number)
            return " · ".join(filter(None, (outlet, title)))
        return str(self._lines.places[number][3 + column])

    def _origin(self, number: int) -> str:
        _, title, outlet, published = self._lines.source(number)
        return ", ".join(filter(None, (title, outlet, self._wording.date(published) if published else "")))

    def _in_order(self) -> array[int]:
        return (self._lines.orders or {}).get(self._order.value, array("l"))
