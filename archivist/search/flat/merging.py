# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes one segment out of several, leaving out the deleted documents.

The arrays are copied in pieces of some million positions, so that the memory it takes does not grow
with the index.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from archivist.search.flat.postings import FieldPostings, FieldWriter
from archivist.search.flat.sections import Array, SectionFile, SectionWriter

_TERMS_AT_ONCE = 20_000
_POSITIONS_AT_ONCE = 4_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """A segment and which of its documents live."""

    file: SectionFile
    live: Array  # bool, by document

    @property
    def documents(self) -> int:
        """How many documents live."""
        return int(self.live.sum())


def merge(sources: Sequence[Source], path: Path, fields: Sequence[str], columns: Sequence[str]) -> Mapping[str, int]:
    """Write the live documents of the sources, in their order, as one segment.

    Returns the length of each field in words, about: deleted documents take their share with them.
    Raises OSError, DamagedSegment.
    """
    file = SectionWriter(path)
    try:
        for name in columns:
            values = [source.file.whole(name)[source.live] for source in sources]
            file.add(name, "<i8", np.concatenate(values))
        for field in fields:
            _merge_field(sources, file, field)
        lengths = {field: sum(_live_length(source, field) for source in sources) for field in fields}
        file.close({"documents": sum(source.documents for source in sources), "lengths": lengths})
    except BaseException:
        file.abandon()
        raise
    return lengths


def _live_length(source: Source, field: str) -> int:
    whole: int = source.file.facts["lengths"][field]
    share = source.documents / max(1, len(source.live))
    return whole if share == 1 else round(whole * share)


class _Input:
    """One field of one source, with its places in what is merged."""

    def __init__(self, source: Source, field: str, offset: int) -> None:
        self.postings = FieldPostings(source.file, field)
        dictionary = self.postings.dictionary
        self.starts = np.zeros((dictionary.size + 1, 2), "i8")
        np.cumsum(dictionary.sizes(0, dictionary.size), axis=0, out=self.starts[1:])
        self.places = np.zeros(0, "i8")  # of its terms among the merged
        self._live = None if source.live.all() else source.live
        self._documents = (np.cumsum(source.live) - 1 + offset).astype("u4")

    def sizes(self) -> Array:
        """How many live postings and positions each term has, in two columns."""
        starts = self.starts
        if self._live is None:
            return np.diff(starts, axis=0)
        kept = self._live[self.postings.documents(0, int(starts[-1, 0]))]
        counts = np.where(kept, self.postings.counts(0, int(starts[-1, 0])), 0)
        postings = np.concatenate(([0], np.cumsum(kept)))
        positions = np.concatenate(([0], np.cumsum(counts, dtype="i8")))
        return np.diff(np.stack((postings[starts[:, 0]], positions[starts[:, 0]]), axis=1), axis=0)

    def read(self, first: int, last: int) -> tuple[Array, Array, Array, Array]:
        """Live postings of the terms in a range of its own ordinals.

        Returns by term how many postings; by posting its new document and its count; and the positions.
        """
        starts = self.starts[first : last + 1]
        documents = self.postings.documents(int(starts[0, 0]), int(starts[-1, 0]))
        counts = self.postings.counts(int(starts[0, 0]), int(starts[-1, 0])).astype("i8")
        positions = self.postings.positions(int(starts[0, 1]), int(starts[-1, 1]))
        numbers = np.diff(starts[:, 0])
        if self._live is not None:
            kept = self._live[documents]
            before = np.concatenate(([0], np.cumsum(kept)))
            numbers = np.diff(before[starts[:, 0] - starts[0, 0]])
            positions = positions[np.repeat(kept, counts)]
            documents, counts = documents[kept], counts[kept]
        return numbers, self._documents[documents], counts, positions


