# SPDX-License-Identifier: GPL-3.0-or-later
"""A choice among a few values, as high as the other fields."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox

from archivist.ui.theme import GRID, colours_of


class ChoiceField(QComboBox):
    """A combo box that draws its own arrow: one with a style sheet has none but an image in one colour.

    The wheel scrolls what it stands in: turned over a form, it would change a value that nobody looks at.
    """

    def choose(self, value: str | None) -> None:
        """Choose a value (the data of an item), added as its own name if it is not among the choices."""
        place = self.findData(value)
        if place < 0:
            self.addItem(value or "", value)
            place = self.count() - 1
        self.setCurrentIndex(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            draw_chevron(painter, QPointF(self.width() - 2 * GRID, self.height() / 2), QColor(self._ink()))

    def _ink(self) -> str:
        colours = colours_of(self.palette())
        return colours.muted if self.isEnabled() else colours.outline


def draw_chevron(painter: QPainter, centre: QPointF, colour: QColor) -> None:
    """The sign that there is more to choose from below."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5))
    x, y = centre.x(), centre.y()
    painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])
    painter.restore()
