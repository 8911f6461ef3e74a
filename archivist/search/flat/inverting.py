# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a segment out of texts.

Every written form is a number and has its keys looked up once; a text is then the numbers of its
words. The inversion itself, from words in a text to texts of a key, is one sort of an array.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from whoosh.util.numeric import length_to_byte

from archivist.search.flat.postings import LAST_POSITION, MOST_DOCUMENTS, FieldWriter, position_type
from archivist.search.flat.sections import Array, SectionWriter

_GAP = 100  # positions between the texts of a field, so that no phrase runs from one into the next
_MOST_WORDS = 2_000_000  # of a segment, which to invert takes some 300 MB
_MOST_TERMS = 1_000_000  # that are remembered, in about 250 MB
_DOCUMENT_BITS, _POSITION_BITS = 16, 24  # of an occurrence in one number; above them stands its term


@dataclass(frozen=True, slots=True)
class Text:
    """The texts of one field of an article."""

    language: str
    texts: Sequence[str]


class Inverter:
    """Collects articles, at most MOST_DOCUMENTS of them, and writes them as a segment."""

    def __init__(
        self,
        fields: Sequence[str],
        split: Callable[[str], list[str]],
        keys: Callable[[str, str], Sequence[bytes]],
    ) -> None:
        """`split` gives the words of a text, `keys` those of a word in a language."""
        self._names = fields
        self._split = split
        self._keys = keys
        self._forget()
        self.clear()

    def __len__(self) -> int:
        return len(self._columns["row"])

    @property
    def is_full(self) -> bool:
        """Whether it is time to write a segment."""
        words = sum(len(stream) for stream in self._fields.values())
        return words >= _MOST_WORDS or len(self) == MOST_DOCUMENTS

    def clear(self) -> None:
        """Begin another segment. What was learned of words is kept, within bounds."""
        self._fields = {field: _Stream() for field in self._names}
        self._columns = {"row": array("q"), "seq": array("q")}
        if len(self._terms) > _MOST_TERMS:
            self._forget()

    def _forget(self) -> None:
        self._terms = _Numbers()
        self._table = _FormTable(self._terms)
        self._forms: dict[str, _Forms] = {}

    def add(self, row: int, seq: int, texts: Mapping[str, Text]) -> None:
        """Take in an article."""
        document = len(self)
        if document == MOST_DOCUMENTS:
            raise ValueError("the segment is full")
        self._columns["row"].append(row)
        self._columns["seq"].append(seq)
        for field, stream in self._fields.items():
            text = texts.get(field)
            length = 0
            if text is not None:
                forms = self._forms_of(text.language)
                first = 0
                for part in text.texts:
                    found = [forms[word] for word in self._split(part)]
                    stream.add(document, first, found)
                    first += len(found) + _GAP
                    length += len(found)
            stream.lengths.append(length)

    def write(self, path: Path) -> Mapping[str, int]:
        """Write the segment; returns the length of each field in words. Raises OSError."""
        file = SectionWriter(path)
        try:
            for name, values in self._columns.items():
                file.add(name, "<i8", np.frombuffer(values, "i8") if values else np.zeros(0, "i8"))
            lengths = {}
            for field, stream in self._fields.items():
                self._write_field(file, field, stream)
                lengths[field] = sum(stream.lengths)
            file.close({"documents": len(self), "lengths": lengths})
        except BaseException:
            file.abandon()
            raise
        return lengths

    def _forms_of(self, language: str) -> _Forms:
        found = self._forms.get(language)
        if found is None:
            found = self._forms[language] = _Forms(language, self._keys, self._table)
        return found

    def _write_field(self, file: SectionWriter, field: str, stream: _Stream) -> None:
        occurrences = stream.occurrences(*self._table.arrays())
        used = np.unique(occurrences >> (_DOCUMENT_BITS + _POSITION_BITS))
        terms = sorted((self._terms.listed[number], number) for number in used.tolist())
        ranks = np.zeros(len(self._terms.listed), "u8")
        ranks[[number for _, number in terms]] = np.arange(len(terms), dtype="u8")
        occurrences = _ranked(occurrences, ranks)
        occurrences.sort()
        positions = occurrences & LAST_POSITION
        postings = occurrences >> _POSITION_BITS
        firsts = _changes(postings)
        counts = np.diff(firsts, append=len(postings))
        postings = postings[firsts]
        first_of_term = _changes(postings >> _DOCUMENT_BITS)
        starts = np.empty((len(terms) + 1, 2), "i8")
        starts[:-1, 0] = first_of_term
        starts[:-1, 1] = firsts[first_of_term]
        starts[-1] = len(postings), len(positions)
        highest = int(positions.max(initial=0))
        writer = FieldWriter(
            file, field, terms=[term for term, _ in terms], starts=starts, position_type=position_type(highest)
        )
        writer.append(postings & (MOST_DOCUMENTS - 1), counts, positions)
        writer.close(np.array([length_to_byte(length) for length in stream.lengths], "u1"))


