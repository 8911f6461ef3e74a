# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar below the article in which one types what to find in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from archivist.ui.icons import Icons
from archivist.ui.theme import GRID


class FindBar(QFrame):
    """A field, the number of the hit that one stands at, buttons to go on and back, and one to close.

    In the field Enter goes on, Shift+Enter back; Escape closes the bar.
    """

    words_changed = Signal(str)
    next_asked = Signal()
    previous_asked = Signal()
    closed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = QLineEdit()
        self._count = QLabel()
        self._previous = QToolButton()
        self._next = QToolButton()
        self._close = QToolButton()
        self._build(icons)
        self.show_count(0, 0)

    @property
    def words(self) -> str:
        """What is typed."""
        return self._field.text()

    def open(self, words: str = "") -> None:
        """Show the bar with the field ready to be typed in; words replace what was typed last."""
        self.show()
        if words and words != self._field.text():
            self._field.setText(words)
        else:
            self.words_changed.emit(self._field.text())
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def close_bar(self) -> None:
        """Hide the bar."""
        self.hide()
        self.closed.emit()

    def show_count(self, number: int, count: int) -> None:
        """Say at which of how many hits one stands; number counts from 1, 0 is at none."""
        missing = bool(self.words.strip()) and not count
        if missing:
            text = self.tr("Not found")
        elif count:
            text = self.tr("{number} of {count}").format(number=number or "–", count=count)
        else:
            text = ""
        self._count.setText(text)
        self._previous.setEnabled(count > 0)
        self._next.setEnabled(count > 0)
        if self._field.property("mistaken") != missing:
            self._field.setProperty("mistaken", missing)
            self._field.style().polish(self._field)

    def set_keys(self, previous: str, next_: str) -> None:
        """Name the keys that do the same, "" where there is none."""
        for button, key in ((self._previous, previous), (self._next, next_)):
            button.setToolTip(", ".join(filter(None, (button.accessibleName(), key))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.previous_asked if back else self.next_asked).emit()
        else:
            super().keyPressEvent(event)

    def _build(self, icons: Icons) -> None:
        self._field.setPlaceholderText(self.tr("Find in this article"))
        self._field.setAccessibleName(self.tr("Find in this article"))
        self._field.setFixedWidth(36 * GRID)
        self._field.textChanged.connect(self.words_changed)
        self._count.setMinimumWidth(12 * GRID)
        for button, icon, name, signal in (
            (self._previous, "previous", self.tr("Previous hit"), self.previous_asked),
            (self._next, "next", self.tr("Next hit"), self.next_asked),
        ):
            icons.give(button, icon)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(signal)
        icons.give(self._close, "close")
        self._close.setToolTip(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close the find bar"))
        self._close.clicked.connect(self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID)
        for widget in (self._field, self._count, self._previous, self._next):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._close)
