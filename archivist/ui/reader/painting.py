# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints marks, hits and labels. Kind is told by line and symbol as well as by colour:

event    a solid line between brackets     a diamond
actor    a dotted line                     a disc
figure   a double line                     a square
other    a dashed line                     a ring
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap, QStaticText, QTransform

from archivist.model import Kind, Tag
from archivist.ui.contrast import FOR_TEXT, blend, readable
from archivist.ui.reader.labels import SYMBOL, Fold, Label
from archivist.ui.reader.stretches import NOTE_CORNER, Stretch
from archivist.ui.theme import Colours

_FILL = {False: 0.14, True: 0.18}  # by Colours.dark: how much of the mark's colour lies on the page
_STRONG_FILL = {False: 0.26, True: 0.27}
_ROUND = 4.0
_SYMBOL_SIDE = 11  # px

_HELD_DASHES = [2.5, 1.5]


class Emphasis(IntEnum):
    """How much a mark stands out."""

    PLAIN = 0
    HOVERED = 1
    CHOSEN = 2


class Ink:
    """The colours of one tag on the page."""

    __slots__ = ("fill", "kind", "lettering", "line", "strong_fill")

    def __init__(self, tag: Tag, colours: Colours) -> None:
        page = QColor(colours.page)
        self.kind = tag.kind
        self.line = colours.mark(tag.colour)
        self.fill = blend(self.line, page, _FILL[colours.dark])
        self.strong_fill = blend(self.line, page, _STRONG_FILL[colours.dark])
        self.lettering = readable(self.line, self.strong_fill, FOR_TEXT)


class Inks:
    """The ink of each tag, mixed once for each palette."""

    def __init__(self, colours: Colours) -> None:
        self.colours = colours
        self._by_look: dict[tuple[str, Kind], Ink] = {}

    def of(self, tag: Tag) -> Ink:
        """The ink of a tag; its colour may be no colour at all."""
        look = (tag.colour, tag.kind)
        if look not in self._by_look:
            self._by_look[look] = Ink(tag, self.colours)
        return self._by_look[look]


