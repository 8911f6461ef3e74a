# SPDX-License-Identifier: GPL-3.0-or-later
"""How much SQLite does for a piece of work, which is the same on every machine, other than how long it takes."""

from __future__ import annotations

from collections.abc import Callable

from archivist.store import Archive

_EVERY = 10


def instructions_of(archive: Archive, work: Callable[[], object]) -> int:
    """How many instructions of its own SQLite runs while the work is done, in tens."""
    count = 0

    def ten_more() -> None:
        nonlocal count
        count += 1

    archive._connection.sqlite.set_progress_handler(ten_more, _EVERY)
    try:
        work()
    finally:
        archive._connection.sqlite.set_progress_handler(None, _EVERY)
    return count
