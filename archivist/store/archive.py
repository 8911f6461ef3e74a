# SPDX-License-Identifier: GPL-3.0-or-later
"""An archive: a folder with archive.db, originals/ and backups/, opened and closed as one thing."""

from __future__ import annotations

import getpass
import sqlite3
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import uuid4

from archivist.errors import ArchiveDamaged, ArchiveExists, ArchiveTooNew, NotAnArchive
from archivist.model import BackupReport, EventType, Finding, Progress
from archivist.store import schema
from archivist.store.annotations import Annotations
from archivist.store.articles import Articles
from archivist.store.backing_up import back_up
from archivist.store.claims import Claims
from archivist.store.collections import Collections
from archivist.store.connection import DATABASE_NAME, Connection, expected_error, now, storage_error
from archivist.store.database import Database, Migrations
from archivist.store.duplicates import Duplicates
from archivist.store.event_chain import NewEvent, append
from archivist.store.events import Events
from archivist.store.facts import Facts
from archivist.store.history import History
from archivist.store.index_queue import IndexQueue
from archivist.store.lock import LOCK_NAME, WriterLock, unsafe_place
from archivist.store.originals import Originals
from archivist.store.profiles import Profiles
from archivist.store.record_names import RecordNames
from archivist.store.records import Records
from archivist.store.rehearsing import ForgottenOriginals, copied
from archivist.store.rejections import Rejections
from archivist.store.relations import Relations
from archivist.store.reviewing import Review
from archivist.store.revisions import Revisions
from archivist.store.saved_searches import SavedSearches
from archivist.store.selections import Selections
from archivist.store.tagged_words import TaggedWords
from archivist.store.tags import Tags
from archivist.store.verification import verify

# What may lie in a folder that a new archive is made in.
_HARMLESS = frozenset((LOCK_NAME, "archive.lock.json", ".DS_Store", "desktop.ini", ".directory", "lost+found"))


class Archive:
    """An open archive. Use it, and close it, in the thread that opened it."""

    def __init__(self, connection: Connection, lock: WriterLock | None, *, originals: Originals | None = None) -> None:
        self._connection = connection
        self._lock = lock
        self.folder = connection.folder
        self.read_only = connection.read_only
        self.identity: str = connection.value("SELECT value FROM facts WHERE name = 'identity'") or ""
        self.originals = originals or Originals(connection)
        self.articles = Articles(connection, self.originals)
        self.tags = Tags(connection)
        self.annotations = Annotations(connection, self.articles, self.tags)
        self.records = Records(connection)
        self.record_names = RecordNames(connection, self.records)
        self.relations = Relations(connection)
        self.tagged_words = TaggedWords(connection)
        self.claims = Claims(connection)
        self.rejections = Rejections(connection, self.articles)
        self.collections = Collections(connection, self.articles)
        self.history = History(connection)
        self.index_queue = IndexQueue(connection)
        self.selections = Selections(connection)
        self.saved_searches = SavedSearches(connection)
        self.profiles = Profiles(connection)
        self.facts = Facts(connection)
        self.events = Events(connection)
        self.revisions = Revisions(connection, self.articles, self.annotations, self.tags, self.events)
        self.review = Review(connection, self.annotations, self.revisions, self.articles)
        self.duplicates = Duplicates(connection, self.articles)

    @classmethod
    def create(cls, folder: Path, *, codebook: Path | None = None, who: str | None = None) -> Self:
        """Make an empty archive in a new or empty folder, with the tags of a codebook file, and open it."""
        try:
            if folder.is_file() or (folder.is_dir() and {entry.name for entry in folder.iterdir()} - _HARMLESS):
                raise ArchiveExists(folder)
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise storage_error(error, folder) from error
        lock = WriterLock(folder)
        try:
            if (folder / DATABASE_NAME).exists():  # another process was quicker
                raise ArchiveExists(folder)
            _create_database(folder, who or current_user())
        finally:
            lock.release()
        archive = cls.open(folder, who=who)
        try:
            if codebook is not None:
                with archive.action("Make the archive", undoable=False):  # an archive begins with nothing to undo
                    archive.tags.load_codebook(codebook)
        except BaseException:
            archive.close()
            (folder / DATABASE_NAME).unlink()
            (folder / "originals").rmdir()
            (folder / "backups").rmdir()
            raise
        return archive

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        read_only: bool = False,
        who: str | None = None,
        migrations: Migrations = schema.migrations,
    ) -> Self:
        """Open an archive; for writing, as the one writer.

        Raises NotAnArchive, ArchiveLocked, ArchiveTooNew, ArchiveReadOnly, ArchiveDamaged.
        """
        if not (folder / DATABASE_NAME).is_file():
            raise NotAnArchive(folder)
        lock = None if read_only else WriterLock(folder)
        connection = None
        try:
            connection = Connection(folder, who=who or current_user(), read_only=read_only)
            _prepare(connection, migrations)
            return cls(connection, lock)
        except BaseException:
            if connection is not None:
                connection.close()
            if lock is not None:
                lock.release()
            raise

    def connect(self, *, patience_ms: int = 5000) -> Self:
        """A further connection for another thread of this process, to be made in that thread."""
        connection = Connection(
            self.folder, who=self._connection.who, read_only=self.read_only, patience_ms=patience_ms
        )
        return type(self)(connection, None)

    def set_patience(self, patience_ms: int) -> None:
        """How long a write waits from now on while another thread or process of the same program writes."""
        self._connection.set_patience(patience_ms)

    @classmethod
    def join(cls, folder: Path, *, who: str, patience_ms: int = 5000) -> Self:
        """A further connection in a process that was started by the one that has the archive open."""
        return cls(Connection(folder, who=who, patience_ms=patience_ms), None)

    @property
    def who(self) -> str:
        """The name under which changes are written to the history."""
        return self._connection.who

    def close(self) -> None:
        """Close the archive and let another writer in."""
        self._connection.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def action(
        self, name: str, *, bulk: bool = False, continues: int | None = None, undoable: bool = True
    ) -> Iterator[int]:
        """Make all that is done inside one durable step of the history; see Connection.action."""
        with self._connection.action(name, bulk=bulk, continues=continues, undoable=undoable) as number:
            yield number

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read the archive as it is at one moment; see Connection.snapshot."""
        with self._connection.snapshot():
            yield

    @contextmanager
    def rehearsal(self) -> Iterator[Self]:
        """A copy of the archive as it is now, to see what some work would come to; it is gone afterwards.

        It has no originals, and takes none in. The archive is only read, and may be written meanwhile.
        Raises DiskFull, StorageFailed.
        """
        with copied(self._connection) as folder:
            connection = Connection(folder, who=self.who)
            try:
                _prepare(connection, schema.migrations)
                yield type(self)(connection, None, originals=ForgottenOriginals(connection))
            finally:
                connection.close()

    def verify(self) -> Generator[Progress, None, tuple[Finding, ...]]:
        """Check the database, the originals, the texts, the quotes and the log; check_event() is for the log."""
        return verify(self._connection, self.originals)

    def back_up(
        self, destination: Path, *, keep: int | None = None, thorough: bool = False
    ) -> Generator[Progress, None, BackupReport]:
        """Make a backup below `destination`; see backing_up.back_up."""
        return back_up(self._connection, self.identity, destination, keep=keep, thorough=thorough)

    def unsafe_place(self) -> str:
        """Why this folder is no good place for an archive, or ""; see lock.unsafe_place."""
        return unsafe_place(self.folder)


def current_user() -> str:
    """The name under which changes are written to the history."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user on this system
        return "unknown"


