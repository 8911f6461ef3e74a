# SPDX-License-Identifier: GPL-3.0-or-later
"""The marks of one paragraph, sorted into what Qt draws in one go.

A call to Qt for each of the hundreds of lines on a screen would take longer than drawing them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from archivist.model import Kind
from archivist.ui.reader.painting import Ink, Inks, note_corner
from archivist.ui.reader.stretches import Stretch, grounds

_DASHES = {Kind.ACTOR: [1.0, 1.0]}  # in widths of the line
_OTHER_DASHES = [3.0, 2.0]


class ParagraphPainting:
    """The grounds and the lines of the marks of a paragraph, in the inks of one palette."""

    def __init__(self, stretches: Sequence[Stretch], inks: Inks) -> None:
        """The stretches come in the order in which they are painted."""
        self._grounds: list[tuple[QRectF, Ink, str]] = []  # with the id of the annotation
        self._lines: dict[Ink, _Lines] = {}
        for stretch in stretches:
            ink = inks.of(stretch.mark.annotation.tag)
            self._grounds += [(ground, ink, stretch.mark.annotation.id) for ground in grounds(stretch)]
            if ink not in self._lines:
                self._lines[ink] = _Lines(ink)
            self._lines[ink].add(stretch)

    def paint_grounds(self, painter: QPainter, strong: Collection[str]) -> None:
        """Fill the grounds, opaque, so that the inner of two is seen in its own hue and words stay readable.

        `strong` are the ids of the annotations that stand out.
        """
        for rect, ink, annotation in self._grounds:
            painter.fillRect(rect, ink.strong_fill if annotation in strong else ink.fill)

    def paint_lines(self, painter: QPainter) -> None:
        """Draw the underlines in their lanes, the ends, and a corner where there is a note."""
        for lines in self._lines.values():
            lines.paint(painter)


class _Lines:
    """All that is drawn in one ink."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink
        self._solid: list[QRectF] = []
        self._dashed: dict[int, list[QLineF]] = {}  # by thickness
        self._corners: list[QPointF] = []

    def add(self, stretch: Stretch) -> None:
        """Have a stretch drawn too."""
        kind, thickness = stretch.kind, stretch.thickness
        for rect in stretch.rects:
            top = stretch.underline(rect)
            if kind is Kind.EVENT:
                self._solid.append(QRectF(rect.left(), top, rect.width(), thickness))
            elif kind is Kind.FIGURE:
                self._solid.append(QRectF(rect.left(), top, rect.width(), 1))
                if not stretch.thin:
                    self._solid.append(QRectF(rect.left(), top + 2, rect.width(), 1))
            else:
                middle = top + thickness / 2
                self._dashed.setdefault(thickness, []).append(QLineF(rect.left(), middle, rect.right(), middle))
        self._solid += stretch.ends()
        corner = stretch.note_corner()
        if corner is not None:
            self._corners.append(corner)

    def paint(self, painter: QPainter) -> None:
        colour = self._ink.line
        for thickness, lines in self._dashed.items():
            painter.setPen(_dashed(self._ink.kind, colour, thickness))
            painter.drawLines(lines)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRects(self._solid)
        for corner in self._corners:
            note_corner(painter, corner, colour)


def _dashed(kind: Kind, colour: QColor, thickness: int) -> QPen:
    pen = QPen(QBrush(colour), thickness, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern(_DASHES.get(kind, _OTHER_DASHES))
    return pen
