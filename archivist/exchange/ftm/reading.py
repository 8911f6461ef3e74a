# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading the actors and events of a FollowTheMoney file, and what links them.

What else is in it, documents above all, has no marked places, and is told as left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from archivist.errors import EmptyFile, FileDamaged, FileTooLarge, FileUnreadable, UnsupportedFile
from archivist.exchange.files import json_stream
from archivist.exchange.files.json_fields import is_uuid
from archivist.exchange.items import Item, Problem, ReadDocument, ReadRecord, ReadRelation
from archivist.exchange.registry.followthemoney import PROPERTIES, Entities, is_record
from archivist.exchange.registry.report import Entry
from archivist.model import JsonValue, NodeType
from archivist.text import shortened

_LARGEST = 256 << 20  # bytes
_FIRST = 1 << 20
_MARK = b"\xef\xbb\xbf"
# The two ends of what links two entities, by its schema.
_LINKS = {
    "UnknownLink": ("subject", "object"),
    "Membership": ("member", "organization"),
    "Employment": ("employee", "employer"),
    "Directorship": ("director", "organization"),
    "Ownership": ("owner", "asset"),
    "Family": ("person", "relative"),
    "Associate": ("person", "associate"),
    "Representation": ("agent", "client"),
    "Succession": ("predecessor", "successor"),
}
_TYPES = ("role", "relationship")
_NOTES = ("summary", "description")


def recognises(path: Path) -> bool:
    """Whether the first line of a file is an entity."""
    try:
        with path.open("rb") as file:
            value = json_stream.parse(file.read(_FIRST).removeprefix(_MARK).lstrip().split(b"\n", 1)[0])
    except (OSError, ValueError):
        return False
    return _is_entity(value)


def read(path: Path) -> Iterator[Item]:
    """The records, and the relations between them. Raises FileUnreadable, FileTooLarge, EmptyFile, UnsupportedFile."""
    raw = _raw(path)
    entities = Entities(raw, path)
    keys: set[str] = set()
    for found in entities.entries():
        where = f"{path.name}, line {found.line}"
        if not isinstance(found, Entry):
            yield Problem(where, f"“{found.name}” was left out: {found.detail}" if found.name else found.detail)
        elif found.key and found.key in keys:
            yield Problem(where, f"“{found.draft.name}” was left out: an earlier line has its id, “{found.key}”")
        else:
            keys.add(found.key)
            yield ReadRecord(found.key, found.draft, found.key if is_uuid(found.key) else "")
    passed: Counter[str] = Counter()
    for number, value in _entities(raw):
        schema, properties = value["schema"], value["properties"].keys()
        if schema in _LINKS:
            passed.update(f"“{name}” of a {schema}" for name in properties - {*_LINKS[schema], *_TYPES, *_NOTES})
            yield from _links(value, keys, f"{path.name}, line {number}")
        elif is_record(schema):
            passed.update(f"“{name}” of a {schema}" for name in properties - PROPERTIES)
    for what, count in sorted(passed.items()):
        yield Problem(path.name, f"{count} times {shortened(what)} was left out: no record here has that")
    for what, count in sorted(entities.left_out.items()):
        if what.removeprefix("schema ") not in _LINKS:
            yield Problem(
                path.name, f"{count} of the {what} were left out: only actors, events and their links are read"
            )


def read_articles(path: Path) -> Iterator[Item]:
    """The articles alone, as write() made them."""
    for _, value in _entities(_raw(path)):
        if value["schema"] == "Article":
            yield ReadDocument(value["id"], "".join(_texts(value["properties"], "bodyText")), id=value["id"])


def _raw(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > _LARGEST:
            raise FileTooLarge(path, size, _LARGEST)
        raw = path.read_bytes().removeprefix(_MARK)
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    first = raw.lstrip()[:1]
    if not first:
        raise EmptyFile(path)
    if first == b"[":
        raise UnsupportedFile(path, "it is a JSON list; FollowTheMoney has one object a line")
    if first != b"{":
        raise UnsupportedFile(path, "it is no JSON; FollowTheMoney has one object a line")
    if b"\0" in raw[:_FIRST]:
        raise FileDamaged(path, "it is not UTF-8")
    return raw


def _entities(raw: bytes) -> Iterator[tuple[int, Mapping[str, JsonValue]]]:
    """Each sound entity with its line."""
    at, number = 0, 0
    while at < len(raw):
        end = raw.find(b"\n", at)
        end = len(raw) if end < 0 else end
        number += 1
        try:
            value = json_stream.parse(raw[at:end].strip()) if raw[at:end].strip() else None
        except ValueError:
            value = None
        if value is not None and _is_entity(value):
            yield number, value
        at = end + 1


def _links(value: Mapping[str, JsonValue], keys: set[str], where: str) -> Iterator[Item]:
    properties = value["properties"]
    sources, targets = (_texts(properties, name) for name in _LINKS[value["schema"]])
    roles = [role for name in _TYPES for role in _texts(properties, name)]
    note = "\n\n".join(note for name in _NOTES for note in _texts(properties, name))
    pairs = [(source, target) for source in sources for target in targets]
    if not pairs:
        yield Problem(where, f"the {value['schema']} was left out: it does not say what it links")
    for source, target in pairs:
        if source in keys and target in keys:
            id_ = value["id"] if is_uuid(value["id"]) and len(pairs) == 1 else ""
            type_ = "; ".join(roles) or value["schema"]
            yield ReadRelation(type_, source, target, NodeType.RECORD, NodeType.RECORD, note, id_, where)
        else:
            missing = target if source in keys else source
            yield Problem(where, f"the {value['schema']} was left out: no actor or event “{missing}” is in the file")


def _texts(properties: Mapping[str, JsonValue], name: str) -> list[str]:
    values = properties.get(name)
    return [value for value in (values if isinstance(values, list) else [values]) if isinstance(value, str)]


def _is_entity(value: JsonValue) -> bool:
    return (
        isinstance(value, Mapping)
        and isinstance(value.get("schema"), str)
        and isinstance(value.get("id"), str)
        and isinstance(value.get("properties"), Mapping)
    )
