# SPDX-License-Identifier: GPL-3.0-or-later
"""Undo and redo from the journal that the database itself keeps, and the journal for reading.

Undoing writes the rows as they were before a step, as a step of its own, so the history only grows
and survives whatever ends the program. What a step had inserted is marked deleted, not removed:
deleting is soft everywhere, and an id that was ever used is never used again.

undo() and redo() go back and forth in time, the last step first. take_back() takes any step out of
the middle: that is something new, which a person does now. So it stands last, what was undone can
no longer be redone, and undo() takes first the taking back back, which leaves all as it was. The
step itself stays where it is in the row of what can be undone; only the last step has no middle to
be taken from, and is undone.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from archivist.errors import ChangedSince, NothingToRedo, NothingToUndo, StepNotFound, StepStays
from archivist.model import Action, JsonValue
from archivist.store.connection import Connection, now
from archivist.store.journalled import JOURNALLED
from archivist.store.later_steps import taken_back
from archivist.store.obstacle_words import thing, words
from archivist.store.obstacles import Obstacle, Reason, agree, dependents
from archivist.store.outlook import changed_back, passed_over
from archivist.store.portable_history import ANNOTATION_ENDS, OF_AN_ARTICLE, portable_entries
from archivist.store.step_log import StepLog

_AT_ONCE = 1000  # changes whose rows are read together
_SELECT = "SELECT a.*, (SELECT count(*) FROM changes c WHERE c.action = a.id) AS change_count FROM actions a"


class History:
    """The history of one archive."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.log = StepLog(connection)

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
        return self._undo(action)

    def take_back(self, number: int, *, for_good: bool = False) -> Action:
        """Take one step back, and leave those that came later; the last one is undone.

        The last one undone for good is not done again by redo(). One that others follow is taken back by a
        step of its own in any case, which can be undone.
        Raises StepNotFound, StepStays where a later step depends on it, ChangedSince.
        """
        action = self.step(number)
        if self._is_last(number):
            return self._undo(action, for_good=for_good)
        name = self._taking_back(action)
        with _conflicts_named(action), self._connection.action(name, taking_back=number) as under_way:
            obstacle = self.obstacle(number, beside=under_way)
            if obstacle is not None:
                raise StepStays(action.name, self.why(obstacle), obstacle.step)
            self._reverse(action)
        return action

    def obstacle(self, number: int, *, beside: int | None = None) -> Obstacle | None:
        """Why a step cannot be taken back, or None where it can. Raises StepNotFound.

        `beside` is the step under way that would do it.
        """
        self.step(number)
        if self._is_last(number):
            return None
        state, type_ = self._connection.tuples("SELECT state, type FROM actions WHERE id = ?", (number,))[0]
        if type_ != "do":
            return Obstacle(Reason.UNDOING)
        if state != "done":
            return Obstacle({"undone": Reason.UNDONE, "abandoned": Reason.ABANDONED}.get(state, Reason.FIXED))
        if number in taken_back(self._connection, beside=beside):
            by = "SELECT max(id) FROM actions WHERE target = ? AND type = 'do' AND state = 'done'"
            return Obstacle(Reason.TAKEN_BACK, self._connection.value(by, (number,)))
        return dependents(self._connection, number)

    def why(self, obstacle: Obstacle) -> str:
        """What stands in the way, in words."""
        later = None if obstacle.step is None else self.step(obstacle.step).name
        return words(obstacle.reason, later, thing(self._connection, obstacle.table, obstacle.row))

    def step(self, number: int) -> Action:
        """The step with this number. Raises StepNotFound."""
        action = self._first(f"{_SELECT} WHERE a.id = ?", (number,))
        if action is None:
            raise StepNotFound(number)
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

    def _first(self, sql: str, parameters: Iterable[Any] = ()) -> Action | None:
        row = self._connection.row(sql, parameters)
        return None if row is None else _action(row)

    def _is_last(self, number: int) -> bool:
        last = self.next_undo()
        return last is not None and last.number == number

    def _undo(self, action: Action, *, for_good: bool = False) -> Action:
        state = "abandoned" if for_good else "undone"
        with _conflicts_named(action), self._connection.action(f"Undo {action.name}", undoing=("undo", action.number)):
            if not self._is_last(action.number):  # somebody was quicker
                raise ChangedSince(action.name)
            self._reverse(action)
            self._connection.execute("UPDATE actions SET state = ? WHERE id = ?", (state, action.number))
        return action

    def _reverse(self, action: Action) -> None:
        _Restoring(self._connection, action, now()).restore(
            self._changes(action.number, newest_first=True), wanted="before", expected="after"
        )

    def _taking_back(self, action: Action) -> str:
        """What the step is called that takes this one back: that of a taking back brings the first one again."""
        first, times = action, 0
        while (
            target := self._connection.value("SELECT target FROM actions WHERE id = ?", (first.number,))
        ) is not None:
            first, times = self.step(target), times + 1
        return f"Bring back {first.name}" if times % 2 else f"Take back {first.name}"

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
        if not agree(current, known, table, passed_over(table, target, known)):
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
            values = changed_back(target, known)
            self._update(table, row, current, {name: each for name, each in values.items() if current[name] != each})

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


def _action(row: sqlite3.Row) -> Action:
    return Action(row["id"], row["uuid"], row["name"], row["who"], row["at"], row["change_count"])
