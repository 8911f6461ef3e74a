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
_NAMES = {
    "articles": "article",
    "annotations": "annotation",
    "memberships": "membership",
    "rejections": "rejection",
    "relations": "relation",
    "records": "record",
    "aliases": "alias",
}
# What only this database needs: its own rows, and what is derived from other columns.
_INTERNAL = (
    *("id", "title_key", "published_first", "published_last", "revision_number"),
    *("name_key", "sort_key", "date_first", "date_last"),
)
_JSON = ("attributes", "parameters", "warnings", "roles", "external_ids")

_FEW = 100  # articles whose rows are quicker looked up in the journal than picked out of all of it

# Tables whose rows name the article that they belong to.
OF_AN_ARTICLE = "('annotations', 'memberships', 'rejections')"
# Of a change c of a relation: the annotations that it joined before or joins after.
ANNOTATION_ENDS = """(
    json_extract(c.before, '$.source_annotation'), json_extract(c.before, '$.target_annotation'),
    json_extract(c.after, '$.source_annotation'), json_extract(c.after, '$.target_annotation'))"""

_COLUMNS = """
    SELECT c.id, c.table_name, c.row_id, c.before, c.after, a.uuid, a.name, a.who, a.at, a.type,
        CASE c.table_name WHEN 'articles' THEN c.row_id
            ELSE json_extract(coalesce(c.after, c.before), '$.article') END AS article,
        CASE c.table_name WHEN 'records' THEN c.row_id
            WHEN 'aliases' THEN json_extract(coalesce(c.after, c.before), '$.record') END AS record
    FROM changes c JOIN actions a ON a.id = c.action
"""
# The plus keeps SQLite from the index by row: with it, each page would sort all the rest of the journal.
ALL_CHANGES = f"""{_COLUMNS}
    WHERE c.id > ? AND +c.table_name IN (
        'articles', 'annotations', 'memberships', 'rejections', 'relations', 'records', 'aliases')
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
# The same of what came with records; aliases go as memberships do. All relations are picked from.
RECORD_CHANGES_OF_FEW = """
    SELECT id FROM changes WHERE table_name = 'rejections'
        AND row_id IN (SELECT id FROM rejections WHERE article IN ({articles}))
    UNION ALL SELECT id FROM changes WHERE table_name = 'records' AND row_id IN ({records})
    UNION ALL SELECT id FROM changes WHERE table_name = 'aliases'
        AND json_extract(coalesce(after, before), '$.record') IN ({records})
    UNION ALL SELECT id FROM changes WHERE table_name = 'relations'
"""


def portable_entries(
    connection: Connection, articles: Iterable[str], records: Iterable[str] = ()
) -> Iterator[dict[str, JsonValue]]:
    """What was done to these articles, their annotations and these records, oldest first.

    Each entry: action (id), name, type (do, undo, redo), who, at, what (article, annotation,
    membership, rejection, record, alias, relation), before, after (its fields, or None where it did
    not exist). Relations are told of whose two ends now are among them.
    """
    ours = {"articles": _rows(connection, "articles", articles), "records": _rows(connection, "records", records)}
    translate = _translator(connection)
    belongs = _judge(connection, ours["articles"], ours["records"])
    few = len(ours["articles"]) + len(ours["records"]) <= _FEW
    for change in _changes_of_few(connection, **ours) if few else _all_changes(connection):
        if belongs(change):
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


def _rows(connection: Connection, table: str, ids: Iterable[str]) -> set[int]:
    wanted = set(ids)
    if not wanted or not connection.has_table(table):
        return set()
    return {row for row, id_ in connection.tuples(f"SELECT id, uuid FROM {table}") if id_ in wanted}


def _judge(connection: Connection, articles: set[int], records: set[int]) -> Callable[[sqlite3.Row], bool]:
    """Tells which changes are of these articles and records (rows)."""

    @lru_cache(maxsize=4096)
    def is_between_them(relation: int) -> bool:
        ends = connection.tuples(
            """SELECT s.article, t.article, l.source_record, l.target_record FROM relations l
               LEFT JOIN annotations s ON s.id = l.source_annotation
               LEFT JOIN annotations t ON t.id = l.target_annotation WHERE l.id = ?""",
            (relation,),
        )[0]
        return all(article in articles or record in records for article, record in zip(ends[:2], ends[2:], strict=True))

    def belongs(change: sqlite3.Row) -> bool:
        if change["table_name"] == "relations":
            return is_between_them(change["row_id"])
        return change["article"] in articles or change["record"] in records

    return belongs


def _all_changes(connection: Connection) -> Iterator[sqlite3.Row]:
    last = 0
    while page := connection.rows(ALL_CHANGES, (last, _PAGE)):
        last = page[-1]["id"]
        yield from page


def _changes_of_few(connection: Connection, articles: set[int], records: set[int]) -> Iterator[sqlite3.Row]:
    given = {"articles": ", ".join(map(str, articles)), "records": ", ".join(map(str, records))}
    found = connection.column(CHANGES_OF_FEW.format(**given))
    if connection.has_table("records"):
        found += connection.column(RECORD_CHANGES_OF_FEW.format(**given))
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
        **dict.fromkeys(("record", "parent", "merged_into", "source_record", "target_record"), ("records", "uuid")),
        **dict.fromkeys(("source_annotation", "target_annotation"), ("annotations", "uuid")),
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
