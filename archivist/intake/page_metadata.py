# SPDX-License-Identifier: GPL-3.0-or-later
"""What a page says of itself: in JSON-LD, in its meta elements, and beside its headline."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from archivist.dates import date_range
from archivist.errors import InvalidDate
from archivist.written_dates import written_date

_ARTICLE_TYPES = ("Article", "Posting", "Report")
_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "published_time",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created",
    "dcterms.date", "dc.date", "citation_publication_date", "article_date_original", "publication_date",
    "publication-date", "publish-date", "publish_date", "publishdate", "pubdate", "pub_date", "date",
)  # fmt: skip
_ISO_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?")
_EARLIEST = "1900"
_EPOCH = "1970-01-01"  # the date of pages whose maker had none
_LONGEST_TITLE = 500  # characters
_SPACE = re.compile(r"\s+")
_UNREAD = frozenset({"script", "style", "noscript", "template", "nav", "option"})
_CHANGED = re.compile("updat|modif", re.IGNORECASE)
_NEAR_AFTER = 1500  # characters after the headline in which its date line stands
_NEAR_BEFORE = 150
_SHORTEST_HEADLINE = 8


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


def page_metadata(tree: HtmlElement) -> PageMetadata:
    """What the head and the headline of a page say."""
    meta = _meta_elements(tree)
    headings = tuple(heading for element in tree.iter("h1") if (heading := shown_text(element)))
    titles = [meta.get("og:title", ""), meta.get("twitter:title", ""), shown_text(tree.find(".//title"))]
    item = _article_item(tree, titles)
    titles.insert(0, clean(_string(item.get("headline"))))
    # What the reader of the page sees above the article is best, if it is that which the head names.
    headline = next((heading for heading in headings if any(_is_most_of(heading, title) for title in titles)), "")
    title = headline or next(filter(None, titles), "")
    return PageMetadata(
        title=title[:_LONGEST_TITLE],
        description=meta.get("og:description") or meta.get("description") or clean(_string(item.get("description"))),
        outlet=meta.get("og:site_name") or _names(item.get("publisher")) or meta.get("application-name", ""),
        byline=_names(item.get("author")),
        published=_published(tree, item, meta, title),
        language=_language(tree, item),
        url=_url(tree, meta),
        section=meta.get("article:section") or clean(_string(item.get("articleSection"))),
    )


def clean(text: str) -> str:
    """One line, without white space at its ends."""
    return _SPACE.sub(" ", text).strip()


def shown_text(element: HtmlElement | None) -> str:
    """The text of an element as one line."""
    return "" if element is None else clean("".join(element.itertext()))


def _is_most_of(heading: str, title: str) -> bool:
    return heading in title and 2 * len(heading) >= len(title)


def _meta_elements(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = clean(element.get("content", ""))
        if content:
            for attribute in ("property", "name", "itemprop"):
                for name in element.get(attribute, "").lower().split():
                    found.setdefault(name, content)
    return found


# JSON-LD


def _article_item(tree: HtmlElement, titles: Sequence[str]) -> Mapping[str, Any]:
    """The item that describes the page's article: the one with the page's title, else the first."""
    items = [item for item in _items(tree) if _is_article(item)]
    for item in items:
        headline = clean(_string(item.get("headline")))
        if headline and any(headline in title for title in titles):
            return item
    return items[0] if items else {}


def _items(tree: HtmlElement) -> Iterator[Mapping[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in script.get("type", "").lower():
            continue
        try:
            waiting = deque([json.loads("".join(script.itertext()), strict=False)])
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.popleft()
            if isinstance(value, dict):
                yield value
                waiting.extend(value[name] for name in ("@graph", "mainEntity", "mainEntityOfPage") if name in value)
            elif isinstance(value, list):
                waiting.extend(value)


def _is_article(item: Mapping[str, Any]) -> bool:
    types = item.get("@type")
    return any(
        isinstance(name, str) and name.endswith(_ARTICLE_TYPES)
        for name in (types if isinstance(types, list) else [types])
    )


def _string(value: Any) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    return value if isinstance(value, str) else ""


def _names(value: Any) -> str:
    """The names of persons or organisations, by commas."""
    names: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        name = clean(_string(one.get("name") if isinstance(one, dict) else one))
        if name and name not in names and "://" not in name:
            names.append(name)
    return ", ".join(names)


# The date


def _published(tree: HtmlElement, item: Mapping[str, Any], meta: Mapping[str, str], headline: str) -> str:
    stated = [_string(item.get("datePublished")), *(meta[name] for name in _DATES if name in meta)]
    stated += [
        element.get("datetime") or element.get("content") or shown_text(element)
        for element in tree.xpath('.//*[@itemprop="datePublished"]|.//time[@pubdate]')
    ]
    return next((day for value in stated if (day := edtf_day(value))), "") or _near_headline(tree, headline)


def edtf_day(value: str) -> str:
    """The day (or month) of a date as machines or people write it, "" where it is none that can be meant."""
    iso = _ISO_DAY.fullmatch(value.strip())
    day = iso[1] if iso else written_date(value)
    try:
        return day if day and day >= _EARLIEST and day != _EPOCH and date_range(day) else ""
    except InvalidDate:
        return ""


def _near_headline(tree: HtmlElement, headline: str) -> str:
    """The date that stands alone closely after the headline, or right before it."""
    before, distance, passed = "", 0, not headline
    for element, text in _texts(tree):
        if passed and distance > _NEAR_AFTER:
            break
        if (
            not passed
            and element.tag in {"h1", "h2"}
            and len(clean(text)) > _SHORTEST_HEADLINE
            and clean(text) in headline
        ):
            before, distance, passed = before if distance < _NEAR_BEFORE else "", 0, True
            continue
        date = _date_of(element, text)
        if date and passed:
            return date
        if date and (not before or distance > _NEAR_BEFORE):
            before, distance = date, 0
        distance += len(text.strip())
    return before if passed else ""


def _date_of(element: HtmlElement, text: str) -> str:
    if _CHANGED.search(element.get("class", "") + element.get("itemprop", "")):
        return ""
    return (edtf_day(element.get("datetime") or "") if element.tag == "time" else "") or edtf_day(text)


def _texts(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Each piece of text with the element that it is in, in the order of the page."""
    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        parent = element.getparent()
        if event == "end":
            if element.tail and parent is not None:
                yield parent, element.tail
        elif element.tag in _UNREAD:
            walk.skip_subtree()
        elif element.text:
            yield element, element.text


# The rest


def _language(tree: HtmlElement, item: Mapping[str, Any]) -> str:
    declared = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang") or ""
    language = (declared or _string(item.get("inLanguage"))).strip().lower()[:2]
    if not re.fullmatch("[a-z]{2}", language):
        return ""
    return "uk" if language == "ua" else language  # the country's code, a frequent mistake


def _url(tree: HtmlElement, meta: Mapping[str, str]) -> str:
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
