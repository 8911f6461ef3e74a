# SPDX-License-Identifier: GPL-3.0-or-later
"""What the third migration makes: records, aliases, relations and rejections. It never changes."""

from __future__ import annotations

# Tables whose changes go to the history, with the columns that this migration gives them.
JOURNALLED: dict[str, tuple[str, ...]] = {
    "annotations": (
        "id", "uuid", "article", "revision", "span_start", "span_end", "quote", "prefix", "suffix",
        "tag", "note", "attributes", "status", "created_by", "created_at", "modified_at", "deleted_at", "record",
    ),
    "records": (
        "id", "uuid", "kind", "name", "name_key", "sort_key", "type", "note", "roles", "external_ids", "date",
        "date_first", "date_last", "place", "parent", "counted", "of_whom", "unit", "merged_into", "created_by",
        "created_at", "modified_at", "deleted_at",
    ),
    "aliases": ("id", "record", "name", "name_key", "language"),
    "relations": (
        "id", "uuid", "type", "source_annotation", "source_record", "target_annotation", "target_record", "note",
        "created_by", "created_at", "deleted_at",
    ),
    "rejections": (
        "id", "uuid", "article", "revision", "span_start", "span_end", "quote", "prefix", "suffix", "kind", "record",
        "created_by", "created_at", "deleted_at",
    ),
}  # fmt: skip

TABLES = (
    # Fields of a kind that a record is not of are empty. A name is not unique: people share them.
    """CREATE TABLE records (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        sort_key TEXT NOT NULL,
        type TEXT NOT NULL,
        note TEXT NOT NULL,
        roles TEXT NOT NULL CHECK (json_valid(roles)),
        external_ids TEXT NOT NULL CHECK (json_valid(external_ids)),
        date TEXT NOT NULL,
        date_first TEXT NOT NULL,
        date_last TEXT NOT NULL,
        place TEXT NOT NULL,
        parent INTEGER REFERENCES records(id),
        counted TEXT NOT NULL,
        of_whom TEXT NOT NULL,
        unit TEXT NOT NULL,
        merged_into INTEGER REFERENCES records(id),
        created_by TEXT NOT NULL,
        created_at TEXT NOT NULL,
        modified_at TEXT NOT NULL,
        deleted_at TEXT
    )""",
    """CREATE TABLE aliases (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        record INTEGER NOT NULL REFERENCES records(id),
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        language TEXT NOT NULL,
        UNIQUE (record, name_key)
    )""",
    """CREATE TABLE relations (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        type TEXT NOT NULL,
        source_annotation INTEGER REFERENCES annotations(id),
        source_record INTEGER REFERENCES records(id),
        target_annotation INTEGER REFERENCES annotations(id),
        target_record INTEGER REFERENCES records(id),
        note TEXT NOT NULL,
        created_by TEXT NOT NULL,
        created_at TEXT NOT NULL,
        deleted_at TEXT,
        CHECK ((source_annotation IS NULL) <> (source_record IS NULL)),
        CHECK ((target_annotation IS NULL) <> (target_record IS NULL))
    )""",
    # What was offered and rejected. It is found again in a corrected text as an annotation is.
    """CREATE TABLE rejections (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        article INTEGER NOT NULL REFERENCES articles(id),
        revision INTEGER NOT NULL REFERENCES revisions(id),
        span_start INTEGER NOT NULL CHECK (span_start >= 0),
        span_end INTEGER NOT NULL CHECK (span_end > span_start),
        quote TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        kind TEXT NOT NULL,
        record INTEGER REFERENCES records(id),
        created_by TEXT NOT NULL,
        created_at TEXT NOT NULL,
        deleted_at TEXT
    )""",
)

INDEXES = (
    "CREATE INDEX records_by_name ON records (name_key) WHERE deleted_at IS NULL",
    "CREATE INDEX records_in_order ON records (kind, sort_key, id) WHERE deleted_at IS NULL",
    "CREATE INDEX records_by_parent ON records (parent) WHERE parent IS NOT NULL",
    "CREATE INDEX aliases_by_name ON aliases (name_key)",
    """CREATE INDEX annotations_by_record ON annotations (record, article)
        WHERE record IS NOT NULL AND deleted_at IS NULL""",
    """CREATE INDEX annotations_deleted_of_record ON annotations (record)
        WHERE record IS NOT NULL AND deleted_at IS NOT NULL""",
    """CREATE INDEX relations_from_annotation ON relations (source_annotation)
        WHERE source_annotation IS NOT NULL AND deleted_at IS NULL""",
    """CREATE INDEX relations_from_record ON relations (source_record)
        WHERE source_record IS NOT NULL AND deleted_at IS NULL""",
    """CREATE INDEX relations_to_annotation ON relations (target_annotation)
        WHERE target_annotation IS NOT NULL AND deleted_at IS NULL""",
    """CREATE INDEX relations_to_record ON relations (target_record)
        WHERE target_record IS NOT NULL AND deleted_at IS NULL""",
    "CREATE INDEX rejections_by_article ON rejections (article) WHERE deleted_at IS NULL",
    "CREATE INDEX rejections_of_record ON rejections (record) WHERE record IS NOT NULL",
)
