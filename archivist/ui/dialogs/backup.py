# SPDX-License-Identifier: GPL-3.0-or-later
"""Where backups go, how many are kept, and when the window reminds of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from archivist.ui.forms import dialog_layout, form_layout, message_label, muted_label, set_message
from archivist.ui.theme import GRID

_MOST_KEPT = 999
_MOST_DAYS = 365


@dataclass(frozen=True, slots=True)
class BackupChoice:
    """What a person wants of her backups."""

    folder: Path
    keep: int
    remind_after: int  # days; 0: never
    check_after: int  # days; 0: never


class BackupDialog(QDialog):
    """Says when the last good backup was made; the choices are kept even if none is made now."""

    backup_wanted = Signal(object)  # BackupChoice
    choice_made = Signal(object)  # BackupChoice, to be remembered only

    def __init__(self, choice: BackupChoice | None, last: str, archive: Path, parent: QWidget | None = None) -> None:
        """`last` says when the last good backup was made; `archive` is where no backup can lie."""
        super().__init__(parent)
        self._archive = archive.resolve()
        self._build(last)
        if choice is not None:
            self._show(choice)
        self._check()

    def choice(self) -> BackupChoice:
        """What is chosen now."""
        folder = Path(self._folder.text().strip())
        return BackupChoice(folder, self._keep.value(), self._remind.value(), self._check_after.value())

    def accept(self) -> None:
        """Back up now."""
        if self._check():
            self.backup_wanted.emit(self.choice())
            super().accept()

    def _save(self) -> None:
        self.choice_made.emit(self.choice())
        self.reject()

    def _show(self, choice: BackupChoice) -> None:
        self._folder.setText(str(choice.folder) if choice.folder != Path() else "")
        self._keep.setValue(choice.keep)
        self._remind.setValue(choice.remind_after)
        self._check_after.setValue(choice.check_after)

    def _check(self) -> bool:
        text = self._folder.text().strip()
        folder = Path(text).expanduser() if text else None
        problem = ""
        if folder is not None and folder.resolve().is_relative_to(self._archive):
            problem = self.tr("This lies inside the archive, where a backup would be lost along with it.")
        elif folder is not None and not (folder.is_dir() or folder.parent.is_dir()):
            problem = self.tr("This folder is not there. Is the drive connected?")
        set_message(self._message, problem, mistaken=True)
        self._back_up.setEnabled(folder is not None and not problem)
        return folder is not None and not problem

    def _build(self, last: str) -> None:
        self.setWindowTitle(self.tr("Back up"))
        self._folder = QLineEdit()
        self._folder.textChanged.connect(self._check)
        choose = QPushButton(self.tr("Choose…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._on_choose)
        place = QHBoxLayout()
        place.setSpacing(GRID)
        place.addWidget(self._folder, 1)
        place.addWidget(choose)
        self._message = message_label()
        self._keep = _spin(1, _MOST_KEPT)
        self._remind = _spin(0, _MOST_DAYS, self.tr("never"), self.tr(" days"))
        self._check_after = _spin(0, _MOST_DAYS, self.tr("never"), self.tr(" days"))
        form = form_layout()
        form.addRow(self.tr("&Folder"), place)
        label = form.labelForField(place)
        if isinstance(label, QLabel):
            label.setBuddy(self._folder)
        form.addRow("", self._message)
        form.addRow(self.tr("Backups to &keep"), self._keep)
        form.addRow(self.tr("&Remind me after"), self._remind)
        form.addRow(self.tr("C&heck the archive every"), self._check_after)
        for field, title in (
            (self._folder, self.tr("Folder for backups")),
            (self._keep, self.tr("Backups to keep")),
            (self._remind, self.tr("Days without a backup until a reminder")),
            (self._check_after, self.tr("Days between two checks of the archive")),
        ):
            field.setAccessibleName(title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._back_up = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._back_up.setText(self.tr("Back up now"))
        save = buttons.addButton(self.tr("Only save the choice"), QDialogButtonBox.ButtonRole.ActionRole)
        save.setAutoDefault(False)
        save.clicked.connect(self._save)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = dialog_layout(self, 72 * GRID)
        column.addWidget(muted_label(last))
        column.addLayout(form)
        column.addWidget(
            muted_label(
                self.tr(
                    "Best on another disk. Originals are copied once, every backup is read again after it was written, "
                    "and the last good one is never removed."
                )
            )
        )
        column.addStretch(1)
        column.addWidget(buttons)

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for backups"), self._folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _spin(least: int, most: int, special: str = "", suffix: str = "") -> QSpinBox:
    field = QSpinBox()
    field.setRange(least, most)
    field.setSpecialValueText(special)
    field.setSuffix(suffix)
    return field
