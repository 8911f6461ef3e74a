# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that a STAM store includes: only such as lie beside it or below, by names that lead nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from archivist.exchange.files import json_stream
from archivist.exchange.files.json_stream import Malformed
from archivist.exchange.files.packed import Files, OneFile
from archivist.file_names import shown, unsafe_name

_LARGEST = 256 << 20  # bytes


class Included:
    """The files beside a store."""

    def __init__(self, files: Files, store: str) -> None:
        self._files = files
        self._folder = PurePosixPath(store).parent
        self.read: set[str] = set()  # their names

    def text(self, name: str) -> str:
        """The text of a file. Raises Malformed, UnicodeDecodeError, FileDamaged, FileTooLarge, FileUnreadable."""
        return self._read(name).decode("utf-8")

    def objects(self, name: str) -> Iterator[Mapping[str, Any]]:
        """The JSON object of a file, or those of its list. Raises as text() does, and ValueError."""
        value = json_stream.parse(self._read(name))
        for item in value if isinstance(value, list) else [value]:
            if not isinstance(item, Mapping):
                raise Malformed("it holds no JSON objects")
            yield item

    def _read(self, name: str) -> bytes:
        plain = name.removeprefix("./")
        problem = "is elsewhere" if "://" in name else unsafe_name(plain)
        if problem:
            raise Malformed(f"the name “{shown(name)}” {problem}")
        inside = str(self._folder / plain)
        self.read.add(inside)
        if inside in self._files.sizes or not isinstance(self._files, OneFile):
            return self._files.read(inside, limit=_LARGEST)
        return _read_beside(self._files.path.parent, inside)


def _read_beside(folder: Path, name: str) -> bytes:
    """A file of a folder that is not walked whole, for only its store was named."""
    path = folder
    for part in PurePosixPath(name).parts:
        path /= part
        if path.is_symlink():
            raise Malformed(f"“{shown(name)}” is a symbolic link")
    return OneFile(path).read(path.name, limit=_LARGEST)
