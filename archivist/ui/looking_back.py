# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts that an article has had, opened to be read and compared."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from archivist.errors import ArchivistError
from archivist.model import Article
from archivist.ui.icons import Icons
from archivist.ui.jobs import Job, Jobs
from archivist.ui.session import Session

if TYPE_CHECKING:
    from archivist.model import RevisionProvenance
    from archivist.ui.questions.revising import Shown
    from archivist.ui.revisions import RevisionsDialog


class LookingBack(QObject):
    """Opens the dialog and asks for the texts that it shows."""

    older_wanted = Signal(object, object)  # Article, and the RevisionProvenance of the text that it is to have again

    def __init__(self, session: Session, jobs: Jobs, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._jobs = jobs
        self._icons = icons
        self._window = window
        self._dialog: RevisionsDialog | None = None
        self._article = ""
        self._looking: Job | None = None

    def open(self, article: Article) -> None:
        """Show the texts of an article."""
        from archivist.ui.reader.view import ArticleView
        from archivist.ui.revisions import RevisionsDialog

        try:
            texts = self._session.archive.revisions.of_article(article.id)
        except ArchivistError as error:
            self._session.failed.emit(error)
            return
        self._article = article.id
        view = ArticleView()
        self._dialog = dialog = RevisionsDialog(article, texts, view, view, self._icons, self._window)
        dialog.text_wanted.connect(self._on_text_wanted)
        dialog.older_wanted.connect(partial(self._on_older_wanted, article))
        dialog.finished.connect(self._on_closed)
        dialog.begin()
        dialog.open()

    def _on_text_wanted(self, revision: str, other: str) -> None:
        from archivist.ui.questions.revising import look_back

        if self._looking is not None:
            self._looking.drop()
        self._looking = self._jobs.ask_process(
            look_back, (self._article, revision, other), done=self._on_looked, failed=self._session.failed.emit
        )

    def _on_looked(self, shown: Shown) -> None:
        self._looking = None
        if self._dialog is not None:
            self._dialog.show_text(shown)

    def _on_older_wanted(self, article: Article, older: RevisionProvenance) -> None:
        if self._dialog is not None:
            self._dialog.accept()  # what it shows is about to change
        self.older_wanted.emit(article, older)

    def _on_closed(self) -> None:
        if self._looking is not None:
            self._looking.drop()
            self._looking = None
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
