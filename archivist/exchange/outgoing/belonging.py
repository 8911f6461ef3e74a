# SPDX-License-Identifier: GPL-3.0-or-later
"""Which records and relations belong to articles.

To all articles of an archive belongs its whole registry. To some of them belong the records that
their annotations are linked or related to, what these are a part of, what their relations point at,
and so on; and of the relations those whose two ends are both there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from archivist.model import Annotation, Loss, Node, NodeType, Relation
from archivist.store import Archive

_WHY_LEFT_OUT = "joined something that does not belong to these articles"


class Chosen(NamedTuple):
    """What belongs to the articles."""

    records: list[str]  # ids, a whole before its parts
    relations: list[Relation]  # the oldest first
    losses: tuple[Loss, ...]
    articles: Mapping[str, str]  # in which article (id) each annotation (id) is that a relation joins


class Belonging:
    """Looks at the annotations of articles, and then says what belongs to them."""

    def __init__(self, archive: Archive, *, everything: bool) -> None:
        self._everything = everything
        self._parents = archive.records.parents()
        self._relations = archive.relations.all()
        self._joined = {end.id for end in _ends(self._relations) if end.type is NodeType.ANNOTATION}
        self.passages: Counter[str] = Counter()  # how many annotations are linked to each record (id)
        self.words: dict[str, str] = {}  # of the annotations (id) that relations join
        self.articles: dict[str, str] = {}  # of the same

    def see(self, annotations: Iterable[Annotation]) -> None:
        """Take note of annotations of the articles."""
        for annotation in annotations:
            if annotation.record is not None:
                self.passages[annotation.record] += 1
            if annotation.id in self._joined:
                self.words[annotation.id] = annotation.quote
                self.articles[annotation.id] = annotation.article

    def chosen(self) -> Chosen:
        """What belongs to the articles, once all their annotations have been seen."""
        records = set(self._parents) if self._everything else self._reached()
        ends = {NodeType.RECORD: records, NodeType.ANNOTATION: self.words.keys()}
        kept, left_out = [], 0
        for relation in self._relations:
            there = [node.id in ends[node.type] for node in (relation.source, relation.target)]
            if all(there):
                kept.append(relation)
            elif any(there):
                left_out += 1
        depths = depths_of(self._parents)
        return Chosen(
            sorted(records, key=lambda id_: (depths[id_], id_)),
            kept,
            (Loss("relations", left_out, _WHY_LEFT_OUT),) if left_out else (),
            self.articles,
        )

    def _reached(self) -> set[str]:
        """The records that are linked, and all that is found by going on from them."""
        onward: dict[str, list[str]] = {id_: [parent] for id_, parent in self._parents.items() if parent is not None}
        waiting = list(self.passages)
        for relation in self._relations:
            source, target = relation.source, relation.target
            if target.type is NodeType.RECORD and source.type is NodeType.RECORD:
                onward.setdefault(source.id, []).append(target.id)
            elif self.words.keys() & {source.id, target.id}:
                waiting += (node.id for node in (source, target) if node.type is NodeType.RECORD)
        reached: set[str] = set()
        while waiting:
            id_ = waiting.pop()
            if id_ in self._parents and id_ not in reached:
                reached.add(id_)
                waiting += onward.get(id_, ())
        return reached


def depths_of(parents: Mapping[str, str | None]) -> dict[str, int]:
    """How many wholes are above each; where they go round in a circle, any number."""
    depths: dict[str, int] = {}
    for id_ in parents:
        chain: list[str] = []
        above: str | None = id_
        while above is not None and above not in depths:
            depths[above] = -1  # under way, so that a circle ends here
            chain.append(above)
            above = parents.get(above)
        depth = depths[above] if above is not None else -1
        for below in reversed(chain):
            depth += 1
            depths[below] = depth
    return depths


def _ends(relations: Iterable[Relation]) -> Iterable[Node]:
    return (end for relation in relations for end in (relation.source, relation.target))
