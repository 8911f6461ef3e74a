# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from archivist.ui.forms import DateField


@pytest.fixture
def field(qtbot: QtBot) -> DateField:
    field = DateField()
    qtbot.addWidget(field)
    field.show()
    return field


def message(field: DateField) -> str:
    return field.findChild(QLabel).text()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2022-01-08", "8 January 2022"),
        ("2022-01", "1 January 2022 to 31 January 2022"),
        ("2022-01-05/", "from 5 January 2022"),
        ("/2022-01-05", "until 5 January 2022"),
    ],
)
def test_says_what_a_date_means(qtbot: QtBot, field: DateField, typed: str, said: str) -> None:
    qtbot.keyClicks(field.findChild(QLineEdit), typed)
    assert message(field) == said
    assert field.is_valid()


def test_says_that_a_date_cannot_be_understood(qtbot: QtBot, field: DateField) -> None:
    line = field.findChild(QLineEdit)
    qtbot.keyClicks(line, "8 Jan")
    assert "Not a date" in message(field)
    assert line.accessibleDescription() == message(field)
    assert not field.is_valid()


@pytest.mark.parametrize(
    ("typed", "said"), [("2022-02-30", "is not in the calendar"), ("2022-01-05/2021", "ends before it begins")]
)
def test_says_what_is_wrong_with_a_date(qtbot: QtBot, field: DateField, typed: str, said: str) -> None:
    qtbot.keyClicks(field.findChild(QLineEdit), typed)
    assert said in message(field)
    assert not field.is_valid()


def test_empty_is_no_mistake(qtbot: QtBot, field: DateField) -> None:
    field.set_text("soon")
    field.findChild(QLineEdit).clear()
    assert field.is_valid()
    assert message(field) == ""


def test_tells_when_it_is_left(qtbot: QtBot, field: DateField) -> None:
    with qtbot.waitSignal(field.finished):
        qtbot.keyClick(field.findChild(QLineEdit), Qt.Key.Key_Return)
