# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from archivist.store import Archive
from archivist.ui.actions import ActionTable, Needs
from archivist.ui.icons import Icons
from archivist.ui.keys import Keys, acts_in_article_only, is_key, tag_with
from archivist.ui.settings import CHANGED_KEYS, Settings
from archivist.ui.window_actions import Actions


@pytest.fixture
def keys(qapp: QApplication, settings: Settings) -> Keys:
    return Keys(settings)


def test_what_the_settings_hold_wrongly_is_left_out(qapp: QApplication, settings: Settings) -> None:
    settings.set(CHANGED_KEYS, ["gone\tCtrl+B", "export\tCtrl+B\tno such key", "about\tCtrl+B\tCtrl+Shift+F12"])
    keys = Keys(settings)
    assert keys.of("export") == ("Ctrl+B",)
    assert keys.of("about") == ("Ctrl+Shift+F12",)
    assert keys.of("back_up") == ()
    assert keys.action_with("Ctrl+B").id == "export"  # type: ignore[union-attr]


def test_the_second_key_of_an_action_stays_when_the_first_is_changed(keys: Keys) -> None:
    keys.set_first("zoom_in", "Ctrl+Shift+F12")
    assert keys.of("zoom_in") == ("Ctrl+Shift+F12", "Ctrl+=")
    keys.set_first("zoom_in", "Ctrl+=")
    assert keys.of("zoom_in") == ("Ctrl+=",)


@pytest.mark.parametrize(
    ("key", "expected"),
    [("N", True), ("Shift+N", True), (".", True), ("F5", False), ("Shift+F5", False), ("Alt+N", False)],
)
def test_a_plain_key_acts_in_the_article_only(qapp: QApplication, key: str, expected: bool) -> None:
    action = next(action for action in ActionTable().actions() if action.id == "export")
    assert acts_in_article_only(action, key) is expected


def test_a_key_is_one_that_qt_knows(qapp: QApplication) -> None:
    assert is_key("Ctrl+Shift+P")
    assert not any(map(is_key, ("", "Ctrl+A, B", "nonsense", "ctrl+p")))


def test_the_tag_of_a_key_is_found_by_the_first_of_two(archive: Archive) -> None:
    archive.tags.add("soldiers", "figure", shortcut="xs")
    tags = archive.tags.all()
    assert [getattr(tag_with(key, tags), "name", None) for key in ("X", "Shift+X", "S", "Ctrl+X", "Esc")] == [
        "soldiers", "soldiers", "strike", None, None,
    ]  # fmt: skip


def test_an_action_that_a_tags_key_takes_in_the_article_is_named(keys: Keys) -> None:
    assert keys.action_shadowed_by("ns").id == "edit_note"  # type: ignore[union-attr]
    assert keys.action_shadowed_by("q") is None


def test_changed_keys_act_at_once_and_plain_ones_in_the_article_only(qtbot: QtBot, keys: Keys, icons: Icons) -> None:
    window, article, field = QWidget(), QWidget(), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(article)
    column.addWidget(field)
    qtbot.addWidget(window)
    actions = Actions(window, article, icons, keys)
    done: list[str] = []
    actions["edit_note"].triggered.connect(lambda: done.append("note"))
    actions.set_possible(Needs.ANNOTATION, True)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    article.setFocusPolicy(field.focusPolicy())
    article.setFocus()
    QTest.keySequence(article, QKeySequence("N"))
    keys.set_first("edit_note", "Ctrl+Shift+F12")
    QTest.keySequence(window, QKeySequence("Ctrl+M"))
    QTest.keySequence(window, QKeySequence("Ctrl+Shift+F12"))
    assert done == ["note", "note"]
    field.setFocus()
    QTest.keySequence(field, QKeySequence("N"))
    assert field.text() in ("n", "N")
    assert done == ["note", "note"]
    window.close()


def test_a_sentence_names_the_key_as_it_is_now_or_the_action(keys: Keys) -> None:
    assert keys.told("retag") == "Ctrl+T"
    keys.set_first("retag", "Ctrl+Shift+F12")
    assert keys.told("retag") == "Ctrl+Shift+F12"
    keys.set_first("retag", "")
    assert keys.told("retag") == "“Another tag”"
