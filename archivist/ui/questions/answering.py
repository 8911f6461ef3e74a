# SPDX-License-Identifier: GPL-3.0-or-later
"""The process that answers: what it keeps open, and its loop."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archivist.errors import ArchivistError
from archivist.store import Archive
from archivist.ui.steps import ProcessBug

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from archivist.search import Search
    from archivist.suggest import Suggester


class Sources:
    """The archive, for reading, its index, and the names of its records."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._search: Search | None = None
        self._suggester: Suggester | None = None

    @property
    def search(self) -> Search:
        """The index, opened when it is first asked for."""
        from archivist.search import Search

        if self._search is None:
            self._search = Search(self.archive)
            self._search.warm_up()
        return self._search

    @property
    def suggester(self) -> Suggester:
        """What reads texts for suggestions, with the names and words of the archive."""
        from archivist.suggest import Suggester

        if self._suggester is None:
            self._suggester = Suggester(self.archive)
        return self._suggester

    def close(self) -> None:
        """Close the index; the archive is closed by who opened it."""
        if self._search is not None:
            self._search.close()
            self._search = None


Question = Callable[..., Any]  # takes Sources and plain values


def answer_questions(folder: Path, pipe: Connection) -> None:
    """The body of the process: answers (number, question, arguments) by (number, what, value).

    `what` is done, failed (an ArchivistError) or bug. It ends when the other end of the pipe does.
    """
    with Archive.open(folder, read_only=True) as archive:
        sources = Sources(archive)
        try:
            while True:
                number, question, arguments = pipe.recv()
                pipe.send((number, *_answer(sources, question, arguments)))
        except (EOFError, OSError):
            pass  # the window is gone
        finally:
            sources.close()


def _answer(sources: Sources, question: Question, arguments: tuple[Any, ...]) -> tuple[str, Any]:
    try:
        return "done", question(sources, *arguments)
    except ArchivistError as error:
        return "failed", error
    except Exception:  # noqa: BLE001 - goes on to the window's crash report
        return "bug", ProcessBug(traceback.format_exc())
