# SPDX-License-Identifier: GPL-3.0-or-later
"""The curve from the words of one annotation to those of another, in px of the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

_CLEAR = 3.0  # px between words and curve
_RISE = 10.0  # px, how far a curve between words of one line rises above them
_STEP = 7.0  # px from a curve to a further one between the same words
_NEAR = 18.0  # px: ends that are nearer than this are moved apart
_SLOPE = 0.42  # of the distance of two lines: how long a curve keeps straight down
_LEAST_SLOPE = 12.0
_DRIFT = 28.0  # px to the side on the way to an end that is out of sight
_HALVINGS = 12
_HEAD = 7.0  # px, the arrow head
_HEAD_HALF = 2.9


@dataclass(frozen=True, slots=True)
class Curve:
    """A cubic curve."""

    start: QPointF
    leaving: QPointF  # control point
    arriving: QPointF  # control point
    end: QPointF

    def path(self) -> QPainterPath:
        """The line, up to where the arrow head begins."""
        path = QPainterPath(self.start)
        path.cubicTo(self.leaving, self.arriving, self._neck())
        return path

    def head(self) -> QPolygonF:
        """The arrow head at its end."""
        angle = self._angle()
        along, across = QPointF(cos(angle), sin(angle)), QPointF(-sin(angle), cos(angle))
        base = self.end - along * _HEAD
        return QPolygonF([self.end, base + across * _HEAD_HALF, base - across * _HEAD_HALF])

    def at(self, part: float) -> QPointF:
        """A point of it, 0 at its start and 1 at its end."""
        rest = 1 - part
        return (
            self.start * rest**3
            + self.leaving * (3 * rest**2 * part)
            + self.arriving * (3 * rest * part**2)
            + self.end * part**3
        )

    def crossing(self, y: float) -> float | None:
        """The part of the way at which it is at a height; None where it never is."""
        low, high = 0.0, 1.0
        falling = self.start.y() > self.end.y()
        if not min(self.start.y(), self.end.y()) <= y <= max(self.start.y(), self.end.y()):
            return None
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            if (self.at(middle).y() < y) != falling:
                low = middle
            else:
                high = middle
        return (low + high) / 2

    def _angle(self) -> float:
        way = self.end - self.arriving
        return atan2(way.y(), way.x())

    def _neck(self) -> QPointF:
        angle = self._angle()
        return self.end - QPointF(cos(angle), sin(angle)) * (_HEAD - 1)


def between(source: Sequence[QRectF], target: Sequence[QRectF], number: int = 0) -> Curve:
    """The curve between two lists of rectangles, neither empty; number counts those between the same words."""
    if source[-1].bottom() <= target[0].top() + 1:
        return _down(source[-1], target[0], number)
    if target[-1].bottom() <= source[0].top() + 1:
        return _turned(_down(target[-1], source[0], number))
    pairs = ((one, other) for one in source for other in target)
    return _along(*min(pairs, key=lambda pair: abs(pair[0].top() - pair[1].top())), number)


def out_of_sight(seen: Sequence[QRectF], edge: float, *, leaves: bool, number: int = 0) -> Curve:
    """The curve between words and others beyond an edge of the view, given by its y; leaves: it ends there."""
    upwards = edge < seen[0].top()
    words = seen[0] if upwards else seen[-1]
    start = QPointF(words.center().x(), words.top() - _CLEAR if upwards else words.bottom() + _CLEAR)
    end = QPointF(start.x() + _DRIFT + number * _STEP, edge)
    half = QPointF(0, (end.y() - start.y()) / 2)
    curve = Curve(start, start + half, end - half, end)
    return curve if leaves else _turned(curve)


def to_point(source: Sequence[QRectF], point: QPointF) -> Curve:
    """A straight line from words to a point."""
    starts = (
        QPointF(min(max(point.x(), rect.left()), rect.right()), min(max(point.y(), rect.top()), rect.bottom()))
        for rect in source
    )
    start = min(starts, key=lambda each: (each - point).manhattanLength())
    third = (point - start) / 3
    return Curve(start, start + third, point - third, point)


def _down(upper: QRectF, lower: QRectF, number: int) -> Curve:
    shift = QPointF(number * _STEP, 0)
    start = QPointF(upper.center().x(), upper.bottom() + _CLEAR) + shift
    end = QPointF(lower.center().x(), lower.top() - _CLEAR + 1) + shift
    slope = QPointF(0, max(_LEAST_SLOPE, _SLOPE * (end.y() - start.y())))
    return Curve(start, start + slope, end - slope, end)


def _along(source: QRectF, target: QRectF, number: int) -> Curve:
    start, end = source.center().x(), target.center().x()
    if abs(end - start) < _NEAR:  # one lies within the other
        start, end = source.left() + min(_NEAR, source.width()) / 3, target.right() - min(_NEAR, target.width()) / 3
    rise = _RISE + number * _STEP
    first = QPointF(start, source.top() + _CLEAR - 1)
    last = QPointF(end, target.top() + _CLEAR - 1)
    lean = QPointF((end - start) * 0.12, -rise * 4 / 3)
    return Curve(first, first + lean, last + QPointF(-lean.x(), lean.y()), last)


def _turned(curve: Curve) -> Curve:
    return Curve(curve.end, curve.arriving, curve.leaving, curve.start)
