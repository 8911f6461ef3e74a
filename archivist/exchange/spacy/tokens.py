# SPDX-License-Identifier: GPL-3.0-or-later
"""A text as tokens of spaCy: words, signs and white space, of which one space may belong to the token before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

import regex

# Words with what joins their parts, runs of white space, and any other character as a reader sees it, with its marks;
# and the space after it.
_TOKEN = regex.compile(r"([\p{L}\p{M}\p{N}_]+(?:['’ʼ‑-][\p{L}\p{M}\p{N}_]+)*|[^\S\n]+|\n+|\X)( ?)")


@dataclass(slots=True)
class Tokens:
    """The tokens of a text."""

    words: list[str] = field(default_factory=list)
    spaced: list[bool] = field(default_factory=list)  # whether a space follows that is part of no token
    before: dict[int, int] = field(default_factory=dict)  # how many there are before each edge of a span


def tokens(text: str, spans: Iterable[tuple[int, int]]) -> Tokens:
    """Tokens that together are the text, with an edge wherever a span (not empty) has one.

    So a space with which a span begins or ends is a token of its own.
    """
    spans = list(spans)
    starts, ends = {start for start, _ in spans}, {end for _, end in spans}
    found = Tokens()
    for start, end in pairwise(sorted({0, len(text)} | starts | ends)):
        found.before[start] = len(found.words)
        belongs_before = start > 0 and not found.spaced[-1] and start not in starts and start + 1 not in ends
        at = start + 1 if text[start] == " " and belongs_before else start
        if at > start:
            found.spaced[-1] = True
        ends_with_space = end in ends and end > at and text[end - 1] == " "
        for word, space in _TOKEN.findall(text, at, end - 1 if ends_with_space else end):
            found.words.append(word)
            found.spaced.append(bool(space))
        if ends_with_space:
            found.words.append(" ")
            found.spaced.append(False)
    found.before[len(text)] = len(found.words)
    return found
