# SPDX-License-Identifier: GPL-3.0-or-later
"""What a page says of itself: in JSON-LD, in its meta elements, and beside its headline."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml.etree import _Element

from archivist.intake.pages.authors import byline, names
from archivist.intake.pages.dates import published_day
from archivist.intake.pages.json_ld import article_item, string_of
from archivist.intake.pages.strings import clean, outlet_name, shown_text, unescaped

_LONGEST_TITLE = 500  # characters
_SHORTEST_HEADLINE = 8
_TITLE_MARKS = r"[|–—›»·•:-]"
_TITLE_PARTS = re.compile(r"\s+[|–—›»·•-]\s+|\s*::\s*")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What was found; "" for what was not."""

    title: str = ""
    description: str = ""
    outlet: str = ""
    byline: str = ""
    published: str = ""  # EDTF
    language: str = ""
    url: str = ""
    section: str = ""
    body: str = ""  # the text of the article as search engines are given it


def page_metadata(tree: _Element) -> PageMetadata:
    """What the head and the headline of a page say."""
    meta = _meta_elements(tree)
    headings, lower = _headings(tree, "h1"), _headings(tree, "h2")
    titles = [meta.get("og:title", ""), meta.get("twitter:title", ""), unescaped(shown_text(tree.find(".//title")))]
    item = article_item(tree, titles)
    titles.insert(0, unescaped(clean(string_of(item.get("headline")))))
    headline = _headline(headings, lower, list(filter(None, titles)))[:_LONGEST_TITLE]
    url = _url(tree, meta)
    outlet = _outlet(item, meta, url)
    return PageMetadata(
        title=_without_site(headline, outlet),
        description=meta.get("og:description") or meta.get("description") or clean(string_of(item.get("description"))),
        outlet=outlet,
        byline=byline(tree, item, meta),
        published=published_day(tree, item, meta, url, headline),
        language=_language(tree, item),
        url=url,
        section=meta.get("article:section") or clean(string_of(item.get("articleSection"))),
        body=string_of(item.get("articleBody")),
    )


def _outlet(item: Mapping[str, Any], meta: Mapping[str, str], url: str) -> str:
    stated = meta.get("og:site_name") or names(item.get("publisher")) or meta.get("application-name", "")
    return outlet_name(stated or url)


def _headings(tree: _Element, tag: str) -> list[str]:
    return [heading for element in tree.iter(tag) if (heading := unescaped(shown_text(element)))]


def _headline(headings: Sequence[str], lower: Sequence[str], titles: Sequence[str]) -> str:
    """What the reader sees above the article, if it is that which the head names; else the title of the head.

    lower are the headings below the highest, which on some pages is the name of the site.
    """
    for heading in (*headings, *lower):
        if any(_is_most_of(heading, title) for title in titles):
            return heading
    if not titles:
        return ""
    says_more = (one for one in headings if titles[0].casefold() in one.casefold() and len(one) <= _LONGEST_TITLE)
    return next(says_more, titles[0])


def _is_most_of(heading: str, title: str) -> bool:
    """Whether a heading is a title without the names of its section and its site."""
    if heading not in title:
        return False
    before, _, after = title.partition(heading)
    others = [part.strip() for part in re.split(rf"\s+{_TITLE_MARKS}\s+", f"{before} | {after}") if part.strip(" |")]
    return 2 * len(heading) >= len(title) or (
        len(heading) > _SHORTEST_HEADLINE
        and re.fullmatch(rf"(?:.*\s{_TITLE_MARKS}\s)?", before) is not None
        and re.fullmatch(rf"(?:\s{_TITLE_MARKS}\s.*)?", after) is not None
        and all(len(heading) > len(part) for part in others)
    )


def _meta_elements(tree: _Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = unescaped(clean(element.get("content", "")))
        if content:
            for attribute in ("property", "name", "itemprop"):
                for name in element.get(attribute, "").lower().split():
                    found.setdefault(name, content)
    return found


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


def _language(tree: _Element, item: Mapping[str, Any]) -> str:
    declared = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang") or ""
    language = (declared or string_of(item.get("inLanguage"))).strip().lower()[:2]
    if not re.fullmatch("[a-z]{2}", language):
        return ""
    return "uk" if language == "ua" else language  # the country's code, a frequent mistake


def _url(tree: _Element, meta: Mapping[str, str]) -> str:
    links = [
        element.get("href", "")
        for element in tree.iter("link")
        if "canonical" in element.get("rel", "").lower().split()
    ]
    url: str
    for url in (*links, meta.get("og:url", "")):
        if url.strip().startswith(("http://", "https://")):
            return url.strip()
    return ""
