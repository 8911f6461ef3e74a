# SPDX-License-Identifier: GPL-3.0-or-later
"""Exporting what a list shows, as a job for a process of its own."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from pathlib import Path

from archivist.exchange import Selection, export, format_to_write
from archivist.model import ExportReport, Progress
from archivist.store import Archive


def export_rows(
    archive: Archive, format_name: str, rows: list[int], path: Path
) -> Generator[Progress, None, ExportReport]:
    """Write the articles in these archive rows in a format, but for restricted ones; raises what its writer raises."""
    today = date.today().isoformat()  # noqa: DTZ011 - an embargo ends with the day of this place
    selection = Selection(tuple(archive.articles.ids(rows)), today=today)
    return (yield from export(archive, format_to_write(format_name), selection, path))
