# SPDX-License-Identifier: GPL-3.0-or-later
"""Which records and relations belong to articles.

To all articles of an archive belongs its whole registry. To some of them belong the records that
their annotations are linked or related to, what these are a part of, what their relations point at,
and so on; and of the relations those whose two ends are both there. Where all are chosen and some
held back, as restricted ones are, the whole registry goes along but for what belongs to those alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Set
from typing import NamedTuple

from archivist.model import Annotation, Loss, Node, NodeType, Relation
from archivist.store import Archive

_WHY_LEFT_OUT = "joined something that does not belong to these articles"
_WHY_HELD_BACK = "belong to restricted articles alone, or are parts of what does"


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
        self._held_links: set[str] = set()  # records (id) that annotations of articles held back are linked to
        self._held_marks: set[str] = set()  # those of these annotations (id) that relations join

    def see(self, annotations: Iterable[Annotation]) -> None:
        """Take note of annotations of the articles."""
        for annotation in annotations:
            if annotation.record is not None:
                self.passages[annotation.record] += 1
            if annotation.id in self._joined:
                self.words[annotation.id] = annotation.quote
                self.articles[annotation.id] = annotation.article

    def hold_back(self, annotations: Iterable[Annotation]) -> None:
        """Take note of annotations of an article that would belong to everything, and is left out."""
        for annotation in annotations:
            if annotation.record is not None:
                self._held_links.add(annotation.record)
            if annotation.id in self._joined:
                self._held_marks.add(annotation.id)

    def chosen(self) -> Chosen:
        """What belongs to the articles, once all their annotations have been seen."""
        depths = depths_of(self._parents)
        records = self._reached(self.passages, self.words.keys())
        held_back = self._held_back(records, depths) if self._everything else set()
        if self._everything:
            records = self._parents.keys() - held_back
        ends = {NodeType.RECORD: records, NodeType.ANNOTATION: self.words.keys()}
        kept, left_out = [], 0
        for relation in self._relations:
            nodes = (relation.source, relation.target)
            there = [node.id in ends[node.type] for node in nodes]
            if all(there):
                kept.append(relation)
            elif any(there) or all(node.id in held_back for node in nodes):
                left_out += 1
        losses = (Loss("records", len(held_back), _WHY_HELD_BACK), Loss("relations", left_out, _WHY_LEFT_OUT))
        return Chosen(
            sorted(records, key=lambda id_: (depths[id_], id_)),
            kept,
            tuple(loss for loss in losses if loss.count),
            self.articles,
        )

    def _held_back(self, reached: Set[str], depths: Mapping[str, int]) -> set[str]:
        """The records that belong to what is held back and not to what goes out, and the parts of these."""
        held = self._reached(self._held_links, self._held_marks) - reached
        if held:
            for id_ in sorted(self._parents, key=depths.__getitem__):
                if self._parents[id_] in held and id_ not in reached:
                    held.add(id_)
        return held

    def _reached(self, linked: Collection[str], marks: Set[str]) -> set[str]:
        """The records that are linked or related to these annotations (id), and all that is found by going on."""
        if not linked and not marks:
            return set()
        onward: dict[str, list[str]] = {id_: [parent] for id_, parent in self._parents.items() if parent is not None}
        waiting = list(linked)
        for relation in self._relations:
            source, target = relation.source, relation.target
            if target.type is NodeType.RECORD and source.type is NodeType.RECORD:
                onward.setdefault(source.id, []).append(target.id)
            elif marks & {source.id, target.id}:
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
