# SPDX-License-Identifier: GPL-3.0-or-later
"""What a result can be narrowed by: the values of each facet, and how many articles each would leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from archivist.errors import IndexFailed
from archivist.model import Kind, Tag
from archivist.ui.questions.answering import Sources
from archivist.ui.questions.articles import Filter, chosen_of

FACETS = ("collection", "kind", "tag", "outlet", "language", "year", "month")  # in the order of the sidebar
_BY_TIME = ("year", "month")


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a facet and the number of its articles, -1 where they are not counted."""

    value: str
    count: int
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Facets:
    """The values of every facet. `total` is the number of articles without any filter."""

    total: int
    sections: Mapping[str, tuple[Entry, ...]]


def count_facets(sources: Sources, query: str, filters: frozenset[Filter]) -> Facets:
    """Count for a query, "" for everything. Values that are on are there even with no article.

    Raises QueryMistake.
    """
    archive = sources.archive
    collections = archive.collections.all()
    tags = {tag.name: tag for tag in archive.tags.all()}
    try:
        counted = {facet.field: facet.values for facet in sources.search.facets(query, chosen_of(filters))}
        total = len(sources.search.rows(query)) if query else archive.articles.count()
    except IndexFailed:
        plain = tuple(Entry(each.name, each.article_count) for each in collections)
        return Facets(archive.articles.count(), {"collection": plain})
    always: dict[str, list[str]] = {"collection": [each.name for each in collections], "kind": list(Kind)}
    known = {"collection": set(always["collection"]), "tag": set(tags)}  # of what is gone nothing can be on
    sections = {}
    for field in FACETS:
        counts = {each.value: each.count for each in counted.get(field, ())}
        values = list(dict.fromkeys([*always.get(field, ()), *counts, *_on(filters, field)]))
        values = [value for value in values if field not in known or value in known[field]]
        if field in _BY_TIME:
            values.sort(reverse=True)
        elif field == "tag":
            values.sort(key=lambda value: -counts.get(value, 0))
        entries = [Entry(value, counts.get(value, 0), tags.get(value) if field == "tag" else None) for value in values]
        sections[field] = tuple(entries)
    return Facets(total, sections)


def _on(filters: frozenset[Filter], field: str) -> list[str]:
    return sorted(filter_.value for filter_ in filters if filter_.field == field)
