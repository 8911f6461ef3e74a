# SPDX-License-Identifier: GPL-3.0-or-later
"""All text of a page, block by block, in time that grows with its length and with nothing else.

It reads what a clipboard or a hostile page holds: it builds no tree, so that no nesting is too deep,
and looks at each character once or twice. What is an article and what is a menu it does not know.
"""

from __future__ import annotations

import html
import re

from archivist.intake.blocks import BlockCollector, is_table_of_data

# Values in quotes may hold < and >. Possessive, so that what never ends is not tried twice.
_ATTRIBUTES = r"""(?:[^<>=]++|=\s*+"[^"]*"|=\s*+'[^']*'|=)*+"""
_TAG = re.compile(rf"<(/?)([a-zA-Z][a-zA-Z0-9:-]*+)(?:\s{_ATTRIBUTES}|/)?>")
_MARKUP = re.compile(r"<[!?][^<>]*>")
_OPENED = re.compile(rf"<[a-zA-Z][a-zA-Z0-9:-]*+\s{_ATTRIBUTES}")  # also a tag that never ends
_VALUE = re.compile(r"""=\s*+(?:"[^"]*"|'[^']*')""")
_DOCTYPE = re.compile("<!doctype", re.IGNORECASE)
_INTERNAL_SUBSET = re.compile(r"<!doctype[^<>\[]*\[.*?\]\s*>", re.IGNORECASE | re.DOTALL)

_TABLE_ENDS = re.compile(r"<(?:/?table|h[1-6])\b", re.IGNORECASE)
_ROW_STARTS = re.compile(r"<tr\b", re.IGNORECASE)
_CELL_STARTS = re.compile(r"<t[dh]\b", re.IGNORECASE)

_UNSHOWN = frozenset(
    ("audio", "button", "canvas", "head", "iframe", "math", "noscript", "object", "script", "select", "style", "svg",
     "template", "textarea", "video")
)  # fmt: skip
# Elements that have no end, or that pages may leave open.
_CLOSES_ITSELF = frozenset(
    ("area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li",
     "link", "meta", "option", "p", "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr")
)  # fmt: skip


def page_size(page: str) -> tuple[int, int]:
    """How many elements a page has, and how deep they are nested at most."""
    elements = depth = deepest = 0
    for match in _TAG.finditer(page):
        closing, name = match[1], match[2].lower()
        elements += not closing
        if name in _CLOSES_ITSELF or match[0].endswith("/>"):
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return elements, deepest


def most_attributes(page: str, *, at_least: int) -> int:
    """How many attributes the tag with the most of them has, 0 where none has the number asked for."""
    most = 0
    for match in _OPENED.finditer(page):
        if match.end() - match.start() > 2 * at_least:  # a name and a space each
            most = max(most, len(_VALUE.sub(" ", match[0]).split()) - 1)
    return most if most >= at_least else 0


def without_internal_subset(page: str) -> str:
    """The page without a document type that declares entities in brackets, which parsers of HTML take for text."""
    doctype = _DOCTYPE.search(page)
    subset = _INTERNAL_SUBSET.match(page, doctype.start()) if doctype else None
    return page[: subset.start()] + page[subset.end() :] if subset else page


def page_blocks(page: str) -> list[str]:
    """The paragraphs, headings, lists and tables of a page; items and rows are lines of one block."""
    return _Scanner(without_internal_subset(page)).blocks()


class _Scanner:
    """Walks through the markup of a page once."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._collector = BlockCollector()
        self._never_closed: set[str] = set()

    def blocks(self) -> list[str]:
        page, position = self._page, 0
        while position < len(page):
            opening = page.find("<", position)
            if opening < 0:
                opening = len(page)
            self._collector.text(html.unescape(page[position:opening]))
            position = self._after_markup(opening) if opening < len(page) else opening
        self._collector.end_block()
        return self._collector.blocks

    def _after_markup(self, opening: int) -> int:
        """Where the text goes on after the < at opening."""
        page = self._page
        if page.startswith("<!--", opening):
            end = page.find("-->", opening + 4)
            return len(page) if end < 0 else end + 3
        tag = _TAG.match(page, opening)
        if tag is None:
            markup = _MARKUP.match(page, opening)
            if markup is None:
                self._collector.text("<")
            return markup.end() if markup else opening + 1
        name = tag[2].lower()
        if name in _UNSHOWN and not tag[1] and not tag[0].endswith("/>"):
            return self._after_unshown(name, tag.end())
        self._collector.tag(name, closing=bool(tag[1]))
        if name == "table":
            self._collector.table(holds_data=not tag[1] and _holds_data(self._page, tag.end()))
        return tag.end()

    def _after_unshown(self, name: str, start: int) -> int:
        if name not in self._never_closed:
            end = re.compile(rf"</{name}\b[^<>]*>", re.IGNORECASE).search(self._page, start)
            if end:
                return end.end()
            self._never_closed.add(name)
        # A script that is never closed swallows the rest of the page, as in a browser; others nothing.
        return len(self._page) if name in {"script", "style"} else start


def _holds_data(page: str, start: int) -> bool:
    """Whether the table that begins there holds data, no other table and no headings."""
    end = _TABLE_ENDS.search(page, start)
    if end is None or not end[0].startswith("</"):
        return False
    rows = _ROW_STARTS.split(page[start : end.start()])[1:]
    cells = [[f"<td{cell}" for cell in _CELL_STARTS.split(row)[1:]] for row in rows]
    return is_table_of_data([[len(_TAG.sub("", cell).split()) for cell in row] for row in cells])
