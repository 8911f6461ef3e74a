# SPDX-License-Identifier: GPL-3.0-or-later
"""The manifest of an index: which files are it, and how much of which archive it holds.

A commit takes effect when its manifest replaces the last one, in one step; files that a manifest
does not name do not count. So the index and what it says of itself cannot disagree, whenever a
process is killed, and a damaged file is told from a whole one before anything is read from it.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from archivist.search.fields import LAYOUT
from archivist.store.index_queue import Mark

MANIFEST_NAME = "manifest.json"
LOCK_NAME = "lock"
_CHUNK = 1 << 20  # bytes
# Whatever decides which keys a word has; another version of it may find other ones.
_SOFTWARE = (
    "Whoosh",
    "pymorphy3",
    "pymorphy3-dicts-ru",
    "pymorphy3-dicts-uk",
    "PyStemmer",
    "simplemma",
)


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A file as it was when it was written."""

    size: int  # bytes
    modified: int  # nanoseconds
    checksum: int  # CRC-32


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an index says of itself."""

    software: str  # what made it, as software() says
    archive: str  # identity of the archive
    mark: Mark  # how far it has read
    generation: int  # of Whoosh's table of contents
    files: Mapping[str, FileFacts]

    def damage(self, folder: Path, *, thorough: bool = False) -> str:
        """What is wrong with the files, or "".

        A file that has kept its size and time is read only if asked for thoroughly.
        """
        for name, facts in self.files.items():
            try:
                status = (folder / name).stat()
                changed = status.st_size != facts.size
                if not changed and (thorough or status.st_mtime_ns != facts.modified):
                    changed = _checksum(folder / name) != facts.checksum
            except OSError as error:
                return f"{name}: {error.strerror or error}"
            if changed:
                return f"{name} has changed"
        return ""

    def is_as_written(self, folder: Path, name: str) -> bool:
        """Whether a file is one of these and has its content, every byte of which is read. Raises OSError."""
        facts = self.files.get(name)
        return facts is not None and _checksum(folder / name) == facts.checksum

    def write(self, folder: Path) -> None:
        """Put this manifest in the place of the last one."""
        content = json.dumps(asdict(self), sort_keys=True)
        unfinished = folder / f"{MANIFEST_NAME}.new"
        with unfinished.open("w", encoding="utf-8") as file:
            file.write(json.dumps({"checksum": zlib.crc32(content.encode()), "content": content}))
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(folder / MANIFEST_NAME)


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of the index in a folder; None where there is none or it is damaged."""
    try:
        whole = json.loads((folder / MANIFEST_NAME).read_text(encoding="utf-8"))
        content = whole["content"]
        if zlib.crc32(content.encode()) != whole["checksum"]:
            return None
        return _from_json(json.loads(content))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def facts_of(folder: Path, names: Iterable[str], known: Mapping[str, FileFacts]) -> dict[str, FileFacts]:
    """The facts of the files; those that are known are not read again."""
    found = {}
    for name in names:
        status = (folder / name).stat()
        old = known.get(name)
        if old is None or (old.size, old.modified) != (status.st_size, status.st_mtime_ns):
            old = FileFacts(status.st_size, status.st_mtime_ns, _checksum(folder / name))
        found[name] = old
    return found


def software() -> str:
    """The versions that an index depends on, as one line."""
    return f"layout {LAYOUT}, " + ", ".join(f"{name} {version(name)}" for name in _SOFTWARE)


def _from_json(values: Mapping[str, Any]) -> Manifest:
    return Manifest(
        software=values["software"],
        archive=values["archive"],
        mark=Mark(**values["mark"]),
        generation=values["generation"],
        files={name: FileFacts(**facts) for name, facts in values["files"].items()},
    )


def _checksum(path: Path) -> int:
    checksum = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            checksum = zlib.crc32(chunk, checksum)
    return checksum
