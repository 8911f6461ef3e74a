# SPDX-License-Identifier: GPL-3.0-or-later
"""A text cut into sentences and tokens, for programs that count in these. Every place is a pair of code points.

The sentences hold all that is not white space, none overlaps another, and each token lies in one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from archivist.language.words import places_of_words

_LINE = re.compile(r"[^\n]+")
_MARK = regex.compile(r"\X")
# The end of a sentence on its line: its signs, what closes a quotation, and white space before a new beginning.
_END = re.compile(r"[.!?…]+[»”\"'’)\]]*(?=\s+[«“„\"'(\[—–-]*\s*(?:[^\W\d_a-zа-яёіїєґ]|\d))")
_SHORT = re.compile(r"(?<!\w)([^\W\d_]{1,4})\.$")
_LONGEST_SHORT = 5  # with its full stop
# A full stop after these ends no sentence; neither does one after a single capital letter.
_WRITTEN_SHORT = (
    "тис тыс млн млрд трлн ст м ім им вул ул просп пр бул пл буд кв обл с смт стор п пп ч д н о проф акад ген"
    " грн коп дол см та ін напр тов др mr mrs ms dr prof gen st no vs inc ltd co corp"
)
_ABBREVIATIONS = frozenset(_WRITTEN_SHORT.split())


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text in order; the end of a line is the end of one."""
    for line in _LINE.finditer(text):
        start = line.start()
        for end in (match.end() for match in _END.finditer(text, line.start(), line.end())):
            if not _is_abbreviated(text, start, end):
                yield from _trimmed(text, start, end)
                start = end
        yield from _trimmed(text, start, line.end())


def _is_abbreviated(text: str, start: int, end: int) -> bool:
    match = _SHORT.search(text, max(start, end - _LONGEST_SHORT), end)
    if match is None:
        return False
    word = match[1]
    return (len(word) == 1 and word.isupper()) or word.lower() in _ABBREVIATIONS


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    inside = text[start:end]
    bare = inside.strip()
    if bare:
        begin = start + len(inside) - len(inside.lstrip())
        yield begin, begin + len(bare)


def tokens(text: str) -> Iterator[tuple[int, int]]:
    """The words of a text, and each sign between them that is no white space, in order."""
    done = 0
    for start, end in places_of_words(text):
        if not text[done:start].isspace():  # as between most words
            yield from _signs(text, done, start)
        yield start, end
        done = end
    yield from _signs(text, done, len(text))


def _signs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _MARK.finditer(text, start, end):
        bare = len(match[0].lstrip())  # a combining mark may stand on a space
        if bare:
            yield match.end() - bare, match.end()
