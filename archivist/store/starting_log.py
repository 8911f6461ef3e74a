# SPDX-License-Identifier: GPL-3.0-or-later
"""The beginning of the log in an archive that is older than it: an ingestion for every article there is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from sqlite_utils import Database

from archivist.store.event_chain import NewEvent, append
from archivist.store.journal_events import ingestion

# Who brought an article in stands in the journal.
_ARTICLES = """
    SELECT a.*, o.sha256 AS original_sha256, o.size, r.uuid AS revision_uuid, r.number, r.sha256, r.created_at,
        (SELECT s.who FROM changes c JOIN actions s ON s.id = c.action
         WHERE c.table_name = 'articles' AND c.row_id = a.id ORDER BY c.id LIMIT 1) AS who
    FROM articles a LEFT JOIN originals o ON o.id = a.original
    JOIN revisions r ON r.article = a.id AND r.number = a.revision_number ORDER BY a.id
"""


def start_log(db: Database) -> None:
    """Write what the archive holds to its new log, as of when it came in."""
    append(db.conn, _ingestions(db.conn), who="", moment="")


def _ingestions(sqlite: sqlite3.Connection) -> Iterator[NewEvent]:
    cursor = sqlite.cursor()
    cursor.row_factory = sqlite3.Row
    for row in cursor.execute(_ARTICLES):
        revision = [row["revision_uuid"], row["number"], row["sha256"], row["created_at"], None, None, None, None]
        more = {"logged": "from the archive as it was when its log began"}
        at, who = row["imported_at"], row["who"] or ""
        yield ingestion(dict(row), row["original_sha256"], row["size"], revision, more, at=at, who=who)
