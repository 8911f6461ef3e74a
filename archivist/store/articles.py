# SPDX-License-Identifier: GPL-3.0-or-later
"""The articles of an archive and their revisions."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from archivist.dates import date_range
from archivist.errors import AmbiguousReference, ArticleNotFound, InvalidValue
from archivist.language.collation import sort_key
from archivist.model import Article, Original, Provenance, Restriction, Revision
from archivist.store import restricting
from archivist.store.connection import Connection, now
from archivist.store.originals import Originals
from archivist.text import canonical, one_line, text_sha256

if TYPE_CHECKING:
    from archivist.model import ArticleDraft, Revised

_SELECT = """
    SELECT a.*{restriction}, r.uuid AS revision_uuid, o.sha256 AS original_sha256, o.size AS original_size,
        (SELECT count(*) FROM annotations n WHERE n.article = a.id AND n.deleted_at IS NULL) AS annotation_count
    FROM articles a
    JOIN revisions r ON r.article = a.id AND r.number = a.revision_number
    LEFT JOIN originals o ON o.id = a.original
"""

# Columns that a list may be sorted by; ties are broken by the row, so that an order is total.
_ORDERS = {
    "published": "published_first",
    "title": "title_key",
    "outlet": "outlet",
    "language": "language",
    "imported": "imported_at",
}

_SHORTEST_REFERENCE = 4
_CHUNK = 500  # rows a statement, well below SQLite's limit of parameters
_EDITABLE = ("title", "outlet", "byline", "section", "url", "published", "language")


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a draft came to."""

    article: str  # id
    duplicate: bool  # the same bytes were in the archive, so nothing was added
    restored: bool = False  # they had been deleted and were brought back


