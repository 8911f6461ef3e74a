# SPDX-License-Identifier: GPL-3.0-or-later
"""Who wrote the article of a page, as its data, its head or its byline say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from lxml.etree import _Element

from archivist.intake.pages.json_ld import string_of
from archivist.intake.pages.strings import clean, person_name, shown_text, unescaped

_META = (
    "author", "article:author", "dc.creator", "dc.creator.name", "dcterms.creator", "parsely-author", "sailthru.author",
    "citation_author", "byl", "byline", "twitter:creator:name",
)  # fmt: skip
_BYLINE_NAMES = re.compile(
    r"(?<![a-z])(?:by-?_?line(?:-?_?(?:name|author))?|author(?:s|-?_?name|-?_?link|-?_?title)?|vcard|fn|writer|reporter|autor"
    r"|(?:post|entry|article|news|story|meta)[_-]+(?:by|author)|reader-credits)(?![a-z])",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    "comment|avatar|bio|related|sidebar|footer|widget|teaser|share|follow|social|photo|image|recommend", re.IGNORECASE
)
# What stands before a name, with a colon or not.
_LABEL = re.compile(
    r"^\W*(?:(?:written |posted |published )?by"
    r"|(?:автор(?:и|ка|ы)?|текст|журналіст(?:ка)?|журналист(?:ка)?|author|von|par|por|di|door|autor(?:in|zy|ka)?|texte?|testo)"
    r"(?=\s*:|\s+[^\W\d_]))\s*:?\s+",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r"\s*(?:[|•·,–—]|\s-\s|\bon\b|\d).*$", re.DOTALL)
_MOST_ELEMENTS = 6  # of a byline; more are a list of authors of other articles


def byline(tree: _Element, item: Mapping[str, Any], meta: Mapping[str, str]) -> str:
    """The names of the authors, by commas; "" where the page names none."""
    return names(item.get("author"), person_name) or _from_meta(meta) or _from_page(tree)


def names(value: Any, as_name: Callable[[str], str] = clean) -> str:
    """The names of persons or organisations in JSON-LD, by commas."""
    ones = value if isinstance(value, list) else [value]
    return _joined(as_name(unescaped(string_of(one.get("name") if isinstance(one, dict) else one))) for one in ones)


def _from_meta(meta: Mapping[str, str]) -> str:
    return next((name for key in _META if (name := _name(meta.get(key, "")))), "")


def _name(text: str) -> str:
    """A name without what is said before it: “By”, “Автор:”."""
    return person_name(_LABEL.sub("", clean(text)))


def _from_page(tree: _Element) -> str:
    for elements in (_stated(tree), _named(tree)):
        found = [name for element in elements if (name := _shown_name(element))]
        if found and len(found) <= _MOST_ELEMENTS:
            return _joined(found)
    return ""


def _stated(tree: _Element) -> list[_Element]:
    found: list[_Element] = tree.xpath('.//*[@rel="author" or @itemprop="author"]')
    return [element for element in found if element.tag != "link"]


def _named(tree: _Element) -> Iterator[_Element]:
    """The first element that is named as a byline."""
    for element in tree.iter("a", "span", "div", "p", "address", "strong", "li", "em"):
        name = element.get("class")
        if name and _BYLINE_NAMES.search(name) and not _is_beside(element) and _shown_name(element):
            yield element
            return


def _is_beside(element: _Element) -> bool:
    """Whether an element stands with comments, portraits or other articles."""
    return any(
        _BESIDE.search(f"{one.get('class', '')} {one.get('id', '')}") for one in (element, *element.iterancestors())
    )


def _shown_name(element: _Element) -> str:
    inner = next(iter(element.xpath('.//*[@itemprop="name"]')), element)
    text = inner.get("content") or shown_text(inner)
    name = person_name(_AFTER_NAME.sub("", _LABEL.sub("", clean(text))))
    return name if any(char.isupper() for char in name) else ""


def _joined(found: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(name for name in found if name))
