# SPDX-License-Identifier: GPL-3.0-or-later
"""Web archives: WARC files, and ARC files before them. Each captured page is an article."""

from __future__ import annotations

import base64
import hashlib
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

from archivist.dates import date_range
from archivist.errors import InvalidDate
from archivist.intake.captures.http_messages import Body, HttpMessage, decode_body, parse_http
from archivist.intake.captures.warc_records import ARC_SIGNATURE, WARC_SIGNATURE, BrokenRecord, WarcRecord, read_records
from archivist.intake.captures.web_captures import (
    SUFFIXES,
    Sources,
    Survey,
    digest,
    document_type,
    frames,
    is_document,
    is_redirect,
    looks_like_page,
    survey,
)
from archivist.intake.members import read_member, with_warnings
from archivist.intake.packed import gzipped
from archivist.intake.pages.dates import day_in_address
from archivist.intake.pages.encoding import encoding_said_elsewhere
from archivist.intake.pages.strings import outlet_name
from archivist.intake.reader import ImportOptions, Reader
from archivist.model import ArticleDraft, Unread

_EXTENSIONS = (".warc", ".arc")
_LARGEST_PAGE = 64 << 20  # bytes
_SHORTEST_TEXT = 200  # bytes; what is shorter and plain a program was told
_LONGEST_SIGNATURE = 16  # bytes
_HEAD = 64 * 1024
_ANY_RECORD = b"\nWARC/1."
_NO_CONTENT = frozenset({204, 205})
_NOT_MODIFIED = 304
_FRACTION = re.compile(r"\.\d+(?=Z$)")
_WEB = ("http:", "https:", "ftp:")

_CUT_OFF = "The web archive ends, or is broken, in this page; this is what could be read of it."
_SHORTENED = "The crawler kept only the beginning of this page ({why})."
_ALTERED = "The page is not what was captured by the digest that was kept with it; it may have been altered."
_TOO_LARGE = "It is larger than {limit} bytes."
_ANSWERED = "The server answered {status} instead of a page."
_LEADS_ELSEWHERE = "It leads to {target}, which is not in the file."
_REPEATED = "It is the same page as {original}, captured again."
_UNCHANGED = "It only says that the page had not changed; the page itself, {original}, is not in the file."
_CONVERTED = "It was made of a page in the same file, whose article was kept."


@dataclass(slots=True)
class _Reading:
    """The articles of a web archive, as they are found."""

    path: Path
    options: ImportOptions
    survey: Survey
    titles: Mapping[str, str]
    found: list[tuple[str, ArticleDraft | Unread]] = field(default_factory=list)  # with the address
    sure: set[str] = field(default_factory=set)  # addresses that were asked for as pages
    framed: set[str] = field(default_factory=set)
    seen: dict[tuple[str, str], str] = field(default_factory=dict)  # the part, by address and digest

    def take(self, record: WarcRecord | BrokenRecord) -> None:
        """Make of a record what can be made of it."""
        if isinstance(record, BrokenRecord):
            self.found.append(("", Unread(f"record {record.number}", record.reason)))
        elif record.type in ("response", "resource", "conversion"):
            self._take_capture(record)
        elif record.type == "revisit":
            self._take_revisit(record)

    def pieces(self) -> list[ArticleDraft | Unread]:
        """All that was found, without what pages show in frames."""
        shown = self.framed - self.sure
        return [piece for address, piece in self.found if address not in shown]

    def _take_capture(self, record: WarcRecord) -> None:
        message = parse_http(record.block) if record.type == "response" else None
        asked = self.survey.asked_as_page(record)
        if message and (is_redirect(message) or not is_document(record, message)):
            self._take_answer(record, message, asked=asked)
            return
        if asked is False or not is_document(record, message):
            return
        if record.type == "conversion" and record.headers.get("warc-refers-to") in self.survey.page_records:
            self._tell(record, _CONVERTED)
            return
        if message and message.status in _NO_CONTENT:
            return
        body = decode_body(message) if message else Body(record.block, record.block)
        kind = document_type(record, message)
        if kind == "text/plain" and asked is None and record.type == "response" and len(body.raw) < _SHORTEST_TEXT:
            return
        self._take_page(record, message, body, SUFFIXES[kind], sure=bool(asked))

    def _take_page(
        self, record: WarcRecord, message: HttpMessage | None, body: Body, suffix: str, *, sure: bool
    ) -> None:
        if sure:
            self.sure.add(record.uri)
        part = _part(record)
        if body.unreadable or record.length > _LARGEST_PAGE:
            self._tell(record, body.unreadable or _TOO_LARGE.format(limit=_LARGEST_PAGE))
            return
        key = (record.uri, hashlib.sha256(body.raw).hexdigest())
        if key in self.seen:
            self._tell(record, _REPEATED.format(original=self.seen[key]))
            return
        self.seen[key] = part
        options = self.options
        if not options.encoding and message:
            options = replace(options, encoding=encoding_said_elsewhere(body.raw, message.charset))
        pieces = read_member(part, body.raw, self.path, options, suffix=suffix)
        warnings = (*_doubts(record, message, body), *body.warnings)
        self.framed |= frames(body.raw, record.uri) if suffix == ".html" else set()
        for piece in with_warnings(pieces, warnings):
            if isinstance(piece, ArticleDraft):
                self.found.append((record.uri, self._completed(piece, record)))
            elif sure or not self.survey.asked_from_page(record):
                self.found.append((record.uri, piece))

    def _completed(self, draft: ArticleDraft, record: WarcRecord) -> ArticleDraft:
        title = self.titles.get(record.uri, "") if draft.provenance and draft.provenance.reader != "html" else ""
        url = record.uri if record.uri.startswith(_WEB) else draft.url
        return replace(
            draft,
            title=title or draft.title,
            outlet=draft.outlet or outlet_name(_host(url)),
            url=url,
            published=draft.published or day_in_address(url),
            captured=_captured(record),
        )

    def _take_answer(self, record: WarcRecord, message: HttpMessage, *, asked: bool | None) -> None:
        """An answer that is no document: tell of it where a page was asked for and not had."""
        if 200 <= message.status < 300 or asked is False or not looks_like_page(record.uri):  # noqa: PLR2004 - HTTP
            return
        target = self.survey.destination(record.uri)
        if target in self.survey.pages or (asked is None and self.survey.asked_from_page(record)):
            return
        if is_redirect(message):
            if looks_like_page(target):
                self._tell(record, _LEADS_ELSEWHERE.format(target=target))
        elif message.status == _NOT_MODIFIED:
            self._tell(record, _UNCHANGED.format(original=record.uri))
        else:
            self._tell(record, _ANSWERED.format(status=message.status))

    def _take_revisit(self, record: WarcRecord) -> None:
        message = parse_http(record.block)
        if self.survey.asked_as_page(record) is False or (message and not is_document(record, message)):
            return
        target = record.headers.get("warc-refers-to-target-uri", "").strip("<>")
        date = record.headers.get("warc-refers-to-date", "")
        original = next(
            (uri for uri in (target, self.survey.by_digest.get(digest(record), ""), record.uri)
             if uri in self.survey.pages),
            "",
        )  # fmt: skip
        if original:
            self._tell(record, _REPEATED.format(original=f"{date} {original}".strip()))
        elif message or looks_like_page(record.uri):
            self._tell(record, _UNCHANGED.format(original=f"{date} {target or record.uri}".strip()))

    def _tell(self, record: WarcRecord, reason: str) -> None:
        self.found.append((record.uri, Unread(_part(record), reason)))


