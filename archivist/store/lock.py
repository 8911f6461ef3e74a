# SPDX-License-Identifier: GPL-3.0-or-later
"""One writer an archive, across processes, and where an archive should not lie.

The lock is the operating system's and falls with the process that holds it, however that ends.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path, PurePath
from tempfile import NamedTemporaryFile

from filelock import FileLock, Timeout

from archivist.errors import ArchiveLocked, ArchiveReadOnly
from archivist.store.connection import now, storage_error

LOCK_NAME = "archive.lock"
_HOLDER_NAME = "archive.lock.json"

_NETWORK_FILE_SYSTEMS = frozenset(
    ("9p", "afpfs", "afs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.s3fs")
) | frozenset(("fuse.sshfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"))
_SYNCHRONISED_FOLDERS = (
    "dropbox",
    "google drive",
    "googledrive",
    "icloud drive",
    "nextcloud",
    "onedrive",
    "yandex.disk",
)


class WriterLock:
    """Held by the one process that may write to an archive."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = FileLock(folder / LOCK_NAME, timeout=0, thread_local=False)
        try:
            self._lock.acquire()
        except Timeout as error:
            raise ArchiveLocked(folder, _holder(folder)) from error
        except OSError as error:
            raise storage_error(error, folder) from error
        except NotImplementedError as error:  # a file system without locks
            raise ArchiveReadOnly(folder) from error
        try:
            self._name_holder()
        except OSError as error:
            self._lock.release()
            raise storage_error(error, folder) from error

    def _name_holder(self) -> None:
        # Written aside and renamed: an archive from a stranger may hold a link of this name.
        holder = {"process": os.getpid(), "since": now()}
        with NamedTemporaryFile(
            "w", dir=self._folder, prefix=f"{_HOLDER_NAME}-", encoding="utf-8", delete=False
        ) as file:
            json.dump(holder, file)
        Path(file.name).replace(self._folder / _HOLDER_NAME)

    def release(self) -> None:
        """Let the next writer in."""
        (self._folder / _HOLDER_NAME).unlink(missing_ok=True)
        self._lock.release()


def _holder(folder: Path) -> str:
    try:
        holder = json.loads((folder / _HOLDER_NAME).read_text(encoding="utf-8"))
        return f"process {int(holder['process'])}, since {str(holder['since'])[:16].replace('T', ' ')} UTC"
    except (OSError, ValueError, KeyError, TypeError):
        return "its process is not known"


def unsafe_place(folder: Path) -> str:
    """Why SQLite should not be used in this folder, or "": locks there may not hold.

    Returns "network:<file system>" or "synchronised:<folder>".
    """
    resolved = folder.resolve()
    kind = _file_system(resolved)
    if kind in _NETWORK_FILE_SYSTEMS or str(resolved).startswith("\\\\"):
        return f"network:{kind or 'share'}"
    for part in resolved.parts:
        if part.casefold().startswith(_SYNCHRONISED_FOLDERS):
            return f"synchronised:{part}"
    return ""


def _file_system(folder: Path, mounts: Path = Path("/proc/self/mounts")) -> str:
    """The type of the file system that a folder lies on, where the system tells (Linux)."""
    if not sys.platform.startswith("linux"):
        return ""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    best, kind = PurePath(), ""
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:  # noqa: PLR2004 - device, mount point, type
            continue
        point = PurePath(fields[1].replace("\\040", " "))
        if folder.is_relative_to(point) and len(point.parts) >= len(best.parts):
            best, kind = point, fields[2]
    return kind
