# SPDX-License-Identifier: GPL-3.0-or-later
"""Tags drawn: the symbol of the kind in the tag's colour, and the key of the tag as a key cap."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPalette, QPen, QPixmap

from archivist.model import Kind
from archivist.ui.theme import GRID, colours_of

SYMBOL = 10  # px, the side of the square that the largest symbol fills
_CAP_SIDE = GRID // 2  # px on either side of the letter
_SCALES = (1.0, 1.5, 2.0)


def draw_symbol(painter: QPainter, centre: QPointF, kind: Kind, colour: QColor) -> None:
    """The symbol of a kind as the margin of the reader has it: event diamond, actor disc, figure square, date ring."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    x, y = centre.x(), centre.y()
    match kind:
        case Kind.EVENT:
            painter.drawConvexPolygon([QPointF(x, y - 5), QPointF(x + 5, y), QPointF(x, y + 5), QPointF(x - 5, y)])
        case Kind.ACTOR:
            painter.drawEllipse(centre, 4, 4)
        case Kind.FIGURE:
            painter.drawRect(QRectF(x - 3.5, y - 3.5, 7, 7))
        case Kind.DATE:
            painter.setPen(QPen(colour, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, 3.5, 3.5)
    painter.restore()


def symbol_icon(kind: Kind, colour: str, palette: QPalette) -> QIcon:
    """The symbol as an icon, in the colour moved until it shows on the page of a palette."""
    icon = QIcon()
    shown = colours_of(palette).mark(colour)
    side = 2 * GRID
    for scale in _SCALES:
        pixmap = QPixmap(QSize(side, side) * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            draw_symbol(painter, QPointF(side / 2, side / 2), kind, shown)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # Qt would pale the second one
            icon.addPixmap(pixmap, mode)
    return icon


def no_symbol() -> QIcon:
    """An empty icon as large as the symbol, so that words without one stand below words with one."""
    empty = QPixmap(2 * GRID, 2 * GRID)
    empty.fill(Qt.GlobalColor.transparent)
    return QIcon(empty)


def key_width(font: QFont, key: str) -> int:
    """The width in px that draw_key() takes for a key, at least a square."""
    metrics = QFontMetrics(font)
    return max(metrics.horizontalAdvance(_key_name(key)) + 2 * _CAP_SIDE, metrics.height())


def draw_key(painter: QPainter, rect: QRect, key: str, palette: QPalette) -> None:
    """A key as a small cap, at the right end of rect, in its middle."""
    colours = colours_of(palette)
    cap = QRectF(0, 0, key_width(painter.font(), key), painter.fontMetrics().height())
    cap.moveCenter(QPointF(rect.right() + 1 - cap.width() / 2, QRectF(rect).center().y()))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.outline), 1))
    painter.setBrush(QColor(colours.raised))
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), GRID / 2, GRID / 2)
    painter.setPen(QColor(colours.muted))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, _key_name(key))
    painter.restore()


def _key_name(key: str) -> str:
    return key.upper() if len(key) == 1 else key
