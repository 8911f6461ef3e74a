# SPDX-License-Identifier: GPL-3.0-or-later
"""What was handed over, by an Archivist or another program, among files and folders that a person wants to import."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from archivist.errors import ArchivistError
from archivist.exchange.format import Format
from archivist.exchange.formats import formats

_PACKED = ("", ".zip")  # extensions of what holds files, and not of these


@dataclass(frozen=True, slots=True)
class Recognised:
    """A file or folder, and the format that it is to be read as."""

    path: Path
    format: Format


def recognise(paths: Iterable[Path]) -> list[Recognised]:
    """The paths that are of a format, known by what is in them, and such ones in the folders among them.

    In folders only files with an extension of the format are looked into, and links are not followed.
    A folder in which things of several formats lie, a bundle excepted, is gone into.
    """
    readable = [format_ for format_ in formats() if format_.reads and format_.recognises is not None]
    return [found for path in paths for found in _at(path, readable)]


def recognise_as(paths: Iterable[Path], format_: Format) -> list[Recognised]:
    """The paths as of this format, whatever is in them; in place of a folder that cannot be one, the files in it."""
    found = []
    for path in paths:
        if not path.is_dir() or "" in format_.extensions:
            found.append(Recognised(path, format_))
            continue
        for folder, folders, files in os.walk(path):
            folders.sort()
            names = (name for name in sorted(files) if name.lower().endswith(format_.extensions))
            found += [Recognised(Path(folder) / name, format_) for name in names]
    return found


def _at(path: Path, readable: Sequence[Format]) -> Iterator[Recognised]:
    here = _recognised(path, readable)
    if here is not None:
        yield here
    elif path.is_dir():
        yield from _inside(path, readable)


def _inside(path: Path, readable: Sequence[Format]) -> Iterator[Recognised]:
    for folder, folders, files in os.walk(path):
        inside = [_recognised(Path(folder) / name, _with("", readable)) for name in sorted(folders)]
        found = [one for one in inside if one is not None]
        taken = {one.path.name for one in found}
        folders[:] = sorted(name for name in folders if name not in taken and not name.startswith("."))
        yield from found
        for name in sorted(files):
            one = _recognised(Path(folder) / name, _with(Path(name).suffix.lower(), readable))
            if one is not None:
                yield one


def _with(extension: str, readable: Sequence[Format]) -> list[Format]:
    return [format_ for format_ in readable if extension in format_.extensions]


def _recognised(path: Path, readable: Sequence[Format]) -> Recognised | None:
    """The first format that takes this for its own; none for a folder that holds works of others as well.

    What is neither a file nor a folder is not opened: a pipe would be waited for without end.
    """
    if not (path.is_file() or path.is_dir()):
        return None
    first = next((format_ for format_ in readable if _takes(format_, path)), None)
    if first is None or (path.is_dir() and first.take_in is None and _is_shared(path, first, readable)):
        return None
    return Recognised(path, first)


def _is_shared(folder: Path, taker: Format, readable: Sequence[Format]) -> bool:
    """Whether a folder that a format takes is another's, too, or has only other things beside it further down."""
    others = [format_ for format_ in readable if format_ is not taker]
    if any(_takes(format_, folder) for format_ in others):
        return True
    own = tuple(extension for extension in taker.extensions if extension not in _PACKED)
    if not own or any(entry.name.lower().endswith(own) for entry in folder.iterdir()):
        return False
    return next(_inside(folder, others), None) is not None


def _takes(format_: Format, path: Path) -> bool:
    """Whether a format takes this for its own; what cannot be read is none's."""
    assert format_.recognises is not None  # noqa: S101 - as those were chosen that have it
    try:
        return format_.recognises(path)
    except (OSError, ValueError, ArchivistError):
        return False
