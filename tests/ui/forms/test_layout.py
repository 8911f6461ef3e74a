# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from archivist.ui.forms import dialog_layout


def test_a_dialog_is_no_larger_than_the_screen(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog_layout(dialog).addWidget(QLabel("Порт відкрито."))
    room = dialog.screen().availableSize()
    dialog.resize(room.width() * 2, room.height() * 2)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.frameGeometry().width() <= room.width()
    assert dialog.frameGeometry().height() <= room.height()
    dialog.resize(room * 2)  # whoever wants it larger may have it
    assert dialog.width() > room.width()
