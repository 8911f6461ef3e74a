# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from archivist import __version__
from archivist.store import Archive
from archivist.ui.dialogs import AboutDialog
from archivist.ui.icons import Icons


def test_names_version_licence_and_archive(qtbot: QtBot, archive: Archive, icons: Icons) -> None:
    dialog = AboutDialog(archive, icons)
    qtbot.addWidget(dialog)
    values = {line.accessibleName(): line.text() for line in dialog.findChildren(QLineEdit)}
    assert values["Version"] == __version__
    assert "version 3 or later" in values["Licence"]
    assert values["Archive"] == str(archive.folder.resolve())
    assert values["Its identity"] == archive.identity
