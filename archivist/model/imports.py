# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of files that were imported."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from archivist.errors import ArchivistError
from archivist.model.terms import ImportStatus


@dataclass(frozen=True, slots=True)
class Unread:
    """A piece of a file that no article was made of, and why not."""

    part: str
    reason: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something that is worth a look in what was imported. In English, and in parts, so that a window can word it."""

    said: str  # a sentence, or what follows after its subject: "was left out: …"
    what: str = ""  # that it is said of: "annotation"
    name: str = ""  # of one
    count: int = 0  # of several
    where: str = ""  # in the file: "news.ann, line 12"

    def __str__(self) -> str:
        what = self.what if self.count == 0 else f"{self.count} {self.what}{'s' if self.count > 1 else ''}"
        name = f"“{self.name}”" if self.name else ""
        said = " ".join(filter(None, (what, name, self.said)))
        return f"{self.where}: {said}" if self.where else said


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file of an import. Its reason is told in English; what it is made of is beside it."""

    path: Path
    status: ImportStatus
    articles: tuple[str, ...] = ()  # ids
    annotations: int = 0
    reason: str = ""
    encoding: str = ""
    reader: str = ""  # name of the format that it was read as
    missing: tuple[str, ...] = ()  # fields that some article of the file has no value for
    unread: tuple[Unread, ...] = ()
    error: ArchivistError | None = None  # what the reason says, where it is one
    doubts: tuple[str, ...] = ()  # the sentences of the reason, beside what it says of pieces that were not read
    nothing: str = ""  # why no annotations came of what is to hold some
    counts: tuple[tuple[str, str, int], ...] = ()  # of what with annotations: "tag", "new", how many
    notes: tuple[Note, ...] = ()  # all that is worth a look, of which the reason tells the first
    summary: str = ""  # the reason without these, where there are any
    nothing_new: bool = False  # of one with a warning: all of it was here, and differs in part
    new: int = 0  # how many of its articles were not here before

    @property
    def counts_as(self) -> ImportStatus:
        """What it is counted as: imported, whether with a warning or not, here already, or refused."""
        if self.status is not ImportStatus.WARNING:
            return self.status
        return ImportStatus.DUPLICATE if self.nothing_new else ImportStatus.IMPORTED
