# SPDX-License-Identifier: GPL-3.0-or-later
"""import, of what came with annotations: bundles, and files of other programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from archivist import exchange
from archivist.cli.profiles import named_mapping
from archivist.cli.root import run
from archivist.errors import (
    ArchiveBusy,
    ArchiveDamaged,
    ArchiveReadOnly,
    ArchivistError,
    DiskFull,
    InvalidValue,
    StorageFailed,
)
from archivist.exchange import Format, Recognised, Scan, TagMapping
from archivist.intake import registry
from archivist.model import FileReport, ImportStatus
from archivist.store import Archive

# Nothing more can be written after these, whatever file comes next.
_ARCHIVE_FAILS = (ArchiveBusy, ArchiveDamaged, ArchiveReadOnly, DiskFull, StorageFailed)


def format_named(name: str) -> Format | None:
    """The format with annotations that this name alone means; None where files without any are read as it, too.

    Raises InvalidValue for one that nobody knows.
    """
    named = next((one for one in exchange.formats() if one.reads and one.name == name.strip().lower()), None)
    try:
        registry.reader_named(name)
    except InvalidValue:
        if named is None:
            names = [reader.name for reader in registry.formats()]
            names += [one.name for one in exchange.formats() if one.reads and one.name not in names]
            raise InvalidValue("format", name, ", ".join(names)) from None
        return named
    return None


def among(sources: Sequence[Path], format_name: str) -> list[Recognised]:
    """Those of the sources, and of what is in them, that are of a format with annotations.

    Where the format that is named is also one of files without annotations, they are those that are
    known by what is in them.
    """
    if not format_name:
        return exchange.recognise(sources)
    named = format_named(format_name)
    if named is not None:
        return exchange.recognise_as(sources, named)
    name = format_name.strip().lower()
    if all(one.name != name for one in exchange.formats() if one.reads):
        return []
    return [found for found in exchange.recognise(sources) if found.format.name == name]


def mapping(archive: Archive, name: str) -> TagMapping:
    """The mapping that is named, by its name in the archive or as a file; an empty one where none is."""
    return named_mapping(archive, name) if name else TagMapping()


def import_annotated(
    archive: Archive, found: Recognised, wanted: TagMapping, collection: str, reports: list[FileReport]
) -> None:
    """Import a file or bundle, and add what came of it to the reports."""
    try:
        work = exchange.take_in(archive, found.format, found.path, wanted, collection)
        report = run(work, f"Importing {found.path.name}").as_file_report()
    except _ARCHIVE_FAILS:
        raise
    except ArchivistError as error:
        report = FileReport(found.path, ImportStatus.REFUSED, reason=str(error), reader=found.format.name, error=error)
    reports.append(report)


def scan(archive: Archive, found: Recognised, wanted: TagMapping) -> Scan | ArchivistError:
    """The labels of a file, or why it cannot be read."""
    try:
        return run(exchange.scan_labels(archive, found.format, found.path, wanted), "Looking")
    except ArchivistError as error:
        return error


def scanned(scan_: Scan) -> dict[str, Any]:
    """What --preview --json tells of a file beyond what it tells of others; a label that is left out has no tag."""
    return {
        "annotations": scan_.annotations,
        "labels": [
            {
                "label": one.label,
                "tag": one.target.tag if one.target else None,
                "kind": one.target.kind if one.target else None,
                "new": one.is_new,
                "annotations": one.annotations,
                "example": one.example,
            }
            for one in scan_.labels
        ],
    }
