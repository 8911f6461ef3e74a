# SPDX-License-Identifier: GPL-3.0-or-later
"""Linking annotations to records: an annotation is linked to one of its own kind, or to none."""

from __future__ import annotations

import json
from collections.abc import Collection

from archivist.errors import AnnotationNotFound, KindsDiffer, RecordNotFound
from archivist.model import Kind
from archivist.store.connection import Connection, now
from archivist.text import shortened

_GIVEN = "(SELECT value FROM json_each(?))"


def row_of_record(connection: Connection, id_: str) -> int:
    """The row of a record. Raises RecordNotFound."""
    row: int | None = None
    if connection.has_table("records"):
        row = connection.value("SELECT id FROM records WHERE uuid = ? AND deleted_at IS NULL", (id_,))
    if row is None:
        raise RecordNotFound(id_)
    return row


def row_for(connection: Connection, record: str, kind: Kind, quote: str) -> int:
    """The row of the record (id) that these words, tagged as this kind, may be linked to.

    Raises RecordNotFound, KindsDiffer.
    """
    row = row_of_record(connection, record)
    name, record_kind = connection.tuples("SELECT name, kind FROM records WHERE id = ?", (row,))[0]
    if record_kind != kind:
        raise KindsDiffer(shortened(quote), kind, name, record_kind)
    return row


def link(connection: Connection, annotations: Collection[str], record: str | None) -> int:
    """Link annotations (ids) to a record (id), or with None to none, as one step.

    Returns how many links changed. Raises AnnotationNotFound, RecordNotFound, KindsDiffer.
    """
    wanted = list(dict.fromkeys(annotations))
    with connection.action(_name_of(connection, wanted, record)):
        row = None if record is None else row_of_record(connection, record)
        found = _found(connection, wanted)
        if len(found) < len(wanted):
            raise AnnotationNotFound(next(id_ for id_ in wanted if id_ not in {each[0] for each in found}))
        if row is not None:
            name, kind = connection.tuples("SELECT name, kind FROM records WHERE id = ?", (row,))[0]
            for _, _, quote, its_kind in found:
                if its_kind != kind:
                    raise KindsDiffer(shortened(quote), its_kind, name, kind)
        return connection.execute(
            f"UPDATE annotations SET record = ?, modified_at = ? WHERE id IN {_GIVEN} AND record IS NOT ?",
            (row, now(), json.dumps([each[1] for each in found]), row),
        ).rowcount


def _name_of(connection: Connection, annotations: list[str], record: str | None) -> str:
    found = _found(connection, annotations)
    what = f"“{shortened(found[0][2])}”" if len(found) == 1 else f"{len(found)} passages"
    if record is None:
        return f"Unlink {what}"
    row = row_of_record(connection, record)
    return f"Link {what} to {shortened(connection.value('SELECT name FROM records WHERE id = ?', (row,)))}"


def _found(connection: Connection, annotations: list[str]) -> list[tuple[str, int, str, str]]:
    """The id, the row, the words and the kind of each of these annotations (ids) that is there."""
    return connection.tuples(
        f"""SELECT n.uuid, n.id, n.quote, t.kind FROM annotations n JOIN tags t ON t.id = n.tag
            WHERE n.uuid IN {_GIVEN} AND n.deleted_at IS NULL""",
        (json.dumps(annotations),),
    )


def unlink_other_kinds(connection: Connection, tag: int, kind: str) -> None:
    """Take the links to records of other kinds off a tag's (row) annotations; inside an action.

    Deleted annotations are seen to as well, as they may come back.
    """
    connection.execute(
        """UPDATE annotations SET record = NULL WHERE tag = ? AND record IS NOT NULL
           AND record IN (SELECT id FROM records WHERE kind <> ?)""",
        (tag, kind),
    )
