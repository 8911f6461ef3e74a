# SPDX-License-Identifier: GPL-3.0-or-later
"""Relations as the database gives them. One whose end is deleted is hidden, and comes back with it."""

from __future__ import annotations

import sqlite3

from archivist.model import Node, NodeType, Relation
from archivist.store.connection import Connection, now

# As they were made, also where: a bundle brings older ones than those that are here.
OLDEST_FIRST = "l.created_at, l.id"

# Relations of these types say the same in both directions.
SYMMETRIC = ("contradicts",)

SELECT = """
    SELECT l.*, sa.uuid AS source_annotation_uuid, sr.uuid AS source_record_uuid,
        ta.uuid AS target_annotation_uuid, tr.uuid AS target_record_uuid
    FROM relations l
    LEFT JOIN annotations sa ON sa.id = l.source_annotation AND sa.deleted_at IS NULL
    LEFT JOIN records sr ON sr.id = l.source_record AND sr.deleted_at IS NULL
    LEFT JOIN annotations ta ON ta.id = l.target_annotation AND ta.deleted_at IS NULL
    LEFT JOIN records tr ON tr.id = l.target_record AND tr.deleted_at IS NULL
    WHERE l.deleted_at IS NULL
    AND coalesce(sa.id, sr.id) IS NOT NULL AND coalesce(ta.id, tr.id) IS NOT NULL
"""


def touching(end: str, condition: str) -> str:
    """A condition on SELECT: an annotation or a record (`end`) whose row fulfils `condition` is an end of it."""
    return f"""l.id IN (
        SELECT id FROM relations WHERE source_{end} {condition} AND deleted_at IS NULL
        UNION SELECT id FROM relations WHERE target_{end} {condition} AND deleted_at IS NULL)"""


def relation_of_row(row: sqlite3.Row) -> Relation:
    """The relation in a row of SELECT."""
    return Relation(
        id=row["uuid"],
        type=row["type"],
        source=_node(row["source_annotation_uuid"], row["source_record_uuid"]),
        target=_node(row["target_annotation_uuid"], row["target_record_uuid"]),
        note=row["note"],
        created_by=row["created_by"],
        created_at=row["created_at"],
    )


def _node(annotation: str | None, record: str | None) -> Node:
    return Node(NodeType.ANNOTATION, annotation) if annotation else Node(NodeType.RECORD, record or "")


def drop_doubles(connection: Connection, record: int) -> None:
    """Delete the relations that join a record (row) with itself or say again what an older one says."""
    known, dropped = set(), []
    for row in connection.rows(
        f"""SELECT * FROM relations l WHERE deleted_at IS NULL AND (source_record = ?1 OR target_record = ?1)
            ORDER BY {OLDEST_FIRST}""",
        (record,),
    ):
        source = (row["source_annotation"], row["source_record"])
        target = (row["target_annotation"], row["target_record"])
        key = (row["type"], source, target)
        if source == target or key in known:
            dropped.append(row["id"])
        known.add(key)
        if row["type"] in SYMMETRIC:
            known.add((row["type"], target, source))
    moment = now()
    for row_id in dropped:
        connection.update("relations", row_id, {"deleted_at": moment})
