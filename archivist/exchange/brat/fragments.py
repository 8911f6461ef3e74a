# SPDX-License-Identifier: GPL-3.0-or-later
"""Places as brat writes them: one or several fragments, none of which holds the end of a line.

brat gives the words of several as one text, with a space between two. All offsets are code points.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from archivist.model import JsonValue
from archivist.text import canonical

Fragment = tuple[int, int]

# What cannot stand in a line of an .ann file, or some program takes for its end.
_BREAK = re.compile("[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_PIECE = re.compile(f"[^{_BREAK.pattern[1:-1]}]+")


def fragments_of(text: str, start: int, end: int) -> list[Fragment]:
    """A span as the fragments of its lines, without the white space around each.

    A span that is nothing but white space is one fragment.
    """
    found = []
    for piece in _PIECE.finditer(text, start, end):
        words = piece.group()
        before, after = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
        if before < len(words):
            found.append((piece.start() + before, piece.end() - after))
    return found or [(start, end)]


def words_of(text: str, fragments: Sequence[Fragment]) -> str:
    """The words of fragments as brat repeats them."""
    return " ".join(_BREAK.sub(" ", text[start:end]) for start, end in fragments)


def merged(text: str | None, fragments: Sequence[Fragment]) -> list[Fragment]:
    """The fragments, those as one between which there is nothing but white space."""
    found: list[Fragment] = []
    for start, end in sorted(fragments):
        is_near = text is not None and found and found[-1][1] <= start <= len(text)
        if text is not None and is_near and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def as_attribute(text: str | None, fragments: Sequence[Fragment]) -> list[list[int]]:
    """Fragments as an annotation keeps them: in code points of the text as an archive stores it, from its start."""
    first = fragments[0][0]

    def counted(offset: int) -> int:
        return offset - first if text is None else len(canonical(text[first:offset], compose=False))

    return [[counted(start), counted(end)] for start, end in fragments]


def from_attribute(value: JsonValue, text: str, start: int, end: int) -> list[Fragment]:
    """The fragments of an annotation that keeps them as as_attribute() gives them; [] where they cannot be written."""
    if not isinstance(value, list) or len(value) < 2:  # noqa: PLR2004 - one is none
        return []
    found: list[Fragment] = []
    for pair in value:
        if not (isinstance(pair, list) and len(pair) == 2 and all(type(offset) is int for offset in pair)):  # noqa: PLR2004
            return []
        found.append((start + pair[0], start + pair[1]))
    offsets = [offset for fragment in found for offset in fragment]
    if offsets != sorted(offsets) or (offsets[0], offsets[-1]) != (start, end):
        return []
    split = [piece for fragment in found for piece in fragments_of(text, *fragment)]
    return split if merged(text, split) == found else []
