# SPDX-License-Identifier: GPL-3.0-or-later
"""The same story in other articles: how many there are, what differs, and a person's word about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from archivist.errors import ArchivistError, ArticleNotFound
from archivist.model import Article
from archivist.ui.icons import Icons
from archivist.ui.inspector import InspectorPanel
from archivist.ui.jobs import Job, Jobs
from archivist.ui.messages import MessageBar
from archivist.ui.session import Session

if TYPE_CHECKING:
    from archivist.ui.duplicates import DuplicatesDialog
    from archivist.ui.questions.duplicates import Comparison


class Duplicating(QObject):
    """Asks for the group of the article that is shown, and opens it."""

    article_wanted = Signal(str)  # id

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        inspector: InspectorPanel,
        messages: MessageBar,
        icons: Icons,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._jobs = jobs
        self._inspector = inspector
        self._messages = messages
        self._icons = icons
        self._window = window
        self._article: str | None = None
        self._is_alone = False  # no other article is known to have its text
        self._dialog: DuplicatesDialog | None = None
        self._looking: Job | None = None
        self._comparing: Job | None = None
        for fact in (session.duplicates_changed, session.articles_changed):
            fact.connect(self.refresh)

    def set_article(self, article_id: str | None) -> None:
        """Another article is shown, or none."""
        self._article = article_id
        self._inspector.show_others(0)
        self.refresh()

    def refresh(self) -> None:
        """Ask again which articles are one text with the one that is shown."""
        from archivist.ui.questions.stories import stories

        self._is_alone = False
        if self._looking is not None:
            self._looking.drop()
            self._looking = None
        if self._article is not None:
            self._looking = self._jobs.ask_process(
                stories, (self._article,), done=self._on_looked, failed=self._on_failed
            )

    def open(self) -> None:
        """Show the group of the article that is shown."""
        from archivist.ui.duplicates import DuplicatesDialog

        if self._article is None:
            return
        if self._is_alone:
            self._messages.tell(self.tr("No other article has this text."))
            return
        self._dialog = dialog = DuplicatesDialog(
            self._session.archive.articles.get(self._article), self._icons, self._window
        )
        dialog.comparison_wanted.connect(self._on_comparison_wanted)
        dialog.article_wanted.connect(self.article_wanted)
        dialog.apart_wanted.connect(self._on_apart_wanted)
        dialog.finished.connect(self._on_closed)
        dialog.open()
        self.refresh()

    def put_together(self, articles: Sequence[Article]) -> None:
        """Say that articles are one text."""
        if len(articles) < 2:  # noqa: PLR2004 - two are what it takes
            self._messages.tell(self.tr("Select the articles that are one text, then try again."))
        elif self._session.put_together([article.id for article in articles]):
            self._messages.tell(
                self.tr("%n articles are one text now.", "", len(articles)),
                of_step=[(self.tr("Undo"), self._session.undo)],
            )

    def _on_looked(self, articles: list[Article]) -> None:
        self._looking = None
        self._is_alone = len(articles) <= 1
        self._inspector.show_others(max(0, len(articles) - 1))
        if self._dialog is not None and self._dialog.article == self._article:
            self._dialog.show_articles(articles)

    def _on_comparison_wanted(self, article: str, other: str) -> None:
        from archivist.ui.questions.duplicates import compare

        if self._comparing is not None:
            self._comparing.drop()
        self._comparing = self._jobs.ask_process(
            compare, (article, other), done=partial(self._on_compared, other), failed=self._on_failed
        )

    def _on_compared(self, other: str, comparison: Comparison) -> None:
        self._comparing = None
        if self._dialog is not None:
            self._dialog.show_comparison(other, comparison)

    def _on_apart_wanted(self, article: str, other: str) -> None:
        if self._session.put_apart(article, other):
            self._messages.tell(
                self.tr("The two articles are not one text now."), of_step=[(self.tr("Undo"), self._session.undo)]
            )

    def _on_failed(self, error: ArchivistError) -> None:
        if not isinstance(error, ArticleNotFound):  # it was deleted meanwhile
            self._session.failed.emit(error)

    def _on_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
