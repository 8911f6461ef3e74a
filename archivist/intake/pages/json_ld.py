# SPDX-License-Identifier: GPL-3.0-or-later
"""What a page says of its article in JSON-LD, the data for search engines."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml.etree import _Element

from archivist.intake.pages.strings import clean

_ARTICLE_TYPES = ("Article", "Posting", "Report")


def article_item(tree: _Element, titles: Sequence[str]) -> Mapping[str, Any]:
    """The item that describes the page's article: the one with the page's title, else the first."""
    items = [item for item in _items(tree) if _is_article(item)]
    for item in items:
        headline = clean(string_of(item.get("headline")))
        if headline and any(headline in title for title in titles):
            return item
    return items[0] if items else {}


def _items(tree: _Element) -> Iterator[Mapping[str, Any]]:
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


def string_of(value: Any) -> str:
    """A string, or the first of several; "" for what is none."""
    if isinstance(value, list) and value:
        value = value[0]
    return value if isinstance(value, str) else ""
