# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeping searches under a name, renaming and deleting them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QWidget

from archivist.model import SavedSearch
from archivist.ui.messages import MessageBar
from archivist.ui.questions.articles import Wanted, chosen_of
from archivist.ui.session import Session
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_WIDTH = 56 * GRID


class SavingSearches(QObject):
    """Asks for names and does the rest through the session."""

    def __init__(self, session: Session, messages: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._messages = messages
        self._window = window
        self._wording = Wording(self)

    def save(self, wanted: Wanted) -> None:
        """Ask for a name and keep a search under it, with its filters and its order."""

        def keep(name: str) -> None:
            chosen = chosen_of(wanted.filters)
            if self._session.save_search(name, wanted.query, wanted.sort.value, chosen) is not None:
                said = self.tr("The search was saved as “{name}”; it stands in the sidebar.")
                self._messages.tell(said.format(name=name))

        self._ask(self.tr("Save the search"), self._suggested_name(wanted), keep)

    def rename(self, search: SavedSearch) -> None:
        """Ask for another name of a saved search."""
        self._ask(
            self.tr("Rename the saved search"), search.name, lambda name: self._session.rename_search(search.id, name)
        )

    def delete(self, search: SavedSearch) -> None:
        """Delete a saved search; what it finds stays."""
        if self._session.delete_search(search.id):
            self._messages.tell(
                self.tr("The saved search “{name}” was deleted.").format(name=search.name),
                of_step=[(self.tr("Undo"), self._session.undo)],
            )

    def _suggested_name(self, wanted: Wanted) -> str:
        values = [self._wording.facet_value(filter_.field, filter_.value) for filter_ in sorted(wanted.filters)]
        return ", ".join(filter(None, (wanted.query, *values)))

    def _ask(self, title: str, name: str, then: Callable[[str], object]) -> None:
        def accept(text: str) -> None:
            if text.strip():
                then(text.strip())

        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("Name:"))
        dialog.setTextValue(name)
        dialog.setMinimumWidth(_WIDTH)
        dialog.textValueSelected.connect(accept)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
