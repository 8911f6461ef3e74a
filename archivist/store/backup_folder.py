# SPDX-License-Identifier: GPL-3.0-or-later
"""Where backups lie: DEST/archivist-IDENTITY/ holds one folder a backup, and originals/ that all of them share.

A folder is a backup once it bears the moment that it was made at; until it was read again and found
whole it is called unfinished-..., and the next backup removes it.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from archivist import __version__
from archivist.errors import BackupRefused
from archivist.model import Backup, Finding
from archivist.store.connection import storage_error

MANIFEST = "backup.json"
ORIGINALS = "originals"
UNFINISHED = "unfinished-"
_PREFIX = "archivist-"
_FORMAT = 1
_LONGEST_MANIFEST = 1 << 24  # bytes
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d{6}\.\d{3}Z")
_PLAIN_NAME = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

README = """\
Backups of an archive of Archivist, a program that keeps press coverage.

Each folder with a date is one backup: archive.db is the whole database (SQLite 3), backup.json says
what is in it. originals/ holds the files as they came, each once, named by its SHA-256, for all
backups. "archivist restore THIS_FOLDER NEW_FOLDER" makes an archive of the newest one; without the
program, copy archive.db and originals/ side by side into a folder: that is an archive.
"""


def folder_for(destination: Path, identity: str) -> Path:
    """The folder for the backups of the archive with this identity."""
    plain = _PLAIN_NAME.fullmatch(identity)
    name = identity if plain else hashlib.sha256(identity.encode("utf-8", "replace")).hexdigest()[:32]
    return destination / f"{_PREFIX}{name}"


def name_at(moment: str) -> str:
    """The name of the folder of a backup that was made at this moment."""
    return moment.replace(":", "")


def backups_in(folder: Path) -> list[Backup]:
    """The backups in the folder of one archive, oldest first; what cannot be read as one is left out."""
    found = []
    for path in sorted(_entries(folder)):
        if _MOMENT.fullmatch(path.name):
            try:
                found.append(read_manifest(path))
            except BackupRefused:
                continue
    return found


def find_backup(source: Path) -> Backup:
    """The backup that a path means: itself, or the newest good one in the folder of an archive or above it.

    Raises BackupRefused where there is none, or where those of several archives lie there.
    """
    if (source / MANIFEST).is_file():
        return read_manifest(source)
    found = backups_in(source)
    if not found:
        archives = [folder for folder in sorted(_entries(source)) if folder.name.startswith(_PREFIX)]
        of_each = [backups for folder in archives if (backups := backups_in(folder))]
        if len(of_each) > 1:
            names = ", ".join(backups[-1].path.parent.name for backups in of_each)
            raise BackupRefused(source, f"it holds backups of {len(of_each)} archives: {names}")
        found = of_each[0] if of_each else []
    if not found:
        raise BackupRefused(source, "no backup is there")
    return next((backup for backup in reversed(found) if not backup.problems), found[-1])


def remove_unfinished(folder: Path) -> None:
    """Remove what a backup left that was stopped."""
    for path in _entries(folder):
        if path.name.startswith(UNFINISHED):
            shutil.rmtree(path, ignore_errors=True)


def write_manifest(backup: Backup, folder: Path, archive: Path) -> Path:
    """Write what a backup of the archive at `archive` holds."""
    path = folder / MANIFEST
    value = {
        "archivist_backup": _FORMAT,
        "program": f"Archivist {__version__}",
        "archive": str(archive),
        "identity": backup.identity,
        "made_at": backup.made_at,
        "schema": backup.schema,
        "database": {"size": backup.size, "sha256": backup.sha256},
        "counts": dict(backup.counts),
        "log_head": backup.log_head,
        "problems": [{"where": finding.where, "problem": finding.problem} for finding in backup.problems],
    }
    text = json.dumps(value, ensure_ascii=False, indent=2)
    path.write_text(text + "\n", encoding="utf-8", errors="backslashreplace")
    return path


def read_manifest(folder: Path) -> Backup:
    """What the folder of a backup says of it. Raises BackupRefused."""
    path = folder / MANIFEST
    try:
        if path.stat().st_size > _LONGEST_MANIFEST:
            raise BackupRefused(folder, f"its {MANIFEST} is too long")
        value = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BackupRefused(folder, f"its {MANIFEST} cannot be read ({error.strerror or error})") from error
    except (ValueError, RecursionError) as error:
        raise BackupRefused(folder, f"its {MANIFEST} is damaged") from error
    try:
        return _backup(value, folder)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BackupRefused(folder, f"its {MANIFEST} is damaged") from error


def _backup(value: Any, folder: Path) -> Backup:
    if value["archivist_backup"] != _FORMAT:
        raise BackupRefused(folder, "it was written by a newer Archivist")
    return Backup(
        path=folder,
        identity=str(value["identity"]),
        made_at=str(value["made_at"]),
        schema=int(value["schema"]),
        size=int(value["database"]["size"]),
        sha256=str(value["database"]["sha256"]),
        counts={str(name): int(count) for name, count in value["counts"].items()},
        log_head=str(value["log_head"]),
        problems=tuple(Finding(str(one["where"]), str(one["problem"])) for one in value["problems"]),
    )


def _entries(folder: Path) -> Iterator[Path]:
    try:
        yield from [path for path in folder.iterdir() if path.is_dir() and not path.is_symlink()]
    except OSError as error:
        if folder.exists():
            raise storage_error(error, folder) from error
