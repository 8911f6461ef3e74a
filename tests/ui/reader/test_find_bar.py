# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from archivist.ui.icons import Icons
from archivist.ui.reader.find_bar import FindBar


@pytest.fixture
def bar(qapp: QApplication, qtbot: QtBot) -> FindBar:
    bar = FindBar(Icons(qapp))
    qtbot.addWidget(bar)
    with qtbot.waitExposed(bar):
        bar.open()
    return bar


def test_typing_is_reported(bar: FindBar, type_text: Callable[..., None], qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.words_changed) as changed:
        type_text(bar.findChild(QLineEdit), "ї")
    assert changed.args == ["ї"]


@pytest.mark.parametrize(
    ("modifier", "signal"),
    [(Qt.KeyboardModifier.NoModifier, "next_asked"), (Qt.KeyboardModifier.ShiftModifier, "previous_asked")],
)
def test_enter_goes_on_and_with_shift_back(
    bar: FindBar, qtbot: QtBot, modifier: Qt.KeyboardModifier, signal: str
) -> None:
    with qtbot.waitSignal(getattr(bar, signal)):
        qtbot.keyClick(bar.findChild(QLineEdit), Qt.Key.Key_Return, modifier)


def test_escape_closes(bar: FindBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar.findChild(QLineEdit), Qt.Key.Key_Escape)
    assert not bar.isVisible()


@pytest.mark.parametrize(
    ("words", "number", "count", "text"),
    [("", 0, 0, ""), ("слово", 0, 0, "Not found"), ("слово", 2, 7, "2 of 7"), ("слово", 0, 7, "– of 7")],
)
def test_the_count(bar: FindBar, words: str, number: int, count: int, text: str) -> None:
    bar.findChild(QLineEdit).setText(words)
    bar.show_count(number, count)
    assert bar.findChild(QLabel).text() == text


def test_without_hits_there_is_nothing_to_go_to(bar: FindBar) -> None:
    bar.show_count(0, 0)
    enabled = {button.accessibleName(): button.isEnabled() for button in bar.findChildren(QToolButton)}
    assert enabled == {"Previous hit": False, "Next hit": False, "Close the find bar": True}


def test_every_control_has_a_name(bar: FindBar) -> None:
    for control in [*bar.findChildren(QToolButton), bar.findChild(QLineEdit)]:
        assert QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
