# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar below the article that says which tag is in hand, so that all words that are swept over get it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from archivist.model import Tag
from archivist.ui.forms import symbol_icon
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording


class SweepBar(QFrame):
    """The tag with its symbol, what to do, and a button to put it down; hidden while no tag is in hand."""

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tag: Tag | None = None
        self._wording = Wording(self)
        self._symbol = QLabel()
        self._label = QLabel()
        self._end = QPushButton(self.tr("Put down"))
        self._build()
        self.hide()

    @property
    def text(self) -> str:
        """What the bar says."""
        return self._label.text()

    def show_tag(self, tag: Tag | None) -> None:
        """Say that a tag is in hand, or that none is."""
        self._tag = tag
        if tag is not None:
            said = self.tr("In hand: {tag}. Sweep over words to tag them; Esc ends it.").format(tag=tag.name)
            self._label.setText(said)
            self._label.setToolTip(said)
            self.setAccessibleName(said)
            self._symbol.setAccessibleName(self._wording.kind(tag.kind))
            self._draw()
        self.setVisible(tag is not None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def _draw(self) -> None:
        if self._tag is not None:
            icon = symbol_icon(self._tag.kind, self._tag.colour, self.palette())
            self._symbol.setPixmap(icon.pixmap(2 * GRID, 2 * GRID))

    def _build(self) -> None:
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setForegroundRole(QPalette.ColorRole.WindowText)
        self._label.setWordWrap(True)  # beside an inspector the bar is narrow, and the key is said last
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._end.setAccessibleName(self.tr("Put the tag down"))
        self._end.setToolTip(self.tr("Put the tag down, Esc"))
        self._end.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the article
        self._end.clicked.connect(self.ended)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self._symbol)
        row.addWidget(self._label, 1)
        row.addWidget(self._end)
