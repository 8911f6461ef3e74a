# SPDX-License-Identifier: GPL-3.0-or-later
"""The history of articles as it may leave the archive: with ids in place of rows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from archivist.model import JsonValue
from archivist.store.connection import Connection

_PAGE = 1000
_NAMES = {"articles": "article", "annotations": "annotation", "memberships": "membership"}
# What only this database needs: its own rows, and what is derived from other columns.
_INTERNAL = ("id", "title_key", "published_first", "published_last", "revision_number")
_JSON = ("attributes", "parameters", "warnings")

_FEW = 100  # articles whose rows are quicker looked up in the journal than picked out of all of it

_COLUMNS = """
    SELECT c.id, c.table_name, c.before, c.after, a.uuid, a.name, a.who, a.at, a.type,
        CASE c.table_name WHEN 'articles' THEN c.row_id
            ELSE json_extract(coalesce(c.after, c.before), '$.article') END AS article
    FROM changes c JOIN actions a ON a.id = c.action
"""
# The plus keeps SQLite from the index by row: with it, each page would sort all the rest of the journal.
ALL_CHANGES = f"""{_COLUMNS}
    WHERE c.id > ? AND +c.table_name IN ('articles', 'annotations', 'memberships')
    ORDER BY c.id LIMIT ?
"""
# A row of memberships is gone when it was taken out, so all of them are looked at.
CHANGES_OF_FEW = """
    SELECT id FROM changes WHERE table_name = 'articles' AND row_id IN ({articles})
    UNION ALL SELECT id FROM changes WHERE table_name = 'annotations'
        AND row_id IN (SELECT id FROM annotations WHERE article IN ({articles}))
    UNION ALL SELECT id FROM changes WHERE table_name = 'memberships'
        AND json_extract(coalesce(after, before), '$.article') IN ({articles})
"""


def portable_entries(connection: Connection, articles: Iterable[str]) -> Iterator[dict[str, JsonValue]]:
    """What was done to these articles and their annotations, oldest first.

    Each entry: action (id), name, type (do, undo, redo), who, at, what (article, annotation,
    membership), before, after (its fields, or None where it did not exist).
    """
    ids = set(articles)
    rows = {row["id"] for row in connection.rows("SELECT id, uuid FROM articles") if row["uuid"] in ids}
    translate = _translator(connection)
    for change in _changes_of_few(connection, rows) if len(rows) <= _FEW else _all_changes(connection):
        if change["article"] in rows:
            yield {
                "action": change["uuid"],
                "name": change["name"],
                "type": change["type"],
                "who": change["who"],
                "at": change["at"],
                "what": _NAMES[change["table_name"]],
                "before": translate(change["before"]),
                "after": translate(change["after"]),
            }


def _all_changes(connection: Connection) -> Iterator[sqlite3.Row]:
    last = 0
    while page := connection.rows(ALL_CHANGES, (last, _PAGE)):
        last = page[-1]["id"]
        yield from page


def _changes_of_few(connection: Connection, articles: Iterable[int]) -> Iterator[sqlite3.Row]:
    found = connection.column(CHANGES_OF_FEW.format(articles=", ".join(map(str, articles))))
    found.sort()
    for at in range(0, len(found), _PAGE):
        marks = ", ".join(map(str, found[at : at + _PAGE]))
        yield from connection.rows(f"{_COLUMNS} WHERE c.id IN ({marks}) ORDER BY c.id")


def _translator(connection: Connection) -> Callable[[str | None], dict[str, JsonValue] | None]:
    """Turns the fields of a journalled row, as JSON, into fields that mean something elsewhere."""

    @lru_cache(maxsize=4096)
    def looked_up(table: str, column: str, row: int) -> str | None:
        found: str | None = connection.value(f"SELECT {column} FROM {table} WHERE id = ?", (row,))
        return found

    referred = {
        "article": ("articles", "uuid"),
        "revision": ("revisions", "uuid"),
        "tag": ("tags", "uuid"),
        "collection": ("collections", "name"),
        "original": ("originals", "sha256"),
    }

    def field(name: str, value: Any) -> JsonValue:
        if value is not None and name in referred:
            return looked_up(*referred[name], value)
        return json.loads(value) if name in _JSON else value

    def translate(stored: str | None) -> dict[str, JsonValue] | None:
        if stored is None:
            return None
        fields = {name: value for name, value in json.loads(stored).items() if name not in _INTERNAL}
        return {("id" if name == "uuid" else name): field(name, value) for name, value in fields.items()}

    return translate
