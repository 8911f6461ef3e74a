# SPDX-License-Identifier: GPL-3.0-or-later
"""A text as tokens of spaCy: words, signs and white space, of which one space may belong to the token before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

# Words with what joins their parts, runs of white space, and any other character as a reader sees it, with its marks.
_TOKEN = regex.compile(r"[\p{L}\p{M}\p{N}_]+(?:['’ʼ‑-][\p{L}\p{M}\p{N}_]+)*|[^\S\n]+|\n+|\X")


@dataclass(frozen=True, slots=True)
class Token:
    """A token at [start, end), without the space that follows."""

    start: int
    end: int
    spaced: bool  # whether a space follows that is part of no token


def tokens(text: str, spans: Iterable[tuple[int, int]]) -> list[Token]:
    """Tokens that together are the text, with an edge wherever a span has one.

    So a space before which a span begins, or after which one ends, is a token of its own.
    """
    spans = list(spans)
    starts, ends = {start for start, _ in spans}, {end for _, end in spans}
    found: list[Token] = []
    for start, end in _pieces(text, sorted(starts | ends)):
        is_space = text[start] == " " and start not in starts and start + 1 not in ends
        if is_space and found and found[-1].end == start and not found[-1].spaced:
            found[-1] = Token(found[-1].start, found[-1].end, spaced=True)
            if end > start + 1:
                found.append(Token(start + 1, end, spaced=False))
        else:
            found.append(Token(start, end, spaced=False))
    return found


def _pieces(text: str, edges: list[int]) -> Iterator[tuple[int, int]]:
    """The tokens as they are without regard to spaces, cut at the edges."""
    for match in _TOKEN.finditer(text):
        start = match.start()
        for cut in edges[bisect_left(edges, start + 1) : bisect_left(edges, match.end())]:
            yield start, cut
            start = cut
        yield start, match.end()
