# SPDX-License-Identifier: GPL-3.0-or-later
"""The files in a ZIP, read within limits, also where its directory is broken or missing.

Nothing is unpacked to the disk, and no name in a ZIP is ever followed.
"""

from __future__ import annotations

import bz2
import io
import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from archivist.errors import FileDamaged, FileEncrypted, FileUnsafe
from archivist.file_names import shown
from archivist.intake.packed.zip_names import member_names, unicode_name

SIGNATURE: Final = b"PK\x03\x04"
_EMPTY = b"PK\x05\x06"
_DIRECTORY_ENTRY = b"PK\x01\x02"
_DESCRIPTOR = b"PK\x07\x08"

_MOST_FILES = 100_000
LARGEST_MEMBER = 256 << 20  # bytes, unpacked
_LARGEST_TOTAL = 1 << 30
# What a real file never does and a zip bomb has to: grow to more than so many times its packed size.
# Small ones may, for repeated text does; they do no harm.
_HIGHEST_RATIO = 200
_LARGE = 16 << 20

_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_ENCRYPTED = 0x41  # of the flags: in the old or in the strong way
_UTF8 = 0x800  # the name is
_SIZE_FOLLOWS = 0x08  # the sizes stand in a descriptor after the data
_IN_EXTRA = 0xFFFFFFFF  # a size that stands elsewhere, for it may be too large for its place
_BROKEN = (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError, struct.error)
_CHUNK = 1 << 20

_SALVAGED = "The directory of the ZIP is broken or missing; its files were found without it."


@dataclass(frozen=True, slots=True)
class _Member:
    """A file in a ZIP: where its header stands, and what is said of its data."""

    offset: int  # of the local header
    packed: int  # bytes; with `size` and `checksum` as the directory, or the header, has them
    size: int
    checksum: int
    method: int
    encrypted: bool
    mode: int = 0  # of Unix


class ZipMembers:
    """The files of a ZIP by name, in the order in which they stand in it; folders and links are not among them.

    Names are in NFC and parted by "/"; they may be absolute or lead out (file_names.unsafe_name) and
    are labels, not paths. Where several files have one name, the second has “ (2)” after it.
    """

    def __init__(self, raw: bytes, path: Path, members: dict[str, _Member], warnings: tuple[str, ...]) -> None:
        self.path = path
        self.warnings = warnings
        self._raw = raw
        self._members = members
        self._left = _LARGEST_TOTAL

    def names(self) -> tuple[str, ...]:
        """The names of the files."""
        return tuple(self._members)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def size(self, name: str) -> int:
        """How many bytes a file has unpacked, as the ZIP says."""
        return self._members[name].size

    def read(self, name: str, *, limit: int = LARGEST_MEMBER) -> bytes:
        """The bytes of a file.

        Raises FileDamaged (it is missing, cut off, altered, or packed in a way that is not known),
        FileEncrypted, FileUnsafe (larger than `limit`, or than all of a ZIP may be).
        """
        member = self._members.get(name)
        if member is None:
            raise FileDamaged(self.path, f"“{shown(name)}” is missing in it")
        if member.encrypted:
            raise FileEncrypted(self.path)
        if max(member.size, 1) > min(limit, self._left):
            raise FileUnsafe(self.path, f"“{shown(name)}” in it would grow to {member.size} bytes")
        try:
            unpacked = self._unpacked(member)
        except (zlib.error, *_BROKEN, OSError) as error:
            raise FileDamaged(self.path, f"“{shown(name)}” in it cannot be unpacked ({error})") from error
        if len(unpacked) != member.size or zlib.crc32(unpacked) != member.checksum:
            raise FileDamaged(self.path, f"“{shown(name)}” in it is not what was packed")
        self._left -= len(unpacked)
        return unpacked

    def _unpacked(self, member: _Member) -> bytes:
        start = _data_start(self._raw, member.offset)
        data = memoryview(self._raw)[start : start + member.packed]
        if len(data) < member.packed:
            raise EOFError("it is cut off")
        if member.method == zipfile.ZIP_STORED:
            return bytes(data)
        if member.method == zipfile.ZIP_DEFLATED:
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(data, member.size + 1)
        if member.method == zipfile.ZIP_BZIP2:
            return bz2.BZ2Decompressor().decompress(data, member.size + 1)
        raise NotImplementedError(f"method {member.method} is not known")


def open_zip(raw: bytes, path: Path) -> ZipMembers:
    """The files of a ZIP; `path` is for messages.

    One whose directory is broken has a warning and the files that are found without it. Raises
    FileDamaged where it has none that can be read, and FileUnsafe for a bomb.
    """
    if raw.count(_DIRECTORY_ENTRY) > _MOST_FILES or raw.count(SIGNATURE) > _MOST_FILES:
        raise FileUnsafe(path, f"it holds more than {_MOST_FILES} files")
    found = _listed(raw)
    listed = bool(found) or raw.startswith(_EMPTY)
    if not listed:
        found = _salvaged(raw, path)
        if not found:
            raise FileDamaged(path, "it is no ZIP file, or only a part of one")
    _check(path, [member for _, member in found])
    plain = [(name, member) for name, member in found if _is_file(name, member)]
    names = member_names([name for name, _ in plain])
    members = dict(zip(names, (member for _, member in plain), strict=True))
    return ZipMembers(raw, path, members, () if listed else (_SALVAGED,))


