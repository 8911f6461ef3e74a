# SPDX-License-Identifier: GPL-3.0-or-later
"""An article as trafilatura found it, completed and cleaned by the page that it stands in.

trafilatura leaves out what stands among the paragraphs of some pages (headings, captions, the second
half of an article that is laid out in several elements) and takes in what follows others. So its
paragraphs are looked up in the page; the smallest element that holds them is read block by block
(page_reading.py), and each block is kept or left for what it is, where it stands, and whether
trafilatura took it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from lxml.etree import _Element

from archivist.intake.pages.boilerplate import is_call, is_label, is_notice, is_paywall, leads_elsewhere
from archivist.intake.pages.reading import HEADINGS, TEXTS, Block, Lines, read_blocks, words
from archivist.intake.pages.strings import text_of

_PARAGRAPHS = ("p", *sorted(HEADINGS - {"h1"}), "pre")
_HOLDERS = (*_PARAGRAPHS, "li", "blockquote", "td", "dd", "dt", "figcaption", "div", "section", "article", "span",
            "font", "center", "main", "body")  # fmt: skip
_PARTING = frozenset(
    ("p", "div", "section", "article", "ul", "ol", "table", "blockquote", "h2", "h3", "h4", "figure", "aside", "br")
)
_ENOUGH_FOUND = 0.6  # of the words of an article, in one element of the page
_OUTLIERS = 0.04  # of its words, which may stand elsewhere
_SHORTEST_OWN = 20  # characters of text between elements
_MORE = 40  # words by which a wider element must have more of the same paragraphs

_GO_ON = frozenset({"p", "td", "th"})  # what may follow the last paragraph that was found
_MANY_LINKS = 0.3
_MOSTLY_LINKS = 0.5
_ALL_LINKS = 0.8
_SOLID = 8  # words of a paragraph that is surely text
_LONGEST_HEADING = 25
_LONGEST_TEASER = 45
_LONGEST_BOX = 80  # words of an element that announces another article
_SHORTEST_REPEATED = 5
_END = 12  # blocks, among which a notice stands that the rest is for subscribers
_SHORTEST_CAPTION = 3
_LONGEST_DATE_LINE = 14
_TIME = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b")


@dataclass(frozen=True, slots=True)
class Refined:
    """The blocks of an article, and whether the page says that there is more of it for subscribers."""

    blocks: list[str]
    cut_short: bool = False


def refine(blocks: Sequence[str], tree: _Element, container: _Element | None = None) -> Refined:
    """The article in a page of which these blocks were found.

    container is the element that holds it, where that is known. Blocks that do not stand together in
    the page are given back as they are.
    """
    lines = Lines(blocks)
    if container is None:
        container = _container(tree, lines)
    is_all_text = container is None and len(blocks) == 1
    if is_all_text:
        container = _sole_article(tree)
    if container is None:
        return Refined(list(blocks))
    read = read_blocks(container, lines)
    if is_all_text:
        for block in read:
            block.found |= block.tag in TEXTS or block.words >= _SHORTEST_CAPTION
    _keep(read)
    _leave_boxes(read, container)
    _leave_teasers(read)
    _leave_what_is_above(read)
    _leave_repeated(read)
    _leave_empty_headings(read)
    kept = [block.text for block in read if block.kept]
    return Refined(kept or list(blocks), any(is_paywall(block.text) for block in read[-_END:]))


# Where the article stands


def _container(tree: _Element, lines: Lines) -> _Element | None:
    """The smallest element that holds what was found of the article."""
    held: dict[_Element, int] = {}
    seen: set[str] = set()
    total = 0
    for element in tree.iter(*_HOLDERS):
        line = _line(element)
        if not line or line in seen or not lines.hold(line):
            continue
        seen.add(line)
        count = line.count(" ") + 1
        total += count
        holder = element.getparent() if element.tag in _PARAGRAPHS else element
        while holder is not None:
            held[holder] = held.get(holder, 0) + count
            holder = holder.getparent()
    if total < _ENOUGH_FOUND * lines.count or not held:
        return None
    enough = (1 - _OUTLIERS) * total
    element = tree
    while True:
        inner = next((child for child in element if held.get(child, 0) >= enough), None)
        if inner is None:
            return _widened(element)
        element = inner


def _sole_article(tree: _Element) -> _Element | None:
    """What a page itself calls its article: of a short one, trafilatura gives all text of the page as one block."""
    for tag in ("article", "main", "body"):
        found = list(tree.iter(tag))
        if len(found) == 1:
            return found[0]
    return None


def _line(element: _Element) -> str:
    """The words of a paragraph; of an element that holds others, those that are directly in it."""
    if element.tag not in _PARAGRAPHS and any(child.tag in _PARTING for child in element):
        own = " ".join(filter(None, [element.text, *(child.tail for child in element)]))
        return words(own) if len(own) >= _SHORTEST_OWN else ""
    return words(text_of(element))


def _widened(element: _Element) -> _Element:
    """The element that holds all paragraphs of the same kind: an article may be laid out in several pieces."""
    kinds = {_kind(paragraph) for paragraph in element.iter("p")} - {None}
    if not kinds:
        return element
    widest, most = element, _words_of(element, kinds)
    headlines = _count(element, "h1")
    for ancestor in element.iterancestors():
        if widest.tag in ("article", "main") or ancestor.tag in ("body", "html"):
            break
        if _count(ancestor, "h1") > max(1, headlines):
            break
        count = _words_of(ancestor, kinds)
        if count > most + _MORE:
            widest, most = ancestor, count
    return widest


def _kind(paragraph: _Element) -> tuple[str, str] | None:
    parent = paragraph.getparent()
    name = parent.get("class") if parent is not None else None
    return (parent.tag, name) if name else None


def _words_of(element: _Element, kinds: set[tuple[str, str] | None]) -> int:
    return sum(len(text_of(one).split()) for one in element.iter("p") if _kind(one) in kinds)


def _count(element: _Element, tag: str) -> int:
    return sum(1 for _ in element.iter(tag))


# What of it is the article


def _keep(blocks: Sequence[Block]) -> None:
    """Keep what was found and what stands among it."""
    first, last = _ends(blocks)
    for number, block in enumerate(blocks):
        is_at_end = number >= len(blocks) - _END
        if (
            is_notice(block.text)
            or _is_call(block)
            or _leads_elsewhere(block)
            or (is_at_end and is_paywall(block.text))
        ):
            continue
        if block.found:
            block.kept = not _is_mere_link(block) and not _is_small_and_beside(block)
        elif not block.beside and block.links < _MOSTLY_LINKS:
            block.kept = _belongs(block, before=number < first, after=number > last)


def _is_mere_link(block: Block) -> bool:
    return block.links > _ALL_LINKS and block.words < _LONGEST_TEASER and block.tag not in HEADINGS


def _is_small_and_beside(block: Block) -> bool:
    return block.beside and (block.words < _LONGEST_TEASER or block.links > _MANY_LINKS)


def _belongs(block: Block, *, before: bool, after: bool) -> bool:
    """Whether a block that was not found is of the article, by where it stands: before, after or among what was."""
    if after:
        return block.tag in _GO_ON and block.words > _SOLID and block.links < _MANY_LINKS
    if block.is_caption:
        return block.words >= _SHORTEST_CAPTION
    if before:
        return False
    if block.tag in HEADINGS:
        return block.words <= _LONGEST_HEADING
    return block.words > 1 if block.tag in TEXTS else block.words >= _SOLID


def _ends(blocks: Sequence[Block]) -> tuple[int, int]:
    """The places of the first and the last paragraph that is surely of the article."""
    solid = [
        number
        for number, block in enumerate(blocks)
        if block.found
        and not block.beside
        and block.words >= _SOLID
        and block.links < _MOSTLY_LINKS
        and block.tag not in HEADINGS
    ]
    return (solid[0], solid[-1]) if solid else (len(blocks), -1)


def _is_call(block: Block) -> bool:
    return is_call(block.text) and (block.links > 0 or block.beside or not block.found)


def _leads_elsewhere(block: Block) -> bool:
    return leads_elsewhere(block.text) and block.words <= _LONGEST_TEASER and (block.links > 0 or is_label(block.text))


def _leave_boxes(blocks: Sequence[Block], container: _Element) -> None:
    """Leave the small element that is announced to lead to another article: label, headline, first words."""
    for number, label in enumerate(blocks):
        if not is_label(label.text):
            continue
        box, members = label.element, [label]
        while (wider := box.getparent()) is not None and wider is not container:
            inside = _those_in(wider, blocks[number:])
            added = inside[len(members) :]
            is_plain_text = len(members) > 1 and not any(one.links for one in added)
            if sum(one.words for one in inside) > _LONGEST_BOX or (added and is_plain_text):
                break
            box, members = wider, inside
        for one in members:
            one.kept = False


def _those_in(element: _Element, blocks: Sequence[Block]) -> list[Block]:
    return list(takewhile(lambda one: _is_in(one.element, element), blocks))


def _is_in(element: _Element, other: _Element) -> bool:
    return element is other or any(ancestor is other for ancestor in element.iterancestors())


def _leave_teasers(blocks: Sequence[Block]) -> None:
    """Leave rows of linked headings, each with the first words of its article."""
    row: list[Block] = []
    for block in blocks:
        if block.tag in HEADINGS and block.links > _MOSTLY_LINKS:
            row.append(block)
            box = block.element.getparent()
        elif row and block.words <= _LONGEST_TEASER and _is_in(block.element, box):
            row.append(block)
        else:
            _leave_row(row)
            row = []
    _leave_row(row)


def _leave_row(row: Sequence[Block]) -> None:
    headings = sum(block.tag in HEADINGS for block in row)
    if 1 < headings < len(row):
        for block in row:
            block.kept = False


def _leave_what_is_above(blocks: Sequence[Block]) -> None:
    """Leave what stands above the headline, and lines that hold a date between it and the text."""
    first, _ = _ends(blocks)
    headline = next((number for number, block in enumerate(blocks[:first]) if block.tag == "h1"), -1)
    for block in blocks[: max(0, headline)]:
        block.kept = False
    for block in blocks[headline + 1 : first]:
        if block.tag not in HEADINGS and block.words <= _LONGEST_DATE_LINE and _TIME.search(block.text):
            block.kept = False


def _leave_repeated(blocks: Sequence[Block]) -> None:
    """Leave what is there twice, as pages have it for screens of different width; running text may repeat itself."""
    seen: list[str] = []
    for block in blocks:
        if block.kept and block.words >= _SHORTEST_REPEATED and (block.is_caption or not block.found):
            line = words(block.text)
            block.kept = not any(line in one for one in seen)
            seen.append(line)


def _leave_empty_headings(blocks: Sequence[Block]) -> None:
    """Leave headings that nothing follows."""
    followed = False
    for block in reversed(blocks):
        if block.kept and block.tag in HEADINGS:
            block.kept = followed
        elif block.kept:
            followed = True
