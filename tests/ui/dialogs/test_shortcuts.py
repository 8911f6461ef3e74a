# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QTreeWidgetItemIterator
from pytestqt.qtbot import QtBot

from archivist.store import Archive
from archivist.ui.actions import ActionTable
from archivist.ui.dialogs import ShortcutsDialog


@pytest.fixture
def dialog(qtbot: QtBot, archive: Archive) -> ShortcutsDialog:
    dialog = ShortcutsDialog(archive.tags.all())
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
