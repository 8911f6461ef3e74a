# SPDX-License-Identifier: GPL-3.0-or-later
"""RTF as tokens, and the code pages of its fonts."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?|(?P<hex>(?:\\'[0-9A-Fa-f]{2})+)|\\(?P<symbol>[^A-Za-z])"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}]+)",
    re.DOTALL,
)
_NEWLINES = re.compile(rb"[\r\n\x00]+")
SYMBOL_FONT = "symbol"
_CHARSETS = {
    2: SYMBOL_FONT, 77: "mac-roman", 78: "shift_jis", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk",
    136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_CODE_PAGES = {
    10000: "mac-roman",
    10007: "mac-cyrillic",
    20866: "koi8-r",
    21866: "koi8-u",
    65001: "utf-8",
    709: "",
    42: "",
}


class Token(NamedTuple):
    """A control word or symbol with its number, a brace, or bytes of text."""

    kind: str  # word, symbol, brace, text
    value: str
    number: int | None = None
    raw: bytes = b""


def tokens(raw: bytes) -> Iterator[Token]:
    """The tokens of a file; binary data is passed over."""
    position = 0
    while position < len(raw):
        match = _TOKEN.match(raw, position)
        if match is None:  # a backslash at the end
            return
        position = match.end()
        if match["word"]:
            number = int(match["number"]) if match["number"] else None
            word = match["word"].decode("ascii")
            if word == "bin":
                position += max(0, number or 0)
            else:
                yield Token("word", word, number)
        elif match["hex"]:
            yield Token("text", "", raw=bytes.fromhex(match["hex"].replace(b"\\'", b"").decode("ascii")))
        elif match["symbol"]:
            yield Token("symbol", match["symbol"].decode("latin-1"))
        elif match["brace"]:
            yield Token("brace", match["brace"].decode("ascii"))
        else:
            text = _NEWLINES.sub(b"", match["text"])
            if text:
                yield Token("text", "", raw=text)


def code_page(number: int) -> str:
    """The encoding of a Windows code page as Python names it, "" where it is not known."""
    name = _CODE_PAGES.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name if name else ""
    except LookupError:
        return ""


def font_encoding(charset: int | None, font_code_page: int | None, name: str) -> str:
    """The encoding of the text in a font, "" where it is that of the file."""
    if font_code_page:
        return code_page(font_code_page)
    if charset in _CHARSETS:
        return _CHARSETS[charset]
    return "cp1251" if name.rstrip(";").casefold().endswith(" cyr") else ""
