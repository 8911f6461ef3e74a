# SPDX-License-Identifier: GPL-3.0-or-later
"""A document as it is put together while a record of a JSON format is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeGuard

from archivist.exchange import own_fields
from archivist.exchange.carried import read_carried_record
from archivist.exchange.files.json_fields import Fields
from archivist.exchange.files.json_stream import Malformed
from archivist.exchange.items import Problem, ReadAnnotation, ReadDocument, ReadRecord, ReadRelation, Unit
from archivist.file_names import shown
from archivist.model import JsonValue

_MOST_NAMES = 20
_Place = tuple[int, int, str]  # start, end, label


class DocumentDraft:
    """What a record turned out to hold; what is wrong in it becomes a problem and costs only itself."""

    def __init__(self, where: str, text: str | None, name: str = "") -> None:
        self._where = where
        self._name = name or where
        self._text = text
        self._annotations: dict[str, ReadAnnotation] = {}
        self._relations: list[ReadRelation] = []
        self._problems: list[Problem] = []
        self._records: dict[str, ReadRecord] = {}
        self._own: defaultdict[_Place, list[JsonValue]] = defaultdict(list)
        self._own_relations: dict[tuple[str, str, str], JsonValue] = {}

    def know(self, fields: Mapping[str, JsonValue], annotations: str = "annotations") -> None:
        """What an Archivist wrote of records, relations and, with their places, annotations; before they are added."""
        for number, value in enumerate(_objects(fields.get("records")), 1):
            try:
                record = read_carried_record(Fields(value))
                self._records.setdefault(record.key, record)
            except ValueError as error:
                self.problem(f"it cannot be read: {error}", f"record {number}")
        for value in _objects(fields.get(annotations)):
            start, end, label = (value.get(name) for name in ("start_offset", "end_offset", "label"))
            if is_number(start) and is_number(end) and isinstance(label, str):
                self._own[start, end, label].append(value)
        for value in _objects(fields.get("relations")):
            type_, source, target = (value.get(name) for name in ("type", "source", "target"))
            if isinstance(type_, str) and isinstance(source, str) and isinstance(target, str):
                self._own_relations[type_, source, target] = value

    def problem(self, what: str, where: str = "") -> None:
        """Note that something could not be read."""
        self._problems.append(Problem(_at(self._where, where), what))

    def mark(self, annotation: ReadAnnotation, own: JsonValue = None) -> None:
        """Add an annotation, with what an Archivist wrote of it."""
        annotation = replace(annotation, where=_at(self._where, annotation.where), key=self._free_key(annotation))
        if not 0 <= annotation.start < annotation.end:
            self._problems.append(
                Problem(annotation.where, f"its place, {annotation.start} to {annotation.end}, holds no words")
            )
            return
        known = self._own.get((annotation.start, annotation.end, annotation.label))
        own = own or (known.pop(0) if known else None)
        if own is not None:
            try:
                annotation = own_fields.with_annotation(annotation, own)
            except Malformed as error:
                self.problem(f"what an Archivist wrote of this annotation cannot be read: {error}", annotation.where)
        self._annotations[annotation.key] = annotation

    def _free_key(self, annotation: ReadAnnotation) -> str:
        wanted, number = annotation.key or "1", 1
        key = wanted
        while key in self._annotations:
            number += 1
            key = f"{wanted}/{number}"
        return key

    def relate(self, relation: ReadRelation, own: JsonValue = None) -> None:
        """Add a relation between two annotations that have been added, with what an Archivist wrote of it."""
        where = _at(self._where, relation.where)
        source, target = self._annotations.get(relation.source), self._annotations.get(relation.target)
        if source is None or target is None:
            missing = relation.source if source is None else relation.target
            self.problem(f"the relation “{relation.type}” leads to “{missing}”, which is not there", relation.where)
            return
        relation = replace(relation, where=where)
        own = own or self._own_relations.pop((relation.type, source.id, target.id), None)
        if own is not None:
            try:
                relation = own_fields.with_relation(relation, own)
            except Malformed as error:
                self.problem(f"what an Archivist wrote of this relation cannot be read: {error}", relation.where)
        self._relations.append(relation)

    def relate_known(self) -> None:
        """Add the relations that an Archivist wrote and the format itself has no place for."""
        keys = {mark.id: mark.key for mark in self._annotations.values() if mark.id}
        for type_, source, target in list(self._own_relations):
            self.relate(ReadRelation(type_, keys.get(source, source), keys.get(target, target)))

    def key_at(self, start: int, end: int, label: str = "") -> str | None:
        """The annotation at this place, with this label if there is one."""
        for mark in self._annotations.values():
            if (mark.start, mark.end) == (start, end) and label in ("", mark.label):
                return mark.key
        return None

    def document(self, article: JsonValue, *, unit: Unit = Unit.CODE_POINTS) -> ReadDocument:
        """All of it, with the metadata of these fields."""
        document = ReadDocument(
            self._name, self._text, tuple(self._annotations.values()), tuple(self._relations), unit=unit
        )
        try:
            document = own_fields.with_article(document, article)
        except Malformed as error:
            self.problem(f"its metadata cannot be read: {error}")
        return replace(document, problems=tuple(self._problems))

    def new_records(self, seen: set[str]) -> Iterator[ReadRecord]:
        """The records that came with it, except those that were seen."""
        for key, record in self._records.items():
            if key not in seen:
                seen.add(key)
                yield record


def fields_left(where: str, names: Collection[str]) -> Iterator[Problem]:
    """The line of the report for fields of records that there is no place for, where there are any."""
    if names:
        told = [shown(name) for name in sorted(names)[:_MOST_NAMES]]
        rest = f" and {len(names) - len(told)} more" if len(names) > len(told) else ""
        yield Problem(where, f"fields that are not taken over: {', '.join(told)}{rest}")


def is_number(value: JsonValue) -> TypeGuard[int]:
    """Whether this is a whole number."""
    return isinstance(value, int) and not isinstance(value, bool)


def _objects(values: JsonValue) -> Iterable[Mapping[str, JsonValue]]:
    return (value for value in values if isinstance(value, Mapping)) if isinstance(values, list) else ()


def _at(outer: str, inner: str) -> str:
    return ", ".join(filter(None, (outer, inner)))
