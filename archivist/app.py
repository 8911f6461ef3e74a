# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop program's composition root: what it is made of, and where its own files lie."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_state_path

from archivist.sample import make_sample_archive
from archivist.ui import preflight

_NAME = "archivist"


def run(archive_folder: Path | None) -> int:
    """Open a window on an archive, the last one or the sample if None, until it is closed.

    Returns the exit code: 1 where the system lacks what a window needs, which is then written to
    the terminal.
    """
    found = preflight.missing()
    if found:
        sys.stderr.write(preflight.advice(found) + "\n")
        return 1
    # Only now, as without its system libraries Qt cannot even be imported.
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from archivist.ui.crash import CrashReports  # noqa: PLC0415
    from archivist.ui.desktop import Desktop  # noqa: PLC0415
    from archivist.ui.settings import LANGUAGE, Settings  # noqa: PLC0415
    from archivist.ui.translation import known_language, speak  # noqa: PLC0415

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal; the archive is whole at any moment
    application = QApplication([_NAME])
    application.setApplicationName(_NAME)
    application.setDesktopFileName(_NAME)
    settings = Settings(user_config_path(_NAME) / "settings.ini")
    speak(application, known_language(settings.get(LANGUAGE)))
    reports = CrashReports(user_state_path(_NAME) / "crash.log", application)
    left = reports.left_behind()
    reports.install()
    desktop = Desktop(application, settings, user_data_path(_NAME) / "sample", make_sample_archive)
    desktop.begin(archive_folder)
    if left:
        reports.show_left_behind(left)
    try:
        return application.exec()
    finally:
        reports.uninstall()
