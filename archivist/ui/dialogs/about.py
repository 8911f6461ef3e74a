# SPDX-License-Identifier: GPL-3.0-or-later
"""What this program is, which version, and where the archive lies."""

from __future__ import annotations

import platform

from PySide6.QtCore import QSize, qVersion
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from archivist import __version__
from archivist.store import Archive
from archivist.ui.forms import CopyableLine, dialog_layout, form_layout, muted_label
from archivist.ui.icons import Icons
from archivist.ui.theme import GRID


class AboutDialog(QDialog):
    """Version, licence and the folder of the archive, all of which can be copied."""

    def __init__(self, archive: Archive, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build(archive, icons)

    def _build(self, archive: Archive, icons: Icons) -> None:
        self.setWindowTitle(self.tr("About Archivist"))
        symbol = QLabel()
        symbol.setPixmap(icons.icon("archivist").pixmap(QSize(6 * GRID, 6 * GRID)))
        symbol.setAccessibleName(self.tr("Archivist"))
        name = QLabel(self.tr("Archivist"))
        font = QFont(name.font())
        font.setPointSizeF(font.pointSizeF() * 1.6)
        font.setWeight(QFont.Weight.DemiBold)
        name.setFont(font)
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        words.addWidget(name)
        words.addWidget(muted_label(self.tr("Keeps, finds and annotates press coverage, offline.")))
        top = QHBoxLayout()
        top.setSpacing(2 * GRID)
        top.addWidget(symbol)
        top.addLayout(words, 1)
        form = form_layout()
        for title, value in (
            (self.tr("Version"), __version__),
            (self.tr("Built on"), f"Python {platform.python_version()}, Qt {qVersion()}"),
            (self.tr("Licence"), self.tr("GNU General Public License, version 3 or later")),
            (self.tr("Archive"), str(archive.folder.resolve())),
            (self.tr("Its identity"), archive.identity),
        ):
            line = CopyableLine()
            line.show_value(value)
            line.setAccessibleName(title)
            form.addRow(title, line)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = dialog_layout(self, 64 * GRID)
        column.addLayout(top)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(buttons)
        buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()
