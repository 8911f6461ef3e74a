# SPDX-License-Identifier: GPL-3.0-or-later
"""What the offsets of a program count that does not say so, by what stands at them.

Programs in a browser count UTF-16 units, those in Python code points; after an emoji the two differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from archivist.exchange.items import ReadAnnotation, Unit
from archivist.text import Utf16Map

UNCERTAIN = (
    "the text has characters such as emoji, and it cannot be told whether places after them count these as one or two"
)
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Counted:
    """What offsets count."""

    unit: Unit
    certain: bool


def counted_in(text: str, annotations: Iterable[ReadAnnotation]) -> Counted:
    """What the offsets of these annotations count in this text: code points, unless UTF-16 units fit it better.

    Where the annotations repeat their words, those decide, else the edges of words do.
    """
    first = _ASTRAL.search(text)
    telling = [mark for mark in annotations if first is not None and mark.end > first.start()]
    if not telling:
        return Counted(Unit.CODE_POINTS, certain=True)
    units = Utf16Map(text)
    as_code_points = [_fit(text, mark, mark.start, mark.end) for mark in telling]
    as_utf16 = [_fit(text, mark, *_from_utf16(units, mark.start, mark.end)) for mark in telling]
    difference = sum(as_utf16) - sum(as_code_points)
    return Counted(Unit.UTF16 if difference > 0 else Unit.CODE_POINTS, certain=difference != 0)


def agrees(text: str, start: int, end: int, quote: str) -> bool:
    """Whether a quote is at its place in a text, in one unit or the other."""
    if text[start:end] == quote:
        return start >= 0
    return not text.isascii() and _words_at(text, *_from_utf16(Utf16Map(text), start, end)) == quote


def _words_at(text: str, start: int, end: int) -> str:
    return text[start:end] if 0 <= start < end <= len(text) else ""


def _from_utf16(units: Utf16Map, start: int, end: int) -> tuple[int, int]:
    try:
        return units.to_code_point(start), units.to_code_point(end)
    except ValueError:
        return -1, -1


def _fit(text: str, mark: ReadAnnotation, start: int, end: int) -> int:
    """How well an annotation stands at [start, end): its words count for more than the edges of any."""
    if not 0 <= start < end <= len(text):
        return -_QUOTED
    if mark.quote is not None:
        return _QUOTED if text[start:end] == mark.quote else 0
    return _is_edge(text, start) + _is_edge(text, end) + (text[start:end] == text[start:end].strip())


def _is_edge(text: str, at: int) -> bool:
    """Whether no word goes on across this place."""
    return not (text[max(0, at - 1) : at].isalnum() and text[at : at + 1].isalnum())


_QUOTED = 10
