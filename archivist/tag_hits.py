# SPDX-License-Identifier: GPL-3.0-or-later
"""Tagging all that a search finds: every match in every text, as one step that can be undone.

All is found first and written then, in batches, so that a person who annotates meanwhile never
waits long. Where she does something between two batches, the rest is a step of its own.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass

from archivist.model import Progress
from archivist.store import Archive
from archivist.store.bulk_annotating import Placement
from archivist.text import shortened

_STEP = 50  # articles after which progress is told
_BATCH = 500  # passages a transaction, some hundredths of a second


@dataclass(frozen=True, slots=True)
class Tagged:
    """What tagging came to."""

    articles: int  # that have a passage that was meant
    passages: int  # that were meant
    added: int  # of them, those that did not carry the tag before


def tag_hits(
    archive: Archive, query: str, rows: Sequence[int], tag: str, note: str = ""
) -> Generator[Progress, None, Tagged]:
    """Tag (by id) all that a query matches in the texts of these rows, which Search.rows() gave.

    Raises QueryMistake, TagNotFound, StepUndone.
    """
    name = f"Tag hits of “{shortened(query)}” as {archive.tags.get(tag).name}"
    found = yield from find_passages(archive, query, rows)
    return (yield from tag_passages(archive, found, tag, name=name, note=note))


def tag_passages(
    archive: Archive, passages: Iterable[Placement], tag: str, *, name: str, note: str = ""
) -> Generator[Progress, None, Tagged]:
    """Tag (by id) these passages, but for those whose article was deleted since they were found.

    `name` is what the history calls the step. Raises TagNotFound, QuoteMismatch, StepUndone.
    """
    wanted = list(passages)
    added, step = 0, None
    for at in range(0, len(wanted), _BATCH):
        yield Progress(at, len(wanted), "tag")
        with archive.action(name, continues=step) as step:
            added += archive.annotations.add_many(_still_there(archive, wanted[at : at + _BATCH]), tag, note)
    yield Progress(len(wanted), len(wanted), "tag")
    return Tagged(len({passage.article for passage in wanted}), len(wanted), added)


def find_passages(archive: Archive, query: str, rows: Sequence[int]) -> Generator[Progress, None, list[Placement]]:
    """All that a query matches in the texts of these rows, as a concordance has it. Raises QueryMistake."""
    # Whoever only wants to know what tagging came to has no need of the search.
    from archivist.search import parse
    from archivist.search.concordance import occurrences

    found: list[Placement] = []
    for number, (article, body, spans) in enumerate(occurrences(archive, parse(query), rows)):
        if number % _STEP == 0:
            yield Progress(number, len(rows), "find")
        found += (Placement(article.id, start, end, body[start:end]) for start, end in spans)
    yield Progress(len(rows), len(rows), "find")
    return found


def _still_there(archive: Archive, passages: list[Placement]) -> list[Placement]:
    gone = {article for article in {passage.article for passage in passages} if archive.articles.is_deleted(article)}
    return [passage for passage in passages if passage.article not in gone]
