# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pytestqt.qtbot import QtBot

from archivist.ui.forms import CopyableLine, link_button


def test_a_link_is_named_by_all_its_words_and_shown_as_far_as_there_is_room(qtbot: QtBot) -> None:
    text = "ham & eggs " * 20
    link = link_button(text, 120)
    qtbot.addWidget(link)
    assert link.accessibleName() == link.toolTip() == text
    assert "&&" in link.text()
    assert link.fontMetrics().horizontalAdvance(link.text().replace("&&", "&")) <= 120


def test_a_value_that_has_no_room_ends_in_an_ellipsis_until_somebody_is_in_it(qtbot: QtBot) -> None:
    line = CopyableLine()
    qtbot.addWidget(line)
    address = "https://press.example/2024/03/05/the-dam-at-the-upper-lock"
    line.show_value(address)
    line.resize(120, line.sizeHint().height())
    line.show()
    assert line.shown_text().endswith("…")
    assert line.fontMetrics().horizontalAdvance(line.shown_text()) <= 120
    assert line.text() == line.toolTip() == address
    elided = line.grab().toImage()
    line.selectAll()
    assert line.shown_text() == address
    line.deselect()
    line.resize(1000, line.height())
    assert line.shown_text() == address
    assert elided != line.grab(line.rect().adjusted(0, 0, 120 - 1000, 0)).toImage()
