# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers a query tree from one snapshot of the index and the columns of the archive.

First the documents, as arrays and masks and the rarest part of an And first; then the scores of
what remains, by Whoosh's BM25F. What scores and what does not is as in Whoosh's own queries, so
that reference.py finds the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from archivist.search.flat.sections import Array
from archivist.search.leaf import NONE, Leaf
from archivist.search.patterns import KeySlot, Pattern, patterns_of
from archivist.search.phrases import documents_with
from archivist.search.query import And, Everything, Node, Not, Or, TextField, TextNode
from archivist.search.snapshot import Snapshot

# What a match counts. The body repeats the headline, so one in the title counts three times.
BOOSTS: Mapping[str, float] = {TextField.TITLE: 2.0, TextField.BODY: 1.0, TextField.NOTE: 1.0}
_FIELDS = tuple(field.value for field in TextField)
CONSTANT = 1.0  # the score of a word that is known by its spelling only, in each field

_MANY = 3  # times more postings than candidates: then they are looked up by candidate

Known = Callable[[Node], Array]  # what is told without the index: a mask by document of the whole index


@dataclass(frozen=True, slots=True)
class Found:
    """The documents that are found, rising, in the numbers of the whole index, and their scores."""

    documents: Array
    scores: Array


def execute(root: Node, snapshot: Snapshot, known: Known, *, scored: bool) -> Found:
    """Answer a query; without scores they are all 0."""
    documents, scores = [], []
    for leaf in snapshot.leaves:
        answer = _Answer(snapshot, leaf, known)
        found = answer.live(answer.documents(root))
        if len(found):
            scores.append(answer.scores(root, found) if scored else np.zeros(len(found)))
            found += leaf.offset
            documents.append(found)
    if len(documents) == 1:
        return Found(documents[0], scores[0])
    return Found(np.concatenate([NONE, *documents]), np.concatenate([np.zeros(0), *scores]))


