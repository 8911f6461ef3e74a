# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups are whole or none, and what is wrong with one is said before it is restored."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from filelock import FileLock

from archivist.errors import (
    ArchiveBusy,
    ArchiveDamaged,
    ArchiveExists,
    ArchiveReadOnly,
    ArchiveTooNew,
    ArchivistError,
    BackupInsideArchive,
    BackupRefused,
    DiskFull,
    StorageFailed,
)
from archivist.model import Article, BackupReport, EventType, Outcome, RestoreReport
from archivist.store import Archive
from archivist.store.backup_folder import backups_in, find_backup, folder_for
from archivist.store.originals import original_path
from archivist.store.restoring import restore
from tests.long_work import run_to_end

Add = Callable[..., Article]


@pytest.fixture
def destination(tmp_path: Path) -> Path:
    return tmp_path / "drive"


@pytest.fixture
def filled(archive: Archive, add_article: Add) -> Archive:
    for number in range(3):
        article = add_article(f"Загинуло {number} людей")
        archive.annotations.add_quote(article.id, "людей", archive.tags.named("killed").id)
    return archive


def back_up(archive: Archive, destination: Path, **options: int) -> BackupReport:
    return run_to_end(archive.back_up(destination, **options))  # type: ignore[arg-type]


def restored(source: Path, folder: Path) -> RestoreReport:
    return run_to_end(restore(source, folder, who="Тарас"))


