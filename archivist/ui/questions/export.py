# SPDX-License-Identifier: GPL-3.0-or-later
"""Exporting what a list shows, and counting what that would lose, as jobs for a process of their own."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from archivist.model import ExportPreview, ExportReport, Kind, Progress
from archivist.store import Archive
from archivist.ui.questions.answering import Sources

if TYPE_CHECKING:
    from archivist.exchange import Selection


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What is to be exported, and in which format."""

    format: str  # name
    rows: tuple[int, ...]  # of the articles
    tags: frozenset[str] | None = None  # ids; None for all
    kinds: frozenset[Kind] | None = None
    restricted: bool = False  # with articles that are under embargo or redacted

    def selection(self, archive: Archive) -> Selection:
        """The same in the words of the exchange."""
        from archivist.exchange import Selection

        ids = tuple(archive.articles.ids(list(self.rows)))
        today = date.today().isoformat()  # noqa: DTZ011 - embargoes end by the calendar of this place
        return Selection(ids, self.tags, self.kinds, restricted=self.restricted, today=today)


def export_order(archive: Archive, order: ExportOrder, path: Path) -> Generator[Progress, None, ExportReport]:
    """Write what was ordered; raises what exporting raises."""
    from archivist.exchange import export, format_to_write

    return (yield from export(archive, format_to_write(order.format), order.selection(archive), path))


def count_losses(sources: Sources, order: ExportOrder) -> ExportPreview:
    """The same of a few articles, as a question. Raises what preview_losses raises."""
    work = preview_order(sources.archive, order)
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: ExportPreview = end.value
            return found


def preview_order(archive: Archive, order: ExportOrder) -> Generator[Progress, None, ExportPreview]:
    """What writing it would carry and lose; raises what preview_losses raises."""
    from archivist.exchange import format_to_write, preview_losses

    return (yield from preview_losses(archive, format_to_write(order.format), order.selection(archive)))
