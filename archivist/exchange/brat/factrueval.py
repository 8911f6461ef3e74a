# SPDX-License-Identifier: GPL-3.0-or-later
"""The standoff files of factRuEval-2016: .spans, .objects, .coref and .facts beside a text.

Spans are annotations; the identified objects that .coref lists are records of actors, to which the
spans of their mentions are linked; facts are records of events with their roles as relations.
github.com/dialogue-evaluation/factRuEval-2016
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from archivist.exchange.files.texts import Text
from archivist.exchange.items import Item, Problem, ReadAnnotation, ReadDocument, ReadRecord, ReadRelation
from archivist.file_names import shown
from archivist.model import ActorType, Alias, JsonValue, Kind, NodeType, RecordDraft

SPANS, OBJECTS, COREF, FACTS = MARKS = (".spans", ".objects", ".coref", ".facts")
_TYPES = {
    "Person": ActorType.PERSON,
    "Org": ActorType.ORGANISATION,
    "LocOrg": ActorType.PLACE,
    "Location": ActorType.PLACE,
    "Facility": ActorType.PLACE,
}
_SPAN = re.compile(r"(\S+) (\S+) (-?[0-9]{1,12}) (-?[0-9]{1,12})(?: \S+)*? +#((?: [0-9]+)*)(?: (.*))?")
_OBJECT = re.compile(r"(\S+) (\S+)((?: [0-9]+)+) *(?:#.*)?")
_ENTITY = re.compile(r"([0-9]+)((?: [0-9]+)+) *")
_FACT = re.compile(r"(\S+) (\S+)\s*")
_END = re.compile(r"(obj|span)([0-9]+)(?: (.*))?")
_NAME = ("firstname", "patronymic", "lastname", "nickname")
_WIKIDATA = "wikidata"

GetText = Callable[[str], "Text | Problem"]


@dataclass(slots=True)
class _Entity:
    """A line of .coref with those that tell its names."""

    id: str
    objects: list[str]
    names: list[tuple[str, str]] = field(default_factory=list)  # (sort, name)
    type: str = ""


class _Document:
    """One document, file by file. What cannot be read becomes a problem."""

    def __init__(self, stem: str, found: Mapping[str, str], text_of: GetText) -> None:
        self._stem = stem
        self._found = found
        self._text_of = text_of
        self.text: str | None = None
        self.problems: list[Problem] = []
        self._spans: dict[str, ReadAnnotation] = {}
        self._by_id: dict[str, list[str]] = {}  # keys of spans
        self._objects: dict[str, tuple[str, list[str]]] = {}  # type and ids of spans
        self._entities: dict[str, _Entity] = {}
        self._records: list[ReadRecord] = []
        self._relations: list[ReadRelation] = []

    def items(self) -> Iterator[Item]:
        """Everything that the files say."""
        written = self._file(".txt") if ".txt" in self._found else None
        self.text = written.text if written else None
        self._each(SPANS, _SPAN, self._take_span)
        self._each(OBJECTS, _OBJECT, self._take_object)
        for where, block in self._blocks(COREF):
            self._take_entity(where, block)
        self._link()
        for where, block in self._blocks(FACTS):
            self._take_fact(where, block)
        yield from self._records
        yield ReadDocument(
            self._stem,
            self.text,
            tuple(self._spans.values()),
            tuple(self._relations),
            tuple(self.problems),
            raw=written.raw if written else None,
            media_type="text/plain" if written else "",
            encoding=written.encoding if written else "",
        )

    def _file(self, suffix: str) -> Text | None:
        text = self._text_of(self._found[suffix])
        if isinstance(text, Problem):
            self.problems.append(text)
            return None
        return text

    def _rows(self, suffix: str) -> Iterator[tuple[str, str]]:
        """The rows of a file, each with where it is; without its line end."""
        file = self._file(suffix) if suffix in self._found else None
        text = file.text if file else ""
        for number, row in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
            yield f"{self._found[suffix]}, line {number}" if text else "", row.rstrip()

    def _each(self, suffix: str, pattern: re.Pattern[str], take: Callable[[str, re.Match[str]], None]) -> None:
        for where, row in self._rows(suffix):
            found = pattern.fullmatch(row)
            if found:
                take(where, found)
            elif row:
                self._problem(where, f"“{shown(row)}” was left out: it is not of the form of a line in {suffix}")

    def _blocks(self, suffix: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        """The blocks of rows between empty ones, each with where it begins."""
        block: list[tuple[str, str]] = []
        for where, row in (*self._rows(suffix), ("", "")):
            if row.strip():
                block.append((where, row.strip()))
            elif block:
                yield block[0][0], block
                block = []

    def _take_span(self, where: str, found: re.Match[str]) -> None:
        id_, label, start, length, tokens, words = found.groups()
        del tokens
        first, last = int(start), int(start) + int(length)
        key = f"{id_} {label}" if id_ in self._spans else id_  # words of two types have one id
        if any(self._spans[known].label == label for known in self._by_id.get(id_, ())):
            self._problem(where, f"the span “{shown(id_)}” is there twice; the first is kept")
            return
        quote = words or None
        if self.text is not None and quote and 0 <= first < last <= len(self.text):
            covered = self.text[first:last]
            quote = covered if "".join(covered.split()) == "".join(quote.split()) else quote
        self._spans[key] = ReadAnnotation(key, first, last, label, where, quote, kind=str(Kind.ACTOR))
        self._by_id.setdefault(id_, []).append(key)

    def _take_object(self, where: str, found: re.Match[str]) -> None:
        id_, type_, spans = found.groups()
        known = [span for span in spans.split() if span in self._spans]
        for span in spans.split():
            if span not in self._spans:
                self._problem(where, f"the object “{shown(id_)}” names a span “{span}” that is not there")
        if id_ in self._objects:
            self._problem(where, f"the id “{shown(id_)}” is there twice; the first is kept")
        self._objects.setdefault(id_, (type_, known))

    def _take_entity(self, where: str, block: list[tuple[str, str]]) -> None:
        found = _ENTITY.fullmatch(block[0][1])
        if found is None:
            self._problem(where, f"“{shown(block[0][1])}” was left out: it names no objects")
            return
        entity = _Entity(found.group(1), found.group(2).split())
        if entity.id in self._entities:
            self._problem(where, f"the id “{entity.id}” is there twice; the first is kept")
            return
        for at, row in block[1:]:
            sort, _, name = row.partition(" ")
            if name.strip():
                entity.names.append((sort, name.strip()))
            elif sort != _WIKIDATA:
                self._problem(at, f"“{shown(row)}” was left out: it has no value")
        for id_ in entity.objects:
            if id_ not in self._objects:
                self._problem(where, f"it names an object “{id_}” that is not there")
        self._entities[entity.id] = entity

    def _link(self) -> None:
        """Make records of the objects, and link the spans of their mentions."""
        named = {id_ for entity in self._entities.values() for id_ in entity.objects}
        alone = [_Entity(f"object {id_}", [id_]) for id_ in self._objects if id_ not in named]
        for entity in (*self._entities.values(), *alone):
            mentions = [self._objects[id_] for id_ in entity.objects if id_ in self._objects]
            entity.type = mentions[0][0] if mentions else ""
            self._records.append(ReadRecord(self._key(entity.id), self._actor(entity, mentions)))
        owners = {id_: entity.id for entity in (*self._entities.values(), *alone) for id_ in entity.objects}
        for id_, (type_, spans) in self._objects.items():
            for span in (key for id_of_span in spans for key in self._by_id[id_of_span]):
                self._spans[span] = _linked(self._spans[span], self._key(owners[id_]), f"{type_} {id_}")

    def _actor(self, entity: _Entity, mentions: list[tuple[str, list[str]]]) -> RecordDraft:
        names: list[str] = []
        first: dict[str, str] = {}
        for sort, name in entity.names:
            first.setdefault(sort, name)
        whole = " ".join(first[sort] for sort in _NAME if sort in first)
        said = [name for sort, name in entity.names if sort != _WIKIDATA]
        by_name = [name for sort, name in entity.names if sort == "name"]
        quotes = [" ".join(self._spans[span].quote or "" for span in spans) for _, spans in mentions]
        for name in (whole, *by_name, *said, *(quotes if not said else ())):
            if name.strip() and name.strip() not in names:
                names.append(name.strip())
        return RecordDraft(
            Kind.ACTOR,
            names[0] if names else entity.id,
            aliases=tuple(map(Alias, names[1:])),
            type=str(_TYPES.get(entity.type, "")),
            external_ids={_WIKIDATA: first[_WIKIDATA]} if _WIKIDATA in first else {},
        )

    def _take_fact(self, where: str, block: list[tuple[str, str]]) -> None:
        found = _FACT.fullmatch(block[0][1])
        if found is None:
            self._problem(where, f"“{shown(block[0][1])}” was left out: it is no id with a type")
            return
        id_, type_ = found.groups()
        key = self._key(f"fact {id_}")
        names, notes, seen = [], [], set()
        for at, row in block[1:]:
            role, _, value = row.partition(" ")
            end = _END.fullmatch(value.strip())
            if end is None:
                notes.append(f"{role}: {value.strip()}")
                continue
            sort, target, name = end.groups()
            names.append((name or "").split(" | ")[0])
            node, target_key = self._end(sort, target)
            if not target_key:
                self._problem(at, f"“{shown(row)}” was left out: there is no {sort}{target}")
            elif (role, target_key) in seen:
                self._problem(at, f"“{shown(row)}” is there twice")
            else:
                seen.add((role, target_key))
                self._relations.append(ReadRelation(role, key, target_key, NodeType.RECORD, node, where=at))
        title = f"{type_}: {', '.join(filter(None, names))}" if any(names) else type_
        self._records.append(ReadRecord(key, RecordDraft(Kind.EVENT, title, note="\n".join(notes), type=type_)))

    def _end(self, sort: str, id_: str) -> tuple[NodeType, str]:
        if sort == "span":
            return NodeType.ANNOTATION, id_ if id_ in self._spans else ""
        return NodeType.RECORD, self._key(id_) if id_ in self._entities else ""

    def _key(self, id_: str) -> str:
        return f"{self._stem} {id_}"

    def _problem(self, where: str, what: str) -> None:
        self.problems.append(Problem(where, what))


def read_document(stem: str, found: Mapping[str, str], text_of: GetText) -> Iterator[Item]:
    """A document by the names of its files by suffix; `text_of` gives a file's text, or what is wrong with it."""
    yield from _Document(stem, found, text_of).items()


def _linked(span: ReadAnnotation, record: str, of: str) -> ReadAnnotation:
    """A span that belongs to a mention of a record. One of several mentions is linked to the first."""
    known = span.attributes.get("objects", [])
    attributes: dict[str, JsonValue] = {**span.attributes, "objects": [*known, of]}
    return replace(span, attributes=attributes, record=span.record or record)
