# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pytestqt.qtbot import QtBot

from archivist.ui.forms import link_button


def test_a_link_is_named_by_all_its_words_and_shown_as_far_as_there_is_room(qtbot: QtBot) -> None:
    text = "ham & eggs " * 20
    link = link_button(text, 120)
    qtbot.addWidget(link)
    assert link.accessibleName() == link.toolTip() == text
    assert "&&" in link.text()
    assert link.fontMetrics().horizontalAdvance(link.text().replace("&&", "&")) <= 120
