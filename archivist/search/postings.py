# SPDX-License-Identifier: GPL-3.0-or-later
"""Where patterns stand in one segment of the index, read from Whoosh's postings.

A word of a query is many keys of the index, and their occurrences are the same words. Whoosh's Or
would count them over and over, and its DisjunctionMax scores one document by the occurrences of
another; so keys are put together here, before anything is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import Any

from whoosh.reading import IndexReader

from archivist.search.patterns import Pattern, Slot

_SKIPPING_PAYS = 8  # from so many postings on for each document that is asked for


class Segment:
    """A segment of the index; documents are numbered within it."""

    def __init__(self, reader: IndexReader, offset: int) -> None:
        self.offset = offset  # of its documents within the whole index
        self._reader = reader
        self._known_keys: dict[tuple[str, Slot], list[bytes]] = {}

    def length(self, field: str, document: int) -> int:
        """How many keys a field of a document has, about: Whoosh keeps it in one byte."""
        length: int = self._reader.doc_field_length(document, field, 1)
        return length

    def documents(self, field: str, pattern: Pattern, within: Set[int] | None) -> set[int]:
        """The documents in which a pattern stands, of all or of those given."""
        if len(pattern) > 1:
            return set(self.counts(field, pattern, within))
        found = self._having(field, pattern[0])
        return found if within is None else found & within

    def counts(self, field: str, pattern: Pattern, within: Set[int] | None) -> dict[int, float]:
        """How often a pattern stands in each document in which it does."""
        if len(pattern) == 1:
            return self._word_counts(field, pattern[0], within)
        candidates = self._candidates(field, pattern, within)
        beginnings: dict[int, set[int]] = {}
        for place, slot in enumerate(pattern):
            positions = self._positions(field, slot, candidates)
            shifted = ((document, {at - place for at in found}) for document, found in positions.items())
            beginnings = {
                document: remaining
                for document, found in shifted
                if (remaining := found & beginnings[document] if place else found)
            }
            candidates = set(beginnings)
        return {document: float(len(found)) for document, found in beginnings.items()}

    def frequency(self, field: str, slot: Slot) -> int:
        """How many documents a word is in, at most."""
        return sum(self._frequency(field, key) for key in self.keys(field, slot))

    def keys(self, field: str, slot: Slot) -> list[bytes]:
        """The keys of a slot that are in this segment."""
        known = self._known_keys.get((field, slot))
        if known is None:
            if slot.prefix:
                known = list(self._reader.expand_prefix(field, slot.prefix.encode()))
            else:
                known = [key.encode() for key in slot.keys if (field, key.encode()) in self._reader]
            self._known_keys[field, slot] = known
        return known

    def _frequency(self, field: str, key: bytes) -> int:
        frequency: int = self._reader.doc_frequency(field, key)
        return frequency

    def _having(self, field: str, slot: Slot) -> set[int]:
        found: set[int] = set()
        for key in self.keys(field, slot):
            found.update(self._reader.postings(field, key).all_ids())
        return found

    def _candidates(self, field: str, pattern: Pattern, within: Set[int] | None) -> set[int]:
        """The documents that have all words of a pattern, sought by the rarest first."""
        found = None if within is None else set(within)
        for slot in sorted(set(pattern), key=lambda slot: self.frequency(field, slot)):
            having = self._having(field, slot)
            found = having if found is None else found & having
            if not found:
                break
        return found or set()

    def _word_counts(self, field: str, slot: Slot, within: Set[int] | None) -> dict[int, float]:
        counts: dict[int, float] = {}
        for key in self.keys(field, slot):
            for document, postings in self._matching(field, key, within):
                # Keys of one word stand in the same places, so the most frequent tells.
                counts[document] = max(postings.weight(), counts.get(document, 0.0))
        return counts

    def _positions(self, field: str, slot: Slot, within: Set[int]) -> dict[int, set[int]]:
        found: dict[int, set[int]] = {}
        for key in self.keys(field, slot):
            for document, postings in self._matching(field, key, within):
                found.setdefault(document, set()).update(postings.value_as("positions"))
        return found

    def _matching(self, field: str, key: bytes, within: Set[int] | None) -> Iterator[tuple[int, Any]]:
        """Each document with a key, and Whoosh's matcher standing at it."""
        postings = self._reader.postings(field, key)
        if within is not None and len(within) * _SKIPPING_PAYS < self._frequency(field, key):
            yield from _skipping(postings, sorted(within))
            return
        while postings.is_active():
            document = postings.id()
            if within is None or document in within:
                yield document, postings
            postings.next()


def _skipping(postings: Any, documents: Iterable[int]) -> Iterator[tuple[int, Any]]:
    for document in documents:
        if not postings.is_active():
            return
        if postings.id() < document:
            postings.skip_to(document)
        if postings.is_active() and postings.id() == document:
            yield document, postings
