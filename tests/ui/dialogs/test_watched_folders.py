# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from archivist.ui.dialogs import WatchedFoldersDialog


@pytest.fixture
def dialog(qtbot: QtBot) -> WatchedFoldersDialog:
    dialog = WatchedFoldersDialog([Path("/press/in"), Path("/press/mail")])
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_hands_over_what_is_listed(qtbot: QtBot, dialog: WatchedFoldersDialog) -> None:
    dialog.add(Path("/press/new"))
    dialog.add(Path("/press/in"))
    with qtbot.waitSignal(dialog.folders_chosen) as chosen:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert chosen.args == [[Path("/press/in"), Path("/press/mail"), Path("/press/new")]]


def test_a_folder_is_removed(qtbot: QtBot, dialog: WatchedFoldersDialog) -> None:
    remove = next(each for each in dialog.findChildren(QPushButton) if "emove" in each.text())
    assert not remove.isEnabled()
    dialog.findChild(QListWidget).setCurrentRow(0)
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert dialog.folders() == [Path("/press/mail")]
