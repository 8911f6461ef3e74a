# SPDX-License-Identifier: GPL-3.0-or-later
"""A plain text in which places are lit, and whose selection is a span of it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from archivist.text import Utf16Map, whole_graphemes
from archivist.ui.theme import GRID, READING_SIZE, colours_of, reading_font

Span = tuple[int, int]  # code points, half-open


class Light(Enum):
    """How a place is lit."""

    PLACE = "place"
    CHOSEN = "chosen"  # the one that is meant


class PlainView(QPlainTextEdit):
    """Offsets are code points of the text that is shown; it is read-only unless told."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what the view is called for those who do not see it."""
        super().__init__(parent)
        self._text = ""
        self._map = Utf16Map("")
        self._lit: tuple[tuple[Span, Light], ...] = ()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFont(reading_font(READING_SIZE - 2))
        self.document().setDocumentMargin(1.5 * GRID)
        self.setAccessibleName(name)

    @property
    def text(self) -> str:
        """The text that was shown last; what is typed since is not in it."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show a text from its beginning, with nothing lit."""
        if text != self._text:
            self._text = text
            self._map = Utf16Map(text)
            self.setPlainText(text)
        self.light(())

    def light(self, places: Sequence[tuple[Span, Light]]) -> None:
        """Light these places, and no others."""
        self._lit = tuple(places)
        self.setExtraSelections([self._selection(span, light) for span, light in places])

    def selection(self) -> Span | None:
        """The words that are selected, whole characters without blanks at their edges; None where there are none."""
        cursor = self.textCursor()
        start = self._map.to_code_point(self._whole(cursor.selectionStart()))
        end = self._map.to_code_point(self._whole(cursor.selectionEnd()))
        words = self._text[start:end]
        if not words.strip():
            return None
        start += len(words) - len(words.lstrip())
        return whole_graphemes(self._text, start, start + len(words.strip()))

    def go_to(self, start: int, end: int) -> None:
        """Bring a place into the middle of the view."""
        self.setTextCursor(self._cursor((end, end)))
        self.setTextCursor(self._cursor((start, start)))
        self.centerCursor()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.light(self._lit)

    def _whole(self, position: int) -> int:
        """A position that is in no surrogate pair."""
        low = self.document().characterAt(position)
        return position - 1 if "\udc00" <= low <= "\udfff" else position

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        start, end = (min(self._map.to_utf16(at), last) for at in span)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _selection(self, span: Span, light: Light) -> QTextEdit.ExtraSelection:
        colours = colours_of(self.palette())
        shape = QTextCharFormat()
        shape.setBackground(QColor(colours.current_hit if light is Light.CHOSEN else colours.hit))
        if light is Light.CHOSEN:  # told apart by more than its colour
            shape.setFontWeight(QFont.Weight.Bold)
            shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        found = QTextEdit.ExtraSelection()
        found.cursor = self._cursor(span)
        found.format = shape
        return found
