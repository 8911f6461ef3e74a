# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands there when no archive could be opened: why, and which one to open instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QWidget

from archivist.errors import ArchivistError
from archivist.ui.forms import dialog_layout, heading
from archivist.ui.icons import Icons
from archivist.ui.messages import MessageBar
from archivist.ui.theme import GRID

_PATH = Qt.ItemDataRole.UserRole


class StartDialog(QDialog):
    """Recent archives, and buttons for another, a new one and the sample."""

    archive_wanted = Signal(object)  # Path
    new_archive_wanted = Signal(object)  # Path
    sample_wanted = Signal()

    def __init__(self, recent: Iterable[str], icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.messages = MessageBar(icons)
        self._recent = QListWidget()
        self._build(recent, icons)

    def tell_error(self, error: ArchivistError, button: tuple[str, Callable[[], object]] | None = None) -> None:
        """Say why an archive could not be opened; button is its text and what it does."""
        self.messages.tell_error(error, button)

    def _build(self, recent: Iterable[str], icons: Icons) -> None:
        self.setWindowTitle(self.tr("Archivist"))
        for name in recent:
            item = QListWidgetItem(icons.icon("archive"), name)
            item.setData(_PATH, name)
            self._recent.addItem(item)
        self._recent.setAccessibleName(self.tr("Archives that were open"))
        self._recent.itemActivated.connect(self._on_recent_chosen)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for text, icon, slot in (
            (self.tr("&Open an archive…"), "open", self._on_open),
            (self.tr("&New archive…"), "new", self._on_new),
            (self.tr("&Sample archive"), "archive", self.sample_wanted.emit),
        ):
            button = QPushButton(text)
            icons.give(button, icon)
            button.clicked.connect(slot)
            buttons.addWidget(button)
        column = dialog_layout(self)
        column.addWidget(self.messages)
        column.addWidget(heading(self.tr("Which archive?")))
        column.addWidget(self._recent, 1)
        column.addLayout(buttons)
        self.resize(80 * GRID, 48 * GRID)

    def _on_recent_chosen(self, item: QListWidgetItem) -> None:
        self.archive_wanted.emit(Path(item.data(_PATH)))

    def _on_open(self) -> None:
        self._choose(self.tr("Open an archive"), self._on_folder_to_open)

    def _on_new(self) -> None:
        self._choose(self.tr("New archive: choose an empty folder, or make one"), self._on_folder_for_new)

    def _on_folder_to_open(self, name: str) -> None:
        self.archive_wanted.emit(Path(name))

    def _on_folder_for_new(self, name: str) -> None:
        self.new_archive_wanted.emit(Path(name))

    def _choose(self, title: str, slot: object) -> None:
        dialog = QFileDialog(self, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(slot)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
