# SPDX-License-Identifier: GPL-3.0-or-later
"""What helps to read the article that is shown: citations, addresses of passages, and what is read beside it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QSplitter

from archivist.ui.beside import Beside
from archivist.ui.citing import Citing
from archivist.ui.icons import Icons
from archivist.ui.keys import Keys, shown
from archivist.ui.messages import MessageBar
from archivist.ui.opening import Opening
from archivist.ui.reader import BesidePane, ReaderPanel
from archivist.ui.session import Session


class Reading(QObject):
    """Holds what acts on the reader without changing anything in the archive."""

    def __init__(
        self,
        session: Session,
        opening: Opening,
        reader: ReaderPanel,
        messages: MessageBar,
        keys: Keys,
        icons: Icons,
    ) -> None:
        super().__init__(reader)
        self._reader, self._keys = reader, keys
        self.pane = BesidePane(icons)
        self.pane.hide()
        self.area = QSplitter(Qt.Orientation.Horizontal)  # the reader, and what is beside it
        self.area.setHandleWidth(1)
        self.area.setChildrenCollapsible(False)
        self.area.addWidget(reader)
        self.area.addWidget(self.pane)
        for side in (0, 1):
            self.area.setStretchFactor(side, 1)
        self.beside = Beside(session, opening, reader, self.pane, messages)
        self.citing = Citing(session, opening, reader, messages)
        keys.changed.connect(self._name_keys)
        self._name_keys()

    def _name_keys(self) -> None:
        """Let the bars below the article name the keys as they are now."""
        previous, next_ = (", ".join(shown(self._keys.of(action)[:1])) for action in ("previous_hit", "next_hit"))
        self._reader.set_hit_keys(previous, next_)
