# SPDX-License-Identifier: GPL-3.0-or-later
"""The preservation log of an archive, for reading, and for what happens to the archive as a whole."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING

from archivist.model import Event, EventType, JsonValue, Outcome, RevisionProvenance
from archivist.store.connection import Connection, now
from archivist.store.event_chain import NewEvent, append

if TYPE_CHECKING:
    from archivist.model import Finding

_MOST_FINDINGS = 100  # of a check that are written to the log; their number is, in any case


class Events:
    """The events of one archive, in the order in which they were written; an older archive has none."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def kept(self) -> bool:
        """Whether this archive has a log: an older one that is open for reading only has none."""
        return self._connection.has_table("events")

    def of_article(self, article: str) -> list[Event]:
        """What happened to an article (id) and to its original."""
        if not self.kept:
            return []
        return self._found(
            """WHERE object = ?1 OR object = (SELECT o.sha256 FROM articles a JOIN originals o ON o.id = a.original
                                              WHERE a.uuid = ?1) ORDER BY id""",
            (article,),
        )

    def first(self) -> Event | None:
        """The first event of the archive as a whole: as a rule, that it was made."""
        if not self.kept:
            return None
        found = self._found("WHERE object_type IN ('archive', 'backup') ORDER BY id LIMIT 1")
        return found[0] if found else None

    def last(self, type_: EventType, outcome: Outcome | None = None) -> Event | None:
        """The last event of this type that the archive as a whole had, and with this outcome if given."""
        if not self.kept:
            return None
        found = self._found(
            """WHERE object_type IN ('archive', 'backup') AND type = ?1 AND (?2 IS NULL OR outcome = ?2)
               ORDER BY id DESC LIMIT 1""",
            (type_, outcome),
        )
        return found[0] if found else None

    def head(self) -> str:
        """The hash of the last event, which vouches for all before it; "" where there is none."""
        if not self.kept:
            return ""
        return self._connection.value("SELECT hash FROM events ORDER BY id DESC LIMIT 1") or ""

    def has_hash(self, hash_: str) -> bool:
        """Whether an event with this hash is in the log, so that the log has grown from there."""
        return self.kept and self._connection.value("SELECT 1 FROM events WHERE hash = ?", (hash_,)) is not None

    def revisions(self, article: str) -> list[RevisionProvenance]:
        """Every text of an article (id), oldest first, with how it was read."""
        own = "r.reader, r.reader_version, r.encoding, r.parameters" if self.kept else "NULL, NULL, NULL, NULL"
        found = self._connection.tuples(
            f"""SELECT r.uuid, r.number, r.sha256, r.created_at, r.number = a.revision_number, {own},
                   a.reader, a.reader_version, a.encoding, a.parameters
                FROM revisions r JOIN articles a ON a.id = r.article WHERE a.uuid = ? ORDER BY r.number""",
            (article,),
        )
        revisions = []
        for id_, number, sha256, created_at, current, *reading in found:
            reader, version, encoding, parameters = reading[:4] if reading[0] is not None else reading[4:]
            revisions.append(
                RevisionProvenance(
                    *(id_, number, sha256, created_at, bool(current), reader, version, encoding),
                    parameters=json.loads(parameters) if parameters else {},
                )
            )
        return revisions

    # Writing

    def write(self, events: Iterable[NewEvent]) -> None:
        """Write what is no person's step; where one is open, it is written with it."""
        if self._connection.in_action:
            append(self._connection.sqlite, events, who=self._connection.who, moment=now())
            return
        with self._connection.unjournalled():
            append(self._connection.sqlite, events, who=self._connection.who, moment=now())

    def _found(self, condition: str, parameters: Iterable[JsonValue] = ()) -> list[Event]:
        rows = self._connection.rows(f"SELECT * FROM events {condition}", parameters)
        return [_event(row) for row in rows]


def check_event(identity: str, findings: Iterable[Finding]) -> NewEvent:
    """That the whole archive was checked, and what was found wrong."""
    found = [{"where": finding.where, "problem": finding.problem} for finding in findings]
    detail = {"problems": len(found), "findings": found[:_MOST_FINDINGS]}
    outcome = Outcome.FAILURE if found else Outcome.SUCCESS
    return NewEvent(EventType.FIXITY_CHECK, "archive", identity, detail, outcome)


def _event(row: sqlite3.Row) -> Event:
    return Event(
        number=row["id"],
        id=row["uuid"],
        type=row["type"],
        at=row["at"],
        who=row["who"],
        agent=row["agent"],
        object_type=row["object_type"],
        object=row["object"],
        outcome=Outcome(row["outcome"]),
        detail=json.loads(row["detail"]),
        hash=row["hash"],
    )
