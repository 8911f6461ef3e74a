# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers a query tree from one snapshot of the index and the columns of the archive.

First the documents, as arrays and masks and the rarest part of an And first; then the scores of
what remains, by Whoosh's BM25F. Where all that is asked are words, any of which will do, and
filters, documents and scores are found in one go. What scores and what does not is as in Whoosh's
own queries, so that reference.py finds the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import numpy as np

from archivist.search.flat.sections import Array
from archivist.search.leaf import NONE, Leaf
from archivist.search.patterns import KeySlot, Pattern, patterns_of
from archivist.search.phrases import documents_with
from archivist.search.query import And, Everything, Node, Not, Or, TextField, TextNode
from archivist.search.ranking import first_of_equals
from archivist.search.snapshot import Snapshot
from archivist.search.weighing import Narrowed, Term, documents_of, summed

# What a match counts. The body repeats the headline, so one in the title counts three times.
BOOSTS: Mapping[str, float] = {TextField.TITLE: 2.0, TextField.BODY: 1.0, TextField.NOTE: 1.0}
_FIELDS = tuple(field.value for field in TextField)
CONSTANT = 1.0  # the score of a word that is known by its spelling only, in each field

Known = Callable[[Node], Array]  # what is told without the index: a mask by document of the whole index


class Found(NamedTuple):
    """How many documents are found, and which, rising, in the numbers of the whole index, and their scores."""

    total: int
    documents: Array
    scores: Array


def execute(
    root: Node, snapshot: Snapshot, known: Known, *, scored: bool, most: int | None = None, among: Array | None = None
) -> Found:
    """Answer a query; without scores they are all 0.

    With a mask of the whole index, among its documents only. With a `most`, only those documents
    are listed that may be among the first so many by score and, of equal scores, by row.
    """
    if not scored:
        documents = matching(root, snapshot, known, among=among).nonzero()[0]
        return Found(len(documents), documents, np.zeros(len(documents)))
    total, listed, worth = 0, list[Array](), list[Array]()
    for leaf in snapshot.leaves:
        number, own, scores = _Answer(snapshot, leaf, known).scored(root, _mask_of_leaf(leaf, among), most)
        if number:
            total += number
            listed.append(own + leaf.offset if leaf.offset else own)
            worth.append(scores)
    if len(listed) == 1:
        return Found(total, listed[0], worth[0])
    return Found(total, np.concatenate([NONE, *listed]), np.concatenate([np.zeros(0), *worth]))


def matching(root: Node, snapshot: Snapshot, known: Known, *, among: Array | None = None) -> Array:
    """The documents that answer a query, as a mask of the whole index."""
    masks = []
    for leaf in snapshot.leaves:
        answer = _Answer(snapshot, leaf, known)
        mask = answer.mask(answer.documents(root))
        own = _mask_of_leaf(leaf, among)
        masks.append(mask if own is None else mask & own)
    if len(masks) == 1:
        return masks[0]
    return np.concatenate(masks) if masks else np.zeros(0, bool)


def _mask_of_leaf(leaf: Leaf, among: Array | None) -> Array | None:
    """Which documents of a leaf live and are in a mask of the whole index; None for all."""
    if among is None:
        return leaf.live
    own = among[leaf.offset : leaf.offset + leaf.size]
    return own if leaf.live is None else own & leaf.live


