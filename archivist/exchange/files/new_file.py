# SPDX-License-Identifier: GPL-3.0-or-later
"""A file for spreadsheets that was not there before, whole or not there at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from archivist.errors import DestinationTaken
from archivist.store.connection import storage_error

_MARK = b"\xef\xbb\xbf"  # by which spreadsheets know UTF-8


@contextmanager
def new_table_file(path: Path) -> Iterator[IO[bytes]]:
    """A new file to write CSV in UTF-8 to; it goes again where the writing fails.

    Raises DestinationTaken, DiskFull, StorageFailed.
    """
    try:
        file = path.open("xb")
    except FileExistsError as error:
        raise DestinationTaken(path) from error
    except OSError as error:
        raise storage_error(error, path) from error
    try:
        with file:
            file.write(_MARK)
            yield file
    except BaseException as error:
        path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise storage_error(error, path) from error
        raise