def _create_database(folder: Path, who: str) -> None:
    """Build the database aside and put it in its place when it is whole."""
    unfinished = folder / f"{DATABASE_NAME}.new"
    try:
        unfinished.unlink(missing_ok=True)
        connection = sqlite3.connect(unfinished, isolation_level=None)
        try:
            connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
            database = Database(connection)
            schema.migrations.apply(database)
            connection.execute(f"PRAGMA user_version = {schema.known_version()}")
            facts = {"identity": str(uuid4()), "created_at": now()}
            connection.executemany("INSERT INTO facts (name, value) VALUES (?, ?)", facts.items())
            began = NewEvent(EventType.CREATION, "archive", facts["identity"], {"schema": schema.known_version()})
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


def _prepare(connection: Connection, migrations: Migrations) -> None:
    """Refuse what is not ours or too new; bring an older schema up to date, after copying it."""
    folder = connection.folder
    if connection.value("PRAGMA application_id") != schema.APPLICATION_ID:
        raise NotAnArchive(folder)
    version = connection.value("PRAGMA user_version")
    known = schema.known_version(migrations)
    if version > known:
        raise ArchiveTooNew(folder, version, known)
    with connection.errors_translated():
        # A trigger or view that is not ours could do anything; opening a stranger's archive runs nothing.
        if schema.description(connection.db) != schema.expected(version, migrations):
            raise ArchiveDamaged(folder, "its tables are not those of an archive")
    if version < known and not connection.read_only:
        _migrate(connection, migrations, version, known)
    if not connection.read_only:
        connection.value("PRAGMA journal_mode = WAL")


def _migrate(connection: Connection, migrations: Migrations, version: int, known: int) -> None:
    backups = connection.folder / "backups"
    with connection.errors_translated():
        backups.mkdir(exist_ok=True)
        moment = now().replace(":", "").replace(".", "")
        copy = sqlite3.connect(backups / f"before-schema-{known}-{moment}.db")
        try:
            connection.sqlite.backup(copy)
        finally:
            copy.close()
        for migration in migrations.pending(connection.db):
            version += 1
            with connection.unjournalled():
                migration.fn(connection.db)
                migrations._record_applied(connection.db, migration.name)  # noqa: SLF001 - in one transaction with the version
                connection.execute(f"PRAGMA user_version = {version}")
                if connection.has_table("events"):
                    identity = connection.value("SELECT value FROM facts WHERE name = 'identity'")
                    event = NewEvent(EventType.MIGRATION, "archive", identity, {"schema": version})
                    append(connection.sqlite, [event], who=connection.who, moment=now())
