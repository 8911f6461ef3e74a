# SPDX-License-Identifier: GPL-3.0-or-later
"""What the list shows: it keeps what is wanted, and has it found when that or the archive changes."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from archivist.errors import ArchivistError, QueryMistake
from archivist.ui.jobs import Job, Jobs
from archivist.ui.questions.answering import Sources
from archivist.ui.questions.articles import Excerpt, Filter, Listed, Sort, Wanted, excerpts, list_articles
from archivist.ui.questions.completing import complete

if TYPE_CHECKING:
    from archivist.model import Completion

_TYPING_MS = 150


class Listing(QObject):
    """Asks for the articles that are wanted; only the answer to the latest question is heard."""

    listed = Signal(object)  # Listed
    mistaken = Signal(object)  # QueryMistake, or None when the query is well again
    excerpts_found = Signal(object)  # Excerpt by archive row
    completed = Signal(str, int, object)  # the query, the caret in it, Completion

    def __init__(self, jobs: Jobs, sort: Sort = Sort.DATE, parent: QObject | None = None) -> None:
        """`sort` is the order of the plain list."""
        super().__init__(parent)
        self._jobs = jobs
        self._wanted = wanted = Wanted(sort=sort)
        self._found_sort = Sort.RELEVANCE
        self._plain_sort = sort
        self._typed = ""
        self._asked: Job | None = None
        self._completing: Job | None = None
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._on_typed)
        # Read while the window is made.
        self._first: Future[Listed] | None = jobs.read_ahead(lambda archive: list_articles(Sources(archive), wanted))

    @property
    def wanted(self) -> Wanted:
        """What the list shows, or is about to."""
        return self._wanted

    @property
    def plain_sort(self) -> Sort:
        """The order while no search is on."""
        return self._plain_sort

    def set_query(self, query: str, *, at_once: bool = False) -> None:
        """Search for something else when typing pauses; "" ends the search."""
        self._typed = query.strip()
        if at_once or not self._typed:
            self._on_typed()
        else:
            self._typing.start()

    def set_filters(self, filters: Iterable[Filter]) -> None:
        """Let other articles through."""
        self._want(replace(self._wanted, filters=frozenset(filters)))

    def set_sort(self, sort: Sort) -> None:
        """Sort otherwise. A search and the plain list each remember their own order."""
        self._keep_sort(self._wanted.query, sort)
        self._want(replace(self._wanted, sort=self._sort_for(self._wanted.query)))

    def set_folded(self, folded: bool) -> None:  # noqa: FBT001 - a setter, as Qt has them
        """Show of the articles that are one text only the first, or all."""
        self._want(replace(self._wanted, folded=folded))

    def want(self, wanted: Wanted) -> None:
        """List something else altogether, at once; folded as what is listed now."""
        self._typing.stop()
        self._typed = wanted.query
        self._keep_sort(wanted.query, wanted.sort)
        self._want(replace(wanted, sort=self._sort_for(wanted.query), folded=self._wanted.folded))

    def begin(self) -> None:
        """List all articles at once: the process that answers takes a moment to start."""
        first, self._first = self._first, None
        if first is not None and self._asked is None:  # else something else was asked for meanwhile
            self._on_answer(first.result())

    def refresh(self) -> None:
        """Ask again."""
        if self._asked is not None:
            self._asked.drop()
        self._asked = self._jobs.ask_process(
            list_articles, (self._wanted,), done=self._on_answer, failed=self._on_failed
        )

    def ask_excerpts(self, rows: list[int]) -> None:
        """Have the excerpts of these archive rows found for the present query."""
        query = self._wanted.query

        def take(found: dict[int, Excerpt]) -> None:
            if query == self._wanted.query:
                self.excerpts_found.emit(found)

        if query:
            self._jobs.ask_process(excerpts, (query, rows), done=take)

    def ask_completion(self, query: str, caret: int) -> None:
        """Have it found how a query may go on at a code point."""
        if self._completing is not None:
            self._completing.drop()
        self._completing = self._jobs.ask_process(
            complete, (query, caret), done=partial(self._on_completed, query, caret)
        )

    def _on_completed(self, query: str, caret: int, completion: Completion) -> None:
        self._completing = None
        self.completed.emit(query, caret, completion)

    def _keep_sort(self, query: str, sort: Sort) -> None:
        if query:
            self._found_sort = sort
        elif sort is not Sort.RELEVANCE:
            self._plain_sort = sort

    def _sort_for(self, query: str) -> Sort:
        return self._found_sort if query else self._plain_sort

    def _on_typed(self) -> None:
        self._typing.stop()
        self._want(replace(self._wanted, query=self._typed, sort=self._sort_for(self._typed)))

    def _want(self, wanted: Wanted) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self.refresh()

    def _on_answer(self, listed: Listed) -> None:
        self._asked = None
        self.mistaken.emit(None)
        self.listed.emit(listed)

    def _on_failed(self, error: ArchivistError) -> None:
        self._asked = None
        if isinstance(error, QueryMistake):
            self.mistaken.emit(error)
        else:
            self._jobs.failed.emit(error)
