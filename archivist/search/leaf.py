# SPDX-License-Identifier: GPL-3.0-or-later
"""One segment opened for searching: what the slots of a query find in it, as arrays of documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from archivist.language.keys import FORM_MARK
from archivist.search.edits import are_near
from archivist.search.fields import key_bytes
from archivist.search.flat.codec import FIELDS, FlatSegment
from archivist.search.flat.postings import FieldPostings, Postings
from archivist.search.flat.sections import Array, SectionFile
from archivist.search.patterns import FuzzySlot, KeySlot, PrefixSlot, Slot, WildcardSlot, wildcard_expression
from archivist.search.ranking import least_of_first
from archivist.search.scoring import LENGTH_SHIFT

_MOST_KNOWN = 20_000  # terms and slots that are remembered
_FEW = 12  # times fewer candidates than postings: then they are looked up one by one
NONE = np.zeros(0, np.intp)


class Leaf:
    """A segment. Its documents are numbered within it; `offset` is the number of the first in the whole index.

    For one thread: all questions share the room that it reckons in.
    """

    def __init__(self, folder: Path, segment: FlatSegment) -> None:
        """Raises OSError, DamagedSegment."""
        self.name = segment.file_name
        self.size = segment.doc_count_all()
        self.offset = 0
        self.file = SectionFile(folder / self.name)
        self._is_checked = False
        self.rows = self.file.whole("row")
        self.deleted_count = 0
        self.live: Array | None = None  # None while all live
        self.renew(segment)
        self._fields = {field: FieldPostings(self.file, field) for field in FIELDS}
        self._terms: dict[tuple[str, str], Postings | None] = {}
        self._slots: dict[tuple[str, Slot], list[Postings]] = {}
        self._lengths: dict[str, Array] = {}
        # Room to reckon in: to ask the system for it anew costs more than most of the reckoning.
        # Flags, counts and sums are clear between calls.
        self._flags = np.zeros(self.size, bool)
        self._counts = np.zeros(self.size, "u1")
        self._sums = np.zeros(self.size)
        self._numbers = np.zeros(self.size, np.intp)

    def check_in_background(self) -> None:
        """Have its file checked whole, unless that was asked for before."""
        if not self._is_checked:
            self._is_checked = True
            self.file.check_in_background()

    def renew(self, segment: FlatSegment) -> None:
        """Take over which documents are deleted now."""
        if segment.deleted_count() != self.deleted_count or self.live is None:
            self.deleted_count = segment.deleted_count()
            self.live = segment.live() if self.deleted_count else None

    def length_of_field(self, field: str) -> int:
        """How many words all documents have in a field."""
        length: int = self.file.facts["lengths"][field]
        return length

    def lengths(self, field: str) -> Array:
        """How many words each document has in a field, encoded by Whoosh in one byte, and shifted for its weights."""
        known = self._lengths.get(field)
        if known is None:
            known = self._lengths[field] = self._fields[field].lengths().astype("u2") << LENGTH_SHIFT
        return known

    def term(self, field: str, key: str) -> Postings | None:
        """The postings of a key."""
        known = self._terms.get((field, key), False)
        if known is False:
            if len(self._terms) > _MOST_KNOWN:
                self._terms.clear()
            known = self._terms[field, key] = self._fields[field].find(key_bytes(key))
        return known  # type: ignore[return-value]  # False is gone

    def postings(self, field: str, slot: Slot) -> list[Postings]:
        """The postings of all terms that fit a slot; of neighbours in the dictionary as one."""
        if isinstance(slot, KeySlot):
            found = (self.term(field, key) for key in slot.keys)
            return [postings for postings in found if postings is not None]
        known = self._slots.get((field, slot))
        if known is None:
            if len(self._slots) > _MOST_KNOWN:
                self._slots.clear()
            postings = self._fields[field]
            known = [postings.of_terms(start, end) for start, end in _ranges(postings, slot)]
            self._slots[field, slot] = known
        return known

    def frequency(self, field: str, slot: Slot) -> int:
        """How many postings a slot has: no fewer than documents."""
        return sum(postings.size for postings in self.postings(field, slot))

    def documents(self, field: str, slot: Slot) -> Array:
        """The documents with a word that fits a slot: rising numbers, or a mask of all documents."""
        found = self.postings(field, slot)
        if not found:
            return NONE
        if len(found) == 1 and isinstance(slot, KeySlot):
            return found[0].documents()
        mask = np.zeros(self.size, bool)
        for postings in found:
            documents = postings.documents()
            for start in range(0, len(documents), self.size):
                mask[self.numbers_of(documents[start : start + self.size])] = True
        return mask

    def having(self, documents: Array, candidates: Array) -> Array:
        """Which of the candidates are among documents, which are numbers or a mask."""
        if documents.dtype == bool:
            return documents.take(candidates)
        if not len(documents):
            return np.zeros(len(candidates), bool)
        if len(candidates) * _FEW < len(documents):
            places = documents.searchsorted(candidates.astype(documents.dtype, copy=False))
            places[places == len(documents)] = 0
            found: Array = documents[places] == candidates
            return found
        flags = self._flags
        flags[self.numbers_of(documents)] = True
        found = flags.take(candidates)
        flags.fill(0)
        return found

    def numbers_of(self, documents: Array) -> Array:
        """Documents as numbers that arrays are indexed by, valid until the next call."""
        numbers = self._numbers[: len(documents)]
        numbers[:] = documents
        return numbers

    def counts(self, postings: Postings, candidates: Array) -> Array:
        """How often the one term of the postings stands in each candidate; 0 where it does not."""
        documents, counts = postings.documents(), postings.counts()
        if len(candidates) * _FEW < len(documents):
            wanted = candidates.astype(documents.dtype)
            places = documents.searchsorted(wanted)
            found = counts.take(places, mode="clip")
            found *= documents.take(places, mode="clip") == wanted
            return found
        by_document = self._counts if counts.dtype == self._counts.dtype else np.zeros(self.size, counts.dtype)
        by_document[self.numbers_of(documents)] = counts
        found = by_document.take(candidates)
        by_document.fill(0)
        return found

    def rising(self, parts: list[Array]) -> Array:
        """The documents of several postings, each once and in order."""
        documents = np.concatenate(parts)
        documents.sort(kind="stable")  # by digits, as they have two bytes
        first = np.ones(len(documents), bool)
        np.not_equal(documents[1:], documents[:-1], out=first[1:])
        return documents[first].astype(np.intp)

    def add_up(self, numbers: Array, values: Array, most: int | None, each: int) -> tuple[int, Array, Array]:
        """How many different documents have these numbers, and which, rising, with the sums of their values.

        A number comes `each` times at most. With a `most`, only documents that may be among the first by their sums.
        """
        self._flags[numbers] = True
        np.add.at(self._sums, numbers, values)
        total = int(np.count_nonzero(self._flags))
        if most is not None and most * each < len(numbers):
            # To list all documents would cost more than to look at some of them several times.
            sums = self._sums.take(numbers)
            best = np.sort(numbers[sums >= least_of_first(sums, most * each)]) if most else NONE
            first = np.ones(len(best), bool)
            np.not_equal(best[1:], best[:-1], out=first[1:])
            found = best[first]
        else:
            found = self._flags.nonzero()[0]
        self._flags.fill(0)
        scores = self._sums.take(found)
        if len(numbers) < self.size:
            self._sums[numbers] = 0.0
        else:
            self._sums.fill(0.0)
        return total, found, scores

    def places_of(self, candidates: Array, postings: Postings) -> Array:
        """The postings that are of candidates, which rise, by their place; those of many terms are in no order."""
        documents = postings.documents()
        if postings.is_of_one_term and len(candidates) * _FEW < len(documents):
            wanted = candidates.astype(documents.dtype)
            places = documents.searchsorted(wanted)
            found: Array = places[documents.take(places, mode="clip") == wanted]
            return found
        return self.having(candidates, documents).nonzero()[0]

    def positions(self, field: str, places: Array) -> Array:
        """Positions by their place in the field; of postings of which the starts were asked for."""
        return self._fields[field].positions_at(places)

    def place_type(self, field: str) -> tuple[str, int]:
        """What holds a document and a position of a field in one number, and how many bits of it the position takes."""
        return ("u4", 16) if self._fields[field].position_type.itemsize == 2 else ("i8", 32)  # noqa: PLR2004

    def near(self, field: str, form: str, distance: int) -> Iterator[tuple[str, int]]:
        """Every form so many edits from another at most, with the number of its documents."""
        postings = self._fields[field]
        for ordinal in _fuzzy(postings, FuzzySlot(form, distance)):
            term = postings.dictionary.term(ordinal).decode(errors="replace")
            yield term.removeprefix(FORM_MARK), postings.of_terms(ordinal, ordinal + 1).size

    def forms(self, field: str, beginning: str, most: int) -> Iterator[tuple[str, int]]:
        """The first forms that begin so, with the number of their documents."""
        postings = self._fields[field]
        start, end = postings.dictionary.beginning(key_bytes(FORM_MARK + beginning))
        end = min(end, start + most)
        if start < end:
            frequencies = postings.dictionary.sizes(start, end)[:, 0].tolist()
            for term, frequency in zip(postings.dictionary.terms(start, end), frequencies, strict=True):
                yield term.decode(errors="replace").removeprefix(FORM_MARK), frequency


def _ranges(postings: FieldPostings, slot: Slot) -> Iterator[tuple[int, int]]:
    """The ranges of ordinals of the terms that fit a slot of forms."""
    match slot:
        case PrefixSlot(prefix):
            start, end = postings.dictionary.beginning(key_bytes(prefix))
            if start < end:
                yield start, end
        case WildcardSlot():
            yield from _joined(_wildcard(postings, slot))
        case FuzzySlot():
            yield from _joined(_fuzzy(postings, slot))


def _wildcard(postings: FieldPostings, slot: WildcardSlot) -> Iterator[int]:
    dictionary = postings.dictionary
    start, end = dictionary.beginning(key_bytes(FORM_MARK + slot.beginning))
    matches = wildcard_expression(slot.pattern).fullmatch
    possible = postings.spelling.having(start, end, slot.pattern.replace("*", "").replace("?", ""))
    for ordinal, term in dictionary.terms_at(possible.tolist()):
        if matches(term.decode(errors="replace"), len(FORM_MARK)):
            yield ordinal


def _fuzzy(postings: FieldPostings, slot: FuzzySlot) -> Iterator[int]:
    dictionary = postings.dictionary
    start, end = dictionary.beginning(key_bytes(FORM_MARK + slot.form[:1]))
    possible = postings.spelling.near(start, end, slot.form, slot.distance)
    for ordinal, term in dictionary.terms_at(possible.tolist()):
        if are_near(slot.form, term.decode(errors="replace")[len(FORM_MARK) :], slot.distance):
            yield ordinal


def _joined(ordinals: Iterator[int]) -> Iterator[tuple[int, int]]:
    """Rising ordinals as ranges."""
    start = end = -1
    for ordinal in ordinals:
        if ordinal != end:
            if start >= 0:
                yield start, end
            start = ordinal
        end = ordinal + 1
    if start >= 0:
        yield start, end
