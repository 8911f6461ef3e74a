# SPDX-License-Identifier: GPL-3.0-or-later
"""Checking and backing an archive up, as jobs for a process of its own."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from archivist.model import BackupReport, Finding, Progress
from archivist.store import DATABASE_NAME, Archive
from archivist.store.events import check_event


def check_archive(archive: Archive) -> Generator[Progress, None, tuple[Finding, ...]]:
    """Verify the archive and remember it in its log; what was found wrong."""
    findings = yield from archive.verify()
    if not any(finding.where.startswith(DATABASE_NAME) for finding in findings):
        archive.events.write([check_event(archive.identity, findings)])
    return findings


def back_up(archive: Archive, destination: Path, keep: int) -> Generator[Progress, None, BackupReport]:
    """Back the archive up, and keep this many backups."""
    return (yield from archive.back_up(destination, keep=keep))
