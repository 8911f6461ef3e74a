# SPDX-License-Identifier: GPL-3.0-or-later
"""The history as a list to read: who did what when, by pages, filtered by article, tag, person and day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from archivist.errors import StepNotFound
from archivist.store.connection import Connection
from archivist.store.later_steps import taken_back
from archivist.store.touched_tables import SELECTS

_TITLES = 3  # articles of a step that are named
_LOOKED_AT = 1000  # changes of a step among which a place is looked for


class StepState(StrEnum):
    """What has become of a step."""

    DONE = "done"
    UNDONE = "undone"  # redo does it again
    ABANDONED = "abandoned"  # undone for good: something else was done then, or nobody had asked for it
    TAKEN_BACK = "taken-back"  # by a later step
    FIXED = "fixed"  # done, and not to be undone: how the archive began, or saved from a damaged one
    UNDOING = "undoing"  # it is the undoing of another step
    REDOING = "redoing"


@dataclass(frozen=True, slots=True)
class StepFilter:
    """Which steps to tell of; None is any. Days are those of the clock of this place, both included."""

    article: str | None = None  # id
    tag: str | None = None  # id
    who: str | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step as the list shows it."""

    number: int
    id: str
    name: str
    who: str
    at: str  # UTC, ISO 8601
    state: StepState
    target: int | None  # number of the step that it undoes, redoes or takes back
    changes: int
    articles: tuple[tuple[str, str], ...]  # id and title of the first ones that it touched
    article_count: int


class Place(NamedTuple):
    """Where to look at what a step did: a passage, an article, or a record; None for what there is none of."""

    article: str | None = None  # id
    annotation: str | None = None  # id, of one that is there
    span: tuple[int, int] | None = None  # code points of the article's current text
    record: str | None = None  # id


class _Found(NamedTuple):
    """How steps are asked for."""

    source: str
    condition: str
    parameters: list[Any]
    number: str  # the column by which they are in their order


