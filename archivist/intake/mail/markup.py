# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters in HTML as blocks of text.

Newsletters are put together out of tables that hold no data, and begin with lines that are hidden
from the reader and seen by programs that list letters; neither belongs to the text.
"""

from __future__ import annotations

import re

from lxml.etree import LxmlError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from archivist.intake.blocks import tree_blocks
from archivist.intake.pages.text import page_blocks, page_size

_MOST_ELEMENTS = 60_000
_DEEPEST = 250  # libxml2 gives up at 256
_HIDDEN = re.compile(
    r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden|font-size\s*:\s*0*(?:px|pt)?\s*(?:;|$)",
    re.IGNORECASE,
)
_UNSHOWN = ("script", "style", "head", "title", "noscript", "template", "svg", "object", "form", "select")
_LAID_OUT = frozenset(("table", "img", "h1", "h2", "h3", "p", "div", "ul", "ol", "center", "hr"))
_OF_TABLES = frozenset(("table", "tbody", "thead", "tfoot", "tr", "td", "th"))
_FILLING = re.compile("[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2007\u2060-\u2064\ufeff\u00a0 ]{4,}")
_INVISIBLE = re.compile("[\u00ad\u034f\u200b\u2060\ufeff]")


def letter_blocks(markup: str) -> list[str]:
    """The paragraphs, headings, lists and tables of a letter."""
    elements, depth = page_size(markup)
    tree = _tree(markup) if elements <= _MOST_ELEMENTS and depth <= _DEEPEST else None
    blocks = tree_blocks(_prepared(tree)) if tree is not None else page_blocks(markup)
    return [block for block in map(_cleaned, blocks) if block]


def _tree(markup: str) -> HtmlElement | None:
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, no_network=True)
    try:
        return document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError, AssertionError):
        return None


def _prepared(tree: HtmlElement) -> HtmlElement:
    for element in list(tree.iter(*_UNSHOWN)):
        element.drop_tree()
    for element in list(tree.iter()):
        if element is not tree and element.getparent() is not None and _HIDDEN.search(element.get("style") or ""):
            element.drop_tree()
    for table in list(tree.iter("table")):
        if _is_layout(table):
            for element in [table, *_own(table)]:
                element.tag = "div"
    return tree


def _own(table: HtmlElement) -> list[HtmlElement]:
    """The rows and cells of a table, without those of tables in it."""
    found = []
    waiting = list(table)
    while waiting:
        element = waiting.pop()
        if element.tag in _OF_TABLES and element.tag != "table":
            found.append(element)
            waiting += list(element)
    return found


def _is_layout(table: HtmlElement) -> bool:
    """Whether a table only puts things where they are to stand."""
    if table.get("role") == "presentation" or any(element is not table for element in table.iter(*_LAID_OUT)):
        return True
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    return len(rows) < 2 or max(map(len, rows)) < 2  # noqa: PLR2004 - one row or one column is no table


def _cleaned(block: str) -> str:
    return _INVISIBLE.sub("", _FILLING.sub(" ", block)).strip()
