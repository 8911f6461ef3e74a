# SPDX-License-Identifier: GPL-3.0-or-later
"""Archives of earlier schemas, made from the dumps of those schemas, are brought up to date and keep everything."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database, Migrations

from archivist.errors import ArchiveReadOnly, RecordNotFound
from archivist.model import ArticleDraft, Kind, RecordDraft
from archivist.store import Archive, known_schemas, schema
from tests.long_work import run_to_end

SCHEMAS = Path(__file__).parents[1] / "schemas"


def of_version(version: int) -> Migrations:
    """The migrations as the program of that version knew them."""
    earlier = Migrations("archivist")
    for migration in schema.migrations.pending(Database(memory=True))[:version]:
        earlier(name=migration.name)(migration.fn)
    return earlier


@contextmanager
def database(path: Path) -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(path, isolation_level=None)
    try:
        yield db
    finally:
        db.close()


def make_archive(folder: Path, version: int) -> None:
    """An empty archive as the program of that version made it."""
    folder.mkdir()
    for part in ("originals", "backups"):
        (folder / part).mkdir()
    dump = (SCHEMAS / f"v{version}.sql").read_text(encoding="utf-8").splitlines()
    with database(folder / "archive.db") as db:
        for statement in sorted(dump, key=lambda sql: not sql.startswith("CREATE TABLE")):
            db.execute(statement)
        for migration in of_version(version).pending(Database(memory=True)):
            db.execute(
                "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('archivist', ?, '2026')",
                (migration.name,),
            )
        db.execute(f"PRAGMA application_id = {known_schemas.APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {version}")
        db.execute("INSERT INTO current_action (id, action) VALUES (1, NULL)")
        db.execute("INSERT INTO facts (name, value) VALUES ('identity', 'the same for good')")


def columns(path: Path) -> dict[str, str]:
    """The columns of every table, but for those that are not the archive's own."""
    with database(path) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {
            table: ", ".join(row[1] for row in db.execute(f"PRAGMA table_info({table})"))
            for table in tables
            if table != "_sqlite_migrations"
        }


def contents(path: Path, tables: dict[str, str]) -> dict[str, list[Any]]:
    """Every row of these columns of these tables."""
    with database(path) as db:
        return {
            table: db.execute(f"SELECT {names} FROM {table} ORDER BY 1").fetchall() for table, names in tables.items()
        }


def annotate_as_then(archive: Archive, before: str, quote: str) -> None:
    """Mark words in the only article with the only tag, in columns that the first schema had."""
    with archive.action(f"Tag “{quote}” as killed"):
        archive._connection.execute(
            """INSERT INTO annotations (uuid, article, revision, span_start, span_end, quote, prefix, suffix, tag, note,
                   attributes, status, created_by, created_at, modified_at)
               VALUES ('an annotation', 1, 1, ?, ?, ?, ?, '', 1, 'перевірити', '{"value": 18}', 'anchored', 'Olena',
                   '2026', '2026')""",
            (len(before), len(before + quote), quote, before),
        )


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """An archive of the first schema with some of everything, and something to undo and to redo."""
    folder = tmp_path / "first"
    make_archive(folder, 1)
    with Archive.open(folder, migrations=of_version(1), who="Olena") as archive:
        body = "Загинуло 18 людей"
        article = archive.articles.add(ArticleDraft(body, body, outlet="Порт"), body.encode(), "text/plain").article
        archive.tags.add("killed", "figure", shortcut="k")
        annotate_as_then(archive, "Загинуло ", "18 людей")
        archive.collections.add("Ранок")
        archive.collections.put_in("Ранок", [article])
        archive.articles.update(article, outlet="Вісник")
        archive.history.undo()
    return folder


def test_an_archive_of_the_first_schema_is_copied_and_migrated_and_keeps_everything(first: Path) -> None:
    tables = columns(first / "archive.db")
    before = contents(first / "archive.db", tables)
    assert len(before["changes"]) > 5
    with Archive.open(first) as archive:
        assert archive.identity == "the same for good"
        assert archive.saved_searches.all() == []
        assert run_to_end(archive.verify()) == ()
    (copy,) = (first / "backups").iterdir()
    assert contents(first / "archive.db", tables) == contents(copy, tables) == before
    with database(copy) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
        assert schema.description(Database(db)) == schema.expected(1)


