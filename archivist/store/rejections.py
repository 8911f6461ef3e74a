# SPDX-License-Identifier: GPL-3.0-or-later
"""Suggestions that were rejected, so that they are not made again.

A rejection belongs to its words, as an annotation does: where a corrected text has them elsewhere,
told by what surrounds them, it goes on holding, and where it has them no more, it rests.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from uuid import uuid4

from archivist.model import Kind, Suggestion
from archivist.store import links
from archivist.store.articles import Articles
from archivist.store.bulk_annotating import by_article, check_quote
from archivist.store.connection import Connection, now
from archivist.text import locate_quote, shortened, surroundings

_SELECT = """
    SELECT j.span_start, j.span_end, j.kind, d.uuid, j.quote, j.prefix, j.suffix, r.uuid
    FROM rejections j JOIN revisions r ON r.id = j.revision LEFT JOIN records d ON d.id = j.record
    WHERE j.article = ? AND j.deleted_at IS NULL
"""


class Rejected(NamedTuple):
    """What was rejected in the current text of an article."""

    start: int
    end: int
    kind: Kind
    record: str | None  # id of the record that was suggested


def key(suggestion: Suggestion) -> Rejected:
    """What a suggestion is rejected by."""
    return Rejected(suggestion.start, suggestion.end, suggestion.kind, suggestion.record)


class Rejections:
    """The rejected suggestions of one archive. What is deleted is in none of the answers."""

    def __init__(self, connection: Connection, articles: Articles) -> None:
        self._connection = connection
        self._articles = articles

    def of_article(self, article: str) -> frozenset[Rejected]:
        """What was rejected in an article (id), where it stands in the current text; compare with key()."""
        if not self._connection.has_table("rejections"):
            return frozenset()
        found = self._connection.tuples(_SELECT, (self._articles.row_of(article),))
        if not found:
            return frozenset()
        revision = self._articles.revision(article)
        rejected = set()
        for start, end, kind, record, quote, prefix, suffix, of_revision in found:
            at = start if of_revision == revision.id else locate_quote(revision.body, quote, prefix, suffix)
            if at is not None:
                rejected.add(Rejected(at, at + end - start, Kind(kind), record))
        return frozenset(rejected)

    def is_rejected(self, article: str, suggestion: Suggestion) -> bool:
        """Whether this was rejected in this article (id); of_article() is quicker for many."""
        return key(suggestion) in self.of_article(article)

    def add_many(self, suggestions: Iterable[tuple[str, Suggestion]]) -> int:
        """Reject suggestions, each with its article (id), in one step, and return how many were not before.

        Raises ArticleNotFound, RecordNotFound, SpanOutsideText, QuoteMismatch, and then rejects none.
        """
        wanted = by_article(suggestions)
        offered = [suggestion for group in wanted.values() for suggestion in group]
        what = f"“{shortened(offered[0].quote)}”" if len(offered) == 1 else f"{len(offered)} suggestions"
        with self._connection.action(f"Reject {what}"):
            return sum(self._reject(article, group) for article, group in wanted.items())

    def _reject(self, article: str, suggestions: Iterable[Suggestion]) -> int:
        rejected = set(self.of_article(article))
        before = len(rejected)
        row, revision = self._articles.row_of(article), self._articles.revision(article)
        revision_row = self._connection.value("SELECT id FROM revisions WHERE uuid = ?", (revision.id,))
        moment = now()
        for suggestion in suggestions:
            check_quote(revision.body, suggestion.start, suggestion.end, suggestion.quote)
            if key(suggestion) in rejected:
                continue
            rejected.add(key(suggestion))
            record = suggestion.record
            prefix, suffix = surroundings(revision.body, suggestion.start, suggestion.end)
            self._connection.insert(
                "rejections",
                {
                    "uuid": str(uuid4()),
                    "article": row,
                    "revision": revision_row,
                    "span_start": suggestion.start,
                    "span_end": suggestion.end,
                    "quote": suggestion.quote,
                    "prefix": prefix,
                    "suffix": suffix,
                    "kind": suggestion.kind,
                    "record": links.row_of_record(self._connection, record) if record else None,
                    "created_by": self._connection.who,
                    "created_at": moment,
                },
            )
        return len(rejected) - before
