# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar below the article that says from where to where a relation is being made by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from archivist.text import shortened
from archivist.ui.icons import Icons
from archivist.ui.theme import GRID

_SHORTEST = 6  # code points of the words of an end


class RelatingBar(QFrame):
    """The words of both ends, a button to relate them, and one to leave it; hidden while no relation is made."""

    accepted = Signal()
    cancelled = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        self._ends = "", ""
        self._label = QLabel()
        self._accept = QPushButton(self.tr("Relate"))
        self._cancel = QToolButton()
        self._build(icons)

    @property
    def text(self) -> str:
        """What the bar says, in full."""
        return self._said

    def show_ends(self, source: str, target: str) -> None:
        """Say the words of the first annotation and of the one that is chosen now, "" for none."""
        self._ends = source, target
        self._said = self._sentence(source, target)
        self._accept.setEnabled(bool(target))
        self._label.setAccessibleName(self._said)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        else:
            super().keyPressEvent(event)

    def _sentence(self, source: str, target: str) -> str:
        if target:
            return self.tr("“{source}” → “{target}”: press Enter").format(source=source, target=target)
        return self.tr("From “{source}”: choose where to").format(source=source)

    def _fit(self) -> None:
        """Shorten the words of both ends, and not the sentence, until it fits."""
        width, metrics = self._label.width(), QFontMetrics(self._label.font())
        length = max(_SHORTEST, *map(len, self._ends))
        said = self._said
        while metrics.horizontalAdvance(said) > width and length > _SHORTEST:
            length -= 1
            said = self._sentence(*(shortened(words, length) for words in self._ends))
        self._label.setText(said)

    def _build(self, icons: Icons) -> None:
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setForegroundRole(QPalette.ColorRole.WindowText)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._accept.setAccessibleName(self.tr("Relate the two annotations"))
        self._accept.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the article
        self._accept.clicked.connect(self.accepted)
        icons.give(self._cancel, "close")
        self._cancel.setToolTip(self.tr("Cancel, Esc"))
        self._cancel.setAccessibleName(self.tr("Make no relation"))
        self._cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self._label, 1)
        row.addWidget(self._accept)
        row.addWidget(self._cancel)
