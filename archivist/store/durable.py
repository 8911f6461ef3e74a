# SPDX-License-Identifier: GPL-3.0-or-later
"""Bytes that are on the disk, not only on their way to it, and reading them back from there."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from archivist.errors import StorageFailed

_CHUNK = 1 << 20
_MANY = 16  # files; so many are sooner made durable all at once


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_files(paths: Iterable[Path]) -> None:
    """Make the bytes of files durable, and let them be read from the disk when they are next read."""
    files = list(paths)
    if len(files) >= _MANY and hasattr(os, "sync"):
        os.sync()
    for path in files:
        with path.open("rb+") as file:
            if len(files) < _MANY or not hasattr(os, "sync"):
                os.fsync(file.fileno())
            if hasattr(os, "posix_fadvise"):
                with suppress(OSError):  # not every file system can
                    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def sync_tree(path: Path) -> None:
    """Have a file, or a folder with all that is in it, on the disk."""
    inside = sorted(path.rglob("*")) if path.is_dir() else []
    sync_files(each for each in (path, *inside) if each.is_file())
    for folder in (path, *inside):
        if folder.is_dir():
            sync_folder(folder)


def copy_and_hash(source: Path, target: Path) -> str:
    """Copy a file in chunks and return the SHA-256 of what was read. Raises StorageFailed for the source."""
    digest = hashlib.sha256()
    try:
        file = source.open("rb")
    except OSError as error:
        raise StorageFailed(source, error.strerror or str(error)) from error
    with file, target.open("wb") as copy:
        while True:
            try:
                chunk = file.read(_CHUNK)
            except OSError as error:
                raise StorageFailed(source, error.strerror or str(error)) from error
            if not chunk:
                return digest.hexdigest()
            digest.update(chunk)
            copy.write(chunk)


def hash_file(path: Path) -> str:
    """The SHA-256 of a file, read in chunks. Raises StorageFailed."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise StorageFailed(path, error.strerror or str(error)) from error
    return digest.hexdigest()
