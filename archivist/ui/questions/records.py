# SPDX-License-Identifier: GPL-3.0-or-later
"""Which records are meant by what a person types or by the words of an annotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archivist.model import Kind, Record
from archivist.ui.questions.answering import Sources

_WARMED_AT_ONCE = 1000  # records; some tens of milliseconds, for which other questions wait
MOST = 500  # records that a list shows of what is typed


@dataclass(frozen=True, slots=True)
class RecordWanted:
    """What a choice of records is asked for."""

    kinds: tuple[Kind, ...]
    typed: str = ""  # as far as it is typed
    words: str = ""  # of an annotation, whose record is looked for: a whole name in whatever form
    recent: tuple[str, ...] = ()  # ids of records that were chosen before, the newest first
    limit: int = 8


@dataclass(frozen=True, slots=True)
class RecordsFound:
    """The answer: the records, the best first."""

    wanted: RecordWanted
    records: tuple[Record, ...]
    fitting: int  # how many of them fit; after them come recent ones


def warm_names(sources: Sources) -> bool:
    """Read some names of records in advance; whether there are none left to read."""
    return sources.archive.record_names.advance(_WARMED_AT_ONCE)


def find_records(sources: Sources, wanted: RecordWanted) -> RecordsFound:
    """The records that fit, and if none does those that were chosen last."""
    ids = list(dict.fromkeys(id_ for kind in wanted.kinds for id_ in _fitting(sources, kind, wanted)))[: wanted.limit]
    by_id = sources.archive.records.at([*ids, *wanted.recent])
    fitting = [by_id[id_] for id_ in ids if id_ in by_id]
    recent = [by_id[id_] for id_ in wanted.recent if id_ in by_id and by_id[id_].kind in wanted.kinds]
    shown = fitting or recent[: wanted.limit]
    return RecordsFound(wanted, tuple(shown), len(fitting))


def list_records(sources: Sources, kind: Kind, typed: str) -> list[str]:
    """The ids of the records of a kind: all in alphabetical order, or those that what is typed may mean."""
    if not typed.strip():
        return sources.archive.records.ids(kind)
    return _meant(sources, kind, typed, MOST)


def _fitting(sources: Sources, kind: Kind, wanted: RecordWanted) -> Sequence[str]:
    if wanted.typed.strip():
        return _meant(sources, kind, wanted.typed, wanted.limit)
    return sources.archive.record_names.index(kind).find(wanted.words) if wanted.words.strip() else ()


def _meant(sources: Sources, kind: Kind, typed: str, limit: int) -> list[str]:
    """What is typed may be the beginning of a name, or a whole one in some form."""
    names = sources.archive.record_names.index(kind)
    return list(dict.fromkeys((*names.complete(typed, limit), *names.find(typed))))[:limit]
