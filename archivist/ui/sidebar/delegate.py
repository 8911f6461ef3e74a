# SPDX-License-Identifier: GPL-3.0-or-later
"""How a line of the sidebar is drawn: symbol, name, and at the right the number of articles."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from archivist.model import Kind
from archivist.ui.forms import draw_symbol
from archivist.ui.questions.facets import Entry
from archivist.ui.theme import GRID, Colours, colours_of

_Index = QModelIndex | QPersistentModelIndex

ENTRY = Qt.ItemDataRole.UserRole  # Entry; None of a heading
FIELD = Qt.ItemDataRole.UserRole + 1  # the field that the line filters, "" of “All articles”
ACTIVE = Qt.ItemDataRole.UserRole + 2  # whether the filter is on

_SIDE = GRID + GRID // 2
_SYMBOL = 2 * GRID
_BAR = 3  # px, the accent at the side of a filter that is on


class SidebarDelegate(QStyledItemDelegate):
    """Draws headings and lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        entry = index.data(ENTRY)
        height = option.fontMetrics.height()
        return QSize(0, height + (GRID if entry is not None else 2 * GRID))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        colours = colours_of(option.palette)
        entry = index.data(ENTRY)
        rect: QRect = option.rect
        if entry is None:
            self._paint_heading(painter, rect, option, colours, str(index.data()))
        else:
            self._paint_line(painter, rect, option, colours, index, entry)
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, colours: Colours, text: str
    ) -> None:
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * 0.92)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        room = rect.adjusted(_SIDE, 0, -_SIDE, -GRID // 2)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)
        painter.drawText(
            room,
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom,
            "−" if option.state & QStyle.StateFlag.State_Open else "+",
        )
        self._paint_focus(painter, rect, option, colours)

    def _paint_line(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        colours: Colours,
        index: _Index,
        entry: Entry,
    ) -> None:
        if index.data(ACTIVE):
            painter.fillRect(rect, QColor(colours.selection))
            painter.fillRect(QRect(rect.topLeft(), QSize(_BAR, rect.height())), QColor(colours.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.hover))
        room = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        left = QRect(room.left(), room.top(), _SYMBOL, room.height())
        shown = self._paint_symbol(painter, left, colours, index.data(FIELD), entry)
        painter.setFont(option.font)
        metrics = painter.fontMetrics()
        count = QLocale().toString(entry.count) if entry.count >= 0 else ""
        painter.setPen(QColor(colours.muted))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        room = room.adjusted(_SYMBOL + GRID // 2 if shown else 0, 0, -metrics.horizontalAdvance(count) - GRID, 0)
        painter.setPen(QColor(colours.text if entry.count else colours.muted))
        name = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        self._paint_focus(painter, rect, option, colours)

    def _paint_symbol(self, painter: QPainter, room: QRect, colours: Colours, field: str, entry: Entry) -> bool:
        middle = QRectF(room).center()
        if field == "kind":
            kind = Kind(entry.value)
            draw_symbol(painter, middle, kind, colours.kind(kind))
            return True
        if entry.tag is not None:
            draw_symbol(painter, middle, entry.tag.kind, colours.mark(entry.tag.colour))
            return True
        return False

    def _paint_focus(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, colours: Colours) -> None:
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 0, -2, -1))
