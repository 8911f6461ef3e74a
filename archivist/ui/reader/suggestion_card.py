# SPDX-License-Identifier: GPL-3.0-or-later
"""The label of the chosen suggestion: what it would become, and how sure that is.

It lies over the labels of the annotations, so that these need not move while one goes from one
suggestion to the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from archivist.ui.contrast import FOR_TEXT, readable
from archivist.ui.reader.dots import dots_of
from archivist.ui.reader.label_lines import label_lines
from archivist.ui.reader.label_words import LabelWords
from archivist.ui.reader.painting import label_row_height
from archivist.ui.reader.suggestions import suggested_fill
from archivist.ui.reader.typesetting import Columns
from archivist.ui.theme import GRID, Colours

if TYPE_CHECKING:
    from archivist.model import Suggestion

_ROWS = 3
_SIDE = 6.0  # px from the edge to the words
_ABOVE = 1.0  # px from the edge to the first row, and from the last to the edge
_ASKING = 14.0  # px, the question mark with the gap after it
_NARROW = 26.0 * GRID  # px, the widest card where there is no room for words beside the text
_BELOW = 5.0  # px from the words to a card below them
_TOUCHED = 4.0  # px of a label that may be hidden
_EDGE = 2  # px of page around it
_ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)


class SuggestionCard:
    """A card beside the line of a suggestion or, in a narrow window, below its words."""

    def __init__(
        self, suggestion: Suggestion, words: LabelWords, confidence: str, line: QRectF, columns: Columns, font: QFont
    ) -> None:
        """`line` is the first rectangle of the suggestion's words, in px of the document."""
        self._suggestion = suggestion
        self._font = font
        metrics = QFontMetricsF(font)
        self._row = label_row_height(metrics)
        room = _room(columns)
        sure = metrics.elidedText(confidence, Qt.TextElideMode.ElideRight, room)
        self.lines = [*label_lines(words, room, _ROWS, metrics), sure]
        width = max(map(metrics.horizontalAdvance, self.lines)) + _ASKING + 2 * _SIDE
        height = len(self.lines) * self._row + 2 * _ABOVE
        if columns.dots_only:
            left = max(_SIDE, min(line.left(), columns.viewport - _SIDE - width))
            self.rect = QRectF(left, line.bottom() + _BELOW, width, height)
        else:
            self.rect = QRectF(columns.labels_left - _SIDE, line.center().y() - self._row / 2 - _ABOVE, width, height)

    def covers(self, label: QRectF) -> bool:
        """Whether too little would be seen of a label below it."""
        return self.rect.adjusted(0, _TOUCHED, 0, -_TOUCHED).intersects(label)

    def paint(self, painter: QPainter, colours: Colours) -> None:
        """Paint it over what is there."""
        fill = suggested_fill(self._suggestion.kind, colours, chosen=True)
        box = self.rect.toAlignedRect()
        painter.fillRect(box.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE), QColor(colours.page))
        painter.fillRect(box, fill)
        dots = dots_of(self._suggestion, colours, strong=True)
        dots.horizontal(painter, box.left(), box.right(), box.top())
        dots.horizontal(painter, box.left(), box.right(), box.bottom())
        dots.vertical(painter, box.left(), box.top(), box.bottom())
        dots.vertical(painter, box.right(), box.top(), box.bottom() + 2)
        painter.setFont(self._font)
        row = QRectF(self.rect.left() + _SIDE, self.rect.top() + _ABOVE, self.rect.width(), self._row)
        painter.setPen(readable(colours.kind(self._suggestion.kind), fill, FOR_TEXT))
        painter.drawText(row, _ONE_LINE, "?")
        for number, line in enumerate(self.lines):
            if number == len(self.lines) - 1:
                painter.setPen(readable(QColor(colours.muted), fill, FOR_TEXT))
            painter.drawText(row.translated(_ASKING, number * self._row), _ONE_LINE, line)


def _room(columns: Columns) -> float:
    """The px that its words may be wide."""
    if columns.dots_only:
        return min(_NARROW, columns.viewport - 2 * _SIDE) - _ASKING - 2 * _SIDE
    return columns.labels_width - _ASKING - _SIDE
