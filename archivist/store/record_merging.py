# SPDX-License-Identifier: GPL-3.0-or-later
"""Making one record of several, and what a record may be split by."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from archivist.errors import InvalidValue, KindsDiffer, MergeWithItself, PartOfItself
from archivist.model import Alias
from archivist.store import record_fields
from archivist.store.connection import Connection, now
from archivist.store.part_of import wholes
from archivist.store.relation_rows import drop_doubles

if TYPE_CHECKING:
    from archivist.model import Record, RecordDraft

_FILLED = ("type", "date", "place", "counted", "of_whom", "unit")


def checked(survivor: Record, others: Sequence[Record]) -> RecordDraft:
    """What the survivor says when the others are merged into it.

    Their names become aliases, roles and external ids are united, and what it leaves empty is filled
    from them; an external id for which there is another already goes into the note.
    Raises MergeWithItself, KindsDiffer.
    """
    times = Counter(record.id for record in (survivor, *others))
    twice = next((record for record in (survivor, *others) if times[record.id] > 1 or not others), None)
    if twice is not None:
        raise MergeWithItself(twice.name)
    draft = survivor.draft
    for other in others:
        if other.kind != survivor.kind:
            raise KindsDiffer(other.name, other.kind, survivor.name, survivor.kind)
        draft = _united(draft, other.draft)
    return draft


def _united(ours: RecordDraft, theirs: RecordDraft) -> RecordDraft:
    spare = {
        scheme: value for scheme, value in theirs.external_ids.items() if ours.external_ids.get(scheme, value) != value
    }
    notes = [ours.note, theirs.note if theirs.note != ours.note else ""]
    notes += [f"{scheme}: {value} ({theirs.name})" for scheme, value in spare.items()]
    return replace(
        ours,
        note="\n\n".join(filter(None, notes)),
        aliases=record_fields.distinct((*ours.aliases, Alias(theirs.name), *theirs.aliases), ours.name),
        roles=tuple(dict.fromkeys((*ours.roles, *theirs.roles))),
        external_ids={**theirs.external_ids, **ours.external_ids},
        **{name: getattr(ours, name) or getattr(theirs, name) for name in _FILLED},
    )


def parent(connection: Connection, merged: Sequence[int]) -> int | None:
    """The first parent (row) of records (rows) that will be one which then is not a part of that one.

    To be asked before they are merged.
    """
    for record in merged:
        above = connection.value("SELECT parent FROM records WHERE id = ?", (record,))
        if above is None or above in merged:
            continue
        ends = wholes(connection, ("record", above))
        if not any(("record", each) in ends for each in merged):
            return int(above)
    return None


def merge(connection: Connection, survivor: int, others: Sequence[int]) -> None:
    """Let all that speaks of the others (rows) speak of the survivor, and delete them; inside an action.

    Relations that would then join the survivor with itself, or are there twice, are deleted. What is
    deleted is seen to as well, as it may come back.
    """
    given = "(SELECT value FROM json_each(?2))"
    values = (survivor, json.dumps(others))
    for table, column in (
        ("annotations", "record"),
        ("rejections", "record"),
        ("relations", "source_record"),
        ("relations", "target_record"),
        ("records", "parent"),
    ):
        connection.execute(f"UPDATE {table} SET {column} = ?1 WHERE {column} IN {given}", values)
    connection.execute(f"UPDATE records SET merged_into = ?1, deleted_at = ?3 WHERE id IN {given}", (*values, now()))
    drop_doubles(connection, survivor)


def check_no_circle(connection: Connection, record: int) -> None:
    """Raises PartOfItself where a merged record (row) has become a part of itself."""
    if ("record", record) in wholes(connection, ("record", record)):
        name = connection.value("SELECT name FROM records WHERE id = ?", (record,))
        raise PartOfItself(name, name)


def check_linked(connection: Connection, record: Record, annotations: Collection[str]) -> None:
    """Raises InvalidValue where there are none, or one of them (ids) is not linked to the record."""
    linked = set(
        connection.column("SELECT uuid FROM annotations WHERE record = ? AND deleted_at IS NULL", (record.row,))
    )
    strange = next((id_ for id_ in annotations if id_ not in linked), None if annotations else "")
    if strange is not None:
        raise InvalidValue(f"passage of {record.name}", strange, "those that are linked to it")
