# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers a query tree from one snapshot of the index and the columns of the archive.

Of each segment, first the documents, as masks or rising numbers; then the scores of what remains,
by Whoosh's BM25F. Where all that is asked are words and filters, the kernel finds documents and
scores in one go. What scores and what does not is as in Whoosh's own queries, so that reference.py
finds the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import numpy as np

from archivist.search.flat.sections import Array
from archivist.search.kernel import Group, Scored, Term, best, first, having, weigh
from archivist.search.leaf import Leaf
from archivist.search.patterns import KeySlot, Pattern, patterns_of
from archivist.search.phrases import NONE, documents_with
from archivist.search.query import And, Everything, Node, Not, Or, TextField, TextNode
from archivist.search.snapshot import Snapshot

# What a match counts. The body repeats the headline, so one in the title counts three times.
BOOSTS: Mapping[str, float] = {TextField.TITLE: 2.0, TextField.BODY: 1.0, TextField.NOTE: 1.0}
_FIELDS = tuple(field.value for field in TextField)
CONSTANT = 1.0  # the score of a word that is known by its spelling only, in each field

Known = Callable[[Node], Array]  # what is told without the index: a mask by document of the whole index


class Found(NamedTuple):
    """How many documents are found, and the first of them in the numbers of the whole index, with their scores."""

    total: int
    documents: Array
    scores: Array


