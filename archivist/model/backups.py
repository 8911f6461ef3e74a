# SPDX-License-Identifier: GPL-3.0-or-later
"""What checking, backing up, restoring and rescuing an archive came to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that verifying an archive or a bundle found wrong."""

    where: str
    problem: str


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup of an archive, as its folder says."""

    path: Path
    identity: str  # of the archive
    made_at: str  # UTC, ISO 8601
    schema: int
    size: int  # bytes of the database
    sha256: str  # of the database
    counts: Mapping[str, int]  # rows by table
    log_head: str  # hash of the last event of the log, "" where there is none
    problems: tuple[Finding, ...]  # what was wrong with the archive when it was made; such a backup is no good one


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What making a backup came to."""

    backup: Backup
    copied: int  # originals that were not there before
    kept: int  # originals that were
    removed: tuple[Path, ...]  # older backups


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What restoring a backup came to."""

    path: Path  # the archive
    backup: Backup
    findings: tuple[Finding, ...]  # what verifying the restored archive found wrong


@dataclass(frozen=True, slots=True)
class Rescued:
    """How many rows of a table were saved."""

    table: str
    read: int  # in the database
    rebuilt: int  # from the history
    lost: int  # that there had been, as far as can be told


@dataclass(frozen=True, slots=True)
class RescueReport:
    """What rescuing a damaged archive came to."""

    path: Path  # the new archive
    tables: tuple[Rescued, ...]
    originals: int  # files whose bytes are right
    losses: tuple[Finding, ...]  # what was lost or had to be mended, one by one
    findings: tuple[Finding, ...]  # what verifying the new archive found wrong
