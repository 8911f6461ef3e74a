# SPDX-License-Identifier: GPL-3.0-or-later
"""A copy of an archive's database in which work can be tried out, so that a trial cannot differ from the work.

A transaction that is rolled back would do the same, but it would keep every other writer waiting.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from archivist.errors import DiskFull
from archivist.store.connection import DATABASE_NAME, Connection, expected_error
from archivist.store.originals import Originals

_SPARE = 16 << 20  # bytes, for what is tried out


class ForgottenOriginals(Originals):
    """The originals of a copy: their hashes are known, and their bytes are not kept."""

    def _write(self, sha256: str, raw: bytes) -> None:
        """Nothing is to be left of it."""


@contextmanager
def copied(connection: Connection) -> Iterator[Path]:
    """A temporary folder with a copy of the database as of one moment."""
    with TemporaryDirectory(prefix="archivist-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        try:
            _copy(connection, folder)
        except (sqlite3.Error, OSError) as error:
            raise expected_error(error, folder) from error
        yield folder


def _copy(connection: Connection, folder: Path) -> None:
    needed = connection.value("PRAGMA page_count") * connection.value("PRAGMA page_size")
    if shutil.disk_usage(folder).free < needed + _SPARE:
        raise DiskFull(folder)
    with closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as copy:
        copy.execute("PRAGMA journal_mode = OFF")  # it is thrown away whatever happens
        copy.execute("PRAGMA synchronous = OFF")
        connection.sqlite.backup(copy)
