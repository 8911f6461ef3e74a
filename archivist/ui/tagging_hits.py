# SPDX-License-Identifier: GPL-3.0-or-later
"""Tagging all that a search finds, or the lines of the concordance that are selected."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from archivist.errors import ArchivistError
from archivist.model import Progress
from archivist.store.bulk_annotating import Placement
from archivist.text import shortened
from archivist.ui.jobs import Job, Jobs
from archivist.ui.messages import MessageBar
from archivist.ui.questions.articles import Wanted
from archivist.ui.questions.hits import count_hits, count_passages, tag_all, tag_some
from archivist.ui.session import Session

if TYPE_CHECKING:
    from archivist.model import ConcordanceLine
    from archivist.tag_hits import Tagged
    from archivist.ui.tagging.tag_hits_dialog import TagHitsDialog


class TaggingHits(QObject):
    """Opens the dialog, has the hits counted meanwhile, and starts the job that tags them."""

    def __init__(
        self, session: Session, jobs: Jobs, messages: MessageBar, undo: Callable[[], object], window: QWidget
    ) -> None:
        """`undo` is what the button of the message does."""
        super().__init__(window)
        self._session = session
        self._jobs = jobs
        self._messages = messages
        self._undo = undo
        self._window = window
        self._counting: Job | None = None

    def open(self, wanted: Wanted, lines: Sequence[ConcordanceLine]) -> None:
        """Ask for a tag for the hits of a search, or for some lines of its concordance."""
        from archivist.ui.tagging.tag_hits_dialog import TagHitsDialog

        if not wanted.query:
            self._messages.tell(
                self.tr("There is no search, so there are no hits to tag."),
                self.tr("Search for a word or a phrase first."),
            )
            return
        passages = [Placement(line.article, line.start, line.end, line.match) for line in lines]
        dialog = TagHitsDialog(self._session, wanted.query, len(passages), self._window)
        dialog.scope_changed.connect(lambda: self._count(dialog, wanted, passages))
        dialog.tag_chosen.connect(lambda tag: self._tag(tag, wanted, passages if dialog.only_selected else None))
        dialog.finished.connect(self._on_finished)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        self._count(dialog, wanted, passages)

    def _count(self, dialog: TagHitsDialog, wanted: Wanted, passages: Sequence[Placement]) -> None:
        self._stop_counting()

        def failed(error: ArchivistError) -> None:
            dialog.reject()
            self._messages.tell_error(error)

        work, arguments = (
            (count_passages, (passages,)) if dialog.only_selected else (count_hits, (wanted.query, wanted.filters))
        )
        self._counting = self._jobs.start_work(
            work,
            arguments,
            title=self.tr("Counting the hits"),
            done=dialog.show_tally,
            failed=failed,
            cancelled=dialog.reject,
        )

    def _tag(self, tag: str, wanted: Wanted, passages: Sequence[Placement] | None) -> None:
        name = self._session.archive.tags.get(tag).name
        work: Callable[..., Generator[Progress, None, Tagged]] = tag_all
        arguments: tuple[object, ...] = (wanted.query, wanted.filters, tag)
        if passages is not None:
            step = self.tr("Tag hits of “{query}” as {tag}").format(query=shortened(wanted.query), tag=name)
            work, arguments = tag_some, (passages, tag, step)
        self._jobs.start_work(
            work,
            arguments,
            title=self.tr("Tagging as “{tag}”").format(tag=name),
            done=lambda tagged: self._on_tagged(tagged, name),
            failed=self._on_failed,
            cancelled=self._on_cancelled,
        )

    def _on_tagged(self, tagged: Tagged, tag: str) -> None:
        self._session.announce_tagged()
        self._messages.tell(
            self.tr("%Ln occurrence(s) tagged “{tag}”.", "", tagged.added).format(tag=tag),
            of_step=[(self.tr("Undo"), self._undo)] if tagged.added else (),
        )

    def _on_failed(self, error: ArchivistError) -> None:
        self._session.announce_tagged()  # what was done before stays
        self._messages.tell_error(error)

    def _on_cancelled(self) -> None:
        self._session.announce_tagged()
        self._messages.tell(
            self.tr("Tagging was stopped."), self.tr("What had been tagged by then is kept; undo takes it back.")
        )

    def _on_finished(self) -> None:
        self._stop_counting()

    def _stop_counting(self) -> None:
        if self._counting is not None:
            self._counting.drop()
            self._counting = None