def _merge_field(sources: Sequence[Source], file: SectionWriter, field: str) -> None:
    inputs, offset = [], 0
    for source in sources:
        inputs.append(_Input(source, field, offset))
        offset += source.documents
    terms = _union(inputs)
    sizes = np.zeros((len(terms), 2), "i8")
    for part in inputs:
        sizes[part.places] += part.sizes()
    used = np.flatnonzero(sizes[:, 0])
    starts = np.zeros((len(used) + 1, 2), "i8")
    np.cumsum(sizes[used], axis=0, out=starts[1:])
    widest = max((part.postings.position_type for part in inputs), key=lambda kind: kind.itemsize)
    writer = FieldWriter(
        file, field, terms=[terms[place] for place in used.tolist()], starts=starts, position_type=widest.str
    )
    for first, last in _pieces(inputs, len(terms)):
        writer.append(*_merged(inputs, first, last))
    writer.close(
        np.concatenate([part.postings.lengths()[source.live] for part, source in zip(inputs, sources, strict=True)])
    )


def _union(inputs: Sequence[_Input]) -> list[bytes]:
    """The terms of all inputs in order; tells each input the places of its own."""
    dictionaries = [part.postings.dictionary for part in inputs]
    longest = max(dictionaries, key=lambda dictionary: dictionary.size)
    between = [longest.term(ordinal) for ordinal in range(_TERMS_AT_ONCE, longest.size, _TERMS_AT_ONCE)]
    terms: list[bytes] = []
    places: list[list[Array]] = [[] for _ in inputs]
    for first, last in pairwise((None, *between, None)):
        listed = [
            list(
                dictionary.terms(
                    dictionary.lower_bound(first) if first else 0, dictionary.lower_bound(last) if last else None
                )
            )
            for dictionary in dictionaries
        ]
        found = sorted(set().union(*listed))
        ranks = {term: place for place, term in enumerate(found, len(terms))}
        for own, own_places in zip(listed, places, strict=True):
            own_places.append(np.fromiter(map(ranks.__getitem__, own), "i8", len(own)))
        terms += found
    for part, own_places in zip(inputs, places, strict=True):
        part.places = np.concatenate(own_places)
    return terms


def _pieces(inputs: Sequence[_Input], terms: int) -> Iterator[tuple[int, int]]:
    """Ranges of merged terms, none with very many more positions than are read at once, if it can be."""
    sizes = np.zeros(terms, "i8")
    for part in inputs:
        sizes[part.places] += np.diff(part.starts[:, 1])
    ends = np.cumsum(sizes)
    first = 0
    while first < terms:
        before = int(ends[first - 1]) if first else 0
        last = max(first + 1, int(ends.searchsorted(before + _POSITIONS_AT_ONCE)))
        yield first, last
        first = last


def _parts(inputs: Sequence[_Input], first: int, last: int) -> Iterator[tuple[_Input, int, int]]:
    """The ranges of the inputs' own terms that lie in a range of merged ones."""
    for part in inputs:
        start, end = part.places.searchsorted((first, last)).tolist()
        if start < end:
            yield part, start, end


def _merged(inputs: Sequence[_Input], first: int, last: int) -> tuple[Array, Array, Array]:
    """Documents, counts and positions of a range of merged terms."""
    terms, documents, counts, positions = [], [], [], []
    for part, start, end in _parts(inputs, first, last):
        numbers, found, found_counts, found_positions = part.read(start, end)
        terms.append(np.repeat(part.places[start:end], numbers))
        documents.append(found)
        counts.append(found_counts)
        positions.append(found_positions)
    all_counts = np.concatenate(counts)
    # By term, then as they come: the inputs' documents follow each other.
    order = np.argsort(np.concatenate(terms), kind="stable")
    sizes = all_counts[order]
    from_places = np.concatenate(([0], np.cumsum(all_counts)))[order]
    before = np.cumsum(sizes) - sizes
    each = np.arange(int(sizes.sum())) + np.repeat(from_places - before, sizes)
    return np.concatenate(documents)[order], sizes, np.concatenate(positions)[each]
