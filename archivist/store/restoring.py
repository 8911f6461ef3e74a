# SPDX-License-Identifier: GPL-3.0-or-later
"""Making an archive of a backup: all of it is compared with what the backup says before it is one."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Generator
from contextlib import closing
from pathlib import Path

from archivist.errors import ArchiveExists, ArchiveTooNew, BackupRefused, StorageFailed
from archivist.model import Backup, EventType, Progress, RestoreReport
from archivist.store.archive import Archive
from archivist.store.backing_up import database_problem
from archivist.store.backup_folder import ORIGINALS, find_backup
from archivist.store.connection import DATABASE_NAME, storage_error
from archivist.store.durable import copy_and_hash, sync_files, sync_folder
from archivist.store.event_chain import NewEvent
from archivist.store.known_schemas import VERSION
from archivist.store.originals import is_sha256, original_path


def restore(source: Path, folder: Path, *, who: str | None = None) -> Generator[Progress, None, RestoreReport]:
    """Make an archive in a new or empty folder of a backup, or of the newest good one in `source`.

    It has the identity of the archive that was backed up. Raises BackupRefused with what is wrong,
    ArchiveExists, ArchiveTooNew, DiskFull, ArchiveReadOnly, StorageFailed; then nothing is left.
    """
    backup = find_backup(source)
    _check_place(folder)
    made = not folder.exists()
    try:
        wanted = yield from _restored_database(backup, folder)
        yield from _restored_originals(backup, folder, wanted)
        (folder / "backups").mkdir(exist_ok=True)
        # The archive begins to be one by this rename, after all else is there.
        (folder / f"{DATABASE_NAME}.new").replace(folder / DATABASE_NAME)
        sync_folder(folder)
        with Archive.open(folder, who=who) as archive:
            detail = {"backup": backup.path.name, "made_at": backup.made_at, "log_head": backup.log_head}
            archive.events.write([NewEvent(EventType.RECOVERY, "archive", archive.identity, detail)])
            findings = yield from archive.verify()
    except BaseException as error:
        _take_back(folder, made=made)
        if isinstance(error, OSError):
            raise storage_error(error, folder) from error
        raise
    return RestoreReport(folder, backup, findings)


def _check_place(folder: Path) -> None:
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise ArchiveExists(folder)
    except OSError as error:
        raise storage_error(error, folder) from error


def _restored_database(backup: Backup, folder: Path) -> Generator[Progress, None, list[tuple[str, int]]]:
    """Copy the database beside its place; gives hash and size of the originals that it names."""
    if backup.schema > VERSION:
        raise ArchiveTooNew(backup.path, backup.schema, VERSION)
    yield Progress(0, 0, "database")
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / f"{DATABASE_NAME}.new"
    try:
        sha256 = copy_and_hash(backup.path / DATABASE_NAME, copy)
    except StorageFailed as error:
        raise BackupRefused(backup.path, f"its database cannot be read ({error.detail})") from error
    if sha256 != backup.sha256:
        raise BackupRefused(backup.path, "its database has changed since it was made")
    sync_files([copy])
    yield Progress(0, 0, "checking")
    problem = database_problem(copy, dict(backup.counts))
    if problem:
        raise BackupRefused(backup.path, f"its database is damaged: {problem}")
    with closing(sqlite3.connect(f"{copy.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
        (identity,) = database.execute("SELECT value FROM facts WHERE name = 'identity'").fetchone() or ("",)
        if identity != backup.identity:
            raise BackupRefused(backup.path, "its database is that of another archive")
        found: list[tuple[str, int]] = database.execute("SELECT sha256, size FROM originals ORDER BY id").fetchall()
    return found


def _restored_originals(backup: Backup, folder: Path, wanted: list[tuple[str, int]]) -> Generator[Progress, None, None]:
    """Copy the originals; those that the archive itself had lost when it was backed up are left out."""
    shared = backup.path.parent / ORIGINALS
    lost = {finding.where for finding in backup.problems}
    target = folder / ORIGINALS
    target.mkdir(exist_ok=True)
    copies: list[Path] = []
    for number, (sha256, _size) in enumerate(wanted):
        if number % 100 == 0:
            yield Progress(number, len(wanted), "originals")
        if not is_sha256(sha256):
            raise BackupRefused(backup.path, "an original is named by what is no SHA-256")
        where = f"originals/{sha256[:2]}/{sha256}"
        if where in lost and not original_path(shared, sha256).is_file():
            continue
        copy = original_path(target, sha256)
        copy.parent.mkdir(exist_ok=True)
        try:
            found = copy_and_hash(original_path(shared, sha256), copy)
        except StorageFailed as error:
            raise BackupRefused(backup.path, f"its {where} cannot be read ({error.detail})") from error
        if found != sha256:
            raise BackupRefused(backup.path, f"its {where} has changed since it was made")
        copies.append(copy)
    sync_files(copies)
    for copy in copies:
        copy.chmod(0o444)
    for parent in {*(copy.parent for copy in copies), target}:
        sync_folder(parent)
    yield Progress(len(wanted), len(wanted), "originals")


def _take_back(folder: Path, *, made: bool) -> None:
    """Remove what was written before the restoring was stopped."""
    if made:
        shutil.rmtree(folder, ignore_errors=True)
        return
    try:
        for path in folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
    except OSError:
        return
