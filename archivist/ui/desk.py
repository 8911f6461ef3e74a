# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of one window and how they are joined: panels speak in signals, and here is who listens."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from archivist.store import Archive
from archivist.ui.annotating import Annotating
from archivist.ui.articles import ArticlesPanel, Listing
from archivist.ui.collecting import Collecting
from archivist.ui.dialogs import ArticleDialog
from archivist.ui.exporting import Exporting
from archivist.ui.icons import Icons
from archivist.ui.importing import Importing
from archivist.ui.indexing import Indexing
from archivist.ui.inspector import InspectorPanel
from archivist.ui.jobs import Jobs
from archivist.ui.messages import Level, MessageBar
from archivist.ui.opening import Opening
from archivist.ui.progress_strip import ProgressStrip
from archivist.ui.questions.articles import Listed
from archivist.ui.reader import ReaderPanel
from archivist.ui.session import Session
from archivist.ui.settings import SHUT_SECTIONS, Settings
from archivist.ui.sidebar import SidebarPanel
from archivist.ui.tagging import TagStrip

_PATIENCE_MS = 3000  # for the batch of an import; a longer stillness looks like a crash


class Desk(QObject):
    """Everything that works on one archive. close() ends it all, the archive last."""

    def __init__(self, archive: Archive, settings: Settings, icons: Icons, window: QWidget) -> None:
        """Dialogs belong to the window, which takes the panels as well."""
        super().__init__(window)
        self._window = window
        self._index_was_missing = False
        self._opened = archive  # holds the writer's lock
        self.archive = archive.connect(patience_ms=_PATIENCE_MS)
        self.session = Session(self.archive, self)
        self.jobs = Jobs(self.archive, self)
        self.jobs.warm_up()
        self.indexing = Indexing(self.session, self.jobs, self)
        self.listing = Listing(self.jobs, self)
        self.messages = MessageBar(icons)
        self.sidebar = SidebarPanel(self.session, self.jobs, settings.get(SHUT_SECTIONS))
        self.articles = ArticlesPanel(self.session, self.listing, icons)
        self.reader = ReaderPanel(icons)
        self.inspector = InspectorPanel(self.session, icons)
        self.strip = TagStrip(self.session)
        self.progress = ProgressStrip(self.jobs, icons)
        self.opening = Opening(self.session, self.jobs, self.reader)
        self.annotating = Annotating(self.session, self.reader, self.inspector, self.strip, self.messages)
        self.importing = Importing(self.session, self.jobs, self.messages, settings, icons, window)
        self.exporting = Exporting(self.session, self.jobs, self.messages, settings, window)
        self.collecting = Collecting(self.session, self.messages, window)
        self._join()

    def begin(self) -> None:
        """Fill the panels and bring the index up to date."""
        self.listing.begin(self.archive)
        self.articles.table.choose_step(0)
        self.sidebar.refresh()
        self.indexing.catch_up()
        self._warn_of_place()

    def close(self) -> None:
        """Keep what is half typed, stop the jobs and close the archive."""
        self.inspector.show_article(None)  # keeps what is half typed, and writes nothing after it
        self.jobs.close()
        self.archive.close()
        self._opened.close()

    def open_article(self, article_id: str) -> None:
        """Show an article, in the list as well if it is listed."""
        if self.opening.article is None or self.opening.article.id != article_id:
            self.opening.open(article_id)
        article = self.opening.article
        if article is not None and article.id == article_id:
            self.articles.table.choose(article)

    def edit_article(self, article_id: str) -> None:
        """Open the details of an article."""
        dialog = ArticleDialog(self.session, self.archive.articles.get(article_id), self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _join(self) -> None:
        self.session.failed.connect(self.messages.tell_error)
        self.jobs.failed.connect(self.messages.tell_error)
        self.sidebar.filters_changed.connect(self.listing.set_filters)
        self.sidebar.rename_wanted.connect(self.collecting.rename)
        self.sidebar.delete_wanted.connect(self.collecting.delete)
        self.articles.article_chosen.connect(self.open_article)
        self.articles.import_wanted.connect(self.importing.choose_files)
        self.articles.filters_unwanted.connect(self.sidebar.clear_filters)
        self.listing.listed.connect(self._on_listed)
        self.opening.opened.connect(self.annotating.set_article)
        self.opening.opened.connect(self.inspector.show_article)
        self.inspector.article_edit_wanted.connect(self.edit_article)
        self.importing.imported.connect(self._on_imported)
        self.importing.article_wanted.connect(self.open_article)
        self.indexing.busy_changed.connect(self.articles.set_indexing)
        self.indexing.caught_up.connect(self._on_index_caught_up)

    def _on_listed(self, listed: Listed) -> None:
        self.opening.set_query(listed.wanted.query)
        if not listed.wanted.query:
            return
        # An index that is still missing after it was built would be built for ever.
        if not listed.index_missing:
            self._index_was_missing = False
            self.indexing.catch_up()
        elif not self._index_was_missing:
            self._index_was_missing = True
            self.indexing.catch_up()

    def _on_index_caught_up(self) -> None:
        if self.listing.wanted.query:
            self.listing.refresh()

    def _on_imported(self, articles: list[str]) -> None:
        if articles and (len(articles) == 1 or self.opening.article is None):
            self.open_article(articles[0])

    def _warn_of_place(self) -> None:
        kind, _, name = self.archive.unsafe_place().partition(":")
        if kind:
            place = self.tr("a network folder") if kind == "network" else self.tr("a folder that is synchronised")
            self.messages.tell(
                self.tr("This archive lies in {place} ({name}), where it may be damaged.").format(
                    place=place, name=name
                ),
                self.tr("Close it and move its folder to a disk of this computer."),
                level=Level.WARNING,
            )

    @property
    def name(self) -> str:
        """The name of the archive."""
        folder: Path = self.archive.folder
        return folder.resolve().name
