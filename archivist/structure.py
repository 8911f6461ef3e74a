# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of an article's text: headline, standfirst, photo credit, byline, date line, body.

Only what a text plainly shows by its shape is named; the text itself is never changed by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from archivist.written_dates import written_date

Span = tuple[int, int]  # [start, end) in code points

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_CREDIT = re.compile(
    r"(?:фото|світлина|ілюстрація|иллюстрация|зображення|скриншот|скріншот|відео|видео|photo|image|picture"
    r"|illustration|video|credit)(?:\s*[:©]|\s+by\s)\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:(?:автор(?:и|ка|ы)?|текст|author|written by)\s*:|(?-i:By(?=\s+[A-Z])))\s*(?P<value>\S.*)", re.IGNORECASE
)
_SOURCE = re.compile(r"(?:джерело|источник|source|видання|издание|outlet)\s*:\s*(?P<value>\S.*)", re.IGNORECASE)
_URL = re.compile(r"(?:(?:url|посилання|ссылка|link|адреса|адрес)\s*:\s*)?(?P<value>https?://\S+)", re.IGNORECASE)
_SUBHEAD = re.compile(r"(?<![^\n])[^\n:]{2,60}:[ \t]*(?=\n\s*\S)")

# The marks of Markdown, in which channels of messengers are exported.
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"\*\*|__")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")

_LONGEST_TITLE = 100
_LONGEST_HEADLINE = 200
_LONGEST_STANDFIRST = 400
_SHORTEST_STANDFIRST = 20
_LONGEST_LABELLED = 160
_LINE_OF_WRAPPED_TEXT = 100  # characters; a longer line was not wrapped by hand
_LINES_ABOVE_BODY = 8
_SENTENCE_END = (".", ";", ",", ":")


@dataclass(frozen=True, slots=True)
class Structure:
    """Where the parts of a text are; None for a part that it does not show.

    The spans hold whole lines, without the white space around them. body is what follows the other
    parts, subheads are lines inside it that announce what comes (“Контекст:”).
    """

    body: Span
    headline: Span | None = None
    standfirst: Span | None = None
    credit: Span | None = None
    byline: Span | None = None
    dateline: Span | None = None
    source: Span | None = None
    url: Span | None = None
    subheads: tuple[Span, ...] = ()


def structure(text: str, title: str = "") -> Structure:
    """The parts of a text. A known title tells the headline where the text begins with it."""
    lines = list(islice(_lines(text), _LINES_ABOVE_BODY + 1))
    if not lines:
        return Structure(body=(0, 0))
    parts: dict[str, Span] = {}
    above = 0
    if _is_headline(text, lines, title):
        parts["headline"] = lines[0]
        above = 1
    for number in range(above, len(lines) - 1):
        name = _name(text, lines, number, parts)
        if not name:
            break
        parts[name] = lines[number]
        above = number + 1
    start, end = lines[above][0] if above < len(lines) else len(text), len(text.rstrip())
    body = (min(start, end), end)
    return Structure(body=body, subheads=_subheads(text, body), **parts)


def labelled_value(line: str) -> str:
    """What follows the label of a byline, credit, source or address line; the line itself without one."""
    for form in (_CREDIT, _BYLINE, _SOURCE, _URL):
        match = form.fullmatch(line.strip())
        if match:
            return match["value"].strip()
    return line.strip()


def short_title(text: str) -> str:
    """A title for a text that shows none: how the first line with words in it begins."""
    lines = (without_marks(text[slice(*span)]) for span in _lines(text))
    # A text of symbols alone has no such line, but may not be without a title.
    line = next(filter(_LETTER_OR_DIGIT.search, lines), "") or text[slice(*next(_lines(text), (0, 0)))]
    if len(line) <= _LONGEST_TITLE:
        return line
    start = line[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:–—-")
    return f"{start}…"


def without_marks(line: str) -> str:
    """A line as a title: without the marks of Markdown, bold and links as their words."""
    return " ".join(_EMPHASIS.sub("", _LINK.sub(r"\1", line)).lstrip("-•*# ").split())


def _lines(text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        line = match.group()
        lead = len(line) - len(line.lstrip())
        yield match.start() + lead, match.start() + len(line.rstrip())


def _is_headline(text: str, lines: list[Span], title: str) -> bool:
    start, end = lines[0]
    first = text[start:end]
    if title and title.strip() in (first, without_marks(first)):
        return True
    if len(lines) == 1 or not _LETTER_OR_DIGIT.search(first) or len(first) > _LONGEST_HEADLINE or _label(first):
        return False
    apart = text.count("\n", end, lines[1][0]) > 1
    if first.endswith(_SENTENCE_END):
        # Few headlines end in a full stop; one that does stands apart and alone.
        return apart and first.endswith(".") and ". " not in first and len(first) < _LINE_OF_WRAPPED_TEXT
    if apart:
        return True
    # Without an empty line between them, the two may be lines of one paragraph, wrapped by hand.
    second = text[slice(*lines[1])]
    return bool(_label(second)) or len(second) > max(_LINE_OF_WRAPPED_TEXT, len(first)) or 2 * len(first) < len(second)


def _label(line: str) -> str:
    """The part that a line says it is."""
    if len(line) > _LONGEST_LABELLED:
        return ""
    for name, form in (("credit", _CREDIT), ("byline", _BYLINE), ("source", _SOURCE), ("url", _URL)):
        if form.fullmatch(line):
            return name
    return "dateline" if written_date(line) else ""


def _name(text: str, lines: list[Span], number: int, known: dict[str, Span]) -> str:
    """The part that the line with this number is, "" where the body begins with it."""
    line = text[slice(*lines[number])]
    label = _label(line)
    if label:
        return label if label not in known else ""
    if "headline" not in known or "standfirst" in known:
        return ""
    return "standfirst" if _is_standfirst(text, lines, number) else ""


def _is_standfirst(text: str, lines: list[Span], number: int) -> bool:
    line, following = text[slice(*lines[number])], text[slice(*lines[number + 1])]
    if not _SHORTEST_STANDFIRST <= len(line) <= _LONGEST_STANDFIRST or line.endswith(":"):
        return False
    return not line.endswith(_SENTENCE_END) or _label(following) == "credit"


def _subheads(text: str, body: Span) -> tuple[Span, ...]:
    return tuple((m.start(), m.start() + len(m.group().rstrip())) for m in _SUBHEAD.finditer(text, *body))
