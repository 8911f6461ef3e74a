# SPDX-License-Identifier: GPL-3.0-or-later
"""Feeds: RSS, RDF and Atom files, of which each entry is an article.

feedparser reads them. It is given bytes alone: what it takes for an address it would fetch.
"""

from __future__ import annotations

import codecs
import io
import re
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from lxml.etree import tostring

from archivist.errors import ArchivistError, FileDamaged, NoTextFound
from archivist.foreign_xml import with_html_entities
from archivist.intake.feeds.entry import FeedEntry, entry_piece, published_day
from archivist.intake.reader import ImportOptions, Reader, source_name
from archivist.intake.xml_trees import ILL_FORMED, decode_xml, parse_xml
from archivist.model import ArticleDraft, Provenance, Unread

_EXTENSIONS = (".rss", ".atom")
_HEAD = 8 * 1024  # bytes
_END = re.compile(r"</(?:[\w.-]+:)?(?:rss|feed|RDF)\s*>", re.IGNORECASE)
_TAIL = 4096  # characters, in which the feed should end
_CUT_OFF = "The feed is cut off; this is what could be read of it."
_OWN_ENTITY = "<!ENTITY"
_ENTITIES = "The feed declares entities of its own; those that could lead out of it or grow were not put in."
_BEFORE_ROOT = rb"<\?[^>]*>|<!--.{0,4000}?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>"
# Nothing that was passed over is tried otherwise: a hundred comments can be cut in two in endless ways.
_ROOT = re.compile(
    rb"\s*+(?:(?>" + _BEFORE_ROOT + rb")(?:\s|\xef\xbb\xbf)*+)*+<(?:[\w.-]+:)?(?P<name>[\w.-]+)", re.DOTALL
)
_ROOTS = (b"rss", b"feed", b"rdf")
_ANY_ROOT = re.compile(rb"<(?:[\w.-]+:)?(rss|feed|RDF)\b[^>]*>", re.IGNORECASE)
_CHARACTER = re.compile(r"&#(?:x0*+(?P<hex>[0-9a-f]++)|0*+(?P<decimal>[0-9]++))", re.IGNORECASE)
_LONGEST_NUMBER = 7  # digits, of the last character there is
_OF_RSS = re.compile(rb"purl\.org/(?:rss/\d\.\d|net/rss1\.\d)[/#]*[\"']|netscape\.com/rdf|<(?:[\w.-]+:)?channel\b")
_OF_ATOM = re.compile(rb"w3\.org/2005/Atom|purl\.org/atom|<(?:[\w.-]+:)?entry\b")
# What feedparser raises on feeds that it was not made for.
_PARSER_FAILURES = (LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError)
_DATES = ("wp_post_date", "published", "created", "updated")  # the first is of the site's own time zone
# What feeds for news aggregators call the whole text, in namespaces of their own.
_WHOLE_TEXT = re.compile(r"\w+_(?:full[-_]?text|content)", re.IGNORECASE)
_MARKUP_TYPES = ("html", "xhtml", "xml")


def read_feed(raw: bytes, path: Path, options: ImportOptions) -> Sequence[ArticleDraft | Unread]:
    """The entries of a feed. Raises EmptyFile, NotText, WrongEncoding, InvalidValue, NoTextFound."""
    # Its imports take time that a start of the program does not need.
    from feedparser import parse

    document = decode_xml(raw, path, options.encoding)
    warnings = list(document.warnings)
    text = _CHARACTER.sub(_possible, with_html_entities(document.text))
    if not _END.search(text, max(0, len(text) - _TAIL)):
        warnings.insert(0, _CUT_OFF)
        text = _closed(text, path) or text
    source = io.BytesIO(codecs.BOM_UTF8 + text.encode("utf-8", "replace"))
    try:
        parsed = parse(source, resolve_relative_uris=False, sanitize_html=False)
    except _PARSER_FAILURES as error:
        raise FileDamaged(path, f"it cannot be made out as a feed ({error})") from error
    if parsed.get("bozo"):
        warnings.insert(0, ILL_FORMED.format(problem=_problem(parsed.get("bozo_exception"))))
    if _OWN_ENTITY in document.text[:_HEAD]:
        warnings.append(_ENTITIES)
    if not parsed["entries"]:
        raise NoTextFound(path)
    provenance = Provenance(source_name(path), FEED.name, f"feedparser {version('feedparser')}", document.encoding)
    return [
        entry_piece(_entry(entry, parsed), number, provenance, warnings)
        for number, entry in enumerate(parsed["entries"], 1)
    ]