class _Answer:
    """The answer of one segment, in its own document numbers."""

    def __init__(self, snapshot: Snapshot, leaf: Leaf, known: Known) -> None:
        self._snapshot = snapshot
        self._leaf = leaf
        self._known = known
        self._phrases: dict[tuple[str, Pattern], Array] = {}
        self._words: dict[int, tuple[Term, ...] | None] = {}  # by id of the node

    def scored(self, root: Node, among: Array | None, most: int | None) -> tuple[int, Array, Array]:
        """How many documents of a mask answer the query, and those that may be the first, with their scores."""
        parts = root.parts if isinstance(root, And) else (root,)
        texts = [part for part in parts if _may_score(part)]
        if len(texts) == 1 and (terms := self._terms(texts[0])) is not None:
            for part in parts:
                if part is not texts[0]:
                    mask = self.mask(self.documents(part))
                    among = mask if among is None else among & mask
            return summed(self._leaf, terms, among, most)
        narrowed = self._narrowed(parts, among)
        documents = narrowed.documents
        scores = narrowed.scores(self._leaf)
        for part in texts:
            if self._terms(part) is None:
                scores += self._scores_of_all(part, documents)
        if most is None or len(documents) <= most:
            return len(documents), documents, scores
        first = first_of_equals(scores, self._leaf.rows[documents], most)
        return len(documents), documents[first], scores[first]

    def mask(self, documents: Array) -> Array:
        """Documents, which are numbers or a mask, as a mask that must not be changed."""
        if documents.dtype == bool:
            return documents
        mask = np.zeros(self._leaf.size, bool)
        mask[self._leaf.numbers_of(documents)] = True
        return mask

    # Documents: rising numbers, or a mask of all documents

    def documents(self, node: Node) -> Array:
        """The documents that answer a part of the query, deleted ones perhaps among them."""
        terms = self._terms(node)
        if terms is not None:
            return documents_of(self._leaf, terms)
        if isinstance(node, TextNode):
            return self._any(list(self._texts(node)))
        match node:
            case And(parts):
                return self._narrowed(parts, None).documents
            case Or(parts):
                return self._any([self.documents(part) for part in parts])
            case Not(part):
                return ~self.mask(self.documents(part))
            case Everything():
                return np.ones(self._leaf.size, bool)
        known = self._known(node)
        return known[self._leaf.offset : self._leaf.offset + self._leaf.size]

    def _terms(self, node: Node) -> tuple[Term, ...] | None:
        """The terms any of which answers a part of the query, and whose worth is its score; None if it is not so."""
        if id(node) in self._words:
            return self._words[id(node)]
        terms: tuple[Term, ...] | None = None
        if isinstance(node, TextNode):
            patterns = patterns_of(node)
            if all(len(pattern.slots) == 1 and isinstance(pattern.slots[0], KeySlot) for pattern in patterns):
                terms = tuple(self._terms_of_keys(node.field, patterns))
        elif isinstance(node, Or):
            parts = [self._terms(part) for part in node.parts]
            if None not in parts:
                terms = tuple(term for part in parts if part for term in part)
        self._words[id(node)] = terms
        return terms

    def _terms_of_keys(self, only: TextField | None, patterns: tuple[Pattern, ...]) -> Iterator[Term]:
        for field in fields_of(only):
            for pattern in patterns:
                slot = pattern.slots[0]
                if isinstance(slot, KeySlot):
                    yield from self._terms_of_slot(field, slot)

    def _terms_of_slot(self, field: str, slot: KeySlot) -> Iterator[Term]:
        weights, boost = self._snapshot.weights(field), BOOSTS[field]
        for key in slot.keys:
            postings = self._leaf.term(field, key)
            if postings is not None:
                yield Term(field, postings, weights, self._snapshot.rarity(field, key) * boost)

    def _narrowed(self, parts: tuple[Node, ...], among: Array | None) -> Narrowed:
        """The documents that answer all of the parts, the rarest first."""
        wanted = [part for part in parts if not isinstance(part, Not)]
        if len(wanted) > 1:
            wanted.sort(key=self._cost)
        found = self._first(wanted[0]) if wanted else Narrowed(np.arange(self._leaf.size))
        if among is not None:
            found.keep(among.take(found.documents).nonzero()[0])
        for part in wanted[1:]:
            if not len(found.documents):
                return Narrowed(NONE)
            terms = self._terms(part)
            if terms is not None:
                found.narrow(self._leaf, terms)
            else:
                found.keep(self._among(part, found.documents).nonzero()[0])
        for excluded in (part.part for part in parts if isinstance(part, Not)):
            found.keep((~self._among(excluded, found.documents)).nonzero()[0])
        return found

    def _first(self, part: Node) -> Narrowed:
        terms = self._terms(part)
        if terms is None:
            documents = self.documents(part)
            return Narrowed(documents.nonzero()[0] if documents.dtype == bool else documents.astype(np.intp))
        found = Narrowed(documents_of(self._leaf, terms))
        if len(terms) == 1:
            found.counts.append((terms[0], terms[0].postings.counts()))
        else:
            found.counts += [(term, self._leaf.counts(term.postings, found.documents)) for term in terms]
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

    def _texts(self, node: TextNode) -> Iterator[Array]:
        for field in fields_of(node.field):
            for pattern in patterns_of(node):
                if len(pattern.slots) > 1:
                    yield self._phrase(field, pattern)
                else:
                    yield self._leaf.documents(field, pattern.slots[0])

    def _phrase(self, field: str, pattern: Pattern) -> Array:
        known = self._phrases.get((field, pattern))
        if known is None:
            known = self._phrases[field, pattern] = documents_with(self._leaf, field, pattern)
        return known

    def _cost(self, node: Node) -> int:
        """About how many documents a part of an And leaves."""
        terms = self._terms(node)
        if terms is not None:
            return sum(term.postings.size for term in terms)
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

    def _scores_of_all(self, node: Node, candidates: Array) -> Array:
        """The scores of documents all of which answer a node."""
        if isinstance(node, TextNode):
            fields, patterns = fields_of(node.field), patterns_of(node)
            if len(fields) == len(patterns) == 1 and len(patterns[0].slots) > 1:
                return self._worth(self._terms_of_phrase(fields[0], patterns[0]), candidates)
        return self._scores(node, candidates)

    def _scores(self, node: Node, candidates: Array) -> Array:
        """The scores of documents, 0 of those that do not answer a text; a part that only filters scores nothing."""
        terms = self._terms(node)
        if terms is not None:
            return self._worth(terms, candidates)
        scores = np.zeros(len(candidates))
        if isinstance(node, TextNode):
            for field in fields_of(node.field):
                for pattern in patterns_of(node):
                    self._add_pattern(field, pattern, candidates, scores)
        elif isinstance(node, And):
            for part in node.parts:
                scores += self._scores(part, candidates)
        elif isinstance(node, Or):
            for part in node.parts:
                self._add_part(part, candidates, scores)
        return scores

    def _worth(self, terms: tuple[Term, ...], candidates: Array) -> Array:
        """What terms are worth in each candidate; nothing in those without them."""
        counts = [(term, self._leaf.counts(term.postings, candidates)) for term in terms]
        return Narrowed(candidates, counts).scores(self._leaf)

    def _add_part(self, node: Node, candidates: Array, scores: Array) -> None:
        """Add the scores that a part of an Or gives to those candidates that answer it."""
        if isinstance(node, TextNode | Or):
            scores += self._scores(node, candidates)
        elif isinstance(node, And):
            among = np.flatnonzero(self._among(node, candidates))
            scores[among] += self._scores(node, candidates[among])

    def _add_pattern(self, field: str, pattern: Pattern, candidates: Array, scores: Array) -> None:
        if len(pattern.slots) == 1:
            slot = pattern.slots[0]
            if isinstance(slot, KeySlot):
                scores += self._worth(tuple(self._terms_of_slot(field, slot)), candidates)
            else:
                scores += CONSTANT * BOOSTS[field] * self._leaf.having(self._leaf.documents(field, slot), candidates)
            return
        among = self._leaf.having(self._phrase(field, pattern), candidates).nonzero()[0]
        if len(among):
            scores[among] += self._worth(self._terms_of_phrase(field, pattern), candidates[among])

    def _terms_of_phrase(self, field: str, pattern: Pattern) -> tuple[Term, ...]:
        slots = [slot for slot in pattern.slots if isinstance(slot, KeySlot)]
        return tuple(term for slot in slots for term in self._terms_of_slot(field, slot))


def _may_score(node: Node) -> bool:
    """Whether a part of an And may add to a score."""
    if isinstance(node, And | Or):
        return any(map(_may_score, node.parts))
    return isinstance(node, TextNode)


def fields_of(only: TextField | None) -> tuple[str, ...]:
    """The fields in which a word is looked for."""
    return _FIELDS if only is None else (only.value,)
