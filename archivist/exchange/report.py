# SPDX-License-Identifier: GPL-3.0-or-later
"""What importing a bundle came to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from archivist.model import FileReport, ImportStatus


class Outcome(StrEnum):
    """What became of one thing of a bundle."""

    NEW = "new"
    RESTORED = "restored"  # it had been deleted here and came back
    COMPLETED = "completed"  # it is here, and got the link to a record that it had not
    UNCHANGED = "unchanged"
    MAPPED = "mapped"  # it is here under another id, and that is used
    CONFLICT = "conflict"  # it is here and differs; what was here is kept


@dataclass(frozen=True, slots=True)
class MergeLine:
    """What became of one thing of a bundle. `detail` says in English what is worth a look."""

    what: str  # "article", "tag", "annotation", "record" or "relation"
    id: str  # in this archive
    name: str  # title, name, quote, or type of a relation
    outcome: Outcome
    detail: str = ""


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What became of a bundle: a line for each tag and article, and for all else that is worth a look."""

    path: Path
    articles: tuple[str, ...]  # ids in this archive, of all articles of the bundle
    annotations: int  # of the bundle
    counts: Counter[tuple[str, Outcome]]  # by (what, outcome)
    lines: tuple[MergeLine, ...]
    changed: bool  # whether anything was written

    @property
    def conflicts(self) -> tuple[MergeLine, ...]:
        """What is here, differs, and was kept as it is here."""
        return tuple(line for line in self.lines if line.outcome is Outcome.CONFLICT)

    def as_file_report(self) -> FileReport:
        """The same in the words of any other import."""
        if any(self._to_look_at()):
            status = ImportStatus.WARNING
        else:
            status = ImportStatus.IMPORTED if self.changed else ImportStatus.DUPLICATE
        return FileReport(
            path=self.path,
            status=status,
            articles=self.articles,
            annotations=sum(self.counts["annotation", outcome] for outcome in (Outcome.NEW, Outcome.RESTORED)),
            reason="; ".join(filter(None, (*map(self._counted, _WHATS), *self._details()))),
        )

    def _to_look_at(self) -> Iterator[MergeLine]:
        return (line for line in self.lines if line.detail and line.outcome is not Outcome.MAPPED)

    def _counted(self, what: str) -> str:
        counted = [f"{self.counts[what, outcome]} {outcome}" for outcome in Outcome if self.counts[what, outcome]]
        return f"{what}s: {', '.join(counted)}" if counted else ""

    def _details(self) -> list[str]:
        told = [f"{line.what} “{line.name}” {line.detail}" for line in self._to_look_at()]
        return told if len(told) <= _MOST_DETAILS else [*told[:_MOST_DETAILS], f"and {len(told) - _MOST_DETAILS} more"]


_MOST_DETAILS = 5
_WHATS = ("article", "annotation", "tag", "record", "relation")
