# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotations as the database gives them, with their article, revision, tag and record told by id."""

from __future__ import annotations

import json
import sqlite3
from functools import lru_cache

from archivist.model import Annotation, Kind, Status, Tag
from archivist.store.connection import Connection

_SELECT = """
    SELECT n.*, a.uuid AS article_uuid, r.uuid AS revision_uuid, t.id AS tag_row, t.uuid AS tag_uuid,
        t.name AS tag_name, t.kind AS tag_kind, t.colour AS tag_colour, t.shortcut AS tag_shortcut,
        t.description AS tag_description, p.uuid AS tag_parent, {record} AS record_uuid
    FROM annotations n
    JOIN articles a ON a.id = n.article
    JOIN revisions r ON r.id = n.revision
    JOIN tags t ON t.id = n.tag
    LEFT JOIN tags p ON p.id = t.parent
"""
_STATUSES = {status.value: status for status in Status}
_UNLINKED = _SELECT.format(record="NULL")
_LINKED = _SELECT.format(record="d.uuid") + "LEFT JOIN records d ON d.id = n.record AND d.deleted_at IS NULL\n"


def select(connection: Connection) -> str:
    """The beginning of a query for annotation_of_row; n is the annotation, a its article.

    An archive that is older than records is read as one whose annotations are linked to none.
    """
    return _LINKED if connection.has_table("records") else _UNLINKED


def annotation_of_row(row: sqlite3.Row) -> Annotation:
    """The annotation in a row of select()."""
    return Annotation(
        id=row["uuid"],
        article=row["article_uuid"],
        revision=row["revision_uuid"],
        start=row["span_start"],
        end=row["span_end"],
        quote=row["quote"],
        prefix=row["prefix"],
        suffix=row["suffix"],
        tag=_tag(
            row["tag_row"],
            row["tag_uuid"],
            row["tag_name"],
            row["tag_kind"],
            row["tag_colour"],
            row["tag_shortcut"],
            row["tag_parent"],
            row["tag_description"],
        ),
        note=row["note"],
        attributes=json.loads(row["attributes"]),
        record=row["record_uuid"],
        status=_STATUSES[row["status"]],
        created_by=row["created_by"],
        created_at=row["created_at"],
        modified_at=row["modified_at"],
    )


@lru_cache(maxsize=1024)
def _tag(
    row: int, id_: str, name: str, kind: str, colour: str, shortcut: str, parent: str | None, description: str
) -> Tag:
    """A tag, made once for all the annotations that bear it."""
    return Tag(row, id_, name, Kind(kind), colour, shortcut, parent, description)
