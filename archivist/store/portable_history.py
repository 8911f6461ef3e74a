# SPDX-License-Identifier: GPL-3.0-or-later
"""The history of articles as it may leave the archive: with ids in place of rows."""

from __future__ import annotations

import json
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

_CHANGES = """
    SELECT c.id, c.table_name, c.before, c.after, a.uuid, a.name, a.who, a.at, a.type,
        CASE c.table_name WHEN 'articles' THEN c.row_id
            ELSE json_extract(coalesce(c.after, c.before), '$.article') END AS article
    FROM changes c JOIN actions a ON a.id = c.action
    WHERE c.id > ? AND c.table_name IN ('articles', 'annotations', 'memberships')
    ORDER BY c.id LIMIT ?
"""


def portable_entries(connection: Connection, articles: Iterable[str]) -> Iterator[dict[str, JsonValue]]:
    """What was done to these articles and their annotations, oldest first; reads the journal once.

    Each entry: action (id), name, type (do, undo, redo), who, at, what (article, annotation,
    membership), before, after (its fields, or None where it did not exist).
    """
    ids = set(articles)
    rows = {row["id"] for row in connection.rows("SELECT id, uuid FROM articles") if row["uuid"] in ids}
    translate = _translator(connection)
    last = 0
    while page := connection.rows(_CHANGES, (last, _PAGE)):
        last = page[-1]["id"]
        for change in page:
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
