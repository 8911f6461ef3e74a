# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from archivist.ui.session import Session
from archivist.ui.tagging import TagStrip


@pytest.fixture
def strip(qtbot: QtBot, session: Session) -> TagStrip:
    strip = TagStrip(session)
    qtbot.addWidget(strip)
    strip.resize(600, 60)
    strip.show()
    return strip


def buttons(strip: TagStrip) -> dict[str, QAbstractButton]:
    return {each.text(): each for each in strip.findChildren(QAbstractButton) if not each.isHidden()}


def test_shows_the_tags_that_have_a_key(strip: TagStrip, session: Session) -> None:
    session.add_tag(name="rumour", kind="event")
    assert list(buttons(strip)) == ["strike", "ministry", "killed", "All tags…"]


def test_names_kind_and_key_for_those_who_hear(strip: TagStrip) -> None:
    assert buttons(strip)["killed"].accessibleName() == "killed, figure, key k"


def test_a_click_does_what_the_key_does(qtbot: QtBot, strip: TagStrip, session: Session) -> None:
    strike = session.archive.tags.named("strike")
    with qtbot.waitSignal(strip.tag_clicked, check_params_cb=lambda id_: id_ == strike.id):
        qtbot.mouseClick(buttons(strip)["strike"], Qt.MouseButton.LeftButton)


def test_leads_to_the_other_tags(qtbot: QtBot, strip: TagStrip) -> None:
    with qtbot.waitSignal(strip.more_wanted):
        qtbot.mouseClick(buttons(strip)["All tags…"], Qt.MouseButton.LeftButton)


def test_follows_the_codebook(strip: TagStrip, session: Session) -> None:
    session.edit_tag(session.archive.tags.named("killed").id, name="dead")
    assert "dead" in buttons(strip)
    assert "killed" not in buttons(strip)


def test_takes_more_lines_where_it_is_narrow(strip: TagStrip) -> None:
    assert strip.heightForWidth(150) > strip.heightForWidth(900)


def test_takes_no_focus_from_the_reader(strip: TagStrip) -> None:
    assert all(each.focusPolicy() == Qt.FocusPolicy.NoFocus for each in buttons(strip).values())
