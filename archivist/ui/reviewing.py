# SPDX-License-Identifier: GPL-3.0-or-later
"""The annotations that wait for review, settled one after the other; each is a step that undo takes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from archivist.errors import AnnotationNotFound, ArchivistError
from archivist.model import Annotation
from archivist.ui.icons import Icons
from archivist.ui.inspector import InspectorPanel
from archivist.ui.jobs import Job, Jobs
from archivist.ui.messages import MessageBar
from archivist.ui.session import Session

if TYPE_CHECKING:
    from archivist.ui.questions.revising import Waiting
    from archivist.ui.revisions import ReviewDialog


class Reviewing(QObject):
    """Opens the dialog, asks what it shows and does what it wants."""

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        inspector: InspectorPanel,
        messages: MessageBar,
        icons: Icons,
        undo: Callable[[], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._jobs = jobs
        self._inspector = inspector
        self._messages = messages
        self._icons = icons
        self._undo = undo
        self._window = window
        self._article = ""
        self._steps = 0  # done in the dialog, and not taken back there
        self._dialog: ReviewDialog | None = None
        self._listing: Job | None = None
        self._looking: Job | None = None
        for fact in (session.annotations_changed, session.articles_changed):
            fact.connect(self._refresh)

    def open(self, article: str) -> None:
        """Show what waits in an article (id) and, where that is nothing or it is "", in the archive."""
        from archivist.ui.questions.revising import waiting

        self._inspector.save_pending()
        self._drop(self._listing)
        self._listing = self._jobs.ask_process(
            waiting, (article,), done=lambda found: self._on_first_listed(article, found), failed=self._on_failed
        )

    def _on_first_listed(self, article: str, found: list[tuple[Annotation, str]]) -> None:
        from archivist.ui.revisions import ReviewDialog

        self._listing = None
        if article and not found:
            self.open("")
            return
        if not found:
            self._messages.tell(self.tr("No annotation waits for review."))
            return
        self._article, self._steps = article, 0
        dialog = self._dialog = ReviewDialog(self._icons, has_article=bool(article), parent=self._window)
        dialog.list_wanted.connect(self._refresh)
        dialog.annotation_wanted.connect(self._on_annotation_wanted)
        dialog.placed.connect(self._on_placed)
        dialog.deleted.connect(self._on_deleted)
        dialog.undo_wanted.connect(self._on_undo_wanted)
        dialog.finished.connect(self._on_closed)
        dialog.open()
        dialog.show_list(found)

    def _refresh(self, _changed: object = None) -> None:
        """List anew what waits, while the dialog is open."""
        if self._dialog is None:
            return
        from archivist.ui.questions.revising import waiting

        self._drop(self._listing)
        article = "" if self._dialog.of_archive else self._article
        self._listing = self._jobs.ask_process(waiting, (article,), done=self._on_listed, failed=self._on_failed)

    def _on_listed(self, found: list[tuple[Annotation, str]]) -> None:
        self._listing = None
        if self._dialog is not None:
            self._dialog.show_list(found)

    def _on_annotation_wanted(self, annotation_id: str) -> None:
        from archivist.ui.questions.revising import look_at

        self._drop(self._looking)
        self._looking = self._jobs.ask_process(look_at, (annotation_id,), done=self._on_looked, failed=self._on_failed)

    def _on_looked(self, found: Waiting) -> None:
        self._looking = None
        if self._dialog is not None:
            self._dialog.show_waiting(found)

    def _on_placed(self, annotation_id: str, start: int, end: int) -> None:
        self._count_step(done=self._session.move(annotation_id, start, end) is not None)

    def _on_deleted(self, annotation_id: str) -> None:
        self._count_step(done=self._session.delete_annotation(annotation_id))

    def _on_undo_wanted(self) -> None:
        if self._steps:
            self._steps -= 1
            self._undo()
        self._show_steps()

    def _count_step(self, *, done: bool) -> None:
        self._steps += done
        self._show_steps()

    def _show_steps(self) -> None:
        if self._dialog is not None:
            self._dialog.set_can_undo(self._steps > 0)

    def _on_failed(self, error: ArchivistError) -> None:
        if not isinstance(error, AnnotationNotFound):  # it was deleted meanwhile, and the list is asked for anew
            self._session.failed.emit(error)

    def _on_closed(self) -> None:
        self._drop(self._listing)
        self._drop(self._looking)
        self._listing = self._looking = None
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    @staticmethod
    def _drop(job: Job | None) -> None:
        if job is not None:
            job.drop()
