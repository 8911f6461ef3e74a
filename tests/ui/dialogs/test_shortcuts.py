# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItemIterator,
)
from pytestqt.qtbot import QtBot

from archivist.store import Archive
from archivist.ui.actions import ActionTable
from archivist.ui.dialogs import ShortcutsDialog
from archivist.ui.dialogs.key_field import KeyField
from archivist.ui.keys import Keys
from archivist.ui.settings import Settings


@pytest.fixture
def keys(settings: Settings, qapp: QApplication) -> Keys:
    return Keys(settings)


@pytest.fixture
def dialog(qtbot: QtBot, archive: Archive, keys: Keys) -> ShortcutsDialog:
    dialog = ShortcutsDialog(keys, archive.tags.all())
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def visible(dialog: ShortcutsDialog) -> dict[str, str]:
    items = QTreeWidgetItemIterator(dialog.findChild(QTreeWidget), QTreeWidgetItemIterator.IteratorFlag.NotHidden)
    found = {}
    while (item := items.value()) is not None:
        found[item.text(0)] = item.text(1)
        items += 1
    return found


def test_lists_every_action(dialog: ShortcutsDialog) -> None:
    listed = visible(dialog)
    for action in ActionTable().actions():
        assert listed[action.text.replace("&", "").removesuffix("…")]


def test_lists_the_keys_of_tags(dialog: ShortcutsDialog) -> None:
    assert visible(dialog)["ministry"] == "M"


def test_typing_filters_by_what_is_done_or_by_key(qtbot: QtBot, dialog: ShortcutsDialog) -> None:
    qtbot.keyClicks(dialog.findChild(QLineEdit), "minis")
    assert visible(dialog) == {"Tags": "", "ministry": "M"}
    dialog.findChild(QLineEdit).clear()
    qtbot.keyClicks(dialog.findChild(QLineEdit), "ctrl+z")
    assert visible(dialog) == {"Edit": "", "Undo": "Ctrl+Z"}


def test_copies_what_is_listed(qtbot: QtBot, dialog: ShortcutsDialog) -> None:
    qtbot.keyClicks(dialog.findChild(QLineEdit), "minis")
    dialog.copy()
    assert QGuiApplication.clipboard().text() == "ministry\tM"


def press(qtbot: QtBot, dialog: ShortcutsDialog, keys: str) -> None:
    """Press a key for the action whose row is the current one."""
    QTest.keySequence(dialog.findChild(KeyField), QKeySequence(keys))


def click(qtbot: QtBot, dialog: ShortcutsDialog, text: str) -> None:
    [button] = [each for each in dialog.findChildren(QPushButton) if each.text() == text]
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def said(dialog: ShortcutsDialog) -> str:
    description: str = dialog.findChild(KeyField).accessibleDescription()
    return description


def test_a_key_is_changed_and_kept(qtbot: QtBot, dialog: ShortcutsDialog, keys: Keys, settings: Settings) -> None:
    dialog.choose("back_up")
    press(qtbot, dialog, "Ctrl+Shift+F12")
    click(qtbot, dialog, "&Set")
    assert keys.of("back_up") == ("Ctrl+Shift+F12",)
    assert visible(dialog)["Back up"] == "Ctrl+Shift+F12"
    assert Keys(settings).of("back_up") == ("Ctrl+Shift+F12",)


def test_a_clash_with_an_action_is_named_and_its_key_can_be_taken(
    qtbot: QtBot, dialog: ShortcutsDialog, keys: Keys
) -> None:
    dialog.choose("back_up")
    press(qtbot, dialog, "Ctrl+E")
    assert said(dialog) == "This key belongs to “Export”."
    click(qtbot, dialog, "&Take it")
    assert (keys.of("back_up"), keys.of("export")) == (("Ctrl+E",), ())
    click(qtbot, dialog, "&Usual key")
    assert (keys.of("back_up"), keys.of("export")) == (("Ctrl+B",), ())
    dialog.choose("export")
    click(qtbot, dialog, "&Usual key")
    assert keys.of("export") == ("Ctrl+E",)
    assert not keys.any_changed


def test_a_clash_with_the_key_of_a_tag_is_named(qtbot: QtBot, dialog: ShortcutsDialog, keys: Keys) -> None:
    dialog.choose("repeat_tag")
    press(qtbot, dialog, "M")
    assert "the tag “ministry”" in said(dialog)
    [take] = [each for each in dialog.findChildren(QPushButton) if each.text() == "&Set"]
    assert not take.isEnabled()
    assert keys.of("repeat_tag") == (".",)


def test_keys_that_every_field_needs_are_not_given_away(qtbot: QtBot, dialog: ShortcutsDialog) -> None:
    dialog.choose("back_up")
    press(qtbot, dialog, "Ctrl+C")
    assert "every field" in said(dialog)


def test_an_action_may_have_no_key_and_all_are_reset(qtbot: QtBot, dialog: ShortcutsDialog, keys: Keys) -> None:
    dialog.choose("choose_tag")
    click(qtbot, dialog, "&No key")
    assert keys.of("choose_tag") == ()
    assert visible(dialog)["Tag the selection"] == ""
    dialog.choose("undo")
    press(qtbot, dialog, "Ctrl+Shift+F12")
    click(qtbot, dialog, "&Set")
    click(qtbot, dialog, "Reset &all")
    assert (keys.of("choose_tag"), keys.of("undo")) == (("T", "Return"), ("Ctrl+Z",))
    assert visible(dialog)["Undo"] == "Ctrl+Z"


def test_a_key_is_pressed_and_emptied_by_escape(qtbot: QtBot, dialog: ShortcutsDialog) -> None:
    dialog.choose("back_up")
    field = dialog.findChild(KeyField)
    qtbot.keyClick(field, Qt.Key.Key_Shift)
    assert field.key == ""
    press(qtbot, dialog, "Shift+F12")
    assert field.key == "Shift+F12"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.key, field.text()) == ("", "")
    assert dialog.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
