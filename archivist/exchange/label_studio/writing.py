# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles as tasks of Label Studio, with what is annotated in them."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path

from archivist.exchange import own_fields
from archivist.exchange.files.json_writing import ARRAY, AT_ONCE, AstralCount, as_json, write_records
from archivist.exchange.files.packages import new_package
from archivist.exchange.label_studio.configuration import ATTRIBUTES, CHOICES, NAME, TEXT, configuration
from archivist.exchange.outgoing.contents import Contents, HandedArticle
from archivist.model import Annotation, JsonValue, Loss, Progress, Relation
from archivist.store.attributes import APPROXIMATIONS, NUMBERS

OURS = "archivist"  # in the meta of a region or relation
_TASKS_A_FILE = 500  # of a package, so that Label Studio takes each file at once


def write(contents: Contents, path: Path) -> Generator[Progress, None, Iterable[Loss]]:
    """Write one file of tasks where the path ends in .json, else a package of such and the configuration."""
    astral = AstralCount()
    own = own_fields.OwnFields(contents)
    numbers = count(1)

    def task(handed: HandedArticle) -> JsonValue:
        astral.see(handed)
        return {"id": next(numbers), **_task(own, handed)}

    if path.suffix.lower() == ".json":
        yield from write_records(contents, path, task, ARRAY)
    else:
        with new_package(path) as add:
            add(NAME, configuration(contents.tags))
            tasks: list[bytes] = []
            for number, handed in enumerate(contents.articles(), 1):
                tasks.append(as_json(task(handed)))
                if len(tasks) == _TASKS_A_FILE or number == len(contents):
                    add(f"tasks-{-(-number // _TASKS_A_FILE):04}.json", b"[\n" + b",\n".join(tasks) + b"\n]\n")
                    tasks.clear()
                if number % AT_ONCE == 0:
                    yield Progress(number, len(contents), "write")
    return astral.losses(
        "versions of Label Studio before 1.4 count such a character as two, and some later ones show the annotations "
        "beside their words (its issues 1347 and 4988); the file itself is right"
    )


def _task(own: own_fields.OwnFields, handed: HandedArticle) -> Mapping[str, JsonValue]:
    records = own.records(handed)
    results = [result for mark in handed.annotations for result in _results(mark, own)]
    results += [_relation(relation) for relation in handed.relations]
    return {
        "data": {TEXT: handed.text, **own.article(handed)},
        **({"meta": {OURS: {"records": records}}} if records else {}),
        "annotations": [{"result": results}] if results else [],
    }


def _results(mark: Annotation, own: own_fields.OwnFields) -> Iterator[JsonValue]:
    """The region of an annotation, and the attributes of it that have a control."""
    shown = {name: value for name in ATTRIBUTES.get(mark.tag.kind, ()) if (value := _shown(mark, name)) is not None}
    fields = own.annotation(mark, leave_out=shown)
    note = fields.pop("note", "")
    place = {"start": mark.start, "end": mark.end, "text": mark.quote}
    yield {
        "id": mark.id,
        "from_name": str(mark.tag.kind),
        "to_name": TEXT,
        "type": "labels",
        "origin": "manual",
        "value": {**place, "labels": [mark.tag.name]},
        "meta": {**({"text": [note]} if note else {}), OURS: fields},
    }
    for name, (type_, key, value) in shown.items():
        yield {
            "id": mark.id,
            "from_name": name,
            "to_name": TEXT,
            "type": type_,
            "origin": "manual",
            "value": {**place, key: value},
        }


def _shown(mark: Annotation, name: str) -> tuple[str, str, JsonValue] | None:
    """An attribute as its control has it: type of the result, key and value; None where the control cannot hold it."""
    value = mark.attributes.get(name)
    if name in NUMBERS:
        return ("number", "number", value) if isinstance(value, (int, float)) else None
    if name == CHOICES:
        return ("choices", "choices", [value]) if value in APPROXIMATIONS else None
    return ("textarea", "text", [value]) if isinstance(value, str) and value else None


def _relation(relation: Relation) -> JsonValue:
    own = {"id": relation.id, "annotator": relation.created_by, "created_at": relation.created_at}
    own |= {"note": relation.note} if relation.note else {}
    return {
        "type": "relation",
        "from_id": relation.source.id,
        "to_id": relation.target.id,
        "direction": "right",
        "labels": [relation.type],
        "meta": {OURS: own},
    }
