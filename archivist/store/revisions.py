# SPDX-License-Identifier: GPL-3.0-or-later
"""The older texts of an article, each with the annotations that it had when it was last the current one.

Annotations go along to the next text, so what stood on an older one is read from the journal. Nothing
is written here: an older text is looked at, and can only be made the current one by giving it again.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from archivist.errors import RevisionNotFound
from archivist.model import Annotation, Provenance, Revision, Status
from archivist.store.annotation_rows import annotation_of_row, select
from archivist.store.annotations import Annotations
from archivist.store.articles import Articles
from archivist.store.connection import Connection
from archivist.store.events import Events
from archivist.store.revising import Foreseen, foresee
from archivist.store.tags import Tags
from archivist.text import canonical

if TYPE_CHECKING:
    from archivist.model import RevisionProvenance

_SHORTEST_REFERENCE = 4


class Revisions:
    """The texts of the articles of one archive."""

    def __init__(
        self, connection: Connection, articles: Articles, annotations: Annotations, tags: Tags, events: Events
    ) -> None:
        self._connection = connection
        self._articles = articles
        self._annotations = annotations
        self._tags = tags
        self._events = events

    def of_article(self, article: str) -> list[RevisionProvenance]:
        """Every text of an article (id), oldest first, without its words. Raises ArticleNotFound."""
        self._articles.row_of(article)
        return self._events.revisions(article)

    def find(self, article: str, reference: str) -> Revision:
        """The text of an article that a person named: by its number, or by what its id alone begins with.

        Raises RevisionNotFound, ArticleNotFound.
        """
        wanted = reference.strip().lower()
        texts = self.of_article(article)
        found = [text for text in texts if str(text.number) == wanted]
        if not found and len(wanted) >= _SHORTEST_REFERENCE:
            found = [text for text in texts if text.id.startswith(wanted)]
        if len(found) != 1:
            raise RevisionNotFound(reference, len(texts))
        return self.get(article, found[0].id)

    def get(self, article: str, revision: str) -> Revision:
        """The text with this id of an article (id). Raises RevisionNotFound."""
        row = self._connection.row(
            """SELECT r.uuid, r.number, r.sha256, r.body, r.created_at FROM revisions r
               JOIN articles a ON a.id = r.article WHERE r.uuid = ? AND a.uuid = ?""",
            (revision, article),
        )
        if row is None:
            raise RevisionNotFound(revision, len(self._events.revisions(article)))
        return Revision(*row)

    def provenance(self, article: str, revision: str) -> Provenance:
        """How the text with this id was made; see Articles.provenance. Raises RevisionNotFound, ArticleNotFound."""
        source = self._articles.provenance(article).source
        for text in self.of_article(article):
            if text.id == revision:
                return Provenance(source, text.reader, text.reader_version, text.encoding, text.parameters)
        raise RevisionNotFound(revision, len(self.of_article(article)))

    def foresee(self, article: str, body: str) -> Foreseen:
        """What giving an article (id) this text would do with its annotations; see revising.foresee."""
        return foresee(self._connection, self._annotations.of_article(article), canonical(body, compose=False))

    def annotations(self, article: str, revision: Revision) -> list[Annotation]:
        """What was marked in an article when a text of it was last current, by start, outer before inner.

        Those that did not stand on their words in it are given with status review.
        """
        current = self._articles.get(article)
        if current.revision == revision.id:
            return self._annotations.of_article(article)
        ended = self._ended(current.row, revision.number)
        if ended is None:  # no step made another one current: it came with the article
            marks = self._annotations.of_article(article)
        else:
            marks = [mark for row in self._rows(current.row) if (mark := self._as_it_was(row, ended)) is not None]
        placed = [_on(mark, revision) for mark in marks]
        return sorted(placed, key=lambda mark: (mark.start, -mark.end))

    def _ended(self, article: int, number: int) -> int | None:
        """The first change of the step after which a text was current no more."""
        action = self._connection.value(
            """SELECT action FROM changes WHERE table_name = 'articles' AND row_id = ?1
                   AND json_extract(before, '$.revision_number') = ?2
                   AND json_extract(after, '$.revision_number') <> ?2
               ORDER BY id DESC LIMIT 1""",
            (article, number),
        )
        first: int | None = self._connection.value("SELECT min(id) FROM changes WHERE action = ?", (action,))
        return first

    def _rows(self, article: int) -> list[int]:
        """The rows of all annotations that an article ever had."""
        rows: list[int] = self._connection.column(
            """SELECT id FROM annotations WHERE article = ?1 AND deleted_at IS NULL
               UNION SELECT id FROM annotations WHERE article = ?1 AND deleted_at IS NOT NULL""",
            (article,),
        )
        return rows

    def _as_it_was(self, row: int, change: int) -> Annotation | None:
        """An annotation as it was before a change of the journal; None where it was not there."""
        of_row = "FROM changes WHERE table_name = 'annotations' AND row_id = ?1"
        before = self._connection.row(f"SELECT after {of_row} AND id < ?2 ORDER BY id DESC LIMIT 1", (row, change))
        if before is None:
            before = self._connection.row(f"SELECT before {of_row} AND id >= ?2 ORDER BY id LIMIT 1", (row, change))
        found = self._connection.row(f"{select(self._connection)} WHERE n.id = ?", (row,))
        if found is None:
            return None
        if before is None:  # it came without a step, and no step changed it
            return annotation_of_row(found) if found["deleted_at"] is None else None
        if before[0] is None:
            return None
        was = json.loads(before[0])
        return None if was["deleted_at"] is not None else self._with(annotation_of_row(found), was)

    def _with(self, annotation: Annotation, was: dict[str, Any]) -> Annotation:
        """An annotation with what the journal says of it. A tag or record is shown as it is called now."""
        return replace(
            annotation,
            revision=self._connection.value("SELECT uuid FROM revisions WHERE id = ?", (was["revision"],)),
            start=was["span_start"],
            end=was["span_end"],
            quote=was["quote"],
            prefix=was["prefix"],
            suffix=was["suffix"],
            tag=annotation.tag if annotation.tag.row == was["tag"] else self._tags.at_row(was["tag"]),
            note=was["note"],
            attributes=json.loads(was["attributes"]),
            record=self._record(was.get("record")),
            status=Status(was["status"]),
            modified_at=was["modified_at"],
        )

    def _record(self, row: int | None) -> str | None:
        if row is None:
            return None
        record: str | None = self._connection.value("SELECT uuid FROM records WHERE id = ?", (row,))
        return record


def _on(annotation: Annotation, revision: Revision) -> Annotation:
    stands = annotation.revision == revision.id and revision.body[annotation.start : annotation.end] == annotation.quote
    return replace(annotation, status=Status.ANCHORED if stands else Status.REVIEW)