class _Numbers(dict[bytes, int]):
    """Numbers terms as they come."""

    def __init__(self) -> None:
        super().__init__()
        self.listed: list[bytes] = []

    def __missing__(self, term: bytes) -> int:
        number = self[term] = len(self.listed)
        self.listed.append(term)
        return number


class _FormTable:
    """The terms of every form, one after the other."""

    def __init__(self, terms: _Numbers) -> None:
        self._numbers = terms
        self._terms = array("I")
        self._starts = array("I", [0])

    def add(self, keys: Sequence[bytes]) -> int:
        """The number of a new form with these keys."""
        self._terms.extend([self._numbers[key] for key in keys])
        self._starts.append(len(self._terms))
        return len(self._starts) - 2

    def arrays(self) -> tuple[Array, Array]:
        """The terms, and where those of each form begin."""
        terms = np.frombuffer(self._terms, "u4") if self._terms else np.zeros(0, "u4")
        return terms, np.frombuffer(self._starts, "u4")


class _Forms(dict[str, int]):
    """Numbers the forms of one language as they come; those that are known cost a look into a dict."""

    def __init__(self, language: str, keys: Callable[[str, str], Sequence[bytes]], table: _FormTable) -> None:
        super().__init__()
        self._language = language
        self._keys = keys
        self._table = table

    def __missing__(self, word: str) -> int:
        number = self[word] = self._table.add(self._keys(word, self._language))
        return number


class _Stream:
    """The words of one field of all articles, as numbers of forms."""

    def __init__(self) -> None:
        self.lengths = array("Q")  # of each document, in words
        self._forms = array("I")
        self._documents = array("I")  # of each text
        self._firsts = array("I")  # position of the first word of each text
        self._sizes = array("I")  # of each text, in words

    def __len__(self) -> int:
        return len(self._forms)

    def add(self, document: int, first: int, forms: list[int]) -> None:
        """Take in a text."""
        self._forms.extend(forms)
        self._documents.append(document)
        self._firsts.append(first)
        self._sizes.append(len(forms))

    def occurrences(self, terms: Array, starts: Array) -> Array:
        """Every term of every word: term, document and position in one number."""
        if not self._forms:
            return np.zeros(0, "u8")
        forms = np.frombuffer(self._forms, "u4")
        sizes = np.frombuffer(self._sizes, "u4")
        before = np.cumsum(sizes, dtype="i8") - sizes
        positions = np.arange(len(forms)) + np.repeat(np.frombuffer(self._firsts, "u4") - before, sizes)
        np.minimum(positions, LAST_POSITION, out=positions)
        places = (np.repeat(np.frombuffer(self._documents, "u4"), sizes).astype("u8") << _POSITION_BITS) | (
            positions.astype("u8")
        )
        first_key = starts[forms].astype("i8")
        keys = starts[forms + 1] - first_key
        before = np.cumsum(keys) - keys
        each = np.arange(int(keys.sum())) + np.repeat(first_key - before, keys)
        found: Array = (terms[each].astype("u8") << (_DOCUMENT_BITS + _POSITION_BITS)) | np.repeat(places, keys)
        return found


def _ranked(occurrences: Array, ranks: Array) -> Array:
    """The occurrences with the ranks of their terms instead of their numbers."""
    bits = _DOCUMENT_BITS + _POSITION_BITS
    ranked: Array = (ranks[occurrences >> bits] << bits) | (occurrences & ((1 << bits) - 1))
    return ranked


def _changes(values: Array) -> Array:
    """Where a value differs from the one before; the first always does."""
    if not len(values):
        return np.zeros(0, "i8")
    return np.flatnonzero(np.concatenate(([True], values[1:] != values[:-1])))
