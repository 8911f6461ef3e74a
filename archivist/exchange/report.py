# SPDX-License-Identifier: GPL-3.0-or-later
"""What importing a bundle, or what another program made, came to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from archivist.exchange.incoming.conflicts import Conflict
from archivist.model import FileReport, ImportStatus, Note
from archivist.text import shortened


class Outcome(StrEnum):
    """What became of one thing of what is imported."""

    NEW = "new"
    RESTORED = "restored"  # it had been deleted here and came back
    COMPLETED = "completed"  # it is here, and got the link to a record that it had not
    UNCHANGED = "unchanged"
    MAPPED = "mapped"  # it is here under another id, and that is used
    CONFLICT = "conflict"  # it is here and differs; what was here is kept
    REPLACED = "replaced"  # it was here and differed; what came was taken
    BOTH = "kept beside ours"  # it is here and differs; what came was put beside it
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class MergeLine:
    """What became of one thing of what is imported. `detail` says in English what is worth a look."""

    what: str  # "article", "tag", "annotation", "record", "relation", or "piece" of what could not be read at all
    id: str  # in this archive
    name: str  # title, name, quote, or type of a relation
    outcome: Outcome
    detail: str = ""
    where: str = ""  # for a person, in the file: "news.ann, line 12"
    conflict: Conflict | None = None  # both sides, where it is here and differs
    count: int = 0  # of several things of which it is said

    def __str__(self) -> str:
        return str(self.as_note())

    def as_note(self) -> Note:
        """The same as a report of any import tells it."""
        what = self.what if self.what != _PIECE else ""
        return Note(self.detail, what, shortened(self.name) if self.name else "", self.count, self.where)


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What became of an import: a line for each tag and article, and for all else that is worth a look."""

    path: Path
    articles: tuple[str, ...]  # ids in this archive, of all articles that it speaks of
    annotations: int  # of the bundle or file
    counts: Counter[tuple[str, Outcome]]  # by (what, outcome)
    lines: tuple[MergeLine, ...]
    changed: bool  # whether anything was written
    format: str = "bundle"  # name
    nothing: str = ""  # why no annotation was found in what is to hold some

    @property
    def conflicts(self) -> tuple[MergeLine, ...]:
        """What is here, differs, and was kept as it is here."""
        return tuple(line for line in self.lines if line.outcome is Outcome.CONFLICT)

    @property
    def status(self) -> ImportStatus:
        """What the whole of it came to: refused where neither an annotation of it nor a text came in."""
        if self.nothing and not self._came_to_something():
            return ImportStatus.REFUSED
        if not self.changed and not self.conflicts:
            return ImportStatus.DUPLICATE
        return ImportStatus.WARNING if self.nothing or any(self._to_look_at()) else ImportStatus.IMPORTED

    def as_file_report(self) -> FileReport:
        """The same in the words of any other import."""
        summary = "; ".join(filter(None, (self.nothing, self.counted())))
        return FileReport(
            path=self.path,
            status=self.status,
            articles=self.articles,
            annotations=sum(self.counts["annotation", outcome] for outcome in _WRITTEN),
            reason="; ".join(filter(None, (summary, *self._details()))),
            reader=self.format,
            nothing=self.nothing,
            counts=tuple(
                (what, outcome.value, self.counts[what, outcome])
                for what in _WHATS
                for outcome in Outcome
                if self.counts[what, outcome]
            ),
            notes=tuple(line.as_note() for line in self._to_look_at()),
            summary=summary,
            nothing_new=not self.changed,
            new=sum(self.counts["article", outcome] for outcome in _WRITTEN),
        )

    def counted(self) -> str:
        """How many of what became of it, for a person: “articles: 2 new; tags: 3 unchanged”."""
        return "; ".join(filter(None, map(self._counted, _WHATS)))

    def _came_to_something(self) -> bool:
        """Of a file without annotations, whether anything of it is here now; else whether it brought a text."""
        if not self.annotations:
            return any(count for (_, outcome), count in self.counts.items() if outcome is not Outcome.LEFT_OUT)
        return any(self.counts["article", outcome] for outcome in _WRITTEN)

    def _to_look_at(self) -> Iterator[MergeLine]:
        return (line for line in self.lines if line.detail and line.outcome is not Outcome.MAPPED)

    def _counted(self, what: str) -> str:
        counted = [f"{self.counts[what, outcome]} {outcome}" for outcome in Outcome if self.counts[what, outcome]]
        return f"{what}s: {', '.join(counted)}" if counted else ""

    def _details(self) -> list[str]:
        told = list(map(str, self._to_look_at()))
        return told if len(told) <= _MOST_DETAILS else [*told[:_MOST_DETAILS], f"and {len(told) - _MOST_DETAILS} more"]


class Telling:
    """Counts and lines of a report while they come together."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, Outcome]] = Counter()
        self.lines: list[MergeLine] = []

    def take_back(self) -> None:
        """Tell no longer of what was written: it is not here."""
        gone = frozenset(Outcome) - {Outcome.LEFT_OUT, Outcome.CONFLICT, Outcome.UNCHANGED, Outcome.MAPPED}
        self.counts = Counter({key: count for key, count in self.counts.items() if key[1] not in gone})
        self.lines = [line for line in self.lines if line.outcome not in gone]

    def tell(self, line: MergeLine, *, always: bool = False) -> None:
        """Count a line, and keep it where it is worth a look, or always."""
        self.counts[line.what, line.outcome] += 1
        if always or line.detail or line.conflict:
            self.lines.append(line)

    def left_out(self, what: str, name: str, detail: str, where: str, count: int = 0) -> None:
        """Tell in one line that something was left out, or so many of it."""
        self.counts[what, Outcome.LEFT_OUT] += count or 1
        self.lines.append(MergeLine(what, "", name, Outcome.LEFT_OUT, detail, where, count=count))


def why_unmarked(annotations: int, texts: int, left_out: int) -> str:
    """Why none of so many annotations, or of texts without any, came in; "" where one did, or there are neither."""
    if annotations:
        if left_out < annotations:
            return ""
        return (
            "its only annotation was not taken in"
            if annotations == 1
            else f"none of its {annotations} annotations was taken in"
        )
    if texts:
        marked = "its text is not marked" if texts == 1 else f"its {texts} texts are not marked"
        return f"no annotations were found in it: {marked}"
    return ""


_PIECE = "piece"
_MOST_DETAILS = 5
_WRITTEN = (Outcome.NEW, Outcome.RESTORED, Outcome.BOTH)
_WHATS = ("article", "annotation", "tag", "record", "relation", _PIECE)
