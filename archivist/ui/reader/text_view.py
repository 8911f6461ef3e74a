# SPDX-License-Identifier: GPL-3.0-or-later
"""A text set for reading, in which words can be selected by pointer and by keyboard.

Its methods and signals speak of code points of the stored text. UTF-16 is how Qt counts, and stays
below. The stored text is kept as it is; Qt is given a display copy and is never asked for it back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPalette, QResizeEvent, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from archivist.text import Utf16Map, whole_graphemes
from archivist.ui.reader.display import display_copy
from archivist.ui.reader.typesetting import MEASURES, Columns, Role, columns, set_columns, typeset
from archivist.ui.theme import READING_MEASURE, READING_SIZE, READING_SIZES, colours_of, reading_font

SELECTION = 0.25  # how much of the accent lies over selected words, so that marks show through
TAG_SELECTION = 0.16  # the same of the colour of a tag, which may be any, and on a dark page is a bright one
_ABOVE = 0.3  # of the view: where a place that is scrolled to comes to stand
_WHEEL_STEP = 120  # eighths of a degree


class TextView(QTextEdit):
    """A read-only text edit that keeps its text, its columns and its reading size."""

    selection_changed = Signal(int, int)  # code points, whole grapheme clusters; equal where only the caret moved
    zoomed = Signal(int)  # reading size in px

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._map = Utf16Map("")
        self._document: QTextDocument | None = None
        self._size = READING_SIZE
        self._measure = READING_MEASURE
        self._reported = (0, 0)
        self._tint: str | None = None
        self.setFont(reading_font(self._size))
        self._columns = self._fitting()
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setCursorWidth(2)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A scroll bar that came and went would lay the text out twice.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._tint_selection()
        self.cursorPositionChanged.connect(self._on_cursor_changed)
        self.selectionChanged.connect(self._on_cursor_changed)

    @property
    def article_text(self) -> str:
        """The stored text that is shown."""
        return self._text

    @property
    def reading_size(self) -> int:
        """The size of the text in px."""
        return self._size

    def show_text(self, text: str, roles: Sequence[Role]) -> None:
        """Show a canonical text from its beginning; roles are those of its first paragraphs."""
        self._text, self._map = text, Utf16Map(text)
        self._columns = self._fitting()
        document = typeset(display_copy(text), roles, self.font(), self._columns, self._map.to_utf16)
        if document.characterCount() - 1 != self._map.utf16_length:
            raise ValueError("the display copy is not as long as the text, so offsets would drift")
        document.setParent(self)
        self.setDocument(document)
        if self._document is not None:  # Qt deletes only the document that it made itself
            self._document.deleteLater()
        self._document = document
        self._laid_out()
        self.verticalScrollBar().setValue(0)
        self._on_cursor_changed()

    def selection(self) -> tuple[int, int] | None:
        """The selected span in code points, of whole grapheme clusters; None where nothing is selected."""
        start, end = self._span_of(self.textCursor())
        return (start, end) if start < end else None

    def caret(self) -> int:
        """The code point at which the caret stands, or the selection begins."""
        return self._span_of(self.textCursor())[0]

    def select_whole(self, start: int, end: int) -> None:
        """Select a span of code points, out to whole grapheme clusters, and scroll to it."""
        self.select(*whole_graphemes(self._text, start, end))

    def set_selection_colour(self, colour: str | None) -> None:
        """Tint what is selected with a colour (#rrggbb); None is for the accent."""
        self._tint = colour
        self._tint_selection()

    def select(self, start: int, end: int) -> None:
        """Select a span of code points and scroll to it."""
        cursor = self.textCursor()
        cursor.setPosition(self._map.to_utf16(start))
        cursor.setPosition(self._map.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def set_reading_size(self, size: int) -> None:
        """Set the text in another size, in px; the words in view stay in view."""
        size = max(READING_SIZES[0], min(READING_SIZES[-1], size))
        if size != self._size:
            self._size = size
            self._keeping_place(self._resize_font)
            self.zoomed.emit(size)

    def zoom(self, steps: int) -> None:
        """Go some steps up or down the reading sizes."""
        nearest = min(range(len(READING_SIZES)), key=lambda number: abs(READING_SIZES[number] - self._size))
        self.set_reading_size(READING_SIZES[max(0, min(len(READING_SIZES) - 1, nearest + steps))])

    @property
    def measure(self) -> int:
        """How wide a line is at the most, in letters of average width."""
        return self._measure

    def set_measure(self, letters: int) -> None:
        """Set lines that are at the most so wide; the words in view stay in view."""
        letters = max(MEASURES[0], min(MEASURES[-1], letters))
        if letters != self._measure:
            self._measure = letters
            self._keeping_place(self._set_columns)

    def widen(self, steps: int) -> None:
        """Go some steps up or down the measures; down from what is shown, as there may be no room for what is set."""
        shown = self._fitting().letters
        known = shown if steps < 0 and MEASURES[0] < shown < self._measure else self._measure
        others = [each for each in MEASURES if (each > known if steps > 0 else each < known)]
        if others:
            self.set_measure(others[min(steps, len(others)) - 1] if steps > 0 else others[max(steps, -len(others))])

    def _fitting(self) -> Columns:
        return columns(self.viewport().width(), self.font(), self._measure)

    def _laid_out(self) -> None:
        """The text stands otherwise than before; what was worked out about its places is void."""

    def _on_cursor_changed(self) -> None:
        span = self._span_of(self.textCursor())
        if span != self._reported:
            self._reported = span
            self.selection_changed.emit(*span)

    def createMimeDataFromSelection(self) -> QMimeData:
        # Qt's own would turn no-break spaces and our softened paragraphs into something else.
        start, end = self._span_of(self.textCursor())
        data = QMimeData()
        data.setText(self._text[start:end])
        return data

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._keeping_place(lambda: self._fit(event))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:  # Qt's own zoom knows no sizes in px
            self.zoom(round(event.angleDelta().y() / _WHEEL_STEP))
            event.accept()
        else:
            super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._tint_selection()

    def _fit(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = self._fitting()
        if fitting != self._columns:
            self._columns = fitting
            set_columns(self.document(), fitting)
        self._laid_out()

    def _resize_font(self) -> None:
        self.setFont(reading_font(self._size))
        self._set_columns()

    def _set_columns(self) -> None:
        self._columns = self._fitting()
        set_columns(self.document(), self._columns)
        self._laid_out()

    def _keeping_place(self, change: Callable[[], None]) -> None:
        """Change the layout so that the words at the top of the view stay there."""
        bar = self.verticalScrollBar()
        if bar.value() == 0:
            change()
            return
        top = self.cursorForPosition(QPoint(self._columns.left, 1))
        before = self.cursorRect(top).top()
        change()
        bar.setValue(bar.value() + self.cursorRect(top).top() - before)

    def _scroll_to(self, rect: QRectF) -> None:
        """Bring a rectangle of the document into view, with some lines around it."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top = rect.top() - bar.value()
        if top < rect.height() or top + 2 * rect.height() > height:
            # The text is laid out as far as it was looked at, and the scroll bar knows no more.
            self.document().documentLayout().hitTest(QPointF(0, rect.top() + height), Qt.HitTestAccuracy.FuzzyHit)
            bar.setValue(round(rect.top() - height * _ABOVE))

    def _span_of(self, cursor: QTextCursor) -> tuple[int, int]:
        """The code points of a cursor's selection, out to whole grapheme clusters."""
        start = self._code_point(cursor.selectionStart(), within=-1)
        if not cursor.hasSelection():
            return start, start
        return whole_graphemes(self._text, start, self._code_point(cursor.selectionEnd(), within=1))

    def _code_point(self, position: int, *, within: int) -> int:
        """The code point at a UTF-16 position; from within a surrogate pair its start (-1) or end (1)."""
        try:
            return self._map.to_code_point(position)
        except ValueError:
            return self._map.to_code_point(position + within)

    def _to_document(self, pixel: QPoint) -> QPointF:
        """The middle of a pixel of the viewport, in px of the document."""
        return (
            QPointF(pixel)
            + QPointF(0.5, 0.5)
            + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        )

    def _tint_selection(self) -> None:
        colours = colours_of(self.palette())
        tint = QColor(colours.accent) if self._tint is None else colours.mark(self._tint)
        tint.setAlphaF(SELECTION if self._tint is None else TAG_SELECTION)
        if self.palette().color(QPalette.ColorRole.Highlight) != tint:
            own = QPalette()  # sets this one role; the others go on following the application
            own.setColor(QPalette.ColorRole.Highlight, tint)
            self.setPalette(own)
