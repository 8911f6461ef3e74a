# SPDX-License-Identifier: GPL-3.0-or-later
"""Collections: named sets of articles, each article in any number of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from uuid import uuid4

from archivist.errors import CollectionNotFound, InvalidValue, NameTaken
from archivist.model import Collection
from archivist.store.articles import Articles
from archivist.store.connection import Connection, now
from archivist.text import one_line

_SELECT = """
    SELECT c.*, (SELECT count(*) FROM memberships m JOIN articles a ON a.id = m.article
                 WHERE m.collection = c.id AND a.deleted_at IS NULL) AS article_count
    FROM collections c
"""


class Collections:
    """The collections of one archive. What is deleted is in none of the answers."""

    def __init__(self, connection: Connection, articles: Articles) -> None:
        self._connection = connection
        self._articles = articles

    def all(self) -> list[Collection]:
        """Every collection, by name."""
        rows = self._connection.rows(f"{_SELECT} WHERE c.deleted_at IS NULL ORDER BY c.name_key")
        return [_collection(row) for row in rows]

    def named(self, name: str) -> Collection:
        """The collection with this name, in any letter case. Raises CollectionNotFound."""
        row = self._connection.row(f"{_SELECT} WHERE c.name_key = ? AND c.deleted_at IS NULL", (_key(name),))
        if row is None:
            raise CollectionNotFound(name)
        return _collection(row)

    def of_article(self, article: str) -> list[str]:
        """The names of the collections that an article is in."""
        return self._connection.column(
            """SELECT c.name FROM collections c JOIN memberships m ON m.collection = c.id
               JOIN articles a ON a.id = m.article
               WHERE a.uuid = ? AND c.deleted_at IS NULL ORDER BY c.name_key""",
            (article,),
        )

    def of_articles(self, articles: Iterable[str]) -> dict[str, list[str]]:
        """The names of the collections of each of these articles (ids); those that are in none are left out."""
        found: dict[str, list[str]] = {}
        for id_, name in self._connection.tuples(
            """SELECT a.uuid, c.name FROM articles a JOIN memberships m ON m.article = a.id
               JOIN collections c ON c.id = m.collection AND c.deleted_at IS NULL
               WHERE a.uuid IN (SELECT value FROM json_each(?)) ORDER BY c.name_key""",
            (json.dumps(list(articles)),),
        ):
            found.setdefault(id_, []).append(name)
        return found

    def articles(self, name: str) -> list[str]:
        """The ids of the articles in a collection. Raises CollectionNotFound."""
        return self._connection.column(
            """SELECT a.uuid FROM memberships m JOIN articles a ON a.id = m.article
               WHERE m.collection = ? AND a.deleted_at IS NULL ORDER BY a.id""",
            (self.named(name).row,),
        )

    def ensure(self, name: str) -> Collection:
        """The collection with this name, made if there is none."""
        try:
            return self.named(name)
        except CollectionNotFound:
            return self.add(name)

    def add(self, name: str) -> Collection:
        """Make an empty collection. Raises NameTaken."""
        columns = self._checked_name(name, None)
        with self._connection.action(f"Add collection {name.strip()}"):
            self._connection.insert("collections", {"uuid": str(uuid4()), **columns})
        return self.named(name)

    def rename(self, old: str, new: str) -> Collection:
        """Rename a collection. Raises CollectionNotFound, NameTaken."""
        collection = self.named(old)
        columns = self._checked_name(new, collection)
        with self._connection.action(f"Rename collection {collection.name}"):
            self._connection.update("collections", collection.row, columns)
        return self.named(new)

    def delete(self, name: str) -> None:
        """Delete a collection, softly; its articles stay in the archive."""
        collection = self.named(name)
        with self._connection.action(f"Delete collection {collection.name}"):
            self._connection.update("collections", collection.row, {"deleted_at": now()})

    def put_in(self, name: str, articles: Iterable[str]) -> None:
        """Put articles (ids) into a collection."""
        collection = self.named(name)
        with self._connection.action(f"Add to {collection.name}"):
            for article in articles:
                self._connection.execute(
                    """INSERT INTO memberships (article, collection) SELECT ?1, ?2
                       WHERE NOT EXISTS (SELECT 1 FROM memberships WHERE article = ?1 AND collection = ?2)""",
                    (self._articles.get(article).row, collection.row),
                )

    def take_out(self, name: str, articles: Iterable[str]) -> None:
        """Take articles (ids) out of a collection."""
        collection = self.named(name)
        with self._connection.action(f"Remove from {collection.name}"):
            for article in articles:
                self._connection.execute(
                    "DELETE FROM memberships WHERE article = ? AND collection = ?",
                    (self._articles.get(article).row, collection.row),
                )

    def _checked_name(self, name: str, collection: Collection | None) -> dict[str, str]:
        name = one_line(name)
        if not name:
            raise InvalidValue("name of a collection", name, "one line of text")
        taken = self._connection.value(
            "SELECT uuid FROM collections WHERE name_key = ? AND deleted_at IS NULL", (_key(name),)
        )
        if taken is not None and (collection is None or taken != collection.id):
            raise NameTaken(name, "collection")
        return {"name": name, "name_key": _key(name)}


def _collection(row: sqlite3.Row) -> Collection:
    return Collection(row["id"], row["uuid"], row["name"], row["article_count"])


def _key(name: str) -> str:
    return one_line(name).casefold()
