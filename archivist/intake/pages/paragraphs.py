# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages whose article is plain to see: nearly all their paragraphs stand in one element, and hold most of its text.

More than half of all news pages are so; they need no search by trafilatura, which takes ten times as
long and is at its best where it is not so.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element

from archivist.intake.pages.boilerplate import is_beside_article, is_unseen
from archivist.intake.pages.reading import UNREAD
from archivist.intake.pages.strings import text_of

_ALL_BUT_FEW = 0.9  # of the words of the page's paragraphs
_MOST_OF_PAGE = 0.6  # of the words of the page that are neither links nor lists
_MOST_OF_ELEMENT = 0.75
_ENOUGH_WORDS = 150
_ENOUGH_PARAGRAPHS = 4
_LONG = 10  # words of a paragraph that is text for sure
_FEW_LINKS = 0.3
_MOSTLY_LINKS = 0.5
_WHOLE_PAGE = frozenset({"html", "body", "main", "form"})
_NO_TEXT = ("a", "option", "button", "label", "li")


@dataclass(frozen=True, slots=True)
class Evident:
    """An article that is plain to see: its paragraphs, and the element that holds them."""

    paragraphs: list[str]
    container: _Element


def evident_article(tree: _Element) -> Evident | None:
    """The article of a page without scripts and styles, None where it has to be searched for."""
    counts = _long_paragraphs(tree)
    total = sum(counts.values())
    if total < _ENOUGH_WORDS or len(counts) < _ENOUGH_PARAGRAPHS:
        return None
    container = _smallest_holding(counts, _ALL_BUT_FEW * total, tree)
    if container.tag in _WHOLE_PAGE:
        return None
    found = [
        text
        for paragraph in container.iter("p")
        if (text := text_of(paragraph)).strip() and _link_share(paragraph, len(text)) < _MOSTLY_LINKS
    ]
    words = sum(len(text.split()) for text in found)
    if words < _MOST_OF_ELEMENT * _word_count(container) or words < _MOST_OF_PAGE * _words_of_text(tree):
        return None
    return Evident(found, container)


def _long_paragraphs(tree: _Element) -> dict[_Element, int]:
    """The words of each paragraph that is text for sure and does not stand beside the article."""
    counts = {}
    beside: dict[_Element, bool] = {}
    for paragraph in tree.iter("p"):
        text = text_of(paragraph)
        count = len(text.split())
        if count >= _LONG and not _is_beside(paragraph, beside) and _link_share(paragraph, len(text)) < _FEW_LINKS:
            counts[paragraph] = count
    return counts


def _is_beside(element: _Element, known: dict[_Element, bool]) -> bool:
    """Whether an element or one around it is named as something else than an article."""
    passed = []
    found = False
    for one in (element, *element.iterancestors()):
        if one in known:
            found = known[one]
            break
        passed.append(one)
        if one.tag in UNREAD or (one.tag not in _WHOLE_PAGE and (is_beside_article(one) or is_unseen(one))):
            found = True
            break
    for one in passed:
        known[one] = found
    return found


def _link_share(element: _Element, characters: int) -> float:
    return sum(len(text_of(link)) for link in element.iter("a")) / max(1, characters)


def _smallest_holding(counts: dict[_Element, int], enough: float, tree: _Element) -> _Element:
    held: dict[_Element, int] = {}
    for paragraph, count in counts.items():
        for ancestor in paragraph.iterancestors():
            held[ancestor] = held.get(ancestor, 0) + count
    element = tree
    while (inner := next((child for child in element if held.get(child, 0) >= enough), None)) is not None:
        element = inner
    return element


def _word_count(element: _Element) -> int:
    return len(text_of(element).split())


def _words_of_text(tree: _Element) -> int:
    body = tree.find("body")
    page = tree if body is None else body
    return _word_count(page) - sum(_word_count(element) for element in page.iter(*_NO_TEXT))
