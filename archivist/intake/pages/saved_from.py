# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a page was saved from and when, as browsers, their extensions and web archives write it into the page."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_NAME_OF_ZONE = re.compile(r"\s*\([^()]*\)$")
_DAY = re.compile(r"\d{8}")
_HEAD = 16 * 1024  # characters, in which such notes stand
_TAIL = 4 * 1024  # or in which web archives write
_URL = r"(?P<url>https?://[^\s\"'<>]+)"

_SAVED_FROM = re.compile(rf"<!--\s*saved from url=\(\d+\){_URL}", re.IGNORECASE)
_SINGLE_FILE = re.compile(
    rf"Page saved with SingleFile(?:Z)?\s*url:\s*{_URL}\s*saved date:\s*(?P<date>\w{{3}} \w{{3}} \d\d? \d{{4}}[^(\n]*)"
)
_MONOLITH = re.compile(rf"<!--\s*Saved from {_URL} at (?P<date>\S+) using monolith", re.IGNORECASE)
_HTTRACK = re.compile(
    r"<!--\s*Mirrored from (?P<url>\S+) by HTTrack[^,]*,\s*(?P<date>\w{3}, \d\d? \w{3} \d{4} [\d:]+ GMT)"
)
_SCRAPBOOK = re.compile(rf"data-scrapbook-source=[\"']{_URL}")
_SCRAPBOOK_DATE = re.compile(r"data-scrapbook-create=[\"'](?P<date>\d{14})")
_SAVE_PAGE_WE = re.compile(rf"<meta\s+name=[\"']?savepage-url[\"']?\s+content=[\"']{_URL}", re.IGNORECASE)
_SAVE_PAGE_WE_DATE = re.compile(
    r"<meta\s+name=[\"']?savepage-date[\"']?\s+content=[\"'](?P<date>[^\"']+)", re.IGNORECASE
)
_READER_VIEW = re.compile(rf"<a\s[^>]*?reader-domain[^>]*?href=[\"']{_URL}")
_GOOGLE_CACHE = re.compile(
    rf"Google(?:'|’|&#39;)s cache of (?:<a[^>]*>)?{_URL}.{{0,400}}?appeared on (?P<date>[\w :]+GMT)", re.DOTALL
)
_WAYBACK_ADDRESS = re.compile(rf"https?://web\.archive\.org/web/(?P<date>\d{{8,14}})(?:[a-z]{{2}}_)?/{_URL}")
_ARCHIVE_TODAY = re.compile(
    rf"https?://archive\.(?:today|is|ph|fo|li|md|vn)/(?P<date>\d{{4}}\.\d\d\.\d\d-\d{{6}})/{_URL}"
)
_WAYBACK_NOTE = re.compile(r"FILE ARCHIVED ON (?P<date>\d\d:\d\d:\d\d \w{3} \d\d, \d{4}) AND RETRIEVED FROM THE")
_TOOLBAR_BEGINS, _TOOLBAR_ENDS = "<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<!-- END WAYBACK TOOLBAR INSERT -->"
# Every address of a page in the Wayback Machine leads through it.
_THROUGH_WAYBACK = re.compile(r"/web/\d{8,14}(?:[a-z]{2}_)?/(?=https?://)")
_WAYBACK_BEFORE = re.compile(r"(?:https?:)?(?://web\.archive\.org)?\Z")  # an address through it
_LONGEST_BEFORE = len("https://web.archive.org")


@dataclass(frozen=True, slots=True)
class SavedFrom:
    """An address and a time (EDTF), "" for what is not known."""

    url: str = ""
    captured: str = ""


