# SPDX-License-Identifier: GPL-3.0-or-later
"""Two texts as one, with what differs marked and its figures most of all."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from archivist.ui.questions.duplicates import Comparison, Part, PartOf
from archivist.ui.theme import GRID, READING_SIZE, colours_of

_LINE_HEIGHT = 140  # %


class DifferenceView(QTextEdit):
    """Shows a comparison: what only the first text has is struck out, what only the other has is underlaid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("What differs"))
        self.document().setDocumentMargin(2 * GRID)
        font = self.font()
        font.setPixelSize(READING_SIZE - 2)
        self.setFont(font)

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Show a comparison from its beginning; None shows nothing."""
        self._comparison = comparison
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._fill()

    def _fill(self) -> None:
        self.clear()
        if self._comparison is None:
            return
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        lines = QTextBlockFormat()
        lines.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(lines)
        for part in self._comparison.parts:
            self._insert(cursor, part)
        if self._comparison.cut:
            more = self.tr("More differs further on.") if self._comparison.differs else self.tr("The text goes on.")
            cursor.insertText(f"\n\n{more}", self._format(PartOf.LEFT_OUT))
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _insert(self, cursor: QTextCursor, part: Part) -> None:
        usual = self._format(part.of)
        if part.of is PartOf.LEFT_OUT:
            cursor.insertText(" … ", usual)
            return
        at = 0
        for start, end in part.figures:
            cursor.insertText(part.text[at:start], usual)
            cursor.insertText(part.text[start:end], self._format(part.of, figure=True))
            at = end
        words = part.text[at:].rstrip()
        cursor.insertText(words, usual)
        cursor.insertText(part.text[at + len(words) :] or " ", self._format(PartOf.BOTH))

    def _format(self, of: PartOf, *, figure: bool = False) -> QTextCharFormat:
        colours = colours_of(self.palette())
        shape = QTextCharFormat()
        shape.setForeground(QColor(colours.muted if of in (PartOf.FIRST, PartOf.LEFT_OUT) else colours.text))
        shape.setFontStrikeOut(of is PartOf.FIRST)
        if of is PartOf.OTHER:
            shape.setBackground(QColor(colours.selection))
        if figure:
            shape.setForeground(QColor(colours.text))
            shape.setBackground(QColor(colours.hit))
            shape.setFontWeight(QFont.Weight.Bold)
        return shape
