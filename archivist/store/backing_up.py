# SPDX-License-Identifier: GPL-3.0-or-later
"""Making a backup: the database as of one moment, and the originals that are not there yet.

Everything is written aside, made durable, read again and compared before one rename makes it a
backup, so whatever stops the work leaves the older backups as they were.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from filelock import FileLock, Timeout

from archivist.errors import (
    ArchiveBusy,
    ArchiveDamaged,
    BackupFailed,
    BackupInsideArchive,
    DiskFull,
    StorageFailed,
)
from archivist.model import Backup, BackupReport, EventType, Finding, Outcome, Progress
from archivist.store.backup_folder import (
    ORIGINALS,
    README,
    UNFINISHED,
    backups_in,
    folder_for,
    name_at,
    remove_unfinished,
    write_manifest,
)
from archivist.store.connection import DATABASE_NAME, Connection, expected_error, now
from archivist.store.durable import copy_and_hash, hash_file, sync_files, sync_folder
from archivist.store.event_chain import NewEvent
from archivist.store.events import Events
from archivist.store.originals import is_sha256, original_path
from archivist.text import one_line

COUNTED = ("articles", "revisions", "originals", "annotations", "records", "relations", "actions", "events")
_BATCH = 500  # originals, or
_BATCH_BYTES = 64 << 20  # so many bytes of them, that are made durable together
_SPARE = 1 << 20  # bytes


@dataclass(slots=True)
class _Originals:
    """What became of the originals."""

    copied: int = 0
    kept: int = 0
    problems: list[Finding] = field(default_factory=list)


def back_up(
    connection: Connection, identity: str, destination: Path, *, keep: int | None = None, thorough: bool = False
) -> Generator[Progress, None, BackupReport]:
    """Back an archive up into a folder of its own below `destination`, beside the older backups.

    `thorough` hashes every original there, not only the new ones; one that is damaged there is
    copied anew. Of backups older than the newest `keep` those go that the archive has grown from,
    but never the last good one. Raises BackupInsideArchive, BackupFailed, ArchiveBusy, DiskFull,
    ArchiveReadOnly, StorageFailed; then nothing is left but older backups.
    """
    _check_place(connection.folder, destination)
    folder = folder_for(destination, identity)
    moment = now()
    unfinished = folder / f"{UNFINISHED}{name_at(moment)}"
    with _errors_of(destination):
        # Not what lies above it: where a drive was pulled, nothing is to be written in its stead.
        destination.mkdir(exist_ok=True)
        folder.mkdir(exist_ok=True)
        with _alone(folder):
            remove_unfinished(folder)
            try:
                unfinished.mkdir()
                yield Progress(0, 0, "database")
                counts, wanted = _copy_database(connection, unfinished / DATABASE_NAME)
                yield Progress(0, 0, "checking")
                _check_database(unfinished / DATABASE_NAME, counts, connection, destination)
                source = connection.folder / ORIGINALS
                done = yield from _copy_originals(source, folder, unfinished, wanted, thorough=thorough)
                backup = _described(unfinished, identity, moment, counts, done.problems)
                final = _finish(backup, unfinished, connection.folder)
            finally:
                with suppress(OSError):
                    shutil.rmtree(unfinished, ignore_errors=True)
            events = Events(connection)
            removed = _rotate(folder, keep, events) if keep is not None else ()
    report = BackupReport(final, done.copied, done.kept, removed)
    if events.kept and not connection.read_only:
        events.write([replication(report)])
    return report


def replication(report: BackupReport) -> NewEvent:
    """That a backup was made; it is a good one where the outcome is success."""
    backup = report.backup
    detail = {
        "folder": str(backup.path),
        "made_at": backup.made_at,
        "database": backup.sha256,
        "log_head": backup.log_head,
        "counts": dict(backup.counts),
        "originals_copied": report.copied,
        "problems": len(backup.problems),
    }
    outcome = Outcome.WARNING if backup.problems else Outcome.SUCCESS
    return NewEvent(EventType.REPLICATION, "backup", backup.path.name, detail, outcome)


def _check_place(archive: Path, destination: Path) -> None:
    if destination.resolve().is_relative_to(archive.resolve()):
        raise BackupInsideArchive(destination)


@contextmanager
def _errors_of(destination: Path) -> Iterator[None]:
    """What the system says while a backup is made is said of where it is made."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise expected_error(error, destination) from error


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    lock = FileLock(folder / "lock", timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise ArchiveBusy(folder) from error
    try:
        yield
    finally:
        with suppress(OSError):  # the disk may have been pulled
            lock.release()


def _copy_database(connection: Connection, target: Path) -> tuple[dict[str, int], list[tuple[str, int]]]:
    """Copy the database as of one moment; how many rows its tables have, and hash and size of the originals."""
    with connection.snapshot():
        counts = {
            table: connection.value(f"SELECT count(*) FROM {table}") for table in COUNTED if connection.has_table(table)
        }
        wanted = connection.tuples("SELECT sha256, size FROM originals ORDER BY id")
        needed = connection.value("PRAGMA page_count") * connection.value("PRAGMA page_size")
        if shutil.disk_usage(target.parent).free < needed + _SPARE:
            raise DiskFull(target.parent.parent)
        with closing(sqlite3.connect(target, isolation_level=None)) as copy:
            copy.execute("PRAGMA journal_mode = OFF")  # it is a backup only when it was renamed
            copy.execute("PRAGMA synchronous = OFF")
            connection.sqlite.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, which needs none beside it to be read
    sync_files([target])
    return counts, wanted


def _check_database(path: Path, counts: dict[str, int], connection: Connection, destination: Path) -> None:
    problem = database_problem(path, counts)
    if not problem:
        return
    said = connection.value("PRAGMA integrity_check(1)")
    if said != "ok":  # it is the archive that is damaged, not the disk of the backup
        raise ArchiveDamaged(connection.folder, one_line(str(said)))
    raise BackupFailed(destination, one_line(problem))


def database_problem(path: Path, counts: dict[str, int]) -> str:
    """What is wrong with a copy of a database, or "": its structure, and how many rows it has."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
            (said,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
            if said != "ok":
                return str(said)
            for table, expected in counts.items():
                if table not in COUNTED:
                    continue
                (found,) = copy.execute(f"SELECT count(*) FROM {table}").fetchone()
                if found != expected:
                    return f"{found} {table} where there should be {expected}"
    except sqlite3.DatabaseError as error:
        return str(error)
    return ""


def _copy_originals(
    source: Path, folder: Path, unfinished: Path, wanted: list[tuple[str, int]], *, thorough: bool
) -> Generator[Progress, None, _Originals]:
    """Bring the originals that are not there yet, batch by batch; one that is there is there for good."""
    done = _Originals()
    waiting: dict[Path, str] = {}
    size = 0
    (unfinished / ORIGINALS).mkdir()
    for number, (sha256, length) in enumerate(wanted):
        if number % 100 == 0:
            yield Progress(number, len(wanted), "originals")
        if not is_sha256(sha256):
            done.problems.append(Finding(f"originals/{sha256}", "an original is named by what is no SHA-256"))
            continue
        if _is_there(original_path(folder / ORIGINALS, sha256), sha256, length, thorough=thorough):
            done.kept += 1
            continue
        copy = unfinished / ORIGINALS / sha256
        problem = _copied(original_path(source, sha256), copy, sha256)
        if problem:
            copy.unlink(missing_ok=True)
            done.problems.append(Finding(f"originals/{sha256[:2]}/{sha256}", problem))
            continue
        waiting[copy] = sha256
        size += length
        if len(waiting) >= _BATCH or size >= _BATCH_BYTES:
            _keep(waiting, folder)
            done.copied += len(waiting)
            waiting, size = {}, 0
    _keep(waiting, folder)
    done.copied += len(waiting)
    (unfinished / ORIGINALS).rmdir()
    yield Progress(len(wanted), len(wanted), "originals")
    return done


def _is_there(path: Path, sha256: str, size: int, *, thorough: bool) -> bool:
    try:
        return path.stat().st_size == size and (not thorough or hash_file(path) == sha256)
    except FileNotFoundError:
        return False


def _copied(source: Path, copy: Path, sha256: str) -> str:
    """Copy an original of the archive; what is wrong with it there, or ""."""
    if not source.is_file():
        return "the file is missing"
    try:
        return "" if copy_and_hash(source, copy) == sha256 else "the bytes have changed"
    except StorageFailed as error:
        return error.detail


def _keep(copies: dict[Path, str], folder: Path) -> None:
    """Read copies again from the disk, and put them among the originals that all backups share."""
    sync_files(copies)
    for copy, sha256 in copies.items():
        if hash_file(copy) != sha256:
            raise BackupFailed(folder, f"the original {sha256} came out otherwise than it was written")
    parents = set()
    for copy, sha256 in copies.items():
        path = original_path(folder / ORIGINALS, sha256)
        path.parent.mkdir(parents=True, exist_ok=True)
        copy.replace(path)
        parents.add(path.parent)
    for parent in (*parents, folder / ORIGINALS) if parents else ():
        sync_folder(parent)


def _described(
    unfinished: Path,
    identity: str,
    moment: str,
    counts: dict[str, int],
    problems: Iterable[Finding],
) -> Backup:
    database = unfinished / DATABASE_NAME
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
        (schema,) = copy.execute("PRAGMA user_version").fetchone()
        head = (
            copy.execute("SELECT hash FROM events ORDER BY id DESC LIMIT 1").fetchone() if "events" in counts else None
        )
    return Backup(
        path=unfinished,
        identity=identity,
        made_at=moment,
        schema=schema,
        size=database.stat().st_size,
        sha256=hash_file(database),
        counts=counts,
        log_head=head[0] if head else "",
        problems=tuple(problems),
    )


def _finish(backup: Backup, unfinished: Path, archive: Path) -> Backup:
    """Make what was written and found whole a backup, by one rename."""
    folder = unfinished.parent
    readme = folder / "README.txt"
    if not readme.is_file():
        readme.write_text(README, encoding="utf-8")
    sync_files([write_manifest(backup, unfinished, archive)])
    sync_folder(unfinished)
    final = folder / name_at(backup.made_at)
    unfinished.rename(final)
    sync_folder(folder)
    return replace(backup, path=final)


def _rotate(folder: Path, keep: int, events: Events) -> tuple[Path, ...]:
    """Remove backups older than the newest `keep`; one that cannot be removed stays until the next time."""
    backups = backups_in(folder)
    good = [backup for backup in backups if not backup.problems]
    removed = []
    for backup in backups[: -max(keep, 1)]:
        outgrown = not backup.log_head or events.has_hash(backup.log_head)
        if backup in good[-1:] or not outgrown:
            continue
        doomed = folder / f"{UNFINISHED}{backup.path.name}"
        try:
            backup.path.rename(doomed)  # so that a half removed one is none
        except OSError:
            continue
        shutil.rmtree(doomed, ignore_errors=True)
        removed.append(backup.path)
    return tuple(removed)
