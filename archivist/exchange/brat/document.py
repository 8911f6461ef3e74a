# SPDX-License-Identifier: GPL-3.0-or-later
"""A text and the lines about it as what was read.

Words that an event is named by are one annotation with the event, the first of them; each further
event on the same words is an annotation of its own. Roles become relations, and so do the members
of an equivalence, each with the first of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import isfinite
from typing import TypeVar

from archivist.exchange import carried
from archivist.exchange.brat.fragments import as_attribute, fragments_of, merged, words_of
from archivist.exchange.brat.lines import (
    Attribute,
    Equivalent,
    Event,
    Line,
    Linked,
    Normalisation,
    Note,
    TextBound,
)
from archivist.exchange.brat.names import name_of
from archivist.exchange.files.json_fields import Fields
from archivist.exchange.files.json_stream import Malformed
from archivist.exchange.items import Problem, ReadAnnotation, ReadRelation
from archivist.file_names import shown
from archivist.model import JsonValue, Kind

_Sort = TypeVar("_Sort")

OURS = "Archivist"  # type of our notes, and name of our "database"
FRAGMENTS = "fragments"  # attribute of an annotation whose words are not all of its span
NOTE = "AnnotatorNotes"
_DIGITS = re.compile("[0-9]+")
_NUMERAL = re.compile(r"-?[0-9]{1,300}(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_ARGUMENTS = ("Arg1", "Arg2")

RecordKey = Callable[[Normalisation, str], str]
"""The key of the record that a line names, by it and the kind of its annotation; "" where it can have none."""


@dataclass(slots=True)
class Marked:
    """What was read of a document's annotations."""

    annotations: list[ReadAnnotation] = field(default_factory=list)
    relations: list[ReadRelation] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def with_line_ends(text: str, lines: Iterable[Line]) -> str:
    """The text as its annotations count it: some count the two characters that end a line on Windows as one."""
    if "\r\n" not in text:
        return text
    plain = text.replace("\r\n", "\n")
    marks = [line for line in lines if isinstance(line, TextBound) and line.words]
    agreeing = [sum(_agrees(candidate, mark) for mark in marks) for candidate in (text, plain)]
    return plain if agreeing[1] > agreeing[0] else text


