# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archivist.ui.forms import LongTextField


def test_grows_with_its_text(qtbot: QtBot) -> None:
    field = LongTextField()
    qtbot.addWidget(field)
    field.resize(300, 80)
    field.show()
    empty = field.sizeHint().height()
    field.load("\n".join("рядок" for _ in range(8)))
    eight = field.sizeHint().height()
    field.load("\n".join("рядок" for _ in range(80)))
    assert empty < eight < field.sizeHint().height() < 3 * eight


def test_asks_to_be_kept_only_when_something_new_stands_in_it(
    qtbot: QtBot, type_text: Callable[[QWidget, str], None]
) -> None:
    field = LongTextField()
    qtbot.addWidget(field)
    field.show()
    field.load("так")
    with qtbot.assertNotEmitted(field.paused):
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    with qtbot.waitSignal(field.paused):
        type_text(field, "і")


def test_the_cursor_stays_when_what_is_kept_is_loaded_again(qtbot: QtBot) -> None:
    field = LongTextField()
    qtbot.addWidget(field)
    field.load("слово")
    cursor = field.textCursor()
    cursor.setPosition(3)
    field.setTextCursor(cursor)
    field.load("слово")
    assert field.textCursor().position() == 3
