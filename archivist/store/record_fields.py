# SPDX-License-Identifier: GPL-3.0-or-later
"""What a record may say, and how it stands in the database."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields, replace
from typing import Any

from archivist.dates import date_range
from archivist.errors import InvalidValue
from archivist.language.collation import sort_key
from archivist.model import ActorType, Alias, Kind, RecordDraft, Role
from archivist.text import canonical, one_line

RECORD_KINDS = (Kind.ACTOR, Kind.EVENT, Kind.FIGURE)

_OF_ALL = ("name", "note", "aliases", "external_ids")
_OF_KIND: dict[Kind, tuple[str, ...]] = {
    Kind.ACTOR: ("type", "roles"),
    Kind.EVENT: ("type", "date", "place", "parent"),
    Kind.FIGURE: ("counted", "of_whom", "unit"),
}
_LINES = ("type", "place", "counted", "of_whom", "unit")


def name_key(name: str) -> str:
    """What two names have in common that differ in letter case only."""
    return one_line(name).casefold()


def checked(draft: RecordDraft) -> RecordDraft:
    """The draft as it is kept: names on one line, each alias once. Raises InvalidValue, InvalidDate.

    Whether there is such a parent is not looked at.
    """
    if draft.kind not in RECORD_KINDS:
        raise InvalidValue("kind of a record", draft.kind, ", ".join(RECORD_KINDS))
    kind = Kind(draft.kind)
    allowed = (*_OF_ALL, *_OF_KIND[kind])
    for field in fields(draft):
        if field.name not in ("kind", *allowed) and getattr(draft, field.name):
            raise InvalidValue(f"field of a record of kind {kind}", field.name, ", ".join(allowed))
    name = one_line(draft.name)
    if not name:
        raise InvalidValue("name of a record", draft.name, "one line of text")
    return replace(
        draft,
        kind=kind,
        name=name,
        note=canonical(draft.note).strip(),
        aliases=distinct(draft.aliases, name),
        roles=tuple(dict.fromkeys(map(_checked_role, draft.roles))),
        external_ids=_checked_ids(draft.external_ids),
        date=_checked_date(draft.date),
        **{field: _checked_line(field, getattr(draft, field), kind) for field in _LINES},
    )


def changed(draft: RecordDraft, values: Mapping[str, Any]) -> RecordDraft:
    """The draft with other values, checked; the kind stays. Raises InvalidValue, InvalidDate."""
    allowed = (*_OF_ALL, *_OF_KIND[draft.kind])
    for field in values:
        if field not in allowed:
            raise InvalidValue(f"field of a record of kind {draft.kind}", field, ", ".join(allowed))
    return checked(replace(draft, **values))


def distinct(aliases: Iterable[Alias], name: str) -> tuple[Alias, ...]:
    """The aliases, each once in whatever letter case, without the name itself and without empty ones."""
    found: dict[str, Alias] = {}
    own = name_key(name)
    for alias in aliases:
        line = one_line(alias.name)
        key = line.casefold()
        if line and key != own and key not in found:
            found[key] = Alias(line, one_line(alias.language).lower())
    return tuple(found.values())


def columns(draft: RecordDraft) -> dict[str, Any]:
    """The columns of a checked draft, but for its parent."""
    days = date_range(draft.date) if draft.date else None
    return {
        "kind": draft.kind,
        "name": draft.name,
        "name_key": name_key(draft.name),
        "sort_key": sort_key(draft.name),
        "note": draft.note,
        "roles": json.dumps([asdict(role) for role in draft.roles], ensure_ascii=False),
        "external_ids": json.dumps(dict(sorted(draft.external_ids.items())), ensure_ascii=False),
        "date": draft.date,
        "date_first": days.first if days else "",
        "date_last": days.last if days else "",
        **{field: getattr(draft, field) for field in _LINES},
    }


def draft_of_row(row: sqlite3.Row, aliases: tuple[Alias, ...]) -> RecordDraft:
    """What a row of records, joined with its parent_uuid, says."""
    roles, ids = row["roles"], row["external_ids"]
    return RecordDraft(
        kind=Kind(row["kind"]),
        name=row["name"],
        note=row["note"],
        aliases=aliases,
        roles=tuple(Role(**role) for role in json.loads(roles)) if roles != "[]" else (),
        external_ids=json.loads(ids) if ids != "{}" else {},
        date=row["date"],
        parent=row["parent_uuid"],
        **{field: row[field] for field in _LINES},
    )


def _checked_role(role: Role) -> Role:
    title, organisation = one_line(role.title), one_line(role.organisation)
    if not title and not organisation:
        raise InvalidValue("role", "", "a title, an organisation or both")
    since, until = _checked_date(role.since), _checked_date(role.until)
    if since and until and date_range(since).first > date_range(until).last:
        raise InvalidValue("time of a role", f"{since} to {until}", "a beginning that is not after the end")
    return Role(title, organisation, since, until)


def _checked_ids(ids: Mapping[str, str]) -> dict[str, str]:
    result = {}
    for given_scheme, given_value in ids.items():
        scheme, value = one_line(given_scheme), one_line(given_value)
        if value and not scheme:
            raise InvalidValue("scheme of an external id", given_scheme, "a word such as wikidata")
        if value:
            result[scheme] = value
    return result


def _checked_line(field: str, value: str, kind: Kind) -> str:
    value = one_line(value) if value else ""
    if field == "type" and kind is Kind.ACTOR and value and value not in list(ActorType):
        raise InvalidValue("type of an actor", value, ", ".join(ActorType))
    return value


def _checked_date(value: str) -> str:
    value = one_line(value)
    if value:
        date_range(value)
    return value
