# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving what can be read of a damaged archive into a new one; the damaged one is never written to.

Rows are read page by page (salvage.py), rows that are missing are rebuilt from the history, which
holds every row twice over, and what then hangs in the air is mended (mending.py). Originals are
taken if their bytes are right.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import closing, suppress
from pathlib import Path
from uuid import uuid4

from archivist.errors import ArchiveExists, ArchivistError, InvalidValue, NotAnArchive
from archivist.model import EventType, Finding, JsonValue, Progress, Rescued, RescueReport
from archivist.store import schema
from archivist.store.archive import Archive, current_user
from archivist.store.connection import DATABASE_NAME, expected_error, now, storage_error
from archivist.store.database import Database
from archivist.store.durable import copy_and_hash, sync_files
from archivist.store.event_chain import NewEvent, append, broken_links
from archivist.store.journal_rows import rebuild_from_history
from archivist.store.known_schemas import APPLICATION_ID, VERSION
from archivist.store.log_verification import DISAGREEMENTS
from archivist.store.mending import mend
from archivist.store.originals import is_sha256, original_path
from archivist.store.page_reader import PageReader, Row
from archivist.store.salvage import Salvage, Table, tables_of
from archivist.store.starting_log import start_log

_CHUNK = 1 << 16
_PAGE_SIZE = 4096  # of every archive.db that the program makes
_EVERY = 500  # pages, or files
_BATCH = 500  # rows
# Columns that the first schema gave the tables that have got more since.
_FEWEST = {"articles": 25, "annotations": 17, "revisions": 7}
# What a column that has to hold something holds where it was on a page that is lost.
_JSON_COLUMNS = {"attributes": "{}", "parameters": "{}", "warnings": "[]", "roles": "[]", "external_ids": "{}"} | {
    "chosen": "{}",
    "detail": "{}",
    "settings": "{}",
}
# Rows that are never taken out of the database, so that a number that is missing was lost.
_NEVER_REMOVED = (
    "originals",
    "articles",
    "revisions",
    "tags",
    "annotations",
    "records",
    "relations",
    "changes",
)
REPORT_NAME = "rescue-report.json"
OLD_LOG_NAME = "rescued-log.jsonl"


def rescue(folder: Path, out: Path, *, who: str | None = None) -> Generator[Progress, None, RescueReport]:
    """Save what can be read of the archive in `folder` into a new archive in `out`, a new or empty folder.

    Raises NotAnArchive where there is no archive.db, ArchiveExists, InvalidValue for a place inside of it, and
    what is wrong with the disk of `out`.
    """
    if not (folder / DATABASE_NAME).is_file():
        raise NotAnArchive(folder)
    if out.resolve().is_relative_to(folder.resolve()):
        raise InvalidValue("place for what is rescued", str(out), "a folder outside of the damaged archive")
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise ArchiveExists(out)
    try:
        return (yield from _rescue(folder, out, who or current_user()))
    except (OSError, sqlite3.Error) as error:
        raise expected_error(error, out) from error


def _rescue(folder: Path, out: Path, who: str) -> Generator[Progress, None, RescueReport]:
    for name in ("originals", "backups"):
        (out / name).mkdir(parents=True, exist_ok=True)
    losses: list[Finding] = []
    yield Progress(0, 0, "copying")
    damaged = _readable_copy(folder, out, losses)
    unfinished = out / f"{DATABASE_NAME}.new"
    with closing(sqlite3.connect(unfinished, isolation_level=None)) as db:
        triggers = _make_database(db)
        tables = tables_of(db, _FEWEST)
        with closing(PageReader(damaged, _PAGE_SIZE)) as reader:
            facts = Salvage(reader, tables).facts()
            read = yield from _read_rows(db, Salvage(reader, tables), losses)
        rebuilt = rebuild_from_history(db, losses)
        lost_files: list[Finding] = []
        files = yield from _copy_originals(folder, out, lost_files)
        mend(db, files, losses)
        lost_files += _missing_files(db, files, lost_files)
        identity = facts.get("identity") or str(uuid4())
        if "identity" not in facts:
            losses.append(Finding("archive.db", "the identity of the archive was lost, so it has a new one"))
        db.executemany(
            "INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)",
            {"identity": identity, "created_at": facts.get("created_at", now())}.items(),
        )
        saved = tuple(_count(db, table, read, rebuilt) for table in tables)
        whole = not losses and not any(table.lost for table in saved)
        _continue_log(db, out, identity, saved, losses, who=who, whole=whole)
        for statement in triggers:
            db.execute(statement)
        db.execute("PRAGMA journal_mode = DELETE")
    damaged.unlink()
    sync_files([unfinished])
    unfinished.replace(out / DATABASE_NAME)
    with Archive.open(out, who=who) as archive:
        findings = yield from archive.verify()
    tables_seen = tuple(table for table in saved if table.read or table.rebuilt or table.lost)
    report = RescueReport(out, tables_seen, len(files), (*losses, *lost_files), findings)
    _write_report(report, out)
    return report


