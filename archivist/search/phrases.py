# SPDX-License-Identifier: GPL-3.0-or-later
"""In which documents the words of a phrase stand as they should, and where a word stands."""

from __future__ import annotations

from collections import Counter

import numpy as np

from archivist.search.flat.sections import Array
from archivist.search.kernel import in_a_row, in_a_window, places
from archivist.search.leaf import Leaf
from archivist.search.patterns import KeySlot, Pattern, Slot

NONE = np.zeros(0, "i8")


def documents_with(leaf: Leaf, field: str, pattern: Pattern) -> Array:
    """The documents in which a pattern of several slots stands; rising."""
    if not all(leaf.frequency(field, slot) for slot in pattern.slots):
        return NONE
    among = _with_all(leaf, field, pattern)
    if pattern.slop is None:
        row = tuple((place, leaf.occurrences(field, slot, among)) for place, slot in enumerate(pattern.slots))
        return in_a_row(row, leaf.size)
    numbers = Counter(pattern.slots)
    window = tuple((number, leaf.occurrences(field, slot, among)) for slot, number in numbers.items())
    return in_a_window(window, len(pattern.slots) + pattern.slop, leaf.size)


def _with_all(leaf: Leaf, field: str, pattern: Pattern) -> Array | None:
    """The documents with a word for each slot, as a mask; None where all slots are of keys, of which there are few."""
    if all(isinstance(slot, KeySlot) for slot in pattern.slots):
        return None
    mask = np.ones(leaf.size, bool)
    for slot in pattern.slots:
        mask &= leaf.documents(field, slot)
    return mask


def places_of_slot(leaf: Leaf, field: str, slot: Slot, candidates: Array) -> Array:
    """Where a slot stands in the candidates: document and position in one number, rising."""
    among = np.zeros(leaf.size, bool)
    among[candidates] = True
    return np.unique(places(leaf.occurrences(field, slot, among), among))
