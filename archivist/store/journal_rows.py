# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows that are missing in a rescued archive, as the journal last wrote them down."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter

from archivist.model import Finding
from archivist.store.journalled import JOURNALLED

_MISSING = """
    SELECT c.row_id, c.after FROM changes c
    WHERE c.table_name = ?1 AND c.after IS NOT NULL AND c.row_id NOT IN (SELECT id FROM {table})
    AND c.id = (SELECT max(id) FROM changes WHERE table_name = ?1 AND row_id = c.row_id)
"""


def rebuild_from_history(db: sqlite3.Connection, losses: list[Finding]) -> Counter[str]:
    """Insert the rows that the journal has and the tables have not; how many those are of each table."""
    rebuilt: Counter[str] = Counter()
    for table, columns in JOURNALLED.items():
        for row, after in db.execute(_MISSING.format(table=table), (table,)).fetchall():
            try:
                values = {name: value for name, value in json.loads(after).items() if name in columns}
            except (ValueError, AttributeError, RecursionError):
                continue
            names = ", ".join(values)
            cursor = db.execute(
                f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({', '.join('?' * len(values))})",
                tuple(values.values()),
            )
            rebuilt[table] += cursor.rowcount
            if cursor.rowcount:
                losses.append(Finding(f"{table}, row {row}", "it was rebuilt from the history"))
    return rebuilt
