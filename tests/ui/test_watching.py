# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from archivist.intake import watched
from archivist.store import Archive
from archivist.ui import watching
from archivist.ui.dialogs import ImportPreviewDialog, LabelMappingDialog
from archivist.ui.settings import Settings
from archivist.ui.window import Window

PATIENCE_MS = 30_000


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to watch; files in it need not settle."""
    monkeypatch.setattr(watched, "_SETTLED_SECONDS", 0.0)
    monkeypatch.setattr(watching, "_PAUSE_MS", 20)
    monkeypatch.setattr(watching, "_LATER_MS", 20)
    folder = tmp_path / "incoming"
    folder.mkdir()
    return folder


@pytest.fixture
def window(archive: Archive, open_window: Callable[[Archive], Window], folder: Path) -> Window:
    return open_window(archive)


def put(folder: Path, name: str) -> None:
    (folder / name).write_text(f"Порт відкрито: {name}", encoding="utf-8")


def offered(qtbot: QtBot, window: Window, words: str) -> None:
    qtbot.waitUntil(lambda: words in window.desk.messages.text(), timeout=PATIENCE_MS)


def press(qtbot: QtBot, window: Window, text: str) -> None:
    button = next(each for each in window.desk.messages.findChildren(QPushButton) if each.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_new_files_are_offered_and_none_comes_in_unasked(qtbot: QtBot, window: Window, folder: Path) -> None:
    put(folder, "a.txt")
    window.desk.watching.watch([folder])
    offered(qtbot, window, f"in {folder}.")
    assert window.desk.archive.articles.count() == 0
    with qtbot.waitSignal(window.desk.importing.imported, timeout=PATIENCE_MS):
        press(qtbot, window, "Import")
    assert window.desk.archive.articles.count() == 1


def test_what_is_ignored_stays_away_and_what_comes_later_is_offered(qtbot: QtBot, window: Window, folder: Path) -> None:
    put(folder, "a.txt")
    window.desk.watching.watch([folder])
    offered(qtbot, window, "1 new file")
    press(qtbot, window, "Ignore")
    until = window.desk.watching.folders[0].seen_until
    assert until > 0
    qtbot.waitUntil(lambda: time.time() > until + 0.05)  # the clock of a file system is a coarse one
    put(folder, "b.txt")  # told of by the system
    offered(qtbot, window, "1 new file")
    press(qtbot, window, "Look…")
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportPreviewDialog)), timeout=PATIENCE_MS)
    [dialog] = window.findChildren(ImportPreviewDialog)
    assert [path.name for path in dialog.plan().sources] == ["b.txt"]
    dialog.reject()
    assert window.desk.watching.folders[0].seen_until == until  # a look decides nothing
    offered(qtbot, window, "1 new file")  # and so it is asked again


def test_files_with_annotations_that_were_only_looked_at_are_offered_again(
    qtbot: QtBot, window: Window, folder: Path
) -> None:
    (folder / "port.jsonl").write_text(
        json.dumps({"id": 1, "text": "Порт закрито.", "label": [[0, 4, "Place"]]}), encoding="utf-8"
    )
    window.desk.watching.watch([folder])
    offered(qtbot, window, "new file")
    press(qtbot, window, "Look…")
    qtbot.waitUntil(lambda: bool(window.findChildren(LabelMappingDialog)), timeout=PATIENCE_MS)
    until = window.desk.watching.folders[0].seen_until
    window.desk.messages.hide()
    window.findChildren(LabelMappingDialog)[0].reject()
    offered(qtbot, window, "new file")
    qtbot.waitUntil(window.desk.messages.isVisible, timeout=PATIENCE_MS)
    assert window.desk.watching.folders[0].seen_until == until


def test_folders_are_remembered_with_the_archive(
    qtbot: QtBot, window: Window, folder: Path, settings: Settings
) -> None:
    window.desk.watching.watch([folder])
    settings.save()
    again = Settings(settings.path)
    [entry] = again.get(watching.watched_folders(window.desk.archive.identity))
    assert entry == f"0.0\t{folder}"
    assert again.get(watching.watched_folders("another")) == []


def test_files_in_new_folders_below_are_seen(qtbot: QtBot, window: Window, folder: Path) -> None:
    window.desk.watching.watch([folder])
    qtbot.waitUntil(lambda: str(folder) in window.desk.watching._system.directories(), timeout=PATIENCE_MS)
    (folder / "below").mkdir()
    put(folder / "below", "c.txt")
    os.utime(folder)
    offered(qtbot, window, "1 new file")
