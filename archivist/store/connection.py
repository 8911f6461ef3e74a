# SPDX-License-Identifier: GPL-3.0-or-later
"""One SQLite connection to archive.db, and the one door through which it is written.

A connection belongs to the thread that made it. Every change happens inside action(), which is one
transaction and one step of the history.
"""

from __future__ import annotations

import errno
import json
import os
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from archivist.errors import (
    ArchiveBusy,
    ArchiveDamaged,
    ArchiveReadOnly,
    ArchivistError,
    DiskFull,
    NotAnArchive,
    StepUndone,
    StorageFailed,
)
from archivist.store.event_chain import append
from archivist.store.journal_events import events_of_changes
from archivist.text import one_line

DATABASE_NAME = "archive.db"
_NO_TEXT = "Could not decode to UTF-8"  # Python's own word for it, so it comes without a code of SQLite's


def now() -> str:
    """This moment in UTC, as the archive writes it: 2026-01-31T09:15:00.123Z."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Connection:
    """A connection to the database of the archive in `folder`."""

    def __init__(self, folder: Path, *, who: str, read_only: bool = False, patience_ms: int = 5000) -> None:
        self.folder = folder
        self.who = who
        self.read_only = read_only
        self._action: int | None = None
        self._new_files: list[Path] = []
        self._tables: set[str] = set()  # those that were asked for and are there
        self._columns: set[tuple[str, str]] = set()  # the same of columns
        with self.errors_translated():
            self.sqlite = _connect(folder / DATABASE_NAME, read_only=read_only)
            self.set_patience(patience_ms)
            for pragma in (
                "foreign_keys = ON",
                "recursive_triggers = ON",  # a row that gives way to another is journalled too
                "cell_size_check = ON",
                "temp_store = MEMORY",
            ):
                self.sqlite.execute(f"PRAGMA {pragma}")

    def set_patience(self, patience_ms: int) -> None:
        """How long a write waits from now on while somebody else writes."""
        with self.errors_translated():
            self.sqlite.execute(f"PRAGMA busy_timeout = {patience_ms:d}")

    def close(self) -> None:
        """Close the connection; an open transaction is rolled back."""
        self.sqlite.close()

    # Reading

    def rows(self, sql: str, parameters: Iterable[Any] = ()) -> list[sqlite3.Row]:
        """All rows of a query."""
        with self.errors_translated():
            return self.sqlite.execute(sql, tuple(parameters)).fetchall()

    def tuples(self, sql: str, parameters: Iterable[Any] = ()) -> list[Any]:
        """All rows of a query as plain tuples, which are the quickest where there are many."""
        with self.errors_translated():
            cursor = self.sqlite.cursor()
            cursor.row_factory = None
            return cursor.execute(sql, tuple(parameters)).fetchall()

    def row(self, sql: str, parameters: Iterable[Any] = ()) -> sqlite3.Row | None:
        """The first row of a query, or None."""
        try:  # to enter errors_translated() takes longer than most such queries
            row: sqlite3.Row | None = self.sqlite.execute(sql, tuple(parameters)).fetchone()
        except sqlite3.Error:
            with self.errors_translated():
                raise
        return row

    def value(self, sql: str, parameters: Iterable[Any] = ()) -> Any:
        """The first column of the first row, or None."""
        row = self.row(sql, parameters)
        return None if row is None else row[0]

    def column(self, sql: str, parameters: Iterable[Any] = ()) -> list[Any]:
        """The first column of all rows."""
        return [row[0] for row in self.rows(sql, parameters)]

    def numbers(self, sql: str, parameters: Iterable[Any] = ()) -> array[int]:
        """The integers of a query whose one column is `id`, in its order.

        SQLite hands them over as one JSON text, which takes a third of the time of as many rows.
        """
        # A limit, though it is none, is why SQLite keeps the order of a query within another.
        found = self.value(f"SELECT json_group_array(id) FROM ({sql} LIMIT -1)", parameters)
        return array("q", json.loads(found))

    def has_table(self, name: str) -> bool:
        """Whether the archive has this table: an older one that is open for reading only may not."""
        if name not in self._tables and self.value(
            "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", (name,)
        ):
            self._tables.add(name)  # a schema only grows
        return name in self._tables

    def has_column(self, table: str, name: str) -> bool:
        """Whether a table of the archive has this column: in an older one that is open for reading it may not."""
        if (table, name) not in self._columns and self.value(
            "SELECT 1 FROM pragma_table_info(?) WHERE name = ?", (table, name)
        ):
            self._columns.add((table, name))
        return (table, name) in self._columns

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read inside is of one moment, whatever other connections write meanwhile.

        This connection cannot write until it ends.
        """
        with self.errors_translated():
            self.sqlite.execute("BEGIN")
        try:
            yield
        finally:
            if self.sqlite.in_transaction:
                self.sqlite.execute("ROLLBACK")

    # Writing

    @contextmanager
    def action(
        self,
        name: str,
        *,
        bulk: bool = False,
        continues: int | None = None,
        undoing: tuple[str, int] | None = None,
        taking_back: int | None = None,
        undoable: bool = True,
    ) -> Iterator[int]:
        """One step of the history and one transaction; yields the action's number.

        Inside an open action it joins that one. `continues` adds to an earlier action, for a long
        import that commits in batches but is one step; where a person has done something since, a
        step of its own begins, so that undo goes back in time. Raises StepUndone where the earlier
        action has been undone meanwhile. `bulk` may lose the last batches when the
        power fails, never the archive. `undoing` is ("undo" | "redo", the number of the target);
        `taking_back` is the number of the step that this one, which is a step like any other, reverses.
        What is not `undoable` stands in the history, but undo passes it over.
        """
        if self._action is not None:
            with self._savepoint():  # so that a caller who goes on after an error keeps no half of it
                yield self._action
            return
        with self._transaction(durable=not bulk):
            number = self._continued(continues) or self._begin_action(
                one_line(name), undoing or ("do", taking_back), undoable=undoable
            )
            last_change = self._last_change()
            self.sqlite.execute("UPDATE current_action SET action = ?", (number,))
            self._action = number
            try:
                yield number
            finally:
                self._action = None
            self.sqlite.execute("UPDATE current_action SET action = NULL")
            changed = self._last_change() > last_change
            if changed and self.has_table("events"):
                append(self.sqlite, events_of_changes(self.sqlite, last_change), who=self.who, moment=now())
            if not changed and number != continues:
                self.sqlite.execute("DELETE FROM actions WHERE id = ?", (number,))
            elif changed and undoing is None and number != continues:
                # Something new was done, so what had been undone can no longer be redone.
                self.sqlite.execute("UPDATE actions SET state = 'abandoned' WHERE state = 'undone'")

    @contextmanager
    def unjournalled(self, *, bulk: bool = False) -> Iterator[None]:
        """A transaction for what is no person's doing: facts about the archive, migrations. `bulk` as in action()."""
        with self._transaction(durable=not bulk):
            yield

    @property
    def in_action(self) -> bool:
        """Whether a step of the history is open."""
        return self._action is not None

    def execute(self, sql: str, parameters: Iterable[Any] = ()) -> sqlite3.Cursor:
        """Run one statement that writes; only inside action() or unjournalled()."""
        if not self.sqlite.in_transaction:
            raise RuntimeError("a change outside the door")
        with self.errors_translated():
            return self.sqlite.execute(sql, tuple(parameters))

    def execute_many(self, sql: str, parameters: Iterable[Sequence[Any]]) -> None:
        """Run one statement that writes once for each of these; only inside action() or unjournalled()."""
        if not self.sqlite.in_transaction:
            raise RuntimeError("a change outside the door")
        with self.errors_translated():
            self.sqlite.executemany(sql, parameters)

    def insert(self, table: str, values: dict[str, Any]) -> int:
        """Insert one row and return its integer id; only inside action() or unjournalled()."""
        columns = ", ".join(values)
        marks = ", ".join("?" * len(values))
        cursor = self.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", values.values())
        return cursor.lastrowid or 0

    def update(self, table: str, row: int, values: dict[str, Any]) -> None:
        """Set columns of one row; only inside action() or unjournalled()."""
        assignments = ", ".join(f"{column} = ?" for column in values)
        self.execute(f"UPDATE {table} SET {assignments} WHERE id = ?", (*values.values(), row))

    def belongs_to_transaction(self, path: Path) -> None:
        """A file that was written for the open transaction, and goes if that is rolled back."""
        self._new_files.append(path)

    def _begin_action(self, name: str, does: tuple[str, int | None], *, undoable: bool) -> int:
        kind, target = does
        return self.insert(
            "actions",
            {
                "uuid": str(uuid4()),
                "name": name,
                "who": self.who,
                "at": now(),
                "type": kind,
                "target": target,
                "state": "done" if kind == "do" and undoable else None,
            },
        )

    def _continued(self, number: int | None) -> int | None:
        """The action that is continued, or None for one to begin: an empty first batch leaves none."""
        found = self.sqlite.execute("SELECT id, name, state FROM actions WHERE id = ?", (number,)).fetchone()
        if found is None:
            return None
        back = self.sqlite.execute(
            "SELECT 1 FROM actions WHERE target = ? AND type = 'do' AND state = 'done' LIMIT 1", (number,)
        )
        if found["state"] in ("undone", "abandoned") or back.fetchone():
            raise StepUndone(found["name"])
        newer = self.sqlite.execute("SELECT 1 FROM actions WHERE id > ? AND state = 'done' LIMIT 1", (number,))
        return None if newer.fetchone() else found["id"]

    def _last_change(self) -> int:
        last: int | None = self.sqlite.execute("SELECT max(id) FROM changes").fetchone()[0]
        return last or 0

    @contextmanager
    def _savepoint(self) -> Iterator[None]:
        with self.errors_translated():
            self.sqlite.execute("SAVEPOINT joined")
            try:
                yield
            except BaseException:
                if self.sqlite.in_transaction:
                    self.sqlite.execute("ROLLBACK TO joined")
                    self.sqlite.execute("RELEASE joined")
                raise
            self.sqlite.execute("RELEASE joined")

    @contextmanager
    def _transaction(self, *, durable: bool) -> Iterator[None]:
        if self.read_only:
            raise ArchiveReadOnly(self.folder)
        with self.errors_translated():
            self.sqlite.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            self.sqlite.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.sqlite.execute("COMMIT")
            except BaseException:
                if self.sqlite.in_transaction:
                    self.sqlite.execute("ROLLBACK")
                self._remove_unused_files()
                raise
            finally:
                self._new_files.clear()

    def _remove_unused_files(self) -> None:
        """Remove the files of a transaction that failed, but for those that the archive names all the same.

        It asks under the writer's lock, as the error may have come after the commit, and another
        connection may have stored the same bytes since. If it cannot, a file stays that harms nothing.
        """
        if not self._new_files:
            return
        with suppress(sqlite3.Error, OSError):
            self.sqlite.execute("BEGIN IMMEDIATE")
            try:
                for path in self._new_files:
                    if not self.sqlite.execute("SELECT 1 FROM originals WHERE sha256 = ?", (path.name,)).fetchone():
                        path.unlink(missing_ok=True)
            finally:
                self.sqlite.execute("ROLLBACK")

    @contextmanager
    def errors_translated(self) -> Iterator[None]:
        """Turn SQLite's and the system's errors into ours, in this one place."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise expected_error(error, self.folder) from error


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    if not path.is_file():
        raise NotAnArchive(path.parent)
    mode = "mode=ro" if read_only else "mode=rw"
    unlogged = not path.with_name(f"{path.name}-wal").exists()
    if read_only and unlogged and not os.access(path.parent, os.W_OK):
        mode += "&immutable=1"  # SQLite may not put its shared memory beside the file, and no one else can write
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?{mode}", uri=True, isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


def expected_error(error: sqlite3.Error | OSError, folder: Path) -> Exception:
    """The ArchivistError for what SQLite or the system said, or the error itself where it is a bug."""
    if isinstance(error, OSError):
        return storage_error(error, folder)
    code = getattr(error, "sqlite_errorcode", None)
    match None if code is None else code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return ArchiveBusy(folder)
        case sqlite3.SQLITE_FULL:
            return DiskFull(folder)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return ArchiveReadOnly(folder)
        case sqlite3.SQLITE_NOTADB:
            return NotAnArchive(folder)
        case sqlite3.SQLITE_CORRUPT:
            return ArchiveDamaged(folder, str(error))
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_CANTOPEN:
            return StorageFailed(folder, str(error))
    if code is None and str(error).startswith(_NO_TEXT):
        return ArchiveDamaged(folder, "a text in it is no longer one")
    return error


def storage_error(error: OSError, path: Path) -> ArchivistError:
    """The ArchivistError for what the operating system said of a path."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ArchiveReadOnly(path)
    return StorageFailed(path, error.strerror or str(error))
