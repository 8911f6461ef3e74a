# SPDX-License-Identifier: GPL-3.0-or-later
"""Saved searches: queries, with the facet values that were chosen beside them, kept under a name."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from archivist.errors import InvalidValue, NameTaken, SavedSearchNotFound
from archivist.language.collation import sort_key
from archivist.model import SavedSearch
from archivist.store.connection import Connection, now
from archivist.text import canonical, one_line

_SELECT = "SELECT * FROM saved_searches WHERE deleted_at IS NULL"
_NO_CHOICE: Mapping[str, Sequence[str]] = {}


class SavedSearches:
    """The saved searches of one archive. What is deleted is in none of the answers.

    What a query or an order means is the search's affair; here both are texts.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[SavedSearch]:
        """Every saved search, by name."""
        if not self._connection.has_table("saved_searches"):
            return []
        found = [_saved_search(row) for row in self._connection.rows(_SELECT)]
        return sorted(found, key=lambda search: (sort_key(search.name), search.name))

    def named(self, name: str) -> SavedSearch:
        """The saved search with this name, in any letter case. Raises SavedSearchNotFound."""
        return self._one("name_key", _key(name), name)

    def get(self, id_: str) -> SavedSearch:
        """The saved search with this id. Raises SavedSearchNotFound."""
        return self._one("uuid", id_, id_)

    def add(
        self, name: str, query: str, sort: str = "relevance", chosen: Mapping[str, Sequence[str]] = _NO_CHOICE
    ) -> SavedSearch:
        """Keep a search; `chosen` is the facet values by field. Raises NameTaken, InvalidValue."""
        id_ = str(uuid4())
        with self._connection.action(f"Save search {one_line(name)}"):
            columns = {**self._checked_name(name, None), "query": _query(query), "sort": one_line(sort)}
            self._connection.insert("saved_searches", {"uuid": id_, **columns, "chosen": _json(chosen)})
        return self.get(id_)

    def edit(
        self,
        id_: str,
        *,
        name: str | None = None,
        query: str | None = None,
        sort: str | None = None,
        chosen: Mapping[str, Sequence[str]] | None = None,
    ) -> SavedSearch:
        """Change a saved search. Raises SavedSearchNotFound, NameTaken, InvalidValue."""
        search = self.get(id_)
        columns: dict[str, Any] = {} if name is None else self._checked_name(name, search)
        if query is not None:
            columns["query"] = _query(query)
        if sort is not None:
            columns["sort"] = one_line(sort)
        if chosen is not None:
            columns["chosen"] = _json(chosen)
        if columns:
            with self._connection.action(f"Edit saved search {search.name}"):
                self._connection.update("saved_searches", self._row(id_), columns)
        return self.get(id_)

    def delete(self, id_: str) -> None:
        """Delete a saved search, softly."""
        search = self.get(id_)
        with self._connection.action(f"Delete saved search {search.name}"):
            self._connection.update("saved_searches", self._row(id_), {"deleted_at": now()})

    def _one(self, column: str, value: str, wanted: str) -> SavedSearch:
        is_kept = self._connection.has_table("saved_searches")
        row = self._connection.row(f"{_SELECT} AND {column} = ?", (value,)) if is_kept else None
        if row is None:
            raise SavedSearchNotFound(wanted)
        return _saved_search(row)

    def _row(self, id_: str) -> int:
        row: int = self._connection.value("SELECT id FROM saved_searches WHERE uuid = ?", (id_,))
        return row

    def _checked_name(self, name: str, search: SavedSearch | None) -> dict[str, str]:
        name = one_line(name)
        if not name:
            raise InvalidValue("name of a saved search", name, "one line of text")
        taken = self._connection.value(
            "SELECT uuid FROM saved_searches WHERE name_key = ? AND deleted_at IS NULL", (_key(name),)
        )
        if taken is not None and (search is None or taken != search.id):
            raise NameTaken(name, "saved search")
        return {"name": name, "name_key": _key(name)}


def _saved_search(row: sqlite3.Row) -> SavedSearch:
    chosen = {field: tuple(values) for field, values in json.loads(row["chosen"]).items()}
    return SavedSearch(row["uuid"], row["name"], row["query"], row["sort"], chosen)


def _query(query: str) -> str:
    return canonical(query, compose=False).strip()


def _json(chosen: Mapping[str, Sequence[str]]) -> str:
    return json.dumps({field: list(values) for field, values in chosen.items() if values}, ensure_ascii=False)


def _key(name: str) -> str:
    return one_line(name).casefold()
