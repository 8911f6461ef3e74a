# SPDX-License-Identifier: GPL-3.0-or-later
"""The inner loops of a search by numpy: what each takes and gives, and what is used where nothing was compiled."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

import numpy as np

from archivist.search.flat.sections import Array
from archivist.search.kernel.types import Group, Occurrences, Scored, Slots, Term
from archivist.search.scoring import worth

_FEW = 12  # times fewer documents than postings: then they are looked up one by one
POSITION_BITS = 32  # of a document and a position in one number
_COLUMNS = 64
_NONE = np.zeros(0, "i8")


# Words


def best(groups: tuple[Group, ...], among: Array | None, rows: Array, most: int | None) -> Scored:
    """The documents that have a term of each group, of those in a mask, with what all their terms are worth.

    `rows` are those of all documents of the segment. With a `most`, only so many are listed.
    """
    mask = np.zeros(len(rows), bool)
    having(groups, among, mask)
    documents = mask.nonzero()[0]
    scores = np.zeros(len(documents))
    for group in groups:
        weigh(group, documents, scores, len(rows))
    return first(documents, scores, rows, most)


def having(groups: tuple[Group, ...], among: Array | None, mask: Array) -> int:
    """Set, in a mask that is clear, the documents that `best` would find; returns how many they are."""
    for number, group in enumerate(groups):
        found = mask if not number else np.zeros_like(mask)
        for term in group:
            found[term.documents] = True
        if number:
            mask &= found
    if among is not None:
        mask &= among
    return int(np.count_nonzero(mask))


def mark(documents: Array, mask: Array) -> None:
    """Set the documents of postings, in any order, in a mask."""
    mask[documents] = True


def weigh(group: Group, documents: Array, scores: Array, size: int) -> None:
    """Add to the scores of rising documents what the terms of a group are worth in each.

    `size` is the number of documents of the segment.
    """
    for term in group:
        counts = _counts(term, documents, size)
        there = counts.nonzero()[0]
        scores[there] += worth(counts[there], term.lengths.take(documents[there]), term.table, term.norms) * term.factor


def _counts(term: Term, documents: Array, size: int) -> Array:
    """How often a term stands in each document; 0 where it does not."""
    if len(documents) * _FEW < len(term.documents):
        wanted = documents.astype(term.documents.dtype)
        places = term.documents.searchsorted(wanted)
        found = term.counts.take(places, mode="clip")
        found *= term.documents.take(places, mode="clip") == wanted
        return found
    by_document = np.zeros(size, term.counts.dtype)
    by_document[term.documents] = term.counts
    return by_document.take(documents)


# The first


def first(documents: Array, scores: Array, rows: Array, most: int | None) -> Scored:
    """Documents, in the order of their scores, of equal scores the last row first; at most so many."""
    total = len(documents)
    if most is not None and total > most:
        places = _possible_first(scores, rows[documents], most)
        documents, scores = documents[places], scores[places]
    order = np.lexsort((rows[documents], scores))[::-1][:most]
    return Scored(total, documents[order].astype("i8"), scores[order])


def _possible_first(scores: Array, rows: Array, most: int) -> Array:
    """The places of the first `most`, of which there are more, and of some that come after them."""
    if most <= 0:
        return _NONE
    places = (scores >= _least_of_first(scores, most)).nonzero()[0]
    if len(places) <= 2 * most:
        return places
    # So many equals are not worth putting in order.
    found = scores.take(places)
    least = found.min()
    equals = places[found == least]
    last = rows.take(equals).argpartition(len(equals) - most)[-most:] if len(equals) > most else slice(None)
    return np.concatenate((places[found > least], equals[last]))


def _least_of_first(scores: Array, most: int) -> float:
    """The score of the last among the first `most`, of which there are more."""
    rows = len(scores) // _COLUMNS
    if rows > 4 * most:
        # No fewer than `most` scores are as great as the greatest of the `most` best rows, so only
        # those that are need be put in order.
        greatest = scores[: rows * _COLUMNS].reshape(_COLUMNS, rows).max(axis=0)
        greatest.partition(rows - most)
        scores = scores[scores >= greatest[rows - most]]
    return float(np.partition(scores, len(scores) - most)[len(scores) - most])


# Words that stand together


def in_a_row(slots: Slots, size: int) -> Array:
    """The documents in which words of the slots follow each other; rising.

    `size` is the number of documents of the segment.
    """
    rarest, *others = sorted(slots, key=_postings)
    documents = _with_all(slots, size)
    found = places(rarest[1], documents) - rarest[0]
    for place, terms in others:
        there = places(terms, documents)
        if not len(there):
            return _NONE
        wanted = found + place
        found = found[there.take(there.searchsorted(wanted), mode="clip") == wanted]
    return _documents(found + rarest[0])


def in_a_window(slots: Slots, width: int, size: int) -> Array:
    """The documents in which words of all slots stand in so many that follow each other, in any order; rising."""
    documents = _with_all(slots, size)
    known = [(number, np.unique(places(terms, documents))) for number, terms in slots]
    beginnings = np.sort(np.concatenate([found for _, found in known]))
    fits = np.ones(len(beginnings), bool)
    for number, found in known:
        last = found.searchsorted(beginnings) + number - 1
        there = last < len(found)
        last[~there] = 0
        fits &= there & (found[last] < beginnings + width)
    return _documents(beginnings[fits])


def _postings(slot: tuple[int, tuple[Occurrences, ...]]) -> int:
    return sum(len(term.documents) for term in slot[1])


def _with_all(slots: Slots, size: int) -> Array:
    """The documents with a word of each slot, as a mask."""
    mask = np.ones(size, bool)
    for _, terms in slots:
        found = np.zeros(size, bool)
        for term in terms:
            found[term.documents] = True
        mask &= found
    return mask


def places(terms: Iterable[Occurrences], among: Array) -> Array:
    """Where terms stand in the documents of a mask: document and position in one number, rising.

    The documents of a term may be in any order here, and come more than once.
    """
    parts = [_NONE]
    for term in terms:
        kept = among.take(term.documents).nonzero()[0]
        if not len(kept):
            continue
        counts = term.counts.take(kept).astype("i8")
        each = (term.counts.cumsum(dtype="i8").take(kept) - counts.cumsum()).repeat(counts)
        each += np.arange(len(each))
        documents = term.documents.take(kept).astype("i8") << POSITION_BITS
        parts.append(documents.repeat(counts) + term.positions.take(each))
    return np.sort(np.concatenate(parts))


def _documents(places: Array) -> Array:
    """The documents of rising places, each once."""
    documents = places >> POSITION_BITS
    firsts = np.ones(len(documents), bool)
    np.not_equal(documents[1:], documents[:-1], out=firsts[1:])
    return documents[firsts]


# The dictionary: dictionary.py says what its blocks hold


def block_of(heads: bytes, ends: Array, term: bytes) -> int:
    """The last block whose head, the term that it begins with, is not greater than a term; -1 if there is none.

    `ends` is where each head begins among the heads, and where the last one ends.
    """

    def head(block: int) -> bytes:
        return heads[ends[block] : ends[block + 1]]

    return bisect_right(range(len(ends) - 1), term, key=head) - 1


def locate(
    term: bytes, head: bytes, content: bytes, number: int, ordinal: int, many_at: Array, many: Array
) -> tuple[int, int, int, int, int, int]:
    """Find a term in a block of so many, of which the first, the head, is no greater and has an ordinal.

    Returns how many terms of the block are less, whether the next one is the term, the postings and
    positions of those that are less, and its own. `many_at` are the ordinals of terms with many, `many`
    their postings and positions in turn.
    """
    terms = terms_of(head, content, number)
    place = bisect_left(terms, term)
    is_there = place < number and terms[place] == term
    sizes = np.frombuffer(content, "u1", 2 * number, 2 * number).reshape(2, number).astype("i8")
    first, last = many_at.searchsorted((ordinal, ordinal + number)).tolist()
    sizes[:, many_at[first:last] - ordinal] = many.reshape(-1, 2)[first:last].T
    before = sizes[:, :place].sum(axis=1).tolist()
    own = sizes[:, place].tolist() if is_there else (0, 0)
    return place, int(is_there), *before, *own


def terms_of(head: bytes, content: bytes, number: int) -> list[bytes]:
    """The terms of a block of so many that begins with a head."""
    terms, at = [head], 4 * number
    for same, size in zip(content[1:number], content[number + 1 : 2 * number], strict=True):
        terms.append(terms[-1][:same] + content[at : at + size])
        at += size
    return terms
