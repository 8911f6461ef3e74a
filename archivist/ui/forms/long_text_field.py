# SPDX-License-Identifier: GPL-3.0-or-later
"""A field for a text of several lines, kept as a person leaves it or pauses."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from archivist.ui.forms.exact_text import exact_text
from archivist.ui.theme import GRID

_PAUSE_MS = 1000
_FEWEST_LINES, _MOST_LINES = 3, 12


class LongTextField(QPlainTextEdit):
    """A field of several lines that grows with its text and says when what was typed is to be kept."""

    paused = Signal()  # something was typed that nobody has kept yet, and the person paused or left

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text_changed)

    def text(self) -> str:
        """What stands in the field."""
        return exact_text(self.document())

    def is_edited(self) -> bool:
        """Whether something was typed that has not been kept."""
        return self.text() != self._kept

    def load(self, text: str) -> None:
        """Show what the archive holds; the cursor stays where it is if that is what stands here."""
        self._kept = text
        if self.text() != text:
            self.setPlainText(text)
        self._pause.stop()

    def load_draft(self, kept: str, draft: str) -> None:
        """Show a text that could not be kept earlier."""
        self.load(draft)
        self._kept = kept

    def mark_kept(self, text: str) -> None:
        """The archive holds this text now, whatever has been typed since."""
        self._kept = text

    def sizeHint(self) -> QSize:
        lines = max(_FEWEST_LINES, min(_MOST_LINES, round(self.document().size().height())))
        height = lines * QFontMetrics(self.font()).lineSpacing() + 2 * GRID
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._on_pause()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _on_text_changed(self) -> None:
        self.updateGeometry()
        self._pause.start()

    def _on_pause(self) -> None:
        self._pause.stop()
        if self.is_edited():
            self.paused.emit()