def _readable_copy(folder: Path, out: Path, losses: list[Finding]) -> Path:
    """A copy of the database with what its log of changes had not yet brought into it, on which SQLite may work."""
    copy = out / "damaged.db"
    _copy_what_can_be_read(folder / DATABASE_NAME, copy, losses)
    log = folder / f"{DATABASE_NAME}-wal"
    beside = [copy.with_name(f"{copy.name}{end}") for end in ("-wal", "-shm", "-journal")]
    if log.is_file() and log.stat().st_size:
        _copy_what_can_be_read(log, beside[0], losses)
        _mend_header(copy)
        with suppress(sqlite3.Error), closing(sqlite3.connect(copy, isolation_level=None)) as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for path in beside:
        path.unlink(missing_ok=True)
    return copy


def _mend_header(path: Path) -> None:
    """Give a database the beginning that every archive.db has, so that SQLite reads its log of changes."""
    with path.open("rb+") as file:
        header = b"SQLite format 3\0" + _PAGE_SIZE.to_bytes(2, "big") + bytes((2, 2, 0, 64, 32, 32))
        if file.read(len(header)) != header:
            file.seek(0)
            file.write(header)


def _copy_what_can_be_read(source: Path, target: Path, losses: list[Finding]) -> None:
    """Copy a file; where the disk cannot read it there are zeros in the copy."""
    lost = 0
    with source.open("rb", buffering=0) as file, target.open("wb") as copy:
        size = source.stat().st_size
        for at in range(0, size, _CHUNK):
            length = min(_CHUNK, size - at)
            try:
                file.seek(at)
                raw = file.read(length) or b""
            except OSError:
                raw = b""
            lost += length - len(raw)
            copy.write(raw.ljust(length, b"\0"))
    if lost:
        losses.append(Finding(source.name, f"{lost} bytes could not be read from the disk"))


