# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotating many passages of many articles at once, as one step of the history."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from uuid import uuid4

from archivist.errors import QuoteMismatch, SpanOutsideText
from archivist.model import Status, Tag
from archivist.store import attributes, links
from archivist.store.articles import Articles
from archivist.store.connection import Connection, now
from archivist.store.tags import Tags
from archivist.text import canonical, shortened, surroundings, whole_graphemes

if TYPE_CHECKING:
    from archivist.model import Suggestion

_Thing = TypeVar("_Thing")


class Placement(NamedTuple):
    """A passage to tag, with the words that are expected there."""

    article: str  # id
    start: int
    end: int
    quote: str


class _New(NamedTuple):
    """An annotation to make."""

    start: int
    end: int
    quote: str
    tag: int  # row
    note: str = ""
    attributes: str = "{}"  # JSON
    record: int | None = None  # row


class _Known(NamedTuple):
    """An annotation that is there already."""

    row: int
    id: str
    attributes: str
    record: int | None


def add_many(
    connection: Connection, articles: Articles, placements: Iterable[Placement], tag: Tag, note: str = ""
) -> int:
    """Tag every passage that does not carry the tag already, and return how many those were.

    A passage that cuts a character is widened to hold it whole. Raises ArticleNotFound,
    SpanOutsideText, QuoteMismatch, and then tags nothing.
    """
    note = canonical(note)
    wanted = by_article((place.article, _New(*place[1:], tag.row, note)) for place in placements)
    number = sum(map(len, wanted.values()))
    with connection.action(f"Tag {number} {'passage' if number == 1 else 'passages'} as {tag.name}"):
        return len(list(_added(connection, articles, wanted)))


def accept_many(
    connection: Connection,
    articles: Articles,
    tags: Tags,
    suggestions: Iterable[tuple[str, Suggestion]],
    tag_for: Callable[[Suggestion], str],
) -> list[str]:
    """Annotate what was suggested, each with its article (id), as one step.

    `tag_for` gives the tag (id) of a suggestion. Where the words carry that tag already, the
    annotation gets the suggested record and attributes if it has none, and else stays as it is.
    Returns the ids of the annotations that were made or completed. Raises ArticleNotFound,
    TagNotFound, RecordNotFound, KindsDiffer, SpanOutsideText, QuoteMismatch, InvalidValue,
    InvalidDate, and then accepts nothing.
    """
    new = _translator(connection, tags, tag_for)
    offered = list(suggestions)
    what = f"“{shortened(offered[0][1].quote)}”" if len(offered) == 1 else f"{len(offered)} suggestions"
    with connection.action(f"Accept {what}"):
        wanted = by_article((article, new(suggestion)) for article, suggestion in offered)
        return list(_added(connection, articles, wanted))


def by_article(things: Iterable[tuple[str, _Thing]]) -> dict[str, list[_Thing]]:
    """Things by the article (id) that each comes with."""
    found: dict[str, list[_Thing]] = {}
    for article, thing in things:
        found.setdefault(article, []).append(thing)
    return found


def check_quote(body: str, start: int, end: int, quote: str) -> None:
    """Raises SpanOutsideText, QuoteMismatch where a text does not have these words there."""
    if not 0 <= start < end <= len(body):
        raise SpanOutsideText(start, end, len(body))
    if body[start:end] != quote:
        raise QuoteMismatch(start, end, quote, body[start:end])


def _translator(
    connection: Connection, tags: Tags, tag_for: Callable[[Suggestion], str]
) -> Callable[[Suggestion], _New]:
    """Turns suggestions into annotations to make; each tag and record is looked up once."""
    known_tags: dict[str, Tag] = {}
    known_records: dict[tuple[str, str], int] = {}

    def new(suggestion: Suggestion) -> _New:
        tag_id = tag_for(suggestion)
        tag = known_tags.get(tag_id) or known_tags.setdefault(tag_id, tags.get(tag_id))
        record = None
        if suggestion.record is not None:
            key = (suggestion.record, tag.kind)
            record = known_records.get(key) or known_records.setdefault(
                key, links.row_for(connection, suggestion.record, tag.kind, suggestion.quote)
            )
        said = attributes.as_json(attributes.checked(suggestion.attributes))
        return _New(suggestion.start, suggestion.end, suggestion.quote, tag.row, "", said, record)

    return new


def _added(connection: Connection, articles: Articles, wanted: dict[str, list[_New]]) -> Iterator[str]:
    """Make annotations, inside an action; gives the ids of those that were made or completed."""
    for article, passages in wanted.items():
        row, revision = articles.row_of(article), articles.revision(article)
        revision_row = connection.value("SELECT id FROM revisions WHERE uuid = ?", (revision.id,))
        known = _known(connection, row, revision_row)
        moment = now()
        for passage in passages:
            check_quote(revision.body, passage.start, passage.end, passage.quote)
            start, end = whole_graphemes(revision.body, passage.start, passage.end)
            key = (start, end, passage.tag)
            if key in known:
                completed = _completed(known[key], passage)
                if completed != known[key]:
                    known[key] = completed
                    columns = {"record": completed.record, "attributes": completed.attributes, "modified_at": moment}
                    connection.update("annotations", completed.row, columns)
                    yield completed.id
                continue
            prefix, suffix = surroundings(revision.body, start, end)
            id_ = str(uuid4())
            new = {
                "uuid": id_,
                "article": row,
                "revision": revision_row,
                "span_start": start,
                "span_end": end,
                "quote": revision.body[start:end],
                "prefix": prefix,
                "suffix": suffix,
                "tag": passage.tag,
                "note": passage.note,
                "attributes": passage.attributes,
                "record": passage.record,
                "status": Status.ANCHORED,
                "created_by": connection.who,
                "created_at": moment,
                "modified_at": moment,
            }
            known[key] = _Known(connection.insert("annotations", new), id_, passage.attributes, passage.record)
            yield id_


def _known(connection: Connection, article: int, revision: int) -> dict[tuple[int, int, int], _Known]:
    """The annotations that stand in this text (row) of an article (row), by start, end and tag (row)."""
    found = connection.tuples(
        """SELECT span_start, span_end, tag, id, uuid, attributes, record FROM annotations
           WHERE article = ? AND revision = ? AND status = 'anchored' AND deleted_at IS NULL ORDER BY id DESC""",
        (article, revision),
    )
    return {(start, end, tag): _Known._make(rest) for start, end, tag, *rest in found}


def _completed(known: _Known, passage: _New) -> _Known:
    """An annotation with the record and the attributes of a passage where it has none itself."""
    return known._replace(
        record=known.record if known.record is not None else passage.record,
        attributes=known.attributes if known.attributes != "{}" else passage.attributes,
    )
