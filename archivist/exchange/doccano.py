# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON Lines of doccano: a text a line, with its entities and relations.

doccano imports `text`, `entities` ({id, start_offset, end_offset, label}) and `relations` ({id,
from_id, to_id, type}) into a relation project, and `entities` as the label column into one for
sequence labelling; every other column it keeps as metadata and exports again. So what else an
archive knows is in one column, `archivist`, where the annotations are told by place and label,
because doccano gives ids of its own. Offsets are code points, as its backend counts; its window
counts UTF-16 units unless a project counts grapheme clusters (doccano issue 2290).
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from pathlib import Path

from archivist.exchange import own_fields
from archivist.exchange.document_draft import DocumentDraft, fields_left, is_number
from archivist.exchange.files.json_records import first_values, records
from archivist.exchange.files.json_stream import Malformed
from archivist.exchange.files.json_writing import LINES, AstralCount, write_records
from archivist.exchange.files.packed import OneFile
from archivist.exchange.format import Format
from archivist.exchange.incoming.offset_units import Evidence
from archivist.exchange.items import Item, Problem, ReadAnnotation, ReadRelation, Unit
from archivist.exchange.outgoing.contents import Contents, HandedArticle
from archivist.model import JsonValue, Loss, Progress

_OURS = "archivist"
_TEXTS = ("text", "data")  # what versions call the text
_LABELS = ("entities", "label", "labels", "annotations")
_KNOWN = frozenset({*_TEXTS, *_LABELS, "relations", "cats", "Comments", "id", "title", "url", _OURS})
_LOOKED_AT = 20  # records that tell what a file is


def write(contents: Contents, path: Path) -> Generator[Progress, None, Iterable[Loss]]:
    """Write a line an article."""
    astral = AstralCount()
    own = own_fields.OwnFields(contents)
    overlapping = 0

    def line(handed: HandedArticle) -> JsonValue:
        nonlocal overlapping
        overlapping += _count_overlapping(handed)
        astral.see(handed)
        return _line(own, handed)

    yield from write_records(contents, path, line, LINES)
    losses = astral.losses(
        "doccano's window counts such a character as two, and shows the annotations beside their words, unless "
        "“Count grapheme clusters as one character” is set in its project; the file itself is right"
    )
    if overlapping:
        why = "doccano drops one of two such, unless its project allows overlapping spans; the file itself has both"
        losses.append(Loss("annotations that overlap one before them", overlapping, why))
    return losses


def _count_overlapping(handed: HandedArticle) -> int:
    count = furthest = 0
    for mark in handed.annotations:
        count += mark.start < furthest
        furthest = max(furthest, mark.end)
    return count


def _line(own: own_fields.OwnFields, handed: HandedArticle) -> JsonValue:
    records = own.records(handed)
    numbers = {mark.id: number for number, mark in enumerate(handed.annotations, 1)}
    places = [
        {"start_offset": mark.start, "end_offset": mark.end, "label": mark.tag.name} for mark in handed.annotations
    ]
    return {
        "text": handed.text,
        "entities": [{"id": number, **place} for number, place in enumerate(places, 1)],
        "relations": [
            {
                "id": number,
                "from_id": numbers[relation.source.id],
                "to_id": numbers[relation.target.id],
                "type": relation.type,
            }
            for number, relation in enumerate(handed.relations, 1)
        ],
        _OURS: {
            **own.article(handed),
            "entities": [
                {**place, **own.annotation(mark)} for place, mark in zip(places, handed.annotations, strict=True)
            ],
            "relations": [own.relation(relation) for relation in handed.relations],
            "records": records,
        },
    }


def read(path: Path) -> Iterator[Item]:
    """The texts of a file, a document each. Raises EmptyFile, UnsupportedFile, FileDamaged, FileUnreadable."""
    seen: set[str] = set()
    unknown: set[str] = set()
    evidence = _evidence(path)
    if evidence.told:
        yield Problem(path.name, evidence.told)
    with OneFile(path) as files:
        for record in records(files, path.name):
            where, value = record.where or path.name, record.value
            if isinstance(value, Malformed):
                yield Problem(where, f"it cannot be read: {value}")
            elif not isinstance(value, Mapping):
                yield Problem(where, "it is no JSON object")
            elif not _text(value):
                yield Problem(where, "it has no text" + (", only labels" if _labels(value) else ""))
            else:
                unknown |= {name for name in value if name not in _KNOWN}
                draft = _draft(where, value)
                ours = _ours(value)
                # A file of ours counts code points, and says so by being ours.
                unit = evidence.unit if ours is None else Unit.CODE_POINTS
                document = draft.document(value if ours is None else ours, unit=unit)
                yield from draft.new_records(seen)
                yield document
    yield from fields_left(path.name, unknown)


