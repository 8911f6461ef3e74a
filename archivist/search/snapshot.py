# SPDX-License-Identifier: GPL-3.0-or-later
"""The index as of one commit, opened for searching in one thread."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

import numpy as np

from archivist.search.commit import read_segments
from archivist.search.flat.postings import LAST_POSITION
from archivist.search.flat.sections import Array
from archivist.search.kernel import POSITION_BITS
from archivist.search.leaf import Leaf
from archivist.search.manifest import Manifest
from archivist.search.patterns import Slot
from archivist.search.phrases import places_of_slot
from archivist.search.scoring import Weights, rarity


class Snapshot:
    """The segments of a commit and the statistics over all of them.

    Documents are numbered through the whole index. Segments that an earlier snapshot has open are
    taken over from it, and it must not be used any more.
    """

    def __init__(self, folder: Path, manifest: Manifest, earlier: Snapshot | None = None) -> None:
        """Raises OSError, DamagedSegment."""
        self.manifest = manifest
        still = [leaf for leaf in earlier.leaves if leaf.file.is_still(folder / leaf.name)] if earlier else []
        known = {leaf.name: leaf for leaf in still}
        self.leaves: list[Leaf] = []
        self.size = 0
        for segment in read_segments(folder, manifest):
            leaf = known.get(segment.file_name)
            if leaf is None:
                leaf = Leaf(folder, segment)
            else:
                leaf.renew(segment)
            leaf.offset = self.size
            self.size += leaf.size
            self.leaves.append(leaf)
        self._averages: dict[str, float] = {}
        self._rarities: dict[tuple[str, str], float] = {}
        self._weights: dict[str, Weights] = {}

    @cached_property
    def rows(self) -> Array:
        """The article's row of each document."""
        return np.concatenate([leaf.rows for leaf in self.leaves] or [np.zeros(0, "i8")])

    @cached_property
    def documents(self) -> Array:
        """The document of each row, -1 where there is none."""
        found = np.full(int(self.rows.max(initial=-1)) + 1, -1)
        for leaf in self.leaves:
            own = np.arange(leaf.offset, leaf.offset + leaf.size)
            live = slice(None) if leaf.live is None else leaf.live
            found[leaf.rows[live]] = own[live]
        return found

    def average_length(self, field: str) -> float:
        """How many words a field has on average, as Whoosh reckons it."""
        known = self._averages.get(field)
        if known is None:
            known = sum(leaf.length_of_field(field) for leaf in self.leaves) / (self.size or 1) or 1
            self._averages[field] = known
        return known

    def rarity(self, field: str, key: str) -> float:
        """The inverse document frequency of a key, as Whoosh reckons it."""
        known = self._rarities.get((field, key))
        if known is None:
            frequency = 0
            for leaf in self.leaves:
                postings = leaf.term(field, key)
                if postings is not None:
                    frequency += postings.size
            known = self._rarities[field, key] = rarity(self.size, frequency)
        return known

    def weights(self, field: str) -> Weights:
        """What keys add to scores in a field."""
        known = self._weights.get(field)
        if known is None:
            known = self._weights[field] = Weights(self.average_length(field))
        return known

    def places(self, field: str, slots: Iterable[Slot], rows: Iterable[int]) -> dict[int, dict[Slot, list[int]]]:
        """In which words, counted from 0, of the field of articles the slots stand; of those that are in the index."""
        known = np.fromiter(rows, "i8")
        documents = np.sort(self.documents[known[known < len(self.documents)]])
        found: dict[int, dict[Slot, list[int]]] = {}
        for leaf in self.leaves:
            own = documents[slice(*documents.searchsorted((leaf.offset, leaf.offset + leaf.size)))] - leaf.offset
            if len(own):
                by_row = {row: found.setdefault(row, {}) for row in leaf.rows[own].tolist()}
                for slot in slots:
                    for place in places_of_slot(leaf, field, slot, own).tolist():
                        row = int(leaf.rows[place >> POSITION_BITS])
                        by_row[row].setdefault(slot, []).append(place & LAST_POSITION)
        return found

    def near(self, field: str, form: str, distance: int) -> dict[str, int]:
        """The forms that are so many edits from another at most, with the number of their documents."""
        found: dict[str, int] = {}
        for leaf in self.leaves:
            for near, frequency in leaf.near(field, form, distance):
                found[near] = found.get(near, 0) + frequency
        return found

    def forms(self, field: str, beginning: str, most: int) -> dict[str, int]:
        """Forms that begin so, the first in the dictionary, with the number of their documents."""
        found: dict[str, int] = {}
        for leaf in self.leaves:
            for form, frequency in leaf.forms(field, beginning, most):
                found[form] = found.get(form, 0) + frequency
        return found
