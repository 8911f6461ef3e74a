# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archivist.model import Article
from archivist.store import Archive
from archivist.ui.command_palette import CommandPalette
from archivist.ui.settings import RECENT_COMMANDS, Settings
from archivist.ui.window import Window

Type = Callable[[QWidget, str], None]


@pytest.fixture
def window(open_window: Callable[[Archive], Window], archive: Archive, add_article: Callable[..., Article]) -> Window:
    add_article("Страйк триває")
    return open_window(archive)


@pytest.fixture
def palette(window: Window) -> Iterator[CommandPalette]:
    QTest.keySequence(window, QKeySequence("Ctrl+Shift+P"))
    assert window.palette_.isVisible()
    yield window.palette_
    window.palette_.close()


def listed(palette: CommandPalette) -> list[str]:
    model = palette.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def spoken(palette: CommandPalette) -> str:
    text: str = palette.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    return text


def test_an_action_is_found_by_its_words_and_done(
    qtbot: QtBot, window: Window, palette: CommandPalette, type_text: Type
) -> None:
    type_text(palette.field, "conco")
    assert listed(palette)[0] == "Concordance"
    assert spoken(palette) == "Concordance, Search, F7"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert window.desk.concordance.isVisible()


def test_words_of_the_menu_count_and_their_order_does_not(palette: CommandPalette, type_text: Type) -> None:
    type_text(palette.field, "dark colours")
    assert listed(palette) == ["Dark"]


def test_an_action_is_found_by_its_key(palette: CommandPalette, type_text: Type) -> None:
    type_text(palette.field, "ctrl+shift+x")
    assert listed(palette) == ["Save the concordance as a table"]


def test_what_cannot_be_done_now_says_so_and_is_not_done(
    qtbot: QtBot, palette: CommandPalette, type_text: Type
) -> None:
    type_text(palette.field, "redo")
    assert spoken(palette).endswith("not possible now")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_what_was_done_lately_comes_first(
    qtbot: QtBot, window: Window, palette: CommandPalette, type_text: Type, settings: Settings
) -> None:
    type_text(palette.field, "larger")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    palette.open()
    assert listed(palette)[0] == "Larger text"
    assert settings.get(RECENT_COMMANDS) == ["zoom_in"]


def test_the_action_acts_where_one_was(qtbot: QtBot, window: Window, type_text: Type) -> None:
    view = window.desk.reader.view
    view.setFocus()
    view.select(0, 0)
    window.palette_.open()
    type_text(window.palette_.field, "select the word")
    qtbot.keyClick(window.palette_.field, Qt.Key.Key_Return)
    assert view.selection() == (0, len("Страйк"))
    assert view.hasFocus()


def test_all_keys_are_those_that_were_chosen(window: Window, type_text: Type) -> None:
    window.keys.set_first("about", "F12")
    window.palette_.open()
    type_text(window.palette_.field, "about")
    assert spoken(window.palette_) == "About Archivist, Help, F12"
    window.palette_.close()


@pytest.mark.usefixtures("ukrainian")
def test_in_ukrainian_an_action_is_found_by_its_english_name_as_well(
    request: pytest.FixtureRequest, type_text: Type
) -> None:
    window: Window = request.getfixturevalue("window")
    window.palette_.open()
    type_text(window.palette_.field, "Конкорданс")
    named = listed(window.palette_)[0]
    window.palette_.field.clear()
    type_text(window.palette_.field, "concordance")
    assert named in listed(window.palette_)
    window.palette_.close()
