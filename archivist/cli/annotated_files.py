# SPDX-License-Identifier: GPL-3.0-or-later
"""import, of what came with annotations: bundles, and files of other programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from archivist import exchange
from archivist.cli.profiles import named_mapping
from archivist.cli.root import run
from archivist.decoding.encodings import known_encoding
from archivist.errors import (
    ArchiveBusy,
    ArchiveDamaged,
    ArchiveReadOnly,
    ArchivistError,
    DiskFull,
    InvalidValue,
    StorageFailed,
)
from archivist.exchange import Decisions, Format, MergeLine, MergeReport, Outcome, Recognised, Scan, TagMapping
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


def in_encoding(found: Sequence[Recognised], encoding: str | None) -> list[Recognised]:
    """The same files as of this encoding, where one is named and their format does not say it itself."""
    if not encoding:
        return list(found)
    name = known_encoding(encoding)
    return [replace(one, format=one.format.in_encoding(name)) if one.format.read_in else one for one in found]


def mapping(archive: Archive, name: str) -> TagMapping:
    """The mapping that is named, by its name in the archive or as a file; an empty one where none is."""
    return named_mapping(archive, name) if name else TagMapping()


def import_annotated(
    archive: Archive,
    found: Recognised,
    wanted: TagMapping,
    collection: str,
    decisions: Decisions,
    reports: list[FileReport],
) -> None:
    """Import a file or bundle, and add what came of it to the reports."""
    try:
        work = exchange.take_in(archive, found.format, found.path, wanted, collection, decisions)
        report = run(work, f"Importing {found.path.name}").as_file_report()
    except _ARCHIVE_FAILS:
        raise
    except ArchivistError as error:
        report = FileReport(found.path, ImportStatus.REFUSED, reason=str(error), reader=found.format.name, error=error)
    reports.append(report)


class Ahead(NamedTuple):
    """What importing a file would come to."""

    report: MergeReport
    labels: Scan | None  # what its labels would become; None for a bundle, which has none


def look_ahead(archive: Archive, found: Recognised, wanted: TagMapping, decisions: Decisions) -> Ahead | ArchivistError:
    """What importing a file or bundle would come to, or why it cannot be imported."""
    try:
        report = run(exchange.compare(archive, found.format, found.path, wanted, decisions), "Comparing")
    except _ARCHIVE_FAILS:
        raise
    except ArchivistError as error:
        return error
    return Ahead(report, None if found.format.take_in else _labels(archive, found, wanted))


def _labels(archive: Archive, found: Recognised, wanted: TagMapping) -> Scan | None:
    """The labels of a file; None where it breaks off, which its report tells."""
    try:
        return run(exchange.scan_labels(archive, found.format, found.path, wanted), "Looking")
    except ArchivistError:
        return None


def told_ahead(ahead: Ahead) -> dict[str, Any]:
    """What --preview --json tells of what came with annotations beyond what it tells of other files."""
    return {**_compared(ahead.report), **(_scanned(ahead.labels) if ahead.labels is not None else {})}


def _compared(report: MergeReport) -> dict[str, Any]:
    counts = {
        f"{what}s": {outcome.name.lower(): report.counts[what, outcome] for outcome in Outcome}
        for what in ("article", "annotation", "tag", "record", "relation")
    }
    return {
        "annotations": report.annotations,
        "merge": {**counts, "conflicts": list(map(_conflict, settled(report)))},
        "notes": list(map(str, report.as_file_report().notes)),
    }


def settled(report: MergeReport) -> list[MergeLine]:
    """What is here and differs, whatever was decided of it."""
    return [line for line in report.lines if line.conflict is not None or line.outcome is Outcome.CONFLICT]


def _conflict(line: MergeLine) -> dict[str, Any]:
    sides = line.conflict.fields if line.conflict is not None else {}
    return {
        "what": line.what,
        "id": line.id,
        "name": line.name,
        "outcome": line.outcome.name.lower(),
        "detail": line.detail,
        "fields": {name: {"ours": ours, "theirs": theirs} for name, (ours, theirs) in sides.items()},
    }


def _scanned(scan: Scan) -> dict[str, Any]:
    """The labels; one that is left out has no tag."""
    return {
        "labels": [
            {
                "label": one.label,
                "tag": one.target.tag if one.target else None,
                "kind": one.target.kind if one.target else None,
                "new": one.is_new,
                "annotations": one.annotations,
                "example": one.example,
            }
            for one in scan.labels
        ],
    }
