# SPDX-License-Identifier: GPL-3.0-or-later
"""Archivist's own search, on an archive of the same articles.

Only the body is asked, but titles are indexed too. What is timed begins where it begins for the
others, at the keys of the words: queries are parsed before, as theirs are put together.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from archivist.search import Search, rebuild, update
from archivist.search.facets import facet
from archivist.search.index import Index
from archivist.search.parser import parse
from archivist.search.patterns import patterns_of
from archivist.search.query import Query, wanted_texts
from archivist.search.snapshot import Snapshot
from archivist.store import Archive
from benchmarks.search.archive import add_article
from benchmarks.search.corpus import read_corpus
from benchmarks.search.peers.engine import PAGE, Answer, Engine
from benchmarks.search.queries import Question
from benchmarks.search.stream import KeyedArticle


class LeanSearch(Search):
    """A search that gives what the others give: rows and counts, without articles and snippets."""

    def ranked(self, query: Query, sort: str, *, with_tags: bool) -> Answer:
        """The answer to a query."""
        return self._answer(lambda snapshot: self._ranked(snapshot, query, sort, with_tags=with_tags))

    def _ranked(self, snapshot: Snapshot, query: Query, sort: str, *, with_tags: bool) -> Answer:
        first = self._first(snapshot, query, {}, sort, PAGE)
        counts: dict[str, int] = {}
        if with_tags:
            rows = snapshot.rows[self._matching(snapshot, query, {})]
            counts = {value.value: value.count for value in facet("tag", self._columns.get(), rows).values}
        return Answer(first.total, first.rows.tolist(), counts)


class Ours(Engine):
    """The index of an archive, built by as many processes as there are cores."""

    finds_keys = True

    def prepared(self, article: KeyedArticle) -> Any:
        return next(read_corpus(self.workplace.corpus, 1, article.id - 1))

    def begin(self) -> None:
        self.folder.mkdir()

    def add(self, articles: Iterable[Any]) -> None:
        raise NotImplementedError

    def finish(self) -> None:
        _build(self._archive_folder(), self.folder)

    def open(self) -> None:
        self._archive = Archive.open(self._archive_folder(), read_only=not self._copied_archive().exists())
        self._search = LeanSearch(self._archive, base=self.folder)
        self._search.warm_up()

    def add_one(self, article: Any) -> None:
        add_article(self._archive, article)
        self._updating = update(self._archive, base=self.folder)
        # It is found once it is committed; what comes then is the merging of small segments.
        for progress in self._updating:
            if progress.done == progress.total > 0:
                return

    def settle(self) -> None:
        for _ in self._updating:
            pass

    def snippet_times(self) -> list[float]:
        self.open()
        times = []
        for question in self.snippet_questions():
            rows = self.answer(self.meaning(question)).ids
            started = time.process_time()
            hits = self._search.hits(question.text, rows)
            times.append((time.process_time() - started) * 1000)
            assert all(hit.matches for hit in hits)
        return times

    def move_to_copy(self) -> None:
        archive, index = self._archive_folder(), self.folder
        self.folder = index.with_name(f"{index.name}-changed")
        self.remove()
        shutil.copytree(archive, self._copied_archive())
        # An index knows its archive by its place.
        with (
            Archive.open(archive, read_only=True) as there,
            Archive.open(self._copied_archive(), read_only=True) as here,
        ):
            shutil.copytree(Index(there, index).folder, Index(here, self.folder).folder)

    def meaning(self, question: Question) -> tuple[str, Query, str]:
        query = parse(question.text)
        for node in wanted_texts(query.meaning):
            patterns_of(node)  # remembers the keys of each word
        return question.kind, query, "date" if question.kind == "sort_date" else "relevance"

    def answer(self, meaning: tuple[str, Query, str]) -> Answer:
        kind, query, sort = meaning
        return self._search.ranked(query, sort, with_tags=kind == "facet_tag")

    def _archive_folder(self) -> Path:
        copied = self._copied_archive()
        return copied if copied.exists() else self.workplace.archive(self.articles)

    def _copied_archive(self) -> Path:
        return self.folder / "archive"


class OursAlone(Ours):
    """The same, built by one process."""

    def finish(self) -> None:
        # A daemon may have no processes of its own.
        alone = get_context("spawn").Process(target=_build, args=(self._archive_folder(), self.folder), daemon=True)
        alone.start()
        alone.join()
        if alone.exitcode:
            raise RuntimeError("the index was not built")


def _build(archive_folder: Path, base: Path) -> None:
    with Archive.open(archive_folder, read_only=True) as archive:
        for _ in rebuild(archive, base=base):
            pass
