# SPDX-License-Identifier: GPL-3.0-or-later
"""A SQLite file that another program wrote: its plain tables, and nothing else of it.

Whoever made the file may mean harm. It is opened so that nothing of it or beside it is written, no
view, trigger, virtual table or function of its schema runs, and reading it comes to an end: no
more steps are taken, and no more is read, than a file of its size has use for.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from archivist.errors import FileDamaged, FileUnreadable, FileUnsafe, UnsupportedFile
from archivist.file_names import shown

Value = str | bytes | int | float | None

_HEADER = b"SQLite format 3\0"
_LONGEST_VALUE = 64 << 20  # bytes
# A row of n values takes some n + 4 steps and at least as many bytes. UTF-16 grows as it is read.
_STEPS_PER_BYTE = 8
_FEWEST_STEPS = 1_000_000
_BYTES_PER_BYTE = 4
_STEPS_AT_ONCE = 10_000
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ})
_PRAGMAS = ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON", "mmap_size = 0", "temp_store = MEMORY")


class ForeignDatabase:
    """The tables of such a file. Raises FileUnreadable, UnsupportedFile (it is no SQLite database), FileDamaged."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.ill_encoded = 0  # texts read so far that are not UTF-8; what is wrong in them came as U+FFFD
        self._size = _checked_size(path)
        self._steps = 0
        self._read = 0
        with self._errors_translated():
            # immutable: neither locks nor anything else is written, and a journal beside it is not run.
            self._sqlite = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
            try:
                self.tables = self._prepared()
            except BaseException:
                self._sqlite.close()
                raise

    def close(self) -> None:
        """Let go of the file."""
        self._sqlite.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def has(self, table: str, *columns: str) -> bool:
        """Whether there is such a table that has these columns."""
        return table in self.tables and self.tables[table].issuperset(columns)

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[tuple[Value, ...]]:
        """The rows of a table in the order in which they are kept, usually that of their ids.

        A column that it does not have is None in every row, and a table that is not there has no
        rows: an older version of the program had neither. Raises FileDamaged, FileUnsafe.
        """
        present = [name for name in columns if self.has(table, name)]
        if not present:
            return
        places = [present.index(name) if name in present else None for name in columns]
        chosen = ", ".join(map(_quoted, present))
        with self._errors_translated():
            for row in self._sqlite.execute(f"SELECT {chosen} FROM main.{_quoted(table)} NOT INDEXED"):
                self._count(row)
                yield tuple(None if place is None else row[place] for place in places)

    def _prepared(self) -> dict[str, frozenset[str]]:
        """The columns of every plain table, with everything else shut."""
        connection = self._sqlite
        connection.text_factory = self._decoded
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        connection.set_progress_handler(self._is_endless, _STEPS_AT_ONCE)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        tables = {
            name: frozenset(column[1] for column in connection.execute(f"PRAGMA table_info({_quoted(name)})"))
            for name, kind, sql in connection.execute("SELECT name, type, sql FROM sqlite_schema").fetchall()
            if kind == "table" and isinstance(name, str) and isinstance(sql, str) and _is_plain(sql)
        }
        connection.set_authorizer(_authorised)
        return tables

    def _decoded(self, raw: bytes) -> str:
        with suppress(UnicodeDecodeError):
            return raw.decode()
        self.ill_encoded += 1
        return raw.decode("utf-8", "replace")

    def _is_endless(self) -> bool:
        self._steps += _STEPS_AT_ONCE
        return self._steps > max(_FEWEST_STEPS, self._size * _STEPS_PER_BYTE)

    def _count(self, row: tuple[Value, ...]) -> None:
        self._read += sum(len(value) for value in row if isinstance(value, str | bytes))
        if self._read > self._size * _BYTES_PER_BYTE:
            raise FileDamaged(self.path, "its rows hold more than the whole file")

    @contextmanager
    def _errors_translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise self._expected(error) from error

    def _expected(self, error: sqlite3.Error) -> Exception:
        code = getattr(error, "sqlite_errorcode", None)
        match None if code is None else code & 0xFF:
            case sqlite3.SQLITE_NOTADB:
                return UnsupportedFile(self.path, "it is no SQLite database, or it is encrypted")
            case sqlite3.SQLITE_INTERRUPT:
                return FileDamaged(self.path, "reading it comes to no end")
            case sqlite3.SQLITE_AUTH:
                return FileUnsafe(self.path, f"its schema does more than to hold tables ({error})")
            case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_IOERR | sqlite3.SQLITE_PERM:
                return FileUnreadable(self.path, str(error))
            case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_ERROR | sqlite3.SQLITE_TOOBIG | sqlite3.SQLITE_FORMAT:
                return FileDamaged(self.path, shown(str(error)))
        return error


def is_database(path: Path) -> bool:
    """Whether a file begins as a SQLite database does; False where it cannot be read."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(_HEADER)) == _HEADER
    except OSError:
        return False


def _checked_size(path: Path) -> int:
    """The bytes of a file that can be read alone."""
    try:
        size = path.stat().st_size
        beside = [path.with_name(path.name + ending) for ending in ("-wal", "-journal")]
        unfinished = [file for file in beside if file.exists() and file.stat().st_size]
        path.open("rb").close()
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    if unfinished:
        raise FileUnreadable(
            path, f"another program still has it open, as “{shown(unfinished[0].name)}” beside it says"
        )
    if not is_database(path):
        raise UnsupportedFile(path, "it is no SQLite database, or it is encrypted")
    return size


def _authorised(action: int, _first: str | None, _second: str | None, _database: str | None, inner: str | None) -> int:
    # `inner` names the view or trigger that asks.
    return sqlite3.SQLITE_OK if action in _ALLOWED and inner is None else sqlite3.SQLITE_DENY


def _is_plain(sql: str) -> bool:
    return sql.split(None, 2)[:2] == ["CREATE", "TABLE"]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
