# SPDX-License-Identifier: GPL-3.0-or-later
"""Tagging many passages of many articles at once, as one step of the history."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from uuid import uuid4

from archivist.errors import QuoteMismatch, SpanOutsideText
from archivist.model import Status, Tag
from archivist.store.articles import Articles
from archivist.store.connection import Connection, now
from archivist.text import canonical, surroundings, whole_graphemes


class Placement(NamedTuple):
    """A passage to tag, with the words that are expected there."""

    article: str  # id
    start: int
    end: int
    quote: str


def add_many(
    connection: Connection, articles: Articles, placements: Iterable[Placement], tag: Tag, note: str = ""
) -> int:
    """Tag every passage that does not carry the tag already, and return how many those were.

    A passage that cuts a character is widened to hold it whole. Raises ArticleNotFound,
    SpanOutsideText, QuoteMismatch, and then tags nothing.
    """
    by_article: dict[str, list[Placement]] = {}
    for placement in placements:
        by_article.setdefault(placement.article, []).append(placement)
    wanted = sum(map(len, by_article.values()))
    with connection.action(f"Tag {wanted} {'passage' if wanted == 1 else 'passages'} as {tag.name}"):
        return sum(
            _add_to_article(connection, articles, article, passages, tag, canonical(note))
            for article, passages in by_article.items()
        )


def _add_to_article(
    connection: Connection, articles: Articles, article: str, passages: list[Placement], tag: Tag, note: str
) -> int:
    row, revision = articles.row_of(article), articles.revision(article)
    revision_row = connection.value("SELECT id FROM revisions WHERE uuid = ?", (revision.id,))
    tagged = set(
        connection.tuples(
            "SELECT span_start, span_end FROM annotations WHERE article = ? AND tag = ? AND deleted_at IS NULL",
            (row, tag.row),
        )
    )
    moment, added = now(), 0
    for passage in passages:
        start, end = _checked(passage, revision.body)
        if (start, end) in tagged:
            continue
        tagged.add((start, end))
        added += 1
        prefix, suffix = surroundings(revision.body, start, end)
        connection.insert(
            "annotations",
            {
                "uuid": str(uuid4()),
                "article": row,
                "revision": revision_row,
                "span_start": start,
                "span_end": end,
                "quote": revision.body[start:end],
                "prefix": prefix,
                "suffix": suffix,
                "tag": tag.row,
                "note": note,
                "attributes": "{}",
                "status": Status.ANCHORED,
                "created_by": connection.who,
                "created_at": moment,
                "modified_at": moment,
            },
        )
    return added


def _checked(passage: Placement, body: str) -> tuple[int, int]:
    """Start and end of a passage, of whole characters."""
    start, end = passage.start, passage.end
    if not 0 <= start < end <= len(body):
        raise SpanOutsideText(start, end, len(body))
    if body[start:end] != passage.quote:
        raise QuoteMismatch(start, end, passage.quote, body[start:end])
    return whole_graphemes(body, start, end)
