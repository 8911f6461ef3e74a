# SPDX-License-Identifier: GPL-3.0-or-later
"""A file of named flat arrays, little-endian, read through a memory map.

    magic | sections, each at a multiple of 64 bytes | checksums of the pages | table | trailer

The table is JSON. Its checksum stands in the trailer, and so do that of the checksums of the pages
and that of all sections; a page is compared with its own when something of it is first asked for.
So a file opens in no time, whatever its size, and no damaged byte of it is ever used.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import sys
import zlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]

_MAGIC = b"ARCHFLAT"
# Place of the checksums, of the table, its end; CRC-32 of sections, checksums and table; magic.
_TRAILER = struct.Struct("<QQQIII4x8s")
_ALIGNED = 64  # bytes
_PAGE_BITS = 12
_PAGE = 1 << _PAGE_BITS
_WRITTEN_AT_ONCE = 1 << 20  # bytes
_POPULATE_READ = 22  # MADV_POPULATE_READ of Linux 5.14 and later, which Python does not name
_TYPES = ("|u1", "<u2", "<u4", "<i8")


class DamagedSegment(Exception):
    """A file of the index is not as it was written."""


class Section:
    """A place in a file that is being written, filled from its beginning to its end."""

    def __init__(self, file: SectionWriter, at: int, dtype: str, count: int) -> None:
        self._file = file
        self._at = at
        self._dtype = np.dtype(dtype)
        self._left = count

    def append(self, values: Array) -> None:
        """Write the next values. Raises OSError."""
        if len(values) > self._left:
            raise ValueError("more values than there is place for")
        content = np.ascontiguousarray(values, self._dtype).tobytes()
        self._file.write_at(self._at, content)
        self._at += len(content)
        self._left -= len(values)


class SectionWriter:
    """Writes one file. It is whole when close() has returned; abandon() closes it as it is."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("x+b", buffering=0)
        self._end = _ALIGNED
        self._table: dict[str, tuple[int, str, int]] = {}

    def reserve(self, name: str, dtype: str, count: int) -> Section:
        """Make place for an array of so many values."""
        at = self._end
        self._table[name] = (at, dtype, count)
        self._end = -(-(at + np.dtype(dtype).itemsize * count) // _ALIGNED) * _ALIGNED
        return Section(self, at, dtype, count)

    def add(self, name: str, dtype: str, values: Array) -> None:
        """Write an array whole. Raises OSError."""
        self.reserve(name, dtype, len(values)).append(values)

    def write_at(self, at: int, content: bytes) -> None:
        """Write bytes at a place. Raises OSError."""
        self._file.seek(at)
        for start in range(0, len(content), _WRITTEN_AT_ONCE):
            part = memoryview(content)[start : start + _WRITTEN_AT_ONCE]
            while part:
                part = part[self._file.write(part) :]

    def close(self, facts: Mapping[str, Any]) -> None:
        """Finish the file and have it on disk; the facts are kept in its table. Raises OSError."""
        self._file.truncate(self._end)
        self.write_at(0, _MAGIC)
        whole, pages = self._checksums()
        checksums = pages.tobytes()
        table = json.dumps({"facts": facts, "sections": self._table}).encode()
        places = (self._end, self._end + len(checksums), self._end + len(checksums) + len(table))
        self.write_at(places[0], checksums + table)
        self.write_at(places[2], _TRAILER.pack(*places, whole, zlib.crc32(checksums), zlib.crc32(table), _MAGIC))
        os.fsync(self._file.fileno())
        self._file.close()

    def abandon(self) -> None:
        """Close the file unfinished."""
        self._file.close()

    def _checksums(self) -> tuple[int, Array]:
        """The checksum of all that is written, and those of its pages."""
        self._file.seek(0)
        whole, found = 0, []
        while content := self._file.read(_WRITTEN_AT_ONCE):
            whole = zlib.crc32(content, whole)
            pages = memoryview(content)
            found += [zlib.crc32(pages[start : start + _PAGE]) for start in range(0, len(content), _PAGE)]
        return whole, np.array(found, "<u4")


class SectionFile:
    """A file opened for reading. Arrays stay valid while they are used, even after the file is deleted."""

    def __init__(self, path: Path) -> None:
        """Raises OSError, DamagedSegment."""
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            size = status.st_size
            if size < _TRAILER.size + _ALIGNED:
                raise DamagedSegment(f"{path.name} is cut short")
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._path = path
        self._name = path.name
        self._state = file_state(status)
        self._bytes = memoryview(self._map)
        self._checksums = self._read_ends(size)
        self._unread = bytearray(b"\1") * len(self._checksums)
        self._is_checked = False  # whether all of it was
        self._arrays = {name: self._view(name, *place) for name, place in self._table["sections"].items()}

    @property
    def facts(self) -> Mapping[str, Any]:
        """What the writer said of the file."""
        facts: Mapping[str, Any] = self._table["facts"]
        return facts

    def whole(self, name: str) -> Array:
        """A section. Raises DamagedSegment."""
        values, at, count, size = self._arrays[name]
        self._check(at, at + count * size)
        return values

    def part(self, name: str, start: int, end: int) -> Array:
        """The values [start, end) of a section. Raises DamagedSegment."""
        values, at, count, size = self._arrays[name]
        if end > count:
            raise DamagedSegment(f"{self._name}: a place outside its section is asked for")
        if not self._is_checked:
            self._check(at + start * size, at + end * size)
        return values[start:end]

    def number(self, name: str) -> int:
        """How many values a section has."""
        return self._arrays[name][2]

    def content(self, name: str, start: int, end: int) -> bytes:
        """The bytes [start, end) of a section of bytes. Raises DamagedSegment."""
        _, at, count, _ = self._arrays[name]
        if end > count:
            raise DamagedSegment(f"{self._name}: a place outside its section is asked for")
        if not self._is_checked:
            self._check(at + start, at + end)
        return self._map[at + start : at + end]

    def is_still(self, path: Path) -> bool:
        """Whether the file at a path is this one, and nobody has written to it."""
        try:
            return file_state(path.stat()) == self._state
        except OSError:
            return False

    def check_in_background(self) -> None:
        """Compare all pages at once, beside whatever else is done, so that none need be when it is asked for."""
        Thread(target=self._check_whole, daemon=True).start()

    def _check_whole(self) -> None:
        # Read and not mapped: to touch the map of a file that is cut short at this moment ends the program.
        # Of so many bytes at once, zlib lets other threads go on. Should they be damaged, the pages tell which.
        checksum, left = 0, self._end
        with suppress(OSError), self._path.open("rb") as file:
            while left and (content := file.read(min(left, _WRITTEN_AT_ONCE))):
                checksum = zlib.crc32(content, checksum)
                left -= len(content)
        if checksum == self._whole_checksum and self.is_still(self._path):
            self._unread = bytearray(len(self._unread))
            self._is_checked = True
            self._map_all()

    def _map_all(self) -> None:
        """Map the pages that were read, where the system can; elsewhere each is when it is first touched."""
        if sys.platform != "linux":
            return
        with suppress(OSError):
            for start in range(0, self._end, _WRITTEN_AT_ONCE):  # in steps: meanwhile no other thread goes on
                self._map.madvise(_POPULATE_READ, start, min(_WRITTEN_AT_ONCE, self._end - start))

    def _check(self, start: int, end: int) -> None:
        """Compare the pages that hold these bytes, unless that was done before."""
        last = (end + _PAGE - 1) >> _PAGE_BITS
        page = self._unread.find(1, start >> _PAGE_BITS, last)
        while page >= 0:
            at = page << _PAGE_BITS
            if zlib.crc32(self._bytes[at : min(at + _PAGE, self._end)]) != self._checksums[page]:
                raise DamagedSegment(f"{self._name} has changed at byte {at}")
            self._unread[page] = 0
            page = self._unread.find(1, page + 1, last)

    def _read_ends(self, size: int) -> list[int]:
        checksums_at, table_at, end, self._whole_checksum, checksums_crc, table_crc, magic = _TRAILER.unpack_from(
            self._bytes, size - _TRAILER.size
        )
        if magic != _MAGIC or end != size - _TRAILER.size or not _ALIGNED <= checksums_at <= table_at <= end:
            raise DamagedSegment(f"{self._name} has no proper end")
        checksums, table = self._bytes[checksums_at:table_at], self._bytes[table_at:end]
        if zlib.crc32(checksums) != checksums_crc or zlib.crc32(table) != table_crc:
            raise DamagedSegment(f"{self._name} has changed at its end")
        self._end = checksums_at
        self._table = json.loads(bytes(table))
        values: list[int] = np.frombuffer(checksums, "<u4").tolist()
        return values

    def _view(self, name: str, at: int, dtype: str, count: int) -> tuple[Array, int, int, int]:
        """A section, where it begins, how many values it has and of how many bytes each."""
        if dtype not in _TYPES or at + np.dtype(dtype).itemsize * count > self._end:
            raise DamagedSegment(f"{self._name}: section {name} does not fit")
        return np.frombuffer(self._bytes, dtype, count, at), at, count, np.dtype(dtype).itemsize


def file_state(status: os.stat_result) -> tuple[int, int, int, int]:
    """What changes when a file is replaced or written to, even if its time is set back afterwards."""
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