def everything(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    """All rows but those that restoring itself adds."""
    with closing(sqlite3.connect(archive.folder / "archive.db")) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {
            table: db.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in tables if table != "events"
        }


def test_a_backup_is_restored_to_the_same_archive(filled: Archive, destination: Path, tmp_path: Path) -> None:
    report = back_up(filled, destination)
    assert (report.copied, report.kept, report.backup.problems) == (3, 0, ())
    assert report.backup.counts["articles"] == report.backup.counts["annotations"] == 3
    back = restored(destination, tmp_path / "again")
    assert (back.findings, back.backup) == ((), report.backup)
    with Archive.open(tmp_path / "again") as again:
        assert again.identity == filled.identity
        assert everything(again) == everything(filled)
        event = again.events.last(EventType.RECOVERY)
        assert event is not None
        assert (event.who, event.detail["backup"]) == ("Тарас", report.backup.path.name)
        assert run_to_end(again.verify()) == ()


def test_a_backup_is_in_the_log_and_is_the_last_good_one(filled: Archive, destination: Path) -> None:
    report = back_up(filled, destination)
    event = filled.events.last(EventType.REPLICATION, Outcome.SUCCESS)
    assert event is not None
    assert (event.object, event.detail["folder"]) == (report.backup.path.name, str(report.backup.path))
    assert filled.events.has_hash(report.backup.log_head)
    assert run_to_end(filled.verify()) == ()


def test_originals_are_copied_once(filled: Archive, destination: Path, add_article: Add) -> None:
    back_up(filled, destination)
    add_article("Загинуло 18 людей")
    report = back_up(filled, destination)
    assert (report.copied, report.kept) == (1, 3)
    files = [path for path in (report.backup.path.parent / "originals").rglob("*") if path.is_file()]
    assert len(files) == 4


def test_what_is_written_while_it_is_made_is_in_the_next_one(filled: Archive, destination: Path) -> None:
    steps = filled.back_up(destination)
    next(steps)
    next(steps)  # the database has been copied
    with Archive.join(filled.folder, who="Тарас") as other:
        other.tags.add("wounded", "figure")
    assert run_to_end(steps).backup.counts["actions"] == 9
    assert back_up(filled, destination).backup.counts["actions"] == 10


def test_an_archive_that_is_open_for_reading_is_backed_up_beside_its_writer(filled: Archive, destination: Path) -> None:
    with Archive.open(filled.folder, read_only=True) as reader:
        report = back_up(reader, destination)
    assert report.backup.counts["articles"] == 3
    assert filled.events.last(EventType.REPLICATION) is None


def test_a_backup_that_was_stopped_leaves_none_and_the_next_cleans_up(
    filled: Archive, destination: Path, tmp_path: Path
) -> None:
    good = back_up(filled, destination).backup
    folder = folder_for(destination, filled.identity)
    (folder / "unfinished-2026-01-01T000000.000Z").mkdir()
    (folder / "unfinished-2026-01-01T000000.000Z" / "archive.db").write_bytes(b"half")
    steps = filled.back_up(destination)
    next(steps)
    next(steps)
    steps.close()
    assert backups_in(folder) == [good]
    assert not list(folder.glob("unfinished-*"))
    assert restored(destination, tmp_path / "again").findings == ()


def test_rotation_keeps_the_newest_and_never_loses_the_last_good_one(filled: Archive, destination: Path) -> None:
    first, second = (back_up(filled, destination).backup for _ in range(2))
    report = back_up(filled, destination, keep=2)
    assert report.removed == (first.path,)
    _lose_an_original(filled, destination)
    for _ in range(2):
        report = back_up(filled, destination, keep=1)
        assert report.backup.problems
    kept = backups_in(folder_for(destination, filled.identity))
    assert [bool(backup.problems) for backup in kept] == [False, True]
    assert second.path not in [backup.path for backup in kept]


def test_backups_of_another_past_are_not_rotated_away(filled: Archive, destination: Path, tmp_path: Path) -> None:
    early = back_up(filled, destination).backup
    filled.articles.update(filled.articles.ids(filled.articles.rows())[0], outlet="Порт")
    late = back_up(filled, destination).backup
    restored(early.path, tmp_path / "again")
    with Archive.open(tmp_path / "again") as again:  # it went back, so what came later is only in that backup
        report = back_up(again, destination, keep=1)
        assert report.removed == (early.path,)
        assert late.path.is_dir()


def _lose_an_original(archive: Archive, destination: Path) -> str:
    """Lose the newest original in the archive and among the backups."""
    original = archive.articles.at_rows(archive.articles.rows("imported"))[0].original
    assert original is not None
    archive.originals.path(original.sha256).unlink()
    shared = original_path(folder_for(destination, archive.identity) / "originals", original.sha256)
    shared.unlink(missing_ok=True)
    return original.sha256


def test_what_the_archive_has_lost_is_said_and_the_rest_is_kept(
    filled: Archive, destination: Path, tmp_path: Path
) -> None:
    sha256 = _lose_an_original(filled, destination)
    report = back_up(filled, destination)
    (problem,) = report.backup.problems
    assert (problem.where, problem.problem) == (f"originals/{sha256[:2]}/{sha256}", "the file is missing")
    assert filled.events.last(EventType.REPLICATION, Outcome.SUCCESS) is None
    assert [finding.where for finding in restored(destination, tmp_path / "again").findings] == [problem.where]


def test_a_damaged_archive_is_not_taken_for_a_bad_disk_of_the_backup(filled: Archive, destination: Path) -> None:
    back_up(filled, destination)
    with closing(sqlite3.connect(filled.folder / "archive.db")) as db, db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'collections'").fetchone()
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with (filled.folder / "archive.db").open("rb+") as file:
        file.seek((page - 1) * 4096 + 7)  # how many bytes of the page are lost in gaps
        file.write(b"\x63")
    with Archive.open(filled.folder, read_only=True) as again, pytest.raises(ArchiveDamaged) as told:
        back_up(again, destination)
    assert str(filled.folder) in str(told.value)
    assert len(backups_in(folder_for(destination, filled.identity))) == 1


def test_a_good_copy_is_not_replaced_by_a_changed_original(filled: Archive, destination: Path, tmp_path: Path) -> None:
    back_up(filled, destination)
    original = filled.articles.at_rows(filled.articles.rows())[0].original
    assert original is not None
    filled.originals.path(original.sha256).chmod(0o644)
    filled.originals.path(original.sha256).write_bytes(b"changed")
    assert back_up(filled, destination).backup.problems == ()
    assert restored(destination, tmp_path / "again").findings == ()


def test_a_thorough_backup_mends_what_was_damaged_there(filled: Archive, destination: Path, tmp_path: Path) -> None:
    back_up(filled, destination)
    original = filled.articles.at_rows(filled.articles.rows())[0].original
    assert original is not None
    shared = original_path(folder_for(destination, filled.identity) / "originals", original.sha256)
    size = shared.stat().st_size
    shared.write_bytes(b"x" * size)
    with pytest.raises(BackupRefused, match="has changed since it was made"):
        restored(destination, tmp_path / "again")
    assert not (tmp_path / "again").exists()
    report = back_up(filled, destination, thorough=True)
    assert (report.copied, report.kept) == (1, 2)
    assert restored(destination, tmp_path / "again").findings == ()


def test_each_archive_has_a_folder_of_its_own(filled: Archive, destination: Path, tmp_path: Path) -> None:
    back_up(filled, destination)
    with Archive.create(tmp_path / "other") as other:
        mine = back_up(other, destination).backup
    with pytest.raises(BackupRefused, match="backups of 2 archives"):
        restored(destination, tmp_path / "again")
    assert restored(mine.path.parent, tmp_path / "again").backup == mine


@pytest.mark.parametrize("identity", ["../../outside", "/etc", "", "a b"])
def test_an_identity_is_no_path(tmp_path: Path, identity: str) -> None:
    assert folder_for(tmp_path, identity).parent == tmp_path


def test_a_place_inside_the_archive_is_refused(filled: Archive) -> None:
    for place in (filled.folder, filled.folder / "backups", filled.folder / "originals" / ".." / "new"):
        with pytest.raises(BackupInsideArchive):
            back_up(filled, place)


def test_a_place_on_a_drive_that_was_pulled_is_refused_and_not_made(filled: Archive, tmp_path: Path) -> None:
    with pytest.raises(StorageFailed):
        back_up(filled, tmp_path / "pulled" / "backups")
    assert not (tmp_path / "pulled").exists()


def test_a_place_that_is_a_file_is_refused(filled: Archive, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(StorageFailed):
        back_up(filled, tmp_path / "file")
    assert (tmp_path / "file").read_text() == "mine"


def test_a_place_that_cannot_be_written_to_is_refused(
    filled: Archive, destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    destination.mkdir()
    monkeypatch.setattr(Path, "mkdir", refuse)  # as root, who runs tests in containers, may write anywhere
    with pytest.raises(ArchiveReadOnly):
        back_up(filled, destination)


def test_a_full_disk_is_said_and_the_older_backup_stays(
    filled: Archive, destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = back_up(filled, destination).backup
    usage = shutil.disk_usage(destination)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=10_000))
        with pytest.raises(DiskFull):
            back_up(filled, destination)
    assert backups_in(good.path.parent) == [good]
    assert not list(good.path.parent.glob("unfinished-*"))


def test_two_backups_at_once_are_refused(filled: Archive, destination: Path) -> None:
    folder = back_up(filled, destination).backup.path.parent
    with FileLock(folder / "lock"), pytest.raises(ArchiveBusy):
        back_up(filled, destination)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_flipped_bit_in_a_database_is_found_before_it_is_restored(
    filled: Archive, destination: Path, tmp_path: Path, share: float
) -> None:
    path = back_up(filled, destination).backup.path / "archive.db"
    raw = bytearray(path.read_bytes())
    raw[int(share * len(raw))] ^= 1
    path.write_bytes(raw)
    with pytest.raises(BackupRefused, match="has changed"):
        restored(destination, tmp_path / "again")
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize(
    "manifest", ["", "{}", "[]", '{"archivist_backup": 2}', "[" * 100_000, '{"archivist_backup": 1, "database": []}']
)
def test_a_damaged_description_is_refused(filled: Archive, destination: Path, tmp_path: Path, manifest: str) -> None:
    backup = back_up(filled, destination).backup
    (backup.path / "backup.json").write_text(manifest)
    with pytest.raises(BackupRefused):
        restored(backup.path, tmp_path / "again")
    with pytest.raises(BackupRefused, match="no backup is there"):
        restored(destination, tmp_path / "again")


def test_a_backup_of_a_newer_program_is_refused(filled: Archive, destination: Path, tmp_path: Path) -> None:
    backup = back_up(filled, destination).backup
    value = json.loads((backup.path / "backup.json").read_text(encoding="utf-8"))
    (backup.path / "backup.json").write_text(json.dumps(value | {"schema": 999}), encoding="utf-8")
    with pytest.raises(ArchiveTooNew):
        restored(destination, tmp_path / "again")


def test_a_missing_original_is_refused_by_name(filled: Archive, destination: Path, tmp_path: Path) -> None:
    backup = back_up(filled, destination).backup
    original = filled.articles.at_rows(filled.articles.rows())[0].original
    assert original is not None
    original_path(backup.path.parent / "originals", original.sha256).unlink()
    with pytest.raises(BackupRefused, match=original.sha256):
        restored(destination, tmp_path / "again")


def test_nothing_is_restored_over_what_is_there(filled: Archive, destination: Path, tmp_path: Path) -> None:
    back_up(filled, destination)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine")
    with pytest.raises(ArchiveExists):
        restored(destination, tmp_path / "mine")
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]
    (tmp_path / "empty").mkdir()
    assert restored(destination, tmp_path / "empty").findings == ()


def test_the_newest_good_backup_is_meant_by_its_folder(filled: Archive, destination: Path) -> None:
    good = back_up(filled, destination).backup
    _lose_an_original(filled, destination)
    worse = back_up(filled, destination).backup
    assert find_backup(destination) == good
    assert find_backup(worse.path) == worse
    with pytest.raises(ArchivistError):
        find_backup(filled.folder)
