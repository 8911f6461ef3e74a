# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers a query tree from the postings of the index and the archive's own knowledge.

First the documents, by sets and the rarest part of an And first, so that nothing is read for a
document that is out already; then the scores of what remains, by Whoosh's BM25F. Whoosh's own
search would score everything, and its top-n drops hits of an Or inside an And.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from whoosh.scoring import bm25

from archivist.search.patterns import Pattern, patterns_of
from archivist.search.postings import Segment
from archivist.search.query import (
    And,
    Everything,
    Having,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Published,
    TextField,
    TextNode,
    Word,
    wanted_texts,
    without_places,
)
from archivist.search.snapshot import Snapshot
from archivist.store.selections import Selections

# What a match counts. The body repeats the headline, so one in the title counts three times.
_BOOSTS = {TextField.TITLE: 2.0, TextField.BODY: 1.0, TextField.NOTE: 1.0}
_TERM_SATURATION, _LENGTH_EFFECT = 1.2, 0.75  # BM25's K1 and B, at their usual values


class Executor:
    """Answers one query from one snapshot of the index and the archive as it is now."""

    def __init__(self, snapshot: Snapshot, selections: Selections) -> None:
        self._snapshot = snapshot
        self._selections = selections
        self._everything = frozenset(snapshot.documents.values())
        self._answers: dict[Node, frozenset[int]] = {}  # of parts that need no text

    def rows(self, root: Node) -> list[int]:
        """The row of every article that is found, in no order."""
        found = self._documents(without_places(root), self._everything)
        return [self._snapshot.rows[document] for document in found]

    def scores(self, root: Node) -> dict[int, float]:
        """The score of every article that is found, by its row."""
        root = without_places(root)
        found = self._documents(root, self._everything)
        scores = dict.fromkeys(found, 0.0)
        for node in dict.fromkeys(wanted_texts(root)):
            for field in _fields(node.field):
                for document, score in self._field_scores(field, patterns_of(node), found).items():
                    scores[document] += score
        return {self._snapshot.rows[document]: score for document, score in scores.items()}

    # Documents

    def _documents(self, node: Node, within: Set[int]) -> Set[int]:
        """The documents among some that answer a part of the query."""
        match node:
            case And(parts):
                return self._all(parts, within)
            case Or(parts):
                return set[int]().union(*(self._documents(part, within) for part in parts))
            case Not(part):
                return within - self._documents(part, within)
            case Word() | Prefix() | Phrase():
                return set(self._text(node, within))
            case _:
                return within & self._known(node)

    def _all(self, parts: tuple[Node, ...], within: Set[int]) -> Set[int]:
        for part in sorted(parts, key=self._cost):
            if not within:
                break
            within = self._documents(part, within)
        return within

    def _text(self, node: TextNode, within: Set[int]) -> Iterator[int]:
        for segment, inside in self._divided(within):
            for field in _fields(node.field):
                for pattern in patterns_of(node):
                    for document in segment.documents(field, pattern, inside):
                        yield segment.offset + document

    def _known(self, node: Node) -> frozenset[int]:
        """The documents that need no text to be told: by what the archive knows of them."""
        if node not in self._answers:
            match node:
                case Having(field, value):
                    rows = self._selections.with_value(field, value)
                case Published(days):
                    rows = self._selections.published(days)
                case _:
                    return self._everything
            documents = self._snapshot.documents
            self._answers[node] = frozenset(documents[row] for row in rows if row in documents)
        return self._answers[node]

    def _cost(self, node: Node) -> int:
        """About how many documents a part of an And leaves; what only takes away comes last."""
        everything = len(self._everything)
        match node:
            case And(parts):
                return min(map(self._cost, parts))
            case Or(parts):
                return min(everything, sum(map(self._cost, parts)))
            case Not() | Everything():
                return everything + 1
            case Word() | Prefix() | Phrase():
                return sum(
                    min(segment.frequency(field, slot) for slot in pattern)
                    for segment in self._snapshot.segments
                    for field in _fields(node.field)
                    for pattern in patterns_of(node)
                )
            case _:
                return len(self._known(node))

    def _divided(self, documents: Set[int]) -> Iterator[tuple[Segment, Set[int] | None]]:
        """Each segment with those of the documents that it has, in its own numbers; None means all."""
        if len(documents) == len(self._everything):
            # Postings name no deleted document, so all are all that are there.
            yield from ((segment, None) for segment in self._snapshot.segments)
            return
        segments = self._snapshot.segments
        ends = [*(segment.offset for segment in segments[1:]), len(self._snapshot.rows)]
        for segment, end in zip(segments, ends, strict=True):
            inside = {document - segment.offset for document in documents if segment.offset <= document < end}
            if inside:
                yield segment, inside

    # Scores

    def _field_scores(self, field: str, patterns: tuple[Pattern, ...], found: Set[int]) -> dict[int, float]:
        """The scores of documents by the patterns of one part of the query in one field.

        Patterns of one part are one occurrence, so the best of them counts.
        """
        best: dict[int, float] = {}
        boost = _BOOSTS[TextField(field)]
        average = self._snapshot.searcher.avg_field_length(field) or 1.0
        for pattern in patterns:
            rarity = boost * sum(self._rarity(field, slot_keys) for slot_keys in self._keys(field, pattern))
            for segment, inside in self._divided(found):
                for document, count in segment.counts(field, pattern, inside).items():
                    length = segment.length(field, document)
                    score = bm25(rarity, count, length, average, _LENGTH_EFFECT, _TERM_SATURATION)
                    whole = segment.offset + document
                    best[whole] = max(score, best.get(whole, 0.0))
        return best

    def _keys(self, field: str, pattern: Pattern) -> Iterator[set[bytes]]:
        for slot in pattern:
            yield {key for segment in self._snapshot.segments for key in segment.keys(field, slot)}

    def _rarity(self, field: str, keys: set[bytes]) -> float:
        """The inverse document frequency of a word: that of its most frequent key."""
        return min((self._snapshot.searcher.idf(field, key) for key in keys), default=0.0)


def _fields(only: TextField | None) -> tuple[str, ...]:
    return tuple(field.value for field in (TextField if only is None else (only,)))
