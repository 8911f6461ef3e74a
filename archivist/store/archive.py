# SPDX-License-Identifier: GPL-3.0-or-later
"""An archive: a folder with archive.db, originals/ and backups/, opened and closed as one thing."""

from __future__ import annotations

import getpass
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from archivist.errors import ArchiveDamaged, ArchiveExists, ArchiveTooNew, NotAnArchive
from archivist.store.annotations import Annotations
from archivist.store.articles import Articles
from archivist.store.collections import Collections
from archivist.store.connection import DATABASE_NAME, Connection, storage_error
from archivist.store.history import History
from archivist.store.known_schemas import APPLICATION_ID, VERSION, description, is_known
from archivist.store.lock import LOCK_NAME, WriterLock, unsafe_place
from archivist.store.originals import Originals
from archivist.store.saved_searches import SavedSearches
from archivist.store.tags import Tags

if TYPE_CHECKING:
    from archivist.model import BackupReport, Finding, Progress
    from archivist.store.claims import Claims
    from archivist.store.database import Migrations
    from archivist.store.duplicates import Duplicates
    from archivist.store.events import Events
    from archivist.store.facts import Facts
    from archivist.store.index_queue import IndexQueue
    from archivist.store.profiles import Profiles
    from archivist.store.record_names import RecordNames
    from archivist.store.records import Records
    from archivist.store.rejections import Rejections
    from archivist.store.relations import Relations
    from archivist.store.reviewing import Review
    from archivist.store.revisions import Revisions
    from archivist.store.selections import Selections
    from archivist.store.tagged_words import TaggedWords

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
        self.collections = Collections(connection, self.articles)
        self.history = History(connection)
        self.saved_searches = SavedSearches(connection)

    # The other parts are made when they are first asked for, as most processes need few of them.

    @cached_property
    def records(self) -> Records:
        from archivist.store.records import Records

        return Records(self._connection)

    @cached_property
    def record_names(self) -> RecordNames:
        from archivist.store.record_names import RecordNames

        return RecordNames(self._connection, self.records)

    @cached_property
    def relations(self) -> Relations:
        from archivist.store.relations import Relations

        return Relations(self._connection)

    @cached_property
    def tagged_words(self) -> TaggedWords:
        from archivist.store.tagged_words import TaggedWords

        return TaggedWords(self._connection)

    @cached_property
    def claims(self) -> Claims:
        from archivist.store.claims import Claims

        return Claims(self._connection)

    @cached_property
    def rejections(self) -> Rejections:
        from archivist.store.rejections import Rejections

        return Rejections(self._connection, self.articles)

    @cached_property
    def index_queue(self) -> IndexQueue:
        from archivist.store.index_queue import IndexQueue

        return IndexQueue(self._connection)

    @cached_property
    def selections(self) -> Selections:
        from archivist.store.selections import Selections

        return Selections(self._connection)

    @cached_property
    def profiles(self) -> Profiles:
        from archivist.store.profiles import Profiles

        return Profiles(self._connection)

    @cached_property
    def facts(self) -> Facts:
        from archivist.store.facts import Facts

        return Facts(self._connection)

    @cached_property
    def events(self) -> Events:
        from archivist.store.events import Events

        return Events(self._connection)

    @cached_property
    def revisions(self) -> Revisions:
        from archivist.store.revisions import Revisions

        return Revisions(self._connection, self.articles, self.annotations, self.tags, self.events)

    @cached_property
    def review(self) -> Review:
        from archivist.store.reviewing import Review

        return Review(self._connection, self.annotations, lambda: self.revisions, self.articles)

    @cached_property
    def duplicates(self) -> Duplicates:
        from archivist.store.duplicates import Duplicates

        return Duplicates(self._connection, self.articles)

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
        migrations: Migrations | None = None,
    ) -> Self:
        """Open an archive; for writing, as the one writer. `migrations` are this program's unless told.

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
        from archivist.store.rehearsing import ForgottenOriginals, copied

        with copied(self._connection) as folder:
            connection = Connection(folder, who=self.who)
            try:
                _prepare(connection, None)
                yield type(self)(connection, None, originals=ForgottenOriginals(connection))
            finally:
                connection.close()

    def verify(self) -> Generator[Progress, None, tuple[Finding, ...]]:
        """Check the database, the originals, the texts, the quotes and the log; check_event() is for the log."""
        from archivist.store.verification import verify

        return verify(self._connection, self.originals)

    def back_up(
        self, destination: Path, *, keep: int | None = None, thorough: bool = False
    ) -> Generator[Progress, None, BackupReport]:
        """Make a backup below `destination`; see backing_up.back_up."""
        from archivist.store.backing_up import back_up

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


def _prepare(connection: Connection, migrations: Migrations | None) -> None:
    """Refuse what is not ours or too new; bring an older schema up to date, after copying it."""
    folder = connection.folder
    if connection.value("PRAGMA application_id") != APPLICATION_ID:
        raise NotAnArchive(folder)
    version = connection.value("PRAGMA user_version")
    known = VERSION if migrations is None else _known_version(migrations)
    if version > known:
        raise ArchiveTooNew(folder, version, known)
    with connection.errors_translated():
        # A trigger or view that is not ours could do anything; opening a stranger's archive runs nothing.
        described = description(connection.sqlite)
        if not is_known(version, described) and not _is_expected(version, described, migrations):
            raise ArchiveDamaged(folder, "its tables are not those of an archive")
    if version < known and not connection.read_only:
        _migrate(connection, migrations, version, known)
    if not connection.read_only:
        connection.value("PRAGMA journal_mode = WAL")


# These are for archives that are new, older or a stranger's. What they import brings sqlite_utils along.


def _create_database(folder: Path, who: str) -> None:
    from archivist.store.making import create_database

    create_database(folder, who)


def _known_version(migrations: Migrations) -> int:
    from archivist.store.schema import known_version

    return known_version(migrations)


def _is_expected(version: int, described: frozenset[tuple[str, str]], known: Migrations | None) -> bool:
    from archivist.store.schema import expected, migrations

    return described == expected(version, known or migrations)


def _migrate(connection: Connection, migrations: Migrations | None, version: int, known: int) -> None:
    from archivist.store import schema as ours
    from archivist.store.making import migrate

    migrate(connection, migrations or ours.migrations, version, known)
