# SPDX-License-Identifier: GPL-3.0-or-later
"""Putting articles into collections and taking them out, renaming and deleting collections, deleting articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QWidget

from archivist.model import Article
from archivist.ui.messages import MessageBar
from archivist.ui.session import Session


class Collecting(QObject):
    """Asks for names and does the rest through the session."""

    def __init__(self, session: Session, messages: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._messages = messages
        self._window = window

    def add_to_collection(self, articles: Sequence[Article]) -> None:
        """Ask for a collection, which may be a new one, and put the articles into it."""
        names = [each.name for each in self._session.archive.collections.all()]
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(self.tr("Add to a collection"))
        dialog.setLabelText(self.tr("Collection, or the name of a new one:"))
        dialog.setComboBoxItems(names)
        dialog.setComboBoxEditable(True)
        ids = [article.id for article in articles]
        self._ask(dialog, lambda name: self.put_in(name, ids))

    def put_in(self, name: str, ids: Sequence[str]) -> None:
        """Put articles into a collection, which is made if it is new."""
        known = {each.name.casefold() for each in self._session.archive.collections.all()}
        if name.casefold() not in known and self._session.add_collection(name) is None:
            return
        if self._session.put_in(name, ids):
            self._messages.tell(self.tr("%n article(s) added to “{name}”.", "", len(ids)).format(name=name))

    def take_out(self, name: str, articles: Sequence[Article]) -> None:
        """Take articles out of a collection."""
        if self._session.take_out(name, [article.id for article in articles]):
            self._messages.tell(self.tr("%n article(s) taken out of “{name}”.", "", len(articles)).format(name=name))

    def rename(self, name: str) -> None:
        """Ask for another name of a collection."""
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(self.tr("Rename the collection"))
        dialog.setLabelText(self.tr("Name:"))
        dialog.setTextValue(name)
        self._ask(dialog, lambda new: self._session.rename_collection(name, new))

    def delete(self, name: str) -> None:
        """Delete a collection; its articles stay."""
        if self._session.delete_collection(name):
            self._tell_deleted(self.tr("The collection “{name}” was deleted; its articles stay.").format(name=name))

    def delete_articles(self, articles: Sequence[Article]) -> None:
        """Delete articles with their annotations."""
        annotations = sum(article.annotation_count for article in articles)
        if articles and self._session.delete_articles([article.id for article in articles]):
            count = self.tr("%n article(s) deleted", "", len(articles))
            along = self.tr("with %n annotation(s)", "", annotations) if annotations else ""
            self._tell_deleted(f"{count} {along}".strip() + ".")

    def _tell_deleted(self, sentence: str) -> None:
        self._messages.tell(sentence, of_step=[(self.tr("Undo"), self._session.undo)])

    def _ask(self, dialog: QInputDialog, then: Callable[[str], object]) -> None:
        def accept(text: str) -> None:
            if text.strip():
                then(text.strip())

        dialog.textValueSelected.connect(accept)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
