# SPDX-License-Identifier: GPL-3.0-or-later
"""The labels of a document, placed where they are looked at, and always at the same place.

A label that finds no room is pushed down by those above it. So that its place does not depend on
what is scrolled into view, labels are placed by sections of the text, from the beginning of each;
what finds no room before the first label of the next one is folded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtGui import QTextBlock

from archivist.ui.reader.geometry import Geometry
from archivist.ui.reader.labels import FURTHEST, MOST_ROWS, Entry, LabelColumn, LineBreaker
from archivist.ui.reader.stretches import Stretch

_SECTION = 1024  # UTF-16 units: a section's paragraphs begin between two multiples of it
_BEFORE = 16  # paragraphs: the labels of no other reach down to one


class Margin:
    """Keeps the labels of the sections that were looked at."""

    def __init__(self, geometry: Geometry, entry_of: Callable[[Stretch], Entry]) -> None:
        """`entry_of` gives the label of a stretch in which a mark opens."""
        self._geometry = geometry
        self._entry_of = entry_of
        self._sections: dict[int, LabelColumn] = {}
        self._left, self._width, self._row = 0.0, 0.0, 1.0
        self._lines: LineBreaker | None = None

    def set_out(self, left: float, width: float, row: float, lines: LineBreaker) -> None:
        """Have the labels in another column, in rows of another height, all in px, and broken so into lines."""
        self._left, self._width, self._row, self._lines = left, width, row, lines
        self.forget()

    def forget(self) -> None:
        """Labels say something else, or the text stands otherwise."""
        self._sections.clear()

    def forget_paragraph(self, block: QTextBlock) -> None:
        """The labels of a paragraph are others, so those above it may have more room, or less."""
        for _ in range(_BEFORE):
            self._sections.pop(_section(block), None)
            block = block.previous()
            if not block.isValid():
                return

    def changed_by(self, block: QTextBlock) -> tuple[float, float]:
        """The band of the document in which labels may stand otherwise when those of a paragraph change, px."""
        blocks = list(_paragraphs_of_section(block))
        bottom = self._limit(blocks[-1].next(), self._geometry.bottom_of(blocks[-1]) + self._reach)
        return self._geometry.top_of(blocks[0]) - self._reach, bottom

    def columns(self, top: float, bottom: float) -> Iterator[LabelColumn]:
        """The labels of the sections that reach into a band of the document."""
        seen = set()
        for block in self._geometry.paragraphs(top - self._reach, bottom):
            section = _section(block)
            if section not in seen:
                seen.add(section)
                if section not in self._sections:
                    self._sections[section] = self._placed(block)
                yield self._sections[section]

    @property
    def _reach(self) -> float:
        """How far below its line a label may end, px."""
        return (FURTHEST + MOST_ROWS + 1) * self._row

    def _placed(self, block: QTextBlock) -> LabelColumn:
        blocks = list(_paragraphs_of_section(block))
        entries = sorted(self._entries(blocks), key=lambda each: (each.line.top(), each.line.left()))
        column = LabelColumn(self._left, self._width, self._row)
        if entries:
            column.place(entries, self._limit(blocks[-1].next(), entries[-1].line.bottom() + self._reach))
            if self._lines is not None:
                column.set_lines(self._lines)
        return column

    def _entries(self, blocks: Iterable[QTextBlock]) -> Iterator[Entry]:
        for block in blocks:
            for stretch in reversed(self._geometry.laid_out_stretches(block)):
                if stretch.opens:
                    yield self._entry_of(stretch)

    def _limit(self, block: QTextBlock, furthest: float) -> float:
        """Where the first label from a paragraph on begins, if that is not further down than `furthest`."""
        while block.isValid() and self._geometry.top_of(block) <= furthest:
            lines = [each.rects[0] for each in self._geometry.laid_out_stretches(block) if each.opens]
            if lines:
                return min(line.center().y() for line in lines) - self._row / 2
            block = block.next()
        return furthest + self._row


def _section(block: QTextBlock) -> int:
    return block.position() // _SECTION


def _paragraphs_of_section(block: QTextBlock) -> Iterator[QTextBlock]:
    section = _section(block)
    while (before := block.previous()).isValid() and _section(before) == section:
        block = before
    while block.isValid() and _section(block) == section:
        yield block
        block = block.next()
