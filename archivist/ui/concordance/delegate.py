# SPDX-License-Identifier: GPL-3.0-or-later
"""How a cell of the concordance is drawn: the words before end, and those after begin, at the occurrence."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from archivist.ui.concordance.model import ALIGNED, Column
from archivist.ui.theme import GRID, Colours, colours_of

_Index = QModelIndex | QPersistentModelIndex
SIDE = GRID  # px at the outer sides of the columns
_INNER = GRID // 2  # px towards the occurrence


class ConcordanceDelegate(QStyledItemDelegate):
    """Draws rows of one height."""

    @staticmethod
    def row_height(metrics: QFontMetrics) -> int:
        """The height of every row, in px."""
        return int(metrics.height()) + GRID

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - all rows are alike
        return QSize(0, self.row_height(option.fontMetrics))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        colours = colours_of(option.palette)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, QColor(colours.selection))
        column = Column(index.column())
        painter.setFont(option.font)
        self._paint_words(painter, option.rect, colours, column, str(index.data()), selected=selected)
        painter.setPen(QColor(colours.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _paint_words(
        self, painter: QPainter, rect: QRect, colours: Colours, column: Column, words: str, *, selected: bool
    ) -> None:
        metrics = painter.fontMetrics()
        before = _INNER if column in (Column.MATCH, Column.RIGHT) else SIDE
        after = _INNER if column in (Column.LEFT, Column.MATCH) else SIDE
        room = rect.adjusted(before, 0, -after, 0)
        elide = Qt.TextElideMode.ElideLeft if column is Column.LEFT else Qt.TextElideMode.ElideRight
        shown = metrics.elidedText(words, elide, room.width())
        if column is Column.MATCH and not selected:
            width = metrics.horizontalAdvance(shown)
            mark = QRect(0, 0, min(rect.width(), width + 2 * _INNER), metrics.height() + 2)
            mark.moveCenter(rect.center())
            painter.fillRect(mark, QColor(colours.hit))
        muted = column is Column.ARTICLE and not selected
        painter.setPen(QColor(colours.muted if muted else colours.text))
        painter.drawText(room, ALIGNED[column] | Qt.AlignmentFlag.AlignVCenter, shown)
