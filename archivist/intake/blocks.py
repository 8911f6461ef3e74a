# SPDX-License-Identifier: GPL-3.0-or-later
"""Text with markup, put together into blocks of plain text: paragraphs, headings, lists, tables.

An item of a list and a row of a table is a line: “- item”, “1. item”, “cell | cell”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element, iterwalk

_SPACE = re.compile(r"[ \t\r\n\f]+")
_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
     "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
     "legend", "main", "nav", "p", "pre", "section", "summary", "table", "title")
)  # fmt: skip
_WITHOUT_NUMBERS = -1
_CELLS = frozenset({"td", "th"})
_LONGEST_CELL = 40  # words; a table that lays out a page has some of whole paragraphs
# trafilatura's names of elements
_AS_IN_HTML = {"head": "h2", "item": "li", "row": "tr", "cell": "td", "lb": "br", "quote": "blockquote"}


@dataclass
class BlockCollector:
    """Takes text and tags in the order of a page. Tags have the names and the meaning of HTML."""

    blocks: list[str] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)
    _line: list[str] = field(default_factory=list)
    _lists: list[int] = field(default_factory=list)  # the number of the last item of each open list
    _cells: int = 0  # of the present row
    _verbatim: bool = False
    _holds_data: bool = False  # of the present table: the paragraphs of its cells do not part them

    def text(self, raw: str) -> None:
        """Add text, whose white space is folded, except inside pre."""
        if raw:
            self._line.append(raw)

    def tag(self, name: str, *, closing: bool, start: int = 1) -> None:
        """Take notice of a tag; start is the first number of an ordered list."""
        if name == "br":
            self._break()
        elif name in ("ul", "ol"):
            self._list(before_first=start - 1 if name == "ol" else _WITHOUT_NUMBERS, closing=closing)
        elif name == "li":
            self._item(closing=closing)
        elif name == "tr":
            self._end_line()
            self._cells = 0
        elif name in _CELLS:
            self._cell(closing=closing)
        elif name in _BLOCKS:
            if self._lists or (self._holds_data and name != "table"):
                self._line.append(" ")  # the paragraphs of an item stay together
            else:
                self.end_block()
            if name == "pre":
                self._verbatim = not closing

    def table(self, *, holds_data: bool) -> None:
        """Take notice of whether the table that was opened holds data, see is_table_of_data; nothing else does."""
        self._holds_data = holds_data

    def end_block(self) -> None:
        """What comes next is another paragraph."""
        self._end_line()
        block = "\n".join(self._lines).strip()
        self._lines.clear()
        if block:
            self.add(block)

    def add(self, block: str) -> None:
        """Keep a block that has ended; for those who want to know more of it."""
        self.blocks.append(block)

    def _break(self) -> None:
        """End a line; an empty line is what old pages and programs for letters and posts put between paragraphs."""
        is_empty = bool(self._lines) and not self._folded()
        if is_empty and not (self._lists or self._holds_data or self._verbatim):
            self.end_block()
        else:
            self._end_line()

    def _list(self, *, before_first: int, closing: bool) -> None:
        if closing:
            if self._lists:
                self._lists.pop()
            if not self._lists:
                self.end_block()
            return
        self._end_line() if self._lists else self.end_block()
        self._lists.append(before_first)

    def _item(self, *, closing: bool) -> None:
        self._end_line()
        if closing or not self._lists:
            return
        if self._lists[-1] == _WITHOUT_NUMBERS:
            self._line.append("- ")
        else:
            self._lists[-1] += 1
            self._line.append(f"{self._lists[-1]}. ")

    def _cell(self, *, closing: bool) -> None:
        if not closing:
            if self._cells:
                self._line.append(" | ")
            self._cells += 1

    def _folded(self) -> str:
        return _SPACE.sub(" ", "".join(self._line)).strip(" ")

    def _end_line(self) -> None:
        line = "".join(self._line).strip("\n") if self._verbatim else self._folded()
        self._line.clear()
        if line.strip() not in ("", "-", "|"):
            self._lines.append(line)


def is_table_of_data(rows: Sequence[Sequence[int]]) -> bool:
    """Whether a table is one to its reader, too, and does not only lay out a page; told by the words of its cells."""
    across = [row for row in rows if len(row) > 1]
    return len(across) > 1 and max(max(row) for row in rows if row) <= _LONGEST_CELL


def tree_blocks(body: _Element) -> list[str]:
    """The blocks of an article as trafilatura gives it."""
    collector = BlockCollector()
    in_cell = 0
    for event, element in iterwalk(body, events=("start", "end")):
        name = _html_name(element)
        closing = event == "end"
        if name == "td":
            in_cell += -1 if closing else 1
            collector.table(holds_data=in_cell > 0)  # else trafilatura would not have kept it
        if not closing or name != "br":
            collector.tag(name, closing=closing)
        collector.text((element.tail if closing else element.text) or "")
    collector.end_block()
    return collector.blocks


def _html_name(element: _Element) -> str:
    if element.tag == "list":
        return "ol" if element.get("rend") == "ol" else "ul"
    name: str = element.tag
    return _AS_IN_HTML.get(name, name)
