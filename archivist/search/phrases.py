# SPDX-License-Identifier: GPL-3.0-or-later
"""In which documents the words of a phrase stand as they should, by document and position in one number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np

from archivist.search.flat.postings import Postings
from archivist.search.flat.sections import Array
from archivist.search.leaf import NONE, Leaf
from archivist.search.patterns import KeySlot, Pattern, Slot

POSITION_BITS = 32
_PAIR = 2  # words, of which the nearest need be looked at only


def documents_with(leaf: Leaf, field: str, pattern: Pattern) -> Array:
    """The documents in which a pattern of several slots stands; rising."""
    asked = {slot: leaf.postings(field, slot) for slot in pattern.slots}
    by_frequency = sorted(asked, key=lambda slot: sum(postings.size for postings in asked[slot]))
    having = leaf.documents(field, by_frequency[0])
    candidates = having.nonzero()[0] if having.dtype == bool else having.astype(np.intp)
    kept: dict[Slot, list[Array]] = {}
    for slot in by_frequency[1:]:
        if not len(candidates):
            return NONE
        if isinstance(slot, KeySlot):
            kept = {slot: [leaf.places_of(candidates, postings) for postings in asked[slot]]}
            candidates = _documents_at(leaf, asked[slot], kept[slot])
        else:
            kept = {}
            candidates = candidates[leaf.having(leaf.documents(field, slot), candidates)]
    if not len(candidates):
        return NONE
    if pattern.slop is None:
        return _in_a_row(leaf, field, pattern.slots, candidates, kept)
    return _in_a_window(leaf, field, pattern.slots, len(pattern.slots) + pattern.slop, candidates)


def _documents_at(leaf: Leaf, asked: list[Postings], kept: list[Array]) -> Array:
    """The documents of some places among the postings of several terms."""
    documents = [postings.documents().take(places) for postings, places in zip(asked, kept, strict=True)]
    if len(documents) == 1:
        return documents[0].astype(np.intp)
    return leaf.rising(np.concatenate([NONE, *documents], dtype=np.intp))


def _in_a_row(
    leaf: Leaf, field: str, slots: tuple[Slot, ...], candidates: Array, kept: Mapping[Slot, list[Array]]
) -> Array:
    """The documents where the slots follow each other; `kept` are places of the candidates that are known.

    Every place of a slot tells where a match would begin. Where one does, all slots say so, and their
    numbers follow each other once all are sorted by document, beginning and slot.
    """
    number = len(slots)
    bits = (2 * number - 1).bit_length()  # so that the last slot of one beginning is far from the first of the next
    found = _Places(leaf, field)
    for place, slot in enumerate(slots):
        found.add(slot, candidates, place - (place << bits), kept.get(slot))
    beginnings = found.listed(bits)
    if number > _PAIR:
        beginnings = beginnings[_firsts(beginnings)]
    begins = beginnings[number - 1 :] - beginnings[: 1 - number] == number - 1
    return _documents(beginnings[: 1 - number][begins] >> bits)


def _in_a_window(leaf: Leaf, field: str, slots: tuple[Slot, ...], width: int, candidates: Array) -> Array:
    """The documents where all slots stand in so many words that follow each other, in any order."""
    places = {slot: places_of_slot(leaf, field, slot, candidates) for slot in set(slots)}
    if len(slots) == len(places) == _PAIR:
        fewer, more = sorted(places.values(), key=len)
        nearest = more.searchsorted(fewer - (width - 1))
        there = nearest < len(more)
        nearest[~there] = 0
        return _documents(fewer[there & (more[nearest] < fewer + width)])
    beginnings = np.sort(np.concatenate(list(places.values())))
    fits = np.ones(len(beginnings), bool)
    for slot, number in Counter(slots).items():
        found = places[slot]
        last = found.searchsorted(beginnings) + number - 1
        there = last < len(found)
        last[~there] = 0
        fits &= there & (found[last] < beginnings + width)
    return _documents(beginnings[fits])


def places_of_slot(leaf: Leaf, field: str, slot: Slot, candidates: Array) -> Array:
    """Where a slot stands in the candidates: document and position in one number, rising."""
    found = _Places(leaf, field)
    found.add(slot, candidates)
    places = found.listed()
    return places[_firsts(places)]


class _Places:
    """Where slots stand, read all at once."""

    def __init__(self, leaf: Leaf, field: str) -> None:
        self._leaf = leaf
        self._field = field
        self._documents = [NONE]  # of each posting
        self._counts = [NONE]
        self._starts = [NONE]  # of its positions
        self._added: list[int] = [0]

    def add(self, slot: Slot, candidates: Array, added: int = 0, known: list[Array] | None = None) -> None:
        """Take in the postings of a slot that are of candidates, in places that may be known by postings.

        Something may be added to where they stand.
        """
        for number, postings in enumerate(self._leaf.postings(self._field, slot)):
            kept = self._leaf.places_of(candidates, postings) if known is None else known[number]
            if len(kept):
                self._documents.append(postings.documents().take(kept))
                self._counts.append(postings.counts().take(kept))
                self._starts.append(postings.starts(kept))
                self._added.append(added)

    def listed(self, bits: int = 0) -> Array:
        """All places, rising: document and position in one number, shifted by so many bits, and what is added."""
        counts = np.concatenate(self._counts, dtype=np.intp)
        places = np.concatenate(self._documents, dtype="i8")
        places <<= POSITION_BITS + bits
        end = 0
        for documents, added in zip(self._documents, self._added, strict=True):
            start, end = end, end + len(documents)
            if added:
                places[start:end] += added
        each = np.concatenate(self._starts)
        each += counts
        each -= counts.cumsum()
        each = each.repeat(counts)
        each += np.arange(len(each))
        positions = self._leaf.positions(self._field, each).astype("i8")
        positions <<= bits
        positions += places.repeat(counts)
        positions.sort()
        return positions


def _documents(places: Array) -> Array:
    """The documents of rising places, each once."""
    documents = places >> POSITION_BITS
    if not len(documents):
        return NONE
    return documents[_firsts(documents)]


def _firsts(values: Array) -> Array:
    """Which of some rising values differ from the one before."""
    firsts = np.ones(len(values), bool)
    np.not_equal(values[1:], values[:-1], out=firsts[1:])
    return firsts