def _is_file(name: bytes | str, member: _Member) -> bool:
    folder = name.endswith((b"/", b"\\")) if isinstance(name, bytes) else name.endswith(("/", "\\"))
    return not folder and stat.S_IFMT(member.mode) in (0, stat.S_IFREG)


def _check(path: Path, members: list[_Member]) -> None:
    """Refuse what would grow beyond all measure. Raises FileUnsafe."""
    size, packed = sum(member.size for member in members), sum(member.packed for member in members)
    if any(_grows(one.size, one.packed) for one in members) or _grows(size, packed):
        raise FileUnsafe(path, f"it is a zip bomb: it would grow to {size} bytes")
    in_order = sorted(members, key=lambda member: member.offset)
    if any(one.offset + _LOCAL_HEADER.size + one.packed > other.offset for one, other in pairwise(in_order)):
        raise FileUnsafe(path, "files in it lie over each other")


def _grows(size: int, packed: int) -> bool:
    return size > _LARGE and size > packed * _HIGHEST_RATIO


def _data_start(raw: bytes, offset: int) -> int:
    """Where the data of a member begins. Raises BadZipFile, struct.error."""
    header = _LOCAL_HEADER.unpack_from(raw, offset)
    if header[0] != SIGNATURE:
        raise zipfile.BadZipFile("its header is not where it should be")
    return offset + _LOCAL_HEADER.size + int(header[9]) + int(header[10])


# With its directory


def _listed(raw: bytes) -> list[tuple[bytes | str, _Member]]:
    """The members that the directory lists; none where it is broken, or that of another ZIP in one that is cut off."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as file:
            found = [(_listed_name(info), _listed_member(info)) for info in file.infolist()]
    except (*_BROKEN, OSError):
        return []
    is_of_another = raw.startswith(SIGNATURE) and all(member.offset for _, member in found)
    return [] if is_of_another else found


def _listed_name(info: zipfile.ZipInfo) -> bytes | str:
    name = info.orig_filename if info.flag_bits & _UTF8 else info.orig_filename.encode("cp437")
    return name if isinstance(name, str) else unicode_name(name, info.extra) or name


def _listed_member(info: zipfile.ZipInfo) -> _Member:
    return _Member(
        info.header_offset,
        info.compress_size,
        info.file_size,
        info.CRC,
        info.compress_type,
        bool(info.flag_bits & _ENCRYPTED),
        info.external_attr >> 16,
    )


# Without it


def _salvaged(raw: bytes, path: Path) -> list[tuple[bytes | str, _Member]]:
    """The members that are found by their own headers. Raises FileUnsafe."""
    found: list[tuple[bytes | str, _Member]] = []
    position, left = raw.find(SIGNATURE), _LARGEST_TOTAL
    while 0 <= position <= len(raw) - _LOCAL_HEADER.size:
        header = _LOCAL_HEADER.unpack_from(raw, position)
        start = _data_start(raw, position)
        name = raw[position + _LOCAL_HEADER.size : start - int(header[10])]
        member = _salvaged_member(raw, position, start, header)
        found.append((unicode_name(name, raw[start - int(header[10]) : start]) or name, member))
        left -= member.size
        if left < 0:
            raise FileUnsafe(path, f"it is a zip bomb: it would grow to more than {_LARGEST_TOTAL} bytes")
        position = raw.find(SIGNATURE, max(start + member.packed, position + 1))
    return found


def _salvaged_member(raw: bytes, offset: int, start: int, header: tuple[Any, ...]) -> _Member:
    flags, method, checksum, packed, size = header[2], header[3], header[6], header[7], header[8]
    encrypted = bool(flags & _ENCRYPTED)
    if not (flags & _SIZE_FOLLOWS or size == _IN_EXTRA) and start + packed <= len(raw):
        return _Member(offset, packed, size, checksum, method, encrypted)
    if method == zipfile.ZIP_DEFLATED and not encrypted:
        packed, size, checksum = _inflated(raw, start)
    else:
        ends = [end for mark in (_DESCRIPTOR, SIGNATURE, _DIRECTORY_ENTRY) if (end := raw.find(mark, start)) >= 0]
        packed = size = min(ends, default=len(raw)) - start
        checksum = zlib.crc32(memoryview(raw)[start : start + packed])
    return _Member(offset, packed, size, checksum, method, encrypted)


def _inflated(raw: bytes, start: int) -> tuple[int, int, int]:
    """How many bytes a deflated stream has, packed and unpacked, and the checksum of these; a size too large if cut."""
    unpacker, size, checksum, position = zlib.decompressobj(-zlib.MAX_WBITS), 0, 0, start
    waiting: bytes | memoryview = b""
    view = memoryview(raw)
    while not unpacker.eof and size <= LARGEST_MEMBER:
        if not waiting:
            waiting = view[position : position + _CHUNK]
            position += len(waiting)
        try:
            unpacked = unpacker.decompress(waiting, _CHUNK)
        except zlib.error:
            return position - start, size + 1, checksum
        if not waiting and not unpacked:
            break
        waiting = unpacker.unconsumed_tail
        size, checksum = size + len(unpacked), zlib.crc32(unpacked, checksum)
    packed = position - start - len(unpacker.unused_data) - len(waiting)
    return packed, size if unpacker.eof else size + 1, checksum