def read_captures(
    sources: Sources, path: Path, options: ImportOptions, titles: Mapping[str, str] | None = None
) -> list[ArticleDraft | Unread]:
    """The pages in the files of a web archive; `titles` of its pages by address, where a list came with it."""
    titles = titles or {}
    reading = _Reading(path, options, survey(sources, titles), titles)
    for source in sources:
        for record in read_records(source(), _LARGEST_PAGE):
            reading.take(record)
    return reading.pieces()


def read_warc(raw: bytes, path: Path, options: ImportOptions) -> Sequence[ArticleDraft | Unread]:
    """The pages in a WARC or ARC file."""
    return read_captures([lambda: raw], path, options)


def _part(record: WarcRecord) -> str:
    return f"{record.date} {record.uri}".strip() or f"record {record.number}"


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _captured(record: WarcRecord) -> str:
    date = _FRACTION.sub("", record.date)
    try:
        date_range(date)
    except InvalidDate:
        return ""
    return date


def _doubts(record: WarcRecord, message: HttpMessage | None, body: Body) -> Iterator[str]:
    if record.cut_off:
        yield _CUT_OFF
    if "warc-truncated" in record.headers:
        yield _SHORTENED.format(why=record.headers["warc-truncated"] or "unspecified")
    payloads = (message.body if message else record.block, body.dechunked, body.raw)
    blocks = (record.block,)
    if not record.cut_off and not (
        _agrees(record.headers.get("warc-payload-digest", ""), payloads)
        and _agrees(record.headers.get("warc-block-digest", ""), blocks)
    ):
        yield _ALTERED


def _agrees(said: str, possible: Sequence[bytes]) -> bool:
    """Whether one of the contents has the digest, which is “algorithm:value”, in base 32 or 16. Unknown ones agree."""
    name, _, value = said.partition(":")
    name = name.strip().lower().replace("-", "")
    if name not in ("sha1", "sha256", "sha512", "md5") or not value:
        return True
    digests = [hashlib.new(name, content, usedforsecurity=False).digest() for content in possible]
    forms = {form for one in digests for form in (one.hex(), base64.b32encode(one).decode().rstrip("=").lower())}
    return value.strip().rstrip("=").lower() in forms


def _sniff(raw: bytes, path: Path) -> bool:
    head = raw[:_LONGEST_SIGNATURE]
    if raw.startswith(gzipped.SIGNATURE):
        try:
            head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(raw[:_HEAD], _LONGEST_SIGNATURE)
        except zlib.error:
            head = b""
    if head.startswith((WARC_SIGNATURE, ARC_SIGNATURE)):
        return True
    # One whose beginning is damaged.
    named = path.name.lower().removesuffix(".gz").endswith(_EXTENSIONS)
    return named and (not head or _ANY_RECORD in raw)


WARC = Reader("warc", "Web archive (WARC, ARC)", _EXTENSIONS, "application/warc", _sniff, read_warc)
