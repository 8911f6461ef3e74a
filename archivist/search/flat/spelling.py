# SPDX-License-Identifier: GPL-3.0-or-later
"""Which terms can be near a spelling at all, told from their letters before any is read.

    FIELD.letters  <u4  by term with the mark: a bit for each letter in it

Terms with the mark, a first byte, follow each other. A bit may stand for several letters (the last
five bits of the code point count, by which Cyrillic and Latin letters differ among themselves), so
what is told is that a term cannot fit, never that it does.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from archivist.search.flat.dictionary import Dictionary
from archivist.search.flat.sections import Array, SectionFile, SectionWriter

_LAST_BITS = 31
_END = "\n"


def write_spelling(file: SectionWriter, field: str, terms: Sequence[bytes], mark: bytes) -> None:
    """Write the letters of those of the sorted terms that begin with the mark."""
    marked = [term[len(mark) :] for term in terms if term.startswith(mark)]
    file.add(f"{field}.letters", "<u4", _spellings(marked))


class Spelling:
    """The spellings of the marked terms of one field."""

    def __init__(self, file: SectionFile, field: str, dictionary: Dictionary, mark: bytes) -> None:
        self._file = file
        self._field = field
        self._first = dictionary.beginning(mark)[0]

    def near(self, start: int, end: int, spelling: str, distance: int) -> Array:
        """Which of the marked terms with ordinals in [start, end) may be so many edits away: their ordinals."""
        letters, wanted = self._letters(start, end), _bits(spelling)
        missing = np.bitwise_count(~letters & wanted) <= distance
        added = np.bitwise_count(letters & ~wanted) <= distance
        return np.flatnonzero(missing & added) + start

    def having(self, start: int, end: int, letters_in_it: str) -> Array:
        """Which of the marked terms with ordinals in [start, end) may have all of these letters."""
        letters, wanted = self._letters(start, end), _bits(letters_in_it)
        return np.flatnonzero((letters & wanted) == wanted) + start

    def _letters(self, start: int, end: int) -> Array:
        return self._file.part(f"{self._field}.letters", start - self._first, end - self._first)


def _bits(text: str) -> np.uint32:
    bits = 0
    for letter in text:
        bits |= 1 << (ord(letter) & _LAST_BITS)
    return np.uint32(bits)


def _spellings(terms: Sequence[bytes]) -> Array:
    """The bits of the letters of each term."""
    if not terms:
        return np.zeros(0, "u4")
    # A term that was cut within a letter has a replacement in its place; it is too long to be near to anything.
    text = (_END.encode().join(terms) + _END.encode()).decode(errors="replace")
    points = np.frombuffer(text.encode("utf-32-le"), "<u4")
    ends = np.flatnonzero(points == ord(_END))
    bits = np.uint32(1) << (points & np.uint32(_LAST_BITS))
    bits[ends] = 0
    starts = np.concatenate(([0], ends[:-1] + 1))
    letters: Array = np.bitwise_or.reduceat(bits, starts)
    return letters
