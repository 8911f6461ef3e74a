# SPDX-License-Identifier: GPL-3.0-or-later
"""Copying words with their citation, and going to the address that such a citation ends with."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from archivist.errors import ArchivistError
from archivist.model import Article
from archivist.passage_address import PassageAddress, is_address
from archivist.ui.messages import Level, MessageBar
from archivist.ui.opening import Opening
from archivist.ui.reader import ReaderPanel
from archivist.ui.session import Session
from archivist.ui.wording import Wording


class Citing(QObject):
    """Puts citations on the clipboard, and opens the passages that addresses lead to."""

    place_wanted = Signal(str, int, int)  # an article (id) and a span of it, in code points
    article_wanted = Signal(str)  # id

    def __init__(self, session: Session, opening: Opening, reader: ReaderPanel, messages: MessageBar) -> None:
        super().__init__(reader)
        self._session = session
        self._opening = opening
        self._view = reader.view
        self._messages = messages
        self._wording = Wording(self)

    def copy(self) -> None:
        """Copy what is selected, or else the words of the chosen annotation, with its citation."""
        article, span = self._opening.article, self._span()
        if article is None:
            return
        if span is None:
            self._messages.tell(
                self.tr("There is nothing selected to be cited."),
                self.tr("Select words in the article, or choose an annotation."),
            )
            return
        address = PassageAddress(article.id, self._session.archive.articles.revision(article.id).number, *span)
        data = QMimeData()
        data.setText(self.citation(article, self._view.article_text[slice(*span)], address))
        QGuiApplication.clipboard().setMimeData(data)
        self._messages.tell(self.tr("Copied with its citation."))

    def citation(self, article: Article, words: str, address: PassageAddress) -> str:
        """Words in quotation marks, and below them title, outlet, date and the address of the passage."""
        source = [f"“{article.title}”" if article.title else "", article.outlet, self._wording.date(article.published)]
        return f"“{words}”\n— {', '.join(filter(None, source))}\n{address}"

    def go_to_clipboard(self) -> None:
        """Go to the address on the clipboard; a citation that ends with one will do."""
        lines = QGuiApplication.clipboard().text().strip().splitlines()
        found = next((line for line in reversed(lines) if is_address(line)), "")
        if found:
            self.go_to(found)
        else:
            self._messages.tell(
                self.tr("There is no address of a passage on the clipboard."),
                self.tr("Copy one that begins with archivist:// and try again."),
            )

    def go_to(self, text: str) -> None:
        """Show the passage that an address leads to, or say why that cannot be."""
        try:
            address = PassageAddress.read(text)
            current = self._session.archive.articles.revision(address.article)
            span = self._followed(address, current.number, current.body)
        except ArchivistError as error:
            self._messages.tell_error(error)
            return
        if span is None:
            self.article_wanted.emit(address.article)
            if address.end:
                self._messages.tell(
                    self.tr("The text was corrected since, and it is not certain where this passage stands now."),
                    level=Level.WARNING,
                )
            return
        self.place_wanted.emit(address.article, *span)
        self._view.select(*span)

    def _followed(self, address: PassageAddress, number: int, body: str) -> tuple[int, int] | None:
        """Where the passage stands in the current text, in code points; None where it is not certain, or all of it."""
        from archivist.store.span_map import SpanMap

        start, end = address.start, address.end
        if address.revision not in (0, number):
            before = self._session.archive.revisions.find(address.article, str(address.revision)).body
            place = SpanMap(before, body).place(start, end) if end <= len(before) and start < end else None
            return None if place is None else (place, place + end - start)
        return (start, end) if start < end <= len(body) else None

    def _span(self) -> tuple[int, int] | None:
        span = self._view.selection()
        chosen = self._view.chosen
        if span is None and chosen is not None:
            annotation = self._session.archive.annotations.get(chosen)
            span = annotation.start, annotation.end
        return span
