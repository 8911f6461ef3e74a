# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from archivist.ui.forms import Part, RowsField
from archivist.ui.icons import Icons


@pytest.fixture
def field(qtbot: QtBot, icons: Icons) -> RowsField:
    field = RowsField((Part("Name", "name", 2), Part("Language", "uk", 1)), "Add a name", icons.give)
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    return field


def test_rows_are_shown_and_read(field: RowsField) -> None:
    field.load([("Port", "en"), ("Порт", "")])
    assert field.values() == [("Port", "en"), ("Порт", "")]
    field.load([])
    assert field.values() == []


def test_a_new_row_is_none_until_something_stands_in_it(qtbot: QtBot, field: RowsField) -> None:
    qtbot.mouseClick(field.findChild(QPushButton), Qt.MouseButton.LeftButton)
    name, language = field.findChildren(QLineEdit)
    assert name.hasFocus()
    assert field.values() == []
    with qtbot.waitSignals([field.edited, field.finished]):
        qtbot.keyClicks(language, "en")
        qtbot.keyClick(language, Qt.Key.Key_Return)
    assert field.values() == [("", "en")]


def test_taking_a_row_away_is_an_edit(qtbot: QtBot, field: RowsField) -> None:
    field.load([("Port", "en"), ("Pier", "en")])
    with qtbot.waitSignal(field.finished):
        field.findChildren(QToolButton)[0].click()
    assert field.values() == [("Pier", "en")]


def test_a_row_to_be_removed_is_called_by_what_stands_in_it(field: RowsField) -> None:
    field.load([("Port", "en")])
    field.findChildren(QLineEdit)[0].setText("Pier")
    assert field.findChild(QToolButton).accessibleName() == "Remove Pier"
