# SPDX-License-Identifier: GPL-3.0-or-later
"""Suggestions at their places in the text: found by a point, painted as dotted outlines.

How sure one is shows in the dots as well as in their colour: those of a guess are thin and far apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTextBlock

from archivist.model import Kind
from archivist.text import Utf16Map
from archivist.ui.contrast import blend
from archivist.ui.reader.dots import Dots, dots_of
from archivist.ui.reader.geometry import Geometry
from archivist.ui.reader.spans import SpanIndex
from archivist.ui.theme import Colours

if TYPE_CHECKING:
    from archivist.model import Suggestion

_FILL = 0.07  # how much of the kind's colour lies under a suggestion that is pointed at
_CHOSEN_FILL = 0.16


@dataclass(slots=True, eq=False)
class Offer:
    """A suggestion at its place in the document; start and end are UTF-16 positions."""

    suggestion: Suggestion
    start: int
    end: int

    @property
    def key(self) -> str:
        """Tells suggestions of the same words apart."""
        each = self.suggestion
        return f"{each.kind} {each.source} {each.record} {each.tag}"

    @property
    def length(self) -> int:
        """In UTF-16 units."""
        return self.end - self.start


@dataclass(slots=True)
class _Outline:
    """The part of an offer that stands in one paragraph."""

    offer: Offer
    rects: list[QRectF]
    opens: bool
    closes: bool


class Suggested:
    """The suggestions of one document, of which one may be chosen and one pointed at."""

    def __init__(self, geometry: Geometry) -> None:
        self.offers: SpanIndex[Offer] = SpanIndex()
        self.chosen: Offer | None = None
        self.hovered: Offer | None = None
        self._geometry = geometry
        self._outlines: dict[int, list[_Outline]] = {}  # by paragraph number

    def show(self, offers: Iterable[Offer]) -> None:
        """Carry other suggestions; one that is still among them stays chosen."""
        self.offers = SpanIndex({(each.start, each.end, each.key): each for each in offers}.values())
        self.hovered = None
        self.chosen = self.find(self.chosen.suggestion) if self.chosen else None
        self.forget()

    def find(self, suggestion: Suggestion) -> Offer | None:
        """The place of a suggestion that is shown."""
        return next((offer for offer in self.offers if offer.suggestion == suggestion), None)

    def forget(self) -> None:
        """The document was laid out anew."""
        self._outlines.clear()

    def at(self, point: QPointF) -> list[Offer]:
        """The suggestions at a point of the document, the innermost first, of the same words the surest."""
        outlines = self._of(self._geometry.paragraph_at(point.y()))
        found = [each.offer for each in outlines if any(rect.contains(point) for rect in each.rects)]
        return sorted(found, key=lambda offer: (offer.length, -offer.suggestion.confidence, offer.start))

    def paint(
        self, painter: QPainter, blocks: Iterable[QTextBlock], top: float, bottom: float, colours: Colours
    ) -> None:
        """The outlines of a band of the document, the chosen one last."""
        if not len(self.offers):
            return
        seen = [
            outline
            for block in blocks
            for outline in self._of(block)
            if outline.rects[-1].bottom() + 4 >= top and outline.rects[0].top() - 2 <= bottom
        ]
        seen.sort(key=lambda outline: outline.offer is self.chosen)
        for outline in seen:
            self._paint(painter, outline, colours)

    def _of(self, block: QTextBlock) -> list[_Outline]:
        number = block.blockNumber()
        if number not in self._outlines:
            start, end = block.position(), block.position() + block.length()
            self._outlines[number] = [
                _Outline(offer, rects, opens=offer.start >= start, closes=offer.end < end)
                for offer in self.offers.overlapping(start, end - 1)
                if (rects := self._geometry.rects_in(block, offer.start, offer.end))
            ]
        return self._outlines[number]

    def _paint(self, painter: QPainter, outline: _Outline, colours: Colours) -> None:
        offer = outline.offer
        if offer is self.chosen or offer is self.hovered:
            fill = suggested_fill(offer.suggestion.kind, colours, chosen=offer is self.chosen)
            for rect in outline.rects:
                painter.fillRect(rect.adjusted(-1, 1, 1, 1), fill)
        _draw_outline(painter, outline, dots_of(offer.suggestion, colours, strong=offer is self.chosen))


def offers_of(suggestions: Iterable[Suggestion], text: Utf16Map) -> list[Offer]:
    """The places of the suggestions that are within a text and not empty."""
    return [
        Offer(each, text.to_utf16(each.start), text.to_utf16(each.end))
        for each in suggestions
        if 0 <= each.start < each.end <= text.length
    ]


def suggested_fill(kind: Kind, colours: Colours, *, chosen: bool) -> QColor:
    """The ground of a suggestion that is chosen or pointed at; opaque."""
    return blend(colours.kind(kind), QColor(colours.page), _CHOSEN_FILL if chosen else _FILL)


def _draw_outline(painter: QPainter, outline: _Outline, dots: Dots) -> None:
    """Dots around the words; where they run on to another line, that side is open."""
    last = len(outline.rects) - 1
    for number, rect in enumerate(outline.rects):
        left, right = floor(rect.left()) - 2, ceil(rect.right())
        top, bottom = floor(rect.top()), ceil(rect.bottom()) + 1
        dots.horizontal(painter, left, right, top)
        dots.horizontal(painter, left, right, bottom)
        if number == 0 and outline.opens:
            dots.vertical(painter, left, top, bottom)
        if number == last and outline.closes:
            dots.vertical(painter, right, top, bottom + 2)
