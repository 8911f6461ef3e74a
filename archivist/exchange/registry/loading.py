# SPDX-License-Identifier: GPL-3.0-or-later
"""Loading a registry of actors, events or figures into an archive.

A line is taken for a record that is here if they have an external id in common, or if it was
loaded before: the id of a record follows from the registry's own id, or without one from all that
the line says. Such a record is completed and nothing of it is overwritten. Records that merely
share a name are told, and stay two.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from uuid import UUID, uuid5

from archivist.errors import (
    ArchivistError,
    FileTooLarge,
    FileUnreadable,
    KindsDiffer,
    PartOfItself,
    RecordNotFound,
    RegistryRefused,
)
from archivist.exchange.files.json_fields import is_uuid
from archivist.exchange.registry.completing import completed
from archivist.exchange.registry.decoding import decode
from archivist.exchange.registry.followthemoney import Entities
from archivist.exchange.registry.order import in_order
from archivist.exchange.registry.report import Entry, Loaded, RegistryLine, RegistryReport, said
from archivist.exchange.registry.table_reading import Table
from archivist.model import Kind, Progress, Record, RecordDraft
from archivist.store import Archive
from archivist.store.connection import now
from archivist.store.record_fields import name_key
from archivist.text import shortened

_LARGEST = 256 << 20  # bytes
_AT_ONCE = 250
# Makes the id of a record from what the registry says of it.
_NAMESPACE = UUID("0b0f4a5e-3f0b-4a53-9c57-1d6a2f6c7a21")


class _Refused(Exception):
    """A line that cannot be loaded, and why."""


def load_registry(
    archive: Archive, path: Path, *, kind: Kind | None = None
) -> Generator[Progress, None, RegistryReport]:
    """Load a table (CSV, semicolons, tabs) or FollowTheMoney into the archive, as one step of the history.

    `kind` is that of the lines of a table that do not say theirs. The file is read whole before
    anything is written; broken lines are told, and the others loaded. Loading it again changes
    nothing. Raises FileUnreadable, FileTooLarge, EmptyFile, RegistryRefused, with nothing written;
    a stop later leaves whole batches, and loading again does the rest.
    """
    source, encoding = _opened(path, kind)
    entries: list[Entry] = []
    refused: list[RegistryLine] = []
    for found in source.entries():
        if isinstance(found, Entry):
            entries.append(found)
        else:
            refused.append(found)
        if (len(entries) + len(refused)) % _AT_ONCE == 0:
            yield Progress(len(entries), 0, "read")
    if not entries and not refused and not source.left_out:
        raise RegistryRefused(path, "it has no lines below its header")
    loading = _Loading(archive, f"Load {path.name}", entries)
    yield from loading.run()
    return RegistryReport(
        path=path,
        format=source.name,
        encoding=encoding,
        counts=Counter({**loading.counts, Loaded.REFUSED: len(refused) + len(loading.refused)}),
        refused=tuple(sorted((*refused, *loading.refused), key=lambda line: line.line)),
        told=tuple(sorted(loading.told, key=lambda line: line.line)),
        left_out=source.left_out,
        changed=loading.changed,
    )


def _opened(path: Path, kind: Kind | None) -> tuple[Table | Entities, str]:
    """What reads the file, and its encoding."""
    try:
        size = path.stat().st_size
        if size > _LARGEST:
            raise FileTooLarge(path, size, _LARGEST)
        raw = path.read_bytes()
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    first = raw.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if first == b"[":
        raise RegistryRefused(path, "it is a JSON list; FollowTheMoney has one object a line")
    if first == b"{":
        return Entities(raw.removeprefix(b"\xef\xbb\xbf"), path), "utf-8"
    text, encoding = decode(raw, path)
    return Table(text, path, kind), encoding


class _Loading:
    """The entries of one registry on their way into one archive."""

    def __init__(self, archive: Archive, name: str, entries: list[Entry]) -> None:
        self._archive = archive
        self._records = archive.records
        self._name = name
        self._action: int | None = None
        self._entries, circular = in_order(entries)
        self.counts: Counter[Loaded] = Counter()
        self.refused = [_line(entry, "it would be a part of itself") for entry in circular]
        self.told: list[RegistryLine] = []
        self._external = archive.records.external_ids()
        self._kinds: dict[str, Kind] = {}  # of every record, by id
        self._named: dict[tuple[Kind, str], set[str]] = {}  # ids by kind and name
        for id_, kind, each in archive.records.names():
            self._learn(id_, kind, each)
        self._loaded: dict[int, str] = {}  # ids by line

    @property
    def changed(self) -> bool:
        """Whether anything was written."""
        return self._action is not None

    def run(self) -> Iterator[Progress]:
        """Load one batch after the other."""
        for at in range(0, len(self._entries), _AT_ONCE):
            with self._batch():
                for entry, parent in self._entries[at : at + _AT_ONCE]:
                    self._load(entry, parent)
            yield Progress(min(at + _AT_ONCE, len(self._entries)), len(self._entries), "load")

    def _load(self, entry: Entry, parent: Entry | None) -> None:
        try:
            whole = self._parent(entry, parent)
            draft = replace(entry.draft, parent=whole)
            known, id_ = self._match(entry)
            outcome = self._complete(entry, known, draft) if known else self._add(entry, id_, draft)
        except _Refused as error:
            self.refused.append(_line(entry, str(error)))
        except (PartOfItself, KindsDiffer, RecordNotFound) as error:  # deleted while this went on
            self.refused.append(_line(entry, said(error)))
        else:
            self.counts[outcome] += 1

    def _match(self, entry: Entry) -> tuple[str, str]:
        """The id of the record that an entry is, or else "" and the id that it will have."""
        external = {self._external[each] for each in entry.draft.external_ids.items() if each in self._external}
        if len(external) > 1:
            raise _Refused("its external ids are those of different records")
        derived = self._derived(entry)
        known = external.pop() if external else self._live(derived)
        if known and self._kinds.get(known) is not entry.draft.kind:
            name = shortened(self._records.get(known).name)
            raise _Refused(f"its id is that of “{name}”, which is of kind {self._kinds.get(known)}")
        return known, derived

    def _derived(self, entry: Entry) -> str:
        """The id that follows from an entry."""
        kind, key = entry.draft.kind, entry.key
        if not key:
            content = json.dumps([asdict(entry.draft), entry.parent], ensure_ascii=False, sort_keys=True)
            return str(uuid5(_NAMESPACE, content))
        if is_uuid(key.lower()):
            return key.lower()
        id_ = str(uuid5(_NAMESPACE, f"{kind}\n{key}"))
        known = self._live(id_)
        names = (entry.draft.name, *(alias.name for alias in entry.draft.aliases))
        if not known or any(known in self._named.get((kind, name_key(name)), ()) for name in names):
            return id_
        # Every registry numbers from 1: this is somebody else's 1.
        own = str(uuid5(_NAMESPACE, f"{kind}\n{key}\n{name_key(entry.draft.name)}"))
        if not self._live(own):
            other = shortened(self._records.get(known).name)
            self.told.append(_line(entry, f"has the id {shortened(key)} as “{other}”, but not its name: they are two"))
        return own

    def _live(self, id_: str) -> str:
        """The id of the record with this id, or of the one that it was merged into, or ""."""
        if id_ in self._kinds:
            return id_
        try:
            return self._records.find(id_).id if self._records.is_known(id_) else ""
        except RecordNotFound:
            return ""

    def _parent(self, entry: Entry, parent: Entry | None) -> str | None:
        if not entry.parent:
            return None
        if entry.draft.kind is not Kind.EVENT:
            raise _Refused("only an event is a part of another")
        if parent is not None:
            if parent.line not in self._loaded:
                raise _Refused(f"“{shortened(parent.draft.name)}”, of which it is a part, was not loaded")
            return self._loaded[parent.line]
        try:
            return self._records.find(entry.parent, Kind.EVENT).id
        except ArchivistError as error:
            raise _Refused(f"what it is a part of is not known: {said(error)}") from error

    def _add(self, entry: Entry, id_: str, draft: RecordDraft) -> Loaded:
        is_restored = self._records.is_known(id_)
        moment = now()
        record = self._records.bring_in(Record(0, id_, draft, 0, self._archive.who, moment, moment))
        others = self._named.get((record.kind, name_key(record.name)), set()) - {record.id}
        if others:
            self.told.append(_line(entry, f"shares its name with {_counted(len(others))}"))
        self._keep(entry, record)
        return Loaded.RESTORED if is_restored else Loaded.NEW

    def _complete(self, entry: Entry, id_: str, draft: RecordDraft) -> Loaded:
        ours = self._records.get(id_)
        changes, different = completed(ours.draft, draft)
        if different:
            self.told.append(_line(entry, f"differs in {', '.join(different)}; ours is kept"))
        self._keep(entry, self._records.update(id_, **changes) if changes else ours)
        return Loaded.COMPLETED if changes else Loaded.UNCHANGED

    def _keep(self, entry: Entry, record: Record) -> None:
        """Remember what an entry has become, for those that come after it."""
        self._loaded[entry.line] = record.id
        for name in (record.name, *(alias.name for alias in record.draft.aliases)):
            self._learn(record.id, record.kind, name)
        self._external |= dict.fromkeys(record.draft.external_ids.items(), record.id)

    def _learn(self, id_: str, kind: Kind, name: str) -> None:
        self._kinds[id_] = kind
        self._named.setdefault((kind, name_key(name)), set()).add(id_)

    @contextmanager
    def _batch(self) -> Iterator[None]:
        with self._archive.action(self._name, bulk=True, continues=self._action) as number:
            yield
        if self._archive.history.holds(number):  # a batch that changes nothing leaves no step
            self._action = number


def _counted(records: int) -> str:
    return "another record" if records == 1 else f"{records} other records"


def _line(entry: Entry, detail: str) -> RegistryLine:
    return RegistryLine(entry.line, shortened(entry.draft.name), detail)
