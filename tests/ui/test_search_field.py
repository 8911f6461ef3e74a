# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from archivist.errors import QueryMistake
from archivist.ui.icons import Icons
from archivist.ui.search_field import SearchField

Type = Callable[[QWidget, str], None]


@pytest.fixture
def field(qtbot: QtBot, icons: Icons) -> SearchField:
    field = SearchField(icons)
    qtbot.addWidget(field)
    field.show()
    return field


def line(field: SearchField) -> QLineEdit:
    return field.findChildren(QLineEdit)[0]


def test_typing_says_what_is_typed(qtbot: QtBot, field: SearchField, type_text: Type) -> None:
    with qtbot.waitSignal(field.query_changed, check_params_cb=lambda query: query == "ґанок"):
        type_text(line(field), "ґанок")


def test_a_mistake_is_told_at_its_place(field: SearchField) -> None:
    field.show_mistake(QueryMistake("dam AND <b>", 8, "a word was expected"))
    assert "dam AND <u><b>&lt;</b></u>b&gt;" in field.mistake
    assert "a word was expected" in field.mistake
    field.show_mistake(None)
    assert field.mistake == ""


def test_a_mistake_at_the_end_is_told_too(field: SearchField) -> None:
    field.show_mistake(QueryMistake("dam AND", 7, "a word was expected"))
    assert "dam AND<u><b>\u00a0</b></u>" in field.mistake


def test_escape_empties_the_field_and_down_leaves_it(qtbot: QtBot, field: SearchField) -> None:
    field.set_query("dam")
    qtbot.keyClick(line(field), Qt.Key.Key_Escape)
    assert field.query == ""
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(line(field), Qt.Key.Key_Down)
