# SPDX-License-Identifier: GPL-3.0-or-later
"""A text with all that is painted under, beside and over it, and the hits of a search in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from math import ceil, floor
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from archivist.ui.reader.arc_paths import Curve, to_point
from archivist.ui.reader.arcs import Arcs, Seen, draw_curve
from archivist.ui.reader.hits import Hits
from archivist.ui.reader.layer import MarkLayer
from archivist.ui.reader.relating import Relating
from archivist.ui.reader.text_view import TextView
from archivist.ui.theme import colours_of

_OUTLINE = 3  # px by which marks reach out beyond the text
_LABEL_SIZE = 0.76  # of the reading size


class PaintedView(TextView):
    """Paints what its layer, its arcs and the relation in the making hold; goes from hit to hit."""

    hits_changed = Signal(int, int)  # the number of the current hit from 1, or 0; how many there are
    hits_ended = Signal(int)  # there is no further hit in the direction (1 or -1) in which one goes

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer = MarkLayer(self._columns, self._label_font())
        self._arcs = Arcs()
        self._relating = Relating()
        self._hits_go_round = True
        # The page is filled here, so that Qt moves what is painted when one scrolls, and asks for the rest only.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # Hits

    def set_hits(self, spans: Iterable[tuple[int, int]], *, go_round: bool = True) -> None:
        """Paint hits of a search at these spans; none of them is current yet.

        After the last one comes the first again, unless `go_round` is false: then hits_ended is emitted.
        """
        to_utf16 = self._map.to_utf16
        self._layer.hits = Hits((to_utf16(start), to_utf16(end)) for start, end in spans)
        self._hits_go_round = go_round
        self.viewport().update()
        self.hits_changed.emit(0, len(self._layer.hits))

    def next_hit(self) -> None:
        """Go to the next hit, at first to the one after the caret."""
        self._go_on_hit(1)

    def previous_hit(self) -> None:
        """Go to the hit before, at first to the one before the caret."""
        self._go_on_hit(-1)

    def go_to_hit(self, number: int) -> None:
        """Go to a hit of the article; -1 is the last."""
        count = len(self._layer.hits)
        if -count <= number < count:
            self._go_to_hit(number % count)

    def current_hit(self) -> tuple[int, int] | None:
        """The hit that one stands at, in code points."""
        number = self._layer.hits.current
        if number is None:
            return None
        start, end = self._layer.hits[number]
        return self._code_point(start, within=-1), self._code_point(end, within=1)

    def go_to_place(self, start: int, end: int) -> None:
        """Go to a span, and make the hit there, if there is one, the current one."""
        position = self._map.to_utf16(start)
        number = self._layer.hits.number_at(position)
        if number is not None:
            self._go_to_hit(number)
        else:
            self._set_caret(position)
            self._reveal(position, self._map.to_utf16(end))

    def reveal(self, start: int, end: int) -> None:
        """Scroll to a span, if it is out of sight."""
        self._reveal(self._map.to_utf16(start), self._map.to_utf16(end))

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        view = self.viewport().rect()
        scrolled = self.verticalScrollBar().value()
        self._layer.use(colours_of(self.palette()))
        with QPainter(self.viewport()) as painter:
            painter.translate(-self.horizontalScrollBar().value(), -scrolled)
            # What is scrolled into view is a strip, and what changes beside the text a column.
            parts: Any = event.region()  # of QRect; by the stub it cannot be iterated
            texts, labels = [], []
            for part in parts:
                painter.fillRect(part.translated(self.horizontalScrollBar().value(), scrolled), self.palette().base())
                if part.left() < self._beside:
                    texts.append(part)
                if part.right() >= self._beside:
                    labels.append(part)
            for paint, parts_of_it in ((self._layer.paint_text, texts), (self._layer.paint_labels, labels)):
                if parts_of_it:  # at once, as a paragraph may reach into several
                    top, bottom = parts_of_it[0].top(), max(each.bottom() for each in parts_of_it)
                    paint(painter, scrolled + top, scrolled + bottom)
        super().paintEvent(event)
        if self._something_over():
            with QPainter(self.viewport()) as painter:
                painter.translate(-self.horizontalScrollBar().value(), -scrolled)
                self._paint_over(painter, scrolled, scrolled + view.height())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        whole_pixels = self.viewport().devicePixelRatio() * dy % 1 == 0
        if not whole_pixels or len(self._arcs) or self._relating.source is not None:
            # Arcs that end at an edge of the view do not scroll along with the words.
            self.viewport().update()

    # Private

    def _laid_out(self) -> None:
        self._layer.set_out(self._columns, self._label_font())

    def _update_paragraphs(self, numbers: Collection[int]) -> None:
        """Have these paragraphs painted anew as far as they are seen, and the labels, which may have moved."""
        if self._something_over():
            self.viewport().update()
            return
        view, scrolled = self.viewport().rect(), self.verticalScrollBar().value()
        split = self._beside
        # Labels of a paragraph above the view may reach down into it.
        for block in self._layer.geometry.paragraphs(scrolled - view.height(), scrolled + view.height()):
            if block.blockNumber() in numbers:
                for left, right, band in zip(
                    (0, split), (split, view.width()), self._layer.changed_by(block), strict=True
                ):
                    if band is None:
                        continue
                    top, bottom = band
                    corners = QPoint(left, floor(top) - scrolled), QPoint(right, ceil(bottom) - scrolled)
                    self.viewport().update(QRect(*corners))

    @property
    def _beside(self) -> int:
        """Where in the viewport the text with its marks ends, and what belongs to the labels begins."""
        return self._columns.text_right + _OUTLINE

    def _something_over(self) -> bool:
        return bool(len(self._arcs) or self._relating.source is not None or self._layer.suggested.chosen)

    def _paint_over(self, painter: QPainter, top: float, bottom: float) -> None:
        """What lies over the words: arcs, the relation in the making, the label of a suggestion."""
        layer = self._layer
        if len(self._arcs) or self._relating.source is not None:
            seen = Seen(top, bottom, layer.places(top, bottom), layer.geometry.gaps(top, bottom))
            strong = frozenset(filter(None, (layer.chosen, layer.hovered)))
            self._arcs.paint(painter, seen, layer.marks, strong, layer.font, layer.colours)
            curve = self._wanted_curve(seen)
            if curve is not None:
                draw_curve(painter, curve, QColor(layer.colours.accent), strong=True)
        card = layer.card(top, bottom)
        if card is not None:
            card.paint(painter, layer.colours)

    def _wanted_curve(self, seen: Seen) -> Curve | None:
        """The arc of the relation in the making, as far as one can be drawn."""
        relating = self._relating
        target = relating.target if relating.dragging else self._layer.chosen
        if relating.source is None:
            return None
        if target is not None and target != relating.source:
            return self._arcs.curve(relating.source, target, seen, self._layer.marks)
        words = seen.places.get(relating.source)
        if relating.point is None or not words:
            return None
        return to_point(words, self._to_document(relating.point))

    def _go_on_hit(self, step: int) -> None:
        place = self.textCursor().selectionStart()
        number = self._layer.hits.go_on(place, step, round_the_end=self._hits_go_round)
        if number is not None:
            self._go_to_hit(number)
        elif not self._hits_go_round:
            self.hits_ended.emit(step)

    def _go_to_hit(self, number: int) -> None:
        self._layer.hits.current = number
        start, end = self._layer.hits[number]
        self._set_caret(start)
        self._reveal(start, end)
        self.viewport().update()
        self.hits_changed.emit(number + 1, len(self._layer.hits))

    def _reveal(self, start: int, end: int) -> None:
        rects = self._layer.geometry.rects(start, end)
        if rects:
            self._scroll_to(rects[0])

    def _set_caret(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)

    def _label_font(self) -> QFont:
        font = QApplication.font()
        font.setPixelSize(round(self.reading_size * _LABEL_SIZE))
        return font
