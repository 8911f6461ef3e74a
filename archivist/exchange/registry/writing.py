# SPDX-License-Identifier: GPL-3.0-or-later
"""Records as a table that loads again equal, and the passages of one record as a table."""

from __future__ import annotations

import json
from collections.abc import Generator
from dataclasses import asdict
from pathlib import Path

from archivist.exchange.files.new_file import new_table_file
from archivist.exchange.registry.cells import alias_cell
from archivist.exchange.registry.columns import SCHEMES
from archivist.exchange.tables import Cell, Field, Table
from archivist.model import Kind, Passage, Progress, Record
from archivist.store import Archive

_AT_ONCE = 500
_REGISTRY = "registry"
_BEFORE_IDS = ("id", "kind", "name", "type", "aliases", "roles")
_AFTER_IDS = ("date", "place", "parent", "parent_id", "counted", "of_whom", "unit", "note")
_NUMBERS = ("value", "low", "high")
_SAID = ("approximation", "unit", "counted", "claimant", "as_of", "edtf")

PASSAGES = Table(
    "passages",
    "Passages of a record",
    (
        Field("annotation", "UUID of the annotation"),
        Field("article", "UUID of the article"),
        Field("title", "Headline"),
        Field("outlet", "Who published it"),
        Field("published", "Date of publication in EDTF"),
        Field("start", "First character, counted from 0 in Unicode code points", "integer"),
        Field("end", "The character after the last", "integer"),
        Field("quote", "The words"),
        Field("tag", "Name of the tag"),
        *(Field(name, f"Figure: {name}", "number") for name in _NUMBERS),
        *(Field(name, f"Figure or date: {name}") for name in _SAID),
        Field("note", "Note"),
        Field("status", "anchored or review"),
    ),
)


def write_registry_csv(archive: Archive, path: Path, kind: Kind | None = None) -> Generator[Progress, None, int]:
    """Write every record, or those of one kind, to a new CSV file, and return how many.

    load_registry reads it again with the same ids; what made a record, and when, is not in it.
    Raises DestinationTaken, DiskFull, StorageFailed.
    """
    with new_table_file(path) as file, archive.snapshot():
        ids = archive.records.ids(kind)
        schemes = sorted({scheme for scheme, _ in archive.records.external_ids()})
        names = {id_: name for id_, _, name in reversed(archive.records.names())}  # the name before the aliases
        table = _registry(schemes)
        file.write(table.header())
        for at in range(0, len(ids), _AT_ONCE):
            found = archive.records.at(ids[at : at + _AT_ONCE])
            for id_ in ids[at : at + _AT_ONCE]:
                file.write(table.line(_cells(found[id_], schemes, names.get(found[id_].draft.parent or "", ""))))
            yield Progress(at + len(found), len(ids), "write")
    return len(ids)


def write_record(archive: Archive, record: str, path: Path) -> Generator[Progress, None, int]:
    """Write the passages of a record (id) to a new CSV file, and return how many.

    Raises RecordNotFound, DestinationTaken, DiskFull, StorageFailed.
    """
    total = archive.records.count_passages(record)
    with new_table_file(path) as file, archive.snapshot():
        file.write(PASSAGES.header())
        written = 0
        while page := archive.records.passages(record, written, _AT_ONCE):
            file.writelines(map(_passage_line, page))
            written += len(page)
            yield Progress(written, total, "write")
    return written


def _registry(schemes: list[str]) -> Table:
    columns = (*_BEFORE_IDS, *(scheme if scheme in SCHEMES else f"id:{scheme}" for scheme in schemes), *_AFTER_IDS)
    return Table(_REGISTRY, "Records", tuple(Field(name, name) for name in columns))


def _cells(record: Record, schemes: list[str], parent: str) -> list[Cell]:
    draft = record.draft
    roles = json.dumps([asdict(role) for role in draft.roles], ensure_ascii=False) if draft.roles else ""
    return [
        *(record.id, draft.kind, draft.name, draft.type, alias_cell(draft.aliases), roles),
        *(draft.external_ids.get(scheme, "") for scheme in schemes),
        *(draft.date, draft.place, parent, draft.parent or "", draft.counted, draft.of_whom, draft.unit, draft.note),
    ]


def _passage_line(passage: Passage) -> bytes:
    annotation, attributes = passage.annotation, passage.annotation.attributes
    return PASSAGES.line(
        [
            *(annotation.id, passage.article, passage.title, passage.outlet, passage.published),
            *(annotation.start, annotation.end, annotation.quote, annotation.tag.name),
            *(attributes.get(name) for name in _NUMBERS),
            *(str(attributes.get(name, "")) for name in _SAID),
            *(annotation.note, annotation.status),
        ]
    )
