# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QColorDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from archivist.ui.contrast import FOR_MARKS, contrast
from archivist.ui.tagging.colour_field import PRESETS, ColourField
from archivist.ui.theme import DARK, LIGHT


@pytest.fixture
def field(qtbot: QtBot) -> ColourField:
    field = ColourField()
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.set_colour(PRESETS[0])
    return field


def hint(field: ColourField) -> str:
    return field.findChild(QLabel).text()


@pytest.mark.parametrize("colour", PRESETS)
@pytest.mark.parametrize("page", [LIGHT.page, DARK.page])
def test_what_is_offered_shows_on_both_pages(colour: str, page: str) -> None:
    assert contrast(QColor(colour), QColor(page)) >= FOR_MARKS


def test_a_swatch_is_chosen_by_click_or_key(qtbot: QtBot, field: ColourField) -> None:
    swatch = next(each for each in field.findChildren(QAbstractButton) if each.accessibleName() == PRESETS[3])
    with qtbot.waitSignal(field.chosen):
        qtbot.keyClick(swatch, Qt.Key.Key_Space)
    assert field.colour() == PRESETS[3]
    assert swatch.isChecked()


def test_the_swatches_are_one_stop_of_tab_and_the_arrows_go_on(qtbot: QtBot, field: ColourField) -> None:
    swatches = {each.accessibleName(): each for each in field.findChildren(QAbstractButton)}
    field.set_colour(PRESETS[4])
    stops = [colour for colour in PRESETS if swatches[colour].focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [PRESETS[4]]
    swatches[PRESETS[4]].setFocus()
    qtbot.keyClick(swatches[PRESETS[4]], Qt.Key.Key_Down)
    assert swatches[PRESETS[10]].hasFocus()
    qtbot.keyClick(swatches[PRESETS[10]], Qt.Key.Key_Left)
    assert swatches[PRESETS[9]].hasFocus()


@pytest.mark.parametrize(("colour", "said"), [("#ffff99", "Too pale"), ("#101830", "Too dark"), ("#2f84c8", "well")])
def test_says_how_a_colour_shows(field: ColourField, colour: str, said: str) -> None:
    field.set_colour(colour)
    assert said in hint(field)


def test_what_is_no_colour_is_said_and_not_given(qtbot: QtBot, field: ColourField) -> None:
    line = field.findChild(QLineEdit)
    line.clear()
    qtbot.keyClicks(line, "#12")
    assert "#rrggbb" in hint(field)
    with qtbot.assertNotEmitted(field.chosen):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert field.colour() == ""


def test_any_other_colour_can_be_chosen(qtbot: QtBot, field: ColourField) -> None:
    field.findChild(QPushButton).click()
    dialog = field.findChild(QColorDialog)
    dialog.setCurrentColor(QColor("#335577"))
    with qtbot.waitSignal(field.chosen):
        dialog.accept()
    assert field.colour() == "#335577"
