# SPDX-License-Identifier: GPL-3.0-or-later
"""The popup on the codebook of three tags."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from archivist.ui.session import Session
from archivist.ui.tagging.popup import TagPopup


@pytest.fixture
def popup(qtbot: QtBot, session: Session) -> TagPopup:
    popup = TagPopup(session)
    qtbot.addWidget(popup)
    popup.open_at(QRect(100, 100, 60, 20))
    return popup
