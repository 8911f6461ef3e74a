# SPDX-License-Identifier: GPL-3.0-or-later
"""The records of a foreign file on their way into an archive.

A record is the one here that has its id or, where it has none, came of the same file before; else
one with an id that it has elsewhere; else the only one of its name and kind that no other record of
the file is; else a new one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from uuid import UUID, uuid5

from archivist.errors import ArchivistError, InvalidValue
from archivist.exchange.bundle.record_merging import merge_record
from archivist.exchange.incoming import odd_values
from archivist.exchange.items import ReadRecord
from archivist.exchange.moments import utc
from archivist.exchange.report import MergeLine, Outcome
from archivist.model import Kind, Record, RecordDraft
from archivist.store import Archive
from archivist.store.connection import now
from archivist.text import one_line

# Makes the ids of records that have none: one file gives the same records in every archive.
_RECORDS = UUID("b7b9e1f4-0a0e-4b3c-9a64-3a8a5d4f7e02")
_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class RecordsHere:
    """The records of an archive, as those of one file find them."""

    def __init__(self, archive: Archive, format_name: str) -> None:
        self._archive = archive
        self._format = format_name
        self._ours: dict[str, str] = {}  # id here, by key in the file
        self._claimed: set[str] = set()  # ids here
        self._read: dict[str, ReadRecord] = {}
        self._parents: dict[str, str] = {}  # key of the parent, by id here of a new record

    def put(self, read: ReadRecord) -> MergeLine:
        """Find or make a record; inside an action."""
        if read.draft.kind not in list(Kind):
            return self._left_out(read, f"was left out: there is no kind “{read.draft.kind}”")
        try:
            draft, told = odd_values.record(replace(read.draft, parent=None))
        except InvalidValue as error:
            return self._left_out(read, f"was left out: {error.sentence.format(**error.details())}")
        parent = read.draft.parent
        draft = replace(draft, parent=self.id(parent) if parent else None)
        id_ = read.id if _UUID.fullmatch(read.id) else self._made_id(read)
        here = self._archive.records.at([id_]).get(id_)
        if here is not None and parent and draft.parent is None:  # which comes later in the file
            draft = replace(draft, parent=here.draft.parent)
        known = None if self._archive.records.is_known(id_) else self._known_otherwise(replace(read, draft=draft))
        if known is not None:
            self._claim(read.key, known)
            name = self._archive.records.get(known).name
            return MergeLine("record", known, name, Outcome.MAPPED, f"is here under another id, {known}")
        line = merge_record(self._archive.records, self._record(id_, draft, read), {})
        self._claim(read.key, line.id)
        self._read[read.key] = read
        if parent and draft.parent is None and line.outcome in (Outcome.NEW, Outcome.RESTORED):
            self._parents[line.id] = parent
        return replace(line, detail="; ".join(filter(None, (line.detail, told))))

    def _record(self, id_: str, draft: RecordDraft, read: ReadRecord) -> Record:
        created = utc(read.created_at) or now()
        who = one_line(read.created_by) or self._archive.who
        return Record(0, id_, draft, 0, who, created, utc(read.modified_at) or created)

    def id(self, key: str) -> str | None:
        """The id here of the record that the file names so, by its key or an id; None where there is none."""
        if key in self._ours:
            return self._ours[key]
        return key if _UUID.fullmatch(key) and self._archive.records.at([key]) else None

    def live(self, key: str) -> Record | None:
        """The record that the file names so; made anew where somebody has deleted it since."""
        id_ = self.id(key)
        if id_ is None:
            return None
        found = self._archive.records.at([id_])
        if id_ not in found and key in self._read:
            self._ours[key] = self.put(self._read[key]).id
            found = self._archive.records.at([self._ours[key]])
        return next(iter(found.values()), None)

    def set_parents(self) -> list[MergeLine]:
        """Put new records below those that came after them; what could not be is told."""
        lines = []
        for id_, key in self._parents.items():
            name = self._read_name(id_)
            try:
                parent = self.id(key)
                if parent is not None:
                    self._archive.records.update(id_, parent=parent)
                    continue
                why = f"no record “{key}” is in the file"
            except ArchivistError as error:
                why = error.sentence.format(**error.details())
            lines.append(MergeLine("record", id_, name, Outcome.NEW, f"is a part of nothing here: {why}"))
        self._parents.clear()
        return lines

    def _read_name(self, id_: str) -> str:
        return next((read.draft.name for key, read in self._read.items() if self._ours[key] == id_), "")

    @cached_property
    def _external_ids(self) -> dict[tuple[str, str], str]:
        return self._archive.records.external_ids()

    def _known_otherwise(self, read: ReadRecord) -> str | None:
        for pair in read.draft.external_ids.items():
            id_ = self._external_ids.get(pair)
            found = self._archive.records.at([id_]) if id_ is not None else {}
            if id_ is not None and id_ in found and found[id_].kind is read.draft.kind:
                return id_
        namesakes = self._archive.records.at(self._archive.records.same_name(read.draft.name)).values()
        possible = [one.id for one in namesakes if one.kind is read.draft.kind and one.id not in self._claimed]
        return possible[0] if len(possible) == 1 else None

    def _made_id(self, read: ReadRecord) -> str:
        return str(uuid5(_RECORDS, "\x1f".join((self._format, read.key, read.draft.kind, read.draft.name))))

    def _claim(self, key: str, id_: str) -> None:
        self._ours[key] = id_
        self._claimed.add(id_)

    def _left_out(self, read: ReadRecord, why: str) -> MergeLine:
        return MergeLine("record", "", read.draft.name, Outcome.LEFT_OUT, why)
