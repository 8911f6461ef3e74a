# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of a mark that stands in one paragraph, as shapes: its ground, its underline, its ends.

What is painted and what a point finds are the same shapes, in the same order.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

from PySide6.QtCore import QPointF, QRectF

from archivist.model import Kind
from archivist.ui.reader.marks import Mark

LANE = 4  # px from lane to lane, where there is room
NOTE_CORNER = 6.0  # px, the folded corner of a mark with a note
_END = 2  # px across
_BRACKET = 4  # px by which the ends of an event reach up beside its words


@dataclass(slots=True)
class Stretch:
    """The part of a mark that stands in one paragraph."""

    mark: Mark
    rects: list[QRectF]  # one a line, more where the writing direction turns
    opens: bool  # the mark begins here
    closes: bool  # the mark ends here
    lane: int
    pitch: int  # px from lane to lane
    look: int = 0  # of the paragraph's looks: the lines of a later one lie over those of an earlier one

    @property
    def thin(self) -> bool:
        """Whether lines are thinner than usual, as there is little room for them."""
        return self.pitch < LANE

    @property
    def kind(self) -> Kind:
        """That of the tag."""
        return self.mark.annotation.tag.kind

    @property
    def thickness(self) -> int:
        """Px, of the underline; a double one is three with the gap."""
        if self.thin:
            return 1
        return 3 if self.kind is Kind.FIGURE else 2

    def underline(self, rect: QRectF) -> int:
        """The top of the underline of one of the rectangles, on a whole pixel."""
        return floor(rect.bottom() + 0.5) - 1 + self.lane * self.pitch

    def ends(self) -> list[QRectF]:
        """The ends of the mark: short uprights from its underline, so that neighbours can be told apart."""
        found = []
        if self.opens:
            found.append(self._end(self.rects[0], self.rects[0].left()))
        if self.closes:
            found.append(self._end(self.rects[-1], self.rects[-1].right() - _END))
        return found

    def note_corner(self) -> QPointF | None:
        """The upper right corner of the triangle that says that there is a note."""
        if not self.closes or not self.mark.annotation.note:
            return None
        return QPointF(self.rects[-1].right(), self.rects[-1].top() + 1)

    def on_line(self, point: QPointF) -> bool:
        """Whether a point is on the underline, on an end or on the corner."""
        x, y = point.x(), point.y()
        for rect in self.rects:
            if 0 <= y - self.underline(rect) < self.thickness and rect.left() <= x < rect.right():
                return True
        corner = self.note_corner()
        if corner is not None and 0 <= y - corner.y() <= NOTE_CORNER - (corner.x() - x) and x < corner.x():
            return True
        return any(end.left() <= x < end.right() and end.top() <= y < end.bottom() for end in self.ends())

    def on_words(self, point: QPointF) -> bool:
        """Whether a point is on the ground of the words."""
        return any(_ground(rect).contains(point) for rect in self.rects)

    def contains(self, point: QPointF) -> bool:
        """Whether a point is on the words, on the underline or between them."""
        return any(
            rect.left() <= point.x() < rect.right() and rect.top() <= point.y() < self.underline(rect) + self.thickness
            for rect in self.rects
        )

    def _end(self, rect: QRectF, left: float) -> QRectF:
        top = rect.bottom() - (_BRACKET if self.kind is Kind.EVENT else 1)
        return QRectF(left, top, _END, self.underline(rect) + 2 - top)


def _ground(rect: QRectF) -> QRectF:
    return rect.adjusted(0, 1, 0, 0)


def grounds(stretch: Stretch) -> list[QRectF]:
    """What is filled behind the words: a little lower than the line, so that lines stay apart."""
    return [_ground(rect) for rect in stretch.rects]


def in_front_first(stretches: list[Stretch], point: QPointF) -> list[Mark]:
    """The marks of the stretches that a point is on, what is painted over the others first.

    The stretches come as they are painted. Lines lie over grounds; of grounds, the shortest mark's is on top.
    """
    on_lines = [each for each in stretches if each.on_line(point)]
    on_lines.sort(key=lambda each: each.look)
    on_words = [each for each in stretches if each.on_words(point)]
    near = [each for each in stretches if each.contains(point)]
    return list(dict.fromkeys(each.mark for part in (on_lines, on_words, near) for each in reversed(part)))