class StepLog:
    """The steps of one archive."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def page(self, wanted: StepFilter, *, before: int | None = None, limit: int = 100) -> list[Step]:
        """The newest steps, or those before the step with a number, the newest first."""
        found = self._found(wanted)
        condition, parameters = found.condition, found.parameters
        if before is not None:
            condition, parameters = f"{condition} AND {found.number} < ?", [*parameters, before]
        numbers = self._connection.column(
            f"SELECT a.id FROM {found.source} WHERE {condition} ORDER BY {found.number} DESC LIMIT ?",
            [*parameters, limit],
        )
        return self.steps(numbers)

    def moments(self, wanted: StepFilter, *, after: int = 0) -> list[tuple[int, str]]:
        """The numbers of all steps, or those after the step with a number, with when each was; the newest first."""
        found = self._found(wanted)
        return self._connection.tuples(
            f"""SELECT a.id, a.at FROM {found.source} WHERE {found.condition} AND {found.number} > ?
                ORDER BY {found.number} DESC""",
            [*found.parameters, after],
        )

    def steps(self, numbers: Iterable[int]) -> list[Step]:
        """The steps with these numbers, in their order. Raises StepNotFound."""
        off = taken_back(self._connection)
        return [self._step(number, off) for number in numbers]

    def count(self, wanted: StepFilter) -> int:
        """How many steps there are."""
        found = self._found(wanted)
        number: int = self._connection.value(
            f"SELECT count(*) FROM {found.source} WHERE {found.condition}", found.parameters
        )
        return number

    def step(self, number: int) -> Step:
        """The step with this number. Raises StepNotFound."""
        return self.steps([number])[0]

    def people(self) -> list[str]:
        """Everybody who did a step, by name."""
        return self._connection.column(
            """WITH RECURSIVE people (who) AS (
                   SELECT min(who) FROM actions
                   UNION ALL SELECT (SELECT min(who) FROM actions WHERE who > people.who) FROM people
                   WHERE people.who IS NOT NULL)
               SELECT who FROM people WHERE who IS NOT NULL"""
        )

    def tables(self, number: int) -> frozenset[str]:
        """The tables of which a step changed rows."""
        return frozenset(self._connection.column("SELECT DISTINCT table_name FROM changes WHERE action = ?", (number,)))

    def touches(self, number: int, table: str) -> bool:
        """Whether a step changed rows of a table."""
        found = "SELECT 1 FROM changes WHERE action = ? AND table_name = ? LIMIT 1"
        return self._connection.value(found, (number, table)) is not None

    def place(self, number: int) -> Place:
        """Where to look at what a step did: an annotation that is there before one that is deleted."""
        for found in (self._passage(number), self._article(number), self._record(number)):
            if found is not None:
                return found
        return Place()

    def _found(self, wanted: StepFilter) -> _Found:
        sources, conditions, parameters, number = ["actions a"], ["1"], [], "a.id"
        for what, id_ in (("article", wanted.article), ("tag", wanted.tag)):
            if id_ is None:
                continue
            # The steps of the first thing stand in their order in the table of what was touched, so that they are
            # read from there, and of the second thing it is looked up whether a step touched it as well.
            touched = f"{self._touched()} {what}"
            sources, number = (
                ([touched, *sources], f"{what}.action") if len(sources) == 1 else ([*sources, touched], number)
            )
            conditions.append(f"{what}.what = '{what}' AND {what}.row_id = ? AND {what}.action = a.id")
            parameters.append(self._connection.value(f"SELECT id FROM {what}s WHERE uuid = ?", (id_,)))
        if wanted.who is not None:
            conditions.append("a.who = ?")
            parameters.append(wanted.who)
        since, until = _moment(wanted.first), _moment(wanted.last, days=1)
        if since or until:
            # Steps come in the order of time, unless the clock was set back; so the day narrows the numbers.
            span = self._connection.tuples(
                "SELECT min(id), max(id) FROM actions WHERE at >= ? AND at < ?", (since, until or "9999")
            )[0]
            conditions.append(f"{number} BETWEEN ? AND ? AND +a.at >= ? AND +a.at < ?")
            parameters += [*(number or 0 for number in span), since, until or "9999"]
        return _Found(" CROSS JOIN ".join(sources), " AND ".join(conditions), parameters, number)

    def _touched(self) -> str:
        """What steps touched: a table, which an archive of an older schema that is only read has not yet."""
        return "touched" if self._connection.has_table("touched") else f"({' UNION '.join(SELECTS)})"

    def _step(self, number: int, off: frozenset[int]) -> Step:
        row = self._connection.row(
            """SELECT a.*, (SELECT count(*) FROM changes c WHERE c.action = a.id) AS change_count
               FROM actions a WHERE a.id = ?""",
            (number,),
        )
        if row is None:
            raise StepNotFound(number)
        articles, count = self._articles(number)
        state = _state(row["type"], row["state"], taken=number in off)
        told = (number, row["uuid"], row["name"], row["who"], row["at"], state, row["target"], row["change_count"])
        return Step(*told, articles, count)

    def _articles(self, number: int) -> tuple[tuple[tuple[str, str], ...], int]:
        touched = f"FROM {self._touched()} t WHERE t.action = ? AND t.what = 'article'"
        count = self._connection.value(f"SELECT count(*) {touched}", (number,))
        found = self._connection.tuples(
            f"""SELECT uuid, title FROM articles
                WHERE id IN (SELECT t.row_id {touched} ORDER BY t.row_id LIMIT {_TITLES}) ORDER BY id""",
            (number,),
        )
        return tuple(found), count

    def _passage(self, number: int) -> Place | None:
        relations = self._connection.has_table("relations")
        ends = """UNION ALL SELECT e.value FROM some c JOIN relations l ON l.id = c.row_id,
            json_each(json_array(l.source_annotation, l.target_annotation)) e
            WHERE c.table_name = 'relations' AND e.value IS NOT NULL"""
        row = self._connection.row(
            f"""WITH some AS (SELECT table_name, row_id FROM changes WHERE action = ? ORDER BY id LIMIT {_LOOKED_AT}),
                marks (id) AS (SELECT row_id FROM some WHERE table_name = 'annotations' {ends if relations else ""})
                SELECT a.uuid AS article, n.uuid, n.span_start, n.span_end, n.deleted_at,
                    n.status = 'anchored' AND r.number = a.revision_number AS is_here
                FROM marks JOIN annotations n ON n.id = marks.id
                JOIN articles a ON a.id = n.article AND a.deleted_at IS NULL
                JOIN revisions r ON r.id = n.revision
                ORDER BY n.deleted_at IS NOT NULL, n.id LIMIT 1""",
            (number,),
        )
        if row is None:
            return None
        span = (row["span_start"], row["span_end"]) if row["is_here"] else None
        return Place(row["article"], row["uuid"] if row["deleted_at"] is None else None, span)

    def _article(self, number: int) -> Place | None:
        id_ = self._connection.value(
            f"""SELECT a.uuid FROM {self._touched()} t JOIN articles a ON a.id = t.row_id AND a.deleted_at IS NULL
                WHERE t.action = ? AND t.what = 'article' LIMIT 1""",
            (number,),
        )
        return Place(id_) if id_ is not None else None

    def _record(self, number: int) -> Place | None:
        if not self._connection.has_table("records"):
            return None
        id_ = self._connection.value(
            """SELECT d.uuid FROM changes c JOIN records d ON d.id = c.row_id AND d.deleted_at IS NULL
               WHERE c.action = ? AND c.table_name = 'records' LIMIT 1""",
            (number,),
        )
        return Place(record=id_) if id_ is not None else None


def _state(type_: str, state: str | None, *, taken: bool) -> StepState:
    if type_ != "do":
        return StepState.UNDOING if type_ == "undo" else StepState.REDOING
    if state is None:
        return StepState.FIXED
    return StepState.TAKEN_BACK if taken and state == "done" else StepState(state)


def _moment(day: date | None, *, days: int = 0) -> str:
    """The beginning of a day by the clock of this place, or of one some days later, as the archive writes moments."""
    if day is None:
        return ""
    try:
        begins = datetime.combine(day + timedelta(days=days), time()).astimezone(UTC)
    except (OverflowError, ValueError, OSError):  # before or after all that clocks know
        return "" if not days else "9999"
    return begins.isoformat(timespec="milliseconds").replace("+00:00", "Z")
