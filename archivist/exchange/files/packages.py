# SPDX-License-Identifier: GPL-3.0-or-later
"""Several files as one thing to hand over: a folder, or a zip file. The same files give the same bytes."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import IO, Protocol

from archivist.errors import StorageFailed
from archivist.file_names import shown, unsafe_name
from archivist.store.connection import storage_error

Write = Callable[[bytes], object]

LARGE_ENTRY = 16 << 20  # bytes; what is larger is not packed, so that no package can be taken for a zip bomb
_ZIP_MOMENT = (1980, 1, 1, 0, 0, 0)  # the first that a zip file can tell


class Package(Protocol):
    """Where files go, one after the other."""

    def file(self, name: str, size: int | None = None) -> AbstractContextManager[Write]:
        """A file to write, by its name with slashes; `size` in bytes, where it is known."""
        ...

    def close(self) -> None:
        """All files are written."""
        ...

    def remove(self) -> None:
        """Take away what has been written."""
        ...


class FolderPackage:
    """A new folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.mkdir()

    @contextmanager
    def file(self, name: str, size: int | None = None) -> Iterator[Write]:  # noqa: ARG002 - only a zip file asks for it
        """A file in the folder."""
        path = self._path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            yield file.write

    def close(self) -> None:
        """There is nothing more to do."""

    def remove(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self._path, ignore_errors=True)


class ZipPackage:
    """A new zip file; its files lie in `folder` of it (with its slash), if there is one.

    With `zip64` a file of unknown size may have more than two gigabytes; not every program opens that.
    """

    def __init__(self, path: Path, folder: str = "", *, zip64: bool = True) -> None:
        self._path = path
        self._folder = folder
        self._zip64 = zip64
        self._file: IO[bytes] = path.open("xb")
        self._zip = zipfile.ZipFile(self._file, "w")

    @contextmanager
    def file(self, name: str, size: int | None = None) -> Iterator[Write]:
        """An entry of the zip file."""
        entry = zipfile.ZipInfo(self._folder + name, _ZIP_MOMENT)
        entry.create_system = 3  # Unix, whatever this is
        entry.external_attr = 0o100644 << 16
        entry.compress_type = zipfile.ZIP_STORED if size and size > LARGE_ENTRY else zipfile.ZIP_DEFLATED
        entry.file_size = size or 0
        with self._zip.open(entry, "w", force_zip64=self._zip64 and size is None) as file:
            yield file.write

    def close(self) -> None:
        """Write the directory, and all of it to the disk."""
        self._zip.close()
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def remove(self) -> None:
        """Remove the file."""
        # Closing may fail for the same reason as the writing did; then there is nothing more to write.
        with suppress(OSError, ValueError):
            self._zip.close()
        with suppress(OSError):
            self._file.close()
        self._path.unlink(missing_ok=True)


@contextmanager
def open_package(path: Path, *, zipped: bool | None = None, zip64: bool = True) -> Iterator[Package]:
    """A new folder, or a zip file where the path ends in .zip or `zipped` says so.

    The files are whole when the block ends; where it fails, nothing stays. Raises DiskFull, StorageFailed.
    """
    is_zip = path.suffix.lower() == ".zip" if zipped is None else zipped
    try:
        package: Package = ZipPackage(path, zip64=zip64) if is_zip else FolderPackage(path)
        try:
            yield package
            package.close()
        except BaseException:
            package.remove()
            raise
    except OSError as error:
        raise storage_error(error, path) from error


@contextmanager
def new_package(path: Path, *, zipped: bool | None = None) -> Iterator[Callable[[str, bytes], None]]:
    """The same as what adds a file to it, by its name with slashes."""
    with open_package(path, zipped=zipped) as package:

        def add(name: str, data: bytes) -> None:
            problem = unsafe_name(name)
            if problem:
                raise StorageFailed(path, f"the name “{shown(name)}” of a file in it {problem}")
            with package.file(name, len(data)) as write:
                write(data)

        yield add
