# SPDX-License-Identifier: GPL-3.0-or-later
"""Relations drawn over the text, as arcs from annotation to annotation.

Only those are drawn that begin or end in view, and all so thin that the words below can be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from archivist.ui.reader.arc_paths import Curve, between, out_of_sight
from archivist.ui.reader.marks import MarkIndex
from archivist.ui.theme import Colours

_LINE, _STRONG_LINE = 1.3, 2.0  # px
_FAINT = 0.5  # opacity of a line; that of the chosen annotation's is 1
_HALO = 3.0  # px of page around a word
_HALO_OPACITY = 0.8
_WORD_SIZE = 0.86  # of the labels' size
_MIDDLE = 0.5
_PLACES = (0.5, 0.35, 0.65)  # along an arc that crosses no line, where its word may stand
_MIDST = (0.04, 0.8)  # of an arc that crosses lines; the arrow head stays free


@dataclass(frozen=True, slots=True)
class Arc:
    """A relation between two annotations of the article, as it is drawn."""

    id: str
    type: str
    source: str  # id of an annotation
    target: str
    label: str  # the word at its middle


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen of a document: its band in px, and where the annotations of its paragraphs stand."""

    top: float
    bottom: float
    places: Mapping[str, list[QRectF]]  # by id of annotation, none of the lists empty
    gaps: Sequence[float] = ()  # the y of the white below each line

    def reaches(self, rects: list[QRectF]) -> bool:
        """Whether some of the rectangles are in the band."""
        return any(rect.bottom() > self.top and rect.top() < self.bottom for rect in rects)


@dataclass(slots=True)
class _Drawn:
    curve: Curve
    label: str
    strong: bool


class Arcs:
    """The arcs of one document."""

    def __init__(self) -> None:
        self._arcs: tuple[Arc, ...] = ()
        self._by_end: dict[str, list[int]] = {}  # numbers of arcs by id of annotation
        self._numbers: dict[str, int] = {}  # by id of an arc: which it is between the same two

    def __len__(self) -> int:
        return len(self._arcs)

    def show(self, arcs: Iterable[Arc]) -> None:
        """Draw these from now on."""
        self._arcs = tuple(arcs)
        self._by_end, self._numbers = {}, {}
        between_same: dict[frozenset[str], int] = {}
        for number, arc in enumerate(self._arcs):
            ends = frozenset((arc.source, arc.target))
            for end in ends:
                self._by_end.setdefault(end, []).append(number)
            self._numbers[arc.id] = between_same.get(ends, 0)
            between_same[ends] = self._numbers[arc.id] + 1

    def curve(self, source: str, target: str, seen: Seen, marks: MarkIndex, number: int = 0) -> Curve | None:
        """The curve between two annotations, at least one of which is seen; None where either has no place."""
        from_, to = seen.places.get(source), seen.places.get(target)
        if from_ and to:
            return between(from_, to, number)
        one, other = marks.get(source), marks.get(target)
        if one is None or other is None or source == target:
            return None
        if from_:
            edge = seen.top if other.start < one.start else seen.bottom
            return out_of_sight(from_, edge, leaves=True, number=number)
        if to:
            edge = seen.top if one.start < other.start else seen.bottom
            return out_of_sight(to, edge, leaves=False, number=number)
        return None

    def paint(
        self,
        painter: QPainter,
        seen: Seen,
        marks: MarkIndex,
        strong: frozenset[str],
        font: QFont,
        colours: Colours,
    ) -> None:
        """Draw the arcs of what is seen; strong are the ids of the annotations whose arcs stand out."""
        ends = (each for each, rects in seen.places.items() if seen.reaches(rects))
        numbers = sorted({number for end in ends for number in self._by_end.get(end, ())})
        drawn = []
        for arc in (self._arcs[number] for number in numbers):
            curve = self.curve(arc.source, arc.target, seen, marks, self._numbers[arc.id])
            if curve is not None:
                drawn.append(_Drawn(curve, arc.label, arc.source in strong or arc.target in strong))
        drawn.sort(key=lambda each: each.strong)
        colour = QColor(colours.accent)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        for each in drawn:
            draw_curve(painter, each.curve, colour, strong=each.strong)
        _draw_words(painter, drawn, seen, font, colours)


def draw_curve(painter: QPainter, curve: Curve, colour: QColor, *, strong: bool) -> None:
    """A curve with its arrow head."""
    painter.setOpacity(1.0 if strong else _FAINT)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, _STRONG_LINE if strong else _LINE))
    painter.drawPath(curve.path())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(curve.head())
    painter.setOpacity(1.0)


def _draw_words(painter: QPainter, drawn: list[_Drawn], seen: Seen, font: QFont, colours: Colours) -> None:
    """The words of the arcs, each where none stands yet; of the strong ones first, as there may be no room."""
    small = QFont(font)
    small.setPixelSize(max(9, round(font.pixelSize() * _WORD_SIZE)))
    metrics = QFontMetricsF(small)
    page = QColor(colours.page)
    page.setAlphaF(_HALO_OPACITY)
    taken: list[QRectF] = []
    painter.setFont(small)
    for each in sorted(drawn, key=lambda each: not each.strong):
        place = _free_place(each, metrics, seen, taken)
        if place is None:
            continue
        taken.append(place)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(page)
        painter.drawRoundedRect(place.adjusted(-_HALO, 1, _HALO, -1), _HALO, _HALO)
        painter.setPen(QColor(colours.accent if each.strong else colours.muted))
        painter.drawText(QPointF(place.left(), place.top() + metrics.ascent()), each.label)


def _free_place(each: _Drawn, metrics: QFontMetricsF, seen: Seen, taken: list[QRectF]) -> QRectF | None:
    if not each.label:
        return None
    width, height = metrics.horizontalAdvance(each.label), metrics.height()
    for part in _places(each.curve, seen.gaps):
        middle = each.curve.at(part)
        rect = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
        if seen.top <= rect.top() and rect.bottom() <= seen.bottom and not any(map(rect.intersects, taken)):
            return rect
    return None


def _places(curve: Curve, gaps: Sequence[float]) -> Sequence[float]:
    """Where along an arc its word may stand, the best first: in the white between lines, near its middle."""
    crossings = (curve.crossing(gap) for gap in gaps)
    inside = [part for part in crossings if part is not None and _MIDST[0] <= part <= _MIDST[1]]
    return sorted(inside, key=lambda part: abs(part - _MIDDLE)) or _PLACES