def _evidence(path: Path) -> Evidence:
    """What the offsets of a file count: it repeats no words, and its program can count either way."""
    evidence = Evidence()
    with OneFile(path) as files:
        for record in records(files, path.name):
            value = record.value
            if isinstance(value, Mapping) and _text(value) and not _text(value).isascii() and _ours(value) is None:
                evidence.see(_text(value), _draft(record.where, value).document(None).annotations)
    return evidence


def _text(value: Mapping[str, JsonValue]) -> str:
    return next((value[name] for name in _TEXTS if isinstance(value.get(name), str)), "")


def _ours(value: Mapping[str, JsonValue]) -> Mapping[str, JsonValue] | None:
    """What an Archivist wrote, where one did."""
    ours = value.get(_OURS)
    return ours if isinstance(ours, Mapping) and own_fields.is_of_archivist(ours) else None


def _draft(where: str, value: Mapping[str, JsonValue]) -> DocumentDraft:
    """What is in one record."""
    draft = DocumentDraft(where, _text(value))
    ours = _ours(value)
    if ours is not None:
        draft.know(ours, "entities")
    _read_labels(draft, value)
    relations = value.get("relations") or []
    for number, relation in enumerate(relations if isinstance(relations, list) else [relations], 1):
        _read_relation(draft, f"relation {number}", relation)
    for name, what in (("cats", "categories"), ("Comments", "comments")):
        if value.get(name):
            draft.problem(f"its {what} are about the whole text and are not read")
    return draft


def _labels(value: Mapping[str, JsonValue]) -> list[JsonValue]:
    """All labels of a record, whatever the version calls them."""
    found = []
    for name in _LABELS:
        labels = value.get(name) or []
        found.extend(labels if isinstance(labels, list) else [labels])
    return found


def _read_labels(draft: DocumentDraft, value: Mapping[str, JsonValue]) -> None:
    about_all = []
    for number, label in enumerate(_labels(value), 1):
        where = f"label {number}"
        try:
            if isinstance(label, str):
                about_all.append(label)
            else:
                draft.mark(_annotation(label, number, where))
        except Malformed as error:
            draft.problem(str(error), where)
    if about_all:
        draft.problem(f"its labels are about the whole text and are not read: {', '.join(about_all)}")


def _annotation(label: JsonValue, number: int, where: str) -> ReadAnnotation:
    """A span as a list of start, end and label, or as an object."""
    if isinstance(label, list) and len(label) == len(("start", "end", "label")):
        start, end, name = label
        key: JsonValue = number
    elif isinstance(label, Mapping):
        start, end, name = (label.get(field) for field in ("start_offset", "end_offset", "label"))
        key = label.get("id", number)
    else:
        raise Malformed("it is neither a list of start, end and label nor an object")
    if not (is_number(start) and is_number(end)):
        raise Malformed("it has no start and end that are whole numbers")
    if isinstance(name, int):  # early versions export the number of a label
        name = str(name)
    if not isinstance(name, str) or "\0" in name:
        raise Malformed("its label is no text")
    return ReadAnnotation(str(key), start, end, name, where)


def _read_relation(draft: DocumentDraft, where: str, value: JsonValue) -> None:
    fields = value if isinstance(value, Mapping) else {}
    type_, ends = fields.get("type"), [fields.get("from_id"), fields.get("to_id")]
    if not isinstance(type_, str) or not all(map(is_number, ends)):
        draft.problem("it has no type, from_id and to_id", where)
        return
    draft.relate(ReadRelation(type_, str(ends[0]), str(ends[1]), where=where))


def recognises(path: Path) -> bool:
    """Whether a file holds spans as doccano writes them."""
    if not path.is_file():
        return False
    with OneFile(path) as files:
        return any(map(_is_telling, first_values(files, path.name, _LOOKED_AT)))


def _is_telling(value: JsonValue) -> bool:
    """Whether a record has what of all programs doccano alone writes."""
    if not isinstance(value, Mapping) or not any(isinstance(value.get(name), str) for name in _TEXTS):
        return False
    labels = [label for name in _LABELS for label in _listed(value.get(name))]
    spans = any(isinstance(label, Mapping) and "start_offset" in label and "label" in label for label in labels)
    # Other programs write lists, too, but as “entities” and without a list of categories beside them.
    names = _LABELS if isinstance(value.get("cats"), list) else _LABELS[1:]
    triples = any(
        isinstance(label, list) and len(label) == len(("start", "end", "label")) and is_number(label[0])
        for name in names
        for label in _listed(value.get(name))
    )
    return spans or triples or (isinstance(value.get("relations"), list) and isinstance(value.get("entities"), list))


def _listed(value: JsonValue) -> list[JsonValue]:
    return value if isinstance(value, list) else []


FORMAT = Format(
    "doccano",
    "doccano JSONL",
    (".jsonl", ".json"),
    written_as=(".jsonl",),
    keeps=own_fields.KEPT,
    write=write,
    read=read,
    recognises=recognises,
)
