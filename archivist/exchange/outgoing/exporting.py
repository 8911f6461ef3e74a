# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing articles with their annotations in any format, and telling before what that will lose."""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from archivist.errors import DestinationTaken, NothingSelected, OnlyRestricted
from archivist.exchange.format import Format
from archivist.exchange.outgoing.contents import Contents, Selection
from archivist.exchange.outgoing.destinations import check_destination
from archivist.exchange.outgoing.losses import Tally, loss_report
from archivist.exchange.outgoing.reading_back import Comparison
from archivist.loss_reports import SUFFIX
from archivist.model import ExportPreview, ExportReport, Loss, Progress
from archivist.store import Archive
from archivist.store.connection import storage_error
from archivist.store.durable import sync_files, sync_folder, sync_tree

_EVERY = 50


def export(
    archive: Archive, format_: Format, selection: Selection, destination: Path
) -> Generator[Progress, None, ExportReport]:
    """Write the selection in a format, which can be written.

    It is written aside, read back by the format's own reader, and appears at its destination when it
    is whole and as it was written; what it does not carry is told in the report and, where there is
    any, in a file beside it. While it is written the archive is read as it is at one moment, so this
    connection can write nothing. Raises NothingSelected, OnlyRestricted, ArticleNotFound,
    DestinationTaken, ExportDiffers, DiskFull, StorageFailed; InvalidValue where the name of the
    destination is one of something else.
    """
    contents = Contents(archive, selection)
    _check_chosen(contents)
    check_destination(format_, destination, len(contents.ids))
    for path in (destination, loss_file(destination)):
        _refuse_taken(path)
    if format_.export:
        report = yield from format_.export(archive, selection, destination)
        with _aside(destination) as path:
            _write_losses(path, destination, report.losses)
        return report
    with _aside(destination) as path:
        alone = bool(format_.one_article) and destination.suffix.lower() == format_.one_article
        whole = path.with_suffix("") if alone else path
        with archive.snapshot():
            counted = yield from _write(Contents(archive, selection, format_.fit), format_, whole, destination)
        if alone:
            (whole / f"{contents.ids[0]}{format_.one_article}").rename(path)
        _publish(path, destination, counted.losses)
    return ExportReport(
        destination, counted.articles, counted.annotations, counted.losses, counted.records, counted.relations
    )


def preview_losses(archive: Archive, format_: Format, selection: Selection) -> Generator[Progress, None, ExportPreview]:
    """What exporting the selection in a format would carry, and what not; nothing is written.

    What a writer finds out only while it writes is not among the losses yet. Raises NothingSelected,
    OnlyRestricted, ArticleNotFound.
    """
    with archive.snapshot():
        contents = Contents(archive, selection, format_.fit)
        _check_chosen(contents)
        tally = Tally(contents, format_.keeps)
        for number, fitted in enumerate(contents.fitted()):
            tally.see(fitted)
            if number % _EVERY == 0:
                yield Progress(number, len(contents), "count")
        return tally.told()


def loss_file(destination: Path) -> Path:
    """Where the losses of an export are told: beside it."""
    return destination.with_name(f"{destination.name}{SUFFIX}")


def _check_chosen(contents: Contents) -> None:
    if not contents.selection.articles:
        raise NothingSelected
    if not contents.ids:
        raise OnlyRestricted(len(contents.withheld))


def _write(
    contents: Contents, format_: Format, path: Path, destination: Path
) -> Generator[Progress, None, ExportPreview]:
    """Write the contents to the path and read it back; tell what went in."""
    assert format_.write is not None  # noqa: S101 - as the caller has made sure
    tally, comparison = Tally(contents, format_.keeps), Comparison(format_)
    own = yield from format_.write(contents, path)
    sync_tree(path)
    for number, fitted in enumerate(contents.fitted()):
        tally.see(fitted)
        comparison.see(fitted.handed)
        if number % _EVERY == 0:
            yield Progress(number, len(contents), "count")
    yield from comparison.compare(path, contents, destination)
    return tally.told(own)


def _publish(path: Path, destination: Path, losses: Sequence[Loss]) -> None:
    """Give what was written its name; what it does not carry is told first."""
    _refuse_taken(destination)
    told = _write_losses(path, destination, losses)
    try:
        path.rename(destination)
    except OSError:
        if told:
            loss_file(destination).unlink()
        raise
    sync_folder(destination.parent)


def _write_losses(path: Path, destination: Path, losses: Sequence[Loss]) -> bool:
    """Tell the losses, where there are any, in a file beside the destination; `path` is aside."""
    if not losses:
        return False
    aside = loss_file(path)
    aside.write_text(loss_report(destination.name, losses), encoding="utf-8")
    sync_files([aside])
    _refuse_taken(loss_file(destination))
    aside.rename(loss_file(destination))
    return True


@contextmanager
def _aside(destination: Path) -> Iterator[Path]:
    """A path of the same name in a new folder beside it, which goes with all that is left in it."""
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
