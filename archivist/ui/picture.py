# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture of the desk, to see where there is no display that the program can show itself."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QSize, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from archivist.store import Archive
from archivist.ui.icons import Icons
from archivist.ui.plurals import EnglishPlurals
from archivist.ui.settings import Settings
from archivist.ui.theme import Scheme, Theme
from archivist.ui.window import Window

_SIZE = QSize(1440, 900)
_SETTLED_MS = 2000  # for the panels to be filled and laid out


def save_picture(application: QApplication, archive: Archive, article_id: str, path: Path) -> bool:
    """Open a window on an archive, which it closes, and save how it looks with an article open.

    Nothing of it is remembered. Returns whether the picture could be written.
    """
    qInstallMessageHandler(_pass_on)
    application.installTranslator(EnglishPlurals(application))
    with TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.ini")
        window = Window(archive, settings, Theme(application, Scheme.LIGHT), Icons(application))
        window.resize(_SIZE)
        window.show()
        window.desk.open_article(article_id)
        settled = QEventLoop()
        QTimer.singleShot(_SETTLED_MS, settled.quit)
        settled.exec()
        saved = window.grab().save(str(path))
        window.close()
        window.deleteLater()
    return saved


def _pass_on(_kind: object, _context: object, message: str) -> None:
    """Write what Qt says, but for what its plugin without a screen says of every window."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(message + "\n")
