# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking for damage in the preservation log, and for what it says otherwise than the tables do."""

from __future__ import annotations

from collections.abc import Iterator

from archivist.model import Finding
from archivist.store.connection import Connection
from archivist.store.event_chain import broken_links

_OF_TEXTS = "('ingestion', 'modification')"  # events that say which text an article then had

# Each gives what is wrong with which thing.
DISAGREEMENTS = (
    f"""SELECT 'event ' || e.id, 'the text that it speaks of is not that of the revision in the archive'
        FROM events e LEFT JOIN revisions r ON r.uuid = json_extract(e.detail, '$.revision.id')
        WHERE e.type IN {_OF_TEXTS} AND e.object_type = 'article'
        AND r.sha256 IS NOT json_extract(e.detail, '$.revision.sha256')""",
    """SELECT 'event ' || e.id, 'the original that it speaks of is not that of the article in the archive'
        FROM events e LEFT JOIN articles a ON a.uuid = e.object LEFT JOIN originals o ON o.id = a.original
        WHERE e.type = 'ingestion' AND e.object_type = 'article'
        AND (a.id IS NULL OR o.sha256 IS NOT json_extract(e.detail, '$.original.sha256')
             OR o.size IS NOT json_extract(e.detail, '$.original.size'))""",
    """SELECT 'article ' || uuid, 'the log does not say how it came in' FROM articles
        WHERE uuid NOT IN (SELECT object FROM events WHERE type = 'ingestion')""",
    f"""SELECT 'revision ' || uuid, 'the log does not say how it was made' FROM revisions
        WHERE uuid NOT IN (SELECT coalesce(json_extract(detail, '$.revision.id'), '') FROM events
                           WHERE type IN {_OF_TEXTS} AND object_type = 'article')""",
)


def steps_in_log(connection: Connection) -> int:
    """How many steps verify_log() takes."""
    if not connection.has_table("events"):
        return 0
    number: int = connection.value("SELECT count(*) FROM events")
    return number + 1


def verify_log(connection: Connection) -> Iterator[list[Finding]]:
    """Follow the chain, one step an event, then compare what it says with the tables."""
    if not connection.has_table("events"):
        return
    with connection.errors_translated():
        for broken in broken_links(connection.sqlite):
            yield [Finding(f"event {broken[0]}", broken[1])] if broken else []
    yield [Finding(*row) for query in DISAGREEMENTS for row in connection.tuples(query)]
