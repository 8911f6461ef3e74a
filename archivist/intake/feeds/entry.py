# SPDX-License-Identifier: GPL-3.0-or-later
"""An entry of a feed as an article, whatever the feed was written in."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from archivist.intake.mail.headers import day_of
from archivist.intake.pages.dates import edtf_day
from archivist.intake.pages.strings import outlet_name, person_name
from archivist.intake.pages.text import page_blocks
from archivist.language.detect import detect_language
from archivist.model import ArticleDraft, Provenance, Unread
from archivist.structure import short_title
from archivist.text import canonical, one_line

_TAG_OR_ENTITY = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|#x[\da-fA-F]+|[a-zA-Z]\w*);")
_TAG = re.compile(
    r"<(?:p|br|div|a|b|i|em|strong|ul|ol|li|h[1-6]|img|span|blockquote|table|figure)\b[^<>]*>", re.IGNORECASE
)
_PARTING_TAG = re.compile(r"<(?:p|br|div|li)\b", re.IGNORECASE)
_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")
# What WordPress puts under each text of its feeds, in the language of the site.
_SIGNATURE = re.compile(
    r"\w+ .{1,400} (?:appeared first on|появил(?:ась|ись|ось|ся) сначала на|впервые появил(?:ась|ось|ся) на"
    r"|(?:спочатку|спершу|вперше) з['’ʼ]явив?(?:ся|лась|лося|лася) (?:на|у|в)) .{1,200}",
    re.IGNORECASE,
)
_EMAIL_AND_NAME = re.compile(r"\S+@\S+\s+\((?P<name>[^()]+)\)")
_LANGUAGE = re.compile(r"([a-zA-Z]{2})(?:[-_].*)?")
_LONGEST_PART = 300  # characters
_ENOUGH = 0.7  # of the summary's length, and a text is that of the article
_SHORT = 600  # characters; an article that is only described in a feed has fewer

_ONLY_TITLE = "The feed holds only the title of the article."
_ONLY_SUMMARY = "The feed may hold only a summary of the article."
_WRONG_DATE = "The date of the entry, “{written}”, cannot be understood."
_NOTHING = "The entry holds neither a title nor a text."


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """What a feed says of one article, as it is written there."""

    title: str = ""  # may have markup
    contents: tuple[tuple[str, bool], ...] = ()  # texts, and whether they have markup
    summary: str = ""
    summary_is_markup: bool = True
    authors: tuple[str, ...] = ()
    outlet: str = ""
    link: str = ""  # may be relative to `base`
    base: str = ""
    id: str = ""
    published: str = ""
    language: str = ""
    section: str = ""


def entry_piece(
    entry: FeedEntry, number: int, provenance: Provenance, warnings: Sequence[str] = ()
) -> ArticleDraft | Unread:
    """The article of an entry, which is the `number`th of its feed."""
    part = one_line(entry.id or entry.link)[:_LONGEST_PART] or f"entry {number}"
    title = plain_line(entry.title)
    full = max((_unsigned(_blocks(*content)) for content in entry.contents), key=_size, default=[])
    summary = _unsigned(_blocks(entry.summary, entry.summary_is_markup))
    blocks = full if full and _size(full) >= _ENOUGH * _size(summary) else summary
    if not title and not blocks:
        return Unread(part, _NOTHING)
    published = published_day(entry.published)
    doubts = list(warnings)
    if not blocks:
        doubts.append(_ONLY_TITLE)
    elif blocks is summary and _size(blocks) < _SHORT:
        doubts.append(_ONLY_SUMMARY)
    if entry.published and not published:
        doubts.append(_WRONG_DATE.format(written=one_line(entry.published)))
    repeated = bool(blocks) and one_line(blocks[0]).casefold() == title.casefold()
    body = canonical("\n\n".join(blocks if repeated or not title else [title, *blocks]))
    return ArticleDraft(
        title=title or short_title(body),
        body=body,
        outlet=outlet_name(plain_line(entry.outlet)),
        byline=", ".join(dict.fromkeys(filter(None, map(_person, entry.authors)))),
        section=plain_line(entry.section),
        url=_address(entry.link, entry.base),
        published=published,
        language=detect_language(body) or _language(entry.language),
        provenance=provenance,
        warnings=tuple(doubts),
        part=part,
    )


def plain_line(text: str) -> str:
    """A title as one line of text; feeds put markup into titles, and escape it once or twice."""
    if _TAG_OR_ENTITY.search(text):
        text = " ".join(page_blocks(text)) if _TAG.search(text) or "</" in text else html.unescape(text)
    return one_line(text)


def _blocks(text: str, is_markup: bool) -> list[str]:  # noqa: FBT001 - they belong together
    """The paragraphs of a text of an entry, which may be said to be plain and not be, and be escaped twice."""
    if is_markup and "<" in text:
        return page_blocks(text if _PARTING_TAG.search(text) else _EMPTY_LINE.sub("<p>", text))
    plain = html.unescape(text) if is_markup else text
    return page_blocks(plain) if _TAG.search(plain) else _paragraphs(plain)


def _unsigned(blocks: list[str]) -> list[str]:
    return blocks[:-1] if blocks and _SIGNATURE.fullmatch(blocks[-1]) else blocks


def _paragraphs(text: str) -> list[str]:
    return [block.strip() for block in re.split(r"\n[ \t]*\n", canonical(text)) if block.strip()]


def _size(blocks: Sequence[str]) -> int:
    return sum(map(len, blocks))


def published_day(written: str) -> str:
    """The day (EDTF) of a date as feeds write it, "" where it cannot be understood."""
    return day_of(written) or edtf_day(written)


def _person(author: str) -> str:
    """The name of an author; RSS has it in brackets behind an address."""
    found = _EMAIL_AND_NAME.fullmatch(author.strip())
    return person_name(plain_line(found["name"] if found else author))


def _language(code: str) -> str:
    match = _LANGUAGE.fullmatch(code.strip())
    return match[1].lower() if match else ""


def _address(link: str, base: str) -> str:
    try:
        address = urljoin(base, link) if link else ""
    except ValueError:
        address = link
    address = one_line(address).replace(" ", "%20")
    return address if address.startswith(("http://", "https://")) else ""
