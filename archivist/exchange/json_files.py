# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of JSON that are small enough to be read whole, of a format that comes as one or several of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from archivist.errors import ArchivistError, FileDamaged
from archivist.exchange import json_stream
from archivist.exchange.items import Problem
from archivist.exchange.packed import Files, open_files
from archivist.file_names import shown
from archivist.model import JsonValue

_SUFFIXES = (".json", ".jsonl", ".ndjson")
_LARGEST = 256 << 20  # bytes


class JsonFile(NamedTuple):
    """The values of one file: one, or several after one another."""

    name: str
    values: list[JsonValue]
    problem: Problem | None = None  # where it could be read only in part


def json_files(path: Path) -> Iterator[JsonFile]:
    """The JSON files of a folder or zip file, or the one that is named.

    Raises FileDamaged and its like: of one file alone also where nothing of it can be read.
    """
    with open_files(path) as files:
        alone = len(files.sizes) == 1
        names = [name for name in sorted(files.sizes) if alone or PurePosixPath(name).suffix.lower() in _SUFFIXES]
        if not names:
            raise FileDamaged(path, "it holds no JSON file")
        for name in names:
            yield _read(files, name, alone=alone)


def _read(files: Files, name: str, *, alone: bool) -> JsonFile:
    values: list[JsonValue] = []
    try:
        raw = files.read(name, limit=_LARGEST)
        for part in json_stream.values(json_stream.utf8([raw])):
            values.append(part)  # noqa: PERF402 - those before a broken one are kept
    except (ValueError, ArchivistError) as error:
        if alone and isinstance(error, ArchivistError):
            raise
        why = str(getattr(error, "detail", error))
        if alone and not values:
            raise FileDamaged(files.path, why) from error
        return JsonFile(name, values, Problem(shown(name), f"It could be read only in part: {why}."))
    return JsonFile(name, values)
