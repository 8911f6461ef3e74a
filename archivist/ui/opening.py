# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening an article in the reader: its text, how it is set, its annotations, and what a search found."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from archivist.errors import ArchivistError, ArticleNotFound, QueryMistake
from archivist.model import Article
from archivist.structure import structure
from archivist.ui.jobs import Job, Jobs
from archivist.ui.questions.articles import matches
from archivist.ui.reader import ReaderPanel, Role
from archivist.ui.session import Session

_OPENING = {
    "headline": Role.HEADLINE,
    "standfirst": Role.STANDFIRST,
    "byline": Role.CREDIT,
    "credit": Role.CREDIT,
    "dateline": Role.CREDIT,
    "source": Role.CREDIT,
    "url": Role.CREDIT,
}


class Opening(QObject):
    """Keeps the reader showing one article as the archive has it."""

    opened = Signal(object)  # article id, or None

    def __init__(self, session: Session, jobs: Jobs, reader: ReaderPanel) -> None:
        super().__init__(reader)
        self._session = session
        self._jobs = jobs
        self._reader = reader
        self._article: Article | None = None
        self._query = ""
        self._asked: Job | None = None
        session.articles_changed.connect(self._on_articles_changed)
        session.article_changed.connect(self._on_article_changed)

    @property
    def article(self) -> Article | None:
        """What is shown."""
        return self._article

    def open(self, article_id: str) -> None:
        """Show an article."""
        archive = self._session.archive
        try:
            article = archive.articles.get(article_id)
            body = archive.articles.revision(article_id).body
            annotations = archive.annotations.of_article(article_id)
        except ArchivistError as error:
            self._session.failed.emit(error)
            return
        self._article = article
        # Before the text changes: that unselects the annotation, and the inspector would show the old article.
        self.opened.emit(article_id)
        self._reader.show_article(body, annotations, roles=roles(body, article.title))
        self._find_hits()

    def close(self) -> None:
        """Show nothing."""
        self._article = None
        self.opened.emit(None)
        self._reader.show_article("", ())

    def set_query(self, query: str) -> None:
        """Show where the words of another query stand."""
        if query != self._query:
            self._query = query
            self._find_hits()

    def _find_hits(self) -> None:
        if self._asked is not None:
            self._asked.drop()
            self._asked = None
        article, query = self._article, self._query
        if article is None:
            return
        if not query:
            self._reader.set_search_hits(())
            return
        self._asked = self._jobs.ask_process(
            matches, (query, article.row), done=self._reader.set_search_hits, failed=self._on_failed
        )

    def _on_failed(self, error: ArchivistError) -> None:
        if not isinstance(error, QueryMistake | ArticleNotFound):  # which the list tells of
            self._session.failed.emit(error)

    def _on_articles_changed(self) -> None:
        if self._article is not None and self._session.archive.articles.is_deleted(self._article.id):
            self.close()

    def _on_article_changed(self, article_id: str) -> None:
        if self._article is not None and self._article.id == article_id:
            self._article = self._session.archive.articles.get(article_id)


def roles(body: str, title: str) -> list[Role]:
    """What the first paragraphs of a text are that are not blank."""
    parts = structure(body, title)
    spans = ((getattr(parts, name), role) for name, role in _OPENING.items())
    return [role for _, role in sorted(((span, role) for span, role in spans if span), key=lambda pair: pair[0])]
