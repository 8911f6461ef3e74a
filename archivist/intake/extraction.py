# SPDX-License-Identifier: GPL-3.0-or-later
"""The article in a page, found by trafilatura.

Nothing is fetched: trafilatura is given a tree, never an address. It takes a quarter of a second to
import, so this module is imported when the first page is read.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, replace

from lxml.etree import LxmlError
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction
from trafilatura.settings import Document

from archivist.intake.blocks import tree_blocks
from archivist.intake.page_metadata import PageMetadata, outlet_name, page_metadata, person_name, unescaped

# What parsers raise on pages that they were not made for.
_PARSER_FAILURES = (
    LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError, OverflowError, AssertionError,
)  # fmt: skip
_TITLE_PARTS = re.compile(r"\s+[|–—›»·•-]\s+|\s*::\s*")
# What trafilatura makes of dates is not used: without metadata it takes them from any text of the page,
# widening bare years to days. This only spares it the time.
_NO_SEARCH_FOR_DATES = {"extensive_search": False, "original_date": True}


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in a page: the blocks of its article, none where it has no article."""

    blocks: list[str]
    metadata: PageMetadata
    recall: bool = False  # only found by taking what may not belong to it


def extract_article(page: str) -> Extraction:
    """The article of a page."""
    try:
        tree = document_fromstring(page.encode(), parser=_parser())
        metadata = page_metadata(tree)
    except _PARSER_FAILURES:
        return Extraction([], PageMetadata())
    for recall in (False, True):
        document = _document(tree, recall=recall)
        blocks = tree_blocks(document.body) if document is not None else []
        if document is not None and blocks:
            return Extraction(blocks, _completed(metadata, document), recall)
    return Extraction([], metadata)


def _parser() -> HTMLParser:
    return HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, no_network=True)


def _document(tree: HtmlElement, *, recall: bool) -> Document | None:
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what they miss, our warnings say
    try:
        found = bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            favor_recall=recall,
            date_extraction_params=dict(_NO_SEARCH_FOR_DATES),
        )
    except _PARSER_FAILURES:
        return None
    return found if isinstance(found, Document) else None


def _completed(metadata: PageMetadata, document: Document) -> PageMetadata:
    """What the page does not say of itself, as trafilatura guesses it."""
    outlet = metadata.outlet or outlet_name(document.sitename or document.hostname or "")
    authors = [name for author in (document.author or "").split("; ") if (name := person_name(author))]
    return replace(
        metadata,
        title=_without_site(metadata.title or unescaped(document.title or ""), outlet),
        outlet=outlet,
        byline=metadata.byline or ", ".join(authors),
        url=metadata.url or (document.url or ""),
    )


def _without_site(title: str, outlet: str) -> str:
    """The title without the name of the site that is often put before or after it."""
    parts, site = _TITLE_PARTS.split(title), outlet.casefold()
    if len(parts) > 1 and site:
        first, last = parts[0].casefold(), parts[-1].casefold()
        if last in site or site in last:
            return title[: title.rindex(parts[-1])].rstrip(" |–—›»·•-:")
        if first == site:
            return title[title.index(parts[1], len(parts[0])) :]
    return title
