# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from archivist import paths
from archivist.ui.actions import ARTICLE_MENU, MENUS, ActionTable, Needs
from archivist.ui.icons import Icons
from archivist.ui.keys import Keys
from archivist.ui.settings import Settings
from archivist.ui.window_actions import Actions


def in_menus(content: Iterable[object]) -> list[str]:
    found: list[str] = []
    for each in content:
        if isinstance(each, tuple):
            found += in_menus(each[1])
        elif isinstance(each, str) and each and not each.startswith("…"):
            found.append(each)
    return found


@pytest.fixture
def actions(qtbot: QtBot, icons: Icons, settings: Settings) -> Iterator[Actions]:
    window, article = QWidget(), QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(article)
    yield Actions(window, article, icons, Keys(settings))
    window.close()  # which keeps them both alive until here
    article.close()


def test_every_action_has_a_text_and_a_key_that_qt_knows(qapp: QApplication) -> None:
    for action in ActionTable().actions():
        assert action.text
        for key in filter(None, (action.shortcut, action.also, action.also_in_article)):
            assert QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText) == key
        assert action.shortcut


def test_no_two_actions_share_a_key(qapp: QApplication) -> None:
    keys = Counter(
        key
        for action in ActionTable().actions()
        for key in (action.shortcut, action.also, action.also_in_article)
        if key
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_action_is_in_the_menus_once(qapp: QApplication) -> None:
    declared = [action.id for action in ActionTable().actions()]
    found = [id_ for _, content in MENUS for id_ in in_menus(content)]
    assert sorted(found) == sorted(declared)


def test_the_menu_of_the_article_holds_actions(qapp: QApplication) -> None:
    assert set(in_menus(ARTICLE_MENU)) <= {action.id for action in ActionTable().actions()}


def test_every_menu_has_a_title(actions: Actions) -> None:
    table = ActionTable()
    bar = QMenuBar()
    actions.fill_menu_bar(bar)
    for id_, title in table.menu_titles().items():
        assert title
        assert actions.menu(id_).title() == title


def test_every_icon_is_there(qapp: QApplication) -> None:
    for action in ActionTable().actions():
        assert not action.icon or (paths.resources() / "icons" / f"{action.icon}.svg").is_file()


def test_an_icon_is_drawn_for_a_button_or_when_a_menu_is_opened(actions: Actions) -> None:
    bar = QMenuBar()
    actions.fill_menu_bar(bar)
    assert actions["undo"].icon().isNull()
    assert not actions.drawn("delete_record").icon().isNull()
    actions.menu("edit").aboutToShow.emit()
    assert not actions["undo"].icon().isNull()


def test_keys_of_the_article_do_not_act_elsewhere(qapp: QApplication) -> None:
    single = [action for action in ActionTable().actions() if len(action.shortcut) == 1]
    assert single
    assert all(action.in_article for action in single)


def test_an_action_waits_for_what_it_needs(actions: Actions) -> None:
    assert not actions["undo"].isEnabled()
    actions.set_possible(Needs.UNDO, True)
    assert actions["undo"].isEnabled()
    assert not actions["redo"].isEnabled()


def test_an_action_without_a_slot_is_noticed(actions: Actions) -> None:
    with pytest.raises(ValueError, match="import_files"):
        actions.connect_all({action.id: print for action in actions.table() if action.id != "import_files"})
