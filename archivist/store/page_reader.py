# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows that can still be read in a damaged SQLite file, page by page and without SQLite.

SQLite gives up at the first page that is not as it should be. Here every page stands for itself: a
row is read if its own page, and the pages that it overflows to, are there. See “Database File
Format” of SQLite's documentation for the names that are used.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LEAF_OF_TABLE, INTERIOR_OF_TABLE, LEAF_OF_INDEX, INTERIOR_OF_INDEX = 0x0D, 0x05, 0x0A, 0x02
KINDS = frozenset((LEAF_OF_TABLE, INTERIOR_OF_TABLE, LEAF_OF_INDEX, INTERIOR_OF_INDEX))
_HEADER = 100  # bytes of page 1 before its b-tree
_LONGEST_PAYLOAD = 1 << 30
_MOST_COLUMNS = 100
# Types of values in a record; beyond them, even ones are bytes and odd ones texts, by their length.
_INTEGER_SIZES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_FLOAT = 7
_CONSTANTS: dict[int, Value] = {0: None, 8: 0, 9: 1}
_RESERVED = (10, 11)
_FIRST_OF_ANY_LENGTH = 12
Value = int | float | str | bytes | None


class Unreadable(Exception):
    """A page or a row that is not as it should be."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it was read. Where it is torn its end was on a page that is lost."""

    rowid: int
    values: tuple[Value, ...]
    torn: bool = False


class PageReader:
    """Reads a file of pages of `page_size` bytes; pages count from 1."""

    def __init__(self, path: Path, page_size: int, reserved: int = 0) -> None:
        self._file = path.open("rb")
        size = path.stat().st_size
        self._bytes: mmap.mmap | bytes = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ) if size else b""
        self.page_size = page_size
        self._usable = page_size - reserved
        self.count = -(-size // page_size)

    def close(self) -> None:
        """Close the file."""
        if isinstance(self._bytes, mmap.mmap):
            self._bytes.close()
        self._file.close()

    def page(self, number: int) -> bytes:
        """The bytes of a page, filled up with zeros where the file ends inside it. Raises Unreadable."""
        if not 1 <= number <= self.count:
            raise Unreadable(f"there is no page {number}")
        return self._bytes[(number - 1) * self.page_size : number * self.page_size].ljust(self.page_size, b"\0")

    def kind(self, number: int) -> int:
        """The first byte of the b-tree of a page: one of KINDS, where it is one."""
        return self.page(number)[_start(number)]

    def children(self, number: int) -> Iterator[int]:
        """The pages below an interior page of a table or an index."""
        page, start = self.page(number), _start(number)
        for at in self._cells(page, start, 12):
            if at + 4 <= len(page):
                yield int.from_bytes(page[at : at + 4], "big")
        yield int.from_bytes(page[start + 8 : start + 12], "big")

    def rows(self, number: int) -> Iterator[Row]:
        """The rows of a leaf page of a table; what cannot be read of it is passed over."""
        page = self.page(number)
        for at in self._cells(page, _start(number), 8):
            try:
                length, at = _varint(page, at)  # noqa: PLW2901
                rowid, at = _varint(page, at)  # noqa: PLW2901
                payload, torn = self._payload(page, at, length, self._usable - 35)
                yield Row(_signed(rowid), *_record(payload, torn=torn))
            except (Unreadable, IndexError, UnicodeDecodeError, struct.error):
                continue

    def index_rows(self, number: int) -> Iterator[Row]:
        """The rows of a leaf page of a table without row ids."""
        page = self.page(number)
        for at in self._cells(page, _start(number), 8):
            try:
                length, at = _varint(page, at)  # noqa: PLW2901
                payload, torn = self._payload(page, at, length, (self._usable - 12) * 64 // 255 - 23)
                yield Row(0, *_record(payload, torn=torn))
            except (Unreadable, IndexError, UnicodeDecodeError, struct.error):
                continue

    def _cells(self, page: bytes, start: int, header: int) -> Iterator[int]:
        """Where the cells of a page begin, as far as what it says is possible."""
        number = int.from_bytes(page[start + 3 : start + 5], "big")
        for at in range(start + header, min(start + header + 2 * number, self._usable - 1), 2):
            cell = int.from_bytes(page[at : at + 2], "big")
            if start + header <= cell < self._usable:
                yield cell

    def _payload(self, page: bytes, at: int, length: int, most: int) -> tuple[bytes, bool]:
        """The payload of a cell, and whether its end is lost; `most` bytes of it may lie on the page itself."""
        if not 0 < length <= _LONGEST_PAYLOAD:
            raise Unreadable("no such payload")
        if length <= most:
            if at + length > self._usable:
                raise Unreadable("a cell leads out of its page")
            return page[at : at + length], False
        least = (self._usable - 12) * 32 // 255 - 23
        local = least + (length - least) % (self._usable - 4)
        local = local if local <= most else least
        if at + local + 4 > self._usable:
            raise Unreadable("a cell leads out of its page")
        parts, missing = [page[at : at + local]], length - local
        following = int.from_bytes(page[at + local : at + local + 4], "big")
        seen: set[int] = set()
        while missing > 0:
            if following in seen or not 1 <= following <= self.count:
                return b"".join(parts), True
            seen.add(following)
            overflow = self.page(following)
            parts.append(overflow[4 : 4 + min(missing, self._usable - 4)])
            missing -= self._usable - 4
            following = int.from_bytes(overflow[:4], "big")
        return b"".join(parts), False


def _start(number: int) -> int:
    return _HEADER if number == 1 else 0


def _varint(raw: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where what follows begins. Raises IndexError."""
    value = 0
    for place in range(8):
        byte = raw[at + place]
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            return value, at + place + 1
    return value << 8 | raw[at + 8], at + 9


def _signed(value: int) -> int:
    return value - (1 << 64) if value >= 1 << 63 else value


def _record(payload: bytes, *, torn: bool) -> tuple[tuple[Value, ...], bool]:
    """The values of a record, as far as it goes, and whether it is torn. Raises Unreadable."""
    length, at = _varint(payload, 0)
    if not at <= length <= len(payload):
        raise Unreadable("no such header")
    kinds = []
    while at < length:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    if at != length or len(kinds) > _MOST_COLUMNS:
        raise Unreadable("no such header")
    values: list[Value] = []
    for kind in kinds:
        value, at = _value(payload, at, kind, torn=torn)
        values.append(value)
    if not torn and at != len(payload):
        raise Unreadable("a record is not as long as it says")
    return tuple(values), torn


def _value(payload: bytes, at: int, kind: int, *, torn: bool) -> tuple[Value, int]:
    if kind in _CONSTANTS:
        return _CONSTANTS[kind], at
    if kind in _RESERVED:
        raise Unreadable("no such type")
    of_any_length = kind >= _FIRST_OF_ANY_LENGTH
    size = (kind - _FIRST_OF_ANY_LENGTH) // 2 if of_any_length else _INTEGER_SIZES.get(kind, 8)
    raw = payload[at : at + size]
    if len(raw) < size and not (torn and of_any_length):
        if torn:
            return None, at + size
        raise Unreadable("a value leads out of its record")
    if kind in _INTEGER_SIZES:
        return int.from_bytes(raw, "big", signed=True), at + size
    if kind == _FLOAT:
        return struct.unpack(">d", raw)[0], at + size
    if kind % 2 == 0:
        return raw, at + size
    # The text of a damaged page may be anything; of a torn one the last character may be cut.
    return raw.decode("utf-8", "replace"), at + size
