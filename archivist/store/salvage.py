# SPDX-License-Identifier: GPL-3.0-or-later
"""Which rows of which tables of an archive a damaged database still holds.

A page belongs to the table whose tree leads to it. Where the way is broken, its rows say by their
form whose they are: how many columns, of which types.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from archivist.store.page_reader import (
    INTERIOR_OF_INDEX,
    INTERIOR_OF_TABLE,
    KINDS,
    LEAF_OF_INDEX,
    LEAF_OF_TABLE,
    PageReader,
    Row,
    Unreadable,
    Value,
)

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_FACTS = "facts"
# What the program makes anew: from other tables, or for the new database itself.
_IN_THE_ARCHIVE = (
    "current_action",
    "index_queue",
    "wordings",
    "wordings_of_revisions",
    "sketches",
    "resemblances",
    "touched",
)
DERIVED = frozenset((*_IN_THE_ARCHIVE, "_sqlite_migrations", "sqlite_sequence"))
_SCHEMA_ROOT = 1
_ENOUGH = 0.5  # share of the rows of a page that have the form of a table


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, as far as it tells whose a row is."""

    name: str
    is_text: bool
    required: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its columns; the first is the row id."""

    name: str
    columns: tuple[Column, ...]
    fewest: int  # columns that the first schema gave it; later ones stand at the end

    def fits(self, row: Row, *, strictly: bool) -> bool:
        """Whether a row may be one of this table; strictly where nothing else says so."""
        if not self.fewest <= len(row.values) <= len(self.columns) or row.values[0] is not None or row.rowid < 1:
            return False
        return all(
            _fits(column, value, strictly=strictly)
            for column, value in list(zip(self.columns, row.values, strict=False))[1:]
        )


def _fits(column: Column, value: Value, *, strictly: bool) -> bool:
    if value is None:
        return not (column.required and strictly)
    if not column.is_text:
        return isinstance(value, int)
    return isinstance(value, str) and not (strictly and column.name == "uuid" and not _UUID.fullmatch(value))


def tables_of(schema: sqlite3.Connection, fewest: dict[str, int]) -> dict[str, Table]:
    """The tables of a schema that have row ids."""
    names = [name for (name,) in schema.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    tables = {}
    for name in names:
        columns = tuple(
            Column(row[1], is_text=row[2] == "TEXT", required=bool(row[3]))
            for row in schema.execute(f"PRAGMA table_info({name})")
        )
        if name not in DERIVED and columns[0].name == "id":
            tables[name] = Table(name, columns, fewest.get(name, len(columns)))
    return tables


@dataclass(slots=True)
class Salvage:
    """Reads a damaged database table by table."""

    reader: PageReader
    tables: dict[str, Table]
    _owners: dict[int, str] = field(default_factory=dict)

    def rows(self) -> Iterator[tuple[str, Row] | None]:
        """Every row with its table, those first that a tree leads to; None once a page, as a measure of progress."""
        self._follow_trees()
        strays = []
        for number in range(1, self.reader.count + 1):
            yield None
            owner = self._owners.get(number)
            if owner in self.tables and self.reader.kind(number) == LEAF_OF_TABLE:
                yield from self._owned(self.tables[owner], number)
            elif owner is None:
                strays.append(number)
        for number in strays:
            yield from self._stray(number)

    def facts(self) -> dict[str, str]:
        """What the archive says of itself, from any page that has it."""
        self._follow_trees()
        own = [page for page, owner in self._owners.items() if owner == _FACTS]
        return self._facts_on(own) or self._facts_on(range(1, self.reader.count + 1))

    def _facts_on(self, pages: Iterable[int]) -> dict[str, str]:
        found: dict[str, str] = {}
        for number in pages:
            if self.reader.kind(number) != LEAF_OF_INDEX:
                continue
            for row in self.reader.index_rows(number):
                match row.values:
                    case (("identity" | "created_at") as name, str(value)):
                        found.setdefault(name, value)
        return found

    def _owned(self, table: Table, number: int) -> Iterator[tuple[str, Row]]:
        for row in self.reader.rows(number):
            if table.fits(row, strictly=False):
                yield table.name, row

    def _stray(self, number: int) -> Iterator[tuple[str, Row]]:
        if self.reader.kind(number) in KINDS - {LEAF_OF_TABLE}:
            return
        rows = list(self.reader.rows(number))
        for table in self.tables.values():
            fitting = [row for row in rows if table.fits(row, strictly=not row.torn)]
            if fitting and len(fitting) >= _ENOUGH * len(rows):
                yield from ((table.name, row) for row in fitting)
                return

    def _follow_trees(self) -> None:
        self._follow(_SCHEMA_ROOT, "sqlite_schema")
        for number in [page for page, owner in self._owners.items() if owner == "sqlite_schema"]:
            if self.reader.kind(number) != LEAF_OF_TABLE:
                continue
            for row in self.reader.rows(number):
                match row.values:
                    case ("table" | "index", str(name), _, int(root), _) if root > _SCHEMA_ROOT:
                        self._follow(root, name)

    def _follow(self, root: int, owner: str) -> None:
        waiting = [root]
        while waiting:
            number = waiting.pop()
            if number in self._owners or not 1 <= number <= self.reader.count:
                continue
            try:
                kind = self.reader.kind(number)
                if kind not in KINDS:
                    continue  # left to be told by its rows
                self._owners[number] = owner
                if kind in (INTERIOR_OF_TABLE, INTERIOR_OF_INDEX):
                    waiting.extend(self.reader.children(number))
            except Unreadable:
                continue
