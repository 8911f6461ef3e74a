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
from archivist.search.kernel import POSITION_BITS, Occurrences, mark, places
from archivist.search.patterns import FuzzySlot, KeySlot, PrefixSlot, Slot, WildcardSlot, wildcard_expression
from archivist.search.scoring import LENGTH_SHIFT

_MOST_KNOWN = 20_000  # terms and slots that are remembered
_POSITION = (1 << POSITION_BITS) - 1


class Leaf:
    """A segment. Its documents are numbered within it; `offset` is the number of the first in the whole index.

    For one thread.
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
        """The documents with a word that fits a slot, as a mask."""
        mask = np.zeros(self.size, bool)
        for postings in self.postings(field, slot):
            mark(postings.documents(), mask)
        return mask

    def occurrences(self, field: str, slot: Slot, among: Array | None = None) -> tuple[Occurrences, ...]:
        """Where the words that fit a slot stand: of keys term by term, of others, which may be many, as if of one.

        The mask says where that has to be known of others.
        """
        found = [Occurrences(each.documents(), each.counts(), each.positions()) for each in self.postings(field, slot)]
        if isinstance(slot, KeySlot):
            return tuple(found)
        return (_as_one(found, np.ones(self.size, bool) if among is None else among),)

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


def _as_one(terms: list[Occurrences], among: Array) -> Occurrences:
    """Where any of some terms stands in the documents of a mask."""
    stands = places(terms, among)
    documents = stands >> POSITION_BITS
    firsts = np.flatnonzero(np.diff(documents, prepend=-1))
    counts = np.diff(firsts, append=len(stands))
    return Occurrences(documents[firsts].astype("u2"), counts.astype("u4"), (stands & _POSITION).astype("u4"))


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