class Articles:
    """The articles of one archive. What is deleted is in none of the answers."""

    def __init__(self, connection: Connection, originals: Originals) -> None:
        self._connection = connection
        self._originals = originals
        self._latest: Revision | None = None  # revisions never change, so the last one read can be kept

    # Reading

    def get(self, id_: str) -> Article:
        """The article with this id. Raises ArticleNotFound."""
        row = self._connection.row(f"{self._select()} WHERE a.uuid = ? AND a.deleted_at IS NULL", (id_,))
        if row is None:
            raise ArticleNotFound(id_)
        return _article(row)

    def find(self, reference: str) -> Article:
        """The article whose id is, or alone begins with, what a person typed."""
        reference = reference.strip().lower()
        if len(reference) < _SHORTEST_REFERENCE or any(mark in reference for mark in "*?["):
            raise ArticleNotFound(reference)
        rows = self._connection.rows(
            f"{self._select()} WHERE a.uuid GLOB ? AND a.deleted_at IS NULL LIMIT 100", (reference + "*",)
        )
        if not rows:
            raise ArticleNotFound(reference)
        if len(rows) > 1:
            raise AmbiguousReference(reference, len(rows))
        return _article(rows[0])

    def at_rows(self, rows: Sequence[int]) -> list[Article]:
        """The articles in these rows, in the order given; those deleted meanwhile are left out."""
        marks = ", ".join("?" * len(rows))
        found = self._connection.rows(f"{self._select()} WHERE a.id IN ({marks}) AND a.deleted_at IS NULL", rows)
        by_row = {row["id"]: _article(row) for row in found}
        return [by_row[row] for row in rows if row in by_row]

    def ids(self, rows: Sequence[int]) -> list[str]:
        """The ids of the articles in these rows, in the order given; those deleted are left out."""
        found: dict[int, str] = {}
        for at in range(0, len(rows), _CHUNK):
            chunk = rows[at : at + _CHUNK]
            marks = ", ".join("?" * len(chunk))
            pairs = self._connection.rows(
                f"SELECT id, uuid FROM articles WHERE id IN ({marks}) AND deleted_at IS NULL", chunk
            )
            found.update((pair["id"], pair["uuid"]) for pair in pairs)
        return [found[row] for row in rows if row in found]

    def at_ids(self, ids: Sequence[str]) -> dict[str, Article]:
        """The articles with these ids, some hundreds; those that are not there are left out."""
        marks = ", ".join("?" * len(ids))
        found = self._connection.rows(f"{self._select()} WHERE a.uuid IN ({marks}) AND a.deleted_at IS NULL", ids)
        return {row["uuid"]: _article(row) for row in found}

    def restrictions(self) -> dict[str, Restriction]:
        """The restrictions of all articles that have one, by id, whether they hold today or not."""
        return restricting.restrictions(self._connection)

    def row_of(self, id_: str) -> int:
        """The row of an article. Raises ArticleNotFound."""
        row: int | None = self._connection.value(
            "SELECT id FROM articles WHERE uuid = ? AND deleted_at IS NULL", (id_,)
        )
        if row is None:
            raise ArticleNotFound(id_)
        return row

    def is_deleted(self, id_: str) -> bool:
        """Whether an article with this id was deleted; False for one that never was here."""
        return bool(self._connection.value("SELECT deleted_at IS NOT NULL FROM articles WHERE uuid = ?", (id_,)))

    def is_known(self, id_: str) -> bool:
        """Whether an article with this id is here, deleted or not."""
        return self._connection.value("SELECT 1 FROM articles WHERE uuid = ?", (id_,)) is not None

    def rows(self, order: str = "published", *, descending: bool = True) -> array[int]:
        """The rows of all articles, sorted; order is one of published, title, outlet, language, imported."""
        column = _ORDERS[order]
        direction = "DESC" if descending else "ASC"
        return self._connection.numbers(
            f"SELECT id FROM articles WHERE deleted_at IS NULL ORDER BY {column} {direction}, id {direction}"
        )

    def count(self) -> int:
        """How many articles there are."""
        number: int = self._connection.value("SELECT count(*) FROM articles WHERE deleted_at IS NULL")
        return number

    def provenance(self, id_: str) -> Provenance:
        """How the current text of an article was made."""
        own = "r.reader, r.reader_version, r.encoding, r.parameters"
        if not self._connection.has_table("events"):  # an older schema, whose revisions do not say
            own = "NULL AS reader, NULL AS reader_version, NULL AS encoding, NULL AS parameters"
        row = self._connection.row(
            f"""SELECT {own}, a.source, a.reader, a.reader_version, a.encoding, a.parameters
                FROM articles a JOIN revisions r ON r.article = a.id AND r.number = a.revision_number
                WHERE a.uuid = ? AND a.deleted_at IS NULL""",
            (id_,),
        )
        if row is None:
            raise ArticleNotFound(id_)
        read, source, first = tuple(row)[:4], row["source"], tuple(row)[5:]
        reader, version, encoding, parameters = first if read[0] is None else read
        return Provenance(source, reader, version, encoding, json.loads(parameters))

    def part(self, id_: str) -> str:
        """Which part of its original an article is; "" where it is the whole."""
        return self._connection.value("SELECT part FROM articles WHERE uuid = ?", (id_,)) or ""

    def of_original(self, sha256: str) -> list[str]:
        """Ids of the articles that were made of these bytes, the oldest first."""
        return self._connection.column(
            """SELECT a.uuid FROM originals o JOIN articles a ON a.original = o.id
               WHERE o.sha256 = ? AND a.deleted_at IS NULL ORDER BY a.id""",
            (sha256,),
        )

    def is_revision(self, id_: str) -> bool:
        """Whether a text with this id is here, of whichever article."""
        return self._connection.value("SELECT 1 FROM revisions WHERE uuid = ?", (id_,)) is not None

    def warnings(self, id_: str) -> tuple[str, ...]:
        """What the reader of its current text was not sure of."""
        own = "r.warnings" if self._connection.has_table("events") else "NULL"
        stored = self._connection.value(
            f"""SELECT coalesce({own}, a.warnings) FROM articles a
                JOIN revisions r ON r.article = a.id AND r.number = a.revision_number WHERE a.uuid = ?""",
            (id_,),
        )
        return tuple(json.loads(stored)) if stored else ()

    def revision(self, id_: str) -> Revision:
        """The current revision of an article, with its text."""
        row = self._connection.row(
            """SELECT r.uuid FROM articles a JOIN revisions r ON r.article = a.id AND r.number = a.revision_number
               WHERE a.uuid = ? AND a.deleted_at IS NULL""",
            (id_,),
        )
        if row is None:
            raise ArticleNotFound(id_)
        if self._latest is None or self._latest.id != row["uuid"]:
            found = self._connection.rows("SELECT * FROM revisions WHERE uuid = ?", (row["uuid"],))
            self._latest = _revision(found[0])
        return self._latest

    def texts(self, rows: Sequence[int]) -> dict[int, tuple[str, str]]:
        """Title and current text of each row that is not deleted."""
        marks = ", ".join("?" * len(rows))
        found = self._connection.rows(
            f"""SELECT a.id, a.title, r.body FROM articles a
                JOIN revisions r ON r.article = a.id AND r.number = a.revision_number
                WHERE a.id IN ({marks}) AND a.deleted_at IS NULL""",
            rows,
        )
        return {row["id"]: (row["title"], row["body"]) for row in found}

    # Writing

    def add(
        self,
        draft: ArticleDraft,
        raw: bytes,
        media_type: str,
        *,
        part: str = "",
        id_: str | None = None,
        revision_id: str | None = None,
        imported_at: str | None = None,
    ) -> Added:
        """Add an article with its original, unless those bytes are here already.

        `part` tells the articles of one original apart. Raises InvalidDate.
        """
        with self._connection.action(f"Import {draft.title}"):
            original = self._originals.keep(raw)
            known = self._connection.row(
                "SELECT id, uuid, deleted_at FROM articles WHERE original = ? AND part = ?", (original, part)
            )
            if known is not None:
                restored = known["deleted_at"] is not None
                if restored:
                    self._bring_back(known["id"])
                return Added(known["uuid"], duplicate=not restored, restored=restored)
            return Added(
                self._insert(draft, original, media_type, part, id_ or str(uuid4()), revision_id, imported_at),
                duplicate=False,
            )

    def _insert(
        self,
        draft: ArticleDraft,
        original: int,
        media_type: str,
        part: str,
        id_: str,
        revision_id: str | None,
        imported_at: str | None,
    ) -> str:
        provenance = draft.provenance or Provenance("", "", "", None)
        moment = imported_at or now()
        row = self._connection.insert(
            "articles",
            {
                "uuid": id_,
                **_metadata(
                    {
                        "title": draft.title,
                        "outlet": draft.outlet,
                        "byline": draft.byline,
                        "section": draft.section,
                        "url": draft.url,
                        "published": draft.published,
                        "language": draft.language,
                    }
                ),
                "captured": one_line(draft.captured),
                "revision_number": 1,
                "original": original,
                "part": part,
                "media_type": media_type,
                "source": canonical(provenance.source, compose=False),  # a path, to the letter
                "reader": provenance.reader,
                "reader_version": provenance.reader_version,
                "encoding": provenance.encoding,
                "parameters": json.dumps(dict(provenance.parameters), ensure_ascii=False),
                "warnings": json.dumps([one_line(warning) for warning in draft.warnings], ensure_ascii=False),
                "imported_at": moment,
            },
        )
        self._connection.insert(
            "revisions",
            {
                "uuid": revision_id or str(uuid4()),
                "article": row,
                "number": 1,
                "sha256": text_sha256(draft.body),
                "body": draft.body,
                "created_at": moment,
            },
        )
        return id_

    def update(self, id_: str, **metadata: str) -> Article:
        """Change metadata: title, outlet, byline, section, url, published (EDTF), language."""
        for name in metadata:
            if name not in _EDITABLE:
                raise InvalidValue("field of an article", name, ", ".join(_EDITABLE))
        article = self.get(id_)
        with self._connection.action(f"Edit {article.title}"):
            self._connection.update("articles", article.row, _metadata(metadata))
        return self.get(id_)

    def restrict(self, ids: Iterable[str], restriction: Restriction | None) -> None:
        """Put articles under a restriction, or lift theirs, as one step; its end may be EDTF.

        Raises ArticleNotFound, InvalidDate, InvalidValue.
        """
        articles = [self.get(id_) for id_ in ids]
        if articles:
            restricting.restrict(self._connection, articles, restriction)

    def revise(self, id_: str, body: str, reading: Provenance, warnings: Iterable[str] = ()) -> Revised:
        """Give an article another text as a new revision; its annotations follow their words, see revising.revise."""
        from archivist.store.revising import revise

        return revise(self._connection, self.get(id_), body, reading, tuple(warnings))

    def delete(self, ids: Iterable[str]) -> None:
        """Delete articles with their annotations, softly: undo brings all back."""
        articles = [self.get(id_) for id_ in ids]
        moment = now()
        name = f"Delete {articles[0].title}" if len(articles) == 1 else f"Delete {len(articles)} articles"
        with self._connection.action(name):
            for article in articles:
                self._connection.execute(
                    "UPDATE annotations SET deleted_at = ? WHERE article = ? AND deleted_at IS NULL",
                    (moment, article.row),
                )
                self._connection.update("articles", article.row, {"deleted_at": moment})

    def restore(self, id_: str) -> None:
        """Bring a deleted article back, with the annotations that were deleted with it."""
        row = self._connection.row("SELECT id, title, deleted_at FROM articles WHERE uuid = ?", (id_,))
        if row is None:
            raise ArticleNotFound(id_)
        if row["deleted_at"] is not None:
            with self._connection.action(f"Restore {row['title']}"):
                self._bring_back(row["id"])

    def _select(self) -> str:
        return _SELECT.format(restriction=restricting.columns(self._connection))

    def _bring_back(self, row: int) -> None:
        """Undelete an article and what the same step had deleted of it; a tag that is gone stays gone."""
        deletion = self._connection.value(
            "SELECT action FROM changes WHERE table_name = 'articles' AND row_id = ? ORDER BY id DESC LIMIT 1", (row,)
        )
        self._connection.update("articles", row, {"deleted_at": None})
        self._connection.execute(
            """UPDATE annotations SET deleted_at = NULL
               WHERE article = ? AND deleted_at IS NOT NULL
               AND tag IN (SELECT id FROM tags WHERE deleted_at IS NULL)
               AND EXISTS (SELECT 1 FROM changes c WHERE c.table_name = 'annotations' AND c.row_id = annotations.id
                           AND c.action = ? AND json_extract(c.before, '$.deleted_at') IS NULL)""",
            (row, deletion),
        )


def _metadata(values: dict[str, str]) -> dict[str, Any]:
    """Columns for metadata, with those that are derived from it. Raises InvalidDate."""
    columns: dict[str, Any] = {name: one_line(value) for name, value in values.items()}
    if "title" in columns:
        columns["title_key"] = sort_key(columns["title"])
    if "published" in columns:
        published = columns["published"]
        days = date_range(published) if published else None
        columns["published_first"] = days.first if days else ""
        columns["published_last"] = days.last if days else ""
    return columns


def _article(row: sqlite3.Row) -> Article:
    sha256 = row["original_sha256"]
    return Article(
        row=row["id"],
        id=row["uuid"],
        title=row["title"],
        outlet=row["outlet"],
        byline=row["byline"],
        section=row["section"],
        url=row["url"],
        published=row["published"],
        captured=row["captured"],
        language=row["language"],
        imported_at=row["imported_at"],
        revision=row["revision_uuid"],
        original=Original(sha256, row["media_type"], row["original_size"]) if sha256 else None,
        annotation_count=row["annotation_count"],
        restriction=restricting.restriction_of_row(row),
    )


def _revision(row: sqlite3.Row) -> Revision:
    return Revision(row["uuid"], row["number"], row["sha256"], row["body"], row["created_at"])
