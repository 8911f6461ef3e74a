# SPDX-License-Identifier: GPL-3.0-or-later
"""Which backup to restore, and where to."""

from __future__ import annotations

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
    QWidget,
)

from archivist.errors import ArchivistError
from archivist.store.backup_folder import find_backup
from archivist.ui.errors import describe
from archivist.ui.forms import dialog_layout, form_layout, message_label, muted_label, set_message
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording


class RestoreDialog(QDialog):
    """Says at once which backup is meant; nothing that is there is ever written over."""

    restore_wanted = Signal(object, object)  # Path of the backup, Path of the new archive

    def __init__(self, source: Path | None, target: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)
        self._build()
        self._source.setText(str(source) if source else "")
        self._target.setText(str(target))
        self._check()

    def accept(self) -> None:
        """Restore what is chosen."""
        backup = self._check()
        if backup is not None:
            self.restore_wanted.emit(backup, Path(self._target.text().strip()).expanduser())
            super().accept()

    def _check(self) -> Path | None:
        backup = self._found_backup()
        target = self._target.text().strip()
        problem = self._problem_of_target(Path(target).expanduser()) if target else ""
        set_message(self._target_message, problem, mistaken=True)
        possible = backup is not None and bool(target) and not problem
        self._restore.setEnabled(possible)
        return backup if possible else None

    def _found_backup(self) -> Path | None:
        source = self._source.text().strip()
        if not source:
            set_message(self._source_message, "")
            return None
        try:
            backup = find_backup(Path(source).expanduser())
        except ArchivistError as error:
            set_message(self._source_message, describe(error)[0], mistaken=True)
            return None
        articles = self.tr("%n article(s)", "", backup.counts.get("articles", 0))
        annotations = self.tr("%n annotation(s)", "", backup.counts.get("annotations", 0))
        words = self.tr("Backup of {moment}: {articles}, {annotations}.").format(
            moment=self._wording.moment(backup.made_at), articles=articles, annotations=annotations
        )
        set_message(self._source_message, words)
        return backup.path

    def _problem_of_target(self, folder: Path) -> str:
        try:
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                return self.tr("This folder is not empty. Choose an empty or a new one.")
        except OSError as error:
            return error.strerror or str(error)
        return ""

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Restore a backup"))
        self._source, source = self._folder_field(self.tr("Folder of the backups"))
        self._target, target = self._folder_field(self.tr("New folder for the archive"))
        self._source_message = message_label()
        self._target_message = message_label()
        form = form_layout()
        for title, row, field, message in (
            (self.tr("&Backup"), source, self._source, self._source_message),
            (self.tr("&Into"), target, self._target, self._target_message),
        ):
            form.addRow(title, row)
            label = form.labelForField(row)
            if isinstance(label, QLabel):
                label.setBuddy(field)
            form.addRow("", message)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._restore = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._restore.setText(self.tr("Restore"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = dialog_layout(self, 80 * GRID)
        column.addWidget(
            muted_label(
                self.tr(
                    "A backup becomes an archive in a folder of its own. The one that is open stays as it is. "
                    "Name the folder of the backups for the newest good one, or that of one backup."
                )
            )
        )
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(buttons)

    def _folder_field(self, title: str) -> tuple[QLineEdit, QHBoxLayout]:
        field = QLineEdit()
        field.setAccessibleName(title)
        field.textChanged.connect(self._check)
        choose = QPushButton(self.tr("Choose…"))
        choose.setAccessibleName(self.tr("Choose: {what}").format(what=title))
        choose.setAutoDefault(False)
        choose.clicked.connect(lambda: self._choose(title, field))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(field, 1)
        row.addWidget(choose)
        return field, row

    def _choose(self, title: str, field: QLineEdit) -> None:
        dialog = QFileDialog(self, title, field.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(field.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
