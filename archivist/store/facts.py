# SPDX-License-Identifier: GPL-3.0-or-later
"""What the database knows of every article, cheap to read whole and to follow.

A search keeps these facts in memory and filters, sorts and counts by them. It reads mark() first and
the facts after it; later it asks what has changed since that mark and reads those articles again.
What is committed between the two is read twice, never missed. Undo, redo, imports and other
processes are followed as well, as the journal holds every change, whoever made it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

from archivist.model import Kind
from archivist.store.connection import Connection

_PAGE = 10_000  # articles that are in memory at once

_ARTICLES = """
    SELECT id, outlet, byline, language, published_first, published_last,
        coalesce(date(imported_at, 'localtime'), '')
    FROM articles WHERE deleted_at IS NULL
"""
_GIVEN = "(SELECT value FROM json_each(?))"

# A change of an annotation or a membership names its article; a collection that is deleted or
# brought back changes no membership, but all articles that it has.
_CHANGES = """
    SELECT DISTINCT table_name,
        CASE WHEN table_name = 'articles' THEN row_id
            WHEN table_name IN ('annotations', 'memberships') THEN json_extract(before, '$.article') END,
        CASE WHEN table_name IN ('annotations', 'memberships') THEN json_extract(after, '$.article') END
    FROM changes WHERE id > ?1 AND id <= ?2
    UNION ALL
    SELECT 'memberships', m.article, NULL FROM changes c CROSS JOIN memberships m ON m.collection = c.row_id
    WHERE c.id > ?1 AND c.id <= ?2 AND +c.table_name = 'collections'
        AND json_extract(c.before, '$.deleted_at') IS NOT json_extract(c.after, '$.deleted_at')
"""


class ArticleFacts(NamedTuple):
    """What filters, sorting and facets ask of one article. Days are yyyy-mm-dd, "" where there is none."""

    row: int
    outlet: str
    byline: str
    language: str
    published_first: str
    published_last: str
    imported_day: str  # by the clock of this place, as the desktop shows it


@dataclass(frozen=True, slots=True)
class Changes:
    """What has changed between two marks."""

    rows: frozenset[int]  # articles whose facts may be others now, or that are new or gone
    tags: bool  # whether tags() may be others
    collections: bool  # whether collections() may be others
    mark: int  # the newer one
    records: bool = False  # whether records() and their names may be others

    def __bool__(self) -> bool:
        return bool(self.rows or self.tags or self.collections or self.records)


class Facts:
    """The facts of one archive. What is deleted is in none of the answers.

    `rows`, where given, are the articles to tell of; those that are not there are passed over.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def mark(self) -> int:
        """A number that rises with every committed change. Do not ask inside an action."""
        mark: int | None = self._connection.value("SELECT max(id) FROM changes")
        return mark or 0

    def changed_since(self, mark: int) -> Changes:
        """What has changed since an earlier mark() of this archive."""
        newest = self.mark()
        if newest == mark:
            return Changes(frozenset(), tags=False, collections=False, mark=newest)
        found = self._connection.tuples(_CHANGES, (mark, newest))
        tables = {table for table, _, _ in found}
        rows = frozenset(chain.from_iterable((before, after) for _, before, after in found)) - {None}
        records = not tables.isdisjoint(("records", "aliases"))
        return Changes(rows, "tags" in tables, "collections" in tables, newest, records)

    def articles(self, rows: Iterable[int] | None = None) -> Iterator[ArticleFacts]:
        """The facts of every article, by row."""
        if rows is not None:
            yield from map(ArticleFacts._make, self._of(f"{_ARTICLES} AND id IN {_GIVEN} ORDER BY id", rows))
            return
        last = 0
        while page := self._connection.tuples(f"{_ARTICLES} AND id > ? ORDER BY id LIMIT ?", (last, _PAGE)):
            last = page[-1][0]
            yield from map(ArticleFacts._make, page)

    def tags(self) -> dict[int, tuple[str, Kind]]:
        """Name and kind of every tag, by its row, in the codebook's order."""
        found = self._connection.tuples(
            "SELECT id, name, kind FROM tags WHERE deleted_at IS NULL ORDER BY position, id"
        )
        return {row: (name, Kind(kind)) for row, name, kind in found}

    def tagged(self, rows: Iterable[int] | None = None) -> Iterator[tuple[int, int]]:
        """Every pair of an article and a tag that one of its annotations carries, each once."""
        if rows is not None:
            yield from self._of(
                f"SELECT DISTINCT article, tag FROM annotations WHERE deleted_at IS NULL AND article IN {_GIVEN}", rows
            )
            return
        for tag in self.tags():  # one by one, in the order of the index
            yield from self._connection.tuples(
                "SELECT DISTINCT article, tag FROM annotations WHERE deleted_at IS NULL AND tag = ?", (tag,)
            )

    def collections(self) -> dict[int, str]:
        """The name of every collection, by its row, in alphabetical order."""
        found = self._connection.tuples("SELECT id, name FROM collections WHERE deleted_at IS NULL ORDER BY name_key")
        return dict(found)

    def collected(self, rows: Iterable[int] | None = None) -> Iterator[tuple[int, int]]:
        """Every pair of an article and a collection that it is in."""
        select = """SELECT m.article, m.collection FROM memberships m
            JOIN collections c ON c.id = m.collection AND c.deleted_at IS NULL
            JOIN articles a ON a.id = m.article AND a.deleted_at IS NULL"""
        if rows is not None:
            yield from self._of(f"{select} WHERE m.article IN {_GIVEN}", rows)
            return
        for collection in self.collections():
            yield from self._connection.tuples(f"{select} WHERE m.collection = ?", (collection,))

    def records(self) -> dict[int, tuple[str, Kind]]:
        """Name and kind of every record, by its row, in alphabetical order."""
        if not self._connection.has_table("records"):
            return {}
        found = self._connection.tuples(
            "SELECT id, name, kind FROM records WHERE deleted_at IS NULL ORDER BY sort_key, id"
        )
        return {row: (name, Kind(kind)) for row, name, kind in found}

    def rows_of_records(self, ids: Iterable[str]) -> list[int]:
        """The rows of the records with these ids."""
        if not self._connection.has_table("records"):
            return []
        found = self._of(f"SELECT id FROM records WHERE deleted_at IS NULL AND uuid IN {_GIVEN}", ids)
        return [row for (row,) in found]

    def linked(self, rows: Iterable[int] | None = None) -> Iterator[tuple[int, int]]:
        """Every pair of an article and a record that one of its annotations is linked to, each once."""
        if not self._connection.has_table("records"):
            return
        select = "SELECT DISTINCT article, record FROM annotations WHERE deleted_at IS NULL AND record IS NOT NULL"
        yield from (
            self._connection.tuples(select) if rows is None else self._of(f"{select} AND article IN {_GIVEN}", rows)
        )

    def with_notes(self, rows: Iterable[int] | None = None) -> set[int]:
        """The articles that have an annotation with a note."""
        select = "SELECT DISTINCT article FROM annotations WHERE deleted_at IS NULL AND note <> ''"
        found = self._connection.tuples(select) if rows is None else self._of(f"{select} AND article IN {_GIVEN}", rows)
        return {row for (row,) in found}

    def _of(self, sql: str, given: Iterable[Any]) -> list[Any]:
        return self._connection.tuples(sql, (json.dumps(list(given)),))
