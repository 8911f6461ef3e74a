# SPDX-License-Identifier: GPL-3.0-or-later
"""The report of an import as a file: JSON, CSV or text, as its extension says."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from archivist.errors import ArchivistError, InvalidValue
from archivist.exchange.tables import safe
from archivist.model import FileReport, ImportStatus
from archivist.store.connection import storage_error

Json = dict[str, Any]
_MOST_NOTES = 20  # of a file, where not all are told


def as_json(files: Sequence[FileReport], stopped: ArchivistError | None = None) -> Json:
    """The report as a JSON value. `imported` counts the files that came in, with a warning or without."""
    counts = Counter(file.counts_as for file in files)
    return {
        "files": [_file_as_json(file) for file in files],
        "imported": counts[ImportStatus.IMPORTED],
        "duplicate": counts[ImportStatus.DUPLICATE],
        "warning": sum(file.status is ImportStatus.WARNING for file in files),
        "refused": counts[ImportStatus.REFUSED],
        "stopped": str(stopped or ""),
    }


def in_words(files: Sequence[FileReport], stopped: ArchivistError | None = None, *, whole: bool = False) -> list[str]:
    """The report in lines for a person: each file with what is worth a look, unless it is whole the first of it."""
    lines = []
    for file in files:
        details = ", ".join(part for part in (file.encoding, file.summary or file.reason) if part)
        lines.append(f"{file.status:<9} {file.path}" + (f"  ({details})" if details else ""))
        told = file.notes if whole or len(file.notes) <= _MOST_NOTES + 1 else file.notes[:_MOST_NOTES]
        lines += [f"          ! {note}" for note in told]
        if len(told) < len(file.notes):
            more = len(file.notes) - len(told)
            lines.append(f"          ! and {more} more: --report FILE writes them all, --json prints them")
    counts = as_json(files)
    lines.append(f"{counts['imported']} imported, {counts['refused']} refused, {len(files)} in all.")
    return [*lines, f"It stopped: {stopped}"] if stopped else lines


def check_report_path(path: Path) -> None:
    """Raises InvalidValue where the name says no format that a report can be in."""
    _writer(path)


def write_import_report(path: Path, files: Sequence[FileReport], stopped: ArchivistError | None = None) -> None:
    """Write the report, over what is there. Raises InvalidValue, DiskFull, StorageFailed."""
    data = _writer(path)(files, stopped).encode("utf-8", "replace")  # a path may be of other bytes
    try:
        path.write_bytes(data)
    except OSError as error:
        raise storage_error(error, path) from error


def _writer(path: Path) -> Callable[[Sequence[FileReport], ArchivistError | None], str]:
    writers = {".json": _json, ".csv": _csv, ".txt": _text}
    try:
        return writers[path.suffix.lower()]
    except KeyError:
        raise InvalidValue("name of a report", path.name, "a name that ends in .json, .csv or .txt") from None


def _json(files: Sequence[FileReport], stopped: ArchivistError | None) -> str:
    return json.dumps(as_json(files, stopped), ensure_ascii=False, indent=1) + "\n"


def _text(files: Sequence[FileReport], stopped: ArchivistError | None) -> str:
    return "\n".join(in_words(files, stopped, whole=True)) + "\n"


def _csv(files: Sequence[FileReport], stopped: ArchivistError | None) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("path", "status", "format", "encoding", "articles", "reason", "missing", "notes"))
    for file in files:
        cells = (str(file.path), file.status.value, file.reader, file.encoding)
        end = (" ".join(file.articles), file.reason, " ".join(file.missing), "\n".join(map(str, file.notes)))
        writer.writerow([safe(cell) for cell in (*cells, *end)])
    if stopped:
        writer.writerow(["", "stopped", "", "", "", safe(str(stopped)), "", ""])
    return "\ufeff" + text.getvalue()  # the mark by which spreadsheets know UTF-8


def _file_as_json(file: FileReport) -> Json:
    return {
        "path": str(file.path),
        "status": file.status,
        "articles": list(file.articles),
        "annotations": file.annotations,
        "reason": file.reason,
        "encoding": file.encoding,
        "format": file.reader,
        "missing": list(file.missing),
        "notes": list(map(str, file.notes)),
        "unread": [{"part": piece.part, "reason": piece.reason} for piece in file.unread],
    }
