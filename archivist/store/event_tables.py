# SPDX-License-Identifier: GPL-3.0-or-later
"""What the fourth migration makes: the preservation log, and how each revision was read. It never changes."""

from __future__ import annotations

STATEMENTS = (
    # Row by row a chain: `hash` is over the row and the hash of the row before, see event_chain.py.
    """CREATE TABLE events (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL,
        type TEXT NOT NULL,
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        agent TEXT NOT NULL,
        object_type TEXT NOT NULL,
        object TEXT NOT NULL,
        outcome TEXT NOT NULL CHECK (outcome IN ('success', 'warning', 'failure')),
        detail TEXT NOT NULL CHECK (json_valid(detail)),
        hash TEXT NOT NULL
    )""",
    "CREATE INDEX events_by_object ON events (object)",
    # Checks and backups are few, events of articles many.
    "CREATE INDEX events_of_the_archive ON events (type, id) WHERE object_type IN ('archive', 'backup')",
    """CREATE TRIGGER events_stay BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END""",
    """CREATE TRIGGER events_remain BEFORE DELETE ON events
        BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END""",
    # NULL in the first revision of an article: how that was read stands with the article.
    "ALTER TABLE revisions ADD COLUMN reader TEXT",
    "ALTER TABLE revisions ADD COLUMN reader_version TEXT",
    "ALTER TABLE revisions ADD COLUMN encoding TEXT",
    "ALTER TABLE revisions ADD COLUMN parameters TEXT",
    "ALTER TABLE revisions ADD COLUMN warnings TEXT",
)
