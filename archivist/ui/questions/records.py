# SPDX-License-Identifier: GPL-3.0-or-later
"""Which records are meant by what a person types or by the words of an annotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archivist.errors import ArticleNotFound
from archivist.model import Kind
from archivist.text import one_line
from archivist.ui.questions.answering import Sources

if TYPE_CHECKING:
    from archivist.model import Record

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
    article: str = ""  # id of the one that the words are in
    is_person: bool | None = None  # whether the words name one, where that is known


@dataclass(frozen=True, slots=True)
class RecordsFound:
    """The answer: the records, the best first."""

    wanted: RecordWanted
    records: tuple[Record, ...]
    fitting: int  # how many of them fit; after them come recent ones
    called: str = ""  # what a new record of the words would be called: their dictionary form


def warm_names(sources: Sources) -> bool:
    """Read some names of records in advance; whether there are none left to read."""
    return sources.archive.record_names.advance(_WARMED_AT_ONCE)


def find_records(sources: Sources, wanted: RecordWanted) -> RecordsFound:
    """The records that fit, and if none does those that were chosen last."""
    ids = dict.fromkeys(id_ for kind in wanted.kinds for id_ in _fitting(sources, kind, wanted))
    by_id = sources.archive.records.at([*ids, *wanted.recent])
    name = one_line(wanted.typed).casefold()
    # Of several kinds none is to crowd out the record of another that is called just so.
    called = sorted((by_id[id_] for id_ in ids if id_ in by_id), key=lambda record: record.name.casefold() != name)
    fitting = called[: wanted.limit]
    recent = [by_id[id_] for id_ in wanted.recent if id_ in by_id and by_id[id_].kind in wanted.kinds]
    shown = fitting or recent[: wanted.limit]
    return RecordsFound(wanted, tuple(shown), len(fitting), _called(sources, wanted))


def list_records(sources: Sources, kind: Kind, typed: str) -> list[str]:
    """The ids of the records of a kind: all in alphabetical order, or those that what is typed may mean."""
    if not typed.strip():
        return sources.archive.records.ids(kind)
    return _meant(sources, kind, typed, MOST)


def _called(sources: Sources, wanted: RecordWanted) -> str:
    """The words as a name; a figure is called by what is counted, which is in its dictionary form already."""
    from archivist.language.dictionary_form import dictionary_form

    if not wanted.words or not wanted.article or Kind.FIGURE in wanted.kinds:
        return wanted.words
    try:
        article = sources.archive.articles.get(wanted.article)
        text = sources.archive.articles.revision(wanted.article).body
    except ArticleNotFound:
        return wanted.words
    return dictionary_form(wanted.words, article.language, is_person=wanted.is_person, text=text)


def _fitting(sources: Sources, kind: Kind, wanted: RecordWanted) -> Sequence[str]:
    if wanted.typed.strip():
        return _meant(sources, kind, wanted.typed, wanted.limit)
    return sources.archive.record_names.index(kind).find(wanted.words) if wanted.words.strip() else ()


def _meant(sources: Sources, kind: Kind, typed: str, limit: int) -> list[str]:
    """What is typed may be the beginning of a name, or a whole one in some form."""
    names = sources.archive.record_names.index(kind)
    return list(dict.fromkeys((*names.complete(typed, limit), *names.find(typed))))[:limit]
