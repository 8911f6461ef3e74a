# SPDX-License-Identifier: GPL-3.0-or-later
"""What the archive would be like if one step were taken back: only read, nothing is written.

Rows that the step changed are as they were before it, all others as they are. What the step had
inserted is deleted softly where its table knows that, and gone where it does not.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from archivist.store.connection import Connection
from archivist.store.journalled import JOURNALLED

_AT_ONCE = 1000
_DELETED = {"deleted_at": "with the step"}
# Where a row stands among others. When one is moved, the others make room: that is no reason for any
# other step on them to stay.
ARRANGING = {"tags": "position"}

Fields = Mapping[str, Any]


class Change(NamedTuple):
    """What taking a step back would do to one row; None where there is no row."""

    table: str
    row: int
    last: int  # the step's last change of it
    left: Fields | None  # as the step left it
    current: Fields | None
    then: Fields | None  # as it would be
    before: Fields | None  # as the step found it

    @property
    def comes(self) -> bool:
        """Whether the row would be there and is not, or is deleted."""
        return is_live(self.then) and not is_live(self.current)

    @property
    def goes(self) -> bool:
        """Whether the row is there and would not be."""
        return is_live(self.current) and not is_live(self.then)

    def sets(self, column: str) -> bool:
        """Whether the row would be there with a value in this column that nobody sees in it now."""
        if self.then is None or not is_live(self.then):
            return False
        return self.comes or self.current is None or self.current[column] != self.then[column]

    @property
    def passed_over(self) -> frozenset[str]:
        """The columns in which the row may be otherwise than the step left it."""
        return passed_over(self.table, self.before, self.left)


def passed_over(table: str, before: Fields | None, after: Fields | None) -> frozenset[str]:
    """The columns that need not be as a change of a row left them, as it only left them as they were."""
    column = ARRANGING.get(table)
    if column is None or before is None or after is None or before[column] != after[column]:
        return frozenset()
    return frozenset((column,))


def changed_back(before: Fields, after: Fields | None) -> Fields:
    """What has to be written to take a change back: only what it had changed."""
    return before if after is None else {name: value for name, value in before.items() if after.get(name) != value}


def is_live(fields: Fields | None) -> bool:
    """Whether a row is there and not deleted."""
    return fields is not None and fields.get("deleted_at") is None


class Outlook:
    """The archive as it would be without one step."""

    def __init__(self, connection: Connection, step: int) -> None:
        self._connection = connection
        self.step = step
        self.begins: int = connection.value("SELECT min(id) FROM changes WHERE action = ?", (step,)) or 0
        self._changed: dict[str, dict[int, tuple[int, int]]] = defaultdict(dict)
        self._known: dict[tuple[str, int], Fields | None] = {}
        for table, row, first, last in connection.tuples(
            "SELECT table_name, row_id, min(id), max(id) FROM changes WHERE action = ? GROUP BY table_name, row_id",
            (step,),
        ):
            self._changed[table][row] = (first, last)

    def batches(self) -> Iterator[list[Change]]:
        """What would change, some rows of one table at a time."""
        for table, rows in self._changed.items():
            waiting = iter(rows)
            while batch := list(islice(waiting, _AT_ONCE)):
                yield self._read(table, batch)

    def without_own(self, table: str, rows: Iterable[int]) -> list[int]:
        """Those of these rows that the step did not change."""
        own = self._changed.get(table, {})
        return [row for row in rows if row not in own]

    def row(self, table: str, row: int) -> Fields | None:
        """A row as it would be."""
        if (table, row) not in self._known:
            if row in self._changed.get(table, {}):
                (change,) = self._read(table, [row])
                self._known[table, row] = change.then
            else:
                found = self._connection.row(f"SELECT * FROM {table} WHERE id = ?", (row,))
                self._known[table, row] = dict(found) if found is not None else None
        return self._known[table, row]

    def changed_rows(self, table: str) -> Iterator[tuple[int, Fields | None]]:
        """Each row of a table that the step changed, as it would be."""
        for row in self._changed.get(table, {}):
            yield row, self.row(table, row)

    def _read(self, table: str, rows: list[int]) -> list[Change]:
        spans = {row: self._changed[table][row] for row in rows}
        before = self._journal("before", [first for first, _ in spans.values()])
        after = self._journal("after", [last for _, last in spans.values()])
        current = {
            found["id"]: dict(found)
            for found in self._connection.rows(
                f"SELECT * FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(rows),)
            )
        }
        return [
            Change(
                table,
                row,
                last,
                after[last],
                current.get(row),
                _then(table, current.get(row), before[first], after[last]),
                before[first],
            )
            for row, (first, last) in spans.items()
        ]

    def _journal(self, side: str, changes: list[int]) -> dict[int, Fields | None]:
        found = self._connection.tuples(
            f"SELECT id, {side} FROM changes WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(changes),)
        )
        return {change: json.loads(fields) if fields else None for change, fields in found}


def _then(table: str, current: Fields | None, before: Fields | None, after: Fields | None) -> Fields | None:
    if before is not None:
        return before if current is None else {**current, **changed_back(before, after)}
    return {**current, **_DELETED} if current is not None and "deleted_at" in JOURNALLED[table] else None
