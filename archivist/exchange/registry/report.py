# SPDX-License-Identifier: GPL-3.0-or-later
"""What was read from a registry, and what loading it came to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from archivist.errors import ArchivistError
from archivist.model import RecordDraft


class Loaded(StrEnum):
    """What became of one line."""

    NEW = "new"
    RESTORED = "restored"  # it had been deleted here and came back
    COMPLETED = "completed"  # it is here, and got what it lacked
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as a registry has it."""

    line: int  # from 1
    key: str  # the registry's own id, "" where it has none
    draft: RecordDraft  # checked, without a parent
    parent: str = ""  # key, id or name of an event


@dataclass(frozen=True, slots=True)
class RegistryLine:
    """What is to be told of one line."""

    line: int  # from 1
    name: str
    detail: str  # the rest of a sentence in English


@dataclass(frozen=True, slots=True)
class RegistryReport:
    """What became of a registry."""

    path: Path
    format: str  # csv or followthemoney
    encoding: str
    counts: Mapping[Loaded, int]
    refused: tuple[RegistryLine, ...]  # in the order of the file
    told: tuple[RegistryLine, ...]  # loaded, but worth a look: namesakes, what differs
    left_out: Mapping[str, int] = field(default_factory=dict)  # what has no place in a record: schemata, columns
    changed: bool = False  # whether anything was written

    @property
    def loaded(self) -> int:
        """How many lines are in the archive now."""
        return sum(number for outcome, number in self.counts.items() if outcome is not Loaded.REFUSED)


def said(error: ArchivistError) -> str:
    """What an error says, without its remedy."""
    return error.sentence.format(**error.details())
