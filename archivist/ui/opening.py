# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening an article in the reader: its text, how it is set, its annotations, and what a search found."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from archivist.errors import ArchivistError, ArticleNotFound, QueryMistake
from archivist.model import Article
from archivist.ui.jobs import Job, Jobs
from archivist.ui.questions.articles import matches
from archivist.ui.reader import End, Landing, ReaderPanel, Role
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

    opened = Signal(object)  # article id, or None; before its text is shown
    shown = Signal()  # the text of an article is there

    def __init__(self, session: Session, jobs: Jobs, reader: ReaderPanel) -> None:
        super().__init__(reader)
        self._session = session
        self._jobs = jobs
        self._reader = reader
        self._article: Article | None = None
        self._query = ""
        self._landing: Landing = End.FIRST  # the hit to begin at
        self._asked: Job | None = None
        session.articles_changed.connect(self._on_articles_changed)
        session.article_changed.connect(self._on_article_changed)

    @property
    def article(self) -> Article | None:
        """What is shown."""
        return self._article

    def land(self, landing: Landing) -> None:
        """Begin the article that is opened next at another hit than its first."""
        self._landing = landing

    def show_place(self, article_id: str, start: int, end: int) -> None:
        """Show a span of an article, in code points."""
        if self._article is not None and self._article.id == article_id:
            self._reader.show_place(start, end)
        else:
            self._landing = (start, end)
            self.open(article_id)
            if self._asked is not None:  # the place can be seen before it is known what else was found
                self._reader.show_place(start, end)

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
        self._reader.show_article(body, annotations, roles=roles(body, article.title), published=article.published)
        self.shown.emit()
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
            self._reader.set_search_hits(None)
            self._show_landing()
            return
        self._asked = self._jobs.ask_process(matches, (query, article.row), done=self._on_found, failed=self._on_failed)
        self._reader.set_search_hits(None)

    def _on_found(self, hits: list[tuple[int, int]]) -> None:
        self._asked = None
        landing, self._landing = self._landing, End.FIRST
        self._reader.set_search_hits(hits, landing)

    def _show_landing(self) -> None:
        """Go where one wanted to be though there are no hits."""
        landing, self._landing = self._landing, End.FIRST
        if isinstance(landing, tuple):
            self._reader.show_place(*landing)

    def _on_failed(self, error: ArchivistError) -> None:
        self._asked = None
        self._show_landing()
        if not isinstance(error, QueryMistake | ArticleNotFound):  # which the list tells of
            self._session.failed.emit(error)

    def _on_articles_changed(self) -> None:
        if self._article is None:
            return
        if self._session.archive.articles.is_deleted(self._article.id):
            self.close()
        else:  # of a step that touched many it is not said which
            self._on_article_changed(self._article.id)

    def _on_article_changed(self, article_id: str) -> None:
        before = self._article
        if before is not None and before.id == article_id:
            self._article = self._session.archive.articles.get(article_id)
            if self._article.revision != before.revision:  # undo took a corrected text back
                self.open(article_id)


def roles(body: str, title: str) -> list[Role]:
    """What the first paragraphs of a text are that are not blank."""
    from archivist.structure import structure

    parts = structure(body, title)
    spans = ((getattr(parts, name), role) for name, role in _OPENING.items())
    return [role for _, role in sorted(((span, role) for span, role in spans if span), key=lambda pair: pair[0])]
