# SPDX-License-Identifier: GPL-3.0-or-later
"""In which documents the words of a phrase stand as they should, by document and position in one number."""

from __future__ import annotations

from collections import Counter

import numpy as np

from archivist.search.flat.postings import Postings
from archivist.search.flat.sections import Array
from archivist.search.leaf import NONE, Leaf
from archivist.search.patterns import Pattern, Slot

POSITION_BITS = 32
_PAIR = 2  # words, of which the nearest need be looked at only
_NARROWED = 64  # candidates; to narrow fewer does not pay


def documents_with(leaf: Leaf, field: str, pattern: Pattern) -> Array:
    """The documents in which a pattern of several slots stands; rising."""
    first, *others = sorted(set(pattern.slots), key=lambda slot: leaf.frequency(field, slot))
    having = leaf.documents(field, first)
    candidates = np.flatnonzero(having) if having.dtype == bool else having.astype(np.intp)
    for slot in others:
        if not len(candidates):
            return NONE
        candidates = candidates[leaf.having(leaf.documents(field, slot), candidates)]
    if not len(candidates):
        return NONE
    if pattern.slop is None:
        return _in_a_row(leaf, field, pattern.slots, candidates)
    return _in_a_window(leaf, field, pattern.slots, len(pattern.slots) + pattern.slop, candidates)


def _in_a_row(leaf: Leaf, field: str, slots: tuple[Slot, ...], candidates: Array) -> Array:
    """The documents where the slots follow each other: where a match may begin, narrowed by slot after slot."""
    first, *others = sorted(range(len(slots)), key=lambda place: leaf.frequency(field, slots[place]))
    beginnings = places_of_slot(leaf, field, slots[first], candidates) - first
    for place in others:
        found = places_of_slot(leaf, field, slots[place], candidates) - place
        fewer, more = (beginnings, found) if len(beginnings) < len(found) else (found, beginnings)
        beginnings = fewer[_are_in(fewer, more)] if len(fewer) else fewer
        if not len(beginnings):
            return NONE
        if len(candidates) > _NARROWED:
            candidates = _documents(beginnings)
    return _documents(beginnings)


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
    asked = leaf.postings(field, slot)
    found = [places for postings in asked if len(places := _places_of(leaf, postings, candidates))]
    if len(asked) == 1 and asked[0].is_of_one_term:
        return found[0] if found else NONE
    if not found:
        return NONE
    places = np.sort(np.concatenate(found))
    return places[_firsts(places)]


def _places_of(leaf: Leaf, postings: Postings, candidates: Array) -> Array:
    documents = postings.documents()
    counts = postings.counts()
    positions = postings.positions()
    kept = leaf.places_of(candidates, postings)
    wanted = counts[kept].astype(np.intp)
    if len(positions) == len(documents):
        places: Array = (documents[kept].astype("i8") << POSITION_BITS) | positions[kept]
        return places
    ends = leaf.running_sums(counts)[kept]
    before = np.cumsum(wanted) - wanted
    each = np.arange(int(wanted.sum())) + np.repeat(ends - wanted - before, wanted)
    all_places: Array = (np.repeat(documents[kept].astype("i8"), wanted) << POSITION_BITS) | positions[each]
    return all_places


def _are_in(values: Array, others: Array) -> Array:
    """Which of the rising values are among other rising ones."""
    places = others.searchsorted(values)
    places[places == len(others)] = 0
    found: Array = others[places] == values
    return found


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
