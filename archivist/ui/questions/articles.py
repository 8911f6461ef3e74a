# SPDX-License-Identifier: GPL-3.0-or-later
"""Which articles the list shows, in which order, with which snippets, and what stands where in one."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from archivist.errors import IndexFailed
from archivist.store import Archive
from archivist.ui.questions.answering import Sources

if TYPE_CHECKING:
    from archivist.model import Snippet


class Sort(StrEnum):
    """The order of the list; the value is what the settings hold."""

    RELEVANCE = "relevance"  # only while a search is on
    DATE = "date"  # the newest first
    OUTLET = "outlet"  # and in each outlet the newest first
    TITLE = "title"


@dataclass(frozen=True, slots=True, order=True)
class Filter:
    """One value of a facet that is on: an outlet, language, year, month, tag, kind or collection; "" is none."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is asked for. Filters of one field widen, of several fields narrow."""

    query: str = ""
    filters: frozenset[Filter] = frozenset()
    sort: Sort = Sort.DATE
    folded: bool = False  # of the articles that are one text, only the first


@dataclass(frozen=True, slots=True)
class Listed:
    """The answer: archive rows in order, and other queries to try where nothing was found."""

    wanted: Wanted
    rows: array[int]
    suggestions: tuple[str, ...] = ()
    index_missing: bool = False
    others: Mapping[int, tuple[int, ...]] = field(default_factory=dict)  # rows that are folded into a row

    @property
    def count(self) -> int:
        """How many articles were found, those that are folded included."""
        return len(self.rows) + sum(map(len, self.others.values()))


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What the list shows of a hit beside its headline."""

    snippet: Snippet
    count: int  # matches in the body


def chosen_of(filters: Iterable[Filter]) -> dict[str, tuple[str, ...]]:
    """The filters as the search takes them: values by field."""
    fields: dict[str, list[str]] = {}
    for filter_ in sorted(filters):
        fields.setdefault(filter_.field, []).append(filter_.value)
    return {field: tuple(values) for field, values in fields.items()}


def filters_of(chosen: Mapping[str, Iterable[str]]) -> frozenset[Filter]:
    """The filters that the search's values by field stand for."""
    return frozenset(Filter(field, value) for field, values in chosen.items() for value in values)


def list_articles(sources: Sources, wanted: Wanted) -> Listed:
    """The articles that a query finds and the filters let through. Raises QueryMistake, InvalidValue."""
    listed = _list_all(sources, wanted)
    if not wanted.folded:
        return listed
    folded = sources.search.fold(listed.rows)
    return replace(listed, rows=folded.rows, others=folded.others)


def _list_all(sources: Sources, wanted: Wanted) -> Listed:
    archive = sources.archive
    if not wanted.query and not wanted.filters:  # all there are, whether the index has read them or not
        return Listed(wanted, _all(archive, wanted.sort))
    chosen = chosen_of(wanted.filters)
    sort = "date" if wanted.sort is Sort.TITLE else wanted.sort.value
    try:
        rows = array("q", sources.search.rows(wanted.query, sort=sort, chosen=chosen))
        suggestions: tuple[str, ...] = ()
        if wanted.query and not rows:
            suggestions = sources.search.search(wanted.query, limit=1, chosen=chosen).suggestions
    except IndexFailed:
        return Listed(wanted, array("q"), index_missing=True)
    if wanted.sort is Sort.TITLE:
        found = set(rows)
        rows = array("q", (row for row in _all(archive, wanted.sort) if row in found))
    return Listed(wanted, rows, suggestions)


def excerpts(sources: Sources, query: str, rows: list[int]) -> dict[int, Excerpt]:
    """An excerpt of each of the articles that a query found."""
    from archivist.model import Snippet

    hits = sources.search.hits(query, rows)
    return {hit.row: Excerpt(Snippet(hit.snippet, hit.snippet_matches), hit.count) for hit in hits}


def matches(sources: Sources, query: str, row: int) -> list[tuple[int, int]]:
    """Where the words of a query stand in one article, in code points of its text."""
    return [span for hit in sources.search.hits(query, [row]) for span in hit.matches]


def _all(archive: Archive, sort: Sort) -> array[int]:
    match sort:
        case Sort.TITLE:
            return archive.articles.rows("title", descending=False)
        case Sort.OUTLET:
            return archive.selections.all_by_outlet()
        case _:
            return archive.articles.rows("published")
