# SPDX-License-Identifier: GPL-3.0-or-later
"""Dotted lines for the outlines of suggestions.

They are laid from tiles with one dot: a pen that draws round dots takes fifty times as long.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from archivist.ui.contrast import FOR_MARKS, blend, contrast
from archivist.ui.theme import Colours

if TYPE_CHECKING:
    from archivist.model import Suggestion

GUESS = 0.5  # below this confidence a suggestion is a guess
_PALE = (0.6, 0.7, 0.8, 0.9)  # how much of the kind's colour is in the dots of a guess: the first that can be seen
_DOT, _STRONG_DOT, _GUESSED_DOT = 1.7, 2.2, 1.5  # px across
_PITCH, _GUESSED_PITCH = 3, 5  # px from dot to dot


@dataclass(frozen=True, slots=True)
class Dots:
    """How a line is dotted; sizes are in px."""

    colour: str  # "#rrggbb"
    across: float
    pitch: int

    def horizontal(self, painter: QPainter, left: int, right: int, y: int) -> None:
        """A line; y is its top."""
        painter.drawTiledPixmap(QRect(left, y, right - left, ceil(self.across)), self._tile(painter))

    def vertical(self, painter: QPainter, x: int, top: int, bottom: int) -> None:
        """A line; x is its left edge."""
        painter.drawTiledPixmap(QRect(x, top, ceil(self.across), bottom - top), self._tile(painter))

    def _tile(self, painter: QPainter) -> QPixmap:
        return _tile(self, painter.device().devicePixelRatio())


def dots_of(suggestion: Suggestion, colours: Colours, *, strong: bool = False) -> Dots:
    """Those for the outline of a suggestion: of a guess they are pale, thin and far apart."""
    colour, page = colours.kind(suggestion.kind), QColor(colours.page)
    guess = suggestion.confidence < GUESS
    pitch = _GUESSED_PITCH if guess else _PITCH
    if strong:
        return Dots(colour.name(), _STRONG_DOT, pitch)
    if guess:
        paler = (blend(colour, page, part) for part in _PALE)
        colour = next((each for each in paler if contrast(each, page) >= FOR_MARKS), colour)
        return Dots(colour.name(), _GUESSED_DOT, pitch)
    return Dots(colour.name(), _DOT, pitch)


@lru_cache(maxsize=64)
def _tile(dots: Dots, ratio: float) -> QPixmap:
    side = ceil(dots.pitch * ratio)
    tile = QPixmap(side, side)
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    with QPainter(tile) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(dots.colour))
        painter.drawEllipse(QRectF(QPointF(0, 0), QPointF(dots.across, dots.across)))
    return tile
