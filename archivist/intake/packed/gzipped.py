# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that gzip packed, one each."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from archivist.errors import FileDamaged, FileUnsafe
from archivist.intake.members import read_member, with_warnings
from archivist.intake.packed.zip_files import LARGEST_MEMBER
from archivist.intake.reader import ImportOptions, Reader
from archivist.model import ArticleDraft, Unread

SIGNATURE = b"\x1f\x8b\x08"
_EXTENSIONS = (".gz", ".gzip", ".tgz")
_GZIP = zlib.MAX_WBITS | 16
_CHUNK = 1 << 20
# What a real file never does and a bomb has to; repeated text reaches it when it is small.
_HIGHEST_RATIO = 200
_LARGE = 16 << 20
_CUT_OFF = "The packed file is cut off or altered; this is what could be unpacked of it."


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The bytes of a packed file, or as many of them as could be had."""

    raw: bytes
    whole: bool


def unpack_gzip(raw: bytes, path: Path) -> Unpacked:
    """The bytes that gzip packed, in one piece or in several. Raises FileUnsafe (a bomb)."""
    found, size, position, whole = list[bytes](), 0, 0, True
    while position < len(raw) and raw.startswith(SIGNATURE[:2], position):
        unpacker = zlib.decompressobj(_GZIP)
        waiting: bytes | memoryview = memoryview(raw)[position:]
        try:
            while not unpacker.eof and (waiting or unpacker.unconsumed_tail):
                found.append(unpacker.decompress(waiting, _CHUNK))
                waiting = unpacker.unconsumed_tail
                size += len(found[-1])
                if size > LARGEST_MEMBER or (size > _LARGE and size > _HIGHEST_RATIO * len(raw)):
                    raise FileUnsafe(path, f"it would grow to more than {size - len(found[-1])} bytes")
        except zlib.error:
            return Unpacked(b"".join(found), whole=False)
        if not unpacker.eof:
            return Unpacked(b"".join(found), whole=False)
        position = len(raw) - len(unpacker.unused_data)
    return Unpacked(b"".join(found), whole)


def read_gzip(raw: bytes, path: Path, options: ImportOptions) -> Sequence[ArticleDraft | Unread]:
    """The articles of what gzip packed. Raises FileDamaged, FileUnsafe."""
    unpacked = unpack_gzip(raw, path)
    if not unpacked.raw and not unpacked.whole:
        raise FileDamaged(path, "it cannot be unpacked")
    pieces = read_member(_inner_name(path), unpacked.raw, path, options)
    return pieces if unpacked.whole else with_warnings(pieces, (_CUT_OFF,))


def _inner_name(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix == ".tgz":
        return f"{path.stem}.tar"
    return path.stem if suffix in _EXTENSIONS else path.name


def _sniff(raw: bytes, path: Path) -> bool:  # noqa: ARG001 - the contract
    return raw.startswith(SIGNATURE)


GZIP = Reader("gzip", "gzip file", _EXTENSIONS, "application/gzip", _sniff, read_gzip)