def _make_database(db: sqlite3.Connection) -> list[str]:
    """Make the tables, take their triggers out while they are filled, and give these back."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    schema.migrations.apply(Database(db))
    db.execute(f"PRAGMA user_version = {VERSION}")
    db.execute("PRAGMA synchronous = OFF")
    triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    return [sql for _, sql in triggers]


def _read_rows(
    db: sqlite3.Connection, salvage: Salvage, losses: list[Finding]
) -> Generator[Progress, None, Counter[str]]:
    """Insert every row that can be read; how many there are of each table."""
    read: Counter[str] = Counter()
    pages = 0
    db.execute("BEGIN")
    for item in salvage.rows():
        if item is None:
            if pages % _EVERY == 0:
                yield Progress(pages, salvage.reader.count, "rows")
            pages += 1
            continue
        name, row = item
        table = salvage.tables[name]
        columns = table.columns[: len(row.values)]
        names = [column.name for column in table.columns]
        cursor = db.execute(
            f"INSERT OR IGNORE INTO {name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
            _filled(table, row),
        )
        read[name] += cursor.rowcount
        if row.torn and cursor.rowcount:
            what = f"{name}, row {row.rowid}"
            losses.append(Finding(what, f"its end was lost, after {columns[-1].name if columns else 'nothing'}"))
    db.execute("COMMIT")
    return read


def _filled(table: Table, row: Row) -> list[JsonValue]:
    """The values of a row for all columns of its table."""
    values: list[JsonValue] = [row.rowid, *row.values[1:], *[None] * (len(table.columns) - len(row.values))]
    for place, column in enumerate(table.columns):
        if values[place] is None and column.required and place:
            values[place] = _JSON_COLUMNS.get(column.name, "" if column.is_text else 0)
        elif column.name in _JSON_COLUMNS and values[place] is not None and not _is_json(values[place]):
            values[place] = _JSON_COLUMNS[column.name]
    return values


def _is_json(text: JsonValue) -> bool:
    try:
        json.loads(text)
    except (ValueError, TypeError, RecursionError):
        return False
    return True


def _copy_originals(folder: Path, out: Path, losses: list[Finding]) -> Generator[Progress, None, dict[str, int]]:
    """Copy the files whose bytes are right; their sizes by SHA-256."""
    paths = [path for path in _files(folder / "originals") if is_sha256(path.name)]
    right: dict[str, int] = {}
    for number, path in enumerate(paths):
        if number % _EVERY == 0:
            yield Progress(number, len(paths), "originals")
        copy = original_path(out / "originals", path.name)
        copy.parent.mkdir(exist_ok=True)
        try:
            sound = copy_and_hash(path, copy) == path.name
        except ArchivistError:
            sound = False
        if sound:
            copy.chmod(0o444)
            right[path.name] = copy.stat().st_size
        else:
            copy.unlink(missing_ok=True)
            losses.append(Finding(f"originals/{path.name[:2]}/{path.name}", "the bytes have changed"))
    return right


def _missing_files(db: sqlite3.Connection, files: dict[str, int], changed: list[Finding]) -> list[Finding]:
    known = {finding.where for finding in changed}
    wanted = [sha256 for (sha256,) in db.execute("SELECT sha256 FROM originals ORDER BY id") if sha256 not in files]
    places = (f"originals/{sha256[:2]}/{sha256}" for sha256 in wanted)
    return [Finding(place, "the file is missing") for place in places if place not in known]


def _files(folder: Path) -> Iterator[Path]:
    """The files two levels down, whatever of the folders can be read."""
    for parent in _entries(folder):
        if parent.is_dir() and not parent.is_symlink():
            yield from (path for path in _entries(parent) if path.is_file() and not path.is_symlink())


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _count(db: sqlite3.Connection, table: str, read: Counter[str], rebuilt: Counter[str]) -> Rescued:
    lost = 0
    if table in _NEVER_REMOVED:
        number, most = db.execute(f"SELECT count(*), coalesce(max(id), 0) FROM {table}").fetchone()
        lost = max(most - number, 0)
    return Rescued(table, read[table], rebuilt[table], lost)


def _continue_log(
    db: sqlite3.Connection,
    out: Path,
    identity: str,
    saved: tuple[Rescued, ...],
    losses: list[Finding],
    *,
    who: str,
    whole: bool,
) -> None:
    """Go on with the log where nothing was lost; else keep what is left of it beside, and begin anew."""
    head = db.execute("SELECT hash FROM events ORDER BY id DESC LIMIT 1").fetchone()
    whole = whole and head is not None and all(step is None for step in broken_links(db))
    whole = whole and not any(db.execute(query).fetchone() for query in DISAGREEMENTS)
    if not whole:
        columns = [row[1] for row in db.execute("PRAGMA table_info(events)")]
        with (out / OLD_LOG_NAME).open("w", encoding="utf-8", errors="replace") as file:
            for row in db.execute("SELECT * FROM events ORDER BY id"):
                file.write(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) + "\n")
        db.execute("DELETE FROM events")
        start_log(Database(db))
    detail = {
        "rescued": {table.table: table.read + table.rebuilt for table in saved if table.read + table.rebuilt},
        "lost": {table.table: table.lost for table in saved if table.lost},
        "losses": len(losses),
        "log": "continued" if whole else f"begun anew; what was left of the old one is in {OLD_LOG_NAME}",
        "old_log_head": head[0] if head else "",
    }
    append(db, [NewEvent(EventType.RECOVERY, "archive", identity, detail)], who=who, moment=now())


def _write_report(report: RescueReport, out: Path) -> None:
    value = {
        "tables": {one.table: {"read": one.read, "rebuilt": one.rebuilt, "lost": one.lost} for one in report.tables},
        "originals": report.originals,
        "losses": [{"where": loss.where, "problem": loss.problem} for loss in report.losses],
        "findings": [{"where": finding.where, "problem": finding.problem} for finding in report.findings],
    }
    try:
        (out / REPORT_NAME).write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise storage_error(error, out) from error