class Reading:
    """Makes annotations of the lines of one document; `kinds` are those of labels."""

    def __init__(self, text: str | None, kinds: Mapping[str, str], record_key: RecordKey) -> None:
        self._text = text
        self._kinds = kinds
        self._record_key = record_key
        self._found: dict[str, ReadAnnotation] = {}  # by key
        self._fragments: dict[str, tuple[tuple[int, int], ...]] = {}  # by key
        self._keys: dict[str, str] = {}  # of annotations, by ids of lines
        self._named: set[str] = set()  # keys of the words whose event is one annotation with them
        self._relations: dict[str, ReadRelation] = {}  # by ids of lines
        self._targets: dict[str, str] = {}  # what lines about other lines are about
        self._problems: list[Problem] = []

    def read(self, lines: list[Line]) -> Marked:
        """All that the lines say."""
        self._each(lines, TextBound, self._take_words)
        self._each(lines, Event, self._take_event)
        self._each(lines, Event, self._take_roles)
        self._each(lines, Linked, self._take_relation)
        self._each(lines, Equivalent, self._take_equivalence)
        self._each(lines, Attribute, self._take_attribute)
        self._each(lines, Normalisation, self._take_normalisation)
        self._each(lines, Note, self._take_note)
        self._each(lines, Note, self._take_ours)  # at the end, for it speaks of notes and attributes
        return Marked(list(self._found.values()), list(self._relations.values()), self._problems)

    def _each(self, lines: list[Line], sort: type[_Sort], take: Callable[[_Sort], None]) -> None:
        for line in lines:
            if isinstance(line, sort):
                take(line)

    # Annotations

    def _take_words(self, line: TextBound) -> None:
        start, end = line.fragments[0]
        attributes: dict[str, JsonValue] = {}
        words = line.words
        if len(line.fragments) > 1:
            start, end = min(a for a, _ in line.fragments), max(b for _, b in line.fragments)
        if self._text is not None and _agrees(self._text, line):
            words = self._text[start:end]
        parts = merged(self._text, line.fragments)
        if len(parts) > 1:
            attributes[FRAGMENTS] = as_attribute(self._text, parts)
        label = name_of(line.type)
        mark = ReadAnnotation(
            self._new_key(line.id, line.at),
            start,
            end,
            label,
            line.at,
            words,
            attributes=attributes,
            kind=self._kinds.get(label, ""),
        )
        self._found[mark.key] = mark
        self._fragments[mark.key] = line.fragments

    def _new_key(self, id_: str, at: str) -> str:
        """The key of a line's annotation; that of one whose id is taken says so."""
        if id_ in self._keys:
            self._problem(at, f"the id “{shown(id_)}” is there twice; what refers to it is taken to mean the first")
            return f"{id_} ({at})"
        self._keys[id_] = id_
        return id_

    def _take_event(self, line: Event) -> None:
        trigger = self._found.get(self._keys.get(line.trigger, ""))
        label = name_of(line.type)
        if trigger is None:
            self._problem(line.at, f"the event “{shown(line.id)}” was left out: there are no words “{line.trigger}”")
        elif line.id not in self._keys and trigger.label == label and trigger.key not in self._named:
            self._named.add(trigger.key)
            self._keys[line.id] = trigger.key
            self._found[trigger.key] = replace(trigger, kind=str(Kind.EVENT))
        else:
            key = self._new_key(line.id, line.at)
            event = replace(trigger, key=key, label=label, where=line.at, kind=str(Kind.EVENT))
            self._found[key] = event
            self._fragments[key] = self._fragments[trigger.key]

    # Relations

    def _take_roles(self, line: Event) -> None:
        if line.id not in self._keys:
            return
        roles = {role for role, _ in line.arguments}
        for role, id_ in line.arguments:
            plain = _DIGITS.sub("", role)
            self._relate(line.at, plain if plain in roles else role, line.id, id_)

    def _take_relation(self, line: Linked) -> None:
        arguments = (
            sorted(line.arguments) if {role for role, _ in line.arguments} == set(_ARGUMENTS) else line.arguments
        )
        (first_role, source), *others = arguments
        for number, (role, target) in enumerate(others):
            note = "" if (first_role, role) == _ARGUMENTS else f"{first_role}, {role}"
            self._relate(
                line.at, name_of(line.type), source, target, note, f"{line.id}+{number}" if number else line.id
            )

    def _take_equivalence(self, line: Equivalent) -> None:
        first, *others = line.members
        for other in others:
            self._relate(line.at, name_of(line.type), first, other)

    def _relate(self, at: str, type_: str, source: str, target: str, note: str = "", id_: str = "") -> None:
        missing = [end for end in (source, target) if end not in self._keys]
        if missing:
            self._problem(at, f"“{shown(type_)}” was left out: no annotation has the id “{shown(missing[0])}”")
            return
        if id_ in self._relations:
            self._problem(at, f"the id “{shown(id_)}” is there twice")
            id_ = ""
        relation = ReadRelation(type_, self._keys[source], self._keys[target], note=note, where=at)
        self._relations[id_ or f"{at} {len(self._relations)}"] = relation

    # What is said of the others

    def _take_attribute(self, line: Attribute) -> None:
        self._targets.setdefault(line.id, line.target)
        self._say(line.at, line.target, line.type, True if line.value is None else line.value)

    def _say(self, at: str, target: str, name: str, value: JsonValue) -> None:
        """Let an annotation have an attribute; of a relation it becomes the note."""
        key = self._keys.get(target)
        if key is not None:
            mark = self._found[key]
            attributes = dict(mark.attributes)
            if name in attributes:
                known = attributes[name]
                value = [*known, value] if isinstance(known, list) else [known, value]
            self._found[key] = replace(mark, attributes={**attributes, name: value})
        elif target in self._relations:
            self._add_note(at, target, name if value is True else f"{name}: {value}")
        else:
            self._problem(at, f"“{shown(name)}: {shown(str(value))}” was left out: there is no “{shown(target)}”")

    def _take_normalisation(self, line: Normalisation) -> None:
        self._targets.setdefault(line.id, line.target)
        mark = self._found.get(self._keys.get(line.target, ""))
        named = f"{line.database}:{line.reference}"
        key = self._record_key(line, mark.kind or str(Kind.ACTOR)) if mark and not mark.record else ""
        if mark is None or not key:
            self._say(line.at, line.target, line.type, f"{named} {line.name}".strip())
        else:
            self._found[mark.key] = replace(mark, record=key, kind=mark.kind or str(Kind.ACTOR))

    def _take_note(self, line: Note) -> None:
        target = line.target
        for _ in range(3):  # a note on a note, on an attribute
            target = self._targets.get(target, target) if target not in self._keys else target
        self._targets.setdefault(line.id, target)
        if _is_ours(line):
            return
        if line.type == NOTE:
            self._add_note(line.at, target, line.text)
        else:
            self._say(line.at, target, line.type, line.text)

    def _add_note(self, at: str, target: str, text: str) -> None:
        key = self._keys.get(target)
        if key is not None:
            self._found[key] = replace(self._found[key], note=_joined(self._found[key].note, text))
        elif target in self._relations:
            known = self._relations[target]
            self._relations[target] = replace(known, note=_joined(known.note, text))
        else:
            self._problem(at, f"the note “{shown(text)}” was left out: there is no “{shown(target)}”")

    # What we noted ourselves

    def _take_ours(self, line: Note) -> None:
        if not _is_ours(line):
            return
        try:
            fields = carried.fields_of(line.text)
            if line.target in self._relations:
                known = carried.with_carried_relation(self._relations[line.target], fields)
                note = _exact(known.note, fields.text("note", ""))
                self._relations[line.target] = replace(known, note=note)
            else:
                self._complete(self._keys.get(line.target, ""), fields)
        except ValueError as error:
            self._problems.append(carried.problem(line.at, f"“{shown(line.target)}”", error))

    def _complete(self, key: str, fields: Fields) -> None:
        if key not in self._found:
            raise Malformed("it is not there")
        mark = carried.with_carried(self._found[key], fields)
        numbers = fields.texts("numbers") if "numbers" in fields.mapping() else ()
        attributes = {
            name: _number(value) if name in numbers and isinstance(value, str) else value
            for name, value in mark.attributes.items()
        }
        mark = replace(mark, attributes=attributes, note=_exact(mark.note, fields.text("note", "")))
        span = carried.span_of(fields)
        if span and self._text is not None and tuple(fragments_of(self._text, *span)) == self._fragments[key]:
            mark = replace(mark, start=span[0], end=span[1], quote=self._text[slice(*span)])
        self._found[key] = mark

    def _problem(self, at: str, what: str) -> None:
        self._problems.append(Problem(at, what))


def _agrees(text: str, line: TextBound) -> bool:
    """Whether the words of a line are those at its place, however white space is written there."""
    if line.words is None or any(not 0 <= start < end <= len(text) for start, end in line.fragments):
        return False
    covered = words_of(text, line.fragments)
    return line.words == covered or line.words.split() == covered.split() != []


def _is_ours(line: Note) -> bool:
    return line.type == OURS and line.text.startswith("{")


def _joined(note: str, more: str) -> str:
    return f"{note}\n{more}" if note else more


def _exact(note: str, noted: str) -> str:
    """The note as it was before it was written on one line, unless it has been changed since."""
    return noted if noted and noted.split() == note.split() else note


def _number(written: str) -> JsonValue:
    if not _NUMERAL.fullmatch(written):  # it is none any more
        return written
    number = float(written) if set(written) & set(".eE") else int(written)
    return number if isfinite(number) else written
