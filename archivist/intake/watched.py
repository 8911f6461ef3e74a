# SPDX-License-Identifier: GPL-3.0-or-later
"""New files in folders that a person watches, told by when they came there."""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path

from archivist.errors import ArchivistError
from archivist.intake.files import find_files, hash_of_file
from archivist.model import Progress
from archivist.store import Archive

_SETTLED_SECONDS = 2.0  # without a change; before that a file may still be being written
_UNFINISHED = (".part", ".crdownload", ".download", ".tmp", ".partial")  # of browsers that are still at it
_MOST_COMPARED = 500  # files whose bytes are looked up in the archive; of more an import finds out as well
_STEP = 200


@dataclass(frozen=True, slots=True)
class WatchedFolder:
    """A folder, and until when (seconds of the epoch) what came into it has been seen to; 0.0 for nothing yet."""

    path: Path
    seen_until: float = 0.0


@dataclass(frozen=True, slots=True)
class NewFiles:
    """What is new in a watched folder."""

    folder: WatchedFolder
    files: tuple[Path, ...]
    below: tuple[Path, ...]  # the folder and all in it, in which further files may turn up
    looked_at: float  # what has come until then is among the files or was seen to before
    unsettled: bool  # a file is still changing; look again soon


def look_for_new(
    archive: Archive, folders: Sequence[WatchedFolder], *, now: float | None = None
) -> Generator[Progress, None, list[NewFiles]]:
    """Look what came into the folders and is not in the archive. A folder that is away has nothing new."""
    found = []
    looked_at = (time.time() if now is None else now) - _SETTLED_SECONDS
    for number, folder in enumerate(folders):
        yield Progress(number, len(folders), folder.path.name)
        if folder.path.is_dir():
            found.append((yield from _look_into(archive, folder, looked_at)))
    return found


def _look_into(archive: Archive, folder: WatchedFolder, looked_at: float) -> Generator[Progress, None, NewFiles]:
    new: list[Path] = []
    below = {folder.path}
    unsettled = False
    for number, file in enumerate(find_files([folder.path])):
        if number % _STEP == 0:
            yield Progress(number, 0, folder.path.name)
        below.add(file.path.parent)
        came = _came(file.path)
        if file.problem or file.path.suffix.lower() in _UNFINISHED or came <= folder.seen_until:
            continue
        if came > looked_at:
            unsettled = True
        else:
            new.append(file.path)
    if len(new) <= _MOST_COMPARED:
        unknown = []
        for path in new:
            yield Progress(0, 0, path.name)
            if not _is_here(archive, path):
                unknown.append(path)
        new = unknown
    return NewFiles(folder, tuple(new), tuple(sorted(below)), looked_at, unsettled)


def _came(path: Path) -> float:
    """When a file came to be where it is: its status changes then, even where its date is kept."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return 0.0
    return status.st_ctime


def _is_here(archive: Archive, path: Path) -> bool:
    try:
        return bool(archive.articles.of_original(hash_of_file(path)))
    except ArchivistError:
        return False
