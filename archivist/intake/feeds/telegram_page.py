# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages that Telegram Desktop writes of a channel or a chat: each message is an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml.etree import HTMLParser, LxmlError, _Element, fromstring, tostring

from archivist import __version__
from archivist.decoding.encodings import decode
from archivist.errors import FileDamaged, NoTextFound
from archivist.intake.feeds.entry import FeedEntry, entry_piece
from archivist.intake.plain_text import decoding_warnings
from archivist.intake.reader import ImportOptions, Reader, source_name
from archivist.model import ArticleDraft, Provenance, Unread
from archivist.text import one_line

_HEAD = 16 * 1024  # bytes
_PAGE = re.compile(rb"<title>Exported Data</title>.{0,4000}\bclass=\"page_wrap", re.DOTALL)
_MOMENT = re.compile(r"(?P<day>\d\d\.\d\d\.\d{4}) \d\d:\d\d")
_NO_TEXT = "It has no text."
_CUT_OFF = "The page is cut off; this is what could be read of it."


def read_telegram_page(raw: bytes, path: Path, options: ImportOptions) -> Sequence[ArticleDraft | Unread]:
    """The messages of a page. Raises EmptyFile, NotText, WrongEncoding, InvalidValue, FileDamaged, NoTextFound."""
    decoded = decode(raw, options.encoding, path=path)
    try:
        tree = fromstring(decoded.text.encode("utf-8", "replace"), HTMLParser(encoding="utf-8", no_network=True))
    except (LxmlError, ValueError) as error:
        raise FileDamaged(path, f"it is no page ({error})") from error
    provenance = Provenance(source_name(path), TELEGRAM_PAGE.name, __version__, decoded.encoding)
    warnings = [*decoding_warnings(decoded), *([] if "</html>" in decoded.text[-_HEAD:] else [_CUT_OFF])]
    pieces = [
        entry_piece(entry, number, provenance, warnings) if entry.contents else Unread(entry.id, _NO_TEXT)
        for number, entry in enumerate(_messages(tree), 1)
    ]
    if not pieces:
        raise NoTextFound(path)
    return pieces


def _messages(tree: _Element) -> Iterator[FeedEntry]:
    header = _first(tree, "page_header")
    channel = _words(None if header is None else _first(header, "bold"))
    author = ""
    for message in _all(tree, "message"):
        if "service" in message.get("class", "").split():  # a day, or what happened to the channel
            continue
        author = _words(_first(message, "from_name")) or author  # several in a row are named once
        text, date = _first(message, "text"), _first(message, "date")
        moment = _MOMENT.match("" if date is None else date.get("title", ""))
        yield FeedEntry(
            contents=() if text is None else ((str(tostring(text, encoding="unicode", with_tail=False)), True),),
            authors=(author,) if author else (),
            outlet=channel,
            id=message.get("id", ""),
            published=moment["day"] if moment else "",
        )


def _all(element: _Element, name: str) -> list[_Element]:
    found: list[_Element] = element.xpath(
        "descendant::*[contains(concat(' ', normalize-space(@class), ' '), concat(' ', $name, ' '))]", name=name
    )
    return found


def _first(element: _Element, name: str) -> _Element | None:
    return next(iter(_all(element, name)), None)


def _words(element: _Element | None) -> str:
    return "" if element is None else one_line(element.text or "")


def _sniff(raw: bytes, _path: Path) -> bool:
    return _PAGE.search(raw[:_HEAD]) is not None


TELEGRAM_PAGE = Reader("telegram", "Export of Telegram (HTML)", (".html",), "text/html", _sniff, read_telegram_page)
