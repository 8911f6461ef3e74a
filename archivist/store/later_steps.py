# SPDX-License-Identifier: GPL-3.0-or-later
"""Which later steps hold, and which of them last changed some rows.

A step holds unless it was undone, or taken back by a step that holds itself. The taking back of a
step only switches that step off, or on again, so it is named only where nothing else can be.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping

from archivist.store.connection import Connection

_DONE = "a.type = 'do' AND (a.state = 'done' OR a.state IS NULL)"


class LaterSteps:
    """What was done beside one step."""

    def __init__(self, connection: Connection, step: int) -> None:
        self._connection = connection
        self._step = step
        self._off = taken_back(connection)

    def since(self, table: str, lasts: Mapping[int, int], passed_over: Collection[str] = ()) -> dict[int, int]:
        """By row, the last step that holds and changed it after this change; rows that none did are left out.

        Steps that changed nothing but columns that are `passed_over` do not count.
        """
        found: dict[int, int] = {}
        paths = "".join(f", '$.{column}'" for column in passed_over)
        differs = f"AND json_remove(c.before{paths}) IS NOT json_remove(c.after{paths})" if paths else ""
        # CROSS keeps SQLite from reading all changes of the table, and the rows for each of them.
        for row, step in self._connection.tuples(
            f"""SELECT c.row_id, c.action FROM json_each(?) given
                CROSS JOIN changes c
                ON c.table_name = ? AND c.row_id = CAST(given.key AS INTEGER) AND c.id > given.value
                CROSS JOIN actions a ON a.id = c.action
                WHERE {_DONE} AND a.target IS NULL AND c.action <> ? {differs}""",
            (json.dumps(lasts), table, self._step),
        ):
            if step not in self._off:
                found[row] = max(step, found.get(row, 0))
        return found

    def last(self, rows: Iterable[tuple[str, int]], after: int) -> int | None:
        """The last step that changed one of these rows (table, row) after a change; one that holds if there is any."""
        holding, others = 0, 0
        for table, row in rows:
            for step, target in self._connection.tuples(
                f"""SELECT DISTINCT c.action, a.target FROM changes c JOIN actions a ON a.id = c.action
                    WHERE c.table_name = ? AND c.row_id = ? AND c.id > ? AND c.action <> ? AND {_DONE}""",
                (table, row, after, self._step),
            ):
                others = max(others, step)
                if target is None and step not in self._off:
                    holding = max(holding, step)
        return holding or others or None


def taken_back(connection: Connection, *, beside: int | None = None) -> frozenset[int]:
    """The steps that were taken back by a later one, which was not itself undone or taken back.

    `beside` is a step that does not count: the one that is under way.
    """
    off: set[int] = set()
    for step, target in connection.tuples(
        # The pluses leave SQLite the index of the few steps that have a target.
        """SELECT id, target FROM actions
           WHERE target IS NOT NULL AND type = 'do' AND +state = 'done' AND id IS NOT ? ORDER BY +id DESC""",
        (beside,),
    ):
        if step not in off:  # what took this step back is later, so it was met already
            off.add(target)
    return frozenset(off)
