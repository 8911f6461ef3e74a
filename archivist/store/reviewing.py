# SPDX-License-Identifier: GPL-3.0-or-later
"""The annotations that wait for review: which they are, and where each of them may belong now.

What is done about one is an ordinary change: annotations.update() with a start and an end puts it on
words of the current text, annotations.delete() gives it up.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from archivist.model import Annotation, Status
from archivist.store.annotation_rows import annotation_of_row, select
from archivist.store.annotations import Annotations
from archivist.store.articles import Articles
from archivist.store.connection import Connection
from archivist.text import surroundings

if TYPE_CHECKING:
    from archivist.model import Candidate
    from archivist.store.revisions import Revisions

_WAITING = "n.status = 'review' AND n.deleted_at IS NULL AND a.deleted_at IS NULL"


class Passage(NamedTuple):
    """The words of an annotation amid those that it was made among."""

    before: str
    words: str
    after: str


class Review:
    """The annotations of one archive that wait for review."""

    def __init__(
        self,
        connection: Connection,
        annotations: Annotations,
        revisions: Callable[[], Revisions],
        articles: Articles,
    ) -> None:
        self._connection = connection
        self._annotations = annotations
        self._revisions = revisions
        self._articles = articles

    def of_article(self, article: str) -> list[Annotation]:
        """Those of an article (id), in the order of their places in the texts that they were made in."""
        return [mark for mark in self._annotations.of_article(article) if mark.status is Status.REVIEW]

    def all(self) -> list[Annotation]:
        """Those of the whole archive, by article."""
        rows = self._connection.rows(
            f"{select(self._connection)} WHERE {_WAITING} ORDER BY n.article, n.span_start, n.span_end DESC, n.id"
        )
        return [annotation_of_row(row) for row in rows]

    def count(self) -> int:
        """How many there are in the whole archive."""
        number: int = self._connection.value(
            f"SELECT count(*) FROM annotations n JOIN articles a ON a.id = n.article WHERE {_WAITING}"
        )
        return number

    def count_of(self, article: str) -> int:
        """How many there are in an article (id), without reading them."""
        number: int = self._connection.value(
            f"SELECT count(*) FROM annotations n JOIN articles a ON a.id = n.article WHERE a.uuid = ? AND {_WAITING}",
            (article,),
        )
        return number

    def by_article(self) -> dict[str, int]:
        """How many there are in each article (id) that has any."""
        rows = self._connection.tuples(
            f"""SELECT a.uuid, count(*) FROM annotations n JOIN articles a ON a.id = n.article
                WHERE {_WAITING} GROUP BY a.id"""
        )
        return dict(rows)

    def next_article(self, article: str | None) -> str | None:
        """The first article (id) after one that has any, after the last the first; None where none has."""
        row = self._articles.row_of(article) if article is not None else 0
        found: str | None = self._connection.value(
            f"""SELECT a.uuid FROM annotations n JOIN articles a ON a.id = n.article WHERE {_WAITING}
                ORDER BY a.id <= ?, a.id LIMIT 1""",
            (row,),
        )
        return found

    def passage(self, annotation: Annotation, width: int = 400) -> Passage:
        """The words that were marked, with up to width code points on either side of the text they were marked in."""
        body = self._revisions().get(annotation.article, annotation.revision).body
        start, end = annotation.start, annotation.end
        if body[start:end] != annotation.quote or not annotation.quote:  # it came from elsewhere, with its own text
            return Passage(annotation.prefix, annotation.quote, annotation.suffix)
        before, after = surroundings(body, start, end, width)
        return Passage(before, annotation.quote, after)

    def candidates(self, annotation: Annotation) -> list[Candidate]:
        """The likeliest places of an annotation in the current text of its article, the likeliest first."""
        from archivist.store.likely_places import likely_places

        old = self._revisions().get(annotation.article, annotation.revision).body
        new = self._articles.revision(annotation.article).body
        return likely_places(old, new, annotation)
