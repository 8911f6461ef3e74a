# SPDX-License-Identifier: GPL-3.0-or-later
"""In which documents the words of a phrase stand as they should, by document and position in one number."""

from __future__ import annotations

from collections import Counter

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
    sizes = {slot: sum([postings.size for postings in found]) for slot, found in asked.items()}
    if not all(sizes.values()):
        return NONE
    if pattern.slop is None:
        return _in_a_row(leaf, field, [asked[slot] for slot in pattern.slots], [sizes[slot] for slot in pattern.slots])
    by_frequency = sorted(asked, key=sizes.__getitem__)
    having = leaf.documents(field, by_frequency[0])
    candidates = having.nonzero()[0] if having.dtype == bool else having.astype(np.intp)
    for slot in by_frequency[1:]:
        if isinstance(slot, KeySlot):
            candidates = _documents_among(leaf, asked[slot], candidates)
        else:
            candidates = candidates[leaf.having(leaf.documents(field, slot), candidates)]
        if not len(candidates):
            return NONE
    return _in_a_window(leaf, field, pattern.slots, len(pattern.slots) + pattern.slop, candidates)


def _documents_among(leaf: Leaf, asked: list[Postings], candidates: Array) -> Array:
    """The candidates with any of several terms."""
    documents = [postings.documents().take(leaf.places_of(candidates, postings)) for postings in asked]
    if len(documents) == 1:
        return documents[0].astype(np.intp)
    return leaf.rising(documents)


def _in_a_row(leaf: Leaf, field: str, slots: list[list[Postings]], sizes: list[int]) -> Array:
    """The documents where words of the slots follow each other; of each slot the postings and their number.

    The rarest slot tells where the others would have to stand, and there they are looked for one after the other.
    """
    rarest, *others = sorted(range(len(slots)), key=sizes.__getitem__)
    dtype, bits = leaf.place_type(field)
    found = _all_places(slots[rarest], dtype, bits)
    for place in others:
        there = _places_among(leaf, field, slots[place], _documents(found, bits), dtype, bits)
        if not len(there):
            return NONE
        wanted = found + (place - rarest) if place > rarest else found - (rarest - place)
        stands = there.take(there.searchsorted(wanted), mode="clip") == wanted
        # What lies beyond an end of its document is a place in another one.
        stands &= wanted >> bits == found >> bits
        found = found[stands]
        if not len(found):
            return NONE
    return _documents(found, bits)


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
    places = _places_among(leaf, field, leaf.postings(field, slot), candidates, "i8", POSITION_BITS)
    return places[_firsts(places)]


def _all_places(asked: list[Postings], dtype: str, bits: int) -> Array:
    """Where some terms stand, rising: document and, in the last so many bits, position.

    Where several of them stand, the place is there as often.
    """
    parts = []
    for postings in asked:
        documents = postings.documents().astype(dtype)
        documents <<= bits
        places = documents.repeat(postings.counts())
        places += postings.positions()
        parts.append(places)
    return _in_order(_joined(parts), asked)


def _places_among(leaf: Leaf, field: str, asked: list[Postings], candidates: Array, dtype: str, bits: int) -> Array:
    """Where some terms stand in the candidates, as _all_places() has it."""
    documents, counts, starts = list[Array](), list[Array](), list[Array]()
    for postings in asked:
        kept = leaf.places_of(candidates, postings)
        if len(kept):
            documents.append(postings.documents().take(kept))
            counts.append(postings.counts().take(kept))
            starts.append(postings.starts(kept))
    if not documents:
        return np.zeros(0, dtype)
    own, number_of_each, each = _joined(documents).astype(dtype), _joined(counts), _joined(starts)
    own <<= bits
    each += number_of_each
    each -= number_of_each.cumsum(dtype=np.intp)
    each = each.repeat(number_of_each)
    each += np.arange(len(each))
    places = own.repeat(number_of_each)
    places += leaf.positions(field, each)
    return _in_order(places, asked)


def _in_order(places: Array, asked: list[Postings]) -> Array:
    """Places, put in order if they are not those of one term."""
    if len(asked) > 1 or not asked[0].is_of_one_term:
        places.sort()
    return places


def _joined(parts: list[Array]) -> Array:
    return parts[0] if len(parts) == 1 else np.concatenate(parts)


def _documents(places: Array, bits: int = POSITION_BITS) -> Array:
    """The documents of rising places, each once."""
    if not len(places):
        return NONE
    documents = (places >> bits).astype(np.intp)
    return documents[_firsts(documents)]


def _firsts(values: Array) -> Array:
    """Which of some rising values differ from the one before."""
    firsts = np.ones(len(values), bool)
    np.not_equal(values[1:], values[:-1], out=firsts[1:])
    return firsts
