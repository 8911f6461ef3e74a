# SPDX-License-Identifier: GPL-3.0-or-later
"""Folders as the desktop knows them: where a person's documents lie, and a file shown in its folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices


def documents() -> str:
    """The folder of the person's documents."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def show_in_folder(path: Path) -> None:
    """Open the folder of a file in the program that the desktop has for that."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.absolute().parent)))
