# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines at the head and the foot of pages that are no part of the text: titles that repeat, page numbers.

A browser that prints a page writes the day, the title, the address and the page number there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archivist.intake.pdf.layout import Line

_OUTERMOST = 3  # lines at either end of a page that are looked at
_REPEATED, _FEW_PAGES = 3, 4  # how often a line has to be there; of few pages, on two
_DRIFT = 6.0  # points by which a line that repeats may stand higher or lower
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.|pg\.|стор(?:інка|\.)?|стр(?:аница|\.)?|с\.)?\s*[-–—|]?\s*(?:\d{1,3}|[ivxlc]{1,6})\s*[-–—|]?"
    r"(?:\s*(?:of|/|з|із|из)\s*\d{1,4})?",
    re.IGNORECASE,
)
_PRINTED_AT = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d{2}(?:\s?[AP]M)?\s+\S.*", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?P<url>(?:https?|file)://\S+)\s+\d{1,4}\s*/\s*\d{1,4}|\d{1,4}\s*/\s*\d{1,4}\s+(?P<last>https?://\S+)"
)


@dataclass(frozen=True, slots=True)
class Trimmed:
    """The lines of each page without those of its margins, the left out ones, and a printed page's address."""

    pages: list[list[Line]]
    left_out: list[str]
    url: str


def without_margins(pages: Sequence[Sequence[Line]]) -> Trimmed:
    """The lines of pages without headers, footers and page numbers."""
    repeated = Counter(key for page in pages for key in {_key(line, side) for line, side in _edges(page)})
    least = 2 if sum(map(bool, pages)) <= _FEW_PAGES else _REPEATED
    kept, left_out, url = [], [], ""
    for page in pages:
        margin = set()
        for side in (1, -1):
            for line in sorted(page, key=lambda line: -side * line.middle)[:_OUTERMOST]:
                if not (_repeats(line, side, repeated, least) or _is_of_margin(line, page, side)):
                    break
                margin.add(id(line))
                address = _ADDRESS.fullmatch(line.text)
                url = url or ((address["url"] or address["last"]) if address else "")
        if len(margin) == len(page):  # pages that are all alike have no margins
            margin.clear()
        kept.append([line for line in page if id(line) not in margin])
        left_out += [line.text for line in page if id(line) in margin]
    return Trimmed(kept, list(dict.fromkeys(left_out)), url if url.startswith("http") else "")


def _edges(page: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    ordered = sorted(page, key=lambda line: line.middle)
    yield from ((line, -1) for line in ordered[:_OUTERMOST])
    yield from ((line, 1) for line in ordered[-_OUTERMOST:])


def _key(line: Line, side: int) -> tuple[str, int, int]:
    return _DIGITS.sub("#", line.text.casefold()), side, round(line.middle / _DRIFT)


def _repeats(line: Line, side: int, repeated: Counter[tuple[str, int, int]], least: int) -> bool:
    text, _, place = _key(line, side)
    return sum(repeated[text, side, near] for near in (place - 1, place, place + 1)) >= (
        2 if "#" in text and text != "#" else least
    )


def _is_of_margin(line: Line, page: Sequence[Line], side: int) -> bool:
    """Whether a line says by itself that it is a page number, or what a browser prints."""
    text = line.text
    if _ADDRESS.fullmatch(text):
        return True
    if side > 0 and _PRINTED_AT.fullmatch(text):
        return len(line.cells) > 1
    others = [other for other in page if other is not line and side * other.middle < side * line.middle]
    if not others or not _PAGE_NUMBER.fullmatch(text):
        return False
    nearest = min(abs(line.middle - other.middle) for other in others)
    return nearest > 2 * line.height  # it stands apart
