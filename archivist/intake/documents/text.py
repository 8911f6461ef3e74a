# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of an office document, put together from its paragraphs, items, rows and notes.

Items of a list and rows of a table are lines of a block. A table that only lays out a page, with
running text in its cells, is read cell by cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from archivist.intake.documents.headline import Block

_SPACE = re.compile(r"[ \t\r\f\v]+")
_LINE_ENDS = re.compile(r" *\n[ \n]*")
_LONG = 400  # characters of a cell of several paragraphs, which holds running text then

Cell = list[Block]


@dataclass(slots=True)
class OfficeText:
    """Takes the pieces of a document in their order."""

    blocks: list[Block] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _items: list[str] = field(default_factory=list)

    def paragraph(self, text: str, rank: int = 0) -> None:
        """Add a paragraph, or a heading, the higher the larger its rank."""
        text = tidy(text)
        if text:
            self.end_list()
            self.blocks.append(Block(text, rank))

    def item(self, text: str, label: str = "-") -> None:
        """Add an item of a list with its number, or the mark of an item without."""
        text = tidy(text).replace("\n", " ")
        if text:
            self._items.append(f"{label} {text}".strip())

    def table(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Add a table of cells, each with its blocks."""
        self.end_list()
        cells = [cell for row in rows for cell in row if cell]
        if all(sum(map(bool, row)) <= 1 for row in rows) or any(map(_is_running_text, cells)):
            self.blocks += [block for cell in cells for block in cell]
            return
        lines = [" | ".join(_in_one_line(cell) for cell in row) for row in rows if any(row)]
        if lines:
            self.blocks.append(Block("\n".join(lines)))

    def note(self, text: str) -> str:
        """Add a footnote, and say which mark stands for it in the text."""
        self.notes.append(" ".join(text.split()))
        return f"[{len(self.notes)}]"

    def end_list(self) -> None:
        """What comes next is no item of the list."""
        if self._items:
            self.blocks.append(Block("\n".join(self._items)))
            self._items.clear()

    def finished(self) -> list[Block]:
        """All blocks, the notes last."""
        self.end_list()
        notes = [f"[{number}] {note}" for number, note in enumerate(self.notes, start=1) if note]
        return [*self.blocks, Block("\n".join(notes))] if notes else self.blocks


def tidy(text: str) -> str:
    """A paragraph without white space that only lays it out; its line breaks are kept."""
    return _LINE_ENDS.sub("\n", _SPACE.sub(" ", text)).strip()


def _in_one_line(cell: Cell) -> str:
    return " ".join(" ".join(block.text.split()) for block in cell)


def _is_running_text(cell: Cell) -> bool:
    return len(cell) > 1 and sum(len(block.text) for block in cell) > _LONG
