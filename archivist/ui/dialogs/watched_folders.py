# SPDX-License-Identifier: GPL-3.0-or-later
"""Which folders are watched for new files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from archivist.ui.forms import dialog_layout, muted_label
from archivist.ui.theme import GRID


class WatchedFoldersDialog(QDialog):
    """A list of folders that grows and shrinks."""

    folders_chosen = Signal(object)  # list[Path]

    def __init__(self, folders: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        for folder in folders:
            self._list.addItem(str(folder))
        self._on_selected()

    def folders(self) -> list[Path]:
        """The folders in the list."""
        return [Path(self._list.item(row).text()) for row in range(self._list.count())]

    def add(self, folder: Path) -> None:
        """Add a folder, unless it is there."""
        if folder not in self.folders():
            self._list.addItem(str(folder))
        self._list.setCurrentRow(self.folders().index(folder))

    def accept(self) -> None:
        """Say which were chosen, and close."""
        super().accept()
        self.folders_chosen.emit(self.folders())

    def _on_add(self) -> None:
        dialog = QFileDialog(self, self.tr("Watch a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.add(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_remove(self) -> None:
        for item in self._list.selectedItems():
            self._list.takeItem(self._list.row(item))

    def _on_selected(self) -> None:
        self._remove.setEnabled(bool(self._list.selectedItems()))

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Watched folders"))
        self._list = QListWidget()
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setAccessibleName(self.tr("Watched folders"))
        self._list.itemSelectionChanged.connect(self._on_selected)
        add = QPushButton(self.tr("&Add…"))
        self._remove = QPushButton(self.tr("&Remove"))
        beside = QVBoxLayout()
        beside.setSpacing(GRID)
        for button, slot in ((add, self._on_add), (self._remove, self._on_remove)):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            beside.addWidget(button)
        beside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self._list, 1)
        row.addLayout(beside)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Watch"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = dialog_layout(self, 76 * GRID)
        column.addWidget(
            muted_label(
                self.tr("New files in these folders are offered for import into this archive. None comes in unasked.")
            )
        )
        column.addLayout(row, 1)
        column.addWidget(buttons)
