# SPDX-License-Identifier: GPL-3.0-or-later
"""Folders that tar put into one file. Nothing is unpacked to the disk, and no name in them is followed."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Sequence
from pathlib import Path

from archivist.errors import FileDamaged, FileUnsafe
from archivist.file_names import shown
from archivist.intake.members import with_warnings
from archivist.intake.packed.folders import read_packed_folder
from archivist.intake.packed.zip_names import member_names
from archivist.intake.reader import ImportOptions, Reader
from archivist.model import ArticleDraft, Unread

_EXTENSIONS = (".tar",)
_MAGIC = b"ustar"
_MAGIC_AT = 257
_MOST_FILES = 100_000
_BROKEN = (tarfile.TarError, EOFError, OSError, ValueError, OverflowError, RecursionError)
_CUT_OFF = "The tar file is cut off; what stood after this is not in it."


def read_tar(raw: bytes, path: Path, options: ImportOptions) -> Sequence[ArticleDraft | Unread]:
    """The articles in a tar file. Raises FileDamaged, FileUnsafe."""
    try:
        file = tarfile.open(fileobj=io.BytesIO(raw), mode="r:", encoding="utf-8", errors="surrogateescape")  # noqa: SIM115
    except _BROKEN as error:
        raise FileDamaged(path, f"it cannot be read as a tar file ({error})") from error
    with file:
        listed, whole = _listed(file, path)
        names = member_names([info.name.encode("utf-8", "surrogateescape") for info in listed])
        members = dict(zip(names, listed, strict=True))

        def read(name: str) -> bytes:
            try:
                data = file.extractfile(members[name])
                return data.read() if data else b""
            except _BROKEN as error:
                raise FileDamaged(path, f"“{shown(name)}” in it cannot be read ({error})") from error

        pieces = read_packed_folder(members, read, path, options)
    return pieces if whole else with_warnings(pieces, (_CUT_OFF,))


def _listed(file: tarfile.TarFile, path: Path) -> tuple[list[tarfile.TarInfo], bool]:
    """The files, without links, devices and those with holes, which may be of any size; and whether that is all."""
    listed: list[tarfile.TarInfo] = []
    try:
        for number, info in enumerate(file):
            if number >= _MOST_FILES:
                raise FileUnsafe(path, f"it holds more than {_MOST_FILES} files")
            if info.isreg() and not info.issparse():
                listed.append(info)
    except _BROKEN:
        return listed, False
    return listed, True


def _sniff(raw: bytes, path: Path) -> bool:  # noqa: ARG001 - the contract
    return raw.startswith(_MAGIC, _MAGIC_AT)


TAR = Reader("tar", "tar file", _EXTENSIONS, "application/x-tar", _sniff, read_tar)
