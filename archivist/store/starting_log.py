# SPDX-License-Identifier: GPL-3.0-or-later
"""The beginning of the log in an archive that has none: how every article came in, and each text that it got since."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import groupby, pairwise
from operator import itemgetter

from archivist.store.database import Database
from archivist.store.event_chain import NewEvent, append
from archivist.store.journal_events import ingestion, modification

# What the journal says of an article's text; nothing where the journal of a rescued archive is damaged there.
_NUMBER = "CASE WHEN json_valid(c.{0}) THEN json_extract(c.{0}, '$.revision_number') END"
# Who brought an article in stands in the journal, and who gave it another text.
_TEXTS = f"""
    SELECT a.*, o.sha256 AS original_sha256, o.size, r.uuid AS revision_uuid, r.number, r.sha256, r.created_at,
        r.reader AS own_reader, r.reader_version AS own_version, r.encoding AS own_encoding, r.parameters AS own,
        (SELECT s.who FROM changes c JOIN actions s ON s.id = c.action
         WHERE c.table_name = 'articles' AND c.row_id = a.id ORDER BY c.id LIMIT 1) AS who,
        step.at AS given_at, step.who AS given_by
    FROM articles a LEFT JOIN originals o ON o.id = a.original
    JOIN revisions r ON r.article = a.id
    LEFT JOIN actions step ON step.id = (
        SELECT max(c.action) FROM changes c WHERE c.table_name = 'articles' AND c.row_id = a.id
        AND {_NUMBER.format("before")} <> r.number AND {_NUMBER.format("after")} = r.number)
    ORDER BY a.id, r.number
"""
_MORE = {"logged": "from the archive as it was when its log began"}


def start_log(db: Database) -> None:
    """Write what the archive holds to its new log, as of when it came in."""
    append(db.conn, _events(db.conn), who="", moment="")


def _events(sqlite: sqlite3.Connection) -> Iterator[NewEvent]:
    cursor = sqlite.cursor()
    cursor.row_factory = sqlite3.Row
    for _, rows in groupby(cursor.execute(_TEXTS), itemgetter("id")):
        yield from _of_article(list(rows))


def _of_article(texts: list[sqlite3.Row]) -> Iterator[NewEvent]:
    """That an article came in with the first of its texts, and got each of the others, the current one at last."""
    first = texts[0]
    current = next((text for text in texts if text["number"] == text["revision_number"]), texts[-1])
    at, who = first["imported_at"], first["who"] or ""
    yield ingestion(dict(first), first["original_sha256"], first["size"], _revision(first), _MORE, at=at, who=who)
    taken_back = [current] if texts[-1] is not current else []
    for before, text in pairwise([*texts, *taken_back]):
        at, who = text["given_at"] or text["created_at"], text["given_by"] or ""
        yield modification(dict(text), before["number"], _revision(text), _MORE, at=at, who=who)


def _revision(text: sqlite3.Row) -> list[str | int | None]:
    return [
        *(text["revision_uuid"], text["number"], text["sha256"], text["created_at"]),
        *(text["own_reader"], text["own_version"], text["own_encoding"], text["own"]),
    ]
