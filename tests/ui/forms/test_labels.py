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


def test_a_value_that_has_no_room_ends_in_dots_until_it_is_gone_into(qtbot: QtBot) -> None:
    line = CopyableLine()
    qtbot.addWidget(line)
    line.show_value("28 November 2026, 02:02")
    line.resize(400, 24)
    assert line.seen() == "28 November 2026, 02:02"
    line.resize(90, 24)
    assert line.seen().startswith("28 N")
    assert line.seen().endswith("…")
    assert line.toolTip() == line.text() == "28 November 2026, 02:02"
    with qtbot.waitExposed(line):
        line.show()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    assert line.seen() == line.text()


def test_the_dots_are_painted(qtbot: QtBot) -> None:
    line = CopyableLine()
    qtbot.addWidget(line)
    line.resize(90, 24)
    line.show_value("28 November 2026")
    cut = line.grab().toImage()
    line.show_value("28 November 2026, at noon")
    assert line.grab().toImage() == cut
    line.show_value("28 N")
    assert line.grab().toImage() != cut
