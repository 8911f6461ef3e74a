# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of the files of an import, in the language of the interface."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from archivist.ui.errors import ErrorWording
from archivist.ui.notes import worded
from archivist.ui.wording import Wording

if TYPE_CHECKING:
    from archivist.intake.preview import PreviewedFile
    from archivist.model import FileReport, Note, Unread

_MOST_NOTES = 5  # that a reason tells; the report has them all
_MOST_PIECES = 3


class ImportWording(QObject):
    """Words for the reasons of a report, its counts and its notes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errors = ErrorWording(self)
        self._wording = Wording(self)

    def reason(self, report: FileReport | PreviewedFile) -> str:
        """Why a file is not, or not simply, imported; beside its name it need not tell the whole path."""
        return self._said(report).replace(str(report.path), report.path.name)

    def summary(self, report: FileReport) -> str:
        """The same in a few words where it is made of many: what came in, and what or how much is worth a look."""
        if not report.counts and not report.notes:
            return self.reason(report)
        more = self.tr("%Ln note(s) in the report.", "", len(report.notes)) if report.notes else ""
        if len(report.notes) == 1:
            more = self.note(report.notes[0])
        return " ".join(filter(None, (*self._sentences(report), more)))

    def notes(self, report: FileReport) -> list[str]:
        """All that is worth a look in a file, line by line."""
        if report.notes:
            return list(map(self.note, report.notes))
        told = (*map(worded, report.doubts), *map(self.piece, report.unread))
        return [each.replace(str(report.path), report.path.name) for each in told]

    def note(self, note: Note) -> str:
        """One thing that is worth a look, and where it is."""
        said = self._about(note)
        return self.tr("{where}: {said}").format(where=self.place(note.where), said=said) if note.where else said

    def place(self, where: str) -> str:
        """A place in a file: “news.ann, line 12”."""
        return worded(where)

    def piece(self, piece: Unread) -> str:
        """A piece of a file that was not read, and why."""
        return self.tr("{where}: {said}").format(where=self.place(piece.part), said=worded(piece.reason))

    def _said(self, report: FileReport | PreviewedFile) -> str:
        from archivist.model import FileReport

        if report.error is not None:
            return " ".join(self._errors.describe(report.error)).strip()
        if isinstance(report, FileReport) and (report.counts or report.notes or report.nothing):
            told = list(map(self.note, report.notes[:_MOST_NOTES]))
            more = len(report.notes) - len(told)
            if more > 0:
                told.append(self.tr("and %Ln more", "", more))
            return "\n".join([" ".join(self._sentences(report)), *told]).strip()
        if report.doubts or report.unread:
            return " ".join([*map(worded, report.doubts), *self._pieces(report.unread)])
        return worded(report.reason)

    def _pieces(self, pieces: Sequence[Unread]) -> Iterable[str]:
        if pieces:
            yield self.tr("%Ln piece(s) were not read:", "", len(pieces))
            yield from map(self.piece, pieces[:_MOST_PIECES])
        if len(pieces) > _MOST_PIECES:
            yield "…"

    def _sentences(self, report: FileReport) -> list[str]:
        """Why nothing came of it, and what is here of which things, a sentence each."""
        nothing = worded(report.nothing)
        said = [f"{nothing[0].upper()}{nothing[1:]}."] if nothing else []
        things = dict.fromkeys(what for what, _, _ in report.counts)
        return said + [
            self.tr("{things}: {counts}.").format(
                things=self._things(thing),
                counts=", ".join(self._outcome(how, count) for what, how, count in report.counts if what == thing),
            )
            for thing in things
        ]

    def _about(self, note: Note) -> str:
        said = worded(note.said)
        if not note.what:
            return said
        if note.count:
            counted = self.tr("{things}: {count}").format(
                things=self._things(note.what), count=self._wording.number(note.count)
            )
            return self.tr("{counted} {said}").format(counted=counted, said=said)
        thing = self._thing(note.what)
        if not note.name:
            return self.tr("{thing} {said}").format(thing=thing, said=said)
        return self.tr("{thing} “{name}” {said}").format(thing=thing, name=note.name, said=said)

    def _thing(self, what: str) -> str:
        words = {
            "article": self.tr("article"),
            "annotation": self.tr("annotation"),
            "tag": self.tr("tag"),
            "record": self.tr("record"),
            "relation": self.tr("relation"),
        }
        return words.get(what, what)

    def _things(self, what: str) -> str:
        words = {
            "article": self.tr("Articles"),
            "annotation": self.tr("Annotations"),
            "tag": self.tr("Tags"),
            "record": self.tr("Records"),
            "relation": self.tr("Relations"),
            "piece": self.tr("Pieces"),
        }
        return words.get(what, what)

    def _outcome(self, how: str, count: int) -> str:
        """How many became what; the words are those of exchange.Outcome."""
        words = {
            "new": self.tr("%Ln new", "", count),
            "restored": self.tr("%Ln brought back", "", count),
            "completed": self.tr("%Ln linked to a record", "", count),
            "unchanged": self.tr("%Ln here already", "", count),
            "mapped": self.tr("%Ln here under another id or name", "", count),
            "conflict": self.tr("%Ln different, ours kept", "", count),
            "replaced": self.tr("%Ln replaced by theirs", "", count),
            "kept beside ours": self.tr("%Ln kept beside ours", "", count),
            "left out": self.tr("%Ln left out", "", count),
        }
        return words.get(how, f"{self._wording.number(count)} {how}")
