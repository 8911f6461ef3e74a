# SPDX-License-Identifier: GPL-3.0-or-later
"""The headers of letters as text, however they were written: encoded words, bare 8-bit letters, folded, broken.

Sources: RFC 5322 (headers), RFC 2047 (encoded words), RFC 2231 (parameters), RFC 6532 (UTF-8).
"""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from datetime import date
from email.message import Message
from email.utils import collapse_rfc2231_value, getaddresses, parsedate_tz

from archivist.decoding.encodings import detect
from archivist.errors import ArchivistError, InvalidValue
from archivist.intake.pages.encoding import encoding_said_elsewhere, web_encoding
from archivist.text import one_line

_ENCODED_WORD = re.compile(rb"=\?([\w.:+-]+)(?:\*[\w-]*)?\?([bBqQ])\?(.*?)\?=(?=[\s\"(),<>]|=\?|$)", re.DOTALL)
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
_ADDRESS = re.compile(r"<?([^\s<>,;:\"()@]+@[\w.-]+)>?")
_LONGEST = 16 * 1024  # characters of a header
_COMMENT = re.compile(r"\s*\(.*")
_REMARK = re.compile(r"\([^()]*\)")
_AROUND_COLON = re.compile(r"\s*:\s*")
_FIRST_PARTS = 5
_YEAR_NOUGHT = re.compile(r"[a-z]\.?,?[ -](?:-\d+|000\d)\b", re.IGNORECASE)  # of programs that have no date to write
_EARLIEST_YEAR, _LATEST_YEAR = 1969, 2100


def header(message: Message, name: str) -> str:
    """The first header of this name on one line, "" where there is none."""
    return next(headers(message, name), "")


def headers(message: Message, name: str) -> Iterator[str]:
    """Every header of this name, each on one line."""
    for found, value in message.raw_items():
        if found.lower() == name.lower():
            yield decoded(str(value), _charset_of_text(message))


def _charset_of_text(message: Message) -> str:
    """The encoding that the text of a letter is said to be in; headers that name none are likely in the same."""
    for _ in range(_FIRST_PARTS):
        charset = parameter(message, "charset")
        content = message.get_payload()
        if charset or not isinstance(content, list) or not content or not isinstance(content[0], Message):
            return charset
        message = content[0]
    return ""


def decoded(value: str, charset: str = "") -> str:
    """A header as the parser of the standard library has it, bytes beyond ASCII as surrogates, as text on one line.

    `charset` is what bytes that name no encoding are likely to be in.
    """
    raw = value[:_LONGEST].encode("utf-8", "surrogateescape")
    parts, position = list[tuple[str, bytes]](), 0
    for match in _ENCODED_WORD.finditer(raw):
        between = raw[position : match.start()]
        if between.strip() or not parts:
            parts.append(("", between))
        word, encoding = _word(match[2], match[3]), match[1].decode("ascii").lower()
        if parts and parts[-1][0] == encoding:  # a character may begin in one word and end in the next
            word = parts.pop()[1] + word
        parts.append((encoding, word))
        position = match.end()
    parts.append(("", raw[position:]))
    return one_line("".join(_text(word, encoding, charset) for encoding, word in parts))


def _word(form: bytes, word: bytes) -> bytes:
    if form in b"qQ":
        return quopri.decodestring(word.replace(b"\r", b"").replace(b"\n", b""), header=True)
    return lenient_base64(word)


def lenient_base64(raw: bytes) -> bytes:
    """What base 64 packed, without what does not belong to it, whole or not."""
    letters = _NOT_BASE64.sub(b"", raw)
    letters = letters[: len(letters) - (len(letters) % 4 == 1)]
    try:
        return base64.b64decode(letters + b"=" * (-len(letters) % 4))
    except binascii.Error:
        return b""


def _text(raw: bytes, encoding: str, charset: str) -> str:
    """Bytes in the encoding that is named, or where none is, or not rightly, in the likeliest."""
    if encoding and encoding not in ("utf-8", "us-ascii"):
        try:
            return raw.decode(web_encoding(encoding), "replace")
        except InvalidValue:
            pass
    if raw.isascii():
        return raw.decode("ascii")
    try:
        return raw.decode(encoding_said_elsewhere(raw, charset) or "utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return detect(raw).text
    except ArchivistError:
        return raw.decode("utf-8", "replace")


def senders(message: Message) -> list[tuple[str, str]]:
    """The names and the addresses of those who wrote a letter, each "" where it is not known."""
    for name in ("from", "sender", "reply-to"):
        values = [str(value) for found, value in message.raw_items() if found.lower() == name]
        found = [pair for value in values for pair in _addresses(value, _charset_of_text(message))]
        if found:
            return found
    return []


def _addresses(value: str, charset: str) -> list[tuple[str, str]]:
    folded = " ".join(value[:_LONGEST].split())
    try:
        pairs = getaddresses([folded])
    except (ValueError, TypeError, IndexError, RecursionError):
        pairs = []
    if pairs and all(_ADDRESS.fullmatch(address) for _, address in pairs):
        return [(_name(decoded(name, charset), address), address) for name, address in pairs]
    # Not as it should be written: what stands before the address is the name.
    text = decoded(folded, charset)
    found = _ADDRESS.search(text)
    address = found[1] if found else ""
    return [(_name(text[: found.start()] if found else text, address), address)] if text else []


def _name(text: str, address: str) -> str:
    """A name without quotation marks and remarks, "" where it only repeats the address."""
    name = one_line(text.strip("\"'<> "))
    name = _COMMENT.sub("", name) or name.strip("()")
    return "" if name == address else name


def day_sent(message: Message) -> tuple[str, str]:
    """The day on which a letter was sent, where its sender was (EDTF), and what is written if that is no date."""
    written = header(message, "date")
    day = day_of(written)
    return day, "" if day else written


def day_of(written: str) -> str:
    """The day (EDTF) of a date as letters have it, where it was written; "" where it is none that can be meant."""
    try:
        parsed = parsedate_tz(_AROUND_COLON.sub(":", _REMARK.sub("", written)))
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    if parsed is None or _YEAR_NOUGHT.search(written) or not _EARLIEST_YEAR <= parsed[0] <= _LATEST_YEAR:
        return ""
    try:
        return date(*parsed[:3]).isoformat()
    except (ValueError, OverflowError):  # the latter of a day of many digits
        return ""


def file_name(part: Message) -> str:
    """The name that a letter gives to an attachment, "" where it gives none."""
    for header_name, parameter in (("content-disposition", "filename"), ("content-type", "name")):
        try:
            value = part.get_param(parameter, header=header_name)
            name = decoded(collapse_rfc2231_value(value)) if value else ""
        except (LookupError, ValueError, TypeError, AttributeError):
            continue
        if name:
            return name.replace("\\", "/").rsplit("/", 1)[-1]
    return ""


def parameter(part: Message, name: str) -> str:
    """A parameter of the content type, in lower case, "" where it is not given."""
    try:
        value = part.get_param(name)
        return collapse_rfc2231_value(value).strip().lower() if value else ""
    except (LookupError, ValueError, TypeError, AttributeError):
        return ""
