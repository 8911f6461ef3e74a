# SPDX-License-Identifier: GPL-3.0-or-later
"""How many annotations of the archive wait for review, told wherever that is wanted."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from archivist.ui.jobs import Job, Jobs
from archivist.ui.session import Session


class AwaitingReview(QObject):
    """Counts them all once, and then those of an article that changed: counting all takes long in a large archive."""

    counted = Signal(int)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._by_article: dict[str, int] = {}
        self._counting: Job | None = None
        session.annotations_changed.connect(self._on_annotations_changed)
        session.articles_changed.connect(self.count)

    def count(self) -> None:
        """Count all anew; counted follows."""
        if self._counting is not None:
            self._counting.drop()
        self._counting = self._jobs.ask(
            lambda archive: archive.review.by_article(), done=self._on_counted, failed=self._session.failed.emit
        )

    def _on_counted(self, by_article: dict[str, int]) -> None:
        self._counting = None
        self._by_article = by_article
        self._tell()

    def _on_annotations_changed(self, article: str) -> None:
        if not article or self._counting is not None:  # what is being counted may not have seen the change
            self.count()
            return
        number = self._session.archive.review.count_of(article)
        if number != self._by_article.get(article, 0):
            self._by_article[article] = number
            self._tell()

    def _tell(self) -> None:
        self.counted.emit(sum(self._by_article.values()))
