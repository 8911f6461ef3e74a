# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of a format that comes as a folder, a zip file or a single file, all read alike.

Whoever packed a zip file may mean harm: its names, sizes and kinds are checked before anything of
it is read, nothing is unpacked to the disk, and nothing is followed that leads elsewhere.
"""

from __future__ import annotations

import os
import stat
import unicodedata
import zipfile
import zlib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Self

from archivist.errors import (
    EmptyFile,
    FileDamaged,
    FileEncrypted,
    FileTooLarge,
    FileUnreadable,
    FileUnsafe,
    UnsupportedFile,
)
from archivist.exchange.files.packages import LARGE_ENTRY
from archivist.exchange.items import Problem
from archivist.file_names import shown, unsafe_name

_CHUNK = 1 << 20
_MOST_NAMED = 10
_MOST_FILES = 2_000_000
# What a real file never does and a zip bomb has to: grow to more than so many times its packed size.
# Small ones may, for repeated text does; they do no harm.
_HIGHEST_RATIO = 200
_LARGE_TOTAL = 256 << 20
_ZIP_BEGINNINGS = (b"PK\x03\x04", b"PK\x05\x06")
_ENCRYPTED = 0x41  # the flags of an entry that is encrypted, in either way
BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError)


class Files(ABC):
    """Files that are open for reading, by their names relative to the whole, with "/"."""

    path: Path  # of the folder or file that holds them
    sizes: dict[str, int]  # bytes of every file, by name
    folders: set[str]
    left_out: dict[str, str]  # what is there and is no file, by name: "is a symbolic link"

    @abstractmethod
    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a file, about a megabyte at a time. Raises FileUnreadable, FileDamaged."""

    def read(self, name: str, *, limit: int) -> bytes:
        """A whole file that has no reason to have more than `limit` bytes.

        Raises FileDamaged (also where there is none of that name), FileTooLarge, FileUnreadable.
        """
        if name not in self.sizes:
            raise FileDamaged(self.path, f"“{shown(name)}” is missing")
        if self.sizes[name] > limit:
            raise FileTooLarge(self.where(name), self.sizes[name], limit)
        raw = bytearray()
        for chunk in self.chunks(name):
            raw += chunk
            if len(raw) > limit:  # it has grown since it was looked at
                raise FileTooLarge(self.where(name), len(raw), limit)
        return bytes(raw)

    def find(self, name: str) -> str | None:
        """The file that is called so, or else one whose name differs in small and capital letters only."""
        return name if name in self.sizes else self._by_letters.get(_letters(name))

    def where(self, name: str) -> Path:
        """The file's path as a message names it."""
        return self.path / shown(name)

    def close(self) -> None:
        """Let go of the file."""
        return

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @cached_property
    def _by_letters(self) -> dict[str, str]:
        return {_letters(name): name for name in sorted(self.sizes, reverse=True)}


class FolderFiles(Files):
    """The files of a folder and its folders. What is a link, a pipe or a device is left out."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.sizes = {}
        self.folders = set()
        self.left_out = {}
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
            self.left_out[name] = _no_file(status.st_mode)
        if len(self.sizes) + len(self.folders) > _MOST_FILES:
            raise FileUnsafe(self.path, f"it holds more than {_MOST_FILES} files")

    def chunks(self, name: str) -> Iterator[bytes]:
        return _chunks(self.path / name)


class OneFile(Files):
    """A single file, by its own name."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.folders = set()
        self.left_out = {}
        try:
            status = path.stat()
        except OSError as error:
            raise FileUnreadable(path, error.strerror or str(error)) from error
        if not stat.S_ISREG(status.st_mode):
            raise UnsupportedFile(path, f"it {_no_file(status.st_mode)}")
        self.sizes = {path.name: status.st_size}

    def chunks(self, name: str) -> Iterator[bytes]:
        return _chunks(self.path.with_name(name))

    def where(self, name: str) -> Path:
        return self.path.with_name(name)


