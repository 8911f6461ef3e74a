# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing the records of a bundle into an archive."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, replace

from archivist.errors import KindsDiffer, PartOfItself, RecordNotFound
from archivist.exchange.report import MergeLine, Outcome
from archivist.model import Record
from archivist.store.records import Records


def merge_record(records: Records, written: Record, ids: Mapping[str, str]) -> MergeLine:
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
    different = [
        field.name
        for field in fields(ours.draft)
        if getattr(ours.draft, field.name) != getattr(incoming.draft, field.name)
    ]
    if different:
        return _line(ours, Outcome.CONFLICT, f"differs in {', '.join(different)}; ours is kept")
    return _line(ours, Outcome.UNCHANGED, "")


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
        why = error.sentence.format(**error.details())
        return _line(records.bring_in(alone), outcome, f"is a part of nothing here: {why}")


def _line(record: Record, outcome: Outcome, detail: str) -> MergeLine:
    return MergeLine("record", record.id, record.name, outcome, detail)
