# SPDX-License-Identifier: GPL-3.0-or-later
"""What every test of the desktop may ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from archivist.store import Archive
from archivist.ui.icons import Icons
from archivist.ui.jobs import Jobs
from archivist.ui.session import Session
from archivist.ui.settings import Settings
from archivist.ui.theme import Scheme, Theme
from archivist.ui.translation import Language, translators
from archivist.ui.window import Window

_PATIENCE_MS = 60_000  # for a window to come up while the machine is busy


@pytest.fixture
def session(qapp: QApplication, archive: Archive) -> Session:
    return Session(archive)


@pytest.fixture
def jobs(qapp: QApplication, archive: Archive) -> Iterator[Jobs]:
    jobs = Jobs(archive)
    yield jobs
    jobs.close()


@pytest.fixture(scope="session")
def icons(qapp: QApplication) -> Icons:
    return Icons(qapp)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, Scheme.LIGHT)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def open_window(qtbot: QtBot, settings: Settings, theme: Theme, icons: Icons) -> Iterator[Callable[[Archive], Window]]:
    """Opens a window on an archive, which the window closes; all windows are closed at the end."""
    opened: list[Window] = []

    def open_(archive: Archive) -> Window:
        window = Window(archive, settings, theme, icons)
        opened.append(window)
        with qtbot.waitActive(window, timeout=_PATIENCE_MS):
            window.show()
            window.activateWindow()
        return window

    yield open_
    for window in opened:
        if window.isVisible():
            window.close()
        window.deleteLater()


@pytest.fixture
def ukrainian(qapp: QApplication) -> Iterator[None]:
    """Everything that a test makes speaks Ukrainian."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Ukrainian))
    installed = translators(Language.UKRAINIAN, qapp)
    for translator in installed:
        qapp.installTranslator(translator)
    yield
    for translator in installed:
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


@pytest.fixture
def type_text() -> Callable[[QWidget, str], None]:
    """Types any text; qtbot.keyClicks() aborts the process at the first letter that is not ASCII."""

    def type_(widget: QWidget, text: str) -> None:
        none = Qt.KeyboardModifier.NoModifier
        for letter in text:
            key = ord(letter.upper()) if letter.isascii() else 0
            for event in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(widget, QKeyEvent(event, key, none, letter))

    return type_


@pytest.fixture(autouse=True)
def _no_windows_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test closes the windows that it opened."""
    yield
    application = QApplication.instance()
    if isinstance(application, QApplication):
        left = [widget for widget in application.topLevelWidgets() if widget.isVisible()]
        for widget in left:
            widget.close()
        assert not left, f"windows left open: {left}"


@pytest.fixture(autouse=True)
def _nothing_left_on_the_clipboard() -> Iterator[None]:
    """Without a display Qt drops the clipboard after Python has ended, and what Python put there brings it down."""
    yield
    if isinstance(QApplication.instance(), QApplication):
        QApplication.clipboard().clear()
