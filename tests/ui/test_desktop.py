# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from archivist.model import Article
from archivist.store import Archive
from archivist.ui.desktop import Desktop
from archivist.ui.dialogs import RescueDialog
from archivist.ui.settings import LAST_ARCHIVE, RECENT_ARCHIVES, Settings
from archivist.ui.window import Window


def make_sample(folder: Path) -> None:
    Archive.create(folder).close()


@pytest.fixture
def begin(qapp: QApplication, settings: Settings, tmp_path: Path) -> Iterator[Callable[[Path | None], Desktop]]:
    """Starts the desktop; its windows are closed at the end."""
    started: list[Desktop] = []

    def begin_(folder: Path | None) -> Desktop:
        desktop = Desktop(qapp, settings, tmp_path / "data" / "sample", make_sample, tmp_path / "archivist" / "windows")
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


def test_damage_that_is_met_only_when_the_window_is_filled_is_told_as_well(
    begin: Begin, archive: Archive, add_article: Callable[..., Article]
) -> None:
    add_article("Порт відкрито.")
    archive.close()
    path = archive.folder / "archive.db"
    with closing(sqlite3.connect(path)) as database:
        [(page,)] = database.execute("SELECT rootpage FROM sqlite_master WHERE name = 'articles'")
        [(size,)] = database.execute("PRAGMA page_size")
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    desktop = begin(archive.folder)
    assert desktop.window is None
    assert "Rescue…" in [each.text() for each in desktop.start.messages.findChildren(QPushButton)]
    Archive.open(archive.folder).close()  # the failed window has let go of it


# Links that are followed in other programs


def follow(link: str, archive: Archive, tmp_path: Path, qtbot: QtBot) -> int:
    """Start the program with a link, as the desktop does; its exit code."""
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    command = [sys.executable, "-m", "archivist", "--archive", str(archive.folder), link]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as program:
        qtbot.waitUntil(lambda: program.poll() is not None, timeout=60_000)
    return program.returncode


@pytest.fixture
def passage(archive: Archive, add_article: Callable[..., Article]) -> str:
    """A link into an archive that is closed then."""
    article = add_article("Греблю прорвало\n\nЗагинули троє людей.")
    archive.close()
    return f"archivist://article/{article.id}?revision=1#char=26,36"


def listening(desktop: Desktop, qtbot: QtBot) -> Window:
    qtbot.waitUntil(lambda: desktop._links is not None and desktop._links.listening, timeout=60_000)
    assert desktop.window is not None
    return desktop.window


def test_a_link_followed_elsewhere_opens_in_the_window_that_is_there(
    begin: Begin, archive: Archive, passage: str, tmp_path: Path, qtbot: QtBot
) -> None:
    window = listening(begin(archive.folder), qtbot)
    window.showMinimized()
    assert follow(passage, archive, tmp_path, qtbot) == 0
    view = window.desk.reader.view
    assert view.selection() == (26, 36)
    assert view.article_text[26:36] == "троє людей"
    assert not window.isMinimized()


def test_a_link_that_leads_nowhere_is_said_in_the_window(
    begin: Begin, archive: Archive, passage: str, tmp_path: Path, qtbot: QtBot
) -> None:
    window = listening(begin(archive.folder), qtbot)
    assert follow("archivist://article/nowhere", archive, tmp_path, qtbot) == 0
    assert window.desk.messages.isVisible()
    assert "archivist://article/nowhere" in window.desk.messages.text()


def test_a_window_that_is_closed_hears_of_no_links(begin: Begin, archive: Archive, qtbot: QtBot) -> None:
    archive.close()
    desktop = begin(archive.folder)
    listening(desktop, qtbot).close()
    assert desktop._links is None
    assert not desktop.hand_over(archive.folder, "archivist://article/x")


def test_links_go_to_the_archive_that_would_be_opened(
    begin: Begin, archive: Archive, passage: str, settings: Settings, qtbot: QtBot
) -> None:
    desktop = begin(archive.folder)
    listening(desktop, qtbot)
    assert desktop._wanted(None) == archive.folder.resolve()


def test_another_archive_in_the_window_is_listened_for_instead(
    begin: Begin, archive: Archive, tmp_path: Path, qtbot: QtBot
) -> None:
    archive.close()
    Archive.create(tmp_path / "other").close()
    desktop = begin(archive.folder)
    names = []
    for folder in (archive.folder, tmp_path / "other"):
        desktop.open(folder)
        listening(desktop, qtbot)
        assert desktop._links is not None
        names.append(desktop._links.path)
    assert not names[0].exists()
    assert names[1].exists()