def saved_from(page: str) -> SavedFrom:
    """What a page says of how it came to be a file."""
    ends = page[:_HEAD] if len(page) <= _HEAD else f"{page[:_HEAD]}\n{page[-_TAIL:]}"
    for pattern in (_SINGLE_FILE, _MONOLITH, _WAYBACK_ADDRESS, _ARCHIVE_TODAY, _HTTRACK, _GOOGLE_CACHE):
        match = pattern.search(ends)
        if match:
            url = match["url"] if "://" in match["url"] else f"http://{match['url']}"
            return SavedFrom(html.unescape(url), edtf_time(match["date"] or "") or _archived(ends))
    for address, time in ((_SAVE_PAGE_WE, _SAVE_PAGE_WE_DATE), (_SCRAPBOOK, _SCRAPBOOK_DATE)):
        match = address.search(ends)
        if match:
            date = time.search(ends)
            return SavedFrom(html.unescape(match["url"]), edtf_time(date["date"]) if date else "")
    match = _SAVED_FROM.search(ends) or _READER_VIEW.search(ends)
    return from_address(html.unescape(match["url"])) if match else SavedFrom("", _archived(ends))


def from_address(url: str) -> SavedFrom:
    """The address of a page; of one in a web archive the address and the time that it names."""
    match = _WAYBACK_ADDRESS.match(url) or _ARCHIVE_TODAY.match(url)
    return SavedFrom(match["url"], edtf_time(match["date"])) if match else SavedFrom(url)


def without_web_archive(page: str) -> str:
    """The page without what the Wayback Machine put into it: its toolbar, and itself before each address."""
    if "/web/" not in page and "WAYBACK" not in page:
        return page
    before, _, rest = page.partition(_TOOLBAR_BEGINS)
    _, ends, after = rest.partition(_TOOLBAR_ENDS)
    return _without_wayback(before + after if ends else page)


def _without_wayback(page: str) -> str:
    """The page with the addresses that stood in it. Each is found by its middle, which is quick to look for."""
    kept, position = [], 0
    for match in _THROUGH_WAYBACK.finditer(page):
        before = _WAYBACK_BEFORE.search(page, max(position, match.start() - _LONGEST_BEFORE), match.start())
        kept.append(page[position : before.start() if before else match.start()])
        position = match.end()
    return "".join((*kept, page[position:]))


def _archived(ends: str) -> str:
    match = _WAYBACK_NOTE.search(ends)
    return edtf_time(match["date"]) if match else ""


def edtf_time(text: str) -> str:
    """A time or a day (EDTF) that a machine wrote in any of the usual forms, "" for what is none."""
    written = _NAME_OF_ZONE.sub("", text.strip())
    if _DAY.fullmatch(written):
        return f"{written[:4]}-{written[4:6]}-{written[6:]}"
    for read in _READERS:
        try:
            time = read(written)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if written.endswith("-0000"):  # of UTC, without saying where it was written
            time = time.replace(tzinfo=UTC)
        if time.tzinfo is not None and time.utcoffset() == UTC.utcoffset(None):
            return time.strftime("%Y-%m-%dT%H:%M:%SZ")
        return time.isoformat(timespec="seconds")
    return ""


def _digits(text: str) -> datetime:
    digits = re.sub(r"\D", "", text)
    if not re.fullmatch(r"[\d.-]+", text):
        raise ValueError(text)
    return datetime.strptime(f"{digits:0<14}"[:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC)


def _of_form(form: str, *, utc: bool = False) -> Callable[[str], datetime]:
    def read(text: str) -> datetime:
        time = datetime.strptime(text, form)  # noqa: DTZ007 - some of these notes do not say the zone
        return time.replace(tzinfo=UTC) if utc else time

    return read


_READERS: tuple[Callable[[str], datetime], ...] = (
    _of_form("%a %b %d %Y %H:%M:%S GMT%z"),
    _of_form("%a %b %d %Y %H:%M:%S"),
    _of_form("%H:%M:%S %b %d, %Y", utc=True),
    _of_form("%d %b %Y %H:%M:%S GMT", utc=True),
    _of_form("%b %d, %Y %H:%M:%S GMT", utc=True),
    _digits,
    datetime.fromisoformat,
    parsedate_to_datetime,
)
