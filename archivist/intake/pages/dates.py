# SPDX-License-Identifier: GPL-3.0-or-later
"""The day on which the article of a page was published, as the page or its address says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from lxml.etree import _Element, iterwalk

from archivist.dates import date_range
from archivist.errors import InvalidDate
from archivist.intake.pages.boilerplate import is_of_another
from archivist.intake.pages.json_ld import string_of
from archivist.intake.pages.strings import clean, shown_text, text_of
from archivist.written_dates import written_date

_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "published_time",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created",
    "dcterms.date", "dc.date", "citation_publication_date", "article_date_original", "publication_date",
    "publication-date", "publish-date", "publish_date", "publishdate", "pubdate", "pub_date", "date",
)  # fmt: skip
_ISO_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?")
_ISO_MONTH_OR_YEAR = re.compile(r"\d{4}(?:-\d{2})?")
_DAY_IN_PATH = re.compile(r"[/_-](?P<year>\d{4})(?P<mark>[/_-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?=[/_-]|$)")
_LINE_PARTS = re.compile(r"\s+[|•·/]\s+")
_SHORT_YEAR = re.compile(r"(?:\d\d:\d\d,? )?(?P<day>\d\d)\.(?P<month>\d\d)\.(?P<year>\d\d)(?:,? \d\d:\d\d)?")
# A date line of which only the month has to be understood: “Donnerstag, 4. November 2021”.
_MONTH_NAMED = re.compile(r"(?:[^\W\d_]+\.?,? )?\d{1,2}\.? [^\W\d_]{3,12}\.? (?:19|20)\d\d(?:,? \d\d?[:h.]\d\d)?")
_DATE_NAME = re.compile(
    r"(?<![a-z])(?:date|datum|data|pub(?:lish(?:ed)?)?|posted|time|timestamp|dateline)(?![a-z])|date(?![a-z])|published",
    re.IGNORECASE,
)
_DATE_INSIDE = re.compile(
    r"\b(?:(?:19|20)\d\d-\d\d?-\d\d?|\d\d?[./]\d\d?[./](?:19|20)\d\d|\d\d?\.? [^\W\d_]{3,12}\.?,? (?:19|20)\d\d"
    r"|[^\W\d_]{3,10}\.? \d\d?(?:st|nd|rd|th)?,? (?:19|20)\d\d)\b"
)
# What says before a date that it is the one, wherever in its line it stands.
_LABELLED = re.compile(
    r"\b(?:published|posted|first published|опубліковано|опубликовано|розміщено|размещено|додано|добавлено"
    r"|дата (?:публікації|публикации|выхода|виходу))(?: on)?:?\s+(?:[^\W\d_]{2,11}\.?,? )?(?P<date>"
    + _DATE_INSIDE.pattern
    + ")",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_LONGEST_TEXT = 160  # characters; white space included
_EARLIEST = "1900"
_EPOCH = "1970-01-01"  # the date of pages whose maker had none
_UNREAD = frozenset({"script", "style", "noscript", "template", "nav", "option", "footer"})
_LONGEST_DATE_LINE = 120  # characters of the paragraph that a date stands in; a longer one is running text
_CHANGED = re.compile("updat|modif", re.IGNORECASE)
_NEAR_AFTER = 1500  # characters after the headline in which its date line stands
_FAR_BEFORE = 1000  # characters before it in which dates stand that matter at all
_NEAR_BEFORE = 150
_PARAGRAPHS_BETWEEN, _SHORTEST_PARAGRAPH = 3, 80  # a standfirst and captions may stand between; characters
_TEASER_LEVELS, _WORDS_OF_TEASER = 2, 4  # elements around a date, and words of a link in them
_SHORTEST_HEADLINE = 8
_HEADINGS = ("h1", "h2")
_HEADINGS_OF_TEASERS = ("h2", "h3", "h4", "h5", "h6")
_STANDING_OUT = frozenset({"b", "strong", "font", "big"})
_Text: TypeAlias = tuple[_Element, str]  # and the element that it is in


def published_day(tree: _Element, item: Mapping[str, Any], meta: Mapping[str, str], url: str, headline: str) -> str:
    """The day (EDTF, also a month or a year) of publication; nothing is guessed from the text of the article.

    item and meta are what the page says of itself, see page_metadata.py.
    """
    return (
        _stated_date(tree, item, meta)
        or day_in_address(url)
        or _near_headline(tree, headline)
        or _in_date_element(tree)
    )


def _stated_date(tree: _Element, item: Mapping[str, Any], meta: Mapping[str, str]) -> str:
    """The date that is said to be that of publication; nothing is guessed from the text of the page."""
    stated = [string_of(item.get("datePublished")), *(meta[name] for name in _DATES if name in meta)]
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


def _near_headline(tree: _Element, headline: str) -> str:
    """The date that stands alone closely after the headline, or right before it; the nearer of two.

    On old pages the headline is no heading, only bold or large.
    """
    texts = list(_texts(tree))
    return _near(texts, headline, _in_heading) or _near(texts, headline, _stands_out)


def _near(texts: Sequence[_Text], headline: str, is_headline: Callable[[_Element, str, str], bool]) -> str:
    place = next(
        (
            at
            for at, (element, text) in enumerate(texts)
            if len(text) > _SHORTEST_HEADLINE
            and len(line := clean(text)) > _SHORTEST_HEADLINE
            and is_headline(element, line, headline)
        ),
        None,
    )
    if place is None:
        return ""
    around = frozenset(texts[place][0].iterancestors())
    before, apart = _last_date(texts[_start(texts, place) : place], around)
    distance = paragraphs = 0
    for element, text in texts[place + 1 :]:
        if distance > _NEAR_AFTER or paragraphs > _PARAGRAPHS_BETWEEN:
            break
        date = _date_of(element, text, around)
        if date:
            return before if before and apart < distance else date
        distance += len(text.strip())
        paragraphs += len(text) > _SHORTEST_PARAGRAPH
    return before


def _start(texts: Sequence[_Text], place: int) -> int:
    """From where on texts may be near what stands at a place."""
    length = 0
    while place and length < _FAR_BEFORE:
        place -= 1
        length += len(texts[place][1].strip())
    return place


def _last_date(texts: Iterable[_Text], around: frozenset[_Element]) -> tuple[str, int]:
    """The last date, or the first of several close together, that is near the end, and how far from it."""
    before, distance = "", 0
    for element, text in texts:
        date = _date_of(element, text, around)
        if date and (not before or distance > _NEAR_BEFORE):
            before, distance = date, 0
        distance += len(text.strip())
    return (before, distance) if distance < _NEAR_BEFORE else ("", 0)


def _in_heading(element: _Element, text: str, headline: str) -> bool:
    return text in headline and (element.tag in _HEADINGS or next(element.iterancestors(*_HEADINGS), None) is not None)


def _stands_out(element: _Element, text: str, headline: str) -> bool:
    return text == headline and element.tag in _STANDING_OUT


def _in_date_element(tree: _Element) -> str:
    """The date in the first element that is named as holding one, whatever else it says."""
    for element in tree.iter(
        "span", "div", "p", "time", "small", "li", "em", "i", "b", "strong", "td", "h4", "h5", "h6"
    ):
        name = f"{element.get('class', '')} {element.get('id', '')}"
        if _DATE_NAME.search(name) and not _says_changed(name):
            text = shown_text(element)
            if (
                len(text) <= _LONGEST_DATE_LINE
                and (date := _date_inside(text))
                and not _is_of_another(element, frozenset())
            ):
                return date
    return ""


def _date_inside(text: str) -> str:
    match = _DATE_INSIDE.search(text)
    return _date_line(match[0]) if match else ""


def _date_of(element: _Element, text: str, around: frozenset[_Element]) -> str:
    """The date that a text is; around are the elements that the headline stands in."""
    if _says_changed(f"{element.get('class', '')} {element.get('itemprop', '')}"):
        return ""
    stated = edtf_day(element.get("datetime") or "") if element.tag == "time" else ""
    may_be_date = len(text) < _LONGEST_TEXT and _DIGIT.search(text) is not None
    date = stated or ((_date_line(text) or _labelled_date(text)) if may_be_date else "")
    return "" if date and (_is_running_text(element) or _is_of_another(element, around)) else date


def _says_changed(name: str) -> bool:
    """Whether a date is called that of a change; WordPress calls one that is both “published updated”."""
    return _CHANGED.search(name) is not None and "published" not in name.lower()


def _labelled_date(text: str) -> str:
    match = _LABELLED.search(clean(text))
    return _date_line(match["date"]) if match else ""


def _date_line(text: str) -> str:
    line = clean(text).strip(" |•·–—-,")
    parts = _LINE_PARTS.split(line)
    if len(parts) > 1:  # “8.01.2022 | 14:05 | Views: 5”
        return next(filter(None, map(_date_line, parts)), "")
    short = _SHORT_YEAR.fullmatch(line)
    if short:
        return edtf_day(f"20{short['year']}-{short['month']}-{short['day']}")
    if edtf_day(line) or not _MONTH_NAMED.fullmatch(line):
        return edtf_day(line)
    # Its imports take time that few pages need.
    from htmldate.extractors import regex_parse

    day = regex_parse(line)  # knows German, French and some other names of months
    return edtf_day(day.date().isoformat()) if day else ""


def _is_of_another(element: _Element, around: frozenset[_Element]) -> bool:
    """Whether what a date stands in, and the headline does not, is named as something else than the article."""
    for level, one in enumerate((element, *element.iterancestors())):
        if one in around or one.tag in ("body", "html") or one.find(".//h1") is not None:
            return False
        if is_of_another(one) or (level <= _TEASER_LEVELS and _is_teaser(one, element, level)):
            return True
    return False


def _is_teaser(around: _Element, date: _Element, level: int) -> bool:
    """Whether the element so many levels around a date has a link of several more words, another article's headline."""
    own = len(text_of(date).split())
    for link in around.iter("a"):
        count = len(" ".join(link.itertext()).split()) - (own if link in date.iterancestors() else 0)
        is_near = level < _TEASER_LEVELS or next(link.iterancestors(*_HEADINGS_OF_TEASERS), None) is not None
        if count >= _WORDS_OF_TEASER and is_near and "author" not in (link.get("rel") or ""):
            return True
    return False


def _is_running_text(element: _Element) -> bool:
    """Whether an element stands in a long paragraph."""
    paragraph = element if element.tag == "p" else next(element.iterancestors("p"), None)
    length = 0
    for text in () if paragraph is None else paragraph.itertext():
        length += len(text.strip())
        if length > _LONGEST_DATE_LINE:
            return True
    return False


def _texts(tree: _Element) -> Iterator[_Text]:
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
