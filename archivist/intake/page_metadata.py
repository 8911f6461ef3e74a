# SPDX-License-Identifier: GPL-3.0-or-later
"""What a page says of itself: in JSON-LD, in its meta elements, and beside its headline."""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

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
_ISO_MONTH_OR_YEAR = re.compile(r"\d{4}(?:-\d{2})?")
_DAY_IN_PATH = re.compile(r"[/_-](?P<year>\d{4})(?P<mark>[/_-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?=[/_-]|$)")
_SHORT_YEAR = re.compile(r"(?P<day>\d\d)\.(?P<month>\d\d)\.(?P<year>\d\d)(?:,? \d\d:\d\d)?")
# A date line of which only the month has to be understood: “Donnerstag, 4. November 2021”.
_MONTH_NAMED = re.compile(r"(?:[^\W\d_]+\.?,? )?\d{1,2}\.? [^\W\d_]{3,12}\.? (?:19|20)\d\d(?:,? \d\d?[:h.]\d\d)?")
_EARLIEST = "1900"
_EPOCH = "1970-01-01"  # the date of pages whose maker had none
_LONGEST_TITLE = 500  # characters
_SPACE = re.compile(r"\s+")
_UNREAD = frozenset({"script", "style", "noscript", "template", "nav", "option", "footer"})
_LONGEST_DATE_LINE = 120  # characters of the paragraph that a date stands in; a longer one is running text
_CHANGED = re.compile("updat|modif", re.IGNORECASE)
_NEAR_AFTER = 1500  # characters after the headline in which its date line stands
_NEAR_BEFORE = 150
_SHORTEST_HEADLINE = 8
_HEADINGS = ("h1", "h2")

_LONGEST_NAME = 100  # characters
_TITLE_MARKS = r"[|–—›»·•:-]"
# With its semicolon: without, “?a=1&copy=2” would be changed.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_ADDRESS = re.compile(r"\b(?:www|https?|com|org|net)\b|[/@]", re.IGNORECASE)
# Words of buttons and forms that stand where a name is expected.
_INTERFACE = re.compile(
    r"\b(?:user ?name|log ?in|sign (?:in|up)|follow|subscribe|share|comments?|cookies?|menu|read more"
    r"|увійти|підписатися|підписатись|стежити|поділитися|поділитись|коментарі|читати далі"
    r"|войти|подписаться|поделиться|комментарии|читать далее)\b"
    r"|^(?:(?:the )?authors?|admin(?:istrator)?|user|guest|unknown|null|none|автори?|авторы|адмін|админ)$",
    re.IGNORECASE,
)


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
    headings = tuple(heading for element in tree.iter("h1") if (heading := unescaped(shown_text(element))))
    titles = [meta.get("og:title", ""), meta.get("twitter:title", ""), unescaped(shown_text(tree.find(".//title")))]
    item = _article_item(tree, titles)
    titles.insert(0, unescaped(clean(_string(item.get("headline")))))
    title = _headline(headings, list(filter(None, titles)))
    url = _url(tree, meta)
    return PageMetadata(
        title=title[:_LONGEST_TITLE],
        description=meta.get("og:description") or meta.get("description") or clean(_string(item.get("description"))),
        outlet=outlet_name(
            meta.get("og:site_name") or _names(item.get("publisher")) or meta.get("application-name", "")
        ),
        byline=_names(item.get("author"), person_name),
        published=_stated_date(tree, item, meta) or day_in_address(url) or _near_headline(tree, title),
        language=_language(tree, item),
        url=url,
        section=meta.get("article:section") or clean(_string(item.get("articleSection"))),
    )


def clean(text: str) -> str:
    """One line, without soft hyphens and white space at its ends."""
    return _SPACE.sub(" ", text.replace("\xad", "")).strip()


def shown_text(element: HtmlElement | None) -> str:
    """The text of an element as one line."""
    return "" if element is None else clean("".join(element.itertext()))


def unescaped(text: str) -> str:
    """The text with the characters that entities stand for, which were escaped twice."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)


def person_name(text: str) -> str:
    """The name of an author, "" where it is an address or a word of the page's buttons and forms."""
    name = clean(text)
    return "" if len(name) > _LONGEST_NAME or _ADDRESS.search(name) or _INTERFACE.search(name) else name


