# SPDX-License-Identifier: GPL-3.0-or-later
"""Saved web pages: the article in them, as text.

extraction.py finds the article. A page that is too large or too deeply nested for it, or in which it
finds nothing, is read block by block (page_text.py), with a warning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from archivist.decoding.encodings import Decoded
from archivist.errors import NoTextFound
from archivist.intake.pages.dates import day_in_address
from archivist.intake.pages.encoding import decode_page
from archivist.intake.pages.metadata import PageMetadata
from archivist.intake.pages.saved_from import from_address, saved_from, without_web_archive
from archivist.intake.pages.strings import clean, unescaped
from archivist.intake.pages.text import most_attributes, page_blocks, without_internal_subset
from archivist.intake.pages.view_source import source_shown
from archivist.intake.plain_text import decoding_warnings
from archivist.intake.reader import ImportOptions, Reader, source_name
from archivist.intake.reading_copies import warnings_of_copy
from archivist.language.detect import detect_language
from archivist.model import ArticleDraft, Provenance
from archivist.structure import short_title
from archivist.text import canonical

_MOST_ELEMENTS = 30_000  # about 4 s for trafilatura
_MOST_ATTRIBUTES = 500  # of one tag; each is compared with each
_LONGEST = 8_000_000  # characters, pictures inside the page not counted
_EMBEDDED = re.compile(r"data:[\w/+.-]*(?:;[\w=.-]+)*;base64,[A-Za-z0-9+/=%]+")
_TOO_LARGE = "The page is too large or too intricate to find the article in it; all its text was kept."
_NO_ARTICLE = "No article was found in the page; all its text was kept."
_FROM_DATA = "The text is what the page gives to search engines; it may differ from what was shown."
_NEEDS_SCRIPT = "The page says that it needs JavaScript; what it showed in the browser may not be in it."
_CUT_SHORT = "The page says that the rest of the article is for subscribers; it may be cut short."
_CHALLENGE = "The page is a check of whether its reader is human, not the article."
_OF_CHALLENGE = re.compile(
    r"just a moment\.\.\.|attention required!|ddos-guard|security of your connection|проверка браузера"
    r"|(?:checking|reviewing|verif\w+) (?:if the site|your browser|you are)|перевірка браузера"
    r"|are you (?:a )?(?:human|robot)|not a robot",
    re.IGNORECASE,
)
_LONGEST_NOTICE = 400  # characters of a page that holds no more than such a notice
_DETECTABLE = frozenset({"uk", "ru", "en"})
_ENOUGH_TO_DETECT = 20  # words

_EXTENSIONS = (".html", ".htm", ".xhtml", ".shtml")
_PAGE_START = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*+(?:<\?xml[^>]*>\s*+)?(?:(?><!--.{0,2000}?-->)(?:\s|\xef\xbb\xbf)*+)*+<(?:!doctype\s+html|html|head|body|title|meta|base|frameset)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 4096  # bytes
_WORD = re.compile(r"\w+")
_SHORTEST_TEXT = 20  # letters and digits; less is no article
_ABOVE_TEXT = 3  # blocks, among which the headline and the byline may stand again
_LITTLE_MORE = 4  # words, by which a headline may differ from the title, and a byline from the names in it


@dataclass(frozen=True, slots=True)
class _Found:
    """An article as found in a page: its blocks, beginning anywhere at or after the headline."""

    blocks: list[str]
    metadata: PageMetadata
    warnings: tuple[str, ...] = ()
    standfirst: str = ""  # not in the blocks
    way: str = ""  # see extraction.Extraction


def read_page(raw: bytes, path: Path, options: ImportOptions) -> list[ArticleDraft]:
    """The article of a saved page. Raises EmptyFile, NotText, WrongEncoding, InvalidValue, NoTextFound."""
    decoded, warnings = decode_page(raw, options.encoding, path)
    return [page_draft(decoded, path, warnings)]


def page_draft(decoded: Decoded, path: Path, warnings: tuple[str, ...] = ()) -> ArticleDraft:
    """The article of a page; warnings are what is doubtful about its encoding. Raises NoTextFound."""
    page = decoded.text.lstrip("\ufeff").replace("\x00", "")
    page = without_web_archive(without_internal_subset(_EMBEDDED.sub("data:,", page)))
    page = source_shown(page) or page
    found = _find(page)
    if not _is_text(found.blocks) or (_is_short(found.blocks) and not _is_text(page_blocks(page))):
        raise NoTextFound(path)  # or only text for browsers without scripts
    way = {"article": found.way} if found.way else {}
    provenance = Provenance(source_name(path), HTML.name, _version(), decoded.encoding, way)
    draft = _draft(page, found)
    warnings += decoding_warnings(decoded) + warnings_of_copy(page)
    return replace(draft, provenance=provenance, warnings=warnings + draft.warnings)


@cache
def _version() -> str:
    return f"trafilatura {version('trafilatura')}"


def _is_text(blocks: list[str]) -> bool:
    return sum(map(len, _WORD.findall(" ".join(blocks)))) >= _SHORTEST_TEXT


def _is_short(blocks: list[str]) -> bool:
    return sum(map(len, blocks)) < _LONGEST_NOTICE


def _find(page: str) -> _Found:
    too_large = _Found([], PageMetadata(), (_TOO_LARGE,))
    if len(page) > _LONGEST or most_attributes(page, at_least=_MOST_ATTRIBUTES):
        return replace(too_large, blocks=page_blocks(page))
    # Its imports take time that a start of the program does not need.
    from archivist.intake.pages.extraction import extract_article

    found = extract_article(page, _MOST_ELEMENTS)
    if found.too_intricate:
        return replace(too_large, blocks=page_blocks(page))
    if not found.blocks:
        return _Found(page_blocks(page), found.metadata, (_NO_ARTICLE,))
    blocks = _parted(found.blocks[0], page) if len(found.blocks) == 1 else found.blocks
    warnings = (_FROM_DATA,) if found.way == "data" else (_CUT_SHORT,) if found.cut_short else ()
    return _Found(blocks, found.metadata, warnings, found.standfirst, found.way)


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
    blocks = _with_headline(found)
    title = metadata.title or short_title(blocks[0])
    body = canonical("\n\n".join(blocks))
    saved, stated = saved_from(page), from_address(metadata.url)
    url = stated.url or saved.url
    doubts = _about_notice(body) if _is_short(blocks) else ()
    return ArticleDraft(
        title=canonical(title),
        body=body,
        outlet=metadata.outlet,
        byline=metadata.byline,
        section=metadata.section,
        url=url,
        published=metadata.published or day_in_address(url),
        captured=saved.captured or stated.captured,
        language=detect_language(body) or _declared_language(metadata, body),
        warnings=found.warnings + doubts,
    )


def _about_notice(text: str) -> tuple[str, ...]:
    """What a page holds that has little text and no article."""
    if _OF_CHALLENGE.search(text):
        return (_CHALLENGE,)
    return (_NEEDS_SCRIPT,) if "javascript" in text.casefold() else ()


def _declared_language(metadata: PageMetadata, body: str) -> str:
    """The language that the page declares, unless it is one that the detector has just found not to be that of it."""
    rejected = metadata.language in _DETECTABLE and len(_WORD.findall(body)) >= _ENOUGH_TO_DETECT
    return "" if rejected else metadata.language


def _with_headline(found: _Found) -> list[str]:
    """The blocks below the headline and the standfirst, which may not be among what was found."""
    title, byline = _words(found.metadata.title), _words(found.metadata.byline)
    if not title:
        return found.blocks
    top, rest = found.blocks[:_ABOVE_TEXT], found.blocks[_ABOVE_TEXT:]
    headline = next((number for number, block in enumerate(top) if _is_nearly(_words(block), title)), -1)
    below = [block for block in top[headline + 1 :] if not (byline and _ends_with(_words(block), byline))]
    above = [found.metadata.title, *([found.standfirst] if found.standfirst else [])]
    return above + below + rest


def _words(text: str) -> list[str]:
    return _WORD.findall(unescaped(clean(text)).casefold())


def _is_nearly(line: list[str], title: list[str]) -> bool:
    """Whether a line is the title, or what was left of it or added to it in the head of the page."""
    shorter, longer = sorted((line, title), key=len)
    is_part = f" {' '.join(shorter)} " in f" {' '.join(longer)} "
    return line == title or (is_part and len(longer) - len(shorter) <= _LITTLE_MORE <= len(shorter))


def _ends_with(line: list[str], names: list[str]) -> bool:
    """Whether a line is a byline: a few words, and then the names."""
    return len(line) - len(names) < _LITTLE_MORE and line[-len(names) :] == names


def _sniff(raw: bytes, path: Path) -> bool:
    # Without NULs, so that UTF-16 looks like ASCII.
    return path.suffix.lower() in _EXTENSIONS or _PAGE_START.match(raw[:_HEAD].replace(b"\x00", b"")) is not None


HTML = Reader("html", "Saved web page", _EXTENSIONS, "text/html", _sniff, read_page)
