# SPDX-License-Identifier: GPL-3.0-or-later
"""Searching an archive: from the text of a query to a page of hits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from archivist.errors import ArchivistError, IndexFailed, InvalidValue
from archivist.model import Article
from archivist.search.executor import Executor
from archivist.search.index import Index
from archivist.search.manifest import Manifest, read_manifest
from archivist.search.parser import parse
from archivist.search.patterns import patterns_of
from archivist.search.query import Query, TextField, wanted_texts
from archivist.search.snapshot import Snapshot
from archivist.search.snippets import Finder, Span, snippet
from archivist.search.suggestions import suggestions
from archivist.store import Archive

SORTS = ("relevance", "date")
_ATTEMPTS = 5  # to open an index that another process is committing to
_R = TypeVar("_R")


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found."""

    article: Article
    score: float  # comparable within one search only; 0 where nothing was scored
    snippet: str  # of the body, or of a note where only notes match
    snippet_matches: tuple[Span, ...]  # code points of the snippet
    matches: tuple[Span, ...]  # code points of the body

    @property
    def id(self) -> str:
        """The id of the article."""
        return self.article.id

    @property
    def row(self) -> int:
        """The row of the article."""
        return self.article.row

    @property
    def title(self) -> str:
        """The title of the article."""
        return self.article.title

    @property
    def outlet(self) -> str:
        """The outlet of the article."""
        return self.article.outlet

    @property
    def published(self) -> str:
        """When the article was published, as EDTF."""
        return self.article.published


@dataclass(frozen=True, slots=True)
class Results:
    """A page of hits."""

    query: str
    total: int  # hits on all pages
    hits: tuple[Hit, ...]
    suggestions: tuple[str, ...]  # other queries, where nothing was found
    pending: int  # articles that changed and that the index has not read yet


