# SPDX-License-Identifier: GPL-3.0-or-later
"""Searching an archive: from the text of a query to a page of hits."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self, TypeVar

import numpy as np

from archivist.errors import ArchivistError, IndexFailed, InvalidValue
from archivist.model import Article, Completion, Progress
from archivist.search.annotated import WantedSpans, articles_with
from archivist.search.columns import FollowedColumns
from archivist.search.completion import completions
from archivist.search.concordance import Concordance, concordance
from archivist.search.executor import execute, matching
from archivist.search.facets import FACETS, Facet, facet
from archivist.search.filters import Chosen, Filters
from archivist.search.flat.sections import Array
from archivist.search.folding import Folded, fold
from archivist.search.index import Index
from archivist.search.manifest import read_manifest
from archivist.search.naming import NamedRecords
from archivist.search.ordering import First, Orders
from archivist.search.parser import parse
from archivist.search.patterns import patterns_of
from archivist.search.query import Node, Query, Spans, TextField, wanted_texts
from archivist.search.snapshot import Snapshot
from archivist.search.snippets import Finder, Span, Where, joined, snippet
from archivist.search.suggestions import suggestions
from archivist.search.vocabulary import ArchiveVocabulary
from archivist.store import Archive

SORTS = ("relevance", "date", "outlet")
EVERYTHING = "*"
NOTHING_CHOSEN: Chosen = MappingProxyType({})
_ATTEMPTS = 5  # to open an index that another process is committing to
_UNUSABLE = "it is missing, damaged or out of date"
_R = TypeVar("_R")


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found."""

    article: Article
    score: float  # comparable within one search only; 0 where nothing was scored
    snippet: str  # of the body, or of a note where only notes match
    snippet_matches: tuple[Span, ...]  # code points of the snippet
    matches: tuple[Span, ...]  # code points of the body
    others: tuple[str, ...] = ()  # articles (ids) that were found as well and are folded into this one

    @property
    def count(self) -> int:
        """How many matches the body has."""
        return len(self.matches)

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
    facets: tuple[Facet, ...] = ()
    folded: int = 0  # further articles that were found and are folded into hits


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
        self._filters: Filters | None = None
        self._is_warm = False
        self._mark = -1  # of the facts of the archive, as of the last question
        self._gone: list[int] | None = None
        self._watched: tuple[object, ...] = ()
        self._columns = FollowedColumns(archive)
        self._orders = Orders(self._columns)
        self._records = NamedRecords(archive)
        self._finding: tuple[Query, tuple[Finder, Finder]] | None = None

    def warm_up(self) -> None:
        """Have the index checked whole in the background, which spares each question to check what it reads.

        For a search that is asked many questions. It begins with the next question, and with each commit.
        """
        self._is_warm = True

    def close(self) -> None:
        """Close the files of the index."""
        self._snapshot = self._filters = self._gone = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def search(
        self,
        query: str,
        *,
        limit: int = 20,
        offset: int = 0,
        sort: str = "relevance",
        chosen: Chosen = NOTHING_CHOSEN,
        facets: bool = False,
        fold: bool = False,
    ) -> Results:
        """A page of what is found among the articles that chosen facet values let through.

        Folded, articles that are one text are one hit; facets count all of them all the same.
        Raises QueryMistake, InvalidValue, IndexFailed.
        """
        parsed = parse(query)
        _check_sort(sort)
        return self._answer(
            lambda snapshot: self._page(snapshot, parsed, limit, offset, sort, chosen, facets=facets, folded=fold)
        )

    def rows(self, query: str, *, sort: str = "date", chosen: Chosen = NOTHING_CHOSEN) -> array[int]:
        """The rows of all articles that are found; "" finds all. Raises QueryMistake, InvalidValue, IndexFailed."""
        parsed = parse(query or EVERYTHING)
        _check_sort(sort)

        def ordered(snapshot: Snapshot) -> array[int]:
            return array("q", self._first(snapshot, parsed, chosen, sort, None).rows.astype("i8").tobytes())

        return self._answer(ordered)

    def fold(self, rows: Iterable[int]) -> Folded:
        """Some articles, of those that are one text only the first."""
        return fold(rows, self._archive.duplicates.followed().of)

    def facets(self, query: str, chosen: Chosen = NOTHING_CHOSEN) -> tuple[Facet, ...]:
        """How many of the articles that are found have which values; "" finds all.

        The counts of a field are without what is chosen in that field, so that more can be chosen.
        Raises QueryMistake, InvalidValue, IndexFailed.
        """
        parsed = parse(query or EVERYTHING)
        return self._answer(lambda snapshot: self._facets(snapshot, parsed, chosen))

    def completions(self, query: str, cursor: int) -> Completion:
        """How a query may go on at a cursor, in code points. Raises IndexFailed."""
        return self._answer(
            lambda snapshot: completions(query, cursor, ArchiveVocabulary(snapshot, self._columns, self._records))
        )

    def concordance(
        self, query: str, *, chosen: Chosen = NOTHING_CHOSEN, most: int = 10_000
    ) -> Generator[Progress, None, Concordance]:
        """Every occurrence in a body with its context; lines for so many at most, the newest articles first.

        Raises QueryMistake, IndexFailed.
        """
        rows = self.rows(query, chosen=chosen)
        return (yield from concordance(self._archive, parse(query), rows, most, self.places))

    def places(self, finder: Finder, rows: Sequence[int]) -> dict[int, Where]:
        """Where the index has what a finder looks for in the bodies of articles, by row.

        Not of those that have changed since, or that are not in it. Raises IndexFailed.
        """
        return self._answer(lambda snapshot: self._places(snapshot, finder, rows))

    def hits(self, query: str, rows: Sequence[int]) -> tuple[Hit, ...]:
        """Hits for some of the rows that a query found, for a list that is filled as it is scrolled."""
        parsed = parse(query)
        return self._answer(lambda snapshot: self._hits(snapshot, parsed, rows, {}))

    def _page(
        self,
        snapshot: Snapshot,
        query: Query,
        limit: int,
        offset: int,
        sort: str,
        chosen: Chosen,
        *,
        facets: bool,
        folded: bool,
    ) -> Results:
        first = self._first(snapshot, query, chosen, sort, None if folded else offset + limit)
        scores = dict(zip(first.rows.tolist(), first.scores.tolist(), strict=True))
        shown = self.fold(scores) if folded else Folded(array("q", scores), {})
        hits = self._hits(snapshot, query, shown.rows[offset : offset + limit], scores)
        if shown.others:
            ids = self._archive.articles.ids
            hits = tuple(replace(hit, others=tuple(ids(shown.others.get(hit.row, ())))) for hit in hits)
        return Results(
            query=query.text,
            total=first.total - shown.hidden,
            hits=hits,
            suggestions=() if first.total else self._suggestions(snapshot, query, chosen),
            pending=self._archive.index_queue.pending(snapshot.manifest.mark.seq),
            facets=self._facets(snapshot, query, chosen) if facets else (),
            folded=shown.hidden,
        )

    def _matching(self, snapshot: Snapshot, query: Query, chosen: Chosen, *, but: str = "") -> Array:
        """What is found and not deleted, among what is chosen, as a mask of documents."""
        known = self._filters_of(snapshot).of_node
        return matching(query.meaning, snapshot, known, among=self._among(snapshot, chosen, but=but))

    def _among(self, snapshot: Snapshot, chosen: Chosen, *, but: str = "") -> Array | None:
        """The documents among which is searched; None for all."""
        passing = self._filters_of(snapshot).of_chosen(chosen, but=but)
        gone = self._deleted_since(snapshot)
        if not gone:
            return passing
        left = ~np.isin(snapshot.rows, gone)
        return left if passing is None else passing & left

    def _deleted_since(self, snapshot: Snapshot) -> list[int]:
        """Articles that the index still has, but the archive no more."""
        if self._gone is None:
            self._gone = self._archive.index_queue.deleted(snapshot.manifest.mark.seq)
        return self._gone

    def _first(self, snapshot: Snapshot, query: Query, chosen: Chosen, sort: str, most: int | None) -> First:
        """The first that are found, in order; of equal scores, the latest import comes first.

        Where only filters were asked for, so that nothing is scored, they are ordered by date.
        """
        if sort != "relevance":
            return self._orders.first(sort, snapshot, self._matching(snapshot, query, chosen), most)
        known, among = self._filters_of(snapshot).of_node, self._among(snapshot, chosen)
        total, documents, scores = execute(query.meaning, snapshot, known, most=most, among=among)
        if len(scores) and not scores.item(0):
            return self._orders.first("date", snapshot, self._matching(snapshot, query, chosen), most)
        return First(total, snapshot.rows.take(documents), scores)

    def _facets(self, snapshot: Snapshot, query: Query, chosen: Chosen) -> tuple[Facet, ...]:
        def rows(but: str) -> Array:
            return snapshot.rows[self._matching(snapshot, query, chosen, but=but).nonzero()[0]]

        all_chosen = rows("")
        columns = self._columns.get()
        return tuple(facet(field, columns, rows(field) if chosen.get(field) else all_chosen) for field in FACETS)

    def _suggestions(self, snapshot: Snapshot, query: Query, chosen: Chosen) -> tuple[str, ...]:
        """Other queries that find something among what is chosen."""

        def count(root: Node) -> int:
            return int(np.count_nonzero(self._matching(snapshot, Query("", root), chosen)))

        def near(form: str, distance: int) -> Iterable[tuple[str, int]]:
            return snapshot.near(TextField.BODY, form, distance).items()

        return suggestions(query, count, near, self._records.near)

    def _hits(self, snapshot: Snapshot, query: Query, rows: Sequence[int], scores: dict[int, float]) -> tuple[Hit, ...]:
        in_body, in_notes = self._finders(query)
        places = self._places(snapshot, in_body, rows)
        wanted = WantedSpans(query.root, self._records.meant)
        annotated = wanted.by_article(self._archive.annotations, rows)
        texts = self._archive.articles.texts(rows)
        hits = []
        for article in self._archive.articles.at_rows([row for row in rows if row in texts]):
            body = texts[article.row][1]
            spans = wanted.spans(annotated.get(article.row, ()), article.language)
            matches = joined([*in_body.spans(body, article.language, places.get(article.row)), *spans])
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

    def _places(self, snapshot: Snapshot, finder: Finder, rows: Sequence[int]) -> dict[int, Where]:
        changed = self._archive.index_queue.changed(snapshot.manifest.mark.seq, rows)
        return snapshot.places(TextField.BODY, finder.slots, [row for row in rows if row not in changed])

    def _finders(self, query: Query) -> tuple[Finder, Finder]:
        """What finds the query in bodies and in notes; the same for all pages, as it learns the words of texts."""
        if self._finding is None or self._finding[0] != query:
            self._finding = query, (_finder(query, TextField.BODY), _finder(query, TextField.NOTE))
        return self._finding[1]

    def _answer(self, question: Callable[[Snapshot], _R]) -> _R:
        for _ in range(_ATTEMPTS):
            snapshot = self._newest()
            mark = self._archive.facts.mark()
            if mark != self._mark:
                self._mark = mark
                self._gone = None
                self._columns.expire()
            try:
                return question(snapshot)
            except ArchivistError:
                raise
            except Exception as error:
                self.close()  # what is damaged may be mended before the next attempt
                self._raise_if_damaged(error)
                if snapshot.manifest == read_manifest(self._index.folder):
                    raise
                # Another process has mended it meanwhile.
        raise IndexFailed(self._index.folder, _UNUSABLE)

    def _newest(self) -> Snapshot:
        """The snapshot of the newest commit, whose files are as they were written."""
        snapshot = self._snapshot
        if snapshot is None or self._index.watch(snapshot.manifest) != self._watched:
            self.close()
            snapshot = self._open(snapshot)
            watched = self._index.watch(snapshot.manifest)
            # What was watched may be of a newer commit than what was opened: then it is looked at again.
            self._watched = watched if snapshot.manifest == read_manifest(self._index.folder) else ()
            self._snapshot = snapshot
            for leaf in snapshot.leaves if self._is_warm else ():
                leaf.check_in_background()
        return snapshot

    def _filters_of(self, snapshot: Snapshot) -> Filters:
        if self._filters is None:
            self._filters = Filters(
                snapshot,
                self._columns,
                self._archive.selections,
                self._archive.duplicates,
                self._annotated,
                self._records.meant,
            )
        return self._filters

    def _open(self, earlier: Snapshot | None) -> Snapshot:
        for _ in range(_ATTEMPTS):
            manifest = self._index.manifest()
            if manifest is None:
                continue
            try:
                return Snapshot(self._index.folder, manifest, earlier)
            except Exception as error:
                self._raise_if_damaged(error)
                if manifest == read_manifest(self._index.folder):
                    raise
                # Another process has committed meanwhile and removed the files.
        raise IndexFailed(self._index.folder, _UNUSABLE)

    def _annotated(self, node: Spans) -> list[int]:
        return articles_with(node, self._columns.get(), self._archive.annotations, self._records.meant)

    def _raise_if_damaged(self, error: Exception) -> None:
        """Damaged files are met with errors of any kind; where they are whole, it is a bug of ours."""
        current = read_manifest(self._index.folder)
        damage = current.damage(self._index.folder, thorough=True) if current is not None else ""
        # Files that another process removes while they are read are no damage.
        if damage and current == read_manifest(self._index.folder):
            self._index.discard()
            raise IndexFailed(self._index.folder, damage) from error


def _finder(query: Query, field: TextField) -> Finder:
    nodes = [node for node in wanted_texts(query.root) if node.field in (None, field)]
    return Finder(pattern for node in nodes for pattern in patterns_of(node))


def _check_sort(sort: str) -> None:
    if sort not in SORTS:
        raise InvalidValue("order", sort, ", ".join(SORTS))
