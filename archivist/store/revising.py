# SPDX-License-Identifier: GPL-3.0-or-later
"""A corrected text of an article: a new revision beside the old ones, with the annotations brought along.

An annotation moves only to its own words (see span_map.py). Where that is not certain it waits for
review on the text that it was made in, with all that it says; nothing is dropped.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from archivist.errors import InvalidValue
from archivist.model import Annotation, Article, Revised, Status
from archivist.store.connection import Connection, now
from archivist.store.span_map import SpanMap
from archivist.text import canonical, surroundings, text_sha256

if TYPE_CHECKING:
    from archivist.model import Provenance


class _Marked(NamedTuple):
    """A row of annotations or rejections, on the text that it stands on."""

    row: int
    start: int
    end: int
    quote: str
    revision: int  # row
    status: str


class _Placed(NamedTuple):
    """The columns that bring a row to the new text."""

    revision: int  # row
    span_start: int
    span_end: int
    prefix: str
    suffix: str


def revise(
    connection: Connection, article: Article, body: str, reading: Provenance, warnings: tuple[str, ...] = ()
) -> Revised:
    """Give an article another text, read as `reading` says, in one step that can be undone.

    The text is taken to the letter, as a plain text is. Raises InvalidValue where it has no words.
    """
    body = canonical(body, compose=False)
    if not body.strip():
        raise InvalidValue("text of an article", "", "a text with words in it")
    current = connection.row(
        "SELECT id, uuid, sha256 FROM revisions WHERE uuid = ? AND article = ?", (article.revision, article.row)
    )
    if current is not None and current["sha256"] == text_sha256(body):
        return Revised(article.revision, changed=False, moved=0, queued=0)
    with connection.action(f"Revise {article.title}"):
        row, id_ = _new_revision(connection, article, body, reading, warnings)
        moved, queued = _bring_along(connection, article.row, row, body)
    return Revised(id_, changed=True, moved=moved, queued=queued)


class Foreseen(NamedTuple):
    """What giving an article another text would come to."""

    moved: int  # annotations
    waiting: tuple[tuple[Annotation, int], ...]  # those for review, each with where its place is about, in the new text


def foresee(connection: Connection, annotations: Iterable[Annotation], body: str) -> Foreseen:
    """What revise() would do with the annotations of an article if this were its text; nothing is written."""
    maps: dict[int, SpanMap] = {}
    moved, waiting = 0, []
    for one in annotations:
        row = connection.value("SELECT id FROM revisions WHERE uuid = ?", (one.revision,))
        marked = _Marked(0, one.start, one.end, one.quote, row, one.status)
        if _placed(connection, maps, marked, 0, body) is not None:
            moved += 1
        else:
            length = len(maps[row].old)
            start, end = min(one.start, length), min(one.end, length)
            waiting.append((one, maps[row].nearest(start, end)[2]))
    return Foreseen(moved, tuple(waiting))


def _new_revision(
    connection: Connection, article: Article, body: str, reading: Provenance, warnings: tuple[str, ...]
) -> tuple[int, str]:
    id_ = str(uuid4())
    # A number is never used twice, not even that of a revision that was undone.
    number = connection.value("SELECT max(number) FROM revisions WHERE article = ?", (article.row,)) + 1
    row = connection.insert(
        "revisions",
        {
            "uuid": id_,
            "article": article.row,
            "number": number,
            "sha256": text_sha256(body),
            "body": body,
            "created_at": now(),
            "reader": reading.reader,
            "reader_version": reading.reader_version,
            "encoding": reading.encoding,
            "parameters": json.dumps(dict(reading.parameters), ensure_ascii=False),
            "warnings": json.dumps(list(warnings), ensure_ascii=False),
        },
    )
    connection.update("articles", article.row, {"revision_number": number})
    return row, id_


def _bring_along(connection: Connection, article: int, revision: int, body: str) -> tuple[int, int]:
    """Move what is marked in an article to its new text; how many annotations moved and how many wait for review."""
    maps: dict[int, SpanMap] = {}
    moved = queued = 0
    for marked in _marked(connection, "annotations", "status", article):
        placed = _placed(connection, maps, marked, revision, body)
        if placed is not None:
            moved += 1
            connection.update("annotations", marked.row, {**placed._asdict(), "status": Status.ANCHORED})
        else:
            queued += 1
            if marked.status != Status.REVIEW:
                connection.update("annotations", marked.row, {"status": Status.REVIEW})
    for marked in _marked(connection, "rejections", "''", article):
        placed = _placed(connection, maps, marked, revision, body)
        if placed is not None:
            connection.update("rejections", marked.row, placed._asdict())
    return moved, queued


def _marked(connection: Connection, table: str, status: str, article: int) -> Iterator[_Marked]:
    rows = connection.tuples(
        f"""SELECT id, span_start, span_end, quote, revision, {status} FROM {table}
            WHERE article = ? AND deleted_at IS NULL ORDER BY id""",
        (article,),
    )
    yield from map(_Marked._make, rows)


def _placed(
    connection: Connection, maps: dict[int, SpanMap], marked: _Marked, revision: int, body: str
) -> _Placed | None:
    """Where the words of a mark stand in the new text; None where that is not certain."""
    mapping = maps.get(marked.revision)
    if mapping is None:
        old = connection.value("SELECT body FROM revisions WHERE id = ?", (marked.revision,))
        mapping = maps[marked.revision] = SpanMap(old, body)
    if mapping.old[marked.start : marked.end] != marked.quote:
        return None  # it did not stand on its words there, either
    start = mapping.place(marked.start, marked.end)
    if start is None:
        return None
    end = start + len(marked.quote)
    return _Placed(revision, start, end, *surroundings(body, start, end))
