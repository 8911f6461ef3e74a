# SPDX-License-Identifier: GPL-3.0-or-later
"""The Whoosh index of one archive, in a folder of the user's own cache.

Whoosh's files hold pickles, and reading one runs what it says. So an index is only ever opened
where this program wrote it, never inside an archive, and only after its checksums were compared.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_cache_path

from archivist.errors import DiskFull, IndexFailed
from archivist.search.commit import Commit
from archivist.search.flat.sections import file_state
from archivist.search.manifest import LOCK_NAME, MANIFEST_NAME, Manifest, read_manifest, software
from archivist.store import Archive

_OTHERS_MAY_WRITE = "others may write to it"


class Index:
    """The index of one archive on disk: where it is, whether it is whole, and who may write to it."""

    def __init__(self, archive: Archive, base: Path | None = None) -> None:
        """base is where the indexes of all archives lie; the user's cache unless given."""
        base = base or user_cache_path("archivist") / "index"
        place = f"{archive.identity}\0{archive.folder.resolve()}".encode("utf-8", "surrogateescape")
        self.folder = base / hashlib.sha256(place).hexdigest()[:32]
        self._archive = archive

    def manifest(self) -> Manifest | None:
        """The manifest, if the index is this archive's, whole and made by this software."""
        if self._danger():
            return None
        manifest = read_manifest(self.folder)
        if manifest is None or manifest.software != software() or manifest.archive != self._archive.identity:
            return None
        if not self._archive.index_queue.knows(manifest.mark) or manifest.damage(self.folder):
            return None
        return manifest

    def watch(self, manifest: Manifest) -> tuple[object, ...]:
        """The state of the files of a manifest and of the newest manifest; another one if any has changed."""
        folder = f"{self.folder}{os.sep}"  # plain strings: this is asked before every search
        try:
            return tuple([file_state(os.stat(folder + name)) for name in (MANIFEST_NAME, *manifest.files)])  # noqa: PTH116
        except OSError:
            return (object(),)  # like nothing else

    def damage(self) -> str:
        """What is wrong with the files, every byte of which is read, or ""."""
        if self._danger() or not (self.folder / MANIFEST_NAME).exists():
            return ""
        manifest = read_manifest(self.folder)
        return "its manifest has changed" if manifest is None else manifest.damage(self.folder, thorough=True)

    def discard(self) -> None:
        """Forget the index, so that it is built anew."""
        with suppress(OSError):
            (self.folder / MANIFEST_NAME).unlink(missing_ok=True)

    @contextmanager
    def writing(self, patience: float = 0) -> Iterator[bool]:
        """Hold the right to write; False where another process has it for longer than the patience, in seconds.

        Raises IndexFailed, DiskFull.
        """
        with self.failures_named():
            self._make_private_folder()
            lock = FileLock(self.folder / LOCK_NAME, timeout=patience, thread_local=False)
            try:
                lock.acquire()
            except Timeout:
                yield False
                return
            except NotImplementedError as error:  # a file system without locks
                raise IndexFailed(self.folder, str(error)) from error
            try:
                current = read_manifest(self.folder)
                _remove_all_but(self.folder, current.files if current is not None else ())
                yield True
            finally:
                lock.release()

    def begin(self, base: Manifest | None = None) -> Commit:
        """Begin a commit on top of a manifest, or of nothing; only while writing."""
        return Commit(self.folder, base, self._archive.identity)

    @contextmanager
    def failures_named(self) -> Iterator[None]:
        """Turn what the operating system says into our errors."""
        try:
            yield
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise DiskFull(self.folder) from error
            raise IndexFailed(self.folder, error.strerror or str(error)) from error

    def _make_private_folder(self) -> None:
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        self.folder.mkdir(mode=0o700, exist_ok=True)
        danger = self._danger()
        if danger == _OTHERS_MAY_WRITE:
            self.folder.chmod(0o700)
            self.discard()
        elif danger:
            raise IndexFailed(self.folder, danger)
        self.folder.chmod(0o700)

    def _danger(self) -> str:
        """Why nothing in the folder should be opened, or "": somebody else may have written it."""
        if self.folder.is_symlink():
            return "it is a link to another place"
        if self.folder.resolve().is_relative_to(self._archive.folder.resolve()):
            return "it lies inside the archive, which may come from somebody else"
        if hasattr(os, "getuid") and self.folder.is_dir():
            status = self.folder.stat()
            if status.st_uid != os.getuid():
                return "it belongs to somebody else"
            if status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
                return _OTHERS_MAY_WRITE
        return ""


def _remove_all_but(folder: Path, names: Iterable[str]) -> None:
    """Remove what killed writers have left."""
    kept = {*names, MANIFEST_NAME, LOCK_NAME}
    for path in folder.iterdir():
        if path.name in kept:
            continue
        remove: Callable[[Path], None] = shutil.rmtree if path.is_dir() and not path.is_symlink() else Path.unlink
        with suppress(OSError):  # in use, on systems where that keeps a file alive
            remove(path)
