# SPDX-License-Identifier: GPL-3.0-or-later
"""The adjudicated layer: what was settled after comparing, beside what each annotator marked.

It is made of annotations of their own, whose annotator is ADJUDICATED; who settled them, the
history says. So it is searched, exported and compared like any other annotator's work, and what it
was settled from stays as it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from uuid import uuid4

from archivist.model import Annotation, Status
from archivist.store import Archive
from archivist.store.connection import now

ADJUDICATED = "adjudicated"


def adopt(archive: Archive, annotations: Iterable[Annotation]) -> list[Annotation]:
    """Take annotations into the adjudicated layer, as one step of the history; returns those that are new in it.

    One that stands there with the same words and tag is not taken twice. Raises ArticleNotFound, QuoteMismatch.
    """
    wanted = [mark for mark in annotations if mark.status is Status.ANCHORED]
    adopted = []
    moment = now()
    with archive.action(f"Adjudicate {len(wanted)} {'annotation' if len(wanted) == 1 else 'annotations'}"):
        standing = {_place(mark) for id_ in {mark.article for mark in wanted} for mark in _layer(archive, id_)}
        for mark in wanted:
            if _place(mark) not in standing:
                standing.add(_place(mark))
                copy = replace(mark, id=str(uuid4()), created_by=ADJUDICATED, created_at=moment, modified_at=moment)
                adopted.append(archive.annotations.bring_in(copy))
    return adopted


def withdraw(archive: Archive, article: str, start: int, end: int) -> int:
    """Delete what the adjudicated layer of an article (id) has within these places; returns how many those were."""
    within = [mark for mark in _layer(archive, article) if start <= mark.start and mark.end <= end]
    if within:
        with archive.action(f"Withdraw {len(within)} adjudicated"):
            for mark in within:
                archive.annotations.delete(mark.id)
    return len(within)


def _layer(archive: Archive, article: str) -> list[Annotation]:
    return [mark for mark in archive.annotations.of_article(article) if mark.created_by == ADJUDICATED]


def _place(mark: Annotation) -> tuple[str, int, int, str]:
    return mark.article, mark.start, mark.end, mark.tag.id