class ZipFiles(Files):
    """The files of a zip file.

    With `backslashes`, names that hold them, as old programs on Windows write them, are read as if
    they had slashes. With `raw` it is one that lies in another file, and `path` is for messages.
    Raises FileUnreadable, FileDamaged, FileEncrypted, FileUnsafe.
    """

    def __init__(self, path: Path, *, backslashes: bool = True, raw: bytes | None = None) -> None:
        self.path = path
        self.left_out = {}
        try:
            self._size = path.stat().st_size if raw is None else len(raw)
            self._zip = zipfile.ZipFile(path if raw is None else BytesIO(raw))
        except OSError as error:
            raise FileUnreadable(path, error.strerror or str(error)) from error
        except BROKEN_ZIP as error:
            raise FileDamaged(path, "it is no zip file, or only a part of one") from error
        try:
            entries = self._checked(self._zip.infolist(), backslashes=backslashes)
        except BaseException:
            self._zip.close()
            raise
        self._entries = {name: entry for name, entry in entries.items() if not name.endswith("/")}
        self.sizes = {name: entry.file_size for name, entry in self._entries.items()}
        self.folders = {name.rstrip("/") for name in entries if name.endswith("/")} | _parents(self.sizes)

    def close(self) -> None:
        self._zip.close()

    def chunks(self, name: str) -> Iterator[bytes]:
        try:
            with self._zip.open(self._entries[name]) as file:
                while chunk := file.read(_CHUNK):
                    yield chunk
        except (OSError, *BROKEN_ZIP) as error:
            raise FileDamaged(self.path, f"“{shown(name)}” in it cannot be unpacked ({error})") from error

    def _checked(self, entries: list[zipfile.ZipInfo], *, backslashes: bool) -> dict[str, zipfile.ZipInfo]:
        if len(entries) > _MOST_FILES:
            raise FileUnsafe(self.path, f"it holds more than {_MOST_FILES} files")
        found: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            name = entry.orig_filename.replace("\\", "/") if backslashes else entry.orig_filename
            self._check(entry, name)
            if found.setdefault(name, entry) is not entry:
                raise FileUnsafe(self.path, "two files in it have the same name")
        packed = sum(entry.compress_size for entry in entries)
        size = sum(entry.file_size for entry in entries)
        if packed > self._size or (size > _LARGE_TOTAL and size > packed * _HIGHEST_RATIO):
            raise FileUnsafe(self.path, f"it is a zip bomb: it would grow to {size} bytes")
        return found

    def _check(self, entry: zipfile.ZipInfo, name: str) -> None:
        problem = unsafe_name(name.removesuffix("/"))
        if problem:
            raise FileUnsafe(self.path, f"the name “{shown(name)}” in it {problem}")
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise FileUnsafe(self.path, f"“{shown(name)}” in it {_no_file(kind)}")
        if entry.file_size > LARGE_ENTRY and entry.file_size > entry.compress_size * _HIGHEST_RATIO:
            raise FileUnsafe(self.path, f"it is a zip bomb: “{shown(name)}” would grow to {entry.file_size} bytes")
        if entry.flag_bits & _ENCRYPTED:
            raise FileEncrypted(self.path)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise FileDamaged(self.path, f"“{shown(name)}” is packed in a way that is not read")


def open_files(path: Path) -> Files:
    """Open a folder, a zip file (whatever it is called) or any other file.

    A folder is walked whole, so first make sure that it can be one of the format. Raises
    FileUnreadable, FileDamaged, FileEncrypted, FileUnsafe, EmptyFile, UnsupportedFile (it is no regular file).
    """
    if path.is_dir():
        return FolderFiles(path)
    if is_zip(path):
        return ZipFiles(path)
    file = OneFile(path)
    if not file.sizes[path.name]:
        raise EmptyFile(path)
    return file


def check_openable(path: Path) -> None:
    """Raises UnsupportedFile for a pipe or device: to open it may wait without end."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise UnsupportedFile(path, "it is not a regular file")


def is_zip(path: Path) -> bool:
    """Whether a file begins as a zip file does; False where it cannot be read."""
    try:
        if not path.is_file():  # to open a pipe would wait
            return False
        with path.open("rb") as file:
            return file.read(4) in _ZIP_BEGINNINGS
    except OSError:
        return False


def _chunks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error


def _no_file(mode: int) -> str:
    return "is a symbolic link" if stat.S_ISLNK(mode) else "is no file"


def _letters(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _parents(names: Iterable[str]) -> set[str]:
    return {name[:at] for name in names for at, letter in enumerate(name) if letter == "/"}


def beginning(path: Path, length: int) -> bytes:
    """The first bytes of a file, by which a format is recognised; none where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(length)
    except OSError:
        return b""


def passed_over(files: Files, names: Sequence[str], what: str) -> Iterator[Problem]:
    """The one line that names those of the files that were not read, as they are no `what`; none for none."""
    if names:
        more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        told = ", ".join(map(shown, names[:_MOST_NAMED]))
        yield Problem(files.path.name, f"Passed over, as they are no {what}: {told}{more}.")
