# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from archivist.ui.articles.chips import FilterChips
from archivist.ui.icons import Icons
from archivist.ui.questions.articles import Filter


@pytest.fixture
def chips(qtbot: QtBot, icons: Icons) -> FilterChips:
    chips = FilterChips(icons)
    qtbot.addWidget(chips)
    return chips


def test_without_filters_they_take_no_room(chips: FilterChips) -> None:
    chips.show_filters([Filter("outlet", "Courier")])
    assert not chips.isHidden()
    chips.show_filters([])
    assert chips.isHidden()
    assert chips.buttons == []


def test_each_filter_is_named_and_goes_off_by_a_click(qtbot: QtBot, chips: FilterChips) -> None:
    chips.show_filters([Filter("month", "2022-01"), Filter("outlet", "")])
    assert [button.text() for button in chips.buttons] == ["January 2022", "Unknown outlet", "Clear all"]
    assert "Months" in chips.buttons[0].accessibleName()
    chips.show()
    with qtbot.waitSignal(chips.filter_unwanted) as unwanted:
        qtbot.mouseClick(chips.buttons[1], Qt.MouseButton.LeftButton)
    assert unwanted.args == [Filter("outlet", "")]
    with qtbot.waitSignal(chips.filters_unwanted):
        qtbot.mouseClick(chips.buttons[2], Qt.MouseButton.LeftButton)


def test_one_filter_needs_no_button_that_clears_all(chips: FilterChips) -> None:
    chips.show_filters([Filter("kind", "actor")])
    assert [button.text() for button in chips.buttons] == ["Actors"]


def test_a_long_value_is_shortened_and_an_ampersand_shown(chips: FilterChips) -> None:
    chips.show_filters([Filter("outlet", "Ham & eggs")])
    assert chips.buttons[0].text() == "Ham && eggs"
    chips.show_filters([Filter("outlet", "x" * 80)])
    assert len(chips.buttons[0].text()) == 30
    assert "x" * 80 in chips.buttons[0].toolTip()
