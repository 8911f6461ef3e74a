# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether something would be a part of itself if a step were taken back; see part_of.py."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from archivist.store.connection import Connection
from archivist.store.outlook import Change, Fields, Outlook, is_live
from archivist.store.part_of import PART_OF

Row = tuple[str, int]  # table, row

_ENDS = {"annotations": "annotation", "records": "record"}


class _Step(NamedTuple):
    """One step up: what says so, and the whole."""

    said_by: Row
    whole: Row


class Circles:
    """Looks for circles that what would be there again closes."""

    def __init__(self, connection: Connection, outlook: Outlook) -> None:
        self._connection = connection
        self._outlook = outlook

    def closed_by(self, batch: list[Change]) -> Iterator[tuple[list[Row], Row]]:
        """For each circle: the rows that say it, and what would be a part of itself."""
        for part in self._new_parts(batch):
            said_by: list[Row] = []
            seen: set[Row] = set()
            waiting = [part]
            while waiting:
                for step in self._above(waiting.pop()):
                    said_by.append(step.said_by)
                    if step.whole not in seen:
                        seen.add(step.whole)
                        waiting.append(step.whole)
            if part in seen:
                yield said_by, part

    def _new_parts(self, batch: list[Change]) -> Iterator[Row]:
        """What would get a whole that it has not now."""
        table = batch[0].table
        match table:
            case "tags" | "records":
                yield from ((table, change.row) for change in batch if change.sets("parent"))
            case "annotations":
                coming = [change.row for change in batch if change.comes]
                found = self._connection.column(
                    """SELECT source_annotation FROM relations WHERE type = ? AND deleted_at IS NULL
                       AND source_annotation IN (SELECT value FROM json_each(?))""",
                    (PART_OF, json.dumps(coming)),
                )
                yield from ((table, row) for row in found)
            case "relations":
                for change in batch:
                    then = change.then or {}
                    columns = ("type", "target_annotation", "target_record", "source_annotation", "source_record")
                    if then.get("type") == PART_OF and any(map(change.sets, columns)):
                        yield _end(then, "source")

    def _above(self, part: Row) -> Iterator[_Step]:
        table, row = part
        fields = self._outlook.row(table, row)
        if not is_live(fields):
            return
        if fields is not None and fields.get("parent") is not None:
            yield from self._leading(_Step(part, (table, fields["parent"])))
        if table in _ENDS:
            for relation, said in self._relations_from(part):
                yield from self._leading(_Step(("relations", relation), _end(said, "target")))

    def _leading(self, step: _Step) -> Iterator[_Step]:
        if is_live(self._outlook.row(*step.whole)):
            yield step

    def _relations_from(self, part: Row) -> Iterator[tuple[int, Fields]]:
        table, row = part
        column = f"source_{_ENDS[table]}"
        found = self._connection.column(
            f"SELECT id FROM relations WHERE {column} = ? AND type = ? AND deleted_at IS NULL", (row, PART_OF)
        )
        for relation in self._outlook.without_own("relations", found):
            yield relation, self._outlook.row("relations", relation) or {}
        for relation, fields in self._outlook.changed_rows("relations"):
            if fields is not None and is_live(fields) and fields["type"] == PART_OF and fields[column] == row:
                yield relation, fields


def _end(relation: Fields, side: str) -> Row:
    record = relation[f"{side}_record"]
    return ("records", record) if record is not None else ("annotations", relation[f"{side}_annotation"])
