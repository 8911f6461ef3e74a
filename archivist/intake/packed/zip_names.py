# SPDX-License-Identifier: GPL-3.0-or-later
"""The names of the files in a ZIP, in whatever encoding the program and the country that made it used.

Only newer programs say that a name is UTF-8. Of the others, Windows wrote the code page of DOS
(cp866 for Russian, cp1125 for Ukrainian) or its own (cp1251), other systems UTF-8 without saying so.
"""

from __future__ import annotations

import struct
import unicodedata
import zlib
from collections import Counter
from collections.abc import Sequence

from archivist.decoding.encodings import detect
from archivist.errors import ArchivistError

_UNICODE_PATH = 0x7075  # Info-ZIP's extra field
_FIELD = struct.Struct("<2H")
_VERSION_AND_CHECKSUM = struct.Struct("<BL")


def member_names(names: Sequence[bytes | str]) -> list[str]:
    """The names in NFC with "/", those that are bytes decoded, all in the encoding that fits all of them best.

    The second of one name has “ (2)” after it.
    """
    unknown = [name for name in names if isinstance(name, bytes) and not name.isascii()]
    encoding = _encoding(unknown) if unknown else "ascii"
    seen: Counter[str] = Counter()
    apart = []
    for name in names:
        plain = _plain(name if isinstance(name, str) else name.decode(encoding, "replace"))
        seen[plain] += 1
        apart.append(plain if seen[plain] == 1 else f"{plain} ({seen[plain]})")
    return apart


def unicode_name(name: bytes, extra: bytes) -> str:
    """The name as an extra field has it in UTF-8, "" where there is none for this name."""
    position = 0
    while position + _FIELD.size <= len(extra):
        field, size = _FIELD.unpack_from(extra, position)
        data = extra[position + _FIELD.size : position + _FIELD.size + size]
        position += _FIELD.size + size
        if field == _UNICODE_PATH and len(data) > _VERSION_AND_CHECKSUM.size:
            version, checksum = _VERSION_AND_CHECKSUM.unpack_from(data)
            if version == 1 and checksum == zlib.crc32(name):
                return data[_VERSION_AND_CHECKSUM.size :].decode("utf-8", "ignore")
    return ""


def _encoding(names: list[bytes]) -> str:
    try:
        return detect(b"\n".join(names)).encoding
    except ArchivistError:  # control characters
        return "cp437"


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name.replace("\\", "/"))
