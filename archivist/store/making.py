# SPDX-License-Identifier: GPL-3.0-or-later
"""Making the database of a new archive, and bringing an older one up to date: what opening an archive seldom needs."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from uuid import uuid4

from archivist.model import EventType
from archivist.store import schema
from archivist.store.connection import DATABASE_NAME, Connection, expected_error, now
from archivist.store.database import Database, Migrations
from archivist.store.event_chain import NewEvent, append
from archivist.store.known_schemas import APPLICATION_ID, VERSION


def create_database(folder: Path, who: str) -> None:
    """Build the database aside and put it in its place when it is whole."""
    unfinished = folder / f"{DATABASE_NAME}.new"
    try:
        unfinished.unlink(missing_ok=True)
        connection = sqlite3.connect(unfinished, isolation_level=None)
        try:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            database = Database(connection)
            schema.migrations.apply(database)
            connection.execute(f"PRAGMA user_version = {VERSION}")
            facts = {"identity": str(uuid4()), "created_at": now()}
            connection.executemany("INSERT INTO facts (name, value) VALUES (?, ?)", facts.items())
            began = NewEvent(EventType.CREATION, "archive", facts["identity"], {"schema": VERSION})
            append(connection, [began], who=who, moment=now())
            connection.execute("PRAGMA journal_mode = WAL")
        finally:
            connection.close()
        (folder / "originals").mkdir(exist_ok=True)
        (folder / "backups").mkdir(exist_ok=True)
        unfinished.replace(folder / DATABASE_NAME)
    except (OSError, sqlite3.Error) as error:
        for part in (
            unfinished,
            unfinished.with_name(f"{unfinished.name}-wal"),
            unfinished.with_name(f"{unfinished.name}-shm"),
        ):
            part.unlink(missing_ok=True)
        raise expected_error(error, folder) from error


def migrate(connection: Connection, migrations: Migrations, version: int, known: int) -> None:
    """Bring an archive of an older version up to date, after copying it."""
    backups, db = connection.folder / "backups", Database(connection.sqlite)
    with connection.errors_translated():
        backups.mkdir(exist_ok=True)
        moment = now().replace(":", "").replace(".", "")
        copy = sqlite3.connect(backups / f"before-schema-{known}-{moment}.db")
        try:
            connection.sqlite.backup(copy)
        finally:
            copy.close()
        for migration in migrations.pending(db):
            version += 1
            with connection.unjournalled():
                migration.fn(db)
                migrations._record_applied(db, migration.name)  # noqa: SLF001 - in one transaction with the version
                connection.execute(f"PRAGMA user_version = {version}")
                if connection.has_table("events"):
                    identity = connection.value("SELECT value FROM facts WHERE name = 'identity'")
                    event = NewEvent(EventType.MIGRATION, "archive", identity, {"schema": version})
                    append(connection.sqlite, [event], who=connection.who, moment=now())
