# SPDX-License-Identifier: GPL-3.0-or-later
"""Undoing and redoing long steps, as work for a process of its own, and what the window has to know of a step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from archivist.model import Action, Progress
from archivist.store import Archive

Touched = frozenset[tuple[str, str]]  # table, and id of an article, "" for any number of them

Row = int | date | None  # a step's number, or the day of those below it; None where no clock knows it

_NAMED = 20  # articles of a table; above, they are any number


def undo_step(archive: Archive) -> Generator[Progress, None, tuple[Action, Touched]]:
    """Take the last step back."""
    yield Progress(0, 0, "undo")
    action = archive.history.undo()
    return action, brief(archive.history.touched(action.number))


def redo_step(archive: Archive) -> Generator[Progress, None, tuple[Action, Touched]]:
    """Do the step again that was undone last."""
    yield Progress(0, 0, "redo")
    action = archive.history.redo()
    return action, brief(archive.history.touched(action.number))


def take_back_step(archive: Archive, number: int) -> Generator[Progress, None, tuple[Action, Touched]]:
    """Take one step back, wherever it stands in the history."""
    yield Progress(0, 0, "undo")
    action = archive.history.take_back(number)
    return action, brief(archive.history.touched(action.number))


@dataclass(frozen=True, slots=True)
class Undoable:
    """Whether a step can be taken back, and if not, why."""

    why_not: str  # in English, "" where it can
    later: int | None  # number of the step that stands in the way
    later_name: str
    later_tables: frozenset[str]  # of which that step changed rows


def is_undoable(archive: Archive, number: int) -> Undoable:
    """Ask of one step whether it can be taken back now."""
    obstacle = archive.history.obstacle(number)
    if obstacle is None:
        return Undoable("", None, "", frozenset())
    why, later = archive.history.why(obstacle), obstacle.step
    if later is None:
        return Undoable(why, None, "", frozenset())
    return Undoable(why, later, archive.history.step(later).name, archive.history.log.tables(later))


def by_day(moments: Iterable[tuple[int, str]]) -> list[Row]:
    """Steps, as StepLog.moments() gives them, with each day before those that were done on it."""
    days: dict[str, date | None] = {}  # by the minute, at which any day begins anywhere

    def day(moment: tuple[int, str]) -> date | None:
        minute = moment[1][:16]
        if minute not in days:
            local = local_moment(moment[1])
            days[minute] = local.date() if local is not None else None
        return days[minute]

    rows: list[Row] = []
    for its_day, steps in groupby(moments, key=day):
        rows.append(its_day)
        rows += [number for number, _ in steps]
    return rows


def local_moment(at: str) -> datetime | None:
    """A moment of the archive by the clock of this place; None where it is none."""
    try:
        return datetime.fromisoformat(at).astimezone()
    except (ValueError, OverflowError, OSError):
        return None


def brief(touched: Iterable[tuple[str, str]]) -> Touched:
    """What a step touched, with "" in place of the articles of a table where they are many."""
    touched = list(touched)
    counts = Counter(table for table, _ in touched)
    return frozenset((table, id_ if counts[table] <= _NAMED else "") for table, id_ in touched)
