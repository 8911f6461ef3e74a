# SPDX-License-Identifier: GPL-3.0-or-later
"""The labels of a document, placed where they are looked at, and always at the same place.

A label that finds no room is pushed down by those above it. So that its place does not depend on
what is scrolled into view, labels are placed by sections of the text, from the beginning of each;
what finds no room before the first label of the next one is folded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

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
        self._replaced: dict[int, tuple[QTextBlock, LabelColumn]] = {}  # not yet compared with what comes instead
        self._entries: dict[int, list[Entry]] = {}  # that want a place, by paragraph number
        self._left, self._width, self._row = 0.0, 0.0, 1.0
        self._lines: LineBreaker | None = None

    def set_out(self, left: float, width: float, row: float, lines: LineBreaker) -> None:
        """Have the labels in another column, in rows of another height, all in px, and broken so into lines."""
        self._left, self._width, self._row, self._lines = left, width, row, lines
        self.forget()

    def forget(self) -> None:
        """Labels say something else, or the text stands otherwise."""
        self._sections.clear()
        self._replaced.clear()
        self._entries.clear()

    def forget_paragraph(self, block: QTextBlock) -> None:
        """The labels of a paragraph are others, so those above it may have more room, or less."""
        self._entries.pop(block.blockNumber(), None)
        for each in _from_above(block):
            section = _section(each)
            column = self._sections.pop(section, None)
            if column is not None:
                self._replaced[section] = each, column

    def changed_by(self, block: QTextBlock) -> tuple[float, float] | None:
        """The band of the document, px, in which labels look otherwise since those of a paragraph were forgotten."""
        bands = []
        for section in {_section(each) for each in _from_above(block)} & self._replaced.keys():
            of_section, before = self._replaced.pop(section)
            if section not in self._sections:
                self._sections[section] = self._placed(of_section)
            bands += _differing(before, self._sections[section])
        return (min(top for top, _ in bands), max(bottom for _, bottom in bands)) if bands else None

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
        entries = sorted(
            (entry for each in blocks for entry in self._entries_in(each)),
            key=lambda each: (each.line.top(), each.line.left()),
        )
        column = LabelColumn(self._left, self._width, self._row)
        if entries:
            column.place(entries, self._limit(blocks[-1].next(), entries[-1].line.bottom() + self._reach))
            if self._lines is not None:
                column.set_lines(self._lines)
        return column

    def _entries_in(self, block: QTextBlock) -> list[Entry]:
        number = block.blockNumber()
        if number not in self._entries:
            stretches = reversed(self._geometry.laid_out_stretches(block))
            self._entries[number] = [self._entry_of(stretch) for stretch in stretches if stretch.opens]
        return self._entries[number]

    def _limit(self, block: QTextBlock, furthest: float) -> float:
        """Where the first label from a paragraph on begins, if that is not further down than `furthest`."""
        while block.isValid() and self._geometry.top_of(block) <= furthest:
            lines = [each.rects[0] for each in self._geometry.laid_out_stretches(block) if each.opens]
            if lines:
                return min(line.center().y() for line in lines) - self._row / 2
            block = block.next()
        return furthest + self._row


def _differing(before: LabelColumn, now: LabelColumn) -> list[tuple[float, float]]:
    """The bands of what looks otherwise in one of two columns than in the other."""
    looks, others = before.looks(), now.looks()
    return [band for look, band in (looks.items() | others.items()) if look not in looks or look not in others]


def _from_above(block: QTextBlock) -> Iterator[QTextBlock]:
    """A paragraph, and those before it whose labels may reach down to its own."""
    for _ in range(_BEFORE):
        if not block.isValid():
            return
        yield block
        block = block.previous()


def _section(block: QTextBlock) -> int:
    return block.position() // _SECTION


def _paragraphs_of_section(block: QTextBlock) -> Iterator[QTextBlock]:
    section = _section(block)
    while (before := block.previous()).isValid() and _section(before) == section:
        block = before
    while block.isValid() and _section(block) == section:
        yield block
        block = block.next()
