# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop program's composition root: what it is made of, and where its own files lie."""

from __future__ import annotations

import builtins
import gc
import signal
import sys
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_state_path

from archivist.ui import preflight

_NAME = "archivist"
_SECONDS_TO_WAIT_FOR_A_THREAD = 0.0005  # a tenth of what is usual


def run(archive_folder: Path | None, address: str = "") -> int:
    """Open a window on an archive, the last one or the sample if None, until it is closed.

    With the `address` of a passage, that is shown: by the window that has the archive open already, if one has,
    and there is no other then. Returns the exit code: 1 where the system lacks what a
    window needs, which is then written to the terminal.
    """
    gc.disable()  # nothing is thrown away while the program and its window are made, so nothing need be looked for
    found = preflight.missing()
    if found:
        sys.stderr.write(preflight.advice(found) + "\n")
        return 1
    # Without its system libraries Qt cannot even be imported.
    from PySide6.QtWidgets import QApplication

    keep_responsive()
    from archivist.ui.crash import CrashReports
    from archivist.ui.desktop import Desktop
    from archivist.ui.settings import LANGUAGE, Settings
    from archivist.ui.translation import known_language, speak

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal; the archive is whole at any moment
    application = QApplication([_NAME])
    application.setApplicationName(_NAME)
    application.setDesktopFileName(_NAME)
    settings = Settings(user_config_path(_NAME) / "settings.ini")
    speak(application, known_language(settings.get(LANGUAGE)))
    state, data = user_state_path(_NAME), user_data_path(_NAME)
    desktop = Desktop(application, settings, data / "sample", _make_sample, state / "windows")
    if address and desktop.hand_over(archive_folder, address):
        return 0
    reports = CrashReports(state / "crash.log", application)
    left = reports.left_behind()
    reports.install()
    desktop.begin(archive_folder)
    gc.enable()
    if address:
        desktop.show_link(address)
    if left:
        reports.show_left_behind(left)
    try:
        return application.exec()
    finally:
        reports.uninstall()


def keep_responsive() -> None:
    """Spare the thread of the window what would hold it up; called once Qt is imported."""
    # Qt for Python puts an import of its own in the place of Python's, which reads the source of every module to
    # see whether it asks for features of Qt's that are not used here: a tenth of the time to start.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    # Painting gives Python's lock away dozens of times, and each time waits for it as long as this if another
    # thread is at work.
    sys.setswitchinterval(_SECONDS_TO_WAIT_FOR_A_THREAD)


def _make_sample(folder: Path) -> None:
    # It brings the whole search along, which few starts need.
    from archivist.sample import make_sample_archive

    make_sample_archive(folder)
