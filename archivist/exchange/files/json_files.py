# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of JSON that are small enough to be read whole, of a format that comes as one or several of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from archivist.errors import ArchivistError, FileDamaged
from archivist.exchange.files import json_records
from archivist.exchange.files.json_stream import Malformed
from archivist.exchange.files.packed import Files, open_files, passed_over
from archivist.exchange.items import Problem
from archivist.file_names import shown
from archivist.model import JsonValue

_SUFFIXES = (".json", ".jsonl", ".ndjson")


@dataclass(slots=True)
class JsonFile:
    """The values of one file: one, those of a list, or one a line; and what could not be read of it."""

    name: str
    values: list[JsonValue] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


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
            file = _read(files, name, alone=alone)
            if name == names[-1]:
                file.problems += passed_over(files, sorted(files.sizes.keys() - set(names)), "JSON")
            yield file


def _read(files: Files, name: str, *, alone: bool) -> JsonFile:
    file = JsonFile(name)
    try:
        for record in json_records.records(files, name):
            if isinstance(record.value, Malformed):
                where = ", ".join(filter(None, (shown(name), record.where)))
                file.problems.append(Problem(where, f"It is no JSON: {record.value}."))
            else:
                file.values.append(record.value)
    except ArchivistError as error:
        if alone and not file.values:
            raise
        file.problems.append(Problem(shown(name), str(error)))
    return file
