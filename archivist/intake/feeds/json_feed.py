# SPDX-License-Identifier: GPL-3.0-or-later
"""Feeds in JSON, of which each item is an article. Source: JSON Feed, versions 1 and 1.1."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from archivist import __version__
from archivist.decoding.encodings import decode
from archivist.errors import FileDamaged, NoTextFound
from archivist.intake.feeds.entry import FeedEntry, entry_piece
from archivist.intake.plain_text import decoding_warnings
from archivist.intake.reader import ImportOptions, Reader, source_name
from archivist.model import ArticleDraft, Provenance, Unread

_HEAD = 8 * 1024  # bytes
_VERSION = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')


def read_json_feed(raw: bytes, path: Path, options: ImportOptions) -> Sequence[ArticleDraft | Unread]:
    """The items of a feed. Raises EmptyFile, NotText, WrongEncoding, InvalidValue, FileDamaged, NoTextFound."""
    decoded = decode(raw, options.encoding, path=path)
    try:
        feed = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        raise FileDamaged(path, f"it is not JSON ({error})") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or not items:
        raise NoTextFound(path)
    provenance = Provenance(source_name(path), JSON_FEED.name, __version__, decoded.encoding)
    warnings = decoding_warnings(decoded)
    return [
        entry_piece(_entry(item if isinstance(item, dict) else {}, feed), number, provenance, warnings)
        for number, item in enumerate(items, 1)
    ]


def _entry(item: dict[str, Any], feed: dict[str, Any]) -> FeedEntry:
    contents = [(_text(item, "content_html"), True), (_text(item, "content_text"), False)]
    link = _text(item, "url") or _text(item, "external_url")
    tags = item.get("tags")
    return FeedEntry(
        title=_text(item, "title"),
        contents=tuple(content for content in contents if content[0]),
        summary=_text(item, "summary"),
        summary_is_markup=False,
        authors=tuple(_people(item) or _people(feed)),
        outlet=_text(feed, "title"),
        link=link,
        base=_text(feed, "home_page_url"),
        id=_text(item, "id") or link,
        published=_text(item, "date_published") or _text(item, "date_modified"),
        language=_text(item, "language") or _text(feed, "language"),
        section=next((tag for tag in tags if isinstance(tag, str)), "") if isinstance(tags, list) else "",
    )


def _people(thing: dict[str, Any]) -> list[str]:
    authors = thing.get("authors") if isinstance(thing.get("authors"), list) else [thing.get("author")]
    return [name for author in authors or () if isinstance(author, dict) and (name := _text(author, "name"))]


def _text(thing: dict[str, Any], name: str) -> str:
    value = thing.get(name)
    return str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _sniff(raw: bytes, path: Path) -> bool:  # noqa: ARG001 - the contract
    head = raw[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"{") and _VERSION.search(head) is not None


JSON_FEED = Reader("json-feed", "Feed (JSON Feed)", (".json",), "application/feed+json", _sniff, read_json_feed)
