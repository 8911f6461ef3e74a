# SPDX-License-Identifier: GPL-3.0-or-later
"""What the edges of a mark are taken hold of by: an upright at either end, with a knob."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from archivist.language.edges import Edge
from archivist.ui.reader.geometry import Geometry
from archivist.ui.reader.marks import Mark
from archivist.ui.reader.painting import Ink
from archivist.ui.theme import Colours

_BESIDE = 5.0  # px from an edge, away from the words, that still take hold of it
_WITHIN = 4.0  # px on the words, and a third of the outermost character at the most
_OUTLINE = 1.0  # px from the words to the middle of the outline of the chosen mark
_KNOB = 3.5  # px, the radius
_STRONG_KNOB = 4.5


@dataclass(frozen=True, slots=True)
class Grip:
    """That of one edge, in px of the document."""

    edge: Edge
    x: float
    top: float
    bottom: float
    inwards: float  # to the other side of the outermost character; below 0 that is to the left

    def takes(self, point: QPointF) -> bool:
        """Whether the edge is taken hold of at a point."""
        into = point.x() - self.x if self.inwards > 0 else self.x - point.x()
        within = -_BESIDE <= into <= min(_WITHIN, abs(self.inwards) / 3)
        return within and self.top <= point.y() <= self.bottom

    def paint(self, painter: QPainter, ink: Ink, colours: Colours, *, strong: bool) -> None:
        """The upright, and the knob above the beginning or below the end; `strong` is that at the pointer."""
        x = self.x - _OUTLINE if self.inwards > 0 else self.x + _OUTLINE
        knob = QPointF(x, self.top if self.edge is Edge.START else self.bottom)
        radius = _STRONG_KNOB if strong else _KNOB
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        painter.fillRect(QRectF(x - 1, self.top, 2, self.bottom - self.top), ink.line)
        painter.setPen(QPen(QColor(colours.page), 1.5))
        painter.setBrush(ink.line)
        painter.drawEllipse(knob, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def grips_of(geometry: Geometry, mark: Mark, last: int) -> list[Grip]:
    """The grips of a mark whose last character begins at a UTF-16 position."""
    grips = []
    for edge, position in ((Edge.START, mark.start), (Edge.END, last)):
        sides = geometry.sides(position)
        if sides is None:
            continue
        bottom = max((one.underline(sides.line) + 2 for one in geometry.stretches_of(mark, position)), default=0)
        here, there = sides.leading, sides.trailing
        if edge is Edge.END:
            here, there = there, here
        grips.append(Grip(edge, here, sides.line.top(), max(bottom, sides.line.bottom()), there - here))
    return grips