def _closed(text: str, path: Path) -> str:
    """A feed that is cut off with all that is open in it closed, so that its last words are read; "" if it has none."""
    try:
        tree = parse_xml(text.encode("utf-8", "replace"), path, recover=True, encoding="utf-8")
        return str(tostring(tree.root, encoding="unicode"))
    except ArchivistError:
        return ""


def _problem(error: object) -> str:
    message = getattr(error, "getMessage", None)
    return " ".join(str(message() if callable(message) else error).split())[:200]


def _entry(entry: Any, parsed: Any) -> FeedEntry:
    feed, source = parsed["feed"], entry.get("source") or {}
    base = _text(feed, "link")
    return FeedEntry(
        title=_text(entry, "title"),
        contents=tuple(_contents(entry)),
        summary=_text(entry, "summary"),
        summary_is_markup=_is_markup(entry.get("summary_detail") or {}),
        authors=tuple(_people(entry) or _people(source) or (_people(feed) if _is_atom(parsed) else ())),
        outlet=_text(source, "title") or _text(feed, "title"),
        link=_text(entry, "feedburner_origlink") or _text(entry, "link") or _text(entry, "id"),
        base=base,
        id=_text(entry, "id") or _text(entry, "link"),
        published=_published(entry),
        language=_language(entry) or _text(feed, "language"),
        section=next(filter(None, (_text(tag, "label") or _text(tag, "term") for tag in entry.get("tags") or ())), ""),
    )


def _published(entry: Any) -> str:
    """The first date of an entry that can be understood, or else the first that cannot."""
    # Without feedparser's way of making up what is missing.
    dates = [value for name in _DATES if (value := _string(dict.get(entry, name)))]
    return next(filter(published_day, dates), "".join(dates[:1]))


def _is_atom(parsed: Any) -> bool:
    return str(parsed.get("version", "")).startswith("atom")


def _contents(entry: Any) -> Iterator[tuple[str, bool]]:
    """Each text of an entry, and whether it has markup."""
    for content in entry.get("content") or ():
        value = _text(content, "value")
        if value:
            yield value, _is_markup(content)
    for name, value in entry.items():
        if _WHOLE_TEXT.fullmatch(name) and _string(value):
            yield _string(value), True


def _is_markup(detail: Any) -> bool:
    kind = _text(detail, "type").lower()
    return not kind or kind.endswith(_MARKUP_TYPES)


def _people(thing: Any) -> Iterator[str] | list[str]:
    people = [_text(person, "name") for person in thing.get("authors") or ()]
    return list(filter(None, people)) or list(filter(None, [_text(thing, "author")]))


def _language(entry: Any) -> str:
    details = [*(entry.get("content") or ()), entry.get("title_detail") or {}]
    return next(filter(None, (_text(detail, "language") for detail in details)), "")


def _text(thing: Any, name: str) -> str:
    return _string(thing.get(name)) if hasattr(thing, "get") else ""


def _string(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _possible(reference: re.Match[str]) -> str:
    """A reference to a character, or one that says that there is no such character: no parser gets over those."""
    digits, base = (reference["hex"], 16) if reference["hex"] else (reference["decimal"], 10)
    code = int(digits, base) if len(digits) <= _LONGEST_NUMBER else sys.maxunicode + 1
    return reference[0] if code <= sys.maxunicode and not 0xD800 <= code <= 0xDFFF else "&#65533"  # noqa: PLR2004 - surrogates


def _sniff(raw: bytes, path: Path) -> bool:
    head = raw[:_HEAD].replace(b"\x00", b"")  # so that UTF-16 looks like ASCII
    root = _ROOT.match(head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff"))
    name = root["name"].lower() if root else b""
    if path.suffix.lower() in _EXTENSIONS and name not in _ROOTS:
        found = _ANY_ROOT.search(head)  # behind what does not belong there
        name = found[1].lower() if found else b""
    if name == b"rdf":
        return _OF_RSS.search(head) is not None
    if name == b"feed":
        return _OF_ATOM.search(head) is not None
    return name == b"rss"


FEED = Reader("feed", "Feed (RSS, Atom)", _EXTENSIONS, "application/rss+xml", _sniff, read_feed)
