# SPDX-License-Identifier: GPL-3.0-or-later
"""Rescuing a damaged archive: where to, how far it is, and what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from archivist.errors import ArchivistError
from archivist.model import Progress, RescueReport
from archivist.store.rescuing import rescue
from archivist.ui.errors import describe
from archivist.ui.forms import dialog_layout, heading, message_label, muted_label, set_message
from archivist.ui.icons import Icons
from archivist.ui.jobs import Job, Jobs
from archivist.ui.notes import worded
from archivist.ui.table_wording import TableWording
from archivist.ui.theme import GRID


class RescueDialog(QDialog):
    """Works without an archive that is open. Closing it while it is at work stops the work."""

    archive_wanted = Signal(object)  # Path of the rescued archive

    def __init__(self, damaged: Path, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._damaged = damaged
        self._jobs = Jobs(None, self)
        self._job: Job | None = None
        self._rescued: Path | None = None
        self._build(icons)
        self.finished.connect(self._jobs.close)

    @property
    def report(self) -> str:
        """What came of it, "" before the end."""
        return self._report.toPlainText()

    def start(self) -> None:
        """Rescue into the folder that is chosen."""
        self._start.setEnabled(False)
        self._folder.setEnabled(False)
        set_message(self._message, "")
        self._bar.setRange(0, 0)
        self._bar.show()
        self._job = self._jobs.start_process(
            rescue,
            (self._damaged, Path(self._folder.text().strip()).expanduser()),
            title=self.tr("Rescuing"),
            done=self._on_rescued,
            failed=self._on_failed,
            progress=self._on_progress,
        )

    def copy(self) -> None:
        """Copy the report."""
        QGuiApplication.clipboard().setText(self.report)

    def _on_progress(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)

    def _on_failed(self, error: ArchivistError) -> None:
        self._bar.hide()
        self._start.setEnabled(True)
        self._folder.setEnabled(True)
        set_message(self._message, " ".join(describe(error)), mistaken=True)

    def _on_rescued(self, report: RescueReport) -> None:
        self._bar.hide()
        self._rescued = report.path
        tables = TableWording(self)
        lines = [
            self.tr("{table}: {read} read, {rebuilt} rebuilt from the history, {lost} lost").format(
                table=tables.reworded(one.table), read=one.read, rebuilt=one.rebuilt, lost=one.lost
            )
            for one in report.tables
        ]
        lines.append(self.tr("originals: {number} saved").format(number=report.originals))
        lines += [
            f"{worded(finding.where)}: {worded(finding.problem)}" for finding in (*report.losses, *report.findings)
        ]
        self._report.setPlainText("\n".join(lines))
        self._report.show()
        self._copy.show()
        self._start.hide()
        self._open.show()
        self._open.setFocus()
        set_message(self._message, self.tr("What could be read is in {path}.").format(path=report.path))

    def _build(self, icons: Icons) -> None:
        self.setWindowTitle(self.tr("Rescue a damaged archive"))
        self._folder = QLineEdit(str(self._damaged.with_name(f"{self._damaged.name}-rescued")))
        self._folder.setAccessibleName(self.tr("New folder for what can be read"))
        choose = QPushButton(self.tr("Choose…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._on_choose)
        place = QHBoxLayout()
        place.setSpacing(GRID)
        place.addWidget(self._folder, 1)
        place.addWidget(choose)
        self._message = message_label()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Rescuing"))
        self._bar.hide()
        self._report = QPlainTextEdit()
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setMinimumHeight(24 * GRID)
        self._report.setAccessibleName(self.tr("What was saved and what was lost"))
        self._report.hide()
        column = dialog_layout(self, 80 * GRID)
        column.addWidget(heading(self.tr("Save what can be read into a new archive")))
        column.addWidget(
            muted_label(
                self.tr(
                    "Nothing is written into “{path}”. If there is a good backup, restoring it is the better way: "
                    "what is rescued may lack what was on the damaged places."
                ).format(path=self._damaged)
            )
        )
        column.addLayout(place)
        column.addWidget(self._message)
        column.addWidget(self._bar)
        column.addWidget(self._report, 1)
        column.addStretch(0)
        column.addWidget(self._build_buttons(icons))

    def _build_buttons(self, icons: Icons) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._start = buttons.addButton(self.tr("&Rescue"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._start.clicked.connect(self.start)
        self._open = buttons.addButton(self.tr("&Open the new archive"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._open.clicked.connect(self._on_open)
        self._copy = buttons.addButton(self.tr("&Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        self._copy.clicked.connect(self.copy)
        icons.give(self._copy, "paste")
        for button in (self._open, self._copy):
            button.hide()
        buttons.rejected.connect(self.reject)
        return buttons

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.tr("New folder for what can be read"), str(self._damaged.parent))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_open(self) -> None:
        if self._rescued is not None:
            self.archive_wanted.emit(self._rescued)
        self.accept()
