# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a document of Taguette, as it counts them and as a person reads them.

It counts the bytes of UTF-8 of all text that is in the HTML, elements left out, so that nothing
stands between two paragraphs. A person reads them in two lines: what is counted keeps its place
among the line ends that are put in.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right

# What is no text. A tag or comment without an end takes all that follows, as in a browser.
_MARKUP = re.compile(
    r"""<!--.*?(?:-->|\Z)|<!(?:[^>]*+)(?:>|\Z)"""
    r"""|</?(?P<name>[A-Za-z][^\s/>]*)(?:=\s*"[^"]*(?:"|\Z)|=\s*'[^']*(?:'|\Z)|[^>])*+(?:>|\Z)""",
    re.DOTALL,
)
# Elements that a browser shows on lines of their own.
_LINES = frozenset(("p", "br", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "div", "blockquote", "pre", "hr"))
_LINES |= frozenset(("table", "tr", "td", "th", "dl", "dt", "dd", "figure", "figcaption", "section", "article"))


class CountedText:
    """The text of some HTML; `text` is for reading, `counted` what is counted of it."""

    def __init__(self, source: str) -> None:
        self._starts: list[int] = []  # in bytes of what is counted, of each piece
        self._places: list[int] = []  # in code points of `text`, of each piece
        self._pieces: list[str] = []
        self._read: list[str] = []
        self._bytes = 0
        self._points = 0
        self._is_new_line = False
        source = source.replace("\r\n", "\n").replace("\r", "\n")
        at = 0
        for markup in _MARKUP.finditer(source):
            self._add(source[at : markup.start()])
            at = markup.end()
            self._is_new_line = self._is_new_line or (markup["name"] or "").lower() in _LINES
        self._add(source[at:])
        self.text = "".join(self._read)
        self.counted = "".join(self._pieces)

    def _add(self, piece: str) -> None:
        words = html.unescape(piece)
        if not words:
            return
        begins_line = "\n" in words[: len(words) - len(words.lstrip())]
        if self._is_new_line and self._read and not begins_line and not self._read[-1].endswith("\n"):
            self._read.append("\n")
            self._points += 1
        self._is_new_line = False
        self._starts.append(self._bytes)
        self._places.append(self._points)
        self._pieces.append(words)
        self._read.append(words)
        self._bytes += len(words.encode("utf-8", "replace"))
        self._points += len(words)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where in `text` the counted bytes from start to end are; None where they are no whole characters of it."""
        if not 0 <= start < end <= self._bytes:
            return None
        first, last = bisect_right(self._starts, start) - 1, bisect_left(self._starts, end) - 1
        begins, ends = self._place(first, start), self._place(last, end)
        return None if begins is None or ends is None else (begins, ends)

    def words(self, start: int, end: int) -> str:
        """What is counted from start to end, places in `text`."""
        found = []
        for place, piece in zip(self._places, self._pieces, strict=True):
            found.append(piece[max(0, start - place) : max(0, end - place)])
        return "".join(found)

    def _place(self, number: int, offset: int) -> int | None:
        try:
            before = self._pieces[number].encode("utf-8", "replace")[: offset - self._starts[number]].decode()
        except UnicodeDecodeError:
            return None
        return self._places[number] + len(before)
