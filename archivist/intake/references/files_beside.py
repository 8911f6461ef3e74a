# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that an export names as lying beside it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from archivist.errors import ArchivistError
from archivist.intake.files import read_file
from archivist.intake.reader import Beside, ImportOptions


def files_beside(path: Path, options: ImportOptions) -> Beside:
    """Gives the bytes of a file by its name relative to the export at `path`, None where it is not there.

    Only what lies in the export's own folder is given, or in the container that holds the export.
    """
    beside = options.beside or (_nothing if options.within else _in_folder(path.parent))

    def read(name: str) -> bytes | None:
        tidy = name.replace("\\", "/").removeprefix("file://")
        for form in dict.fromkeys((tidy, unquote(tidy))):
            if _stays_inside(form) and (raw := beside(form)) is not None:
                return raw
        return None

    return read


def _stays_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return bool(name) and not path.is_absolute() and ".." not in path.parts and ":" not in path.parts[0]


def _nothing(_name: str) -> None:
    return None


def _in_folder(folder: Path) -> Beside:
    def read(name: str) -> bytes | None:
        try:
            place = (folder / name).resolve()  # a link may lead out
            inside = place.is_relative_to(folder.resolve()) and place.is_file()
            return read_file(place) if inside else None
        except (OSError, ValueError, ArchivistError):
            return None

    return read
