# SPDX-License-Identifier: GPL-3.0-or-later
"""The names of all records in memory, found in any grammatical form and in any script.

They are read when they are first asked for, or bit by bit before that, and follow the journal then:
undo and other processes too.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Collection

from archivist.language.name_index import NameIndex
from archivist.model import ActorType, Kind
from archivist.store.connection import Connection
from archivist.store.records import Records

RECORD_KINDS = (Kind.ACTOR, Kind.EVENT, Kind.FIGURE)

_GIVEN = "d.uuid IN (SELECT value FROM json_each(?1))"
_NAMES = f"""
    SELECT d.uuid, d.kind, d.type, d.name FROM records d WHERE d.deleted_at IS NULL AND {_GIVEN}
    UNION ALL SELECT d.uuid, d.kind, d.type, l.name
    FROM aliases l JOIN records d ON d.id = l.record WHERE d.deleted_at IS NULL AND {_GIVEN}
"""
_ALL = 1_000_000_000


class RecordNames:
    """Which records a name may mean, each kind with an index of its own."""

    def __init__(self, connection: Connection, records: Records) -> None:
        self._connection = connection
        self._records = records
        self._indexes = {kind: NameIndex() for kind in RECORD_KINDS}
        self._kinds: dict[str, Kind] = {}
        self._waiting: deque[str] | None = None  # records that are still to be read; None: nothing was begun
        self._mark = 0

    @property
    def kinds(self) -> dict[str, Kind]:
        """The kind of every record by its id. Do not change it."""
        self._follow()
        return self._kinds

    def index(self, kind: Kind) -> NameIndex:
        """The names of the records of a kind, as they are now. Do not change it."""
        self._follow()
        return self._indexes[kind]

    def find(self, name: str, kind: Kind | None = None) -> list[str]:
        """The ids of the records that a name in any form may mean, the likeliest first."""
        return [id_ for each in self._of(kind) for id_ in each.find(name)]

    def complete(self, typed: str, kind: Kind | None = None, limit: int = 20) -> list[str]:
        """The ids of at most `limit` records that what is typed may be the beginning of, the likeliest first."""
        return [id_ for each in self._of(kind) for id_ in each.complete(typed, limit)][:limit]

    def advance(self, most: int) -> bool:
        """Read some more records, so that the first question need not wait for all; whether all are read now."""
        if self._waiting is None:
            self._mark = self._newest()
            self._waiting = deque(self._records.ids())
        self._read([self._waiting.popleft() for _ in range(min(most, len(self._waiting)))])
        return not self._waiting

    def _of(self, kind: Kind | None) -> list[NameIndex]:
        self._follow()
        return list(self._indexes.values()) if kind is None else [self._indexes[kind]]

    def _follow(self) -> None:
        while not self.advance(_ALL):
            pass
        newest = self._newest()
        if newest == self._mark:
            return
        changed = self._records.changed_since(self._mark)
        self._mark = newest
        for id_ in changed:
            kind = self._kinds.pop(id_, None)
            if kind is not None:
                self._indexes[kind].remove(id_)
        self._read(changed)

    def _newest(self) -> int:
        return self._connection.value("SELECT max(id) FROM changes") or 0

    def _read(self, ids: Collection[str]) -> None:
        if not ids:
            return
        names: dict[tuple[str, str, str], list[str]] = {}
        for id_, kind, type_, name in self._connection.tuples(_NAMES, (json.dumps(list(ids)),)):
            names.setdefault((id_, kind, type_), []).append(name)
        for (id_, kind, type_), written in names.items():
            self._kinds[id_] = Kind(kind)
            self._indexes[Kind(kind)].add(id_, written, person=_is_person(Kind(kind), type_))


def _is_person(kind: Kind, type_: str) -> bool | None:
    """Whether the names are a person's; None leaves it to their shape."""
    if kind is not Kind.ACTOR:
        return False
    return type_ == ActorType.PERSON if type_ else None
