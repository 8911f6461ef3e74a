# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from archivist.model import ArticleDraft
from archivist.store import Archive
from archivist.ui.dialogs import RescueDialog
from archivist.ui.icons import Icons

PATIENCE_MS = 60_000
Make = Callable[[], RescueDialog]


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    folder = tmp_path / "press"
    with Archive.create(folder) as archive:
        archive.articles.add(ArticleDraft("Повінь", "Загинуло 18 людей"), b"raw", "text/plain")
    path = folder / "archive.db"
    raw = path.read_bytes()
    path.write_bytes(bytes(4096) + raw[4096:])
    return folder


@pytest.fixture
def dialog(qtbot: QtBot, icons: Icons, damaged: Path) -> RescueDialog:
    dialog = RescueDialog(damaged, icons)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def button(dialog: RescueDialog, text: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == text)


def test_what_can_be_read_is_saved_told_of_and_opened(qtbot: QtBot, dialog: RescueDialog, tmp_path: Path) -> None:
    button(dialog, "&Rescue").click()
    qtbot.waitUntil(lambda: bool(dialog.report), timeout=PATIENCE_MS)
    assert "articles: 1 read" in dialog.report
    with qtbot.waitSignal(dialog.archive_wanted) as wanted:
        button(dialog, "&Open the new archive").click()
    assert wanted.args == [tmp_path / "press-rescued"]
    with Archive.open(tmp_path / "press-rescued", read_only=True) as archive:
        assert archive.articles.count() == 1


def test_a_folder_that_is_not_empty_is_refused_and_another_can_be_chosen(
    qtbot: QtBot, dialog: RescueDialog, tmp_path: Path
) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "letter.txt").write_text("not to be lost", encoding="utf-8")
    dialog.findChild(QLineEdit).setText(str(taken))
    button(dialog, "&Rescue").click()

    def is_refused() -> bool:
        return any("is not empty" in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())

    qtbot.waitUntil(is_refused, timeout=PATIENCE_MS)
    assert button(dialog, "&Rescue").isEnabled()
    dialog.reject()


@pytest.mark.usefixtures("ukrainian")
def test_what_was_read_is_named_in_the_language_of_the_interface(qtbot: QtBot, icons: Icons, damaged: Path) -> None:
    dialog = RescueDialog(damaged, icons)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.start()
    qtbot.waitUntil(lambda: bool(dialog.report), timeout=PATIENCE_MS)
    assert "статті: прочитано 1" in dialog.report
    dialog.close()
