# SPDX-License-Identifier: GPL-3.0-or-later
"""What the journal says of articles, as events of the preservation log.

Every step goes through here before it is committed, undoing and redoing as well, so the log misses
nothing that the history has.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from archivist.model import EventType, JsonValue
from archivist.store.event_chain import NewEvent

# Columns that follow from others, or whose change is an event of its own.
_NO_METADATA = frozenset(("title_key", "published_first", "published_last", "revision_number", "deleted_at"))

_CHANGES = """
    SELECT c.before, c.after, o.sha256, o.size, r.uuid, r.number, r.sha256, r.created_at,
        r.reader, r.reader_version, r.encoding, r.parameters, s.name
    FROM changes c JOIN actions s ON s.id = c.action
    LEFT JOIN originals o ON o.id = json_extract(c.after, '$.original')
    LEFT JOIN revisions r ON r.article = c.row_id AND r.number = json_extract(c.after, '$.revision_number')
    WHERE c.id > ? AND +c.table_name = 'articles' ORDER BY c.id
"""


def events_of_changes(sqlite: sqlite3.Connection, after: int) -> Iterator[NewEvent]:
    """The events that the changes after a number amount to."""
    cursor = sqlite.cursor()
    cursor.row_factory = None
    for before, now, sha256, size, *revision, step in cursor.execute(_CHANGES, (after,)):
        if now is None:
            continue  # an article is never deleted but softly
        article = json.loads(now)
        if before is None:
            yield ingestion(article, sha256, size, revision, {"step": step})
        else:
            yield from _changed(json.loads(before), article, revision, {"step": step})


def ingestion(
    article: Mapping[str, Any],
    sha256: str | None,
    size: int | None,
    revision: list[Any],
    more: Mapping[str, JsonValue],
    **fields: Any,
) -> NewEvent:
    """That an article came in; `revision` is id, number, sha256, created_at and the four columns of reading."""
    detail = {
        "original": {"sha256": sha256, "size": size, "media_type": article["media_type"]} if sha256 else None,
        "part": article["part"],
        "source": article["source"],
        "dates": {
            "captured": article["captured"],
            "imported": article["imported_at"],
            "published": article["published"],
        },
        "revision": _revision(revision, article),
        **more,
    }
    return NewEvent(EventType.INGESTION, "article", article["uuid"], detail, **fields)


def modification(
    article: Mapping[str, Any], before: int, revision: list[Any], more: Mapping[str, JsonValue], **fields: Any
) -> NewEvent:
    """That an article got this text instead of the one with the number `before`; `revision` as for ingestion()."""
    detail = {"from": before, "revision": _revision(revision, article), **more}
    return NewEvent(EventType.MODIFICATION, "article", article["uuid"], detail, **fields)


def _changed(
    before: Mapping[str, Any], article: Mapping[str, Any], revision: list[Any], step: Mapping[str, str]
) -> Iterator[NewEvent]:
    uuid = article["uuid"]
    if before["deleted_at"] != article["deleted_at"]:
        type_ = EventType.DELETION if article["deleted_at"] else EventType.RECOVERY
        yield NewEvent(type_, "article", uuid, step)
    if before["revision_number"] != article["revision_number"]:
        yield modification(article, before["revision_number"], revision, step)
    different = [
        name for name, value in article.items() if name not in _NO_METADATA and before.get(name, value) != value
    ]
    if different:
        detail = {
            "before": {name: before[name] for name in different},
            "after": {name: article[name] for name in different},
            **step,
        }
        yield NewEvent(EventType.METADATA_MODIFICATION, "article", uuid, detail)


def _revision(revision: list[Any], article: Mapping[str, Any]) -> dict[str, JsonValue]:
    """A text with how it was read: the first one's reading stands with the article."""
    id_, number, sha256, created_at, *reading = revision
    if reading[0] is None:
        reading = [article["reader"], article["reader_version"], article["encoding"], article["parameters"]]
    reader, version, encoding, parameters = reading
    return {
        "id": id_,
        "number": number,
        "sha256": sha256,
        "created_at": created_at,
        "reader": reader,
        "reader_version": version,
        "encoding": encoding,
        "parameters": json.loads(parameters) if parameters else {},
    }
