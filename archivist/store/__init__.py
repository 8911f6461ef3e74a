# SPDX-License-Identifier: GPL-3.0-or-later
"""The archive on disk: the only room that knows SQLite. Begin at archive.Archive."""

from archivist.store.archive import Archive
from archivist.store.connection import DATABASE_NAME

__all__ = ["DATABASE_NAME", "Archive"]
