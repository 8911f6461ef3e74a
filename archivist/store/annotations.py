# SPDX-License-Identifier: GPL-3.0-or-later
"""The annotations of an archive. None is ever stored, or given out as anchored, beside its words."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

from archivist.errors import (
    AmbiguousAnnotation,
    AnnotationNotFound,
    InvalidValue,
    QuoteMismatch,
    QuoteNotFound,
    SpanCutsCharacter,
    SpanOutsideText,
)
from archivist.model import Annotation, JsonValue, Revision, Status, Tag
from archivist.store import attributes as attribute_rules
from archivist.store import links, part_of
from archivist.store.annotation_rows import annotation_of_row, select
from archivist.store.articles import Articles
from archivist.store.bulk_annotating import Placement, accept_many, add_many
from archivist.store.connection import Connection, now
from archivist.store.followed_annotations import FollowedAnnotations
from archivist.store.tags import Tags
from archivist.text import canonical, locate_quote, occurrences, shortened, surroundings, whole_graphemes

if TYPE_CHECKING:
    from archivist.model import Suggestion

_SHORTEST_REFERENCE = 4


class AnnotationText(NamedTuple):
    """What a search asks of an annotation. Where it is not anchored, its place means nothing."""

    article: int  # row
    id: str
    start: int
    end: int
    quote: str
    note: str
    tag: str  # name, casefolded
    kind: str
    anchored: bool
    record: int | None = None  # row of the one that it is linked to


class Annotations:
    """The annotations of one archive. What is deleted is in none of the answers."""

    def __init__(self, connection: Connection, articles: Articles, tags: Tags) -> None:
        self._connection = connection
        self._articles = articles
        self._tags = tags
        self._followed = FollowedAnnotations(connection, self._as_they_stand)

    # Reading

    def get(self, id_: str) -> Annotation:
        """The annotation with this id. Raises AnnotationNotFound."""
        row = self._connection.row(f"{select(self._connection)} WHERE n.uuid = ? AND n.deleted_at IS NULL", (id_,))
        if row is None:
            raise AnnotationNotFound(id_)
        return annotation_of_row(row)

    def find(self, reference: str) -> Annotation:
        """The annotation whose id is, or alone begins with, what a person typed.

        Raises AnnotationNotFound, AmbiguousAnnotation.
        """
        reference = reference.strip().lower()
        ids: list[str] = []
        if len(reference) >= _SHORTEST_REFERENCE and not any(mark in reference for mark in "*?["):
            ids = self._connection.column(
                "SELECT uuid FROM annotations WHERE uuid GLOB ? AND deleted_at IS NULL LIMIT 100", (reference + "*",)
            )
        if not ids:
            raise AnnotationNotFound(reference)
        if len(ids) > 1:
            raise AmbiguousAnnotation(reference, len(ids))
        return self.get(ids[0])

    def of_article(self, article: str) -> list[Annotation]:
        """The annotations of an article, by start, outer before inner.

        One whose quote is not at its place is given with status review, whatever was stored.
        """
        rows = self._connection.rows(
            f"""{select(self._connection)} WHERE a.uuid = ? AND n.deleted_at IS NULL
                ORDER BY n.span_start, n.span_end DESC, n.id""",
            (article,),
        )
        return self._as_they_stand(article, map(annotation_of_row, rows)) if rows else []

    def followed(self, article: str) -> list[Annotation]:
        """The same, for who asks again and again for those of one article: only what has changed is read."""
        if self._connection.sqlite.in_transaction:  # what is seen in it may be rolled back
            return self.of_article(article)
        return self._followed.of_article(article)

    def of_articles(self, articles: Sequence[str]) -> Iterator[tuple[str, list[Annotation]]]:
        """Each of these articles (some hundreds of ids), in their order, with its annotations as of_article() has them.

        The text of each is read when it is its turn, so articles.revision() can give it at once.
        """
        marks = ", ".join("?" * len(articles))
        found: dict[str, list[Annotation]] = {}
        for row in self._connection.rows(
            f"""{select(self._connection)} WHERE a.uuid IN ({marks}) AND n.deleted_at IS NULL
                ORDER BY n.article, n.span_start, n.span_end DESC, n.id""",
            articles,
        ):
            annotation = annotation_of_row(row)
            found.setdefault(annotation.article, []).append(annotation)
        for article in articles:
            annotations = found.pop(article, [])
            if annotations:
                revision = self._articles.revision(article)
                annotations = [_verified(annotation, revision) for annotation in annotations]
            yield article, annotations

    def count(self) -> int:
        """How many annotations there are."""
        number: int = self._connection.value("SELECT count(*) FROM annotations WHERE deleted_at IS NULL")
        return number

    def annotators(self) -> list[tuple[str, int]]:
        """Who made annotations, with how many of each there are, by name."""
        return [
            (row["created_by"], row["number"])
            for row in self._connection.rows(
                """SELECT created_by, count(*) AS number FROM annotations WHERE deleted_at IS NULL
                   GROUP BY created_by ORDER BY created_by"""
            )
        ]

    def articles_of(self, annotators: Collection[str]) -> list[str]:
        """The articles (ids) in which each of these annotators marked something, by id."""
        names = list(dict.fromkeys(annotators))
        found: list[str] = self._connection.column(
            """SELECT a.uuid FROM annotations n JOIN articles a ON a.id = n.article
               WHERE n.deleted_at IS NULL AND a.deleted_at IS NULL
                   AND n.created_by IN (SELECT value FROM json_each(?))
               GROUP BY a.id HAVING count(DISTINCT n.created_by) = ? ORDER BY a.uuid""",
            (json.dumps(names), len(names)),
        )
        return found

    def notes(self, rows: list[int]) -> dict[int, list[str]]:
        """The notes of the annotations of each of these articles, by the article's row."""
        marks = ", ".join("?" * len(rows))
        found: dict[int, list[str]] = {}
        for row in self._connection.rows(
            f"""SELECT article, note FROM annotations
                WHERE article IN ({marks}) AND deleted_at IS NULL AND note <> '' ORDER BY article, span_start, id""",
            rows,
        ):
            found.setdefault(row["article"], []).append(row["note"])
        return found

    def texts(self, rows: Iterable[int]) -> list[AnnotationText]:
        """What a search asks of the annotations of these articles, by article and start, outer before inner."""
        record = "n.record" if self._connection.has_table("records") else "NULL"
        found = self._connection.tuples(
            f"""SELECT n.article, n.uuid, n.span_start, n.span_end, n.quote, n.note, t.name_key, t.kind,
                   n.status = 'anchored', {record}
               FROM annotations n JOIN tags t ON t.id = n.tag
               WHERE n.article IN (SELECT value FROM json_each(?)) AND n.deleted_at IS NULL
               ORDER BY n.article, n.span_start, n.span_end DESC, n.id""",
            (json.dumps(list(rows)),),
        )
        return [AnnotationText._make((*values, bool(anchored), record)) for *values, anchored, record in found]

    # Writing

    def add(
        self,
        article: str,
        start: int,
        end: int,
        tag: str,
        *,
        quote: str | None = None,
        note: str = "",
        attributes: Mapping[str, JsonValue] | None = None,
        record: str | None = None,
        cut_characters: bool = False,
    ) -> Annotation:
        """Mark a span of an article's current text with a tag (its id), and link it to a record (its id).

        `quote`, where given, has to be what the text says there. A span that cuts a grapheme is
        refused unless `cut_characters`: another program may have made it so, and then it stays so.
        Raises RecordNotFound, KindsDiffer where there is no such record of the tag's kind.
        """
        revision = self._articles.revision(article)
        self._check_span(revision.body, start, end, cut_characters=cut_characters)
        found = revision.body[start:end]
        if quote is not None and quote != found:
            raise QuoteMismatch(start, end, quote, found)
        prefix, suffix = surroundings(revision.body, start, end)
        moment = now()
        annotation = Annotation(
            id=str(uuid4()),
            article=article,
            revision=revision.id,
            start=start,
            end=end,
            quote=found,
            prefix=prefix,
            suffix=suffix,
            tag=self._tags.get(tag),
            note=canonical(note),
            attributes=attribute_rules.checked(attributes or {}),
            record=record,
            status=Status.ANCHORED,
            created_by=self._connection.who,
            created_at=moment,
            modified_at=moment,
        )
        self._insert(annotation, revision)
        return annotation

    def add_quote(
        self,
        article: str,
        quote: str,
        tag: str,
        *,
        occurrence: int = 1,
        note: str = "",
        attributes: Mapping[str, JsonValue] | None = None,
        record: str | None = None,
    ) -> Annotation:
        """Mark the n-th occurrence of these words; see add(). Raises QuoteNotFound."""
        body = self._articles.revision(article).body
        starts: list[int] = []
        for wanted in (quote, canonical(quote, compose=False), canonical(quote)):
            starts = occurrences(body, wanted)
            if starts:
                quote = wanted
                break
        if not 1 <= occurrence <= len(starts):
            raise QuoteNotFound(quote, len(starts), occurrence)
        start = starts[occurrence - 1]
        return self.add(
            article, start, start + len(quote), tag, quote=quote, note=note, attributes=attributes, record=record
        )

    def add_many(self, placements: Iterable[Placement], tag: str, note: str = "") -> int:
        """Tag (by id) many passages in one step; those that carry the tag already are left as they are.

        Returns how many were tagged; see bulk_annotating.add_many.
        """
        return add_many(self._connection, self._articles, placements, self._tags.get(tag), note)

    def accept_many(
        self, suggestions: Iterable[tuple[str, Suggestion]], tag_for: Callable[[Suggestion], str]
    ) -> list[str]:
        """Annotate what was suggested, each with its article (id), in one step; `tag_for` gives its tag (id).

        Returns the ids of what was made or completed; see bulk_annotating.accept_many.
        """
        return accept_many(self._connection, self._articles, self._tags, suggestions, tag_for)

    def bring_in(self, annotation: Annotation) -> Annotation:
        """Store an annotation made elsewhere, with its own id, times and author, at its place().

        One that is here, or was deleted here, becomes as it was brought.
        """
        placed = self.place(annotation)
        revision = self._articles.revision(annotation.article)
        if placed.end <= placed.start or placed.start < 0:
            raise SpanOutsideText(placed.start, placed.end, len(revision.body))
        self._insert(placed, revision)
        return placed

    def place(self, annotation: Annotation) -> Annotation:
        """The annotation as it belongs in its article's current text.

        Its place is trusted only where the words agree; else the words are looked for by what
        surrounds them; else it is for review, with all that it brought. What was for review stays so.
        """
        revision = self._articles.revision(annotation.article)
        attributes = attribute_rules.checked(annotation.attributes)
        return _placed(replace(annotation, revision=revision.id, attributes=attributes), revision)

    def update(
        self,
        id_: str,
        *,
        start: int | None = None,
        end: int | None = None,
        tag: str | None = None,
        note: str | None = None,
        attributes: Mapping[str, JsonValue] | None = None,
        record: str | None = None,
    ) -> Annotation:
        """Change the span, the tag (id), the note, all attributes or the record (id, "" for none) of an annotation.

        With a tag of another kind it loses its link, unless a record of that kind is given.
        """
        annotation = self.get(id_)
        # Places are of the text that is current now, whatever it becomes before this is written.
        moved = start is not None or end is not None
        columns: dict[str, Any] = self._moved(annotation, start, end) if moved else {}
        is_settled = moved and annotation.status is Status.REVIEW
        what = "Settle the review of" if is_settled else "Edit"
        with self._connection.action(f"{what} “{shortened(annotation.quote)}”"):
            annotation = self.get(id_)  # which another connection may have changed while this one waited
            wanted = annotation.tag if tag is None else self._tags.get(tag)
            if tag is not None:
                columns["tag"] = wanted.row
            if record is not None:
                columns["record"] = self._record_row(record, wanted, annotation.quote)
            elif wanted.kind != annotation.tag.kind:
                columns["record"] = None
            if note is not None:
                columns["note"] = canonical(note)
            if attributes is not None:
                columns["attributes"] = attribute_rules.as_json(attribute_rules.checked(attributes))
            if columns:
                self._connection.update("annotations", self._row(id_), {**columns, "modified_at": now()})
        return self.get(id_)

    def delete(self, id_: str) -> None:
        """Delete an annotation, softly."""
        annotation = self.get(id_)
        with self._connection.action(f"Delete “{shortened(annotation.quote)}”"):
            self._connection.update("annotations", self._row(id_), {"deleted_at": now()})

    def is_known(self, id_: str) -> bool:
        """Whether an annotation with this id is here, deleted or not."""
        return self._connection.value("SELECT 1 FROM annotations WHERE uuid = ?", (id_,)) is not None

    def _moved(self, annotation: Annotation, start: int | None, end: int | None) -> dict[str, Any]:
        body = self._articles.revision(annotation.article).body
        if annotation.status is Status.REVIEW and (start is None or end is None):
            # The edge that is not given is one of another text.
            raise InvalidValue("place of an annotation for review", f"{start}:{end}", "a start and an end in the text")
        start = annotation.start if start is None else start
        end = annotation.end if end is None else end
        self._check_span(body, start, end, cut_characters=False)
        prefix, suffix = surroundings(body, start, end)
        revision = self._articles.revision(annotation.article)
        return {
            "revision": self._connection.value("SELECT id FROM revisions WHERE uuid = ?", (revision.id,)),
            "span_start": start,
            "span_end": end,
            "quote": body[start:end],
            "prefix": prefix,
            "suffix": suffix,
            "status": Status.ANCHORED,
        }

    def _check_span(self, body: str, start: int, end: int, *, cut_characters: bool) -> None:
        if not 0 <= start < end <= len(body):
            raise SpanOutsideText(start, end, len(body))
        whole = whole_graphemes(body, start, end)
        if whole != (start, end) and not cut_characters:
            raise SpanCutsCharacter(start, end, *whole)

    def _as_they_stand(self, article: str, annotations: Iterable[Annotation]) -> list[Annotation]:
        revision = self._articles.revision(article)
        return [_verified(annotation, revision) for annotation in annotations]

    def _insert(self, annotation: Annotation, revision: Revision) -> None:
        if (
            annotation.status is Status.ANCHORED
            and revision.body[annotation.start : annotation.end] != annotation.quote
        ):
            raise QuoteMismatch(
                annotation.start,
                annotation.end,
                annotation.quote,
                revision.body[annotation.start : annotation.end],
            )
        with self._connection.action(f"Tag “{shortened(annotation.quote)}” as {annotation.tag.name}"):
            # Here, as article, tag and record may have been deleted since the annotation was made.
            columns = self._columns(annotation, revision)
            known = self._connection.value("SELECT id FROM annotations WHERE uuid = ?", (annotation.id,))
            if known is not None:
                self._connection.update("annotations", known, {**columns, "deleted_at": None})
                part_of.break_circles(self._connection, ("annotation", known))
            else:
                self._connection.insert("annotations", columns)

    def _columns(self, annotation: Annotation, revision: Revision) -> dict[str, Any]:
        """The columns of a new annotation. Raises ArticleNotFound, TagNotFound, RecordNotFound, KindsDiffer."""
        tag = self._tags.get(annotation.tag.id)
        return {
            "uuid": annotation.id,
            "article": self._articles.row_of(annotation.article),
            "revision": self._connection.value("SELECT id FROM revisions WHERE uuid = ?", (revision.id,)),
            "span_start": annotation.start,
            "span_end": annotation.end,
            "quote": annotation.quote,
            "prefix": annotation.prefix,
            "suffix": annotation.suffix,
            "tag": tag.row,
            "note": annotation.note,
            "attributes": attribute_rules.as_json(annotation.attributes),
            "record": self._record_row(annotation.record, tag, annotation.quote),
            "status": annotation.status,
            "created_by": annotation.created_by,
            "created_at": annotation.created_at,
            "modified_at": annotation.modified_at,
        }

    def _record_row(self, record: str | None, tag: Tag, quote: str) -> int | None:
        return links.row_for(self._connection, record, tag.kind, quote) if record else None

    def _row(self, id_: str) -> int:
        row: int | None = self._connection.value("SELECT id FROM annotations WHERE uuid = ?", (id_,))
        if row is None:
            raise AnnotationNotFound(id_)
        return row


def _placed(annotation: Annotation, revision: Revision) -> Annotation:
    """The annotation on its own words: where it says, else where they are, else for review."""
    if annotation.status is Status.REVIEW:
        return annotation
    if revision.body[annotation.start : annotation.end] == annotation.quote and annotation.quote:
        return replace(annotation, status=Status.ANCHORED)
    start = locate_quote(revision.body, annotation.quote, annotation.prefix, annotation.suffix)
    if start is None:
        return replace(annotation, status=Status.REVIEW)
    return replace(annotation, start=start, end=start + len(annotation.quote), status=Status.ANCHORED)


def _verified(annotation: Annotation, revision: Revision) -> Annotation:
    if annotation.revision == revision.id and revision.body[annotation.start : annotation.end] == annotation.quote:
        return annotation
    return replace(annotation, status=Status.REVIEW)
