# SPDX-License-Identifier: GPL-3.0-or-later
"""Undoing and redoing long steps, as work for a process of its own, and what the window has to know of a step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable

from archivist.model import Action, Progress
from archivist.store import Archive

Touched = frozenset[tuple[str, str]]  # table, and id of an article, "" for any number of them

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


def brief(touched: Iterable[tuple[str, str]]) -> Touched:
    """What a step touched, with "" in place of the articles of a table where they are many."""
    touched = list(touched)
    counts = Counter(table for table, _ in touched)
    return frozenset((table, id_ if counts[table] <= _NAMED else "") for table, id_ in touched)