def execute(
    root: Node, snapshot: Snapshot, known: Known, *, most: int | None = None, among: Array | None = None
) -> Found:
    """Answer a query: the best first, of equal scores those in the last rows.

    With a mask of the whole index, among its documents only. With a `most`, only so many are listed.
    """
    found = []
    for leaf in snapshot.leaves:
        total, own, scores = _Answer(snapshot, leaf, known).scored(root, _mask_of_leaf(leaf, among), most)
        found.append(Found(total, own + leaf.offset if leaf.offset else own, scores))
    if len(found) == 1:
        return found[0]
    documents = np.concatenate([NONE, *(each.documents for each in found)])
    scores = np.concatenate([np.zeros(0), *(each.scores for each in found)])
    order = np.lexsort((snapshot.rows.take(documents), scores))[::-1][:most]
    return Found(sum(each.total for each in found), documents.take(order), scores.take(order))


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
        self._words: dict[int, Group | None] = {}  # by id of the node

    def scored(self, root: Node, among: Array | None, most: int | None) -> Scored:
        """The documents of a mask that answer the query, the best first."""
        parts = root.parts if isinstance(root, And) else (root,)
        groups, others = self._parted(parts)
        texts = [part for part in others if _may_score(part)]
        if groups and not texts:
            return best(groups, self._mask_of_all(others, among), self._leaf.rows, most)
        documents = self._documents_of_all(groups, others, among)
        if not len(documents):
            return Scored(0, NONE, np.zeros(0))
        scores = np.zeros(len(documents))
        for group in groups:
            self._add_worth(group, documents, scores)
        for part in texts:
            self._add_scores_of_all(part, documents, scores)
        return first(documents, scores, self._leaf.rows, most)

    def mask(self, documents: Array) -> Array:
        """Documents, which are numbers or a mask, as a mask that must not be changed."""
        if documents.dtype == bool:
            return documents
        mask = np.zeros(self._leaf.size, bool)
        mask[documents] = True
        return mask

    # Documents: rising numbers, or a mask of all documents

    def documents(self, node: Node) -> Array:
        """The documents that answer a part of the query, deleted ones perhaps among them."""
        terms = self._terms(node)
        if terms is not None:
            return self._having((terms,), None)
        if isinstance(node, TextNode):
            return self._any(list(self._texts(node)))
        match node:
            case And(parts):
                return self._documents_of_all(*self._parted(parts), None)
            case Or(parts):
                return self._any([self.documents(part) for part in parts])
            case Not(part):
                return ~self.mask(self.documents(part))
            case Everything():
                return np.ones(self._leaf.size, bool)
        known = self._known(node)
        return known[self._leaf.offset : self._leaf.offset + self._leaf.size]

    def _parted(self, parts: tuple[Node, ...]) -> tuple[tuple[Group, ...], list[Node]]:
        """Those parts of an And that are terms, any of which will do, and the others."""
        groups, others = list[Group](), list[Node]()
        for part in parts:
            terms = self._terms(part)
            if terms is None:
                others.append(part)
            else:
                groups.append(terms)
        return tuple(groups), others

    def _documents_of_all(self, groups: tuple[Group, ...], others: list[Node], among: Array | None) -> Array:
        """The documents of a mask that have a term of every group and answer all other parts; rising."""
        if not all(groups):
            return NONE
        numbers: Array | None = None
        for part in others:
            found = self.documents(part)
            if found.dtype == bool:
                among = found if among is None else among & found
            else:
                numbers = found if numbers is None else numbers[self.mask(found).take(numbers)]
        if groups:
            among = self._having(groups, among)
        if numbers is None:
            return np.arange(self._leaf.size) if among is None else among.nonzero()[0]
        return numbers if among is None else numbers[among.take(numbers)]

    def _mask_of_all(self, parts: list[Node], among: Array | None) -> Array | None:
        """The documents of a mask that answer all parts; None for all documents."""
        for part in parts:
            found = self.mask(self.documents(part))
            among = found if among is None else among & found
        return among

    def _having(self, groups: tuple[Group, ...], among: Array | None) -> Array:
        mask = np.zeros(self._leaf.size, bool)
        having(groups, among, mask)
        return mask

    def _terms(self, node: Node) -> Group | None:
        """The terms any of which answers a part of the query, and whose worth is its score; None if it is not so."""
        if id(node) in self._words:
            return self._words[id(node)]
        terms: Group | None = None
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
        weights, boost, lengths = self._snapshot.weights(field), BOOSTS[field], self._leaf.lengths(field)
        for key in slot.keys:
            postings = self._leaf.term(field, key)
            if postings is not None:
                factor = self._snapshot.rarity(field, key) * boost
                yield Term(postings.documents(), postings.counts(), lengths, weights.table, weights.norms, factor)

    def _any(self, found: list[Array]) -> Array:
        found = [documents for documents in found if len(documents)]
        if len(found) <= 1:
            return found[0] if found else NONE
        mask = np.zeros(self._leaf.size, bool)
        for documents in found:
            if documents.dtype == bool:
                mask |= documents
            else:
                mask[documents] = True
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

    # Scores

    def _add_scores_of_all(self, node: Node, candidates: Array, scores: Array) -> None:
        """Add the scores that a node gives to documents all of which answer it."""
        if isinstance(node, TextNode):
            fields, patterns = fields_of(node.field), patterns_of(node)
            if len(fields) == len(patterns) == 1:
                slots = patterns[0].slots
                if len(slots) > 1:
                    self._add_worth(self._terms_of_phrase(fields[0], patterns[0]), candidates, scores)
                    return
                if not isinstance(slots[0], KeySlot):
                    scores += CONSTANT * BOOSTS[fields[0]]
                    return
        self._add_scores(node, candidates, scores)

    def _add_scores(self, node: Node, candidates: Array, scores: Array) -> None:
        """Add the scores of documents, nothing to those that do not answer a text; what only filters scores nothing."""
        terms = self._terms(node)
        if terms is not None:
            self._add_worth(terms, candidates, scores)
        elif isinstance(node, TextNode):
            for field in fields_of(node.field):
                for pattern in patterns_of(node):
                    self._add_pattern(field, pattern, candidates, scores)
        elif isinstance(node, And):
            for part in node.parts:
                self._add_scores(part, candidates, scores)
        elif isinstance(node, Or):
            for part in node.parts:
                self._add_part(part, candidates, scores)

    def _add_worth(self, terms: Group, candidates: Array, scores: Array) -> None:
        """Add what terms are worth in each candidate; nothing to those without them."""
        weigh(terms, candidates, scores, self._leaf.size)

    def _add_part(self, node: Node, candidates: Array, scores: Array) -> None:
        """Add the scores that a part of an Or gives to those candidates that answer it."""
        if isinstance(node, TextNode | Or):
            self._add_scores(node, candidates, scores)
        elif isinstance(node, And):
            among = self.mask(self.documents(node)).take(candidates).nonzero()[0]
            if len(among):
                own = np.zeros(len(among))
                self._add_scores(node, candidates[among], own)
                scores[among] += own

    def _add_pattern(self, field: str, pattern: Pattern, candidates: Array, scores: Array) -> None:
        if len(pattern.slots) == 1:
            slot = pattern.slots[0]
            if isinstance(slot, KeySlot):
                self._add_worth(tuple(self._terms_of_slot(field, slot)), candidates, scores)
            else:
                scores += CONSTANT * BOOSTS[field] * self._leaf.documents(field, slot).take(candidates)
            return
        among = self.mask(self._phrase(field, pattern)).take(candidates).nonzero()[0]
        if len(among):
            own = np.zeros(len(among))
            self._add_worth(self._terms_of_phrase(field, pattern), candidates[among], own)
            scores[among] += own

    def _terms_of_phrase(self, field: str, pattern: Pattern) -> Group:
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
