# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that paths and folders stand for, and their bytes."""

from __future__ import annotations

import re
import stat
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from archivist.errors import ArchivistError, FileTooLarge, FileUnreadable, UnsupportedFile

LARGEST_FILE = 256 * 1024 * 1024  # bytes
_LITTER = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
# Browsers put the pictures and scripts of a saved page into a folder of this name beside it.
_PARTS_OF_PAGE = re.compile(r"(?P<page>.+?)(?:[_.-]files|_файлы|_файли|-dateien)", re.IGNORECASE)
_DEEPEST_FOLDERS = 32  # of a path inside a file; what lies above is not looked at
_PAGE_SUFFIXES = (".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read, or a place that could not be looked into, with the reason."""

    path: Path
    problem: ArchivistError | None = None


def find_files(paths: Iterable[Path], leave_out: Collection[Path] = ()) -> Iterator[FoundFile]:
    """The files that paths name, folders looked through by name and to their depth, but for those left out.

    Inside folders, hidden files, the litter of desktops and the parts of saved pages are passed
    over, and a link that leads back to a folder above it is not followed.
    """
    for path in paths:
        yield from _below(path, leave_out, ancestors=frozenset())


def _below(path: Path, leave_out: Collection[Path], ancestors: frozenset[tuple[int, int]]) -> Iterator[FoundFile]:
    if path in leave_out:
        return
    try:
        status = path.stat()
        if not stat.S_ISDIR(status.st_mode):
            yield FoundFile(path)
            return
        here = (status.st_dev, status.st_ino)
        if here in ancestors:
            return
        entries = sorted(path.iterdir(), key=lambda entry: entry.name)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        yield FoundFile(path, FileUnreadable(path, getattr(error, "strerror", None) or str(error)))
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        if not _is_passed_over(entry.name, names):
            yield from _below(entry, leave_out, ancestors | {here})


def _is_passed_over(name: str, beside: set[str]) -> bool:
    if name.startswith(".") or name.casefold() in _LITTER:
        return True
    parts = _PARTS_OF_PAGE.fullmatch(name)
    return parts is not None and any(parts["page"] + suffix in beside for suffix in _PAGE_SUFFIXES)


def without_passed_over(names: Iterable[str]) -> list[str]:
    """The paths, parted by "/", without those that are passed over inside folders."""
    names = list(names)
    beside: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for folder, entry in _steps(name):
            beside[folder].add(entry)
    return [name for name in names if not any(_is_passed_over(entry, beside[folder]) for folder, entry in _steps(name))]


def _steps(name: str) -> Iterator[tuple[str, str]]:
    """Each folder on the way to a file, with what in it leads on."""
    parts = [part for part in name.split("/") if part not in ("", ".", "..")][-_DEEPEST_FOLDERS:]
    for number, part in enumerate(parts):
        yield "/".join(parts[:number]), part


def read_file(path: Path) -> bytes:
    """The bytes of a file. Raises FileUnreadable, FileTooLarge, UnsupportedFile (no regular file)."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnsupportedFile(path, "it is not a regular file")
        if status.st_size > LARGEST_FILE:
            raise FileTooLarge(path, status.st_size, LARGEST_FILE)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise FileUnreadable(path, getattr(error, "strerror", None) or str(error)) from error
