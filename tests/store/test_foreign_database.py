# SPDX-License-Identifier: GPL-3.0-or-later
"""Of a SQLite file of another program only the plain tables are read, whatever else is in it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from archivist.errors import ArchivistError, FileDamaged, FileUnreadable, FileUnsafe, UnsupportedFile
from archivist.store.foreign_database import ForeignDatabase, is_database


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data.qda"


def make(file: Path, *statements: str) -> Path:
    with closing(sqlite3.connect(file)) as connection, connection:
        for statement in statements:
            connection.execute(statement)
    return file


NOTES = ("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)", "INSERT INTO notes VALUES (2, 'два'), (1, 'one')")


def rows(file: Path, table: str, *columns: str) -> list[tuple[object, ...]]:
    with ForeignDatabase(file) as database:
        return list(database.rows(table, columns))


def refusal(file: Path, table: str = "notes", columns: Iterable[str] = ("id", "text")) -> ArchivistError:
    with pytest.raises(ArchivistError) as raised:
        rows(file, table, *columns)
    return raised.value


def test_rows_come_by_column(file: Path) -> None:
    make(file, *NOTES)
    assert rows(file, "notes", "text", "id") == [("one", 1), ("два", 2)]


def test_what_an_older_version_does_not_have_is_empty(file: Path) -> None:
    make(file, *NOTES)
    assert rows(file, "notes", "id", "colour") == [(1, None), (2, None)]
    assert rows(file, "notes", "colour") == []
    assert rows(file, "nothing", "id") == []
    with ForeignDatabase(file) as database:
        assert database.has("notes", "id", "text")
        assert not database.has("notes", "colour")
        assert not database.has("nothing")


def test_nothing_is_written_at_or_beside_it(file: Path) -> None:
    make(file, *NOTES, "PRAGMA user_version = 3")
    before = file.read_bytes()
    rows(file, "notes", "id")
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("ending", ["-wal", "-journal"])
def test_what_another_program_has_open_is_left_to_it(file: Path, ending: str) -> None:
    make(file, *NOTES)
    file.with_name(file.name + ending).write_bytes(b"unfinished")
    refused = refusal(file)
    assert isinstance(refused, FileUnreadable)
    assert f"{file.name}{ending}" in str(refused)


def test_a_write_ahead_log_that_is_finished_does_no_harm(file: Path) -> None:
    make(file, "PRAGMA journal_mode = WAL", *NOTES)
    file.with_name(file.name + "-wal").write_bytes(b"")
    assert len(rows(file, "notes", "id")) == 2


def test_views_are_no_tables(file: Path) -> None:
    make(file, *NOTES, "CREATE VIEW other AS SELECT id, text FROM notes")
    assert rows(file, "other", "id") == []


def test_virtual_tables_and_generated_columns_are_no_tables_and_columns(file: Path) -> None:
    make(
        file,
        "CREATE VIRTUAL TABLE words USING fts5(text)",
        "INSERT INTO words VALUES ('a')",
        "CREATE TABLE made (id INTEGER PRIMARY KEY, text TEXT AS (zeroblob(100000000)))",
        "INSERT INTO made (id) VALUES (1)",
    )
    assert rows(file, "words", "text") == []
    assert rows(file, "made", "id", "text") == [(1, None)]


def test_a_view_that_says_it_is_a_table_is_damage(file: Path) -> None:
    make(file, *NOTES, "CREATE VIEW shown AS SELECT id, load_extension('x') AS text FROM notes")
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET type = 'table', tbl_name = 'shown' WHERE name = 'shown'")
    assert isinstance(refusal(file, "shown"), FileDamaged)


def test_a_trigger_does_not_run(file: Path) -> None:
    make(file, *NOTES, "CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM notes; END")
    assert len(rows(file, "notes", "id")) == 2


def test_nothing_but_reading_is_allowed(file: Path) -> None:
    make(file, *NOTES)
    with ForeignDatabase(file) as database:
        for statement in ("DELETE FROM notes", "ATTACH ':memory:' AS x", "SELECT abs(1)", "PRAGMA query_only = OFF"):
            with pytest.raises((FileUnsafe, FileDamaged)), database._errors_translated():
                database._sqlite.execute(statement)


@pytest.mark.parametrize("content", [b"", b"text", os.urandom(4096)])
def test_what_is_no_database(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert isinstance(refusal(file), UnsupportedFile)
    assert not is_database(file)


def test_nothing_is_there(file: Path) -> None:
    assert isinstance(refusal(file), FileUnreadable)
    assert not is_database(file)
    assert not is_database(file.parent)


def many(file: Path) -> Path:
    return make(
        file,
        NOTES[0],
        """INSERT INTO notes WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
           SELECT i, hex(randomblob(50)) FROM n""",
    )


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_truncated_database_is_damaged(file: Path, part: float) -> None:
    raw = many(file).read_bytes()
    file.write_bytes(raw[: int(len(raw) * part)])
    assert isinstance(refusal(file), FileDamaged)


def test_overwritten_pages_are_damaged(file: Path) -> None:
    raw = bytearray(many(file).read_bytes())
    raw[4096 * 3 : 4096 * 5] = b"\xff" * 8192
    file.write_bytes(raw)
    assert isinstance(refusal(file), FileDamaged)


def test_a_damaged_schema_is_damaged(file: Path) -> None:
    raw = bytearray(make(file, *NOTES).read_bytes())
    at = raw.index(b"CREATE TABLE notes")
    raw[at : at + 18] = b"CREATE TABLE no(es"
    file.write_bytes(raw)
    assert isinstance(refusal(file), FileDamaged)


def circle(file: Path) -> Path:
    """A database in which all branches of a table lead to one leaf, level by level."""
    raw = bytearray(many(file).read_bytes())
    with closing(sqlite3.connect(file)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'notes'").fetchone()[0]
    size, start = 4096, (root - 1) * 4096
    cells = int.from_bytes(raw[start + 3 : start + 5], "big")
    places = [int.from_bytes(raw[start + 12 + 2 * n : start + 14 + 2 * n], "big") for n in range(cells)]
    leaf = raw[start + places[0] : start + places[0] + 4]
    pages = len(raw) // size
    root_page = raw[start : start + size]
    for level in range(8):  # a chain of copies of the root, each of whose branches is the next one
        target = leaf if level == 7 else (pages + level + 1 + 1).to_bytes(4, "big")
        page = bytearray(root_page)
        for place in places:
            page[place : place + 4] = target
        page[8:12] = target
        raw += page
    for place in places:
        raw[start + place : start + place + 4] = (pages + 1).to_bytes(4, "big")
    raw[start + 8 : start + 12] = (pages + 1).to_bytes(4, "big")
    raw[28:32] = (pages + 8).to_bytes(4, "big")
    file.write_bytes(raw)
    return file


def test_a_table_that_runs_in_a_circle_comes_to_an_end(file: Path) -> None:
    refused = refusal(circle(file), columns=["id"])
    assert isinstance(refused, FileDamaged)
    assert "no end" in str(refused)
    refused = refusal(file, columns=["text"])
    assert isinstance(refused, FileDamaged)
    assert "more than the whole file" in str(refused)


def test_a_text_that_is_no_utf_8_is_counted(file: Path) -> None:
    make(file, NOTES[0], "INSERT INTO notes VALUES (1, CAST(x'd0bfff' AS TEXT))")
    with ForeignDatabase(file) as database:
        assert list(database.rows("notes", ["text"])) == [("п\ufffd",)]
        assert database.ill_encoded == 1


def test_utf_16_is_read(file: Path) -> None:
    make(file, "PRAGMA encoding = 'UTF-16le'", *NOTES)
    assert rows(file, "notes", "text") == [("one",), ("два",)]
