# SPDX-License-Identifier: GPL-3.0-or-later
"""A large message of MessagePack on the disk, of which only what is asked for comes into memory."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO, Any

import msgpack
import numpy as np

from archivist.errors import FileUnsafe
from archivist.exchange.files.json_stream import Malformed
from archivist.exchange.files.packed import Files

_CHUNK = 1 << 20
# What a real file never does and a bomb has to: grow to more than so many times its packed size.
_HIGHEST_RATIO = 200
_LARGE = 256 << 20  # bytes
# A field of bytes begins with one of these, and with its length in so many bytes.
_BINARY = {0xC4: ">B", 0xC5: ">H", 0xC6: ">I"}
_BROKEN = (ValueError, TypeError, msgpack.exceptions.UnpackException, struct.error)


def unpacked(files: Files, name: str) -> IO[bytes]:
    """A file packed by zlib, unpacked into a temporary one. Raises Malformed, FileUnsafe, FileUnreadable."""
    limit = max(_LARGE, files.sizes[name] * _HIGHEST_RATIO)
    unpacker = zlib.decompressobj()
    into = TemporaryFile()  # noqa: SIM115 - it is handed on
    try:
        for chunk in files.chunks(name):
            rest = chunk
            while rest and not unpacker.eof:
                into.write(unpacker.decompress(rest, _CHUNK))
                rest = unpacker.unconsumed_tail
                if into.tell() > limit:
                    raise FileUnsafe(files.where(name), f"it would grow to more than {limit} bytes")
        into.write(unpacker.flush())
    except zlib.error as error:
        into.close()
        raise Malformed(f"it cannot be unpacked ({error})") from error
    except BaseException:
        into.close()
        raise
    if not unpacker.eof:
        into.close()
        raise Malformed("it breaks off")
    return into


@dataclass(frozen=True, slots=True)
class _Binary:
    start: int
    length: int


class Message:
    """A map, by the names of its fields. What is malformed raises Malformed, naming the field."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._starts: dict[str, int] = {}
        try:
            at, count = self._header(0, "map")
            for _ in range(count):
                unpacker = self._unpacker(at)
                name = unpacker.unpack()
                if not isinstance(name, str):
                    raise Malformed("a field of it has no name")
                at += unpacker.tell()
                self._starts[name] = at
                at = self._end(at)
        except _BROKEN as error:
            raise Malformed(f"it is no whole MessagePack ({error or 'it breaks off'})") from error

    def __contains__(self, name: str) -> bool:
        return name in self._starts

    def __iter__(self) -> Iterator[str]:
        return iter(self._starts)

    def value(self, name: str) -> Any:
        """A field that is small."""
        try:
            return self._unpacker(self._start(name)).unpack()
        except _BROKEN as error:
            raise Malformed(f"its “{name}” cannot be read ({error})") from error

    def items(self, name: str) -> Iterator[Any]:
        """The items of a list, one at a time."""
        try:
            at, count = self._header(self._start(name), "array")
            unpacker = self._unpacker(at)
            for _ in range(count):
                yield unpacker.unpack()
        except _BROKEN as error:
            raise Malformed(f"its “{name}” cannot be read ({error})") from error

    def array(self, name: str, type_: str) -> np.ndarray:
        """A field of bytes as an array of numbers, which stays on the disk."""
        binary = self._binary(self._start(name))
        number = np.dtype(type_)
        if binary is None or binary.length % number.itemsize:
            raise Malformed(f"its “{name}” is no array of {number.name}")
        if not binary.length:
            return np.empty(0, number)
        return np.memmap(self._file, number, "r", binary.start, binary.length // number.itemsize)

    def _start(self, name: str) -> int:
        if name not in self._starts:
            raise Malformed(f"it has no “{name}”")
        return self._starts[name]

    def _end(self, at: int) -> int:
        """Where the value that begins here ends."""
        binary = self._binary(at)
        if binary is not None:
            return binary.start + binary.length
        unpacker = self._unpacker(at)
        unpacker.skip()
        return at + int(unpacker.tell())

    def _binary(self, at: int) -> _Binary | None:
        self._file.seek(at)
        head = self._file.read(5)
        layout = _BINARY.get(head[0]) if head else None
        if layout is None:
            return None
        size = struct.calcsize(layout)
        (length,) = struct.unpack(layout, head[1 : 1 + size])
        start = at + 1 + size
        if start + length > self._file.seek(0, 2):
            raise Malformed("it breaks off")
        return _Binary(start, length)

    def _header(self, at: int, kind: str) -> tuple[int, int]:
        """Where the items of a map or an array begin, and how many there are."""
        unpacker = self._unpacker(at)
        count = unpacker.read_map_header() if kind == "map" else unpacker.read_array_header()
        return at + int(unpacker.tell()), count

    def _unpacker(self, at: int) -> msgpack.Unpacker:
        return msgpack.Unpacker(_From(self._file, at), read_size=1 << 16, strict_map_key=False)


class _From:
    """The file from a place on, for one reader among several."""

    def __init__(self, file: IO[bytes], at: int) -> None:
        self._file = file
        self._at = at

    def read(self, size: int) -> bytes:
        self._file.seek(self._at)
        data = self._file.read(size)
        self._at += len(data)
        return data


def loads(data: bytes) -> Any:
    """A small message of its own. Raises Malformed."""
    try:
        return msgpack.unpackb(data, strict_map_key=False)
    except _BROKEN as error:
        raise Malformed(f"it is no MessagePack ({error})") from error
