# SPDX-License-Identifier: GPL-3.0-or-later
"""The quoted words of an annotation, shortened in the middle where there are many."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from archivist.text import whole_graphemes
from archivist.ui.theme import GRID

_LONG = 320  # code points
_HEAD, _TAIL = 180, 90


class QuoteLabel(QWidget):
    """Words that can be selected and copied; a button shows all of a long quote."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quote = ""
        self._build()

    def show_quote(self, quote: str) -> None:
        """Show a quote; another one than before begins shortened."""
        if quote != self._quote:
            self._quote = quote
            self._more.setChecked(False)
        self._more.setVisible(len(quote) > _LONG)
        self._show()

    def _build(self) -> None:
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._label.setAccessibleName(self.tr("Quoted words"))
        font = self._label.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        font.setWeight(QFont.Weight.Medium)
        self._label.setFont(font)
        self._more = QPushButton()
        self._more.setFlat(True)
        self._more.setCheckable(True)
        self._more.toggled.connect(self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._label)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def _show(self) -> None:
        whole = self._more.isChecked()
        self._label.setText(self._quote if whole else shortened(self._quote))
        self._label.setAccessibleDescription(self._label.text())
        self._more.setText(self.tr("Show less") if whole else self.tr("Show all"))


def shortened(quote: str) -> str:
    """A long quote without its middle, cut between words where there are any."""
    if len(quote) <= _LONG:
        return quote
    head = quote[: whole_graphemes(quote, 0, _HEAD)[1]]
    tail = quote[whole_graphemes(quote, len(quote) - _TAIL, len(quote))[0] :]
    return f"{head.rsplit(None, 1)[0] if ' ' in head else head} … {tail.split(None, 1)[-1]}"
