# SPDX-License-Identifier: GPL-3.0-or-later
"""The preservation log as rows: a chain in which a row cannot be changed or taken out unnoticed.

The hash of a row is the SHA-256, in hexadecimal, of the UTF-8 of a JSON array without blanks: the
hash of the row before ("" for the first), then id, uuid, type, at, who, agent, object_type, object,
outcome and detail as they are stored. Ids count from 1 without a gap.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from uuid import uuid4

from archivist import __version__
from archivist.model import EventType, JsonValue, Outcome

AGENT = f"Archivist {__version__}"
_COLUMNS = "id, uuid, type, at, who, agent, object_type, object, outcome, detail"
_INSERT = f"INSERT INTO events ({_COLUMNS}, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class NewEvent:
    """Something that happened, to be written to the log."""

    type: EventType
    object_type: str  # article, original, archive or backup
    object: str  # id or, of an original, SHA-256
    detail: Mapping[str, JsonValue] = field(default_factory=dict)
    outcome: Outcome = Outcome.SUCCESS
    at: str = ""  # UTC, ISO 8601; "" for the moment at which it is written
    who: str | None = None  # None for who writes it


def append(sqlite: sqlite3.Connection, events: Iterable[NewEvent], *, who: str, moment: str) -> None:
    """Write events at the end of the chain, inside a transaction."""
    cursor = sqlite.cursor()
    cursor.row_factory = None
    number, previous = cursor.execute("SELECT id, hash FROM events ORDER BY id DESC LIMIT 1").fetchone() or (0, "")
    rows = []
    for event in events:
        number += 1
        detail = json.dumps(dict(event.detail), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        by = who if event.who is None else event.who
        row = (
            *(number, str(uuid4()), str(event.type), event.at or moment, by, AGENT),
            *(event.object_type, event.object, str(event.outcome), detail),
        )
        previous = row_hash(previous, row)
        rows.append((*row, previous))
    cursor.executemany(_INSERT, rows)


def row_hash(previous: str, row: tuple[JsonValue, ...]) -> str:
    """The hash of a row, in the order of columns that the module's docstring gives."""
    form = json.dumps((previous, *row), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(form.encode("utf-8", "surrogatepass")).hexdigest()


def broken_links(sqlite: sqlite3.Connection) -> Iterator[tuple[int, str] | None]:
    """One step an event: its number with what is wrong, or None. After a break the chain is followed anew."""
    cursor = sqlite.cursor()
    cursor.row_factory = None
    previous, expected = "", 1
    for *row, stored in cursor.execute(f"SELECT {_COLUMNS}, hash FROM events ORDER BY id"):
        number = row[0]
        if number != expected:
            yield expected, f"the log breaks: {number - expected} events before event {number} are missing"
        elif row_hash(previous, tuple(row)) != stored:
            yield number, "the log breaks: the event, or the one before it, was changed"
        else:
            yield None
        previous, expected = stored, number + 1
