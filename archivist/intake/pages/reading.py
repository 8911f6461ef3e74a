# SPDX-License-Identifier: GPL-3.0-or-later
"""The blocks of an element of a page, each with what speaks for and against its being part of an article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.etree import _Element, iterwalk

from archivist.intake.blocks import BlockCollector, is_table_of_data
from archivist.intake.pages.boilerplate import is_beside_article, is_unseen
from archivist.intake.pages.strings import text_of

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
CAPTIONS = frozenset({"figcaption", "caption"})
TEXTS = frozenset({"p", "li", "td", "th", "blockquote", "pre", "dd", "dt", "ul", "ol", "table"})
UNREAD = frozenset(
    ("script", "style", "noscript", "template", "nav", "footer", "form", "button", "select", "option", "textarea",
     "input", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video", "head", "label", "menu", "dialog")
)  # fmt: skip
_HOLDERS = HEADINGS | CAPTIONS | TEXTS | frozenset({"div", "section", "article", "header", "main", "figure", "center"})
_INLINE = frozenset({"a", "span", "b", "i", "em", "strong", "font", "small", "u", "abbr", "cite", "q", "sup", "sub"})
_CAPTION_NAME = re.compile("caption", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"[0-9]{1,6}")
_SHORTEST_PART = 4  # words; shorter lines are found by themselves only, not inside of others
_MISNAMED = 0.25  # of the words of an article; an element that holds more is not beside it, whatever its name


@dataclass(slots=True)
class Block:
    """A block of a page."""

    text: str
    element: _Element  # the innermost that holds text and was opened last
    words: int
    links: float  # the share of its characters that lead elsewhere
    found: bool  # it is in the article as it was found before
    beside: bool = False  # it stands in an element that is named as something else
    kept: bool = False

    @property
    def tag(self) -> str:
        return str(self.element.tag)

    @property
    def is_caption(self) -> bool:
        return self.tag in CAPTIONS or _CAPTION_NAME.search(self.element.get("class") or "") is not None


class Lines:
    """The words of an article as it was found, line by line and all in one."""

    def __init__(self, blocks: Sequence[str]) -> None:
        lines = [words(line) for block in blocks for line in block.split("\n")]
        self._lines = frozenset(lines)
        self._all = f" {' '.join(lines)} "
        self.count = len(self._all.split())

    def hold(self, line: str) -> bool:
        """Whether these words are a line of the article, or a part of it that is no mere phrase."""
        if line in self._lines:
            return True
        return line.count(" ") >= _SHORTEST_PART - 1 and f" {line} " in self._all

    def hold_most(self, block: str) -> bool:
        """Whether more than half of a block is in the article."""
        parts = [words(part) for part in block.split("\n")]
        return sum(len(part) for part in parts if self.hold(part)) * 2 > sum(map(len, parts))


def words(text: str) -> str:
    """The words of a text, in lower case and with nothing between them but single spaces."""
    return " ".join(_WORD.findall(text.replace("\xad", "").casefold()))


def read_blocks(container: _Element, lines: Lines) -> list[Block]:
    """All that a reader sees of an element but menus, forms and the like."""
    return _Walk(container, lines).blocks_read()


class _Walk(BlockCollector):
    """Takes in the text of an element, and notices where it stands."""

    def __init__(self, container: _Element, lines: Lines) -> None:
        super().__init__()
        self._container = container
        self._lines_found = lines
        self._read: list[Block] = []
        self._beside: list[_Element] = []
        self._read_in: dict[_Element, list[Block]] = defaultdict(list)  # by the outermost element that is beside
        self._holder = container
        self._characters = self._of_links = self._open_links = 0

    def add(self, block: str) -> None:
        line = words(block)
        if line:
            found = self._lines_found.hold(line) or self._lines_found.hold_most(block)
            links = self._of_links / max(1, self._characters)
            read = Block(block, self._holder, line.count(" ") + 1, links, found, bool(self._beside))
            self._read.append(read)
            if self._beside:
                self._read_in[self._beside[0]].append(read)
        self._characters = self._of_links = 0

    def blocks_read(self) -> list[Block]:
        walk = iterwalk(self._container, events=("start", "end"))
        skipped: _Element | None = None
        for event, element in walk:
            inside = element is not self._container
            if event == "start":
                if element.tag in UNREAD or (inside and is_unseen(element)):
                    walk.skip_subtree()
                    skipped = element
                    continue
                self._open(element, beside=inside and element.tag not in _INLINE and is_beside_article(element))
                self._take(element.text)
                continue
            if element is skipped:
                skipped = None
            else:
                self._close(element)
            if inside:
                self._take(element.tail)
        self.end_block()
        self._unmark_misnamed()
        return self._read

    def _open(self, element: _Element, *, beside: bool) -> None:
        if beside:
            self.end_block()
            self._beside.append(element)
        tag = element.tag
        self.tag(tag, closing=False, start=_first_number(element) if tag == "ol" else 1)
        if tag == "table":
            self.table(holds_data=_holds_data(element))
        if tag in _HOLDERS:
            self._holder = element
        self._open_links += tag == "a"

    def _close(self, element: _Element) -> None:
        if element.tag != "br":
            self.tag(element.tag, closing=True)
        if element.tag == "table":
            self.table(holds_data=False)
        if element.tag in HEADINGS and element is self._holder and element.getparent() is not None:
            self._holder = element.getparent()
        self._open_links -= element.tag == "a"
        if self._beside and self._beside[-1] is element:
            self.end_block()
            self._beside.pop()

    def _take(self, text: str | None) -> None:
        if not text:
            return
        self.text(text)
        length = len(text.strip())
        self._characters += length
        if self._open_links:
            self._of_links += length

    def _unmark_misnamed(self) -> None:
        for blocks in self._read_in.values():
            if sum(block.words for block in blocks if block.found) > _MISNAMED * self._lines_found.count:
                for block in blocks:
                    block.beside = False


def _holds_data(table: _Element) -> bool:
    if next(table.iterdescendants("table", *HEADINGS), None) is not None:
        return False
    return is_table_of_data(
        [[len(text_of(cell).split()) for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    )


def _first_number(element: _Element) -> int:
    start = element.get("start", "")
    return int(start) if _NUMBER.fullmatch(start) else 1
