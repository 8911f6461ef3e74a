# SPDX-License-Identifier: GPL-3.0-or-later
"""What helps to read the article that is shown: citations, and the addresses of passages."""

from __future__ import annotations

from PySide6.QtCore import QObject

from archivist.ui.citing import Citing
from archivist.ui.messages import MessageBar
from archivist.ui.opening import Opening
from archivist.ui.reader import ReaderPanel
from archivist.ui.session import Session


class Reading(QObject):
    """Holds what acts on the reader without changing anything in the archive."""

    def __init__(self, session: Session, opening: Opening, reader: ReaderPanel, messages: MessageBar) -> None:
        super().__init__(reader)
        self.citing = Citing(session, opening, reader, messages)
