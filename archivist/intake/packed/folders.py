# SPDX-License-Identifier: GPL-3.0-or-later
"""The articles in a folder that is packed into one file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from archivist.errors import ArchivistError, FileEncrypted
from archivist.file_names import shown, unsafe_name
from archivist.intake.accessories import is_accessory
from archivist.intake.files import is_export, without_passed_over
from archivist.intake.members import read_member, with_warnings
from archivist.intake.reader import Beside, ImportOptions
from archivist.model import ArticleDraft, Unread

_LEADS_OUT = "Its name in the file, “{name}”, {problem}; it was only read as the name of a piece."


def read_packed_folder(
    names: Iterable[str], read: Callable[[str], bytes], path: Path, options: ImportOptions
) -> list[ArticleDraft | Unread]:
    """The articles of the files with these names, and what else could have been one.

    Pictures, the parts of saved pages and the litter of desktops are passed over, as they are in
    folders on a disk. Raises FileEncrypted where a password keeps all of it from being read.
    """
    pieces: list[ArticleDraft | Unread] = []
    members = sorted(without_passed_over(names), key=is_export, reverse=True)  # the others stay in their order
    taken: set[str] = set()  # by an export, as the files of its items
    for name in members:
        if name not in taken:
            pieces += _piece(name, read, path, options, _beside(name, frozenset(members), read, taken))
    if pieces and all(isinstance(piece, Unread) and piece.reason == _encrypted(path) for piece in pieces):
        raise FileEncrypted(path)
    return pieces


def _encrypted(path: Path) -> str:
    return str(FileEncrypted(path))


def _beside(name: str, members: frozenset[str], read: Callable[[str], bytes], taken: set[str]) -> Beside:
    """Gives the files in the folder of a piece, and notes which were taken."""
    folder = name.rpartition("/")[0]

    def give(relative: str) -> bytes | None:
        wanted = f"{folder}/{relative}" if folder else relative
        if wanted not in members:
            return None
        try:
            raw = read(wanted)
        except ArchivistError:  # it is told of as a piece of its own
            return None
        taken.add(wanted)
        return raw

    return give


def _piece(
    name: str, read: Callable[[str], bytes], path: Path, options: ImportOptions, beside: Beside
) -> list[ArticleDraft | Unread]:
    try:
        raw = read(name)
    except ArchivistError as error:
        # Of a piece that cannot be unpacked only its name is known.
        return [] if is_accessory(name, b"") else [Unread(shown(name), str(error))]
    if is_accessory(name, raw):
        return []
    pieces = read_member(name, raw, path, options, beside=beside)
    problem = unsafe_name(name)
    if not problem:
        return list(pieces)
    warning = _LEADS_OUT.format(name=shown(name), problem=problem)
    return with_warnings(pieces, (warning,))
