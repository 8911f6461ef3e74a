# SPDX-License-Identifier: GPL-3.0-or-later
"""How a row of the history is drawn: when, what, in which articles, what became of it, who."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from archivist.store.step_log import Step, StepState
from archivist.ui.history.model import StepRole, StepsModel, clock
from archivist.ui.theme import GRID, Colours, colours_of

_Index = QModelIndex | QPersistentModelIndex
_SIDE = 2 * GRID
_GAP = 2 * GRID
_PERSON, _STATE = 16 * GRID, 13 * GRID  # px at the most
_WORDS = 0.6  # of what is left, where the words of the step need as much
_GONE = (StepState.UNDONE, StepState.ABANDONED, StepState.TAKEN_BACK)


class StepDelegate(QStyledItemDelegate):
    """Draws rows of one height."""

    def __init__(self, model: StepsModel) -> None:
        super().__init__(model)
        self._model = model

    @staticmethod
    def row_height(metrics: QFontMetrics) -> int:
        """The height of every row, in px."""
        return int(metrics.height()) + GRID

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - all rows are alike
        return QSize(0, self.row_height(option.fontMetrics))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        colours = colours_of(option.palette)
        step = index.data(StepRole)
        room = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        if step is None:
            self._paint_day(painter, option, room, colours, self._model.day(index.row()))
        else:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            if selected:
                painter.fillRect(option.rect, QColor(colours.selection))
            painter.setFont(option.font)
            self._paint_step(painter, room, colours, step, selected=selected)
        painter.setPen(QColor(colours.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _paint_day(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, colours: Colours, day: str
    ) -> None:
        painter.fillRect(option.rect, QColor(colours.window))
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours.muted))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, day)

    def _paint_step(self, painter: QPainter, room: QRect, colours: Colours, step: Step, *, selected: bool) -> None:
        metrics = painter.fontMetrics()
        text, muted = QColor(colours.text), QColor(colours.text if selected else colours.muted)
        room = _from_left(painter, room, clock(step.at), muted, metrics.horizontalAdvance("00:00"))
        room = _from_right(painter, room, step.who, muted, _PERSON)
        room = _from_right(painter, room, self._model.state(step), muted, _STATE)
        gone = step.state in _GONE
        font = QFont(painter.font())
        font.setStrikeOut(gone)
        painter.setFont(font)
        words, articles = self._model.words(step), self._model.articles(step)
        needed = metrics.horizontalAdvance(words) + 1
        rest = metrics.horizontalAdvance(articles) + _GAP if articles else 0
        width = min(needed, max(int(room.width() * _WORDS), room.width() - rest))
        room = _from_left(painter, room, words, muted if gone else text, width)
        font.setStrikeOut(False)
        painter.setFont(font)
        _from_left(painter, room, articles, muted, room.width())


def _from_left(painter: QPainter, room: QRect, words: str, colour: QColor, width: int) -> QRect:
    """Draw words at the left of the room; what is left of it."""
    _draw(painter, QRect(room.left(), room.top(), width, room.height()), words, colour, Qt.AlignmentFlag.AlignLeft)
    return room.adjusted(width + _GAP, 0, 0, 0)


def _from_right(painter: QPainter, room: QRect, words: str, colour: QColor, most: int) -> QRect:
    """Draw words at the right of the room, in a column of at most this width; what is left of it."""
    if not words:
        return room
    width = min(most, painter.fontMetrics().horizontalAdvance(words) + 1)
    _draw(
        painter,
        QRect(room.right() - width, room.top(), width, room.height()),
        words,
        colour,
        Qt.AlignmentFlag.AlignRight,
    )
    return room.adjusted(0, 0, -width - _GAP, 0)


def _draw(painter: QPainter, room: QRect, words: str, colour: QColor, side: Qt.AlignmentFlag) -> None:
    painter.setPen(colour)
    shown = painter.fontMetrics().elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, max(0, room.width()))
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)
