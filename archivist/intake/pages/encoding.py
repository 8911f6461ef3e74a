# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of a saved page, whose encoding it declares, often rightly."""

from __future__ import annotations

import re
from pathlib import Path

from archivist.decoding.encodings import Decoded, contradicts, decode, known_encoding
from archivist.errors import InvalidValue

_DECLARED = re.compile(
    rb"""<meta\b[^>]{0,1000}?\bcharset\s*=\s*["']?\s*([\w.:-]+)|<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
_HEAD = 16 * 1024  # bytes
# As the WHATWG Encoding Standard reads them: what these names mean on the web.
_ON_THE_WEB = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "koi8-ru": "koi8-u",
    "x-cp1251": "cp1251",
    "x-mac-cyrillic": "mac-cyrillic",
    "unicode": "utf-16",
}


def decode_page(raw: bytes, encoding: str | None, path: Path) -> tuple[Decoded, tuple[str, ...]]:
    """The text of a page, and what is doubtful about it. Raises as encodings.decode does."""
    if encoding:
        return decode(raw, encoding, path=path), ()
    declared = declared_encoding(raw)
    if not declared or declared.startswith(("utf-8", "utf-16", "utf-32")):
        # These forms are recognised for certain, whatever a page says of them.
        decoded = decode(raw, path=path)
        wrong = bool(declared) and decoded.guessed
        return decoded, (_contradiction(declared, decoded.encoding),) if wrong else ()
    rather = contradicts(raw, declared)
    if rather:
        return decode(raw, rather, path=path), (_contradiction(declared, rather),)
    text = raw.decode(declared, "replace")
    if text.count("\ufffd") * 100 > len(text) or "\x00" in text:
        decoded = decode(raw, path=path)
        return decoded, (_contradiction(declared, decoded.encoding),)
    decode(raw, declared if "\ufffd" not in text else "latin-1", path=path)  # refuses what is no text
    return Decoded(text, declared, replaced=text.count("\ufffd")), ()


def declared_encoding(raw: bytes) -> str:
    """The encoding that a page names in its head, by Python's name; "" where it names none that exists."""
    match = _DECLARED.search(raw[:_HEAD])
    if match is None:
        return ""
    try:
        return web_encoding((match[1] or match[2]).decode("ascii", "ignore"))
    except InvalidValue:
        return ""


def web_encoding(name: str) -> str:
    """Python's name of an encoding as pages and letters name it. Raises InvalidValue."""
    return known_encoding(_ON_THE_WEB.get(name.lower(), name.lower()))


def encoding_said_elsewhere(raw: bytes, name: str) -> str | None:
    """The encoding that a header beside the bytes names, where they name none themselves and it fits them."""
    if not name or declared_encoding(raw):
        return None
    try:
        encoding = web_encoding(name)
        raw.decode(encoding)
    except (InvalidValue, UnicodeError):
        return None
    return None if contradicts(raw, encoding) else encoding


def _contradiction(declared: str, found: str) -> str:
    return f"The page says that it is in {declared}, but is in {found}."
