# SPDX-License-Identifier: GPL-3.0-or-later
"""What a search index still has to read.

Every change to what can be found gives the article the next number. An index remembers how far it
has read, so any number of indexes, on any machine, can follow one archive, and none of them has to
write to it. A mark also names the last step of the history: an archive that was restored from a
backup counts the same numbers again, for other changes, and its history tells.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from archivist.store.connection import Connection


@dataclass(frozen=True, slots=True)
class Mark:
    """How far an index has read."""

    seq: int  # the newest number read
    action: str  # id of the newest step of the history then, or ""


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """An article that changed."""

    seq: int
    article: int  # row
    deleted: bool


class IndexQueue:
    """The queue of one archive, for reading only: triggers fill it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def mark(self) -> Mark:
        """The newest change. Read it before the entries: what comes between is read twice, not lost."""
        action = self._connection.value("SELECT uuid FROM actions ORDER BY id DESC LIMIT 1")
        seq = self._connection.value("SELECT max(seq) FROM index_queue")
        return Mark(seq or 0, action or "")

    def knows(self, mark: Mark) -> bool:
        """Whether an index with this mark was made from this archive's own past."""
        if mark.seq > self.mark().seq:
            return False
        if not mark.action:
            return mark.seq == 0
        return self._connection.value("SELECT 1 FROM actions WHERE uuid = ?", (mark.action,)) is not None

    def pending(self, after: int) -> int:
        """How many articles changed after a number."""
        count: int = self._connection.value("SELECT count(*) FROM index_queue WHERE seq > ?", (after,))
        return count

    def entries(self, after: int, limit: int) -> list[QueueEntry]:
        """The next articles that changed after a number, by number."""
        rows = self._connection.rows(
            """SELECT q.seq, q.article, a.deleted_at IS NOT NULL AS deleted
               FROM index_queue q JOIN articles a ON a.id = q.article
               WHERE q.seq > ? ORDER BY q.seq LIMIT ?""",
            (after, limit),
        )
        return [QueueEntry(row["seq"], row["article"], bool(row["deleted"])) for row in rows]

    def changed(self, after: int, rows: Iterable[int]) -> set[int]:
        """Which of some articles changed after a number."""
        return set(
            self._connection.column(
                "SELECT article FROM index_queue WHERE seq > ? AND article IN (SELECT value FROM json_each(?))",
                (after, json.dumps(list(rows))),
            )
        )

    def deleted(self, after: int) -> list[int]:
        """The articles that were deleted after a number."""
        found: list[int] = self._connection.column(
            """SELECT q.article FROM index_queue q JOIN articles a ON a.id = q.article
               WHERE q.seq > ? AND a.deleted_at IS NOT NULL""",
            (after,),
        )
        return found

    def numbers(self) -> dict[int, int]:
        """The number of every article that is not deleted, by its row: what a whole index holds."""
        rows = self._connection.rows(
            "SELECT q.article, q.seq FROM index_queue q JOIN articles a ON a.id = q.article WHERE a.deleted_at IS NULL"
        )
        return {row["article"]: row["seq"] for row in rows}
