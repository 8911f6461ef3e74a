# SPDX-License-Identifier: GPL-3.0-or-later
"""The relations of a foreign file on their way into an archive."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from uuid import UUID, uuid5

from archivist.exchange.bundle.relation_merging import merge_relation
from archivist.exchange.incoming.records_here import RecordsHere
from archivist.exchange.items import ReadRelation
from archivist.exchange.moments import utc
from archivist.exchange.report import MergeLine, Outcome
from archivist.model import Node, NodeType, Relation
from archivist.store import Archive
from archivist.store.connection import now
from archivist.text import one_line

# Makes the ids of relations that have none: one file gives the same relations whenever it is taken in.
_RELATIONS = UUID("5f3a9c34-9a2e-4c55-9d0b-1f0de2d3b8a7")
_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_UNTYPED = "related"


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A relation one of whose ends has not been read yet."""

    relation: ReadRelation
    where: str
    article: str
    source: Node | None
    target: Node | None


class RelationsHere:
    """Relates annotations and records, inside actions."""

    def __init__(self, archive: Archive, format_name: str, records: RecordsHere) -> None:
        self._archive = archive
        self._format = format_name
        self._records = records
        self._waiting: list[_Waiting] = []
        self._times: Counter[str] = Counter()

    def put(
        self, relation: ReadRelation, document: str, article: str, annotations: Mapping[str, str]
    ) -> MergeLine | None:
        """Take in a relation; None where it has to wait for what is still to be read.

        `annotations` are the ids here of those of its document, by key; these are asked first, then ids
        and records.
        """
        waiting = _Waiting(
            relation,
            ", ".join(filter(None, (document, relation.where))),
            article,
            self._node(relation.source_type, relation.source, annotations),
            self._node(relation.target_type, relation.target, annotations),
        )
        if waiting.source is None or waiting.target is None:
            self._waiting.append(waiting)
            return None
        return self._put(waiting, waiting.source, waiting.target)

    def finish(self) -> Iterator[MergeLine]:
        """Take in those that had to wait; what cannot be joined even now is left out."""
        for waiting in self._waiting:
            relation = waiting.relation
            source = waiting.source or self._node(relation.source_type, relation.source, {})
            target = waiting.target or self._node(relation.target_type, relation.target, {})
            if source is not None and target is not None:
                yield self._put(waiting, source, target)
                continue
            key = relation.source if source is None else relation.target
            why = f"was left out: its end “{key}” was not taken in"
            yield MergeLine("relation", "", relation.type, Outcome.LEFT_OUT, why, waiting.where)
        self._waiting = []

    def _put(self, waiting: _Waiting, source: Node, target: Node) -> MergeLine:
        read = waiting.relation
        type_ = one_line(read.type) or _UNTYPED
        what = "\x1f".join((self._format, waiting.article, type_, source.id, target.id))
        self._times[what] += 1
        follows = str(uuid5(_RELATIONS, f"{what}\x1f{self._times[what]}"))
        id_ = read.id.lower() if _UUID.fullmatch(read.id.lower()) else follows
        made = (one_line(read.created_by) or self._archive.who, utc(read.created_at) or now())
        relation = Relation(id_, type_, source, target, read.note, *made)
        return replace(merge_relation(self._archive.relations, relation), where=waiting.where)

    def _node(self, type_: NodeType, key: str, annotations: Mapping[str, str]) -> Node | None:
        if type_ is NodeType.ANNOTATION:
            if key in annotations:
                return Node(NodeType.ANNOTATION, annotations[key])
            if _UUID.fullmatch(key) and self._archive.annotations.is_known(key):
                return Node(NodeType.ANNOTATION, key)
        record = self._records.live(key)
        return Node(NodeType.RECORD, record.id) if record is not None else None
