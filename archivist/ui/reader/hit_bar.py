# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar below the article that says at which hit of the search one stands."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from archivist.ui.icons import Icons
from archivist.ui.theme import GRID


class HitBar(QFrame):
    """Hit 3 of 12, buttons to go on and back; hidden while the search has no hits in the article."""

    next_asked = Signal()
    previous_asked = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = QLabel()
        self._previous = QToolButton()
        self._next = QToolButton()
        self._build(icons)
        self.show_count(0, 0)

    @property
    def text(self) -> str:
        """What the bar says."""
        return self._count.text()

    def show_count(self, number: int, count: int) -> None:
        """Say at which of how many hits one stands; number counts from 1, 0 is at none."""
        if number:
            self._count.setText(self.tr("Hit {number} of {count}").format(number=number, count=count))
        else:
            self._count.setText(self.tr("%n hit(s) in this article", "", count) if count else "")

    def set_keys(self, previous: str, next_: str) -> None:
        """Name the keys that do the same, "" where there is none."""
        for button, key in ((self._previous, previous), (self._next, next_)):
            button.setToolTip(", ".join(filter(None, (button.accessibleName(), key))))

    def _build(self, icons: Icons) -> None:
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 2, GRID, 2)
        row.setSpacing(GRID)
        row.addWidget(self._count)
        row.addStretch(1)
        for button, icon, name, signal in (
            (self._previous, "previous", self.tr("Previous hit"), self.previous_asked),
            (self._next, "next", self.tr("Next hit"), self.next_asked),
        ):
            icons.give(button, icon)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(signal)
            row.addWidget(button)