class _Answer:
    """The answer of one segment, in its own document numbers."""

    def __init__(self, snapshot: Snapshot, leaf: Leaf, known: Known) -> None:
        self._snapshot = snapshot
        self._leaf = leaf
        self._known = known
        self._phrases: dict[tuple[str, Pattern], Array] = {}

    # Documents: rising numbers, or a mask of all documents

    def live(self, documents: Array) -> Array:
        """The numbers of the documents that are not deleted."""
        live = self._leaf.live
        if documents.dtype == bool:
            return np.flatnonzero(documents if live is None else documents & live)
        numbers = documents.astype(np.intp)
        return numbers if live is None else numbers[live[numbers]]

    def documents(self, node: Node) -> Array:
        """The documents that answer a part of the query, deleted ones perhaps among them."""
        if isinstance(node, TextNode):
            return self._any(list(self._texts(node)))
        match node:
            case And(parts):
                return self._all(parts)
            case Or(parts):
                return self._any([self.documents(part) for part in parts])
            case Not(part):
                return ~self._mask(self.documents(part))
            case Everything():
                return np.ones(self._leaf.size, bool)
        known = self._known(node)
        return known[self._leaf.offset : self._leaf.offset + self._leaf.size]

    def _all(self, parts: tuple[Node, ...]) -> Array:
        wanted = sorted((part for part in parts if not isinstance(part, Not)), key=self._cost)
        if wanted:
            first = self.documents(wanted[0])
            found = np.flatnonzero(first) if first.dtype == bool else first.astype(np.intp)
        else:
            found = np.arange(self._leaf.size)
        for part in wanted[1:]:
            if not len(found):
                return NONE
            found = found[self._among(part, found)]
        for excluded in (part.part for part in parts if isinstance(part, Not)):
            found = found[~self._among(excluded, found)]
        return found

    def _among(self, node: Node, candidates: Array) -> Array:
        """Which of the candidates answer a part of the query."""
        return self._leaf.having(self.documents(node), candidates)

    def _any(self, found: list[Array]) -> Array:
        found = [documents for documents in found if len(documents)]
        if len(found) <= 1:
            return found[0] if found else NONE
        mask = np.zeros(self._leaf.size, bool)
        for documents in found:
            if documents.dtype == bool:
                mask |= documents
            else:
                mask[self._leaf.numbers_of(documents)] = True
        return mask

    def _mask(self, documents: Array) -> Array:
        if documents.dtype == bool:
            return documents
        mask = np.zeros(self._leaf.size, bool)
        mask[self._leaf.numbers_of(documents)] = True
        return mask

    def _texts(self, node: TextNode) -> Iterator[Array]:
        for field in fields_of(node.field):
            for pattern in patterns_of(node):
                if len(pattern.slots) > 1:
                    yield self._phrase(field, pattern)
                    continue
                slot = pattern.slots[0]
                if isinstance(slot, KeySlot):
                    yield from (postings.documents() for postings in self._leaf.postings(field, slot))
                else:
                    yield self._leaf.documents(field, slot)

    def _phrase(self, field: str, pattern: Pattern) -> Array:
        known = self._phrases.get((field, pattern))
        if known is None:
            known = self._phrases[field, pattern] = documents_with(self._leaf, field, pattern)
        return known

    def _cost(self, node: Node) -> int:
        """About how many documents a part of an And leaves."""
        if isinstance(node, TextNode):
            return sum(
                min(self._leaf.frequency(field, slot) for slot in pattern.slots)
                for field in fields_of(node.field)
                for pattern in patterns_of(node)
            )
        match node:
            case And(parts):
                return min(map(self._cost, parts))
            case Or(parts):
                return sum(map(self._cost, parts))
        return self._leaf.size

    # Scores

    def scores(self, node: Node, candidates: Array) -> Array:
        """The scores of documents that answer a node, all of them; a part that only filters scores nothing."""
        scores = np.zeros(len(candidates))
        if isinstance(node, TextNode):
            for field in fields_of(node.field):
                for pattern in patterns_of(node):
                    self._add_pattern(field, pattern, candidates, scores)
        elif isinstance(node, And):
            for part in node.parts:
                scores += self.scores(part, candidates)
        elif isinstance(node, Or):
            for part in node.parts:
                self._add_part(part, candidates, scores)
        return scores

    def _add_part(self, node: Node, candidates: Array, scores: Array) -> None:
        """Add the scores that a part of an Or gives to those candidates that answer it."""
        if isinstance(node, TextNode | Or):
            scores += self.scores(node, candidates)
        elif isinstance(node, And):
            among = np.flatnonzero(self._among(node, candidates))
            scores[among] += self.scores(node, candidates[among])

    def _add_pattern(self, field: str, pattern: Pattern, candidates: Array, scores: Array) -> None:
        if len(pattern.slots) == 1:
            slot = pattern.slots[0]
            if isinstance(slot, KeySlot):
                self._add_word(field, slot, candidates, scores)
            else:
                scores += CONSTANT * BOOSTS[field] * self._leaf.having(self._leaf.documents(field, slot), candidates)
            return
        among = np.flatnonzero(self._leaf.having(self._phrase(field, pattern), candidates))
        if len(among):
            sums = np.zeros(len(among))
            for slot in pattern.slots:
                if isinstance(slot, KeySlot):
                    self._add_word(field, slot, candidates[among], sums)
            scores[among] += sums

    def _add_word(self, field: str, slot: KeySlot, candidates: Array, scores: Array) -> None:
        """Add what each key of a word gives."""
        leaf, weights, boost = self._leaf, self._snapshot.weights(field), BOOSTS[field]
        found = [
            (self._snapshot.rarity(field, key), postings)
            for key in slot.keys
            if (postings := leaf.term(field, key)) is not None
        ]
        if len(found) == 1 and _are_same(candidates, found[0][1].documents()):
            [(rarity, postings)] = found
            scores += leaf.weigh(postings.counts(), leaf.lengths(field).take(candidates), weights, rarity, boost)
        elif sum(postings.size for _, postings in found) <= _MANY * len(candidates):
            for rarity, postings in found:
                leaf.add_weights(field, postings, weights, rarity, boost)
            scores += leaf.take_sums(candidates, (postings for _, postings in found))
        elif found:
            lengths = leaf.lengths(field).take(candidates)
            for rarity, postings in found:
                scores += leaf.weigh(leaf.counts(postings, candidates), lengths, weights, rarity, boost)


def _are_same(candidates: Array, documents: Array) -> bool:
    return len(candidates) == len(documents) and bool((candidates == documents).all())


def fields_of(only: TextField | None) -> tuple[str, ...]:
    """The fields in which a word is looked for."""
    return _FIELDS if only is None else (only.value,)
