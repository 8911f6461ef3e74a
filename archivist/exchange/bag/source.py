# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a bag is read from: a folder or a zip file, both without following or unpacking anything."""

from __future__ import annotations

import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from archivist.errors import BundleRefused, BundleUnsafe, FileDamaged, FileEncrypted, FileTooLarge, FileUnsafe
from archivist.exchange.files.packed import BROKEN_ZIP, Files, FolderFiles, ZipFiles
from archivist.file_names import shown

DECLARATION = "bagit.txt"
# A bag is known by any of these, so that one without its declaration is told from a folder of texts.
_MARKS = (DECLARATION, "manifest-sha256.txt", "manifest-sha512.txt")


class BagSource:
    """A bag that is open for reading. Names are relative to the bag, with "/"."""

    def __init__(self, files: Files, base: str = "") -> None:
        self.path = files.path
        self._files = files
        self._base = base
        self.sizes = {name.removeprefix(base): size for name, size in files.sizes.items()}  # bytes
        self.folders = {name.removeprefix(base) for name in files.folders if f"{name}/" != base}

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a file, about a megabyte at a time."""
        with _as_bundle():
            yield from self._files.chunks(self._base + name)

    def read(self, name: str, *, limit: int) -> bytes:
        """A whole file that has no reason to have more than `limit` bytes."""
        if name not in self.sizes:
            raise BundleRefused(self.path, f"“{shown(name)}” is missing")
        with _as_bundle():
            try:
                return self._files.read(self._base + name, limit=limit)
            except FileTooLarge as error:
                raise BundleRefused(self.path, f"“{shown(name)}” is larger than {limit} bytes") from error

    def close(self) -> None:
        """Let go of the file."""
        self._files.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_bag(path: Path) -> BagSource:
    """Open a folder or a zip file, where the bag is at the top or in its one folder.

    A folder that holds a link, a pipe or a device is refused. Raises FileUnreadable, BundleRefused,
    BundleUnsafe.
    """
    with _as_bundle():
        if path.is_dir():
            folder = FolderFiles(path)
            for name, why in folder.left_out.items():
                raise BundleUnsafe(path, f"“{shown(name)}” in it {why}")
            return BagSource(folder)
        files = ZipFiles(path, backslashes=False)
    names = [*files.sizes, *(f"{name}/" for name in files.folders)]
    if len({unicodedata.normalize("NFC", name).casefold() for name in names}) < len(names):
        files.close()
        raise BundleUnsafe(path, "two files in it have the same name")
    return BagSource(files, _base(names))


def looks_like_bag(path: Path) -> bool:
    """Whether a path is meant to be a bag, sound or not."""
    if path.is_dir():
        return any((path / mark).is_file() for mark in _MARKS)
    try:
        with zipfile.ZipFile(path) as file:
            names = file.namelist()
            return any(_base(names) + mark in names for mark in _MARKS)
    except (OSError, *BROKEN_ZIP):
        return False


@contextmanager
def _as_bundle() -> Iterator[None]:
    """What is wrong with the files, said of the bundle."""
    try:
        yield
    except FileDamaged as error:
        raise BundleRefused(error.path, error.detail) from error
    except FileEncrypted as error:
        raise BundleRefused(error.path, "it is encrypted") from error
    except FileUnsafe as error:
        raise BundleUnsafe(error.path, error.detail) from error


def _base(names: list[str]) -> str:
    """The one folder that holds everything, with its "/", or "" where the bag is at the top."""
    tops = {name.split("/", 1)[0] for name in names}
    if len(tops) != 1 or any(mark in names for mark in _MARKS):
        return ""
    return tops.pop() + "/"
