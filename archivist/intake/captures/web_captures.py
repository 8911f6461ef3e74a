# SPDX-License-Identifier: GPL-3.0-or-later
"""What a web archive holds, and which of it are pages and not what pages are made of.

A crawler keeps all that a browser asked for. What was asked for as a page the request says, or the
list of pages that comes with the archive; where neither does, it is judged by its type, and what
pages show in frames is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin, urlsplit

from archivist.intake.accessories import is_accessory
from archivist.intake.captures.http_messages import HttpMessage, media_type, parse_http
from archivist.intake.captures.warc_records import WarcRecord, read_records
from archivist.intake.pages.html import HTML

Sources = Sequence[Callable[[], bytes]]  # the WARC files of an archive; each is read twice

_HEAD = 64 * 1024  # bytes of a block, in which its headers stand
_MOST_REDIRECTS = 10
_HTML = "text/html"
# The types of documents, each with the extension of its files.
SUFFIXES = {
    _HTML: ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/epub+zip": ".epub",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "multipart/related": ".mhtml",
}
_UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/download", "unknown/unknown",
                     "application/x-download", "application/force-download", "unk", "unknown", "no-type"})  # fmt: skip
_SERVED_TO_PROGRAMS = frozenset({"robots.txt", "ads.txt", "app-ads.txt", "security.txt", "humans.txt", "llms.txt"})
_FRAME = re.compile(rb"<iframe\b[^>]{0,2000}?\bsrc\s*=\s*[\"']?([^\"'\s>]{1,2000})", re.IGNORECASE)


@dataclass(slots=True)
class Survey:
    """What a web archive holds: who asked for what, what leads where, and which pages were had."""

    listed: frozenset[str] = frozenset()  # addresses of pages, where a list of them came with the archive
    requests: dict[str, Mapping[str, str]] = field(default_factory=dict)  # headers, by record and by address and date
    redirects: dict[str, str] = field(default_factory=dict)
    pages: set[str] = field(default_factory=set)  # addresses
    page_records: set[str] = field(default_factory=set)  # ids
    by_digest: dict[str, str] = field(default_factory=dict)  # addresses of pages

    def asked_as_page(self, record: WarcRecord) -> bool | None:
        """Whether a page was asked for; None where nothing says so or otherwise."""
        if self.listed:
            return _plain(record.uri) in self.listed
        kind = record.headers.get("warc-resource-type", "").lower()
        request = self._request(record)
        kind = request.get("sec-fetch-dest", "").lower() or kind
        if kind:
            return kind in ("document", "frame")
        accepted = request.get("accept", "").lower()
        if "x-requested-with" in request or accepted.startswith(("image/", "text/css", "application/json")):
            return False
        return None

    def asked_from_page(self, record: WarcRecord) -> bool:
        """Whether a page led to it, by a link or as a part of it."""
        return "referer" in self._request(record)

    def destination(self, uri: str) -> str:
        """Where redirects lead from there."""
        for _ in range(_MOST_REDIRECTS):
            target = self.redirects.get(uri)
            if target is None:
                break
            uri = target
        return uri

    def _request(self, record: WarcRecord) -> Mapping[str, str]:
        for key in (record.id, record.headers.get("warc-concurrent-to", ""), f"{record.date} {record.uri}"):
            if key in self.requests:
                return self.requests[key]
        return {}


def survey(sources: Sources, listed: Iterable[str] = ()) -> Survey:
    """Look through the files of a web archive; `listed` are the addresses of its pages, if there is a list."""
    found = Survey()
    answers = []
    for source in sources:
        for record in read_records(source(), _HEAD):
            if not isinstance(record, WarcRecord):
                continue
            message = parse_http(record.block) if record.type in ("request", "response", "revisit") else None
            if record.type == "request" and message:
                _note_request(found, record, message)
            elif message and is_redirect(message):
                found.redirects[record.uri] = urljoin(record.uri, message.headers["location"].replace(" ", "%20"))
            elif record.type in ("response", "resource") and is_document(record, message):
                answers.append((record.uri, record.id, digest(record)))
    found.listed = _listed(found, listed, {uri for uri, _, _ in answers})
    for uri, record_id, payload in answers:
        found.pages.add(uri)
        found.page_records.add(record_id)
        if payload:
            found.by_digest[payload] = uri
    return found


def _note_request(found: Survey, record: WarcRecord, message: HttpMessage) -> None:
    for key in (record.id, record.headers.get("warc-concurrent-to", ""), f"{record.date} {record.uri}"):
        if key:
            found.requests[key] = message.headers


def _listed(found: Survey, listed: Iterable[str], answered: set[str]) -> frozenset[str]:
    """The listed pages, and where they redirect to; none where the list speaks of other things than the archive."""
    addresses = set(listed)
    addresses |= {found.destination(address) for address in addresses}
    plain = frozenset(map(_plain, addresses))
    return plain if any(_plain(uri) in plain for uri in answered) else frozenset()


def _plain(uri: str) -> str:
    """An address without what is never sent, and without what does not tell pages apart."""
    return uri.partition("#")[0].rstrip("/").partition("://")[2].lower()


def is_redirect(message: HttpMessage) -> bool:
    """Whether the server sent the browser elsewhere."""
    return 300 <= message.status < 400 and bool(message.headers.get("location"))  # noqa: PLR2004 - HTTP


def is_document(record: WarcRecord, message: HttpMessage | None) -> bool:
    """Whether it is of a type that articles come in, and was answered."""
    if message is not None and not 200 <= message.status < 300:  # noqa: PLR2004 - HTTP
        return False
    if not record.uri.startswith(("http:", "https:", "ftp:", "file:")):
        return False
    return document_type(record, message) in SUFFIXES


def document_type(record: WarcRecord, message: HttpMessage | None) -> str:
    """The media type of what was captured, by its content where nothing is said."""
    said = message.media_type if message else media_type(record.headers.get("content-type", ""))
    content = message.body if message else record.block
    if said in _UNTOLD:
        if content.startswith(b"%PDF-"):
            return "application/pdf"
        return _HTML if HTML.sniff(content, Path()) else said
    if said == "text/plain" and PurePosixPath(urlsplit(record.uri).path).name.lower() in _SERVED_TO_PROGRAMS:
        return ""
    return said


def looks_like_page(uri: str) -> bool:
    """Whether an address may be that of a page, by how it ends."""
    try:
        name = PurePosixPath(urlsplit(uri).path).name
    except ValueError:
        return True
    return uri.startswith(("http:", "https:")) and not is_accessory(name, b"") and name not in _SERVED_TO_PROGRAMS


def digest(record: WarcRecord) -> str:
    """The digest of what was captured, as the archive says it, in one form."""
    algorithm, _, value = record.headers.get("warc-payload-digest", "").partition(":")
    return f"{algorithm.replace('-', '').lower()}:{value}" if value else ""


def frames(page: bytes, uri: str) -> set[str]:
    """The addresses of what a page shows in frames of its own."""
    found = set()
    for match in _FRAME.finditer(page):
        try:
            found.add(urljoin(uri, match[1].decode("utf-8", "replace").replace("&amp;", "&")).partition("#")[0])
        except ValueError:
            continue
    return found
