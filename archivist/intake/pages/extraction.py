# SPDX-License-Identifier: GPL-3.0-or-later
"""The article in a page: plain to see, or found by trafilatura, and refined by the page itself.

trafilatura takes a quarter of a second to import, so this module is imported when the first page is read.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.etree import HTMLParser, LxmlError, _Element, fromstring, strip_elements, tostring
from lxml.html import HTMLParser as HtmlTreeParser
from lxml.html import document_fromstring
from trafilatura import bare_extraction
from trafilatura.settings import Document

from archivist.intake.blocks import tree_blocks
from archivist.intake.pages.metadata import PageMetadata, page_metadata
from archivist.intake.pages.paragraphs import evident_article
from archivist.intake.pages.reading import words
from archivist.intake.pages.refining import Refined, refine
from archivist.intake.pages.strings import clean, text_of

# What parsers raise on pages that they were not made for.
_PARSER_FAILURES = (
    LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError, OverflowError, AssertionError,
)  # fmt: skip
_NEVER_TEXT = (
    "script", "style", "svg", "iframe", "object", "embed", "link", "meta", "template", "canvas", "math", "noscript",
)  # fmt: skip
_OF_LINK = re.compile(r"\W*opens? (?:in )?(?:a )?new (?:tab|window)\W*", re.IGNORECASE)
_SHORT = 250  # characters; an article that is shorter may be a part of one
_LONG = 3000
_SHARE_OF_PAGE = 0.4  # of the text of a page; what is shorter than this and not long is looked for anew, and slowly
_STANDFIRSTS = ("p", "h2", "h3", "h4", "div", "strong", "span")
_START = 10  # characters of a standfirst by which it is looked for
_BEFORE_START = 200
_LEVELS = 240  # of elements; libxml2 gives up at 256
_TOO_DEEP = "boolean(" + "/*" * _LEVELS + ")"


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in a page: the blocks of its article, none where it has no article.

    way is how: plain to see in its “paragraphs”, by “trafilatura”, or in its “data” for search engines.
    """

    blocks: list[str]
    metadata: PageMetadata
    standfirst: str = ""  # shown by the page, but not in the blocks
    way: str = ""
    cut_short: bool = False  # the page says that the rest is for subscribers
    too_intricate: bool = False


def extract_article(page: str, most_elements: int) -> Extraction:
    """The article of a page, unless it has more elements or levels of them than can be searched."""
    try:
        tree = fromstring(page.encode(errors="ignore"), _parser())
        if tree.xpath("count(//*)") > most_elements or tree.xpath(_TOO_DEEP):
            return Extraction([], PageMetadata(), too_intricate=True)
        metadata = page_metadata(tree)
        strip_elements(tree, *_NEVER_TEXT, with_tail=False)
        _strip_said_of_links(tree)
        way, refined = _article(tree)
    except _PARSER_FAILURES:
        return Extraction([], PageMetadata())
    if metadata.body and sum(map(len, refined.blocks)) < min(_SHORT, len(metadata.body) / 2):
        return Extraction([line for line in metadata.body.splitlines() if line.strip()], metadata, way="data")
    return Extraction(refined.blocks, metadata, _standfirst(metadata, refined.blocks, tree), way, refined.cut_short)


def _parser() -> HTMLParser:
    """A parser whose elements are those of lxml itself; the classes of lxml.html cost as much time as the rest."""
    return HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, no_network=True)


def _strip_said_of_links(tree: _Element) -> None:
    """Take out what a page says, to those who cannot see it, of where a link opens; it stands amid sentences."""
    for element in tree.iter("span"):
        if not len(element) and _OF_LINK.fullmatch(element.text or ""):
            element.text = None


def _article(tree: _Element) -> tuple[str, Refined]:
    evident = evident_article(tree)
    if evident:
        return "paragraphs", refine(evident.paragraphs, tree, evident.container)
    return "trafilatura", refine(_search(tree), tree)


def _search(tree: _Element) -> list[str]:
    """The blocks that trafilatura finds. Nothing is fetched: it is given a tree, never an address."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it misses, our warnings say
    copy = document_fromstring(tostring(tree, encoding="utf-8", method="html"), parser=HtmlTreeParser(encoding="utf-8"))
    enough = min(_LONG, _SHARE_OF_PAGE * len(" ".join(text_of(tree).split())))
    # Of a long page it asks itself whether what it found quickly is enough; not to ask first saves a second search.
    for quickly in (True, False) if enough < _LONG else (False,):
        # Asked for a text, it leaves its making to others; “python” would have it made.
        document = bare_extraction(copy, include_comments=False, favor_recall=True, fast=quickly, output_format="txt")
        blocks = tree_blocks(document.body) if isinstance(document, Document) else []
        if sum(map(len, blocks)) >= enough:
            break
    return blocks


def _standfirst(metadata: PageMetadata, blocks: Sequence[str], tree: _Element) -> str:
    """The description of the article, where a reader of the page sees it and it is not in the text that was found."""
    wanted = words(metadata.description)
    if not wanted or wanted == words(metadata.title) or wanted in words(" ".join(blocks)):
        return ""
    start = metadata.description[:_START]
    for element in tree.iter(*_STANDFIRSTS):
        if clean((element.text or "")[:_BEFORE_START]).startswith(start) and words(text_of(element)) == wanted:
            return metadata.description
    return ""
