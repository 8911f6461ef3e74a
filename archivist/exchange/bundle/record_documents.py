# SPDX-License-Identifier: GPL-3.0-or-later
"""The records and relations of a bundle as JSON, written and read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TypeVar

from archivist.errors import InvalidDate, InvalidValue
from archivist.exchange.files import json_stream
from archivist.exchange.files.json_fields import Fields
from archivist.exchange.files.json_stream import Malformed
from archivist.file_names import shown
from archivist.model import Alias, JsonValue, Kind, Node, NodeType, Record, RecordDraft, Relation, Role
from archivist.store import record_fields
from archivist.text import canonical, one_line

_Thing = TypeVar("_Thing")
_RECORDS, _RELATIONS = "records", "relations"
_LINES = ("type", "date", "place", "counted", "of_whom", "unit")


def record_json(record: Record) -> dict[str, JsonValue]:
    """A record; the fields that its kind does not use are empty."""
    draft = record.draft
    return {
        "id": record.id,
        "kind": draft.kind,
        "name": draft.name,
        "aliases": [asdict(alias) for alias in draft.aliases],
        "roles": [asdict(role) for role in draft.roles],
        "external_ids": dict(sorted(draft.external_ids.items())),
        **{name: getattr(draft, name) for name in _LINES},
        "parent": draft.parent,
        "note": draft.note,
        "created_by": record.created_by,
        "created_at": record.created_at,
        "modified_at": record.modified_at,
    }


def relation_json(relation: Relation) -> dict[str, JsonValue]:
    """A relation; each end says what it is."""
    return {
        "id": relation.id,
        "type": relation.type,
        "source": {"type": relation.source.type, "id": relation.source.id},
        "target": {"type": relation.target.type, "id": relation.target.id},
        "note": relation.note,
        "created_by": relation.created_by,
        "created_at": relation.created_at,
    }


def write_registry(records: Iterable[Sequence[Record]], relations: Iterable[Relation]) -> Iterator[bytes]:
    """The document of records, given in batches, and relations; one a line, a chunk for each batch."""
    yield f'{{"{_RECORDS}": ['.encode()
    is_first = True
    for batch in records:
        lines = ",".join(f"\n{_line(record_json(record))}" for record in batch)
        yield (lines if is_first or not lines else f",{lines}").encode()
        is_first = is_first and not lines
    written = ",\n".join(_line(relation_json(relation)) for relation in relations)
    yield f'\n],\n"{_RELATIONS}": [\n{written}\n]}}\n'.encode()


def read_records(chunks: Iterable[bytes]) -> Iterator[Record]:
    """The records, one at a time, in the form in which an archive keeps them. Raises ValueError.

    How they refer to each other is not looked at.
    """
    return _numbered(json_stream.items(chunks, (_RECORDS,)), read_record, "record")


def read_relations(chunks: Iterable[bytes]) -> Iterator[Relation]:
    """The relations, one at a time. Raises ValueError. What they join is not looked at."""
    return _numbered(json_stream.items(chunks, (_RELATIONS,)), read_relation, "relation")


def _numbered(values: Iterable[JsonValue], read: Callable[[Fields], _Thing], what: str) -> Iterator[_Thing]:
    for number, value in enumerate(values, 1):
        try:
            thing = read(Fields(value))
        except ValueError as error:
            raise Malformed(f"{what} {number}: {error}") from error
        yield thing


def read_record(fields: Fields) -> Record:
    """A record from its object. Raises ValueError."""
    kind = fields.text("kind")
    if kind not in list(record_fields.RECORD_KINDS):
        raise Malformed(f"its “kind”: “{shown(kind)}” is no kind of record")
    draft = RecordDraft(
        kind=Kind(kind),
        name=fields.text("name"),
        note=fields.text("note", ""),
        aliases=tuple(Alias(alias.text("name"), alias.text("language", "")) for alias in fields.objects("aliases")),
        roles=tuple(map(_read_role, fields.objects("roles"))),
        external_ids=_read_ids(fields.object("external_ids")),
        parent=None if fields.text_or_null("parent") is None else fields.id("parent"),
        **{name: fields.text(name, "") for name in _LINES},
    )
    try:
        draft = record_fields.checked(draft)
    except InvalidDate as error:
        raise Malformed(f"“{shown(error.value)}” is no date") from error
    except InvalidValue as error:
        raise Malformed(f"“{shown(error.value)}” is no possible {error.what}") from error
    return Record(
        row=0,
        id=fields.id("id"),
        draft=draft,
        annotation_count=0,
        created_by=fields.text("created_by"),
        created_at=fields.moment("created_at"),
        modified_at=fields.moment("modified_at"),
    )


def _read_role(fields: Fields) -> Role:
    return Role(fields.text("title"), *(fields.text(name, "") for name in ("organisation", "since", "until")))


def _read_ids(fields: Fields) -> dict[str, str]:
    return {scheme: fields.text(scheme) for scheme in fields.mapping()}


def read_relation(fields: Fields) -> Relation:
    """A relation from its object. Raises ValueError. What it joins is not looked at."""
    type_ = one_line(fields.text("type"))
    if not type_:
        raise Malformed("its “type” is empty")
    return Relation(
        id=fields.id("id"),
        type=type_,
        source=_read_node(fields.object("source")),
        target=_read_node(fields.object("target")),
        note=canonical(fields.text("note", "")).strip(),
        created_by=fields.text("created_by"),
        created_at=fields.moment("created_at"),
    )


def _read_node(fields: Fields) -> Node:
    type_ = fields.text("type")
    if type_ not in list(NodeType):
        raise Malformed(f"its “type”: “{shown(type_)}” is nothing that a relation joins")
    return Node(NodeType(type_), fields.id("id"))


def _line(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False)
