# SPDX-License-Identifier: GPL-3.0-or-later
"""What is a part of what: by an event's parent and by relations of type part-of, never in a circle."""

from __future__ import annotations

from archivist.errors import PartOfItself
from archivist.store.connection import Connection, now
from archivist.text import shortened

PART_OF = "part-of"

End = tuple[str, int]  # "annotation" or "record", and its row

_WHOLES = """
    SELECT 'record', p.id FROM records d JOIN records p ON p.id = d.parent AND p.deleted_at IS NULL
    WHERE ?1 = 'record' AND d.id = ?2
    UNION SELECT 'record', t.id FROM relations l JOIN records t ON t.id = l.target_record AND t.deleted_at IS NULL
    WHERE l.source_{type} = ?2 AND l.type = 'part-of' AND l.deleted_at IS NULL AND l.id IS NOT ?3
    UNION SELECT 'annotation', t.id
    FROM relations l JOIN annotations t ON t.id = l.target_annotation AND t.deleted_at IS NULL
    WHERE l.source_{type} = ?2 AND l.type = 'part-of' AND l.deleted_at IS NULL AND l.id IS NOT ?3
"""
_LABELS = {
    "record": "SELECT name FROM records WHERE id = ?",
    "annotation": "SELECT quote FROM annotations WHERE id = ?",
}


def wholes(connection: Connection, end: End, *, without: int | None = None) -> set[End]:
    """Everything that this is a part of, directly or by way of others; itself only in a circle.

    `without` is the row of a relation that does not count.
    """
    found: set[End] = set()
    waiting = [end]
    while waiting:
        type_, row = waiting.pop()
        for whole in connection.tuples(_WHOLES.format(type=type_), (type_, row, without)):
            if whole not in found:
                found.add(whole)
                waiting.append(whole)
    return found


def check_part(connection: Connection, part: End, whole: End, *, without: int | None = None) -> None:
    """Raises PartOfItself where part cannot be a part of whole, as that is one of it."""
    if part == whole or part in wholes(connection, whole, without=without):
        raise PartOfItself(shortened(label(connection, part)), shortened(label(connection, whole)))


def break_circles(connection: Connection, end: End) -> None:
    """Delete the relations by which something that has come back is a part of itself; inside an action.

    They were hidden with it, so that others could be made that go the other way round.
    """
    type_, row = end
    for relation, record, annotation in connection.tuples(
        f"""SELECT id, target_record, target_annotation FROM relations
            WHERE source_{type_} = ? AND type = ? AND deleted_at IS NULL ORDER BY id""",
        (row, PART_OF),
    ):
        whole = ("annotation", annotation) if record is None else ("record", record)
        if end in wholes(connection, whole):
            connection.update("relations", relation, {"deleted_at": now()})


def label(connection: Connection, end: End) -> str:
    """The name of a record, or the words of an annotation."""
    type_, row = end
    return str(connection.value(_LABELS[type_], (row,)))
