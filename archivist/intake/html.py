# SPDX-License-Identifier: GPL-3.0-or-later
"""Saved web pages: the article in them, as text.

trafilatura finds the article (extraction.py). A page that is too large or too deeply nested for it,
or in which it finds nothing, is read block by block (page_text.py), with a warning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from archivist.errors import NoTextFound
from archivist.intake.page_encoding import decode_page
from archivist.intake.page_metadata import PageMetadata, clean, day_in_address, edtf_day, unescaped
from archivist.intake.page_text import most_attributes, page_blocks, page_size, without_internal_subset
from archivist.intake.plain_text import decoding_warnings
from archivist.intake.reader import ImportOptions, Reader, source_name
from archivist.language.detect import detect_language
from archivist.model import ArticleDraft, Provenance
from archivist.structure import short_title
from archivist.text import canonical

_MOST_ELEMENTS = 30_000  # about 4 s for trafilatura
_DEEPEST = 250  # libxml2 gives up at 256
_MOST_ATTRIBUTES = 500  # of one tag; each is compared with each
_LONGEST = 8_000_000  # characters, pictures inside the page not counted
_EMBEDDED = re.compile(r"data:[\w/+.-]*(?:;[\w=.-]+)*;base64,[A-Za-z0-9+/=%]+")
_TOO_LARGE = "The page is too large or too intricate to find the article in it; all its text was kept."
_NO_ARTICLE = "No article was found in the page; all its text was kept."
_HARD_TO_FIND = "The article was hard to find; look whether all of it is there, and nothing else."
_NEEDS_SCRIPT = "The page says that it needs JavaScript; what it showed in the browser may not be in it."
_LONGEST_NOTICE = 400  # characters of a page that holds no more than such a notice
_DETECTABLE = frozenset({"uk", "ru", "en"})
_ENOUGH_TO_DETECT = 20  # words

_EXTENSIONS = (".html", ".htm", ".xhtml", ".shtml")
_PAGE_START = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(?P<url>https?://\S+)")
_SINGLE_FILE = re.compile(
    r"<!--\s*Page saved with SingleFile\s*url:\s*(?P<url>https?://\S+)\s*saved date:\s*\w+ (?P<date>\w+ \d+ \d{4})"
)
_HEAD = 4096  # characters, in which such comments stand
_WORD = re.compile(r"\w+")
_SHORTEST_TEXT = 20  # letters and digits; less is no article


@dataclass(frozen=True, slots=True)
class _Found:
    """An article as found in a page: its blocks, beginning anywhere at or after the headline."""

    blocks: list[str]
    metadata: PageMetadata
    warnings: tuple[str, ...] = ()


def read_page(raw: bytes, path: Path, options: ImportOptions) -> list[ArticleDraft]:
    """The article of a saved page. Raises EmptyFile, NotText, WrongEncoding, InvalidValue, NoTextFound."""
    decoded, warnings = decode_page(raw, options.encoding, path)
    page = without_internal_subset(canonical(_EMBEDDED.sub("data:,", decoded.text), compose=False))
    found = _find(page)
    if not _is_text(found.blocks) or (_is_short(found.blocks) and not _is_text(page_blocks(page))):
        raise NoTextFound(path)  # or only text for browsers without scripts
    warnings += decoding_warnings(decoded)
    provenance = Provenance(source_name(path), HTML.name, f"trafilatura {version('trafilatura')}", decoded.encoding)
    draft = _draft(page, found)
    return [replace(draft, provenance=provenance, warnings=warnings + draft.warnings)]


def _is_text(blocks: list[str]) -> bool:
    return sum(map(len, _WORD.findall(" ".join(blocks)))) >= _SHORTEST_TEXT


def _is_short(blocks: list[str]) -> bool:
    return sum(map(len, blocks)) < _LONGEST_NOTICE


def _find(page: str) -> _Found:
    elements, depth = page_size(page)
    too_large = elements > _MOST_ELEMENTS or depth > _DEEPEST or len(page) > _LONGEST
    if too_large or most_attributes(page, at_least=_MOST_ATTRIBUTES):
        return _Found(page_blocks(page), PageMetadata(), (_TOO_LARGE,))
    # Its imports take time that a start of the program does not need.
    from archivist.intake.extraction import extract_article  # noqa: PLC0415

    found = extract_article(page)
    if not found.blocks:
        return _Found(page_blocks(page), found.metadata, (_NO_ARTICLE,))
    blocks = _parted(found.blocks[0], page) if len(found.blocks) == 1 else found.blocks
    return _Found(blocks, found.metadata, (_HARD_TO_FIND,) if found.recall else ())


def _parted(block: str, page: str) -> list[str]:
    """The blocks of a short article, which trafilatura gives as one line, headings and all."""
    whole, parts, position = clean(block), list[str](), 0
    for part in page_blocks(page):
        line = clean(part)
        if whole.startswith(line, position):
            parts.append(part)
            position += len(line) + 1
        elif parts:
            break
        if position > len(whole):
            return parts
    return [block]


def _draft(page: str, found: _Found) -> ArticleDraft:
    metadata = found.metadata
    blocks = _with_headline(page, metadata, found.blocks)
    title = metadata.title or short_title(blocks[0])
    body = canonical("\n\n".join(blocks))
    address, captured = _saved_from(page)
    url = metadata.url or address
    notice = _is_short(blocks) and "javascript" in body.casefold()
    return ArticleDraft(
        title=canonical(title),
        body=body,
        outlet=metadata.outlet,
        byline=metadata.byline,
        section=metadata.section,
        url=url,
        published=metadata.published or day_in_address(url),
        captured=captured,
        language=detect_language(body) or _declared_language(metadata, body),
        warnings=found.warnings + ((_NEEDS_SCRIPT,) if notice else ()),
    )


def _declared_language(metadata: PageMetadata, body: str) -> str:
    """The language that the page declares, unless it is one that the detector has just found not to be that of it."""
    rejected = metadata.language in _DETECTABLE and len(_WORD.findall(body)) >= _ENOUGH_TO_DETECT
    return "" if rejected else metadata.language


def _with_headline(page: str, metadata: PageMetadata, blocks: list[str]) -> list[str]:
    """The blocks below the headline and the standfirst, which trafilatura leaves out of some pages."""
    if not metadata.title:
        return blocks
    above = [metadata.title]
    below = blocks[1:] if _same(blocks[0], metadata.title) else blocks
    standfirst = metadata.description
    if standfirst and not _same(standfirst, metadata.title) and _stands_in(standfirst, page, below):
        above.append(standfirst)
    return above + below


def _same(one: str, other: str) -> bool:
    return _words(one) == _words(other)


def _words(text: str) -> list[str]:
    return _WORD.findall(unescaped(clean(text)).casefold())


def _stands_in(standfirst: str, page: str, blocks: list[str]) -> bool:
    """Whether a reader of the page sees it, and not in the text that was found."""
    words = " ".join(_WORD.findall(standfirst.casefold()))
    if words in " ".join(_WORD.findall(" ".join(blocks).casefold())):
        return False
    return any(_same(standfirst, block) for block in page_blocks(page))


def _saved_from(page: str) -> tuple[str, str]:
    """The address and the day (EDTF) that a browser wrote into the page when it saved it."""
    head = page[:_HEAD]
    match = _SINGLE_FILE.search(head)
    if match:
        return match["url"], edtf_day(match["date"])
    match = _SAVED_FROM.search(head)
    return (match["url"] if match else ""), ""


def _sniff(raw: bytes, path: Path) -> bool:
    # Without NULs, so that UTF-16 looks like ASCII.
    return path.suffix.lower() in _EXTENSIONS or _PAGE_START.match(raw[:_HEAD].replace(b"\x00", b"")) is not None


HTML = Reader("html", "Saved web page", _EXTENSIONS, "text/html", _sniff, read_page)
