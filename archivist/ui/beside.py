# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading two things at once: an article kept beside the one that is shown, or what that was read from.

Whichever annotation is chosen, all that are linked to the same record stand out in both texts.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from archivist.errors import ArchivistError
from archivist.model import Article
from archivist.ui.messages import MessageBar
from archivist.ui.opening import Opening, roles
from archivist.ui.reader import BesidePane, ReaderPanel
from archivist.ui.session import Session

if TYPE_CHECKING:
    from archivist.ui.pdf_pages import PdfPages

_PAGES = ("text/html", "application/xhtml+xml")
_PDF = "application/pdf"
_CORRECTION = "correction"  # the reader of a text that was made by hand


class Beside(QObject):
    """Fills the pane beside the reader."""

    def __init__(
        self, session: Session, opening: Opening, reader: ReaderPanel, pane: BesidePane, messages: MessageBar
    ) -> None:
        super().__init__(reader)
        self._session = session
        self._opening = opening
        self._view = reader.view
        self._pane = pane
        self._messages = messages
        self._kept: str | None = None  # id of the article in the pane
        self._shows_original = False
        pane.closed.connect(self._on_closed)
        self._view.annotation_chosen.connect(self._light)
        pane.annotation_chosen.connect(self._light)
        opening.shown.connect(self._on_shown)
        session.annotations_changed.connect(self._on_annotations_changed)

    def toggle_article(self) -> None:
        """Keep the article that is shown beside whichever is opened next; again, and it is closed."""
        article = self._opening.article
        if article is None or self._kept == article.id:
            self._pane.close_pane()
            return
        self._shows_original = False
        self._keep(article)

    def toggle_original(self) -> None:
        """Show what the article was read from, beside its text; again, and it is closed."""
        if self._shows_original:
            self._pane.close_pane()
            return
        article = self._opening.article
        if article is not None and self._show_original(article):
            self._kept, self._shows_original = None, True
        elif article is not None:
            self._messages.tell(
                self.tr("What this article was read from is no image, page or PDF that can be shown."),
                self.tr("Its provenance says what it is, and where it came from."),
            )

    def close(self) -> None:
        """End the drawing of a document."""
        self._close_document()

    @cached_property
    def _document(self) -> PdfPages:
        """What draws a PDF, made for the first one."""
        from archivist.ui.pdf_pages import PdfPages

        document, shown = PdfPages(self), self._pane.document
        document.opened.connect(shown.show_pages)
        document.drawn.connect(shown.put_page)
        document.failed.connect(self._on_document_failed)
        shown.pages_wanted.connect(document.want)
        return document

    def _close_document(self) -> None:
        if "_document" in vars(self):
            self._document.close()

    def _keep(self, article: Article) -> None:
        archive = self._session.archive
        try:
            body = archive.articles.revision(article.id).body
            annotations = archive.annotations.of_article(article.id)
        except ArchivistError as error:
            self._messages.tell_error(error)
            return
        self._kept = article.id
        self._close_document()
        self._pane.view.set_reading_size(self._view.reading_size)
        self._pane.view.show_article(body, annotations, roles(body, article.title), published=article.published)
        self._pane.show_view(article.title)
        self._light()

    def _show_original(self, article: Article) -> bool:
        from archivist.ui.reader.original_views import LARGEST_PAGE, image_of

        original, originals = article.original, self._session.archive.originals
        self._close_document()
        if original is None:
            return False
        title = self.tr("Original: {title}").format(title=article.title)
        try:
            if original.media_type == _PDF:
                path = originals.path(original.sha256)
                if path.is_file():
                    self._pane.show_document(title)
                    self._document.open(path)
                return path.is_file()
            if original.media_type.startswith("image/"):
                image = image_of(originals.read(original.sha256))
                if image is not None:
                    self._pane.show_image(title, image)
                return image is not None
            if original.media_type in _PAGES and original.size <= LARGEST_PAGE:
                raw = originals.read(original.sha256)
                self._pane.show_page(title, raw.decode(self._encoding(article), errors="replace"))
                return True
        except (ArchivistError, LookupError):  # it is gone, or in an encoding that Python does not know
            return False
        return False

    def _encoding(self, article: Article) -> str:
        """That in which its original was read last: a text that was made by hand may be in another."""
        texts = self._session.archive.revisions.of_article(article.id)
        return next((text.encoding for text in reversed(texts) if text.reader != _CORRECTION), None) or "utf-8"

    def _on_document_failed(self) -> None:
        self._pane.close_pane()
        self._messages.tell(
            self.tr("The PDF that this article was read from cannot be shown."),
            self.tr("It may be damaged or locked with a password."),
        )

    def _light(self, _chosen: object = None) -> None:
        """Have the annotations of one record stand out in both texts."""
        views = (self._view,) if self._kept is None else (self._view, self._pane.view)
        chosen = {view.chosen for view in views} - {None}
        known = [each for view in views for each in view.annotations]
        records = {each.record for each in known if each.id in chosen} - {None}
        same = {each.id for each in known if each.record in records} if self._kept is not None else set()
        for view in views:
            view.light(same)

    def _on_shown(self) -> None:
        article = self._opening.article
        if self._shows_original and (article is None or not self._show_original(article)):
            self._pane.close_pane()
        self._light()

    def _on_closed(self) -> None:
        self._kept, self._shows_original = None, False
        self._close_document()
        self._light()
        self._view.setFocus()

    def _on_annotations_changed(self, article: str) -> None:
        if self._kept is not None and article in ("", self._kept):
            if self._session.archive.articles.is_deleted(self._kept):
                self._pane.close_pane()
                return
            self._pane.view.set_annotations(self._session.archive.annotations.of_article(self._kept))
            self._light()
