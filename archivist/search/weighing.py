# SPDX-License-Identifier: GPL-3.0-or-later
"""What the postings of terms are worth: sums by document, of all their postings or of some documents only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from archivist.search.flat.postings import Postings
from archivist.search.flat.sections import Array
from archivist.search.leaf import Leaf
from archivist.search.ranking import least_of_first
from archivist.search.scoring import Weights


class Term(NamedTuple):
    """A key in a field of one segment, and what its weight is multiplied by."""

    field: str
    postings: Postings
    weights: Weights
    factor: float


@dataclass(slots=True)
class Narrowed:
    """Documents that are left of a search, rising, and how often each term that was asked for stands in them."""

    documents: Array
    counts: list[tuple[Term, Array]] = field(default_factory=list)

    def keep(self, places: Array) -> None:
        """Go on with the documents in these places."""
        if len(places) < len(self.documents):
            self.documents = self.documents.take(places)
            self.counts = [(term, counts.take(places)) for term, counts in self.counts]

    def narrow(self, leaf: Leaf, terms: Sequence[Term]) -> None:
        """Go on with the documents that have any of the terms."""
        found = [leaf.counts(term.postings, self.documents) for term in terms]
        if not found:
            self.keep(np.zeros(0, np.intp))
            return
        self.counts += zip(terms, found, strict=True)
        there = found[0]
        for counts in found[1:]:
            there = there | counts
        self.keep(there.nonzero()[0])

    def scores(self, leaf: Leaf) -> Array:
        """What the terms are worth together in each of the documents."""
        sums = np.zeros(len(self.documents))
        terms = [term for term, _ in self.counts]
        for first, last in _of_one_field(terms):
            counts = np.concatenate([counts for _, counts in self.counts[first:last]])
            lengths = leaf.lengths(terms[first].field).take(self.documents)
            worth = terms[first].weights.of(counts.reshape(last - first, -1), lengths)
            worth *= np.array([[term.factor] for term in terms[first:last]])
            sums += worth.sum(axis=0)
        return sums


def documents_of(leaf: Leaf, terms: Sequence[Term]) -> Array:
    """The documents with any of the terms, rising."""
    if len(terms) == 1:
        return terms[0].postings.documents().astype(np.intp)
    if not terms:
        return np.zeros(0, np.intp)
    return leaf.rising([term.postings.documents() for term in terms])


def summed(leaf: Leaf, terms: Sequence[Term], among: Array | None, most: int | None) -> tuple[int, Array, Array]:
    """How many documents have any of the terms, and which, rising, with the sums of what the terms are worth.

    With a mask, of the documents in it only. With a `most`, only those documents that may be among
    the first so many by their sums.
    """
    numbers, worth = _weighed(leaf, terms, among)
    if len(terms) <= 1:
        total = len(numbers)
        if most is None or total <= most:
            return total, numbers, worth
        best = (worth >= least_of_first(worth, most)).nonzero()[0] if most else slice(0)
        return total, numbers[best], worth[best]
    return leaf.add_up(numbers, worth, most, len(terms))


def _joined(terms: Sequence[Term]) -> Array:
    return np.concatenate([term.postings.documents() for term in terms], dtype=np.intp)


def _weighed(leaf: Leaf, terms: Sequence[Term], among: Array | None) -> tuple[Array, Array]:
    """The document of each posting, term after term, and what the posting is worth."""
    if not terms:
        return np.zeros(0, np.intp), np.zeros(0)
    numbers = _joined(terms)
    ends = [0, *accumulate(term.postings.size for term in terms)]
    counts = [term.postings.counts() for term in terms]
    if among is not None:
        kept = among.take(numbers).nonzero()[0]
        numbers = numbers.take(kept)
        places = kept.searchsorted(ends).tolist()
        counts = [
            part.take(kept[first:last] - end)
            for part, first, last, end in zip(counts, places, places[1:], ends, strict=False)
        ]
        ends = places
    parts = []
    for first, last in _of_one_field(terms):
        lengths = leaf.lengths(terms[first].field).take(numbers[ends[first] : ends[last]])
        parts.append(terms[first].weights.of(np.concatenate(counts[first:last]), lengths))
    worth = parts[0] if len(parts) == 1 else np.concatenate(parts)
    for term, start, end in zip(terms, ends, ends[1:], strict=False):
        worth[start:end] *= term.factor
    return numbers, worth


def _of_one_field(terms: Sequence[Term]) -> Iterator[tuple[int, int]]:
    """The ranges of neighbouring terms in one field."""
    first = 0
    for place in range(1, len(terms) + 1):
        if place == len(terms) or terms[place].field != terms[first].field:
            yield first, place
            first = place
