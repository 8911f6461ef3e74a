# SPDX-License-Identifier: GPL-3.0-or-later
"""The same questions put to Whoosh itself: slow, and what the executor has to agree with.

The query tree becomes Whoosh's queries, its forms found by looking at every term, and Whoosh
searches the same segments through the codec. It is asked for all hits, as with a limit it drops some.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from whoosh import query as whoosh
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.matching import ListMatcher, NullMatcher
from whoosh.query.spans import Span, SpanNear2
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from archivist.search.commit import read_segments
from archivist.search.executor import BOOSTS, CONSTANT, Known, fields_of
from archivist.search.fields import key_bytes, schema
from archivist.search.flat.sections import Array
from archivist.search.manifest import Manifest
from archivist.search.patterns import KeySlot, Pattern, Slot, patterns_of
from archivist.search.query import And, Everything, Node, Not, Or, TextField, TextNode
from archivist.search.scoring import LENGTH_EFFECT, SATURATION


class Reference:
    """Whoosh's own search over the index of one commit."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        segments = read_segments(folder, manifest)
        reader = FileIndex._reader(FileStorage(str(folder)), schema(), segments, manifest.generation)  # noqa: SLF001
        self._searcher = Searcher(reader, weighting=BM25F(B=LENGTH_EFFECT, K1=SATURATION))

    def search(self, root: Node, known: Known) -> dict[int, float]:
        """The score of every document that is found, by its number in the whole index."""
        results = self._searcher.search(self._query(root, known), limit=None)
        return {hit.docnum: hit.score for hit in results}

    def close(self) -> None:
        """Close the files of the index."""
        self._searcher.close()

    def _query(self, node: Node, known: Known) -> whoosh.Query:
        if isinstance(node, TextNode):
            return _any(chain.from_iterable(map(self._text, fields_of(node.field), [node] * len(TextField))))
        match node:
            case And(parts):
                return whoosh.And([self._query(part, known) for part in parts])
            case Or(parts):
                return _any(self._query(part, known) for part in parts)
            case Not(part):
                return _Others(self._query(part, known))
            case Everything():
                return _Unscored(whoosh.Every())
        return _Documents(known(node))

    def _text(self, field: str, node: TextNode) -> Iterable[whoosh.Query]:
        boost = BOOSTS[field]
        for pattern in patterns_of(node):
            if len(pattern.slots) == 1:
                yield self._slot(field, pattern.slots[0], boost)
            else:
                yield self._phrase(field, pattern, boost)

    def _slot(self, field: str, slot: Slot, boost: float) -> whoosh.Query:
        if isinstance(slot, KeySlot):
            return _any(self._terms(field, slot, boost))
        return whoosh.ConstantScoreQuery(_any(self._terms(field, slot, 1.0)), CONSTANT * boost)

    def _phrase(self, field: str, pattern: Pattern, boost: float) -> whoosh.Query:
        slots = [_any(self._terms(field, slot, boost if isinstance(slot, KeySlot) else 0.0)) for slot in pattern.slots]
        if pattern.slop is None:
            return _Near(slots)
        return _Window(slots, pattern)

    def _terms(self, field: str, slot: Slot, boost: float) -> Iterable[whoosh.Query]:
        if isinstance(slot, KeySlot):
            found = [key_bytes(key) for key in slot.keys]
        else:
            lexicon = self._searcher.reader().lexicon(field)
            found = [term for term in lexicon if slot.fits([term.decode(errors="replace")])]
        return [whoosh.Term(field, term, boost=boost) for term in found]


def _any(queries: Iterable[whoosh.Query]) -> whoosh.Query:
    found = list(queries)
    if len(found) == 1:
        return found[0]
    union = whoosh.Or(found)
    union.matcher_type = whoosh.Or.DEFAULT_MATCHER  # others score a document by another's terms
    return union


class _Unscored(whoosh.Query):  # type: ignore[misc]  # Whoosh has no types
    """A query that only filters. Whoosh's own takes a constant score of 0 for one of 1."""

    def __init__(self, query: whoosh.Query) -> None:
        self._query = query
        self.boost = 1.0

    def estimate_size(self, ixreader: Any) -> int:
        """As Whoosh asks."""
        size: int = ixreader.doc_count_all()
        return size

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """As Whoosh asks."""
        return _unscored(list(self._query.matcher(searcher, context).all_ids()))


class _Others(_Unscored):
    """All documents but those of a query. Whoosh's own may keep the first, and in an Or is taken for one in an And."""

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """As Whoosh asks."""
        found = set(self._query.matcher(searcher, context).all_ids())
        return _unscored([document for document in searcher.reader().all_doc_ids() if document not in found])


class _Documents(whoosh.Query):  # type: ignore[misc]
    """Documents that were found elsewhere."""

    def __init__(self, mask: Array) -> None:
        self._mask = mask
        self.boost = 1.0

    def estimate_size(self, ixreader: Any) -> int:
        """As Whoosh asks."""
        size: int = ixreader.doc_count_all()
        return size

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """As Whoosh asks."""
        del context
        reader = searcher.reader()
        offset = 0
        if searcher.has_parent():
            leaves = searcher.get_parent().reader().leaf_readers()
            offset = next(start for leaf, start in leaves if leaf is reader)
        found = np.flatnonzero(self._mask[offset : offset + reader.doc_count_all()])
        live = [document for document in found.tolist() if not reader.is_deleted(document)]
        return _unscored(live)


def _unscored(documents: list[int]) -> ListMatcher:
    return ListMatcher(documents, weights=[0.0] * len(documents)) if documents else NullMatcher()


class _Near(SpanNear2):  # type: ignore[misc]
    """Words next to each other. Whoosh's own asks for its size by a name that is not there."""

    def _and_query(self) -> whoosh.Query:
        return whoosh.And(self.qs)


class _Window(_Near):
    """Words in any order in a window: tried from every word on."""

    def __init__(self, slots: Sequence[whoosh.Query], pattern: Pattern) -> None:
        # The same slot twice is one query, as Whoosh moves the matchers of both at once.
        distinct = list(dict.fromkeys(pattern.slots))
        super().__init__([slots[pattern.slots.index(slot)] for slot in pattern.slots])
        self._firsts = [pattern.slots.index(slot) for slot in distinct]
        self._wanted = [Counter(pattern.slots)[slot] for slot in distinct]
        self._width = len(pattern.slots) + (pattern.slop or 0)

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """As Whoosh asks."""
        matchers = [query.matcher(searcher, context) for query in self.qs]
        return _WindowMatcher(matchers, self._firsts, self._wanted, self._width)


class _WindowMatcher(SpanNear2.SpanNear2Matcher):  # type: ignore[misc]
    def __init__(self, matchers: Sequence[Any], firsts: Sequence[int], wanted: Sequence[int], width: int) -> None:
        self._firsts, self._wanted, self._width = firsts, wanted, width
        super().__init__(matchers)

    def _get_spans(self) -> list[Span]:
        places = [[span.start for span in self.ms[first].spans()] for first in self._firsts]
        return [
            Span(start, start + self._width - 1)
            for start in sorted(set(chain.from_iterable(places)))
            if all(
                sum(start <= place < start + self._width for place in found) >= wanted
                for found, wanted in zip(places, self._wanted, strict=True)
            )
        ]
