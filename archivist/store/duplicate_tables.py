# SPDX-License-Identifier: GPL-3.0-or-later
"""What the migration for duplicates makes: wordings, how they resemble each other, and what a person decided.

It never changes. Only what a person decided is in the history; the rest is computed from the texts
and may be emptied at any time.
"""

from __future__ import annotations

# Tables whose changes go to the history, with the columns that this migration gives them.
JOURNALLED: dict[str, tuple[str, ...]] = {
    "verdicts": ("id", "uuid", "article", "other", "together", "created_by", "created_at", "deleted_at"),
}

TABLES = (
    # Texts that differ in nothing but spelling and mark-up are one wording.
    """CREATE TABLE wordings (
        id INTEGER PRIMARY KEY,
        identity INTEGER NOT NULL UNIQUE,
        words INTEGER NOT NULL
    )""",
    """CREATE TABLE wordings_of_revisions (
        revision INTEGER PRIMARY KEY REFERENCES revisions(id),
        wording INTEGER NOT NULL REFERENCES wordings(id)
    )""",
    # By what a new wording finds those that it may resemble.
    """CREATE TABLE sketches (
        hash INTEGER NOT NULL,
        wording INTEGER NOT NULL,
        PRIMARY KEY (hash, wording)
    ) WITHOUT ROWID""",
    """CREATE TABLE resemblances (
        wording INTEGER NOT NULL,
        other INTEGER NOT NULL CHECK (other > wording),
        likeness TEXT NOT NULL,
        share REAL NOT NULL,
        PRIMARY KEY (wording, other)
    ) WITHOUT ROWID""",
    # Two articles that a person put together, or apart.
    """CREATE TABLE verdicts (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        article INTEGER NOT NULL REFERENCES articles(id),
        other INTEGER NOT NULL REFERENCES articles(id) CHECK (other > article),
        together INTEGER NOT NULL CHECK (together IN (0, 1)),
        created_by TEXT NOT NULL,
        created_at TEXT NOT NULL,
        deleted_at TEXT
    )""",
)

INDEXES = (
    "CREATE INDEX revisions_by_wording ON wordings_of_revisions (wording)",
    "CREATE UNIQUE INDEX verdicts_by_articles ON verdicts (article, other) WHERE deleted_at IS NULL",
)
