# SPDX-License-Identifier: GPL-3.0-or-later
"""What is read of one field of a segment: which documents its terms are in, how often and where.

    FIELD.blocks and others      its terms (dictionary)
    FIELD.documents   <u2  by posting, rising within a term
    FIELD.counts      |u1  by posting; 255 stands for 255 or more
    FIELD.frequent_at <u4  the postings with 255 or more
    FIELD.frequent    <u4  and their counts
    FIELD.positions   <u2 or <u4  of the words of each posting in turn, rising
    FIELD.letters                of its forms, for what is spelled alike (spelling)
    FIELD.lengths     |u1  by document, as Whoosh encodes it: how many words the field has

The postings of terms that follow each other follow each other, so those of all terms with one
beginning are one slice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from archivist.language.keys import FORM_MARK
from archivist.search.flat.dictionary import Dictionary, Place, write_dictionary
from archivist.search.flat.sections import Array, SectionFile, SectionWriter
from archivist.search.flat.spelling import Spelling, write_spelling

MOST_DOCUMENTS = 1 << 16  # in a segment
MOST_POSITIONS = (1 << 32) - 1  # of one field in a segment, whose places take four bytes
LAST_POSITION = (1 << 24) - 1  # where all words stand that come later
FREQUENT = 255


class Postings:
    """The postings of a range of terms of one field."""

    __slots__ = ("_counts", "_documents", "_field", "_first", "_last", "is_of_one_term", "size")

    def __init__(self, field: FieldPostings, first: Place, last: Place, *, is_of_one_term: bool) -> None:
        self._field = field
        self._first = first
        self._last = last
        self._documents: Array | None = None
        self._counts: Array | None = None
        self.is_of_one_term = is_of_one_term
        self.size = last.posting - first.posting

    def documents(self) -> Array:
        """The document of each posting; rising if it is one term's."""
        if self._documents is None:
            self._documents = self._field.documents(self._first.posting, self._last.posting)
        return self._documents

    def counts(self) -> Array:
        """How often each posting's term stands in its document."""
        if self._counts is None:
            self._counts = self._field.counts(self._first.posting, self._last.posting)
        return self._counts

    def positions(self) -> Array:
        """The positions of all postings, as many of each as its count."""
        return self._field.positions(self._first.position, self._last.position)


class FieldPostings:
    """One field of a segment."""

    def __init__(self, file: SectionFile, field: str) -> None:
        self._file = file
        self._field = field
        # By the places of the first and last value, as what is read most often.
        self.documents: Callable[[int, int], Array] = partial(file.part, f"{field}.documents")
        self.positions: Callable[[int, int], Array] = partial(file.part, f"{field}.positions")
        self._counts: Callable[[int, int], Array] = partial(file.part, f"{field}.counts")
        self.dictionary = Dictionary(file, field)
        self.spelling = Spelling(file, field, self.dictionary, FORM_MARK.encode())
        self._frequent_at = file.whole(f"{field}.frequent_at")
        self._frequent = file.whole(f"{field}.frequent")
        self._listed_frequent_at: list[int] = self._frequent_at.tolist()

    def find(self, term: bytes) -> Postings | None:
        """The postings of a term."""
        place = self.dictionary.locate(term)
        return None if place is None else Postings(self, *place, is_of_one_term=True)

    def of_terms(self, start: int, end: int) -> Postings:
        """The postings of the terms with ordinals in [start, end), which is not empty."""
        first, last = self.dictionary.span(start, end)
        return Postings(self, first, last, is_of_one_term=end - start == 1)

    def counts(self, start: int, end: int) -> Array:
        """The counts of postings."""
        counts = self._counts(start, end)
        first = bisect_left(self._listed_frequent_at, start)
        last = bisect_left(self._listed_frequent_at, end, first)
        if first == last:
            return counts
        counts = counts.astype("u4")
        counts[self._frequent_at[first:last] - start] = self._frequent[first:last]
        return counts

    @property
    def position_type(self) -> np.dtype[np.unsignedinteger]:
        """The type of its positions."""
        return self.positions(0, 0).dtype

    def lengths(self) -> Array:
        """The encoded length of the field of every document."""
        return self._file.whole(f"{self._field}.lengths")


class FieldWriter:
    """Writes the postings of one field, term by term or many terms at once, in order."""

    def __init__(
        self, file: SectionWriter, field: str, *, terms: Sequence[bytes], starts: Array, position_type: str
    ) -> None:
        """`starts` are the first posting and position of every term, and the ends, in two columns."""
        self._file = file
        self._field = field
        postings, positions = starts[-1].tolist()
        if positions > MOST_POSITIONS:  # there are no more postings than positions
            raise ValueError("the segment has too many positions")
        write_dictionary(file, field, terms, starts)
        write_spelling(file, field, terms, FORM_MARK.encode())
        self._documents = file.reserve(f"{field}.documents", "<u2", postings)
        self._counts = file.reserve(f"{field}.counts", "|u1", postings)
        self._positions = file.reserve(f"{field}.positions", position_type, positions)
        self._written = 0
        self._frequent_at: list[Array] = []
        self._frequent: list[Array] = []

    def append(self, documents: Array, counts: Array, positions: Array) -> None:
        """Write the next postings."""
        many = np.flatnonzero(counts >= FREQUENT)
        self._frequent_at.append(many + self._written)
        self._frequent.append(counts[many])
        self._written += len(documents)
        self._documents.append(documents)
        self._counts.append(np.minimum(counts, FREQUENT))
        self._positions.append(positions)

    def close(self, lengths: Array) -> None:
        """Write the lengths of the documents, and what else is left."""
        none = [np.zeros(0, "u4")]
        self._file.add(f"{self._field}.frequent_at", "<u4", np.concatenate(self._frequent_at or none))
        self._file.add(f"{self._field}.frequent", "<u4", np.concatenate(self._frequent or none))
        self._file.add(f"{self._field}.lengths", "|u1", lengths)


def position_type(highest: int) -> str:
    """The type that positions up to this one need."""
    return "<u2" if highest < 1 << 16 else "<u4"
