# SPDX-License-Identifier: GPL-3.0-or-later
"""What the offsets of a file count where neither its format nor its quotes say so, by what stands at them.

Programs in a browser count UTF-16 units, those in Python code points; after an emoji the two differ.
One annotation may cut a word, but those of a whole file together begin and end where words do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from archivist.exchange.items import ReadAnnotation, Unit
from archivist.text import Utf16Map

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_IMPOSSIBLE = -10  # edges; what a place outside of the text speaks against a unit


@dataclass(slots=True)
class Evidence:
    """How well the offsets of a file fit its texts in either unit. Only annotations after an emoji or the like tell."""

    annotations: int = 0  # that tell
    for_code_points: int = 0  # edges that are those of words
    for_utf16: int = 0

    def see(self, text: str, annotations: Iterable[ReadAnnotation]) -> None:
        """Look at the annotations of a text."""
        first = _ASTRAL.search(text)
        telling = [mark for mark in annotations if first is not None and mark.end > first.start()]
        if not telling:
            return
        units = Utf16Map(text)
        self.annotations += len(telling)
        for mark in telling:
            self.for_code_points += _edges(text, mark.start, mark.end)
            self.for_utf16 += _edges(text, *_from_utf16(units, mark.start, mark.end))

    @property
    def unit(self) -> Unit:
        """What they count: code points, unless UTF-16 units fit better."""
        return Unit.UTF16 if self.for_utf16 > self.for_code_points else Unit.CODE_POINTS

    @property
    def told(self) -> str:
        """What a person should know of that; "" where nothing is doubtful."""
        if not self.annotations or self.for_code_points > self.for_utf16:
            return ""
        what = f"{self.annotations} annotations come after characters such as emoji, and the file does not say whether"
        if self.unit is Unit.CODE_POINTS:
            return f"{what} its places count these as one or as two; they were taken to count them as one"
        return f"{what} its places count these as one or as two; they were taken to count them as two, as words show"


def agrees(text: str, start: int, end: int, quote: str) -> bool:
    """Whether a quote is at its place in a text, in one unit or the other."""
    if 0 <= start < end and text[start:end] == quote:
        return True
    if text.isascii():
        return False
    at, after = _from_utf16(Utf16Map(text), start, end)
    return 0 <= at < after and text[at:after] == quote


def _from_utf16(units: Utf16Map, start: int, end: int) -> tuple[int, int]:
    try:
        return units.to_code_point(start), units.to_code_point(end)
    except ValueError:
        return -1, -1


def _edges(text: str, start: int, end: int) -> int:
    """How many edges of words are at the edges of [start, end), and whether no white space is within them."""
    if not 0 <= start < end <= len(text):
        return _IMPOSSIBLE
    is_tight = not text[start].isspace() and not text[end - 1].isspace()
    return _is_edge(text, start) + _is_edge(text, end) + is_tight


def _is_edge(text: str, at: int) -> bool:
    """Whether no word goes on across this place."""
    return not (text[max(0, at - 1) : at].isalnum() and text[at : at + 1].isalnum())