def paint_hit(painter: QPainter, rects: list[QRectF], colours: Colours, *, current: bool) -> None:
    """A hit of a search: a wash behind the words, the current one with an edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
    painter.setPen(QPen(QColor(colours.hit_edge), 1.5) if current else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.current_hit if current else colours.hit))
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-1, 1, 1, 0), _ROUND, _ROUND)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def paint_outline(painter: QPainter, stretch: Stretch, ink: Ink) -> None:
    """The outline of the chosen mark; where it runs on to another line, that side is open."""
    painter.setPen(QPen(ink.line, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin))
    _draw_outline(painter, stretch)


def paint_held_outline(painter: QPainter, stretch: Stretch, colour: QColor) -> None:
    """The outline of the mark that a relation is drawn from."""
    pen = QPen(colour, 2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)
    pen.setDashPattern(_HELD_DASHES)
    painter.setPen(pen)
    _draw_outline(painter, stretch)


class Lettering:
    """Draws the words and the symbols of labels; each is made once, as many labels say the same."""

    def __init__(self, font: QFont, ratio: float) -> None:
        """`ratio` is that of the pixels of the device to those of the view."""
        self.ratio = ratio
        self._font = font
        metrics = QFontMetricsF(font)
        self._below_top = (label_row_height(metrics) - metrics.height()) / 2
        self._texts: dict[str, QStaticText] = {}
        self._symbols: dict[Ink, QPixmap] = {}

    def draw(self, painter: QPainter, left: float, top: float, words: str) -> None:
        """Draw words in a row that begins there."""
        if words not in self._texts:
            text = self._texts[words] = QStaticText(words)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(QTransform(), self._font)
        painter.drawStaticText(QPointF(left, top + self._below_top), self._texts[words])

    def draw_symbol(self, painter: QPainter, left: float, middle: float, ink: Ink) -> None:
        """Draw the symbol of a kind in an ink."""
        if ink not in self._symbols:
            self._symbols[ink] = self._symbol(ink)
        painter.drawPixmap(QPointF(left + 4 - _SYMBOL_SIDE / 2, middle - _SYMBOL_SIDE / 2), self._symbols[ink])

    def _symbol(self, ink: Ink) -> QPixmap:
        side = ceil(_SYMBOL_SIDE * self.ratio)
        pixmap = QPixmap(side, side)
        pixmap.setDevicePixelRatio(self.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
            painter.setPen(QPen(ink.line, 1))
            painter.setBrush(ink.line)
            _SYMBOLS.get(ink.kind, _ring)(painter, QPointF(_SYMBOL_SIDE / 2, _SYMBOL_SIDE / 2))
        return pixmap


def paint_label(painter: QPainter, label: Label, ink: Ink, emphasis: Emphasis, lettering: Lettering) -> None:
    """A label: the symbol of its kind and its words; with an edge where its mark is chosen."""
    if emphasis is not Emphasis.PLAIN:
        painter.setPen(QPen(ink.line, 1.5) if emphasis is Emphasis.CHOSEN else Qt.PenStyle.NoPen)
        painter.setBrush(ink.strong_fill)
        painter.drawRoundedRect(label.rect.adjusted(-5, 0.75, 4, -0.75), _ROUND, _ROUND)
    row = label.row
    left, top, height = row.left(), row.top(), row.height()
    painter.setPen(ink.lettering)
    for number, line in enumerate(label.lines):
        lettering.draw(painter, left + SYMBOL, top + number * height, line)
    lettering.draw_symbol(painter, left, top + height / 2, ink)
    if label.lines and label.mark.annotation.note:
        note_corner(painter, QPointF(row.right(), top + 4), ink.line)


def paint_fold(painter: QPainter, fold: Fold, colours: Colours) -> None:
    """How many labels found no room."""
    painter.setPen(QColor(colours.muted))
    painter.drawText(fold.rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"+{len(fold.marks)}")


def paint_leads(painter: QPainter, labels: Iterable[Label], text_right: float, colour: QColor, width: float) -> None:
    """The lines that lead from labels to the lines of text they belong to."""
    path = QPainterPath()
    for label in labels:
        start = QPointF(text_right + 4, label.line.center().y())
        end = QPointF(label.row.left() - 6, label.row.center().y())
        middle = (start.x() + end.x()) / 2
        path.moveTo(start)
        path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width))
    painter.drawPath(path)


def label_row_height(metrics: QFontMetricsF) -> float:
    """The height of a label's row in px."""
    return float(round(metrics.height() + 3))


def _draw_outline(painter: QPainter, stretch: Stretch) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)  # not that of the symbol that was drawn last
    last = len(stretch.rects) - 1
    for number, rect in enumerate(stretch.rects):
        bottom = stretch.underline(rect) + 2
        box = QRectF(rect.left() - 2, rect.top(), rect.width() + 4, bottom - rect.top())
        path = QPainterPath(box.topRight())
        path.lineTo(box.topLeft())
        if number == 0 and stretch.opens:
            path.lineTo(box.bottomLeft())
        else:
            path.moveTo(box.bottomLeft())
        path.lineTo(box.bottomRight())
        if number == last and stretch.closes:
            path.lineTo(box.topRight())
        painter.drawPath(path)


def note_corner(painter: QPainter, corner: QPointF, colour: QColor) -> None:
    """The triangle that says that there is a note, by its upper right corner."""
    path = QPainterPath(corner)
    path.lineTo(corner - QPointF(NOTE_CORNER, 0))
    path.lineTo(corner + QPointF(0, NOTE_CORNER))
    path.closeSubpath()
    painter.fillPath(path, colour)


def _diamond(painter: QPainter, centre: QPointF) -> None:
    x, y = centre.x(), centre.y()
    painter.drawConvexPolygon([QPointF(x, y - 4.5), QPointF(x + 4.5, y), QPointF(x, y + 4.5), QPointF(x - 4.5, y)])


def _disc(painter: QPainter, centre: QPointF) -> None:
    painter.drawEllipse(centre, 3.5, 3.5)


def _square(painter: QPainter, centre: QPointF) -> None:
    painter.drawRect(QRectF(centre.x() - 3, centre.y() - 3, 6, 6))


def _ring(painter: QPainter, centre: QPointF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, 3.5, 3.5)


_SYMBOLS: dict[Kind, Callable[[QPainter, QPointF], None]] = {
    Kind.EVENT: _diamond,
    Kind.ACTOR: _disc,
    Kind.FIGURE: _square,
}
