# SPDX-License-Identifier: GPL-3.0-or-later
"""The files as they came, each kept once under its SHA-256 in originals/ and never written again."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from archivist.errors import ArchiveDamaged, StorageFailed
from archivist.store.connection import Connection, now, storage_error
from archivist.store.durable import hash_file, sync_folder

if TYPE_CHECKING:
    from archivist.model import Finding

_SHA256 = re.compile("[0-9a-f]{64}")


def is_sha256(name: str) -> bool:
    """Whether a name is a SHA-256 in hexadecimal, so that no path can hide in it."""
    return _SHA256.fullmatch(name) is not None


def original_path(folder: Path, sha256: str) -> Path:
    """Where the bytes with this hash lie in a folder of originals."""
    return folder / sha256[:2] / sha256


class Originals:
    """The originals of one archive."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.folder = connection.folder / "originals"
        # A table of 100,000 articles is the original of each of them, and is hashed once.
        self._last_hashed = (b"", hashlib.sha256().hexdigest())

    def path(self, sha256: str) -> Path:
        """Where the bytes with this hash lie. Raises ArchiveDamaged for what is no hash."""
        if not is_sha256(sha256):
            raise ArchiveDamaged(self._connection.folder, "an original is named by what is no SHA-256")
        return original_path(self.folder, sha256)

    def read(self, sha256: str) -> bytes:
        """The bytes of an original."""
        path = self.path(sha256)
        try:
            return path.read_bytes()
        except OSError as error:
            raise storage_error(error, path) from error

    def keep(self, raw: bytes) -> int:
        """Store bytes, unless they are here already, and return the original's row; inside an action.

        The file is whole on disk before the database speaks of it, and goes again if the
        transaction is rolled back. A kill may leave a file without a row, which harms nothing.
        """
        sha256 = self._hash(raw)
        row: int | None = self._connection.value("SELECT id FROM originals WHERE sha256 = ?", (sha256,))
        if row is not None:
            if not self.path(sha256).is_file():  # it was lost, and here it is again
                self._write(sha256, raw)
            return row
        self._write(sha256, raw)
        return self._connection.insert("originals", {"sha256": sha256, "size": len(raw), "stored_at": now()})

    def _hash(self, raw: bytes) -> str:
        if raw is not self._last_hashed[0]:
            self._last_hashed = (raw, hashlib.sha256(raw).hexdigest())
        return self._last_hashed[1]

    def _write(self, sha256: str, raw: bytes) -> None:
        path = self.path(sha256)
        try:
            if path.is_file() and hash_file(path) == sha256:  # left behind by a kill
                return
            if not path.parent.is_dir():
                path.parent.mkdir(parents=True, exist_ok=True)
                sync_folder(self.folder)
            with NamedTemporaryFile(dir=path.parent, prefix="new-", delete=False) as file:
                try:
                    file.write(raw)
                    file.flush()
                    os.fsync(file.fileno())
                    Path(file.name).chmod(0o444)
                    Path(file.name).replace(path)
                    sync_folder(path.parent)
                    self._connection.belongs_to_transaction(path)
                except BaseException:
                    Path(file.name).unlink(missing_ok=True)
                    raise
        except OSError as error:
            raise storage_error(error, path) from error

    def check(self) -> Iterator[Finding | None]:
        """One step an original: what is wrong with it, or None."""
        for row in self._connection.rows("SELECT sha256, size FROM originals ORDER BY id"):
            yield self._check_one(row["sha256"], row["size"])

    def _check_one(self, sha256: str, size: int) -> Finding | None:
        from archivist.model import Finding

        where = f"originals/{sha256[:2]}/{sha256}"
        path = self.path(sha256)
        if not path.is_file():
            return Finding(where, "the file is missing")
        try:
            digest = hash_file(path)
        except StorageFailed as error:
            return Finding(where, error.detail)
        if digest != sha256:
            found = path.stat().st_size
            sizes = f": {found} bytes where {size} were stored" if found != size else ""
            return Finding(where, f"the bytes have changed{sizes}")
        return None
