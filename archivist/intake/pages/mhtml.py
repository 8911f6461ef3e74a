# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages that a browser saved into one file with all that they are made of (MHTML, RFC 2557).

Chrome, Firefox with MAF, Internet Explorer, Opera and Word write them. The file is split by its
boundaries and only the page itself is unpacked, so that pictures cost neither time nor memory.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from email.message import Message
from email.parser import BytesHeaderParser
from itertools import islice
from pathlib import Path
from urllib.parse import urljoin

from archivist.errors import ArchivistError, NoTextFound
from archivist.intake.mail.headers import header, lenient_base64, parameter
from archivist.intake.pages.dates import day_in_address
from archivist.intake.pages.encoding import decode_page, encoding_said_elsewhere
from archivist.intake.pages.html import page_draft
from archivist.intake.pages.saved_from import edtf_time, from_address
from archivist.intake.pages.strings import outlet_name
from archivist.intake.reader import ImportOptions, Reader
from archivist.model import ArticleDraft
from archivist.structure import short_title

_EXTENSIONS = (".mht", ".mhtml")
_OF_LETTERS = frozenset({".eml", ".emlx"})
_HEAD = 16 * 1024  # bytes, in which the headers of the file stand
_DEEPEST = 5  # multiparts within each other
_MOST_PARTS = 20_000
_END_OF_HEADERS = re.compile(rb"\r?\n[ \t]*\r?\n")
_HEADER = re.compile(rb"\s*[A-Za-z][A-Za-z0-9-]*:[^\n]*\n")
_ANY_BOUNDARY = re.compile(rb"^--([^\s-][^\r\n]{0,200})\r?$", re.MULTILINE)
_OF_SAVED_PAGE = re.compile(
    rb"^(?:snapshot-content-location:|x-maf|from:\s*\"?<?saved by|content-location:\s*(?:https?|file):)",
    re.IGNORECASE | re.MULTILINE,
)
_OF_LETTER = re.compile(
    rb"^(?:to|cc|received|message-id|delivered-to|return-path|reply-to):", re.IGNORECASE | re.MULTILINE
)
_MULTIPART = re.compile(
    rb"^content-type:\s*(?:multipart/(?:related|alternative)|text/html)", re.IGNORECASE | re.MULTILINE
)
_FRAME = re.compile(r"<i?frame\b[^>]{0,2000}?\bsrc\s*=\s*[\"']?(?P<source>[^\"'\s>]{1,2000})", re.IGNORECASE)
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_FEW = 400  # characters of an article; the text of a page with frames is likely in one of them
_CUT_OFF = "The file is cut off; the end of the page may be missing."
_IN_FRAME = "The text stands in a frame of the page."


@dataclass(frozen=True, slots=True)
class _Part:
    """A file that a page is made of, as it is packed."""

    headers: Message
    packed: bytes

    @property
    def location(self) -> str:
        return header(self.headers, "content-location").replace(" ", "")

    def raw(self) -> bytes:
        """Its bytes. What is damaged is unpacked as far as it can be."""
        way = header(self.headers, "content-transfer-encoding").lower()
        if way.startswith("quoted"):
            return quopri.decodestring(self.packed)
        return lenient_base64(self.packed) if way.startswith("base64") else self.packed


@dataclass(frozen=True, slots=True)
class _SavedPage:
    """The headers of the file and the pages among its parts, the main one first."""

    headers: Message
    pages: Sequence[_Part]
    whole: bool

    @property
    def url(self) -> str:
        stated = (header(self.headers, name) for name in ("snapshot-content-location", "content-location"))
        return next((url for url in (*stated, self.pages[0].location) if url.startswith(("http://", "https://"))), "")


def read_mhtml(raw: bytes, path: Path, options: ImportOptions) -> list[ArticleDraft]:
    """The article of a page saved with its parts. Raises NoTextFound, WrongEncoding, InvalidValue."""
    saved = _taken_apart(raw, path)
    draft = _with_frames(saved, path, options)
    where = from_address(saved.url)
    captured = where.captured or edtf_time(header(saved.headers, "date"))
    provenance = draft.provenance and replace(draft.provenance, reader=MHTML.name)
    return [
        replace(
            draft,
            title=_title(draft, saved),
            url=where.url or draft.url,
            outlet=draft.outlet or outlet_name(where.url),
            published=draft.published or day_in_address(where.url),
            captured=captured or draft.captured,
            provenance=provenance,
            warnings=draft.warnings if saved.whole else (_CUT_OFF, *draft.warnings),
        )
    ]


def _title(draft: ArticleDraft, saved: _SavedPage) -> str:
    """The title; of a page that names none, that of the file, which the beginning of a text would stand for."""
    subject = header(saved.headers, "subject")
    has_none = draft.title == short_title(draft.body)
    return subject if subject and has_none else draft.title


