# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the words of a span stand: the rectangles that are painted, and hit.

All of it is worked out for the paragraphs that are looked at, when they are, and kept until the
text is laid out anew. Rectangles are in px of the document, whatever is scrolled into view.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from archivist.model import Kind
from archivist.ui.reader.lanes import lanes_of
from archivist.ui.reader.marks import Mark, MarkIndex
from archivist.ui.reader.stretches import LANE, Stretch, in_front_first
from archivist.ui.reader.typesetting import leading_of

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdfd\ufe70-\ufefc\U00010800-\U00010fff]")
_SIDES = (QTextLine.Edge.Leading, QTextLine.Edge.Trailing)
_TOUCHING = 1.5  # px: runs nearer than this are one rectangle
_THINNEST_LANE = 2
_ABOVE_CAPITALS = 3  # px of the next line that its words do not use
LANES = 24  # px: no underline stands further below its words


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides of a character, px; from right to left the leading one is on the right."""

    leading: float
    trailing: float
    line: QRectF  # all of it


class Geometry:
    """Finds the paragraphs of a document, and the rectangles of the marks in them."""

    def __init__(self) -> None:
        self._document = QTextDocument()
        self._marks = MarkIndex()
        self._lines: dict[int, _Lines] = {}  # by paragraph number, as are
        self._stretches: dict[int, list[Stretch]] = {}
        self._near = 0  # the number of the paragraph that was looked for last

    def show(self, document: QTextDocument, marks: MarkIndex) -> None:
        """Work on another document, or on other marks in it."""
        self._document, self._marks = document, marks
        self._near = 0
        self.forget()

    def forget(self) -> None:
        """The document was laid out anew."""
        self._lines.clear()
        self._stretches.clear()

    def forget_marks(self, start: int, end: int) -> list[QTextBlock]:
        """Marks between two UTF-16 positions were added or taken away; the paragraphs there."""
        blocks = []
        block = self._document.findBlock(start)
        while block.isValid() and block.position() < end:
            blocks.append(block)
            self._stretches.pop(block.blockNumber(), None)
            block = block.next()
        return blocks

    def paragraphs(self, top: float, bottom: float) -> Iterator[QTextBlock]:
        """The paragraphs that reach into a band of the document, with their underlines."""
        block = self.paragraph_at(top - LANES)
        while block.isValid() and self.top_of(block) <= bottom:
            yield block
            block = block.next()

    def paragraph_at(self, y: float) -> QTextBlock:
        """The last paragraph that does not begin below a height, or the first.

        Between two paragraphs, Qt's own hit test lays the whole text out and finds the end of it.
        """
        low, high, count = self._near, self._near, self._document.blockCount()
        step = 1
        while low > 0 and self._top(low) > y:
            low, high, step = max(0, low - step), low, 2 * step
        while high < count and self._top(high) <= y:
            low, high, step = high, min(count, high + step), 2 * step
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._top(middle) <= y else (low, middle)
        self._near = low
        return self._document.findBlockByNumber(low)

    def stretches(self, block: QTextBlock) -> list[Stretch]:
        """The marks of a paragraph in the order in which they are painted: the shorter over the longer."""
        number = block.blockNumber()
        if number not in self._stretches:
            self._stretches[number] = self._stretched(block)
        return self._stretches[number]

    def laid_out_stretches(self, block: QTextBlock) -> list[Stretch]:
        """The same, of a paragraph that may not be laid out yet."""
        self.top_of(block)
        return self.stretches(block)

    def top_of(self, block: QTextBlock) -> float:
        """Where a paragraph begins; it is laid out for that, if it is not yet."""
        return self._document.documentLayout().blockBoundingRect(block).top()

    def bottom_of(self, block: QTextBlock) -> float:
        """Where a paragraph ends, in the same way."""
        return self._document.documentLayout().blockBoundingRect(block).bottom()

    def _top(self, number: int) -> float:
        return self.top_of(self._document.findBlockByNumber(number))

    def rects(self, start: int, end: int) -> list[QRectF]:
        """The rectangles of the words between two UTF-16 positions."""
        found: list[QRectF] = []
        block = self._document.findBlock(start)
        while block.isValid() and block.position() < end:
            self.top_of(block)
            found += self.rects_in(block, start, end)
            block = block.next()
        return found

    def rects_in(self, block: QTextBlock, start: int, end: int) -> list[QRectF]:
        """Those of them that stand in one paragraph, which is laid out."""
        return self._lines_of(block).rects(start - block.position(), end - block.position())

    def sides(self, position: int) -> Sides | None:
        """Where the character at a UTF-16 position stands; at the end of a paragraph that is a place without width."""
        block = self._document.findBlock(position)
        if not block.isValid():
            return None
        self.top_of(block)
        return self._lines_of(block).sides(position - block.position())

    def stretches_of(self, mark: Mark, position: int) -> list[Stretch]:
        """The part of a mark that stands in the paragraph of a UTF-16 position, if any does."""
        found = self.laid_out_stretches(self._document.findBlock(position))
        return [stretch for stretch in found if stretch.mark is mark]

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
        """The marks at a point: first what is painted over the others there, then the shorter before the longer."""
        above, here = self.paragraph_at(point.y() - LANES), self.paragraph_at(point.y())
        stretches = self.stretches(above) if above != here else []
        return in_front_first([*stretches, *self.stretches(here)], point)

    def _lines_of(self, block: QTextBlock) -> _Lines:
        number = block.blockNumber()
        lines = self._lines.get(number)
        if lines is None:
            lines = _Lines(block)
            if lines:  # else it is not laid out yet
                self._lines[number] = lines
        return lines

    def _stretched(self, block: QTextBlock) -> list[Stretch]:
        position, length = block.position(), block.length()
        marks = self._marks.overlapping(position, position + length - 1)
        if not marks:
            return []
        lines = self._lines_of(block)
        lanes = lanes_of(marks)
        room = leading_of(block.blockFormat()) * lines.height + _ABOVE_CAPITALS
        looks: dict[tuple[str, Kind], int] = {}
        stretches = []
        for mark in sorted(marks, key=_inner_order, reverse=True):
            rects = lines.rects(mark.start - position, mark.end - position)
            if not rects:
                continue
            lane, count = lanes[mark]
            pitch = max(_THINNEST_LANE, min(LANE, int(room / count)))
            tag = mark.annotation.tag
            stretches.append(
                Stretch(
                    mark,
                    rects,
                    opens=mark.start >= position,
                    closes=mark.end < position + length,
                    lane=min(lane, int(room / pitch) - 1) if room >= pitch else 0,
                    pitch=pitch,
                    look=looks.setdefault((tag.colour, tag.kind), len(looks)),
                )
            )
        return stretches


class _Lines:
    """The lines of a paragraph that is laid out: what Qt says of them, asked once.

    A question to Qt takes as long as ten of Python's, and a paragraph may hold hundreds of marks.
    """

    def __init__(self, block: QTextBlock) -> None:
        layout = block.layout()
        origin = layout.position()
        self._left = origin.x()
        self._lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        self._starts = [line.textStart() for line in self._lines]
        self._ends = [start + line.textLength() for start, line in zip(self._starts, self._lines, strict=True)]
        self._tops = [origin.y() + line.y() for line in self._lines]
        self._heights = [line.height() for line in self._lines]
        self._rights = [line.x() + line.naturalTextWidth() for line in self._lines]
        self._mixed = _RIGHT_TO_LEFT.search(block.text()) is not None
        self._length = block.length() - 1
        self._rects: dict[tuple[int, int], list[QRectF]] = {}

    def __len__(self) -> int:
        return len(self._lines)

    @property
    def height(self) -> float:
        """Of the first line, px."""
        return self._heights[0] if self._heights else 0.0

    def rects(self, start: int, end: int) -> list[QRectF]:
        """The rectangles of [start, end), counted in UTF-16 units from the paragraph's start, in the document."""
        span = max(0, start), min(self._length, end)
        if span not in self._rects:
            self._rects[span] = self._found_rects(*span)
        return self._rects[span]

    def _found_rects(self, start: int, end: int) -> list[QRectF]:
        rects: list[QRectF] = []
        number = bisect_right(self._starts, start) - 1
        while start < end and number < len(self._lines) and self._starts[number] < end:
            first, last = max(start, self._starts[number]), min(end, self._ends[number])
            rects += (
                self._visual_rects(number, first, last) if self._mixed else self._logical_rects(number, first, last)
            )
            number += 1
        return rects

    def sides(self, position: int) -> Sides | None:
        """Where the character at a place stands, counted as above; None where nothing is laid out."""
        number = bisect_right(self._starts, position) - 1
        if number < 0:
            return None
        line = self._lines[number]
        leading, trailing = (self._left + _x_of(line, position, edge) for edge in _SIDES)
        width = self._rights[number] - line.x()
        return Sides(leading, trailing, QRectF(self._left + line.x(), self._tops[number], width, self._heights[number]))

    def _logical_rects(self, number: int, start: int, end: int) -> list[QRectF]:
        """Where all runs from left to right; the space at which a line is broken is not counted."""
        line = self._lines[number]
        left, right = _x_of(line, start), min(_x_of(line, end), self._rights[number])
        if right <= left:
            return []
        return [QRectF(self._left + left, self._tops[number], right - left, self._heights[number])]

    def _visual_rects(self, number: int, start: int, end: int) -> list[QRectF]:
        """Where the direction may turn within a line: a rectangle for each run, those that touch as one."""
        runs = (run.boundingRect() for run in self._lines[number].glyphRuns(start, end - start))
        rects: list[QRectF] = []
        for run in sorted(runs, key=QRectF.left):
            if run.width() <= 0:
                continue
            left = self._left + run.left()
            if rects and left <= rects[-1].right() + _TOUCHING:
                rects[-1].setRight(max(rects[-1].right(), self._left + run.right()))
            else:
                rects.append(QRectF(left, self._tops[number], run.width(), self._heights[number]))
        return rects


def _inner_order(mark: Mark) -> tuple[int, int, str]:
    return mark.length, mark.start, mark.key


def _x_of(line: QTextLine, position: int, side: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    found: Any = line.cursorToX(position, side)  # a number; by the stub a pair
    return float(found[0] if isinstance(found, tuple) else found)
