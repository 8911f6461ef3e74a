# SPDX-License-Identifier: GPL-3.0-or-later
"""Two people with an archive each: the second began with a bundle of the first."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from archivist.exchange import Decision, Decisions, MergeReport, Selection, compare_bundle, export_bundle, import_bundle
from archivist.store import Archive
from tests.long_work import run_to_end


def handed_over(archive: Archive, destination: Path) -> Path:
    """All articles as a bundle, restricted ones as well."""
    ids = tuple(archive.articles.ids(archive.articles.rows()))
    return run_to_end(export_bundle(archive, Selection(ids, restricted=True), destination)).path


def compared(archive: Archive, path: Path, default: Decision = Decision.OURS) -> MergeReport:
    """What importing would come to; nothing of the archive's files is another one afterwards."""
    before = bytes_of(archive)
    report = run_to_end(compare_bundle(archive, path, Decisions(default)))
    assert bytes_of(archive) == before
    return report


def merged(
    archive: Archive, path: Path, default: Decision = Decision.OURS, *single: tuple[str, str, Decision]
) -> MergeReport:
    """Import, with one decision for all, and others for some (what, id)."""
    decided = {(what, id_): decision for what, id_, decision in single}
    return run_to_end(import_bundle(archive, path, Decisions(default, decided)))


def bytes_of(archive: Archive) -> dict[str, str]:
    """A hash of every file of the archive; the lock and shared memory are none of its contents."""
    return {
        path.relative_to(archive.folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in _contents(archive.folder.rglob("*"))
    }


def _contents(paths: Iterable[Path]) -> Iterable[Path]:
    return (path for path in paths if path.is_file() and not path.name.endswith("-shm") and ".lock" not in path.name)
