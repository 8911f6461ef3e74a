# SPDX-License-Identifier: GPL-3.0-or-later
"""Why one step of the history cannot be taken back: which later step depends on it, and by what.

A later step depends on it if it changed the same row, or uses one that the step had made, or needs
that things stay as the step left them: names that are there once, links within one kind, what is a
part of what, annotations on their words. All of it is only read.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from archivist.model import Status
from archivist.store.connection import Connection
from archivist.store.journalled import JOURNALLED
from archivist.store.later_steps import LaterSteps
from archivist.store.outlook import Change, Fields, Outlook, is_live
from archivist.store.parts_outlook import Circles

_ENDS = ("source_annotation", "source_record", "target_annotation", "target_record")
_MANY = 100  # rows that are looked at for the last step that changed one of them


class Reason(StrEnum):
    """Why a step cannot be taken back."""

    CHANGED = "changed"  # a later step changed the same
    USED = "used"  # a later step uses what it made
    MISSING = "missing"  # a later step deleted what it would need
    TWICE = "twice"  # a later step made what would then be there twice
    KIND = "kind"  # a later step made a link that would then join two kinds
    CIRCLE = "circle"  # with what a later step made, something would be a part of itself
    TEXT = "text"  # a later step gave the article another text
    NOTHING = "nothing"  # it left everything as it was
    UNDONE = "undone"  # it is undone
    ABANDONED = "abandoned"  # it was undone, and something else was done then
    TAKEN_BACK = "taken-back"
    UNDOING = "undoing"  # it is the undoing or redoing of another
    FIXED = "fixed"  # it is how the archive began, or was saved from a damaged one


class Obstacle(NamedTuple):
    """What stands in the way of taking a step back."""

    reason: Reason
    step: int | None = None  # the later one, if it is known
    table: str = ""  # with the row, what it is about
    row: int = 0


def dependents(connection: Connection, step: int) -> Obstacle | None:
    """The first obstacle found among what was done after a step that holds, or None."""
    return _Search(connection, step).run()


class _Search:
    def __init__(self, connection: Connection, step: int) -> None:
        self._connection = connection
        self._outlook = Outlook(connection, step)
        self._later = LaterSteps(connection, step)
        self._circles = Circles(connection, self._outlook)
        self._references = references(connection)
        self._uniques = unique_columns(connection)

    def run(self) -> Obstacle | None:
        # The plain reasons first, of all rows: they are what a person expects to hear.
        for checks in ((self._changed,), (self._used,), (self._missing, self._unfit)):
            for batch in self._outlook.batches():
                for check in checks:
                    found = next(iter(check(batch)), None)
                    if found is not None:
                        return found
        if all(change.then == change.current for batch in self._outlook.batches() for change in batch):
            return Obstacle(Reason.NOTHING)
        return None

    def _changed(self, batch: list[Change]) -> Iterator[Obstacle]:
        table = batch[0].table
        since: dict[int, int] = {}
        for passed_over in {change.passed_over for change in batch}:
            lasts = {change.row: change.last for change in batch if change.passed_over == passed_over}
            since |= self._later.since(table, lasts, passed_over)
        if since:
            row = max(since, key=lambda row: since[row])
            yield Obstacle(Reason.CHANGED, since[row], table, row)
        for change in batch:
            if not agree(change.current, change.left, table, change.passed_over):
                step = self._later.last([(table, change.row)], change.last)
                yield Obstacle(Reason.CHANGED, step, table, change.row)

    def _used(self, batch: list[Change]) -> Iterator[Obstacle]:
        table = batch[0].table
        gone = [change.row for change in batch if change.goes]
        for other, column, referred in self._references:
            if referred == table and gone:
                yield from self._users(other, f"{column} IN (SELECT value FROM json_each(?))", json.dumps(gone))
        for change in batch:
            if table == "articles" and change.sets("revision_number") and not change.comes:
                yield from self._users_of_text(change)

    def _users_of_text(self, change: Change) -> Iterator[Obstacle]:
        number = (change.current or {})["revision_number"]
        text = "revision IN (SELECT id FROM revisions WHERE article = ?1 AND number = ?2)"
        for table in ("annotations", "rejections"):
            yield from self._users(table, f"article = ?1 AND {text}", change.row, number)

    def _users(self, table: str, condition: str, *parameters: Any) -> Iterator[Obstacle]:
        """A later step that made or changed a row which uses what would be gone."""
        deleted = "AND deleted_at IS NULL" if "deleted_at" in JOURNALLED[table] else ""
        found = self._connection.column(f"SELECT id FROM {table} WHERE {condition} {deleted}", parameters)
        yield from self._blamed(Reason.USED, [(table, row) for row in self._outlook.without_own(table, found)])

    def _blamed(
        self, reason: Reason, rows: Iterable[tuple[str, int]], about: tuple[str, int] | None = None
    ) -> Iterator[Obstacle]:
        """The obstacle that the last later step which changed one of these rows is, if there is such a step."""
        rows = list(rows)
        step = self._later.last(rows[-_MANY:], self._outlook.begins)
        if step is None and len(rows) > _MANY:
            step = self._later.last(rows[:-_MANY], self._outlook.begins)
        if step is not None:
            table, row = about or rows[-1]
            yield Obstacle(reason, step, table, row)

    def _missing(self, batch: list[Change]) -> Iterator[Obstacle]:
        """What would be there again needs what has been deleted since."""
        for table, column, referred in self._references:
            if table != batch[0].table:
                continue
            for change in batch:
                needed = change.then[column] if change.then is not None and change.sets(column) else None
                if needed is not None and not is_live(self._outlook.row(referred, needed)):
                    yield from self._blamed(Reason.MISSING, [(referred, needed)])

    def _unfit(self, batch: list[Change]) -> Iterator[Obstacle]:
        table = batch[0].table
        for change in batch:
            if not is_live(change.then):
                continue
            yield from self._twice(change)
            match table:
                case "annotations":
                    yield from self._annotation_unfit(change)
                case "tags":
                    yield from self._tag_unfit(change)
                case "relations":
                    yield from self._relation_twice(change)
        for rows, about in self._circles.closed_by(batch):
            yield from self._blamed(Reason.CIRCLE, rows, about)

    def _twice(self, change: Change) -> Iterator[Obstacle]:
        then = change.then or {}
        for columns in self._uniques.get(change.table, ()):
            if any(then[column] in (None, "") for column in columns) or not any(map(change.sets, columns)):
                continue
            deleted = "AND deleted_at IS NULL" if "deleted_at" in then else ""
            found = self._connection.column(
                f"SELECT id FROM {change.table} WHERE {' AND '.join(f'{column} = ?' for column in columns)} {deleted}",
                [then[column] for column in columns],
            )
            others = self._outlook.without_own(change.table, found)
            yield from self._blamed(Reason.TWICE, [(change.table, row) for row in others])

    def _annotation_unfit(self, change: Change) -> Iterator[Obstacle]:
        about = (change.table, change.row)
        then = change.then or {}
        record = then.get("record")
        if record is not None and (change.sets("record") or change.sets("tag")):
            tag, linked = self._outlook.row("tags", then["tag"]), self._outlook.row("records", record)
            if tag is not None and linked is not None and tag["kind"] != linked["kind"]:
                yield from self._blamed(Reason.KIND, [("tags", then["tag"])], about)
        if then["status"] == Status.ANCHORED and change.sets("revision"):
            article = self._outlook.row("articles", then["article"])
            text = self._outlook.row("revisions", then["revision"])
            if article is not None and text is not None and article["revision_number"] != text["number"]:
                yield from self._blamed(Reason.TEXT, [("articles", then["article"])], about)

    def _tag_unfit(self, change: Change) -> Iterator[Obstacle]:
        if change.then is not None and change.sets("kind"):
            found = self._connection.column(
                """SELECT n.id FROM annotations n JOIN records d ON d.id = n.record
                   WHERE n.tag = ? AND n.deleted_at IS NULL AND d.kind <> ?""",
                (change.row, change.then["kind"]),
            )
            linked = [("annotations", row) for row in self._outlook.without_own("annotations", found)]
            yield from self._blamed(Reason.KIND, linked)

    def _relation_twice(self, change: Change) -> Iterator[Obstacle]:
        from archivist.store.relation_rows import SYMMETRIC

        then = change.then or {}
        if not any(map(change.sets, ("type", *_ENDS))):
            return
        ends = [then[end] for end in _ENDS]
        pairs = [ends, [*ends[2:], *ends[:2]]] if then["type"] in SYMMETRIC else [ends]
        for source_and_target in pairs:
            found = self._connection.column(
                f"""SELECT id FROM relations WHERE type = ? AND deleted_at IS NULL
                    AND {" AND ".join(f"{end} IS ?" for end in _ENDS)}""",
                (then["type"], *source_and_target),
            )
            others = self._outlook.without_own("relations", found)
            yield from self._blamed(Reason.TWICE, [("relations", row) for row in others])


def agree(current: Fields | None, known: Fields | None, table: str, passed_over: Collection[str]) -> bool:
    """Whether a row is as the journal expects it; what is deleted agrees with what is not there.

    Columns that are `passed_over` may be otherwise.
    """
    if known is None:
        return current is None or ("deleted_at" in JOURNALLED[table] and current["deleted_at"] is not None)
    return current is not None and all(
        current[column] == value for column, value in known.items() if column not in passed_over
    )


def references(connection: Connection) -> tuple[tuple[str, str, str], ...]:
    """Table, column and the table referred to, of all references between what the history keeps."""
    return tuple(
        (table, key["from"], key["table"])
        for table in JOURNALLED
        for key in connection.rows(f"PRAGMA foreign_key_list({table})")
        if key["table"] in JOURNALLED
    )


def unique_columns(connection: Connection) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """By table, the columns that no two rows may share; but for ids, which are never given twice."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for table in JOURNALLED:
        indexes = [index["name"] for index in connection.rows(f"PRAGMA index_list({table})") if index["unique"]]
        columns = (
            connection.column("SELECT name FROM pragma_index_info(?) ORDER BY seqno", (each,)) for each in indexes
        )
        found[table] = tuple(tuple(each) for each in columns if each != ["uuid"])
    return found
