# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from archivist.store import Archive
from archivist.ui.desktop import Desktop
from archivist.ui.dialogs import RescueDialog
from archivist.ui.settings import LAST_ARCHIVE, RECENT_ARCHIVES, Settings


def make_sample(folder: Path) -> None:
    Archive.create(folder).close()


@pytest.fixture
def begin(qapp: QApplication, settings: Settings, tmp_path: Path) -> Iterator[Callable[[Path | None], Desktop]]:
    """Starts the desktop; its windows are closed at the end."""
    started: list[Desktop] = []

    def begin_(folder: Path | None) -> Desktop:
        desktop = Desktop(qapp, settings, tmp_path / "data" / "sample", make_sample)
        started.append(desktop)
        desktop.begin(folder)
        return desktop

    yield begin_
    for desktop in started:
        for widget in (desktop.window, desktop.start):
            if widget is not None:
                widget.close()
                widget.deleteLater()
        desktop.deleteLater()


Begin = Callable[[Path | None], Desktop]


def test_the_first_start_opens_a_copy_of_the_sample(begin: Begin, tmp_path: Path) -> None:
    desktop = begin(None)
    assert desktop.window is not None
    assert desktop.window.desk.archive.folder == tmp_path / "data" / "sample"


def test_the_next_start_opens_what_was_open_last(begin: Begin, settings: Settings, tmp_path: Path) -> None:
    Archive.create(tmp_path / "mine").close()
    settings.set(LAST_ARCHIVE, str(tmp_path / "mine"))
    desktop = begin(None)
    assert desktop.window is not None
    assert desktop.window.desk.archive.folder == tmp_path / "mine"


def test_an_archive_that_is_open_elsewhere_is_refused_with_its_remedy(
    begin: Begin, archive: Archive, settings: Settings
) -> None:
    desktop = begin(archive.folder)
    assert desktop.window is None
    assert desktop.start is not None
    assert "already open" in desktop.start.messages.text()
    assert "Close it there" in desktop.start.messages.text()


def test_what_cannot_be_opened_leaves_the_window_as_it_is(begin: Begin, tmp_path: Path) -> None:
    desktop = begin(None)
    window = desktop.window
    assert window is not None
    desktop.open(tmp_path)
    assert desktop.window is window
    assert "not an Archivist archive" in window.desk.messages.text()


def test_another_archive_takes_the_place_of_the_one_that_is_open(
    begin: Begin, settings: Settings, tmp_path: Path
) -> None:
    desktop = begin(None)
    first = desktop.window
    desktop.create(tmp_path / "new")
    assert desktop.window is not first
    assert desktop.window is not None
    assert desktop.window.desk.archive.tags.all()
    assert settings.get(RECENT_ARCHIVES) == [str(tmp_path / "new"), str(tmp_path / "data" / "sample")]
    Archive.open(tmp_path / "data" / "sample").close()  # the first was let go


def test_a_chosen_archive_closes_the_dialog_that_asked_for_one(begin: Begin, archive: Archive) -> None:
    desktop = begin(archive.folder)
    assert desktop.start is not None
    desktop.start.sample_wanted.emit()
    assert desktop.start is None
    assert desktop.window is not None


def test_a_damaged_archive_is_offered_to_be_rescued(begin: Begin, tmp_path: Path) -> None:
    Archive.create(tmp_path / "press").close()
    raw = (tmp_path / "press" / "archive.db").read_bytes()
    (tmp_path / "press" / "archive.db").write_bytes(bytes(4096) + raw[4096:])
    desktop = begin(tmp_path / "press")
    assert desktop.start is not None
    bar = desktop.start.messages
    next(each for each in bar.findChildren(QPushButton) if each.text() == "Rescue…").click()
    dialog = desktop.start.findChild(RescueDialog)
    assert dialog.isVisible()
    dialog.reject()
