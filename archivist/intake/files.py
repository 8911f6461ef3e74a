# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that paths and folders stand for, and their bytes."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from archivist.errors import ArchivistError, FileTooLarge, FileUnreadable, UnsupportedFile
from archivist.loss_reports import SUFFIX, is_loss_report

LARGEST_FILE = 256 * 1024 * 1024  # bytes
_LITTER = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
# Browsers put the pictures and scripts of a saved page into a folder of this name beside it.
_PARTS_OF_PAGE = re.compile(r"(?P<page>.+?)(?:[_.-]files|_файлы|_файли|-dateien)", re.IGNORECASE)
_DEEPEST_FOLDERS = 32  # of a path inside a file; what lies above is not looked at
_HEAD = 256  # bytes
_PAGE_SUFFIXES = (".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read, or a place that could not be looked into, with the reason."""

    path: Path
    problem: ArchivistError | None = None
    size: int = 0  # bytes, as the folder says


def find_files(paths: Iterable[Path], leave_out: Collection[Path] = ()) -> Iterator[FoundFile]:
    """The files that paths name, folders looked through by name and to their depth, but for those left out.

    Inside folders, hidden files, the litter of desktops, the parts of saved pages and what tells the
    losses of an export are passed over, and a link that leads back to a folder above it is not
    followed. Of a folder no more than the names are held at a time.
    """
    leave_out = frozenset(leave_out)
    for path in paths:
        open_folders = [_Folder(iter((path,)), frozenset())]
        while open_folders:  # no recursion: folders may lie in each other as deep as a path is long
            folder = open_folders[-1]
            entry = next(folder.entries, None)
            if entry is None:
                open_folders.pop()
            elif entry not in leave_out:
                found = _looked_at(entry, folder.here)
                if isinstance(found, FoundFile):
                    yield found
                elif found is not None:
                    open_folders.append(found)


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder that is being looked through, and which folders that are above what is in it."""

    entries: Iterator[Path]
    here: frozenset[tuple[int, int]]


def _looked_at(path: Path, above: frozenset[tuple[int, int]]) -> FoundFile | _Folder | None:
    """What lies there; None for a folder that is looked through already."""
    try:
        status = path.stat()
        if not stat.S_ISDIR(status.st_mode):
            return FoundFile(path, size=status.st_size)
        here = (status.st_dev, status.st_ino)
        if here in above:
            return None
        # An export of Zotero before the files in its folder, of which it says more than they do themselves.
        names = sorted(os.listdir(path), key=lambda name: (not is_export(name), name))  # noqa: PTH208 - a hundred thousand names take less room than paths
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        return FoundFile(path, FileUnreadable(path, getattr(error, "strerror", None) or str(error)))
    beside = set(names)
    entries = (path / name for name in names if not _is_passed_over(name, beside))
    return _Folder((entry for entry in entries if not _is_loss_report(entry)), above | {here})


def is_export(name: str) -> bool:
    """Whether a file may be one that speaks of files beside it, as an export of Zotero does."""
    return name.lower().endswith(".rdf")


def _is_passed_over(name: str, beside: set[str]) -> bool:
    if name.startswith(".") or name.casefold() in _LITTER:
        return True
    parts = _PARTS_OF_PAGE.fullmatch(name)
    return parts is not None and any(parts["page"] + suffix in beside for suffix in _PAGE_SUFFIXES)


def _is_loss_report(path: Path) -> bool:
    if not path.name.lower().endswith(SUFFIX):
        return False
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        with path.open("rb") as file:
            return is_loss_report(path.name, file.read(_HEAD))
    except OSError:
        return False


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
        if not stat.S_ISREG(path.stat().st_mode):  # to open a device may set it going
            raise UnsupportedFile(path, "it is not a regular file")
        # Without waiting, should it have become a pipe since.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(handle, "rb") as file:  # noqa: PTH123 - of a handle
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise UnsupportedFile(path, "it is not a regular file")
            if status.st_size > LARGEST_FILE:
                raise FileTooLarge(path, status.st_size, LARGEST_FILE)
            raw = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        raise FileUnreadable(path, getattr(error, "strerror", None) or str(error)) from error
    if len(raw) > LARGEST_FILE:  # it grew, or did not say how large it is
        raise FileTooLarge(path, len(raw), LARGEST_FILE)
    return raw


def hash_of_file(path: Path) -> str:
    """The SHA-256 of a file that could be imported. Raises as read_file does."""
    return hashlib.sha256(read_file(path)).hexdigest()


def is_gone(path: Path) -> bool:
    """Whether the folder of a file that was there is away, as when its drive was pulled out."""
    try:
        path.parent.stat()
    except (OSError, ValueError):
        return True
    return False
