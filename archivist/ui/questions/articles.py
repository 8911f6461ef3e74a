# SPDX-License-Identifier: GPL-3.0-or-later
"""Which articles the list shows, in which order, with which snippets, and what stands where in one."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from enum import StrEnum

from archivist.errors import IndexFailed
from archivist.search.index import Index
from archivist.search.snippets import Snippet, Span
from archivist.store import Archive
from archivist.ui.questions.answering import Sources


class Sort(StrEnum):
    """The order of the list; the value is what the settings hold."""

    RELEVANCE = "relevance"  # only while a search is on
    DATE = "date"  # the newest first
    TITLE = "title"


@dataclass(frozen=True, slots=True, order=True)
class Filter:
    """One filter of the sidebar: collection, outlet, language, kind, tag, or annotated yes or no."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is asked for. Filters of one field widen, of several fields narrow."""

    query: str = ""
    filters: frozenset[Filter] = frozenset()
    sort: Sort = Sort.DATE


@dataclass(frozen=True, slots=True)
class Listed:
    """The answer: archive rows in order, and other queries to try where nothing was found."""

    wanted: Wanted
    rows: array[int]
    suggestions: tuple[str, ...] = ()
    index_missing: bool = False


def list_articles(sources: Sources, wanted: Wanted) -> Listed:
    """The articles that a query finds and the filters let through. Raises QueryMistake, InvalidValue."""
    archive = sources.archive
    within = _let_through(archive, wanted.filters)
    if not wanted.query:
        return Listed(wanted, _kept(_ordered(archive, wanted.sort), within))
    try:
        found = sources.search.rows(wanted.query, sort="date" if wanted.sort is Sort.DATE else "relevance")
        suggestions = () if found else sources.search.search(wanted.query, limit=1).suggestions
    except IndexFailed:
        return Listed(wanted, array("q"), index_missing=True)
    rows = _kept(array("q", found), within)
    if wanted.sort is Sort.TITLE:
        rows = _kept(_ordered(archive, wanted.sort), set(rows))
    return Listed(wanted, rows, suggestions)


def snippets(sources: Sources, query: str, rows: list[int]) -> dict[int, Snippet]:
    """A snippet for each of the articles that a query found."""
    hits = sources.search.hits(query, rows)
    return {hit.row: Snippet(hit.snippet, hit.snippet_matches) for hit in hits}


def matches(sources: Sources, query: str, row: int) -> list[Span]:
    """Where the words of a query stand in one article, in code points of its text."""
    return [span for hit in sources.search.hits(query, [row]) for span in hit.matches]


def index_is_behind(sources: Sources) -> bool:
    """Whether the index has still to read something, or is not there at all."""
    manifest = Index(sources.archive).manifest()
    return manifest is None or sources.archive.index_queue.pending(manifest.mark.seq) > 0


def _ordered(archive: Archive, sort: Sort) -> array[int]:
    if sort is Sort.TITLE:
        return archive.articles.rows("title", descending=False)
    return archive.articles.rows("published")


def _kept(rows: array[int], within: set[int] | None) -> array[int]:
    return rows if within is None else array("q", (row for row in rows if row in within))


def _let_through(archive: Archive, filters: frozenset[Filter]) -> set[int] | None:
    """The archive rows that pass the filters; None for all."""
    passing: set[int] | None = None
    for field in {filter_.field for filter_ in filters}:
        rows: set[int] = set()
        for filter_ in filters:
            if filter_.field == field:
                rows |= _rows_of(archive, filter_)
        passing = rows if passing is None else passing & rows
    return passing


def _rows_of(archive: Archive, filter_: Filter) -> set[int]:
    selections = archive.selections
    if filter_.field in ("outlet", "language"):
        return selections.exactly(filter_.field, filter_.value)
    if filter_.field == "annotated":
        annotated = selections.with_value("has", "annotation")
        return annotated if filter_.value == "yes" else selections.all() - annotated
    return selections.with_value(filter_.field, filter_.value)
