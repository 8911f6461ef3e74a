# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages that were saved while their source was shown: the page is the text of the file."""

from __future__ import annotations

import re

from lxml.etree import LxmlError
from lxml.html import HTMLParser, document_fromstring

_FIREFOX = re.compile(r"<body\b[^>]*\bid=[\"']?viewsource\b", re.IGNORECASE)
_CHROME = re.compile(r"<td\b[^>]*\bclass=[\"']?line-content\b", re.IGNORECASE)
_HEAD = 4096  # characters
_LINES = {"firefox": ".//pre", "chrome": './/td[contains(@class, "line-content")]'}


def source_shown(page: str) -> str:
    """The page whose source this page shows, "" where it shows none."""
    head = page[:_HEAD]
    browser = "firefox" if _FIREFOX.search(head) else "chrome" if _CHROME.search(head) else ""
    if not browser:
        return ""
    try:
        tree = document_fromstring(page.encode(errors="ignore"), parser=HTMLParser(encoding="utf-8", no_network=True))
        lines = ["".join(line.itertext()) for line in tree.xpath(_LINES[browser])]
    except (LxmlError, ValueError):
        return ""
    source = "\n".join(lines)
    return source if "<" in source else ""
