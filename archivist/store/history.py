# SPDX-License-Identifier: GPL-3.0-or-later
"""Undo and redo from the journal that the database itself keeps, and the journal for reading.

Undoing writes the rows as they were before a step, as a step of its own, so the history only grows
and survives whatever ends the program. What a step had inserted is marked deleted, not removed:
deleting is soft everywhere, and an id that was ever used is never used again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from archivist.errors import ChangedSince, NothingToRedo, NothingToUndo
from archivist.model import Action, JsonValue
from archivist.store.connection import Connection, now
from archivist.store.portable_history import ANNOTATION_ENDS, OF_AN_ARTICLE, portable_entries
from archivist.store.schema import JOURNALLED

_SELECT = "SELECT a.*, (SELECT count(*) FROM changes c WHERE c.action = a.id) AS change_count FROM actions a"


class History:
    """The history of one archive."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_undo(self) -> Action | None:
        """The step that undo would take back."""
        return self._first(f"{_SELECT} WHERE a.state = 'done' ORDER BY a.id DESC LIMIT 1")

    def next_redo(self) -> Action | None:
        """The step that redo would do again."""
        return self._first(f"{_SELECT} WHERE a.state = 'undone' ORDER BY a.id LIMIT 1")

    def holds(self, number: int) -> bool:
        """Whether there is a step with this number; one that changed nothing leaves none."""
        return self._connection.value("SELECT 1 FROM actions WHERE id = ?", (number,)) is not None

    def undo(self) -> Action:
        """Take the last step back. Raises NothingToUndo, ChangedSince."""
        action = self.next_undo()
        if action is None:
            raise NothingToUndo
        moment = now()
        with _conflicts_named(action), self._connection.action(f"Undo {action.name}", undoing=("undo", action.number)):
            for change in self._changes(action.number, newest_first=True):
                self._write(action, change, moment, wanted="before", expected="after")
            self._connection.execute("UPDATE actions SET state = 'undone' WHERE id = ?", (action.number,))
        return action

    def redo(self) -> Action:
        """Do the step again that was undone last. Raises NothingToRedo, ChangedSince."""
        action = self.next_redo()
        if action is None:
            raise NothingToRedo
        moment = now()
        with _conflicts_named(action), self._connection.action(f"Redo {action.name}", undoing=("redo", action.number)):
            for change in self._changes(action.number, newest_first=False):
                self._write(action, change, moment, wanted="after", expected="before")
            self._connection.execute("UPDATE actions SET state = 'done' WHERE id = ?", (action.number,))
        return action

    def entries(self, *, article: str | None = None) -> Iterator[dict[str, JsonValue]]:
        """The journal, oldest first: action, who, at, table, row, before, after; of one article if given."""
        condition, parameters = "", []
        if article is not None:
            condition = f"""WHERE (c.table_name = 'articles' AND c.row_id = article.id)
                OR (c.table_name IN {OF_AN_ARTICLE}
                    AND json_extract(coalesce(c.after, c.before), '$.article') = article.id)
                OR (c.table_name = 'relations' AND EXISTS (SELECT 1 FROM annotations n
                    WHERE n.article = article.id AND n.id IN {ANNOTATION_ENDS}))"""
            parameters = [article]
        source = "changes c JOIN actions a ON a.id = c.action"
        if article is not None:
            source += " JOIN articles article ON article.uuid = ?"
        for row in self._connection.rows(
            f"""SELECT a.uuid, a.name, a.who, a.at, a.type, c.table_name, c.row_id, c.before, c.after
                FROM {source} {condition} ORDER BY c.id""",
            parameters,
        ):
            yield {
                "action": row["uuid"],
                "name": row["name"],
                "type": row["type"],
                "who": row["who"],
                "at": row["at"],
                "table": row["table_name"],
                "row": row["row_id"],
                "before": json.loads(row["before"]) if row["before"] else None,
                "after": json.loads(row["after"]) if row["after"] else None,
            }

    def touched(self, number: int) -> frozenset[tuple[str, str]]:
        """What a step changed, as (table, article id); the id is "" where the row belongs to no article.

        A relation belongs to the articles of the annotations that it joins.
        """
        annotations = "FROM annotations n WHERE c.table_name = 'relations'"
        rows = self._connection.rows(
            f"""SELECT DISTINCT c.table_name, a.uuid FROM changes c
                LEFT JOIN articles a ON a.id = CASE c.table_name
                    WHEN 'articles' THEN c.row_id
                    ELSE json_extract(coalesce(c.after, c.before), '$.article') END
                WHERE c.action = ?1 AND NOT EXISTS (SELECT 1 {annotations} AND n.id IN {ANNOTATION_ENDS})
                UNION SELECT 'relations', a.uuid
                FROM changes c JOIN annotations n ON n.id IN {ANNOTATION_ENDS} JOIN articles a ON a.id = n.article
                WHERE c.action = ?1 AND c.table_name = 'relations'""",
            (number,),
        )
        return frozenset((row[0], row[1] or "") for row in rows)

    def of_articles(self, articles: Iterable[str], records: Iterable[str] = ()) -> Iterator[dict[str, JsonValue]]:
        """The journal of these articles and records (ids) as it may leave the archive; see portable_entries."""
        return portable_entries(self._connection, articles, records)

    def _first(self, sql: str) -> Action | None:
        row = self._connection.row(sql)
        return None if row is None else _action(row)

    def _changes(self, action: int, *, newest_first: bool) -> list[sqlite3.Row]:
        direction = "DESC" if newest_first else "ASC"
        return self._connection.rows(f"SELECT * FROM changes WHERE action = ? ORDER BY id {direction}", (action,))

    def _write(self, action: Action, change: sqlite3.Row, moment: str, *, wanted: str, expected: str) -> None:
        """Bring one row from its expected state to the wanted one."""
        table, row = change["table_name"], change["row_id"]
        columns = JOURNALLED[table]
        target = json.loads(change[wanted]) if change[wanted] else None
        known = json.loads(change[expected]) if change[expected] else None
        current = self._connection.row(f"SELECT * FROM {table} WHERE id = ?", (row,))
        if not _agree(current, known, columns):
            raise ChangedSince(action.name)
        if target is None and "deleted_at" in columns:
            self._connection.update(table, row, {"deleted_at": moment})
        elif target is None:
            self._connection.execute(f"DELETE FROM {table} WHERE id = ?", (row,))
        elif current is None:
            self._connection.insert(table, target)
        else:
            # Only what differs, or every index of the table would be written anew.
            different = {column: value for column, value in target.items() if current[column] != value}
            if different:
                self._connection.update(table, row, different)


@contextmanager
def _conflicts_named(action: Action) -> Iterator[None]:
    """A name or a key that somebody else has taken since stands in the way of a step as any change does."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise ChangedSince(action.name) from error


def _agree(current: sqlite3.Row | None, known: dict[str, Any] | None, columns: tuple[str, ...]) -> bool:
    """Whether a row is as the journal expects it; what is deleted agrees with what is not there."""
    if known is None:
        return current is None or ("deleted_at" in columns and current["deleted_at"] is not None)
    return current is not None and all(current[column] == value for column, value in known.items())


def _action(row: sqlite3.Row) -> Action:
    return Action(row["id"], row["uuid"], row["name"], row["who"], row["at"], row["change_count"])
