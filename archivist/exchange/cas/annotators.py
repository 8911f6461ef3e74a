# SPDX-License-Identifier: GPL-3.0-or-later
"""One text as several annotators marked it, each in a copy of their own, brought together again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from archivist.exchange.items import Item, Problem, ReadAnnotation, ReadDocument, ReadRelation

Copies = Iterable[tuple[str, Iterable[Item]]]  # an annotator, and what is in her copy


def combined(copies: Copies, name: str) -> Iterator[Item]:
    """The documents of all copies, one for each text, called `name`, with the annotations of every annotator.

    Our own annotations lie in every copy, as they were there before: one that is the same in several
    is one annotation; one that somebody changed is hers, beside ours.
    """
    together: dict[tuple[int, str | None], _Together] = {}
    for annotator, items in copies:
        views = 0
        for item in items:
            if isinstance(item, ReadDocument):
                views += 1
                key = (views, item.text)
                if key not in together:
                    together[key] = _Together(replace(item, name=name if views == 1 else f"{name} ({views})"))
                together[key].add(annotator, item)
            else:
                yield item
    for each in together.values():
        yield each.document()


class _Together:
    """The annotations of several copies of one text."""

    def __init__(self, first: ReadDocument) -> None:
        self._first = first
        self._annotations: list[ReadAnnotation] = []
        self._relations: list[ReadRelation] = []
        self._problems: list[Problem] = []
        self._ours: dict[str, ReadAnnotation] = {}  # by their UUIDs
        self._our_relations: dict[str, ReadRelation] = {}

    def add(self, annotator: str, copy: ReadDocument) -> None:
        """What one annotator marked."""
        keys = {}
        for mark in copy.annotations:
            key = f"{annotator}/{mark.key}"
            ours = self._ours.get(mark.id) if mark.id else None
            if ours is not None and replace(mark, key=ours.key, where=ours.where) == ours:
                keys[mark.key] = ours.key
                continue
            keys[mark.key] = key
            if ours is None:
                kept = replace(mark, key=key)
                if mark.id:
                    self._ours[mark.id] = kept
            else:
                kept = replace(mark, key=key, id="", annotator=annotator)
            self._annotations.append(kept)
        for relation in copy.relations:
            self._relate(replace(relation, source=keys[relation.source], target=keys[relation.target]))
        self._problems += copy.problems

    def _relate(self, relation: ReadRelation) -> None:
        ours = self._our_relations.get(relation.id) if relation.id else None
        if ours is None:
            self._relations.append(relation)
            if relation.id:
                self._our_relations[relation.id] = relation
        elif replace(relation, where=ours.where) != ours:
            self._relations.append(replace(relation, id=""))

    def document(self) -> ReadDocument:
        """All of it."""
        return replace(
            self._first,
            annotations=tuple(self._annotations),
            relations=tuple(self._relations),
            problems=tuple(self._problems),
        )
