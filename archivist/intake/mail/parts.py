# SPDX-License-Identifier: GPL-3.0-or-later
"""What a letter is made of: its text in the best form that it has, and what is attached to it."""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path

from archivist.decoding.encodings import Decoded, decode
from archivist.errors import ArchivistError, InvalidValue
from archivist.intake.accessories import is_accessory_type
from archivist.intake.mail.headers import file_name, header, lenient_base64, parameter
from archivist.intake.mail.markup import letter_blocks
from archivist.intake.pages.encoding import encoding_said_elsewhere, web_encoding
from archivist.intake.plain_text import decoding_warnings
from archivist.text import canonical

_DEEPEST = 50  # parts within each other
_BELIEVED = 20  # characters for each that cannot be read, and what the letter says of its encoding is believed
_ENOUGH = 0.7  # as many words as in the plain text, and the text with markup is the better one
_UNDECLARED = frozenset({"", "us-ascii", "ascii", "x-unknown", "unknown-8bit", "unknown", "default", "none"})
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_NOTICES = frozenset({"message/delivery-status", "message/disposition-notification", "text/rfc822-headers",
                      "message/feedback-report", "text/calendar", "text/x-vcard", "text/vcard", "text/directory",
                      "application/ics", "application/pgp-encrypted"})  # fmt: skip
