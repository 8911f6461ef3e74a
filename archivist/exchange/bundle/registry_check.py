# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the records and relations of a bundle hang together. What does not is a ValueError."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from uuid import UUID

from archivist.exchange.files.json_stream import Malformed
from archivist.file_names import shown
from archivist.model import Kind, Node, NodeType, Record, Relation

PART_OF = "part-of"


class RegistryCheck:
    """Looks at records, then at relations, one at a time, and keeps of each what tells the others."""

    def __init__(self) -> None:
        self.kinds: dict[str, Kind] = {}
        self.parents: dict[str, str | None] = {}
        self.relation_count = 0
        self._names: dict[str, str] = {}  # of those that have a parent

    def records(self, records: Iterable[Record]) -> None:
        """Each once, each parent an event that is there."""
        for record in records:
            if record.id in self.kinds:
                raise Malformed(f"record {record.id} is there twice")
            self.kinds[record.id] = record.kind
            self.parents[record.id] = record.draft.parent
            if record.draft.parent is not None:
                self._names[record.id] = record.name
        for id_, parent in self.parents.items():
            if parent is not None and self.kinds.get(parent) is not Kind.EVENT:
                raise Malformed(f"the parent of “{shown(self._names[id_])}” is no event that is there")
        self._check_no_circle({id_: [parent] for id_, parent in self.parents.items() if parent is not None})

    def relations(self, relations: Iterable[Relation], annotations: Container[bytes]) -> None:
        """Each once, between two things that are there; annotations are UUIDs as bytes."""
        ids: set[str] = set()
        said: set[tuple[str, Node, Node]] = set()
        wholes: dict[str, list[str]] = {id_: [parent] for id_, parent in self.parents.items() if parent is not None}
        for relation in relations:
            source, target = relation.source, relation.target
            what = (relation.type.casefold(), source, target)
            if relation.id in ids or what in said:
                raise Malformed(f"relation {relation.id} is there twice")
            ids.add(relation.id)
            said.add(what)
            if source == target:
                raise Malformed(f"relation {relation.id} joins something with itself")
            for end in (source, target):
                is_there = end.id in self.kinds if end.type is NodeType.RECORD else UUID(end.id).bytes in annotations
                if not is_there:
                    raise Malformed(f"relation {relation.id} joins {end.type} {end.id}, which is not there")
            if relation.type.casefold() == PART_OF:
                wholes.setdefault(source.id, []).append(target.id)
        self.relation_count = len(ids)
        self._check_no_circle(wholes)

    def _check_no_circle(self, wholes: Mapping[str, list[str]]) -> None:
        done: set[str] = set()
        for start in wholes:
            under_way: dict[str, list[str]] = {start: list(wholes[start])} if start not in done else {}
            while under_way:
                id_, above = next(reversed(under_way.items()))
                if not above:
                    done.add(id_)
                    del under_way[id_]
                    continue
                whole = above.pop()
                if whole in under_way:
                    name = self._names.get(whole, whole)
                    raise Malformed(f"“{shown(name)}” is a part of itself")
                if whole not in done:
                    under_way[whole] = list(wholes.get(whole, ()))
