# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters: what mail programs save as .eml and, on a Mac, as .emlx."""

from __future__ import annotations

import email
import re
from collections.abc import Sequence
from email import policy
from email.message import Message
from pathlib import Path

from archivist import __version__
from archivist.errors import FileEncrypted, FileUnsafe, NoTextFound
from archivist.intake.accessories import is_accessory
from archivist.intake.mail.headers import day_sent, header, senders
from archivist.intake.mail.parts import Letter, take_apart
from archivist.intake.members import read_member
from archivist.intake.reader import ImportOptions, Reader, source_name
from archivist.language.detect import detect_language
from archivist.model import ArticleDraft, Provenance, Unread
from archivist.structure import short_title
from archivist.text import canonical

_EXTENSIONS = (".eml", ".emlx", ".email")
_HEAD = 64 * 1024  # bytes
_NAME = rb"[!-9;-~]{1,76}"
_FIRST_HEADER = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,200}(?:\d{1,10}\s*\n)?(?:From [^\r\n]*\r?\n)?" + _NAME + rb"[ \t]*:"
)
_HEADER_NAME = re.compile(rb"^(" + _NAME + rb")[ \t]*:", re.MULTILINE)
_SPACED_NAME = re.compile(rb"^(" + _NAME + rb")[ \t]+:", re.MULTILINE)
_CONTINUED = re.compile(rb"[ \t]|" + _NAME + rb"[ \t]*:|From |>From ")
_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n|\r\r|\Z")
_LENGTH_FIRST = re.compile(rb"\s*(\d{1,10})[ \t]*\r?\n")  # of .emlx
_MAILBOX_LINE = re.compile(rb">?From (?![ \t]*:)")
_KNOWN = frozenset(
    (b"from", b"to", b"cc", b"subject", b"date", b"received", b"return-path", b"message-id", b"mime-version", b"sender",
     b"content-type", b"delivered-to", b"reply-to", b"content-transfer-encoding", b"list-id", b"in-reply-to",
     b"references", b"x-mailer", b"x-original-to", b"dkim-signature", b"authentication-results")
)  # fmt: skip
_ONLY_IN_LETTERS = frozenset((b"received", b"return-path", b"message-id", b"mime-version", b"delivered-to",
                              b"dkim-signature", b"x-original-to"))  # fmt: skip
_MOST_LINES = 4_000_000  # each of which the parser keeps in memory; an attachment of 200 MB has 3.7 million
_ENOUGH = 3  # known headers that make a letter
_SAVED_PAGE = (b"snapshot-content-location", b"<saved by")
_BULK = ("list-unsubscribe", "list-id", "list-post")
_LIST_NAME = re.compile(r'^"?([^"<]+?)"?\s*<')
_ANGLE = re.compile(r"<[^<>]*>")

_WRONG_DATE = "The date of the letter, “{written}”, cannot be understood."


def read_mail(raw: bytes, path: Path, options: ImportOptions) -> Sequence[ArticleDraft | Unread]:
    """The letter and what is attached to it. Raises NoTextFound, FileEncrypted, FileUnsafe."""
    if raw.count(b"\n") > _MOST_LINES:
        raise FileUnsafe(path, f"the letter has more than {_MOST_LINES} lines")
    try:
        message = email.message_from_bytes(_mended(_message_of(raw)), policy=policy.compat32)
        letter = take_apart(message, path, options.encoding)
    except RecursionError as error:
        raise FileUnsafe(path, "its parts lie too deep within each other") from error
    pieces: list[ArticleDraft | Unread] = []
    if letter.text.blocks:
        pieces.append(_draft(message, letter, path))
    for attachment in letter.attachments:
        if attachment.raw and not is_accessory(attachment.name, attachment.raw):
            pieces += read_member(attachment.name, attachment.raw, path, options, suffix=attachment.suffix)
    if not pieces:
        raise FileEncrypted(path) if letter.encrypted else NoTextFound(path)
    return pieces


def _draft(message: Message, letter: Letter, path: Path) -> ArticleDraft:
    subject = canonical(header(message, "subject"))
    text = letter.text
    blocks = text.blocks if not subject or _is_headline(text.blocks[0], subject) else [subject, *text.blocks]
    body = canonical("\n\n".join(blocks))
    published, wrong = day_sent(message)
    warnings = [*dict.fromkeys(text.warnings)]
    if wrong:
        warnings.append(_WRONG_DATE.format(written=wrong))
    encodings = [*dict.fromkeys(text.encodings)]
    provenance = Provenance(
        source_name(path), MAIL.name, __version__, encodings[0] if encodings else None, {"text": text.form}
    )
    return ArticleDraft(
        title=subject or short_title(body),
        body=body,
        outlet=_outlet(message),
        byline=", ".join(dict.fromkeys(name or address for name, address in senders(message))),
        published=published,
        language=detect_language(body),
        provenance=provenance,
        warnings=tuple(warnings),
    )


def _is_headline(block: str, subject: str) -> bool:
    return block.partition("\n")[0].strip().casefold() == subject.casefold()


def _outlet(message: Message) -> str:
    """Who sends letters to many; a person who writes to another is no outlet."""
    if not any(header(message, name) for name in _BULK):
        return ""
    named = _LIST_NAME.match(header(message, "list-id"))
    if named and named[1].strip():
        return named[1].strip()
    name, address = next(iter(senders(message)), ("", ""))
    return name or address.rpartition("@")[2].lower()


def _message_of(raw: bytes) -> bytes:
    """The letter alone, without what mail programs on a Mac, and mailboxes, write around it."""
    length = _LENGTH_FIRST.match(raw)
    if length and _HEADER_NAME.match(raw, length.end()):
        raw = raw[length.end() : length.end() + int(length[1])]
    if _MAILBOX_LINE.match(raw):
        raw = raw.partition(b"\n")[2]
    return raw.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")


def _mended(raw: bytes) -> bytes:
    """The letter with headers that the parser takes: no space before a colon, and no line among them that is none."""
    end = _END_OF_HEADERS.search(raw)
    head = raw[: end.start()] if end else raw
    lines = _SPACED_NAME.sub(rb"\1:", head).splitlines(keepends=True)
    last = max((number for number, line in enumerate(lines) if _known(line)), default=0)
    for number, line in enumerate(lines[:last]):
        if number and not _CONTINUED.match(line):
            lines[number] = b" " + line  # of the header before it
    return b"".join(lines) + raw[len(head) :]


def _known(line: bytes) -> bool:
    name = _HEADER_NAME.match(line)
    return name is not None and name[1].lower() in _KNOWN


def looks_like_letter(raw: bytes, *, named: bool) -> bool:
    """Whether a file begins with the headers of a letter; fewer will do where its name says that it is one."""
    head = raw[:_HEAD]
    if not _FIRST_HEADER.match(head):
        return named and b":" in head and b"\x00" not in head
    end = _END_OF_HEADERS.search(head, len(head) - len(head.lstrip()))
    head = head[: end.start()] if end else head
    if any(mark in head.lower() for mark in _SAVED_PAGE):
        return False
    names = {name.lower() for name in _HEADER_NAME.findall(head)} & _KNOWN
    return bool(names) if named else len(names) >= _ENOUGH and bool(names & _ONLY_IN_LETTERS)


def _sniff(raw: bytes, path: Path) -> bool:
    return looks_like_letter(raw, named=path.name.lower().endswith(_EXTENSIONS))


MAIL = Reader("mail", "Letter (EML)", _EXTENSIONS, "message/rfc822", _sniff, read_mail)