def test_a_migrated_archive_is_as_one_made_anew(first: Path) -> None:
    Archive.open(first).close()
    with database(first / "archive.db") as db:
        assert db.execute("PRAGMA user_version").fetchone() == (schema.known_version(),)
        assert schema.description(Database(db)) == schema.expected(schema.known_version())


def test_the_history_goes_on_across_a_migration(first: Path) -> None:
    with Archive.open(first) as archive:
        archive.history.redo()
        assert archive.articles.at_rows(archive.articles.rows())[0].outlet == "Вісник"
        archive.saved_searches.add("Загиблі", "загинуло")
        while archive.history.next_undo():
            archive.history.undo()
        assert (archive.articles.count(), archive.tags.all(), archive.saved_searches.all()) == (0, [], [])
        while archive.history.next_redo():
            archive.history.redo()
        assert archive.articles.at_rows(archive.articles.rows())[0].outlet == "Вісник"
        assert archive.annotations.count() == len(archive.saved_searches.all()) == 1
        assert run_to_end(archive.verify()) == ()


def test_links_and_the_steps_before_the_migration_are_undone_one_after_the_other(first: Path) -> None:
    with Archive.open(first) as archive:
        article = archive.articles.ids(archive.articles.rows())[0]
        annotation = archive.annotations.of_article(article)[0]
        assert annotation.record is None
        record = archive.records.add(RecordDraft(Kind.FIGURE, "Загиблі"))
        archive.records.link([annotation.id], record.id)
        archive.annotations.update(annotation.id, note="")
        while archive.history.next_undo():
            archive.history.undo()
        assert (archive.annotations.count(), archive.records.all()) == (0, [])
        while archive.history.next_redo():
            archive.history.redo()
        assert archive.annotations.get(annotation.id).record == record.id
        assert run_to_end(archive.verify()) == ()


@pytest.mark.parametrize("version", range(1, schema.known_version() + 1))
def test_the_dump_of_a_schema_is_what_its_migrations_make(version: int) -> None:
    dump = (SCHEMAS / f"v{version}.sql").read_text(encoding="utf-8").splitlines()
    assert dump == sorted(sql for _, sql in schema.expected(version))


def test_an_archive_of_the_first_schema_can_be_read_without_being_migrated(first: Path) -> None:
    with Archive.open(first, read_only=True) as archive:
        assert archive.saved_searches.all() == archive.profiles.all() == []
        assert archive.annotations.count() == archive.articles.count() == 1
        assert len(list(archive.facts.articles())) == 1
        article = archive.articles.ids(archive.articles.rows())[0]
        assert [annotation.record for annotation in archive.annotations.of_article(article)] == [None]
        assert (archive.records.all(), archive.records.names(), archive.records.same_name("x")) == ([], [], [])
        assert (archive.relations.all(), archive.relations.of_article(article)) == ([], [])
        with pytest.raises(RecordNotFound):
            archive.records.find("Загиблі")
        with pytest.raises(ArchiveReadOnly):
            archive.saved_searches.add("Загиблі", "загинуло")
    with database(first / "archive.db") as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
    assert list((first / "backups").iterdir()) == []


def test_a_reader_of_the_first_schema_sees_what_a_writer_saves_after_migrating(first: Path) -> None:
    with Archive.open(first, read_only=True) as reader, Archive.open(first) as writer:
        saved = writer.saved_searches.add("Загиблі", "загинуло")
        assert reader.saved_searches.all() == [saved]


def test_the_log_begins_with_what_an_older_archive_holds(first: Path) -> None:
    with Archive.open(first) as archive:
        article = archive.articles.at_rows(archive.articles.rows())[0]
        (event,) = archive.events.of_article(article.id)
        assert (event.number, event.type, event.at, event.who) == (1, "ingestion", article.imported_at, "Olena")
        assert event.detail["original"]["sha256"] == article.original.sha256 if article.original else None
        assert event.detail["logged"] == "from the archive as it was when its log began"
        migration = archive.events.first()
        assert migration is not None
        assert (migration.type, migration.object) == ("migration", "the same for good")
        assert run_to_end(archive.verify()) == ()
