# SPDX-License-Identifier: GPL-3.0-or-later
"""What the history does: it opens and closes, leads to where a step was done, and takes steps back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from archivist.store.step_log import Place
from archivist.ui.history import HistoryPanel
from archivist.ui.messages import MessageBar
from archivist.ui.session import Session
from archivist.ui.undoing import Undoing


class Retracing(QObject):
    """Joins the panel of the history to the session."""

    place_found = Signal(object)  # Place

    def __init__(self, session: Session, panel: HistoryPanel, undoing: Undoing, messages: MessageBar) -> None:
        super().__init__(panel)
        self._session = session
        self._panel = panel
        self._messages = messages
        panel.place_wanted.connect(self._on_place_wanted)
        panel.taking_back_wanted.connect(undoing.take_back)
        panel.closed.connect(self.close)

    def toggle(self) -> None:
        """Open the panel, or close it."""
        if self._panel.isHidden():
            self.open()
        else:
            self.close()

    def open(self) -> None:
        """Open the panel and go there."""
        self._panel.show()
        self._panel.table.setFocus()

    def close(self) -> None:
        """Close the panel."""
        self._panel.hide()

    def take_back(self) -> None:
        """Undo the step that is chosen in the panel."""
        self._panel.take_back()

    def _on_place_wanted(self, number: int) -> None:
        place = self._session.archive.history.log.place(number)
        if place == Place():
            self._messages.tell(
                self.tr("There is nothing to show: what this step touched is in no article, or deleted.")
            )
        else:
            self.place_found.emit(place)
