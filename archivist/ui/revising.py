# SPDX-License-Identifier: GPL-3.0-or-later
"""New texts for articles that are here: their originals read again, a text from a file, or one corrected by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from archivist.errors import ArchivistError
from archivist.model import Article, Progress
from archivist.text import shortened
from archivist.ui.errors import ErrorWording
from archivist.ui.icons import Icons
from archivist.ui.inspector import InspectorPanel
from archivist.ui.jobs import Job, Jobs
from archivist.ui.messages import Choice, Level, MessageBar
from archivist.ui.notes import worded
from archivist.ui.questions.history import brief
from archivist.ui.session import Session
from archivist.ui.settings import LAST_IMPORT, Settings

if TYPE_CHECKING:
    from archivist.model import RereadReport, Revised, RevisionProvenance
    from archivist.ui.revisions import CorrectDialog


class Revising(QObject):
    """Starts the work and says what came of it.

    The window waits for its end: words that are marked in a text that has just been replaced would
    be other words.
    """

    review_wanted = Signal(str)  # of an article (id), "" of any number of them

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        inspector: InspectorPanel,
        messages: MessageBar,
        settings: Settings,
        icons: Icons,
        undo: Callable[[], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._jobs = jobs
        self._inspector = inspector
        self._messages = messages
        self._settings = settings
        self._icons = icons
        self._undo = undo
        self._window = window
        self._wording = ErrorWording(self)
        self._previewing: Job | None = None

    def read_again(self, articles: Sequence[Article]) -> None:
        """Read the originals of articles with the readers of today."""
        from archivist.ui.questions.revising import read_again

        ids = [article.id for article in articles]
        if ids:
            self._start(read_again, (ids,), self.tr("Reading again"), ids, self._tell_read)

    def choose_text(self, article: Article) -> None:
        """Ask for the file with the corrected text of an article."""
        from PySide6.QtCore import QUrl
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(
            self._window, self.tr("The corrected text of “{title}”").format(title=shortened(article.title))
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Texts (*.txt *.md)"), self.tr("All files (*)")])
        last = self._settings.get(LAST_IMPORT)
        if last:
            dialog.setDirectoryUrl(QUrl.fromLocalFile(last))
        dialog.fileSelected.connect(lambda name: self.correct(article, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def correct(self, article: Article, path: Path) -> None:
        """Give an article the text of a file."""
        from archivist.ui.questions.revising import correct_text

        self._settings.set(LAST_IMPORT, str(path.parent))
        self._start(
            correct_text,
            (article.id, path),
            self.tr("Correcting the text"),
            [article.id],
            partial(self._tell_corrected, article),
        )

    def take_up_again(self, article: Article, older: RevisionProvenance) -> None:
        """Give an article a text again that it had before."""
        from archivist.ui.questions.revising import take_up_again

        self._start(
            take_up_again,
            (article.id, older.id, article.revision),
            self.tr("Taking up text {number} again").format(number=older.number),
            [article.id],
            partial(self._tell_taken_up, article, older.number),
        )

    def correct_here(self, article: Article) -> None:
        """Open the text of an article to be corrected by hand."""
        from archivist.ui.revisions import CorrectDialog

        self._inspector.save_pending()
        text = self._session.archive.articles.revision(article.id).body
        dialog = CorrectDialog(article, text, self._window)
        if not dialog.is_faithful:
            dialog.deleteLater()
            self._messages.tell(
                self.tr("This text has characters that cannot be typed in a window."),
                self.tr("Correct it in a file, and give it that text."),
            )
            return
        dialog.preview_wanted.connect(partial(self._preview, dialog))
        dialog.save_wanted.connect(partial(self._save, dialog))
        dialog.finished.connect(self._on_correcting_ended)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _preview(self, dialog: CorrectDialog, text: str) -> None:
        from archivist.ui.questions.revising import preview

        self._drop_preview()
        self._previewing = self._jobs.ask_process(
            preview,
            (dialog.article.id, text),
            done=dialog.show_preview,
            failed=lambda error: dialog.tell(" ".join(self._wording.describe(error))),
        )

    def _on_correcting_ended(self) -> None:
        self._drop_preview()

    def _drop_preview(self) -> None:
        if self._previewing is not None:
            self._previewing.drop()
            self._previewing = None

    def _save(self, dialog: CorrectDialog, text: str) -> None:
        """Keep a text that was typed; the dialog stays until that is done, so that nothing typed is lost."""
        from archivist.ui.questions.revising import correct_by_hand

        def saved(revised: Revised) -> None:
            dialog.accept()
            self._tell_corrected(dialog.article, revised)

        self._start(
            correct_by_hand,
            (dialog.article.id, text, dialog.article.revision),
            self.tr("Correcting the text"),
            [dialog.article.id],
            saved,
            failed=lambda error: dialog.tell(" ".join(self._wording.describe(error))),
        )

    # The job

    def _start(
        self,
        work: Callable[..., Generator[Progress, None, Any]],
        arguments: tuple[object, ...],
        title: str,
        articles: Sequence[str],
        said: Callable[[Any], object],
        failed: Callable[[ArchivistError], object] | None = None,
    ) -> None:
        from archivist.ui.dialogs import WaitingDialog

        self._inspector.save_pending()
        waiting = WaitingDialog(title, self._window)
        waiting.finished.connect(waiting.deleteLater)

        def ended() -> None:
            waiting.end()
            self._session.announce_step(
                brief((table, id_) for id_ in articles for table in ("articles", "annotations"))
            )

        def done(result: Any) -> None:
            ended()
            said(result)

        def told(error: ArchivistError) -> None:
            ended()
            (failed or self._messages.tell_error)(error)

        def cancelled() -> None:
            ended()
            self._messages.tell(
                self.tr("The reading was stopped."), self.tr("Undo takes back what was read until then.")
            )

        job = self._jobs.start_work(
            work,
            arguments,
            title=title,
            done=done,
            failed=told,
            progress=waiting.show_progress,
            cancelled=cancelled,
        )
        waiting.stopped.connect(job.cancel)
        waiting.open()

    # What came of it

    def _tell_read(self, reports: list[RereadReport]) -> None:
        from archivist.model import RereadStatus

        counts = Counter(report.status for report in reports)
        changed, queued = counts[RereadStatus.REVISED], sum(report.queued for report in reports)
        refused = counts[RereadStatus.REFUSED]
        kept = [report for report in reports if report.reason]  # those that were corrected by hand, too
        parts = [
            self.tr("%n new text(s)", "", changed) if changed else self.tr("no new text"),
            self._for_review(queued),
            self.tr("%n kept as corrected by hand", "", len(kept) - refused) if len(kept) > refused else "",
            self.tr("%n refused", "", refused) if refused else "",
        ]
        sentence = self.tr("%n article(s) read again: {what}.", "", len(reports))
        self._tell(
            sentence.format(what=", ".join(filter(None, parts))),
            undo=changed > 0,
            doubtful=bool(queued or refused),
            review=partial(self.review_wanted.emit, "") if queued else None,
            details=(self.tr("Details…"), lambda: self._show_kept(kept)) if kept else None,
        )

    def _tell_corrected(self, article: Article, revised: Revised) -> None:
        self._tell_revised(article, revised, self.tr("“{title}” has the corrected text now: {what}."))

    def _tell_taken_up(self, article: Article, number: int, revised: Revised) -> None:
        sentence = self.tr("“{title}” has the words of text {number} again: {what}.")
        self._tell_revised(article, revised, sentence, number)

    def _tell_revised(self, article: Article, revised: Revised, sentence: str, number: int = 0) -> None:
        if not revised.changed:
            sentence = self.tr("“{title}” has this text already.")
        what = self._for_review(revised.queued) or self.tr("all annotations stand on their words")
        self._tell(
            sentence.format(title=shortened(article.title), what=what, number=number),
            undo=revised.changed,
            doubtful=revised.queued > 0,
            review=partial(self.review_wanted.emit, article.id) if revised.queued else None,
        )

    def _for_review(self, queued: int) -> str:
        return self.tr("%n annotation(s) for review", "", queued) if queued else ""

    def _tell(
        self,
        sentence: str,
        *,
        undo: bool,
        doubtful: bool,
        review: Callable[[], object] | None = None,
        details: Choice | None = None,
    ) -> None:
        offered = (
            (self.tr("Review…"), review) if review else None,
            (self.tr("Undo"), self._undo) if undo else None,
        )
        self._messages.tell(
            sentence,
            level=Level.WARNING if doubtful else Level.INFO,
            button=details,
            of_step=[choice for choice in offered if choice],
        )

    def _show_kept(self, kept: Sequence[RereadReport]) -> None:
        from archivist.ui.dialogs import TextReportDialog

        text = "\n\n".join(f"{report.title}\n{worded(report.reason)}" for report in kept)
        summary = self.tr("%n article(s) not read again; the text stays as it is", "", len(kept))
        dialog = TextReportDialog(self.tr("Not read again"), summary, text, self._icons, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
