# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a bag is read from: a folder or a zip file, both without following or unpacking anything."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
import zipfile
import zlib
from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from archivist.errors import BundleRefused, BundleUnsafe, FileUnreadable
from archivist.exchange.packages import LARGE_ENTRY
from archivist.file_names import shown, unsafe_name

DECLARATION = "bagit.txt"
# A bag is known by any of these, so that one without its declaration is told from a folder of texts.
_MARKS = (DECLARATION, "manifest-sha256.txt", "manifest-sha512.txt")

_CHUNK = 1 << 20
_MOST_FILES = 2_000_000
# What a real file never does and a zip bomb has to: grow to more than so many times its packed size.
# Small ones may, for repeated text does; they do no harm.
_HIGHEST_RATIO = 200
_LARGE_TOTAL = 256 << 20
_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError)


class BagSource(ABC):
    """A bag that is open for reading. Names are relative to the bag, with "/"."""

    path: Path
    sizes: dict[str, int]  # bytes of every file, by name
    folders: set[str]

    @abstractmethod
    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a file, about a megabyte at a time."""

    def read(self, name: str, *, limit: int) -> bytes:
        """A whole file that has no reason to have more than `limit` bytes."""
        if name not in self.sizes:
            raise BundleRefused(self.path, f"“{shown(name)}” is missing")
        if self.sizes[name] > limit:
            raise BundleRefused(self.path, f"“{shown(name)}” is larger than {limit} bytes")
        return b"".join(self.chunks(name))

    def close(self) -> None:
        """Let go of the file."""
        return

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class FolderSource(BagSource):
    """A bag in a folder. One that holds a link, a pipe or a device is refused."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.sizes = {}
        self.folders = set()
        waiting = [""]
        while waiting:
            folder = waiting.pop()
            try:
                with os.scandir(path / folder) as entries:
                    found = sorted(entries, key=lambda entry: entry.name)
                for entry in found:
                    name = f"{folder}/{entry.name}" if folder else entry.name
                    self._add(name, entry.stat(follow_symlinks=False), waiting)
            except OSError as error:
                raise FileUnreadable(path, error.strerror or str(error)) from error

    def _add(self, name: str, status: os.stat_result, waiting: list[str]) -> None:
        if stat.S_ISDIR(status.st_mode):
            self.folders.add(name)
            waiting.append(name)
        elif stat.S_ISREG(status.st_mode):
            self.sizes[name] = status.st_size
        else:
            kind = "a symbolic link" if stat.S_ISLNK(status.st_mode) else "no file"
            raise BundleUnsafe(self.path, f"“{shown(name)}” in it is {kind}")
        if len(self.sizes) + len(self.folders) > _MOST_FILES:
            raise BundleUnsafe(self.path, f"it holds more than {_MOST_FILES} files")

    def chunks(self, name: str) -> Iterator[bytes]:
        try:
            with (self.path / name).open("rb") as file:
                while chunk := file.read(_CHUNK):
                    yield chunk
        except OSError as error:
            raise FileUnreadable(self.path / name, error.strerror or str(error)) from error


class ZipSource(BagSource):
    """A bag in a zip file, at its top or in its one folder. Nothing is unpacked to the disk."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(path)
        except OSError as error:
            raise FileUnreadable(path, error.strerror or str(error)) from error
        except _BROKEN_ZIP as error:
            raise BundleRefused(path, f"it is no zip file, or only a part of one ({error})") from error
        try:
            self._check(self._zip.infolist())
        except BaseException:
            self._zip.close()
            raise
        self._base = _base(self._zip.namelist())
        inside = [info for info in self._zip.infolist() if info.filename != self._base]
        self.sizes = {info.filename.removeprefix(self._base): info.file_size for info in inside if not info.is_dir()}
        self.folders = {info.filename.removeprefix(self._base).rstrip("/") for info in inside if info.is_dir()}
        self.folders |= {name[: mark.start()] for name in self.sizes for mark in re.finditer("/", name)}

    def close(self) -> None:
        self._zip.close()

    def chunks(self, name: str) -> Iterator[bytes]:
        try:
            with self._zip.open(self._base + name) as file:
                while chunk := file.read(_CHUNK):
                    yield chunk
        except (OSError, *_BROKEN_ZIP) as error:
            raise BundleRefused(self.path, f"“{shown(name)}” in it cannot be unpacked ({error})") from error

    def _check(self, entries: list[zipfile.ZipInfo]) -> None:
        if len(entries) > _MOST_FILES:
            raise BundleUnsafe(self.path, f"it holds more than {_MOST_FILES} files")
        names = set()
        for entry in entries:
            self._check_entry(entry)
            names.add(unicodedata.normalize("NFC", entry.filename).casefold())
        if len(names) < len(entries):
            raise BundleUnsafe(self.path, "two files in it have the same name")
        packed = sum(entry.compress_size for entry in entries)
        size = sum(entry.file_size for entry in entries)
        if packed > self.path.stat().st_size or (size > _LARGE_TOTAL and size > packed * _HIGHEST_RATIO):
            raise BundleUnsafe(self.path, f"it is a zip bomb: it would grow to {size} bytes")

    def _check_entry(self, entry: zipfile.ZipInfo) -> None:
        name = shown(entry.orig_filename)
        problem = unsafe_name(entry.orig_filename.removesuffix("/"))
        if problem:
            raise BundleUnsafe(self.path, f"the name “{name}” in it {problem}")
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise BundleUnsafe(self.path, f"“{name}” in it is {'a symbolic link' if stat.S_ISLNK(kind) else 'no file'}")
        if entry.file_size > LARGE_ENTRY and entry.file_size > entry.compress_size * _HIGHEST_RATIO:
            raise BundleUnsafe(self.path, f"it is a zip bomb: “{name}” would grow to {entry.file_size} bytes")
        if entry.flag_bits & 0x41:
            raise BundleRefused(self.path, "it is encrypted")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise BundleRefused(self.path, f"“{name}” is packed in a way that is not read")


def open_bag(path: Path) -> BagSource:
    """Open a folder or a zip file as a bag. Raises FileUnreadable, BundleRefused, BundleUnsafe."""
    if path.is_dir():
        return FolderSource(path)
    return ZipSource(path)


def looks_like_bag(path: Path) -> bool:
    """Whether a path is meant to be a bag, sound or not."""
    if path.is_dir():
        return any((path / mark).is_file() for mark in _MARKS)
    try:
        with zipfile.ZipFile(path) as file:
            names = file.namelist()
            return any(_base(names) + mark in names for mark in _MARKS)
    except (OSError, *_BROKEN_ZIP):
        return False


def _base(names: list[str]) -> str:
    """The one folder that holds everything, with its "/", or "" where the bag is at the top."""
    tops = {name.split("/", 1)[0] for name in names}
    if len(tops) != 1 or any(mark in names for mark in _MARKS):
        return ""
    return tops.pop() + "/"
