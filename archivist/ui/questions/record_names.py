# SPDX-License-Identifier: GPL-3.0-or-later
"""The names of all records for looking up, kept as the archive has them; and where the index of names comes from."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from archivist.model import Kind
from archivist.store import Archive

_ALL = 1_000_000


class PlainNames:
    """Names by what they begin with, in any letter case. Stands in for language.name_index.NameIndex."""

    def __init__(self) -> None:
        self._names: dict[str, list[str]] = {}

    def add(self, id: str, names: Iterable[str], *, person: bool | None = None) -> None:  # noqa: A002, ARG002
        """Add names to a record."""
        self._names.setdefault(id, []).extend(" ".join(name.split()).casefold() for name in names)

    def remove(self, id: str) -> None:  # noqa: A002
        """Remove all names of a record."""
        self._names.pop(id, None)

    def complete(self, typed: str, limit: int) -> list[str]:
        """The records that have a name in which a word begins as is typed; names that begin so first."""
        wanted = " ".join(typed.split()).casefold()
        if not wanted or limit < 1:
            return []
        first = [id_ for id_, names in self._names.items() if any(name.startswith(wanted) for name in names)]
        within = [id_ for id_, names in self._names.items() if any(f" {wanted}" in name for name in names)]
        return list(dict.fromkeys((*first, *within)))[:limit]

    def find(self, name: str) -> list[str]:
        """The records that have this name."""
        wanted = " ".join(name.split()).casefold()
        return [id_ for id_, names in self._names.items() if wanted in names]


NameIndex = PlainNames  # the one line to change: from archivist.language.name_index import NameIndex


class RecordNames:
    """One index of names for each kind of record. It is filled bit by bit and follows the journal."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._by_kind: dict[Kind, NameIndex] = {}
        self._waiting: deque[str] | None = None  # records that are still to be read; None: nothing was begun
        self._mark = 0

    def advance(self, most: int) -> bool:
        """Read some more records; whether all are read now."""
        if self._waiting is None:
            self._mark = self._archive.facts.mark()
            self._waiting = deque(self._archive.records.ids())
        some = [self._waiting.popleft() for _ in range(min(most, len(self._waiting)))]
        self._read(some)
        return not self._waiting

    def of(self, kind: Kind) -> NameIndex:
        """The names of one kind as the archive has them now."""
        while self._waiting is None or self._waiting:
            self.advance(_ALL)
        mark = self._archive.facts.mark()
        if mark != self._mark:
            changed = self._archive.records.changed_since(self._mark)
            self._mark = mark
            for id_ in changed:
                for names in self._by_kind.values():
                    names.remove(id_)
            self._read(list(changed))
        return self._by_kind.setdefault(kind, NameIndex())

    def _read(self, ids: list[str]) -> None:
        found: dict[tuple[str, Kind], list[str]] = {}
        for id_, kind, name in self._archive.records.names(ids) if ids else ():
            found.setdefault((id_, kind), []).append(name)
        for (id_, kind), names in found.items():
            # Only of an actor the shape of a name tells whether it is a person's.
            person = None if kind is Kind.ACTOR else False
            self._by_kind.setdefault(kind, NameIndex()).add(id_, names, person=person)
