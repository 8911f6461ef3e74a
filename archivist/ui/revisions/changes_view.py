# SPDX-License-Identifier: GPL-3.0-or-later
"""Two texts of one article as one, to the letter: what was taken out is struck out, what was put in is underlined."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from archivist.language.word_diff import Stretch
from archivist.ui.theme import GRID, READING_SIZE, colours_of, reading_font

_LONGEST_SAME = 4000  # code points of a stretch without a change that are shown around the changes
_LINE_END = "⏎"


class ChangesView(QTextEdit):
    """Shows the changes in their text and goes from one to the next."""

    change_reached = Signal(int, int)  # number of the change, from 1, 0 for none; how many there are

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._old = self._new = ""
        self._stretches: tuple[Stretch, ...] = ()
        self._places: list[tuple[int, int]] = []  # of the changes, in UTF-16 of what is shown
        self._current = -1
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("What changed"))
        self.setFont(reading_font(READING_SIZE - 2))
        self.document().setDocumentMargin(1.5 * GRID)

    def show_changes(self, old: str, new: str, stretches: Sequence[Stretch]) -> None:
        """Show how one text became another, at the first change."""
        self._old, self._new, self._stretches = old, new, tuple(stretches)
        self._fill()
        self._current = -1
        self.go(1)

    def go(self, step: int) -> None:
        """Go to the next change (1), or the one before (-1); after the last comes the first."""
        count = len(self._places)
        if count:
            self._current = (self._current + step) % count if self._current >= 0 else (0 if step > 0 else count - 1)
            self._show_current()
        self.change_reached.emit(self._current + 1, count)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._stretches:
            self._fill()
            if self._current >= 0:
                self._show_current()

    def _fill(self) -> None:
        self.clear()
        self._places = []
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        last = len(self._stretches) - 1
        for at, one in enumerate(self._stretches):
            added = self._new[one.other_start : one.other_end]
            if one.same:
                cursor.insertText(_shortened(added, first=at == 0, last=at == last), self._format())
                continue
            start = cursor.position()
            removed = self._old[one.start : one.end]
            # The end of a line that was taken out is no end of a line here, and one that was put in has to be seen.
            cursor.insertText(removed.replace("\n", _LINE_END), self._format(removed=True))
            cursor.insertText(added.replace("\n", f"{_LINE_END}\n"), self._format(added=True))
            self._places.append((start, cursor.position()))
        cursor.endEditBlock()

    def _show_current(self) -> None:
        start, end = self._places[self._current]
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        rect = self.cursorRect()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + rect.center().y() - self.viewport().height() // 2)

    def _format(self, *, removed: bool = False, added: bool = False) -> QTextCharFormat:
        colours = colours_of(self.palette())
        shape = QTextCharFormat()
        shape.setForeground(QColor(colours.muted if removed else colours.text))
        shape.setFontStrikeOut(removed)
        shape.setFontUnderline(added)
        if removed:
            shape.setBackground(QColor(colours.hover))
        if added:
            shape.setBackground(QColor(colours.hit))
        return shape


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """What did not change, its middle left out where that is very long."""
    if len(text) <= 2 * _LONGEST_SAME:
        return text
    head = "" if first else text[:_LONGEST_SAME]
    tail = "" if last else text[-_LONGEST_SAME:]
    return f"{head}\n\n…\n\n{tail}"