class Search:
    """Searches one archive. Use it, and close it, in the thread that opened the archive.

    It sees every commit to the index at once, but commits nothing itself: update() does. Where the
    index is missing or found damaged IndexFailed is raised, and the next update() builds it anew.
    """

    def __init__(self, archive: Archive, *, base: Path | None = None) -> None:
        """base is where the indexes of all archives lie; the user's cache unless given."""
        self._archive = archive
        self._index = Index(archive, base)
        self._snapshot: Snapshot | None = None

    def close(self) -> None:
        """Close the files of the index."""
        if self._snapshot is not None:
            self._snapshot.close()
            self._snapshot = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def search(self, query: str, *, limit: int = 20, offset: int = 0, sort: str = "relevance") -> Results:
        """A page of what is found. Raises QueryMistake, InvalidValue, IndexFailed."""
        parsed = parse(query)
        _check_sort(sort)
        return self._answer(lambda snapshot: self._page(snapshot, parsed, limit, offset, sort))

    def rows(self, query: str, *, sort: str = "date") -> list[int]:
        """The rows of all articles that are found. Raises QueryMistake, InvalidValue, IndexFailed."""
        parsed = parse(query)
        _check_sort(sort)
        return self._answer(lambda snapshot: self._ranked(snapshot, parsed, sort)[0])

    def hits(self, query: str, rows: Sequence[int]) -> tuple[Hit, ...]:
        """Hits for some of the rows that a query found, for a list that is filled as it is scrolled."""
        return self._hits(parse(query), rows, {})

    def _page(self, snapshot: Snapshot, query: Query, limit: int, offset: int, sort: str) -> Results:
        ranked, scores = self._ranked(snapshot, query, sort, most=offset + limit)
        page = ranked[offset : offset + limit]
        return Results(
            query=query.text,
            total=len(ranked),
            hits=self._hits(query, page, scores),
            suggestions=() if ranked else suggestions(query, snapshot.reader),
            pending=self._archive.index_queue.pending(snapshot.manifest.mark.seq),
        )

    def _ranked(
        self, snapshot: Snapshot, query: Query, sort: str, most: int | None = None
    ) -> tuple[list[int], dict[int, float]]:
        """The rows that are found, the first `most` of them at least in their order, and their scores."""
        selections = self._archive.selections
        executor = Executor(snapshot, selections)
        gone = self._deleted_since(snapshot)
        if sort == "date":
            return selections.by_date(row for row in executor.rows(query.root) if row not in gone), {}
        scores = {row: score for row, score in executor.scores(query.root).items() if row not in gone}
        ranked = sorted(scores, key=lambda row: -scores[row])
        # Among equals the newest comes first; only those that can be among the first are looked up.
        last = len(ranked) if most is None else min(most, len(ranked))
        while 0 < last < len(ranked) and scores[ranked[last]] == scores[ranked[last - 1]]:
            last += 1
        newest = {row: place for place, row in enumerate(selections.by_date(ranked[:last]))}
        first = sorted(newest, key=lambda row: (-scores[row], newest[row]))
        return first + ranked[last:], scores

    def _deleted_since(self, snapshot: Snapshot) -> set[int]:
        """Articles that the index still has, but the archive no more."""
        queue, seq = self._archive.index_queue, snapshot.manifest.mark.seq
        pending = queue.pending(seq)
        return {entry.article for entry in queue.entries(seq, pending) if entry.deleted} if pending else set()

    def _hits(self, query: Query, rows: Sequence[int], scores: dict[int, float]) -> tuple[Hit, ...]:
        in_body, in_notes = _finder(query, TextField.BODY), _finder(query, TextField.NOTE)
        texts = self._archive.articles.texts(rows)
        hits = []
        for article in self._archive.articles.at_rows([row for row in rows if row in texts]):
            body = texts[article.row][1]
            matches = in_body.spans(body, article.language)
            shown = snippet(body, article.title, matches)
            if not matches:
                for note in self._archive.annotations.notes([article.row]).get(article.row, []):
                    found = in_notes.spans(note, article.language)
                    if found:
                        shown = snippet(note, "", found)
                        break
            score = scores.get(article.row, 0.0)
            hits.append(Hit(article, score, shown.text, shown.matches, tuple(matches)))
        return tuple(hits)

    def _answer(self, question: Callable[[Snapshot], _R]) -> _R:
        snapshot = self._newest()
        try:
            return question(snapshot)
        except ArchivistError:
            raise
        except Exception as error:
            self._raise_if_damaged(snapshot.manifest, error)
            raise

    def _newest(self) -> Snapshot:
        """The snapshot of the newest commit."""
        if self._snapshot is None or self._snapshot.manifest != read_manifest(self._index.folder):
            self.close()
            self._snapshot = self._open()
        return self._snapshot

    def _open(self) -> Snapshot:
        for _ in range(_ATTEMPTS):
            manifest = self._index.manifest()
            if manifest is None:
                continue
            try:
                return Snapshot(self._index.folder, manifest)
            except Exception as error:
                self._raise_if_damaged(manifest, error)
                if manifest == read_manifest(self._index.folder):
                    raise
                # Another process has committed meanwhile and removed the files.
        raise IndexFailed(self._index.folder, "it is missing, damaged or out of date")

    def _raise_if_damaged(self, manifest: Manifest, error: Exception) -> None:
        """Whoosh meets damaged files with errors of any kind; where they are whole, it is a bug of ours."""
        if manifest != read_manifest(self._index.folder):
            return
        damage = manifest.damage(self._index.folder, thorough=True)
        if damage:
            self.close()
            self._index.discard()
            raise IndexFailed(self._index.folder, damage) from error


def _finder(query: Query, field: TextField) -> Finder:
    nodes = [node for node in wanted_texts(query.root) if node.field in (None, field)]
    return Finder(pattern for node in nodes for pattern in patterns_of(node))


def _check_sort(sort: str) -> None:
    if sort not in SORTS:
        raise InvalidValue("order", sort, ", ".join(SORTS))