def outlet_name(text: str) -> str:
    """The name of an outlet; of an address only the host, without www."""
    name = clean(text)
    if " " in name or not ("://" in name or name.casefold().startswith("www.")):
        return name
    try:
        host = urlsplit(name if "://" in name else f"//{name}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _headline(headings: Sequence[str], titles: Sequence[str]) -> str:
    """What the reader sees above the article, if it is that which the head names; else the title of the head."""
    for heading in headings:
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


def _meta_elements(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = unescaped(clean(element.get("content", "")))
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
            waiting = deque([json.loads(_without_cdata("".join(script.itertext())), strict=False)])
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.popleft()
            if isinstance(value, dict):
                yield value
                waiting.extend(value[name] for name in ("@graph", "mainEntity", "mainEntityOfPage") if name in value)
            elif isinstance(value, list):
                waiting.extend(value)


def _without_cdata(script: str) -> str:
    """The data of a script that is made ready for XML: //<![CDATA[ … //]]>"""
    code = script.strip()
    if "<![CDATA[" not in code[:40]:
        return code
    return code.partition("<![CDATA[")[2].rpartition("]]>")[0].strip("/* \t\r\n")


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


def _names(value: Any, as_name: Callable[[str], str] = clean) -> str:
    """The names of persons or organisations, by commas."""
    names: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        name = as_name(unescaped(_string(one.get("name") if isinstance(one, dict) else one)))
        if name and name not in names:
            names.append(name)
    return ", ".join(names)


# The date


def _stated_date(tree: HtmlElement, item: Mapping[str, Any], meta: Mapping[str, str]) -> str:
    """The date that is said to be that of publication; nothing is guessed from the text of the page."""
    stated = [_string(item.get("datePublished")), *(meta[name] for name in _DATES if name in meta)]
    stated += [
        element.get("datetime") or element.get("content") or shown_text(element)
        for element in tree.xpath('.//*[@itemprop="datePublished"]|.//time[@pubdate]')
    ]
    return next((date for value in stated if (date := edtf_day(value) or _month_or_year(value))), "")


def _month_or_year(value: str) -> str:
    date = value.strip()
    return date if _ISO_MONTH_OR_YEAR.fullmatch(date) and _can_be_meant(date) else ""


def day_in_address(url: str) -> str:
    """The day (EDTF) that an address names in its path, as /2022/01/08/ or /2022-01-08-flood; else ""."""
    try:
        match = _DAY_IN_PATH.search(urlsplit(url).path)
    except ValueError:
        return ""
    return edtf_day(f"{match['year']}-{match['month']:0>2}-{match['day']:0>2}") if match else ""


def edtf_day(value: str) -> str:
    """The day (or month) of a date as machines or people write it, "" where it is none that can be meant."""
    iso = _ISO_DAY.fullmatch(value.strip())
    day = iso[1] if iso else written_date(value)
    return day if _can_be_meant(day) else ""


def _can_be_meant(date: str) -> bool:
    try:
        return _EARLIEST <= date != _EPOCH and date_range(date) is not None
    except InvalidDate:
        return False


def _near_headline(tree: HtmlElement, headline: str) -> str:
    """The date that stands alone closely after the headline, or right before it; the nearer of two."""
    before, distance, passed, apart = "", 0, False, 0
    for element, text in _texts(tree):
        if passed and distance > _NEAR_AFTER:
            break
        if not passed and len(clean(text)) > _SHORTEST_HEADLINE and clean(text) in headline and _in_heading(element):
            before, apart = (before, distance) if distance < _NEAR_BEFORE else ("", 0)
            distance, passed = 0, True
            continue
        date = _date_of(element, text)
        if date and passed:
            return before if before and apart < distance else date
        if date and (not before or distance > _NEAR_BEFORE):
            before, distance = date, 0
        distance += len(text.strip())
    return before if passed else ""


def _in_heading(element: HtmlElement) -> bool:
    return element.tag in _HEADINGS or next(element.iterancestors(*_HEADINGS), None) is not None


def _date_of(element: HtmlElement, text: str) -> str:
    if _CHANGED.search(element.get("class", "") + element.get("itemprop", "")):
        return ""
    date = (edtf_day(element.get("datetime") or "") if element.tag == "time" else "") or _date_line(text)
    return "" if date and _is_running_text(element) else date


def _date_line(text: str) -> str:
    line = clean(text).strip(" |•·–—-,")
    short = _SHORT_YEAR.fullmatch(line)
    if short:
        return edtf_day(f"20{short['year']}-{short['month']}-{short['day']}")
    if edtf_day(line) or not _MONTH_NAMED.fullmatch(line):
        return edtf_day(line)
    # Its imports take time that few pages need.
    from htmldate.extractors import regex_parse  # noqa: PLC0415

    day = regex_parse(line)  # knows German, French and some other names of months
    return edtf_day(day.date().isoformat()) if day else ""


def _is_running_text(element: HtmlElement) -> bool:
    """Whether an element stands in a long paragraph."""
    paragraph = element if element.tag == "p" else next(element.iterancestors("p"), None)
    length = 0
    for text in () if paragraph is None else paragraph.itertext():
        length += len(text.strip())
        if length > _LONGEST_DATE_LINE:
            return True
    return False


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
