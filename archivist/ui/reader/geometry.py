# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the words of a span stand: the rectangles that are painted, and hit.

All of it is worked out for the paragraphs that are looked at, when they are, and kept until the
text is laid out anew. Rectangles are in px of the document, whatever is scrolled into view.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from archivist.ui.reader.marks import Mark, MarkIndex
from archivist.ui.reader.typesetting import leading_of

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdfd\ufe70-\ufefc\U00010800-\U00010fff]")
_TOUCHING = 1.5  # px: runs nearer than this are one rectangle
LANE = 4  # px from lane to lane, where there is room
_THINNEST_LANE = 2
_ABOVE_CAPITALS = 3  # px of the next line that its words do not use
LANES = 24  # px: no underline stands further below its words


@dataclass(slots=True)
class Stretch:
    """The part of a mark that stands in one paragraph."""

    mark: Mark
    rects: list[QRectF]  # one a line, more where the writing direction turns
    opens: bool  # the mark begins here
    closes: bool  # the mark ends here
    lane: int
    pitch: int  # px from lane to lane

    def underline(self, rect: QRectF) -> float:
        """The top of the underline of one of the rectangles."""
        return rect.bottom() - 1 + self.lane * self.pitch

    def contains(self, point: QPointF) -> bool:
        """Whether a point is on the words or on the underline."""
        return any(
            rect.left() <= point.x() < rect.right() and rect.top() <= point.y() < self.underline(rect) + self.pitch
            for rect in self.rects
        )


class Geometry:
    """Finds the paragraphs of a document, and the rectangles of the marks in them."""

    def __init__(self) -> None:
        self._document = QTextDocument()
        self._marks = MarkIndex()
        self._stretches: dict[int, list[Stretch]] = {}  # by paragraph number
        self._rects: dict[tuple[int, Mark], list[QRectF]] = {}

    def show(self, document: QTextDocument, marks: MarkIndex) -> None:
        """Work on another document, or on other marks in it."""
        self._document, self._marks = document, marks
        self.forget()

    def forget(self) -> None:
        """The document was laid out anew."""
        self._rects.clear()
        self._stretches.clear()

    def forget_marks(self) -> None:
        """Marks were added or taken away; those that stay have not moved."""
        self._stretches.clear()

    def paragraphs(self, top: float, bottom: float) -> Iterator[QTextBlock]:
        """The paragraphs that reach into a band of the document, with their underlines."""
        layout = self._document.documentLayout()
        block = self.paragraph_at(QPointF(0, top - LANES))
        while block.isValid() and layout.blockBoundingRect(block).top() <= bottom:
            yield block
            block = block.next()

    def paragraph_at(self, point: QPointF) -> QTextBlock:
        """The paragraph at a point or nearest to it."""
        layout = self._document.documentLayout()
        return self._document.findBlock(max(0, layout.hitTest(point, Qt.HitTestAccuracy.FuzzyHit)))

    def stretches(self, block: QTextBlock) -> list[Stretch]:
        """The marks of a paragraph, the longer first."""
        number = block.blockNumber()
        if number not in self._stretches:
            found = self._marks.overlapping(block.position(), block.position() + block.length() - 1)
            self._stretches[number] = [stretch for mark in found if (stretch := self._stretch(block, mark))]
        return self._stretches[number]

    def rects(self, start: int, end: int) -> list[QRectF]:
        """The rectangles of the words between two UTF-16 positions."""
        found: list[QRectF] = []
        block = self._document.findBlock(start)
        while block.isValid() and block.position() < end:
            self._document.documentLayout().blockBoundingRect(block)  # lays it out, if it is not yet
            found += self.rects_in(block, start, end)
            block = block.next()
        return found

    def rects_in(self, block: QTextBlock, start: int, end: int) -> list[QRectF]:
        """Those of them that stand in one paragraph, which is laid out."""
        origin = block.layout().position()
        first = max(0, start - block.position())
        last = min(block.length() - 1, end - block.position())
        return [rect.translated(origin) for rect in _rects(block, first, last)]

    def gaps(self, top: float, bottom: float) -> list[float]:
        """The y of the middle of the white below each line of words of a band, from above down."""
        found = []
        for block in self.paragraphs(top, bottom):
            layout = block.layout()
            for number in range(layout.lineCount() if block.length() > 1 else 0):
                line = layout.lineAt(number)
                white = leading_of(block.blockFormat()) * line.height()
                middle = layout.position().y() + line.y() + line.height() + white / 2 + 1
                if top <= middle <= bottom:
                    found.append(middle)
        return found

    def marks_at(self, point: QPointF) -> list[Mark]:
        """The marks at a point, the innermost first."""
        above = self.paragraph_at(QPointF(point.x(), point.y() - LANES))
        found = {each.mark for each in self.stretches(above) if each.contains(point)}
        found.update(each.mark for each in self.stretches(self.paragraph_at(point)) if each.contains(point))
        return sorted(found, key=lambda mark: (mark.length, mark.start))

    def _stretch(self, block: QTextBlock, mark: Mark) -> Stretch | None:
        key = (block.blockNumber(), mark)
        if key not in self._rects:
            self._rects[key] = self.rects_in(block, mark.start, mark.end)
        rects = self._rects[key]
        if not rects:
            return None
        room = leading_of(block.blockFormat()) * rects[0].height() + _ABOVE_CAPITALS
        lane, lanes = self._marks.lane(mark)
        pitch = max(_THINNEST_LANE, min(LANE, int(room / lanes)))
        return Stretch(
            mark,
            rects,
            opens=mark.start >= block.position(),
            closes=mark.end < block.position() + block.length(),
            lane=min(lane, int(room / pitch) - 1) if room >= pitch else 0,
            pitch=pitch,
        )


def _rects(block: QTextBlock, start: int, end: int) -> list[QRectF]:
    """The rectangles of [start, end), counted in UTF-16 units from the paragraph's start, in its layout."""
    layout = block.layout()
    line = layout.lineForTextPosition(start)
    mixed = _RIGHT_TO_LEFT.search(block.text()) is not None
    rects: list[QRectF] = []
    number = line.lineNumber() if line.isValid() and start < end else layout.lineCount()
    while number < layout.lineCount():
        line = layout.lineAt(number)
        if line.textStart() >= end:
            break
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        rects += _visual_rects(line, first, last) if mixed else _logical_rects(line, first, last)
        number += 1
    return rects


def _logical_rects(line: QTextLine, start: int, end: int) -> list[QRectF]:
    """Where all runs from left to right; the space at which a line is broken is not counted."""
    left, right = _x_of(line, start), min(_x_of(line, end), line.x() + line.naturalTextWidth())
    return [QRectF(left, line.y(), right - left, line.height())] if right > left else []


def _visual_rects(line: QTextLine, start: int, end: int) -> list[QRectF]:
    """Where the direction may turn within a line: a rectangle for each run, those that touch as one."""
    runs = sorted((run.boundingRect() for run in line.glyphRuns(start, end - start)), key=QRectF.left)
    rects: list[QRectF] = []
    for run in runs:
        if run.width() <= 0:
            continue
        if rects and run.left() <= rects[-1].right() + _TOUCHING:
            rects[-1].setRight(max(rects[-1].right(), run.right()))
        else:
            rects.append(QRectF(run.left(), line.y(), run.width(), line.height()))
    return rects


def _x_of(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)  # a number; by the stub a pair
    return float(found[0] if isinstance(found, tuple) else found)
