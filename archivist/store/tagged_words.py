# SPDX-License-Identifier: GPL-3.0-or-later
"""Which words and which records bore which tags before, so that the same can be offered again."""

from __future__ import annotations

from typing import NamedTuple

from archivist.model import Kind
from archivist.store.connection import Connection

_LONGEST = 120  # code points of words that may well stand in another text, too


class Words(NamedTuple):
    """Words that bear a tag in the archive, and how often."""

    quote: str
    tag: str  # id
    kind: Kind
    record: str | None  # id
    uses: int


class TaggedWords:
    """What was tagged in one archive. What is deleted is in none of the answers."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Words]:
        """All words that are tagged as actors or events. A figure or a date is read, not remembered."""
        record, join = "NULL", ""
        if self._connection.has_table("records"):
            record, join = "d.uuid", "LEFT JOIN records d ON d.id = n.record AND d.deleted_at IS NULL"
        found = self._connection.tuples(
            f"""SELECT n.quote, t.uuid, t.kind, {record}, count(*) FROM annotations n
                JOIN tags t ON t.id = n.tag {join}
                WHERE n.deleted_at IS NULL AND t.kind IN (?, ?) AND length(n.quote) <= ?
                GROUP BY 1, 2, 3, 4""",
            (Kind.ACTOR, Kind.EVENT, _LONGEST),
        )
        return [Words(quote, tag, Kind(kind), record, uses) for quote, tag, kind, record, uses in found]

    def usual_tag(self, record: str) -> str | None:
        """The id of the tag that most passages of a record (id) bear, or None where it has none."""
        found: str | None = self._connection.value(
            """SELECT t.uuid FROM annotations n JOIN tags t ON t.id = n.tag
               JOIN records d ON d.id = n.record
               WHERE d.uuid = ? AND n.deleted_at IS NULL AND t.deleted_at IS NULL
               GROUP BY t.id ORDER BY count(*) DESC, t.id LIMIT 1""",
            (record,),
        )
        return found
