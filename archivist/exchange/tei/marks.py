# SPDX-License-Identifier: GPL-3.0-or-later
"""What is marked in one TEI document: by elements in its text, by spans, interpretations and annotations beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from archivist.exchange.items import Problem, ReadAnnotation, ReadRelation
from archivist.exchange.tei.annotations import Said, said_of
from archivist.exchange.tei.elements import ID, uuid_of, word, words
from archivist.exchange.tei.labels import MARKING, Labels, attributes_of, kind_of, label_of
from archivist.exchange.tei.plain_text import APART, BLOCKS, PlainText
from archivist.exchange.tei.pointers import Ids, Places, Span
from archivist.exchange.tei.records_in import Records
from archivist.model import JsonValue, NodeType
from archivist.text import one_line
from archivist.xml_names import child, children, local_name

_CHARS = re.compile(r"#char=(\d{1,12}),(\d{1,12})")  # RFC 5147, as CATMA points into a text elsewhere
_LINKS = ("ref", "key", "corresp", "sameAs")
# Attributes that say what is marked, by whom, and what is meant; what these lead to is read.
_POINTING = frozenset((*_LINKS, "target", "ana", "resp", "inst", "motivation"))
_TEXTUAL = frozenset(
    ("g", "text", "note", "cell", "choice", "app", "subst", "rdg", "lem", "lb", "pb", "cb", "gb", "fw")
)


@dataclass(slots=True)
class Marks:
    """Gathers the annotations of a document; `plain` is its text, `file` for messages."""

    ids: Ids
    plain: PlainText
    labels: Labels
    records: Records
    annotations: list[ReadAnnotation] = field(default_factory=list)
    relations: list[ReadRelation] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    outside: str = ""  # the text that pointers lead to, where it is not in the file
    _keys: dict[_Element, str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)
    _unmarked: Counter[str] = field(default_factory=Counter)

    def gather(self, tei: _Element) -> None:
        """All that the document marks in its text."""
        elements = list(_elements_of(tei))
        described = self._annotations_by_target(elements)
        for element in elements:
            self._inline(element)
        for element in elements:
            match local_name(element):
                case "span":
                    self._span(element, described)
                case "interp" if element.get("inst"):
                    self._interpretation(element)
                case "annotation" if element not in described.values():
                    self._annotation(element)
        for element in elements:
            if local_name(element) == "relation":
                self.relations += self._related(element)
        self._tell_rest()

    def _annotations_by_target(self, elements: Iterable[_Element]) -> dict[_Element, _Element]:
        """The annotations that say more of a span, by the span."""
        found: dict[_Element, _Element] = {}
        for element in elements:
            targets = element.get("target", "").split() if local_name(element) == "annotation" else []
            span = self.ids.of(targets[0]) if len(targets) == 1 else None
            if span is not None and local_name(span) == "span":
                found.setdefault(span, element)
        return found

    # In the text

    def _inline(self, element: _Element) -> None:
        place = self.plain.place(element)
        name = local_name(element)
        if place is None or name in APART:
            return
        pointers = element.get("ana", "").split()
        outside = [found for ptr in children(element, "ptr") if (found := _CHARS.search(ptr.get("target", "")))]
        if pointers and outside:
            self._elsewhere(element, pointers, outside)
        elif name in MARKING:
            self._add(element, place, label_of(element), kind_of(element))
        elif pointers:
            for pointer in pointers:
                label, kind = self.labels.of_pointer(pointer)
                self._add(element, place, label, kind, Said(attributes=self.labels.structure(pointer)))
        elif name not in BLOCKS and name not in _TEXTUAL:
            self._unmarked[name] += 1

    def _elsewhere(self, element: _Element, pointers: list[str], found: list[re.Match[str]]) -> None:
        """Words of a text that is not in the file."""
        self.outside = self.outside or found[0].string.partition("#")[0]
        for pointer in pointers:
            label, kind = self.labels.of_pointer(pointer)
            said = self.labels.structure(pointer)
            by = said.pop("catma_markupauthor", "")
            for place in found:
                span = int(place[1]), int(place[2])
                self._add(
                    element, span, label, kind, Said(attributes=said, annotator=by if isinstance(by, str) else "")
                )

    # Beside it

    def _span(self, span: _Element, described: dict[_Element, _Element]) -> None:
        place = Places(self.ids, self.plain).of_element(span)
        if place is None:
            self._tell(span, "it does not lead to a place in the text")
            return
        said = said_of(described[span]) if span in described else Said()
        found = [self.labels.of_pointer(pointer) for pointer in span.get("ana", "").split()]
        note = words(span)
        if not found and note:
            found, note = [(one_line(note), "")], ""
        if found and note == found[0][0]:
            note = ""
        for label, kind in found or [(span.get("type", "") or "span", "")]:
            self._add(span, place, label, kind, replace(said, note=said.note or note))

    def _annotation(self, element: _Element) -> None:
        said = said_of(element)
        labels = [self.labels.of_pointer(pointer) for pointer in element.get("ana", "").split()]
        if not labels:
            labels = [(element.get("motivation", "").split()[0] if element.get("motivation", "").split() else "", "")]
        targets = element.get("target", "").split()
        places = [Places(self.ids, self.plain).of_pointer(target) for target in targets]
        if said.for_review:
            places = [said.span]
        for target, place in zip(targets, places, strict=False):
            if place is None:
                self._tell(element, f"“{target}” does not lead to a place in the text")
                continue
            for label, kind in labels:
                self._add(element, place, label, kind, said)
        if not targets:
            self._tell(element, "it has no target")

    def _interpretation(self, interp: _Element) -> None:
        label = one_line(words(interp)) or interp.get("type", "") or interp.get(ID, "interp")
        for pointer in interp.get("inst", "").split():
            place = Places(self.ids, self.plain).of_pointer(pointer)
            if place is None:
                self._tell(interp, f"“{pointer}” does not lead to a place in the text")
            else:
                self._add(interp, place, label, "")

    # What was found

    def _add(self, element: _Element, place: Span, label: str, kind: str, said: Said | None = None) -> None:
        start, end = place
        if start >= end:
            self._tell(element, "it marks no words")
            return
        said = said or Said()
        record, attributes = self._linked(element, {**attributes_of(element, _POINTING), **said.attributes})
        key = self._key(element)
        self._keys.setdefault(element, key)
        self.annotations.append(
            ReadAnnotation(
                key,
                start,
                end,
                label,
                self._where(element),
                said.quote,
                said.prefix,
                said.suffix,
                said.note,
                attributes,
                kind,
                record,
                said.annotator or self._responsible(element),
                said.created_at,
                said.modified_at,
                said.id,
                said.for_review,
            )
        )

    def _linked(self, element: _Element, attributes: dict[str, JsonValue]) -> tuple[str, dict[str, JsonValue]]:
        """The record that an element names, by a pointer or by its place; pointers that lead to none are attributes."""
        key = self.records.key_around(element)
        more: dict[str, JsonValue] = {}
        for name in _LINKS:
            written = element.get(name, "")
            for pointer in written.split():
                found = self.records.key(pointer if "#" in pointer or name != "key" else f"#{pointer}")
                key = key or found
                if not found:
                    more[name] = written
        return key, {**more, **attributes}

    def _responsible(self, element: _Element) -> str:
        for pointer in element.get("resp", "").split():
            person = self.ids.of(pointer)
            if person is None:
                return str(pointer.rpartition("#")[2])
            name = child(person, "name") if local_name(person) == "respStmt" else person
            return one_line(words(person if name is None else name))
        return ""

    def _key(self, element: _Element) -> str:
        base = element.get(ID) or local_name(element)
        key, number = base, 1
        while key in self._taken:
            number += 1
            key = f"{base}-{number}"
        self._taken.add(key)
        return key

    # Relations

    def _related(self, relation: _Element) -> Iterator[ReadRelation]:
        type_ = word(relation, "name") or relation.get("ref", "") or relation.get("type", "") or "relation"
        note = next((words(desc) for desc in children(relation, "desc")), "")
        mutual = relation.get("mutual", "").split()
        pairs = [(a, b) for a in relation.get("active", "").split() for b in relation.get("passive", "").split()] or [
            (a, b) for at, a in enumerate(mutual) for b in mutual[at + 1 :]
        ]
        id_ = uuid_of(relation.get(ID, ""), "l")
        for source, target in pairs:
            ends = [self._end(source), self._end(target)]
            if None in ends:
                lost = source if ends[0] is None else target
                self._tell(relation, f"its end “{lost}” was not read")
                continue
            (first, first_type), (second, second_type) = (end for end in ends if end is not None)
            yield ReadRelation(type_, first, second, first_type, second_type, note, id_, self._where(relation))
        if not pairs:
            self._tell(relation, "it joins nothing")

    def _end(self, pointer: str) -> tuple[str, NodeType] | None:
        element = self.ids.of(pointer)
        if element is not None and local_name(element) == "annotation" and element not in self._keys:
            targets = element.get("target", "").split()
            element = self.ids.of(targets[0]) if targets else None
        if element is not None and element in self._keys and not self.records.key(pointer):
            return self._keys[element], NodeType.ANNOTATION
        ours = uuid_of(pointer.rpartition("#")[2], "a")
        if ours and element is None:
            return ours, NodeType.ANNOTATION  # in another file
        record = self.records.key(pointer)
        return (record, NodeType.RECORD) if record else None

    # What is told

    def _tell_rest(self) -> None:
        if self.plain.left_out:
            what = ", ".join(f"{count} {name}" for name, count in sorted(self.plain.left_out.items()))
            self.problems.append(Problem(self.ids.file, f"Left out of the text: {what}."))
        if self._unmarked:
            what = ", ".join(f"{count} <{name}>" for name, count in sorted(self._unmarked.items()))
            self.problems.append(Problem(self.ids.file, f"Read as mere text, as they mark nothing in it: {what}."))

    def _tell(self, element: _Element, why: str) -> None:
        self.problems.append(Problem(self._where(element), f"A <{local_name(element)}> is left out: {why}."))

    def _where(self, element: _Element) -> str:
        return f"{self.ids.file}, line {element.sourceline}"


def _elements_of(tei: _Element) -> Iterator[_Element]:
    """What is in a document, but for other documents in it."""
    yield tei
    for child_ in tei:
        if local_name(child_) not in ("TEI", "TEI.2", "teiCorpus", "teiCorpus.2"):
            yield from _elements_of(child_)
