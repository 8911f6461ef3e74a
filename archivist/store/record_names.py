# SPDX-License-Identifier: GPL-3.0-or-later
"""The names of all records in memory, found in any grammatical form and in any script.

They are read when they are first asked for and follow the journal then: undo and other processes too.
"""

from __future__ import annotations

import json
from collections.abc import Collection

from archivist.language.name_index import NameIndex
from archivist.model import ActorType, Kind
from archivist.store.connection import Connection
from archivist.store.records import Records

RECORD_KINDS = (Kind.ACTOR, Kind.EVENT, Kind.FIGURE)

_NAMES = """
    SELECT d.uuid, d.kind, d.type, d.name FROM records d WHERE d.deleted_at IS NULL {given}
    UNION ALL SELECT d.uuid, d.kind, d.type, l.name
    FROM aliases l JOIN records d ON d.id = l.record WHERE d.deleted_at IS NULL {given}
"""
_GIVEN = "AND d.uuid IN (SELECT value FROM json_each(?1))"


class RecordNames:
    """Which records a name may mean, each kind with an index of its own."""

    def __init__(self, connection: Connection, records: Records) -> None:
        self._connection = connection
        self._records = records
        self._indexes = {kind: NameIndex() for kind in RECORD_KINDS}
        self._kinds: dict[str, Kind] = {}
        self._mark: int | None = None

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

    def _of(self, kind: Kind | None) -> list[NameIndex]:
        self._follow()
        return list(self._indexes.values()) if kind is None else [self._indexes[kind]]

    def _follow(self) -> None:
        newest = self._connection.value("SELECT max(id) FROM changes") or 0
        if newest == self._mark or not self._connection.has_table("records"):
            return
        if self._mark is None:
            self._read(_NAMES.format(given=""))
        else:
            self._read_again(self._records.changed_since(self._mark))
        self._mark = newest

    def _read_again(self, ids: Collection[str]) -> None:
        for id_ in ids:
            kind = self._kinds.pop(id_, None)
            if kind is not None:
                self._indexes[kind].remove(id_)
        self._read(_NAMES.format(given=_GIVEN), (json.dumps(list(ids)),))

    def _read(self, sql: str, parameters: tuple[str, ...] = ()) -> None:
        names: dict[tuple[str, str, str], list[str]] = {}
        for id_, kind, type_, name in self._connection.tuples(sql, parameters):
            names.setdefault((id_, kind, type_), []).append(name)
        for (id_, kind, type_), written in names.items():
            self._kinds[id_] = Kind(kind)
            self._indexes[Kind(kind)].add(id_, written, person=type_ == ActorType.PERSON if type_ else None)
