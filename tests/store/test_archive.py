# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from archivist.errors import (
    ArchiveBusy,
    ArchiveDamaged,
    ArchiveExists,
    ArchiveLocked,
    ArchiveReadOnly,
    ArchiveTooNew,
    FileUnreadable,
    NotAnArchive,
    StorageFailed,
)
from archivist.store import Archive, known_schemas, schema


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "coverage"
    Archive.create(folder).close()
    return folder


def test_a_new_archive_has_its_parts(folder: Path) -> None:
    assert {entry.name for entry in folder.iterdir() if "lock" not in entry.name} == {
        "archive.db",
        "originals",
        "backups",
    }
    with sqlite3.connect(folder / "archive.db") as db:
        assert db.execute("PRAGMA application_id").fetchone() == (known_schemas.APPLICATION_ID,)
        assert db.execute("PRAGMA user_version").fetchone() == (schema.known_version(),)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    db.close()


def test_every_archive_has_an_identity_of_its_own(tmp_path: Path) -> None:
    with Archive.create(tmp_path / "a") as first, Archive.create(tmp_path / "b") as second:
        assert first.identity != second.identity != ""


def test_an_archive_is_not_made_over_something(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(ArchiveExists):
        Archive.create(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["letter.txt"]


def test_an_archive_is_not_made_in_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(ArchiveExists):
        Archive.create(tmp_path / "file")
    with pytest.raises(StorageFailed):
        Archive.create(tmp_path / "file" / "below")


@pytest.mark.parametrize("content", [None, b"", b"not a database at all", b"SQLite format 3\x00" + b"\x01" * 200])
def test_what_is_not_an_archive_is_refused(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "archive.db").write_bytes(content)
    with pytest.raises((NotAnArchive, ArchiveDamaged)):
        Archive.open(tmp_path)
    if content is not None:
        assert (tmp_path / "archive.db").read_bytes() == content


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "archive.db") as db:
        db.execute("CREATE TABLE articles (id)")
    db.close()
    with pytest.raises(NotAnArchive):
        Archive.open(tmp_path)


def test_a_second_writer_in_another_process_is_refused_with_the_holder(folder: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from archivist.store import Archive; Archive.open(Path(sys.argv[1]))"
    )
    with Archive.open(folder):
        result = subprocess.run([sys.executable, "-c", program, folder], capture_output=True, text=True, check=False)
    assert "ArchiveLocked" in result.stderr
    assert "process" in result.stderr


def test_a_second_writer_in_this_process_is_refused(folder: Path) -> None:
    with Archive.open(folder), pytest.raises(ArchiveLocked):
        Archive.open(folder)


def test_a_closed_archive_can_be_opened_again(folder: Path) -> None:
    Archive.open(folder).close()
    Archive.open(folder).close()


def test_a_reader_is_let_in_beside_the_writer(folder: Path) -> None:
    with Archive.open(folder) as writer, Archive.open(folder, read_only=True) as reader:
        writer.tags.add("strike", "event")
        assert reader.tags.named("strike").kind == "event"
        with pytest.raises(ArchiveReadOnly):
            reader.tags.add("meeting", "event")


def test_a_newer_schema_is_refused_and_left_alone(folder: Path) -> None:
    db = sqlite3.connect(folder / "archive.db")
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(ArchiveTooNew) as caught:
        Archive.open(folder)
    assert caught.value.found == 99
    assert not (folder / "archive.lock.json").exists()


@pytest.mark.parametrize("name", ["bad", "sqlitezz", "articles_by_date2"])
def test_a_database_with_a_foreign_trigger_is_refused(folder: Path, name: str) -> None:
    db = sqlite3.connect(folder / "archive.db")
    db.execute(f"CREATE TRIGGER {name} AFTER INSERT ON tags BEGIN DELETE FROM annotations; END")
    db.close()
    with pytest.raises(ArchiveDamaged):
        Archive.open(folder)


def test_a_truncated_database_is_reported_as_damaged(folder: Path) -> None:
    database = folder / "archive.db"
    database.write_bytes(database.read_bytes()[: 4096 * 3])
    with pytest.raises(ArchiveDamaged), Archive.open(folder) as archive:  # noqa: PT012 - SQLite may notice at either
        archive.tags.add("strike", "event")
        archive.articles.rows()


def _next_migrations() -> Migrations:
    later = Migrations("archivist")
    for migration in schema.migrations.pending(Database(memory=True)):
        later(name=migration.name)(migration.fn)

    @later()
    def ratings(db: Database) -> None:
        db.execute("CREATE TABLE ratings (id INTEGER PRIMARY KEY)")

    return later


def test_a_migration_copies_the_database_first(folder: Path) -> None:
    with Archive.open(folder, migrations=_next_migrations()) as archive:
        assert archive.tags.all() == []
    copies = list((folder / "backups").iterdir())
    assert len(copies) == 1
    copy = Database(copies[0])
    assert "ratings" not in copy.table_names()
    assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    copy.close()
    migrated = Database(folder / "archive.db")
    assert "ratings" in migrated.table_names()
    migrated.close()


def test_a_migration_is_applied_once(folder: Path) -> None:
    Archive.open(folder, migrations=_next_migrations()).close()
    Archive.open(folder, migrations=_next_migrations()).close()
    assert len(list((folder / "backups").iterdir())) == 1


def test_a_failing_migration_leaves_the_archive_as_it_was(folder: Path) -> None:
    later = _next_migrations()

    @later()
    def impossible(db: Database) -> None:
        db.execute("CREATE TABLE halves (id INTEGER PRIMARY KEY)")
        db.execute("INSERT INTO nowhere VALUES (1)")

    with pytest.raises(sqlite3.OperationalError):
        Archive.open(folder, migrations=later)
    db = Database(folder / "archive.db")
    assert "halves" not in db.table_names()
    assert db.execute("PRAGMA user_version").fetchone() == (schema.known_version() + 1,)
    db.close()


def test_the_schema_is_the_released_one() -> None:
    """Each released schema has a dump; changing a migration that is out there would show here."""
    for version in range(1, schema.known_version() + 1):
        dump = Path(__file__).parents[1] / "schemas" / f"v{version}.sql"
        lines = sorted(sql for _, sql in schema.expected(version))
        assert dump.read_text(encoding="utf-8").splitlines() == lines


def test_a_snapshot_does_not_see_what_is_written_meanwhile(folder: Path) -> None:
    with Archive.open(folder) as archive:
        other = archive.connect()
        with archive.snapshot():
            assert archive.tags.all() == []
            other.tags.add("strike", "event")
            assert archive.tags.all() == []
        assert [tag.name for tag in archive.tags.all()] == ["strike"]
        other.close()


def test_what_a_person_does_is_durable_and_references_hold(folder: Path) -> None:
    with Archive.open(folder) as archive:
        value = archive._connection.value
        assert value("PRAGMA foreign_keys") == 1
        seen = []
        for bulk in (True, False):
            with archive.action("Look", bulk=bulk):
                seen.append(value("PRAGMA synchronous"))
        assert seen == [1, 2]  # NORMAL, FULL


def test_a_second_connection_cannot_write_into_an_open_action(folder: Path) -> None:
    with Archive.open(folder) as archive:
        other = archive.connect(patience_ms=1)
        with archive.action("First"), pytest.raises(ArchiveBusy), other.action("Second"):
            pass
        other.close()


def test_a_link_in_place_of_the_holder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("mine")
    (folder / "archive.lock.json").symlink_to(tmp_path / "precious")
    Archive.open(folder).close()
    assert (tmp_path / "precious").read_text() == "mine"


def test_a_broken_codebook_leaves_no_archive(tmp_path: Path) -> None:
    (tmp_path / "codebook.json").write_text("{")
    with pytest.raises(FileUnreadable):
        Archive.create(tmp_path / "new", codebook=tmp_path / "codebook.json")
    Archive.create(tmp_path / "new").close()


def test_a_process_that_was_started_for_it_joins_an_open_archive(archive: Archive) -> None:
    with Archive.join(archive.folder, who=archive.who) as joined:
        joined.tags.add("rally", "event")
    assert archive.tags.named("rally").name == "rally"
    assert list(archive.history.entries())[-1]["who"] == archive.who
