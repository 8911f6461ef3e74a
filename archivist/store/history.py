# SPDX-License-Identifier: GPL-3.0-or-later
"""Undo and redo from the journal that the database itself keeps, and the journal for reading.

Undoing writes the rows as they were before a step, as a step of its own, so the history only grows
and survives whatever ends the program. What a step had inserted is marked deleted, not removed:
deleting is soft everywhere, and an id that was ever used is never used again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from archivist.errors import ChangedSince, NothingToRedo, NothingToUndo
from archivist.model import Action, JsonValue
from archivist.store.connection import Connection, now
from archivist.store.portable_history import ANNOTATION_ENDS, OF_AN_ARTICLE, portable_entries
from archivist.store.schema import JOURNALLED

_AT_ONCE = 1000  # changes whose rows are read together
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
            _Restoring(self._connection, action, moment).restore(
                self._changes(action.number, newest_first=True), wanted="before", expected="after"
            )
            self._connection.execute("UPDATE actions SET state = 'undone' WHERE id = ?", (action.number,))
        return action

    def redo(self) -> Action:
        """Do the step again that was undone last. Raises NothingToRedo, ChangedSince."""
        action = self.next_redo()
        if action is None:
            raise NothingToRedo
        moment = now()
        with _conflicts_named(action), self._connection.action(f"Redo {action.name}", undoing=("redo", action.number)):
            _Restoring(self._connection, action, moment).restore(
                self._changes(action.number, newest_first=False), wanted="after", expected="before"
            )
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


class _Restoring:
    """Brings rows from the state in which a step left them to that in which it found them, or back.

    Rows are read many at once, and equal statements that follow each other are run as one.
    """

    def __init__(self, connection: Connection, action: Action, moment: str) -> None:
        self._connection = connection
        self._action = action
        self._moment = moment
        self._current: dict[tuple[str, int], Mapping[str, Any] | None] = {}
        self._sql = ""
        self._waiting: list[tuple[Any, ...]] = []  # parameters of that statement

    def restore(self, changes: Sequence[sqlite3.Row], *, wanted: str, expected: str) -> None:
        """Restore all rows of these changes, in their order. Raises ChangedSince."""
        for at in range(0, len(changes), _AT_ONCE):
            batch = changes[at : at + _AT_ONCE]
            self._read(batch)
            for change in batch:
                self._restore(change, wanted, expected)
            self._write()

    def _read(self, changes: Sequence[sqlite3.Row]) -> None:
        self._current = {}
        rows: dict[str, set[int]] = {}
        for change in changes:
            rows.setdefault(change["table_name"], set()).add(change["row_id"])
        for table, ids in rows.items():
            found = self._connection.rows(
                f"SELECT * FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
            )
            self._current.update(((table, row["id"]), dict(row)) for row in found)

    def _restore(self, change: sqlite3.Row, wanted: str, expected: str) -> None:
        table, row = change["table_name"], change["row_id"]
        columns = JOURNALLED[table]
        target = json.loads(change[wanted]) if change[wanted] else None
        known = json.loads(change[expected]) if change[expected] else None
        current = self._current.get((table, row))
        if not _agree(current, known, columns):
            raise ChangedSince(self._action.name)
        if target is None and "deleted_at" in columns:
            self._update(table, row, current, {"deleted_at": self._moment})
        elif target is None:
            self._run(f"DELETE FROM {table} WHERE id = ?", (row,))
            self._current[table, row] = None
        elif current is None:
            names = ", ".join(target)
            self._run(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(target))})", tuple(target.values()))
            self._current[table, row] = target
        else:
            # Only what differs, or every index of the table would be written anew.
            self._update(table, row, current, {name: each for name, each in target.items() if current[name] != each})

    def _update(self, table: str, row: int, current: Mapping[str, Any] | None, values: Mapping[str, Any]) -> None:
        if values:
            assignments = ", ".join(f"{column} = ?" for column in values)
            self._run(f"UPDATE {table} SET {assignments} WHERE id = ?", (*values.values(), row))
            self._current[table, row] = {**(current or {}), **values}

    def _run(self, sql: str, parameters: tuple[Any, ...]) -> None:
        if sql != self._sql:
            self._write()
            self._sql = sql
        self._waiting.append(parameters)

    def _write(self) -> None:
        if self._waiting:
            self._connection.execute_many(self._sql, self._waiting)
            self._waiting = []


@contextmanager
def _conflicts_named(action: Action) -> Iterator[None]:
    """A name or a key that somebody else has taken since stands in the way of a step as any change does."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise ChangedSince(action.name) from error


def _agree(current: Mapping[str, Any] | None, known: dict[str, Any] | None, columns: tuple[str, ...]) -> bool:
    """Whether a row is as the journal expects it; what is deleted agrees with what is not there."""
    if known is None:
        return current is None or ("deleted_at" in columns and current["deleted_at"] is not None)
    return current is not None and all(current[column] == value for column, value in known.items())


def _action(row: sqlite3.Row) -> Action:
    return Action(row["id"], row["uuid"], row["name"], row["who"], row["at"], row["change_count"])
