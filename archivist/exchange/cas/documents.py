# SPDX-License-Identifier: GPL-3.0-or-later
"""What is marked in the texts of a CAS, as documents to take in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from archivist.exchange.cas.descriptions import described
from archivist.exchange.cas.layers import (
    FILLER,
    NEXT,
    SOURCE,
    TARGET,
    Part,
    as_note,
    label_of,
    part_of,
    rest_of,
)
from archivist.exchange.cas.own_layer import (
    RELATION,
    SPAN,
    kind_of,
    misplaced,
    span_attributes,
)
from archivist.exchange.cas.structures import Cas, Sofa, Structure
from archivist.exchange.files.json_fields import is_uuid
from archivist.exchange.items import Problem, ReadAnnotation, ReadDocument, ReadRecord, ReadRelation
from archivist.model import JsonValue, Kind, RecordDraft


def documents(cas: Cas, file: str, name: str, annotator: str = "") -> Iterator[ReadDocument | ReadRecord | Problem]:
    """The texts of a CAS with what is marked in each, and the records that are named in them.

    `file` is for messages, `name` for documents that do not have one. What annotations do not say
    themselves of who made them is `annotator`.
    """
    yield from cas.problems
    yield from records_in(cas)
    homes = _homes(cas)
    for sofa in cas.sofas:
        inside = [structure for structure in cas.structures if homes.get(id(structure)) == sofa.id]
        reading = _Reading(cas, sofa, inside, file, annotator)
        found = reading.document(name)
        if not found.text and not found.annotations:
            yield Problem(found.name, "It holds no text and no annotations.")
            yield from found.problems
        else:
            yield found
    yield from _unplaced(cas, homes, file)


def records_in(cas: Cas) -> Iterator[ReadRecord]:
    """The records that our annotations name, each once."""
    seen: set[str] = set()
    for structure in cas.structures:
        if structure.type != SPAN:
            continue
        id_, kind, name = (str(structure.features.get(field, "")) for field in ("record", "kind", "record_name"))
        is_one = is_uuid(id_) and name and kind in (Kind.EVENT, Kind.ACTOR, Kind.FIGURE)
        if is_one and id_ not in seen:
            seen.add(id_)
            yield ReadRecord(id_, RecordDraft(Kind(kind), name), id_)


def _homes(cas: Cas) -> dict[int, int]:
    """The sofa that each structure belongs to, by id() of the structure; those that belong to none are not in it."""
    known = {sofa.id for sofa in cas.sofas}
    views = {member: sofa for sofa, members in cas.members.items() for member in members}
    homes: dict[int, int] = {}
    for structure in cas.structures:
        sofa = structure.sofa if structure.sofa is not None else views.get(structure.id)
        if sofa in known:
            homes[id(structure)] = sofa
    return homes


def _unplaced(cas: Cas, homes: Mapping[int, int], file: str) -> Iterator[Problem]:
    homeless = Counter(
        structure.type
        for structure in cas.structures
        if id(structure) not in homes and part_of(structure, cas.types) is not Part.HOLDER
    )
    if homeless:
        yield Problem(file, f"Left out, as they mark no text: {_counted(homeless)}.")


def _counted(types: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {type_.rsplit('.', 1)[-1]}" for type_, count in sorted(types.items()))


class _Reading:
    """Reads what lies in one text of a CAS."""

    def __init__(self, cas: Cas, sofa: Sofa, inside: list[Structure], file: str, annotator: str) -> None:
        self._cas = cas
        self._sofa = sofa
        self._inside = inside
        self._file = file
        self._annotator = annotator
        self._problems: list[Problem] = []
        self._ids: set[str] = set()  # UUIDs of our annotations
        self._annotations: dict[int, ReadAnnotation] = {}  # by id of their structures
        self._doubles: list[ReadAnnotation] = []  # whose structures have an id that was there before
        self._relations: list[ReadRelation] = []

    def document(self, name: str) -> ReadDocument:
        """The text, what is said of it, and all that is marked in it."""
        about = described(self._cas, self._sofa, self._inside, self._file, name)
        spans, relations = self._sorted_out()
        for span in spans:
            self._add(span)
        for span in spans:
            self._relate(span)
        for relation in relations:
            self._add_relation(relation)
        return replace(
            about,
            annotations=(*self._annotations.values(), *self._doubles),
            relations=tuple(self._relations),
            problems=(*about.problems, *self._problems),
        )

    def _sorted_out(self) -> tuple[list[Structure], list[Structure]]:
        """The spans and the relations; the rest is counted."""
        members = self._cas.members.get(self._sofa.id, frozenset())
        spans: list[Structure] = []
        relations: list[Structure] = []
        unindexed = 0
        unplaced: Counter[str] = Counter()
        linguistic: Counter[str] = Counter()
        for structure in self._inside:
            part = part_of(structure, self._cas.types)
            if part is Part.LINGUISTIC:
                linguistic[structure.type] += 1
            elif part is Part.UNPLACED:
                unplaced[structure.type] += 1
            elif part not in (Part.SPAN, Part.RELATION):
                continue
            elif members and structure.id not in members:
                unindexed += 1
            else:
                (spans if part is Part.SPAN else relations).append(structure)
        if linguistic:
            self._tell(f"Left out, as they say how the text is built and mark nothing in it: {_counted(linguistic)}.")
        if unplaced:
            self._tell(f"Left out, as they mark no text: {_counted(unplaced)}.")
        if unindexed:
            self._tell(f"Left out, as they are in no index of the CAS, and so deleted: {unindexed} annotations.")
        return spans, relations

    def _add(self, structure: Structure) -> None:
        start, end = structure.features.get("begin"), structure.features.get("end")
        if not _is_offset(start) or not _is_offset(end):
            self._tell(f"Left out, as it does not say where it is (begin {start!r}, end {end!r}).", structure)
            return
        is_ours = structure.type == SPAN
        read = self._own_span(structure) if is_ours else self._foreign_span(structure)
        if structure.id in self._annotations:
            again = sum(mark.key.startswith(f"{structure.id}-") for mark in self._doubles) + 2
            self._doubles.append(self._marked(f"{structure.id}-{again}", structure, read))
        else:
            self._annotations[structure.id] = self._marked(str(structure.id), structure, read)

    def _marked(self, key: str, structure: Structure, read: dict[str, JsonValue]) -> ReadAnnotation:
        features = structure.features
        return ReadAnnotation(key, features["begin"], features["end"], where=self._where(structure), **read)

    def _own_span(self, structure: Structure) -> dict[str, JsonValue]:
        features = structure.features
        wrong = misplaced(features)
        said = {name: str(value) for name, value in features.items() if name not in wrong}
        id_ = said.get("uuid", "")
        if id_ in self._ids:  # copied there, with its id
            id_ = ""
        self._ids.add(id_)
        return {
            "label": said.get("tag", "").strip() or kind_of(features) or structure.layer,
            "note": said.get("note", ""),
            "attributes": {**wrong, **span_attributes(features)},
            "kind": kind_of(features),
            "record": said.get("record", ""),
            "annotator": said.get("annotator", "") or self._annotator,
            "created_at": said.get("created", ""),
            "modified_at": said.get("modified", ""),
            "id": id_,
        }

    def _foreign_span(self, structure: Structure) -> dict[str, JsonValue]:
        label, feature = label_of(structure, self._cas.types)
        attributes = rest_of(structure, feature)
        for name in structure.references:
            for target in self._cas.targets(structure, name):
                if target.type.startswith("uima.cas.") and "elements" in target.features:
                    attributes[name] = target.features["elements"]
        return {"label": label, "attributes": attributes, "annotator": self._annotator}

    def _relate(self, structure: Structure) -> None:
        """Relations for the features of a span that lead to other spans, at once or through links with roles."""
        for name in structure.references:
            for target in self._cas.targets(structure, name):
                if name == NEXT:
                    type_ = str(structure.features.get("referenceRelation") or structure.layer.removesuffix("Link"))
                    self._relation(structure, type_, structure, target, "")
                elif FILLER in target.references:
                    role = str(target.features.get("role") or name)
                    note = as_note({key: value for key, value in target.features.items() if key != "role"}, but="")
                    for filler in self._cas.targets(target, FILLER):
                        self._relation(structure, role, structure, filler, note)
                elif "begin" in target.features:
                    self._relation(structure, name, structure, target, "")

    def _add_relation(self, structure: Structure) -> None:
        sources = list(self._cas.targets(structure, SOURCE))
        targets = list(self._cas.targets(structure, TARGET))
        if not sources or not targets:
            self._tell("Left out, as one end of the relation is missing.", structure)
        elif structure.type == RELATION:
            said = {name: str(value) for name, value in structure.features.items()}
            type_, id_ = said.get("relation", "").strip() or "relation", said.get("uuid", "")
            self._relation(structure, type_, sources[0], targets[0], said.get("note", ""), id_ if is_uuid(id_) else "")
        else:
            type_, feature = label_of(structure, self._cas.types)
            if not feature and isinstance(structure.features.get("DependencyType"), str):
                type_, feature = structure.features["DependencyType"], "DependencyType"
            self._relation(structure, type_, sources[0], targets[0], as_note(structure.features, but=feature))

    def _relation(
        self, owner: Structure, type_: str, source: Structure, target: Structure, note: str, id_: str = ""
    ) -> None:
        if source.id not in self._annotations or target.id not in self._annotations:
            lost = next(end for end in (source, target) if end.id not in self._annotations)
            self._tell(f"The relation “{type_}” is left out, as it joins a {lost.layer}, which was not read.", owner)
            return
        source_key, target_key = self._annotations[source.id].key, self._annotations[target.id].key
        self._relations.append(ReadRelation(type_, source_key, target_key, note=note, id=id_, where=self._where(owner)))

    def _where(self, structure: Structure) -> str:
        return f"{self._file}, {structure.layer} {structure.id}"

    def _tell(self, what: str, structure: Structure | None = None) -> None:
        self._problems.append(Problem(self._where(structure) if structure else self._file, what))


def _is_offset(value: JsonValue) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
