# SPDX-License-Identifier: GPL-3.0-or-later
"""What the migration `profiles` makes. It never changes."""

from __future__ import annotations

JOURNALLED: dict[str, tuple[str, ...]] = {"profiles": ("id", "uuid", "name", "name_key", "settings", "deleted_at")}

TABLES = (
    """CREATE TABLE profiles (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL,
        settings TEXT NOT NULL CHECK (json_valid(settings)),
        deleted_at TEXT
    )""",
    "CREATE UNIQUE INDEX profiles_by_name ON profiles (name_key) WHERE deleted_at IS NULL",
)