_SUFFIXES = {"message/rfc822": ".eml", "text/html": ".html", "application/pdf": ".pdf", "text/plain": ".txt"}
_UU_BEGIN = re.compile(rb"^begin [0-7]{3,4} ([^\r\n]+)\r?\n", re.MULTILINE)
_UU_END = re.compile(rb"^end[ \t]*\r?$", re.MULTILINE)
_PARAGRAPH_END = re.compile(r"[^\S\n]+$", re.MULTILINE)
_SIGNATURE_MARK = "-- "
_PAGE = re.compile(r"\s*(?:<!doctype html|<html\b|<body\b)", re.IGNORECASE)
_TAG = re.compile(r"<[/!]?[a-zA-Z]")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a letter."""

    name: str
    raw: bytes
    suffix: str = ""  # by its media type, "" where the name tells more


@dataclass(slots=True)
class LetterText:
    """The text of a letter, as it is put together."""

    blocks: list[str] = field(default_factory=list)
    encodings: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    form: str = ""  # "html" or "plain"

    @property
    def words(self) -> int:
        """How much there is of it."""
        return sum(len(block.split()) for block in self.blocks)

    def add(self, other: LetterText) -> None:
        """Put another text behind this one."""
        self.blocks += other.blocks
        self.encodings += other.encodings
        self.warnings += other.warnings
        self.form = self.form or other.form


@dataclass(slots=True)
class Letter:
    """A letter taken apart."""

    text: LetterText = field(default_factory=LetterText)
    attachments: list[Attachment] = field(default_factory=list)
    encrypted: bool = False


def take_apart(message: Message, path: Path, encoding: str | None) -> Letter:
    """The text and the attachments of a letter; `encoding` overrules what it says of itself."""
    return _Taking(path, encoding).letter(message)


def payload(part: Message) -> bytes:
    """The bytes of a part, as they were before they were made fit for the mail; the header that says how is removed."""
    way = header(part, "content-transfer-encoding").lower().strip(" ;\"'")
    del part["content-transfer-encoding"]  # the standard library knows only how it should be written
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return b""
    if way.startswith("base64"):
        return lenient_base64(raw)
    if way.startswith("quoted"):
        return quopri.decodestring(raw)
    if "uu" in way:
        return next((content for _, content, _, _ in _uuencoded(raw)), raw)
    return raw


def _uuencoded(raw: bytes) -> Iterator[tuple[str, bytes, int, int]]:
    """The files that uuencode put into a text: name, content, and where each begins and ends."""
    position = 0
    while begin := _UU_BEGIN.search(raw, position):
        end = _UU_END.search(raw, begin.end())
        if end is None:
            return
        name = begin[1].decode("utf-8", "replace").strip()
        yield name, uudecoded(raw[begin.end() : end.start()]), begin.start(), end.end()
        position = end.end()


def uudecoded(raw: bytes) -> bytes:
    """What uuencode packed, as far as its lines can be read."""
    lines = []
    for line in raw.splitlines():
        try:
            lines.append(binascii.a2b_uu(line))
        except binascii.Error:  # some programs cut the last letters of a line, or add some
            length = ((line[:1] or b" ")[0] - 32) & 63
            needed = (length * 4 + 5) // 3
            try:
                lines.append(binascii.a2b_uu(line[:needed].ljust(needed)))
            except binascii.Error:
                continue
    return b"".join(lines)


class _Taking:
    """Goes through the parts of one letter."""

    def __init__(self, path: Path, encoding: str | None) -> None:
        self._path = path
        self._encoding = encoding
        self._letter = Letter()

    def letter(self, message: Message) -> Letter:
        self._letter.text.add(self._part(message, 0))
        return self._letter

    def _part(self, part: Message, depth: int) -> LetterText:
        """The text of a part; what it attaches is put aside."""
        kind = part.get_content_type().lower()
        if depth > _DEEPEST or kind in _NOTICES:
            return LetterText()
        if kind == "message/rfc822" or (kind.startswith("message/") and part.is_multipart()):
            self._attach_message(part)
            return LetterText()
        if part.is_multipart():
            return self._of_parts(part, kind, depth)
        if kind.startswith("multipart/"):  # whose parts cannot be found
            return self._text(part, "text/plain")
        attached = header(part, "content-disposition").lower().startswith("attachment") or bool(file_name(part))
        if kind.startswith("text/") and not attached and not is_accessory_type(kind):
            return self._text(part, kind)
        self._attach(part, kind)
        return LetterText()

    def _of_parts(self, part: Message, kind: str, depth: int) -> LetterText:
        self._letter.encrypted |= kind == "multipart/encrypted"
        parts = [one for one in part.get_payload() if isinstance(one, Message)]
        texts = [self._part(one, depth + 1) for one in parts]
        if kind == "multipart/alternative":
            return _best(texts)
        whole = LetterText()
        for text in texts:
            whole.add(text)
        return whole

    def _text(self, part: Message, kind: str) -> LetterText:
        raw = payload(part)
        if kind == "text/plain":
            raw = self._without_uuencoded(raw)
        try:
            read = decoded_text(raw, parameter(part, "charset"), self._encoding, self._path)
        except ArchivistError:
            return LetterText()
        text = canonical(read.text)
        if _TAG.search(text) if kind != "text/plain" else _PAGE.match(text):
            blocks, form = letter_blocks(text), "html"
        else:
            if parameter(part, "format") == "flowed":
                text = unflowed(text, joined=parameter(part, "delsp") == "yes")
            blocks, form = [_PARAGRAPH_END.sub("", text).strip("\n")], "plain"
        blocks = [block for block in blocks if block.strip()]
        return LetterText(blocks, [read.encoding], list(decoding_warnings(read)), form if blocks else "")

    def _without_uuencoded(self, raw: bytes) -> bytes:
        """The text without files that old programs put into it; these are attachments."""
        kept, position = [], 0
        for name, content, start, end in _uuencoded(raw):
            self._letter.attachments.append(Attachment(name, content))
            kept.append(raw[position:start])
            position = end
        return b"".join((*kept, raw[position:]))

    def _attach(self, part: Message, kind: str) -> None:
        if is_accessory_type(kind):
            return
        self._letter.encrypted |= kind in ("application/pkcs7-mime", "application/x-pkcs7-mime")
        suffix = _SUFFIXES.get(kind, "")
        name = file_name(part) or f"attachment {len(self._letter.attachments) + 1}{suffix}"
        self._letter.attachments.append(Attachment(name, payload(part), "" if "." in name else suffix))

    def _attach_message(self, part: Message) -> None:
        for inner in _messages(part):
            name = file_name(part) or header(inner, "subject") or f"attachment {len(self._letter.attachments) + 1}"
            self._letter.attachments.append(Attachment(name, as_bytes(inner), ".eml"))


def _messages(part: Message) -> Iterator[Message]:
    content = part.get_payload()
    if isinstance(content, list):
        yield from (one for one in content if isinstance(one, Message))


def as_bytes(message: Message) -> bytes:
    """A letter inside of another one as a file of its own."""
    try:
        return message.as_bytes()
    except (ValueError, LookupError, TypeError, AttributeError):  # headers that cannot be written again
        return payload(message)


def _best(texts: list[LetterText]) -> LetterText:
    """Of the forms of one text, the one with markup, unless it says less than the plain one."""
    written = [text for text in texts if text.blocks]
    plain = next((text for text in written if text.form == "plain"), None)
    rich = next((text for text in reversed(written) if text.form == "html"), None)
    if plain and rich:
        return rich if rich.words >= _ENOUGH * plain.words else plain
    return rich or plain or LetterText()


def decoded_text(raw: bytes, charset: str, encoding: str | None, path: Path) -> Decoded:
    """The text of a part: as the person says, else as the part says, unless that is plainly wrong.

    Raises EmptyFile, NotText, WrongEncoding, InvalidValue.
    """
    declared = "" if charset in _UNDECLARED else charset
    said = encoding or encoding_said_elsewhere(raw, declared)
    if said or not declared:
        return decode(raw, said, path=path)
    try:
        name = web_encoding(declared)
    except InvalidValue:
        return decode(raw, path=path)
    text = raw.decode(name, "replace")
    broken = text.count("\ufffd")
    if broken == 0 or broken * _BELIEVED > len(text) or name.startswith("utf"):  # 0: it is plainly another one
        return decode(raw, path=path)
    return Decoded(text, name, replaced=broken)


def unflowed(text: str, *, joined: bool) -> str:
    """A text whose paragraphs were broken into lines that end in a space (RFC 3676), with its paragraphs as they were.

    `joined` is DelSp: the space is not part of the text.
    """
    lines: list[str] = []
    open_depth = -1  # of quotation, of a paragraph that goes on
    for line in text.split("\n"):
        content = line.lstrip(">")
        depth = len(line) - len(content)
        content = content.removeprefix(" ")
        flows = content.endswith(" ") and content != _SIGNATURE_MARK
        kept = content[:-1] if flows and joined else content
        if open_depth == depth and content != _SIGNATURE_MARK:
            lines[-1] += kept
        else:
            lines.append(f"{'>' * depth} {kept}" if depth else kept)
        open_depth = depth if flows else -1
    return "\n".join(lines)
