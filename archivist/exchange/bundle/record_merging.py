# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing the records of a bundle into an archive."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, replace

from archivist.errors import ArchivistError, KindsDiffer, PartOfItself, RecordNotFound
from archivist.exchange.bundle.record_documents import record_json
from archivist.exchange.incoming.conflicts import KEEP_OURS, Conflict, Decision, Decisions
from archivist.exchange.report import MergeLine, Outcome
from archivist.model import Record
from archivist.store.records import Records

_CHOICES = (Decision.OURS, Decision.THEIRS)


def merge_record(
    records: Records, written: Record, ids: Mapping[str, str], decisions: Decisions = KEEP_OURS
) -> MergeLine:
    """Store a record, unless one with its id is here; inside an action, its parent first.

    `ids` are those of records that are here under another id. One that was merged here is the one
    that it became.
    """
    parent = written.draft.parent
    incoming = replace(written, draft=replace(written.draft, parent=ids.get(parent, parent) if parent else None))
    ours = records.at([incoming.id]).get(incoming.id) or _survivor(records, incoming.id)
    if ours is None:
        outcome = Outcome.RESTORED if records.is_known(incoming.id) else Outcome.NEW
        return _bring_in(records, incoming, outcome)
    if ours.id != incoming.id:
        return _line(ours, Outcome.MAPPED, f"is here under another id, {ours.id}")
    different = _differences(ours, incoming)
    if not different:
        return _line(ours, Outcome.UNCHANGED, "")
    here, there = record_json(ours), record_json(incoming)
    conflict = Conflict({name: (here[name], there[name]) for name in different}, _CHOICES)
    line = _settled(records, ours, incoming, decisions.on("record", ours.id))
    return replace(line, conflict=conflict)


def _differences(ours: Record, incoming: Record) -> list[str]:
    names = (field.name for field in fields(ours.draft))
    return [name for name in names if getattr(ours.draft, name) != getattr(incoming.draft, name)]


def _settled(records: Records, ours: Record, incoming: Record, decision: Decision) -> MergeLine:
    """Do what was decided of one that differs. A record stays of its kind, and no part of itself."""
    different, why = _differences(ours, incoming), ""
    if decision is Decision.THEIRS and ours.kind is incoming.kind:
        values = {name: getattr(incoming.draft, name) for name in different}
        try:
            return _line(records.update(ours.id, **values), Outcome.REPLACED, "")
        except (PartOfItself, KindsDiffer, RecordNotFound) as error:
            why = f": {_said(error)}"
            values.pop("parent", None)
        if values:
            return _line(records.update(ours.id, **values), Outcome.REPLACED, f"stays a part of what it was{why}")
    return _line(ours, Outcome.CONFLICT, f"differs in {', '.join(different)}; ours is kept{why}")


def parents_first(records: Iterable[Record], wanted: Collection[str]) -> Iterator[Record]:
    """Those of the records whose ids are wanted, each after its parent, if that is wanted too."""
    given: set[str] = set()
    waiting: dict[str, list[Record]] = {}  # by the id of the parent
    for record in records:
        if record.id not in wanted:
            continue
        parent = record.draft.parent
        if parent is not None and parent in wanted and parent not in given:
            waiting.setdefault(parent, []).append(record)
            continue
        ready = [record]
        while ready:
            next_ = ready.pop()
            given.add(next_.id)
            yield next_
            ready += waiting.pop(next_.id, ())


def _survivor(records: Records, id_: str) -> Record | None:
    """What a record that was merged here has become; None where it was not."""
    try:
        return records.find(id_) if records.is_known(id_) else None
    except RecordNotFound:
        return None


def _bring_in(records: Records, incoming: Record, outcome: Outcome) -> MergeLine:
    try:
        return _line(records.bring_in(incoming), outcome, "")
    except (PartOfItself, KindsDiffer) as error:
        # What was here before stands in the way of its parent.
        alone = replace(incoming, draft=replace(incoming.draft, parent=None))
        return _line(records.bring_in(alone), outcome, f"is a part of nothing here: {_said(error)}")


def _said(error: ArchivistError) -> str:
    return error.sentence.format(**error.details())


def _line(record: Record, outcome: Outcome, detail: str) -> MergeLine:
    return MergeLine("record", record.id, record.name, outcome, detail)
