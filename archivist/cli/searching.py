# SPDX-License-Identifier: GPL-3.0-or-later
"""The search as commands ask it: up to date, and healed where its index turns out damaged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from archivist.cli.printing import say
from archivist.cli.root import run
from archivist.errors import IndexFailed
from archivist.search import Search, update
from archivist.store import Archive

PATIENCE = 600.0  # seconds that another process may take with the index
_Answer = TypeVar("_Answer")


def catch_up(archive: Archive) -> None:
    """Bring the index up to date, or wait for the process that is at it."""
    if run(update(archive), "Reading what is new").busy:
        say("Waiting for another program that is building the index.", err=True)
        run(update(archive, patience=PATIENCE), "Reading what is new")


class Asker:
    """Asks the search of one archive."""

    def __init__(self, archive: Archive, search: Search) -> None:
        self._archive = archive
        self._search = search

    def ask(self, question: Callable[[Search], _Answer]) -> _Answer:
        """What the search answers; where its index is found damaged, it is built anew, once."""
        try:
            return question(self._search)
        except IndexFailed:
            catch_up(self._archive)
            return question(self._search)


@contextmanager
def up_to_date(archive: Archive) -> Iterator[Asker]:
    """The search of an archive, its index brought up to date."""
    catch_up(archive)
    with Search(archive) as search:
        yield Asker(archive, search)