def _with_frames(saved: _SavedPage, path: Path, options: ImportOptions) -> ArticleDraft:
    """The article of the main page, or where it has hardly any text, of the frame in it that has the most."""
    try:
        draft = _draft(saved.pages[0], path, options)
        if len(draft.body) > _FEW:
            return draft
        drafts = [draft]
    except NoTextFound:
        drafts = []
    for frame in _frames(saved):
        try:
            inner = _draft(frame, path, options)
            drafts.append(replace(inner, warnings=(*inner.warnings, _IN_FRAME)))
        except ArchivistError:
            continue
    if not drafts:
        raise NoTextFound(path)
    return max(drafts, key=lambda one: len(one.body))


def _draft(page: _Part, path: Path, options: ImportOptions) -> ArticleDraft:
    raw = page.raw()
    encoding = options.encoding or encoding_said_elsewhere(raw, parameter(page.headers, "charset"))
    decoded, warnings = decode_page(raw, encoding, path)
    return page_draft(decoded, path, warnings)


def _frames(saved: _SavedPage) -> Iterator[_Part]:
    """The pages that the main page shows in frames."""
    main = saved.pages[0]
    by_name = {page.location: page for page in saved.pages[1:]}
    by_name |= {f"cid:{header(page.headers, 'content-id').strip('<>')}": page for page in saved.pages[1:]}
    for match in _FRAME.finditer(main.raw().decode("utf-8", "ignore")):
        source = match["source"].replace("&amp;", "&")
        frame = by_name.get(source) or by_name.get(_joined(main.location or saved.url, source))
        if frame:
            yield frame


def _joined(base: str, source: str) -> str:
    try:
        return urljoin(base, source)
    except ValueError:
        return ""


# The file


def _taken_apart(raw: bytes, path: Path) -> _SavedPage:
    headers, body = _split(raw.lstrip())
    found, whole = [], True
    for part, closed in _parts(headers, body, 0):
        whole = whole and closed
        if part.headers.get_content_type() in _PAGES:
            found.append(part)
    if not found:
        raise NoTextFound(path)
    start = header(headers, "snapshot-content-location")
    root = parameter(headers, "start").strip("<>")  # in lower case
    main = next(
        (
            part
            for part in found
            if (root and root == header(part.headers, "content-id").strip("<>").lower())
            or (start and part.location == start)
        ),
        found[0],
    )
    return _SavedPage(headers, [main, *(part for part in found if part is not main)], whole)


def _split(raw: bytes) -> tuple[Message, bytes]:
    """The headers of a part and what comes after them."""
    end = _END_OF_HEADERS.search(raw, 0, _HEAD)
    head, body = (raw[: end.start()], raw[end.end() :]) if end else (b"", raw)
    return BytesHeaderParser().parsebytes(head), body


def _parts(headers: Message, body: bytes, depth: int) -> Iterator[tuple[_Part, bool]]:
    """The parts that are no multiparts themselves, each with whether its end was found."""
    if headers.get_content_maintype() != "multipart" or depth > _DEEPEST:
        yield _Part(headers, body), True
        return
    line = re.compile(rb"^--" + re.escape(_boundary(headers, body)) + rb"(?P<last>--)?[ \t]*\r?$", re.MULTILINE)
    marks = list(islice(line.finditer(body), _MOST_PARTS))
    for number, mark in enumerate(marks):
        if mark["last"]:
            break
        closed = number + 1 < len(marks)
        end = marks[number + 1].start() if closed else len(body)
        inner, content = _split(body[mark.end() : end].lstrip())
        for part, whole in _parts(inner, content, depth + 1):
            yield part, whole and closed


def _boundary(headers: Message, body: bytes) -> bytes:
    """What parts the parts: as the headers say, or where it stands nowhere, the first line that looks like it."""
    stated = headers.get_boundary()
    if stated and stated.encode("utf-8", "surrogateescape") in body:
        return stated.encode("utf-8", "surrogateescape")
    match = _ANY_BOUNDARY.search(body)
    return match[1].rstrip() if match else b"\0"


def _sniff(raw: bytes, path: Path) -> bool:
    head = raw[:_HEAD].lstrip()
    end = _END_OF_HEADERS.search(head)
    if end is None or not _HEADER.match(head):
        return False
    head = head[: end.start()]
    if _OF_SAVED_PAGE.search(head):
        return True
    if path.suffix.lower() in _EXTENSIONS:
        return _MULTIPART.search(head) is not None
    is_letter = path.suffix.lower() in _OF_LETTERS or _OF_LETTER.search(head) is not None
    return _MULTIPART.search(head) is not None and not is_letter


MHTML = Reader("mhtml", "Web page in one file (MHTML)", _EXTENSIONS, "multipart/related", _sniff, read_mhtml)
