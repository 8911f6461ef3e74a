# SPDX-License-Identifier: GPL-3.0-or-later
"""The type system that goes with an XMI: it lies beside it, or at the top of the folder or zip file."""

from __future__ import annotations

from pathlib import Path

from archivist.errors import ArchivistError
from archivist.exchange.cas.recognising import TYPES_END
from archivist.exchange.cas.type_system import TypeSystem
from archivist.exchange.cas.type_system_files import read_type_system
from archivist.exchange.files.packed import Files, OneFile
from archivist.exchange.items import Problem

_LARGEST = 16 << 20  # bytes


class TypeSystems:
    """The type systems among several files, each read once."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._read: dict[str, TypeSystem] = {}
        self._alone: dict[str, str] | None = None

    def of(self, name: str) -> tuple[TypeSystem, Problem | None]:
        """The types for a file, and what was wrong with their description when it was first read.

        Where there is none that can be read, only the types that everybody knows are known.
        """
        found = _neighbour(self._files.path) if isinstance(self._files, OneFile) else self._found(name)
        if found is None:
            return TypeSystem({}), None
        problem = None
        if found not in self._read:
            self._read[found], problem = self._described(found)
        return self._read[found], problem

    def _described(self, found: str) -> tuple[TypeSystem, Problem | None]:
        try:
            if isinstance(self._files, OneFile):
                with OneFile(self._files.path.with_name(found)) as beside:
                    raw = beside.read(found, limit=_LARGEST)
            else:
                raw = self._files.read(found, limit=_LARGEST)
            return read_type_system(raw, self._files.where(found)), None
        except ArchivistError as error:
            return TypeSystem({}), Problem(found, str(error))

    def _found(self, name: str) -> str | None:
        folder, _, file = name.rpartition("/")
        inside = f"{folder}/" if folder else ""
        stem = file.rsplit(".", 1)[0]
        named = (f"{inside}TypeSystem.xml", f"{inside}{stem}-TypeSystem.xml")
        for candidate in (self._files.find(wanted) for wanted in named):
            if candidate:
                return candidate
        if self._alone is None:
            self._alone = self._only_ones()
        return self._alone.get(folder) or self._files.find("TypeSystem.xml")

    def _only_ones(self) -> dict[str, str]:
        """The one type system of each folder that has just one, whatever it is called."""
        by_folder: dict[str, list[str]] = {}
        for name in self._files.sizes:
            if name.lower().endswith(TYPES_END):
                by_folder.setdefault(name.rpartition("/")[0], []).append(name)
        return {folder: names[0] for folder, names in by_folder.items() if len(names) == 1}


def _neighbour(path: Path) -> str | None:
    for name in ("TypeSystem.xml", "typesystem.xml", f"{path.stem}-typesystem.xml"):
        if path.with_name(name).is_file():
            return name
    return None
