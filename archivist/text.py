# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of a revision and places in it.

Every offset of the program is a code point offset into a text that has been through canonical();
UTF-16 positions, as Qt counts, exist only behind Utf16Map.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

_NEWLINE = re.compile("\r\n|[\r\x85\u2028\u2029]")
_DROPPED = re.compile("[\x00\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_SHORTENED = re.compile("\r\n|[\x00\ud800-\udfff]")  # what canonical() makes shorter wherever it stands
_BEFORE_TEXT = re.compile("[\ufeff\x00\ud800-\udfff]*")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# A grapheme cluster always begins at one of these, so a scan may start there.
_SURE_BOUNDARY = re.compile(r"[ \n]")
_LONGEST_SCAN = 1000  # code points back; where no such place is so near, a scan begins anywhere

# How alike the surroundings of a quote must be, from 0 to 1, and how much more than at the next best place.
_LIKE_ENOUGH = 0.5
_CLEARLY_BETTER = 0.1
_TELLING = 24  # code points; a quote so long is known by itself where it stands only once


def one_line(raw: str) -> str:
    """The form in which names and metadata are stored: canonical, on one line, without control characters."""
    if raw.isprintable():  # as nearly all are: of spaces it holds the plain one only, and nothing to be dropped
        return " ".join(unicodedata.normalize("NFC", raw).split())
    return " ".join(_CONTROL.sub(" ", canonical(raw)).split()).lstrip("\ufeff ")  # a BOM may stand after blanks


def canonical(raw: str, *, compose: bool = True) -> str:
    """The form in which a text is stored: line ends as \\n, without BOM, NUL and lone surrogates.

    compose=True also brings it into NFC. A plain text is stored uncomposed, because offsets that
    another program counted in it must go on pointing at the same characters.
    """
    text = _DROPPED.sub("", _NEWLINE.sub("\n", raw)).lstrip("\ufeff")
    return unicodedata.normalize("NFC", text) if compose else text


def text_sha256(text: str) -> str:
    """The hash that identifies a text: of its UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


class CanonicalMap:
    """Where the code points of a raw text stand in canonical(raw, compose=False)."""

    __slots__ = ("_gone", "_raw")

    def __init__(self, raw: str) -> None:
        first = _BEFORE_TEXT.match(raw)
        begins = first.end() if first else 0
        # What has no place of its own; of a line end of two characters that is the second.
        self._gone = [*range(begins), *(found.end() - 1 for found in _SHORTENED.finditer(raw, begins))]
        self._raw = raw

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span, half-open, of the same characters; a line end that is cut is taken whole."""
        if 0 < start < end and self._raw[start - 1 : start + 1] == "\r\n":
            start -= 1
        return start - bisect_left(self._gone, start), end - bisect_left(self._gone, end)


class Utf16Map:
    """Converts between code points and UTF-16 units of one text, in O(log of its astral characters)."""

    __slots__ = ("_astral", "_astral_utf16", "length", "utf16_length")

    def __init__(self, text: str) -> None:
        self._astral = [] if text.isascii() else [m.start() for m in _ASTRAL.finditer(text)]
        self._astral_utf16 = [start + i for i, start in enumerate(self._astral)]
        self.length = len(text)
        self.utf16_length = len(text) + len(self._astral)

    def to_utf16(self, offset: int) -> int:
        """The UTF-16 position of a code point offset."""
        if not 0 <= offset <= self.length:
            raise ValueError(f"code point {offset} is outside 0..{self.length}")
        return offset + bisect_left(self._astral, offset)

    def to_code_point(self, position: int) -> int:
        """The code point offset of a UTF-16 position; the middle of a surrogate pair is refused."""
        if not 0 <= position <= self.utf16_length:
            raise ValueError(f"UTF-16 position {position} is outside 0..{self.utf16_length}")
        before = bisect_left(self._astral_utf16, position)
        if before and position == self._astral_utf16[before - 1] + 1:
            raise ValueError(f"UTF-16 position {position} is inside a surrogate pair")
        return position - before


def shortened(text: str, length: int = 40) -> str:
    """A text on one line and no longer than that, as a menu or a title can show it."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


def whole_graphemes(text: str, start: int, end: int) -> tuple[int, int]:
    """The smallest span [start, end) of whole grapheme clusters that holds the given one."""
    return _boundary_before(text, start), _boundary_after(text, end)


@cache
def _grapheme() -> regex.Pattern[str]:
    import regex  # when it is first needed, as many processes never need it

    return regex.compile(r"\X")


def _clusters_around(text: str, offset: int) -> tuple[int, int]:
    """The start and end of the cluster that holds the code point at offset."""
    scan, nearest = offset, max(0, offset - _LONGEST_SCAN)
    while scan > nearest and not _SURE_BOUNDARY.match(text, scan):
        scan -= 1
    for match in _grapheme().finditer(text, scan):
        if match.end() > offset:
            return match.start(), match.end()
    return offset, offset


def _boundary_before(text: str, offset: int) -> int:
    return offset if offset in (0, len(text)) else _clusters_around(text, offset)[0]


def _boundary_after(text: str, offset: int) -> int:
    if offset in (0, len(text)):
        return offset
    start, end = _clusters_around(text, offset)
    return offset if start == offset else end


def surroundings(text: str, start: int, end: int, width: int = 32) -> tuple[str, str]:
    """Up to width code points before and after a span, cut at grapheme boundaries."""
    before = _boundary_after(text, max(0, start - width))
    after = _boundary_before(text, min(len(text), end + width))
    return text[before:start] if before < start else "", text[end:after] if end < after else ""


def occurrences(text: str, quote: str) -> list[int]:
    """The start of every occurrence of quote, overlapping ones included."""
    found, start = [], text.find(quote) if quote else -1
    while start >= 0:
        found.append(start)
        start = text.find(quote, start + 1)
    return found


def locate_quote(text: str, quote: str, prefix: str = "", suffix: str = "") -> int | None:
    """Where quote stands in text, told apart from its other occurrences by what surrounds it.

    None where it is absent, or where the surroundings do not single one occurrence out: a wrong
    place is worse than none. A single occurrence of a short quote has to have its surroundings, too.
    """
    starts = occurrences(text, quote)
    if not starts:
        return None
    if len(starts) == 1 and (len(quote) >= _TELLING or not (prefix or suffix)):
        return starts[0]
    scored = sorted(
        ((agreement(text, start, start + len(quote), prefix, suffix), start) for start in starts),
        reverse=True,
    )
    best, start = scored[0]
    second = scored[1][0] if len(scored) > 1 else 0.0
    return start if best > _LIKE_ENOUGH and best - second > _CLEARLY_BETTER else None


def is_amid(text: str, start: int, end: int, prefix: str, suffix: str) -> bool:
    """Whether a span that is long enough to be known by itself, or what surrounds it, is as it is expected to be."""
    if end - start >= _TELLING or not (prefix or suffix):
        return True
    return agreement(text, start, end, prefix, suffix) > _LIKE_ENOUGH


def agreement(text: str, start: int, end: int, prefix: str, suffix: str) -> float:
    """How alike the surroundings of a span are to the expected ones, from 0 to 1."""
    from difflib import SequenceMatcher

    if not prefix and not suffix:
        return 0.0
    before = text[max(0, start - len(prefix)) : start]
    after = text[end : end + len(suffix)]
    return SequenceMatcher(None, before + "\0" + after, prefix + "\0" + suffix, autojunk=False).ratio()
