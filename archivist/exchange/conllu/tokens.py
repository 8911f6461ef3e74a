# SPDX-License-Identifier: GPL-3.0-or-later
"""A text as sentences of tokens. No token holds white space, and each annotation begins and ends with one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

import regex

from archivist.language.words import places_of_words

Token = tuple[int, int]  # code points, half-open

_GRAPHEME = regex.compile(r"\X")
_RUN = re.compile(r"\S+")
# The word before, the sign, and the first character after it that may begin a sentence.
_SENTENCE_END = re.compile(r"(\w*)([.!?…])[.!?…»”“\"'’)\]]*\s+(?=[«„“\"'(\[—–-]*\s*(\w))")
_ABBREVIATION = 2  # letters at most


def tokenised(text: str, edges: Iterable[int]) -> list[Token]:
    """The tokens of a text: words, and each other character by itself; parted at the edges of annotations."""
    cuts = sorted(set(edges))
    found: list[Token] = []
    passed = 0  # cuts
    for start, end in _atoms(text):
        first = passed
        while passed < len(cuts) and cuts[passed] < end:
            passed += 1
        if first == passed:  # as in most
            found.append((start, end))
        else:
            inner = [cut for cut in cuts[first:passed] if cut > start]
            found += zip([start, *inner], [*inner, end], strict=True)
    return found


def _atoms(text: str) -> Iterator[Token]:
    at = 0
    for start, end in places_of_words(text):
        yield from _signs(text, at, start)
        if len(text[start:end].split()) > 1:  # "10 000" is two
            yield from (run.span() for run in _RUN.finditer(text, start, end))
        else:
            yield start, end
        at = end
    yield from _signs(text, at, len(text))


def _signs(text: str, start: int, end: int) -> Iterator[Token]:
    if text[start:end].isspace():  # as between most words
        return
    for run in _RUN.finditer(text, start, end):
        yield from (sign.span() for sign in _GRAPHEME.finditer(text, *run.span()))


def sentences(text: str, found: list[Token]) -> list[list[Token]]:
    """The tokens by sentence. A line ends one in any case."""
    starts = _sentence_starts(text)
    result: list[list[Token]] = []
    before = 0
    for token in found:
        begins = bisect_right(starts, before) < bisect_right(starts, token[0])
        if not result or begins or "\n" in text[before : token[0]]:
            result.append([])
        result[-1].append(token)
        before = token[1]
    return result


def _sentence_starts(text: str) -> list[int]:
    """Places before which a sentence has ended: a full stop or the like, white space, then a capital or a number."""
    return [
        end.end()
        for end in _SENTENCE_END.finditer(text)
        if (end[3].isupper() or end[3].isdigit()) and not (end[2] == "." and _is_abbreviated(end[1]))
    ]


def _is_abbreviated(word: str) -> bool:
    """Whether a full stop after a word may be of the word: an initial, or as short as “м.” and “ст.”."""
    return word.isalpha() and len(word) <= (1 if word.isupper() else _ABBREVIATION)
