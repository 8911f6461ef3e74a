# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing articles with their annotations in any format."""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from archivist.errors import DestinationTaken, NothingSelected
from archivist.exchange.contents import Contents, Selection
from archivist.exchange.format import Format
from archivist.model import ExportReport, Progress
from archivist.store import Archive
from archivist.store.connection import storage_error


def export(
    archive: Archive, format_: Format, selection: Selection, destination: Path
) -> Generator[Progress, None, ExportReport]:
    """Write the selection in a format, which can be written.

    It is written aside and appears at its destination when it is whole. Raises NothingSelected,
    ArticleNotFound, DestinationTaken, DiskFull, StorageFailed.
    """
    if not selection.articles:
        raise NothingSelected
    if format_.export:
        return (yield from format_.export(archive, selection, destination))
    assert format_.write is not None  # noqa: S101 - as the caller has made sure
    contents = Contents(archive, selection)
    with _aside(destination) as path:
        with archive.snapshot():
            losses = tuple((yield from format_.write(contents, path)))
        _refuse_taken(destination)
        path.rename(destination)
    return ExportReport(destination, len(contents), 0, losses)


@contextmanager
def _aside(destination: Path) -> Iterator[Path]:
    """A path of the same name in a new folder beside it, which goes with all that is left in it."""
    _refuse_taken(destination)
    try:
        folder = Path(mkdtemp(prefix=f".{destination.name}.unfinished-", dir=destination.parent))
        try:
            yield folder / destination.name
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        raise storage_error(error, destination) from error


def _refuse_taken(destination: Path) -> None:
    if os.path.lexists(destination):
        raise DestinationTaken(destination)
