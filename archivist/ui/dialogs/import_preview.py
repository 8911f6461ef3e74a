# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import would bring, while it can still be changed: how files are read, and which of them come in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from archivist.errors import ArchivistError
from archivist.intake.plan import ImportPlan
from archivist.intake.preview import PreviewedFile, preview_plan
from archivist.intake.reader import ImportOptions
from archivist.model import ImportStatus, Progress
from archivist.ui.dialogs.import_fields import ImportFields, ReadingFields
from archivist.ui.dialogs.import_preview_details import PreviewDetails
from archivist.ui.dialogs.import_preview_model import PreviewModel
from archivist.ui.dialogs.import_preview_table import PreviewTable
from archivist.ui.errors import ErrorWording
from archivist.ui.forms import dialog_layout, message_label, muted_label, set_message
from archivist.ui.icons import Icons
from archivist.ui.jobs import Job, Jobs
from archivist.ui.session import Session
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_BAR_WIDTH = 24 * GRID
_HALVES = (36 * GRID, 30 * GRID)  # px: the table, the file that is chosen in it


class ImportPreviewDialog(QDialog):
    """A table of the files, which fills while they are read; importing need not wait for its end."""

    import_wanted = Signal(object)  # ImportPlan
    columns_wanted = Signal(object)  # PreviewedFile, of a format that columns were offered for

    def __init__(
        self, session: Session, jobs: Jobs, icons: Icons, plan: ImportPlan, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._plan = plan
        self._looking: list[Job] = []
        self._with_columns: frozenset[str] = frozenset()  # names of formats
        self._wording = Wording(self)
        self._errors = ErrorWording(self)
        self._fields = ImportFields(session)
        self._model = PreviewModel(icons, self)
        self._table = PreviewTable(self._model)
        self._details = PreviewDetails()
        self._reading = ReadingFields()
        self._build()
        self._look_at_all()

    def plan(self) -> ImportPlan:
        """What is to be imported, as it stands."""
        return replace(
            self._plan,
            options=self._fields.apply(self._plan.options),
            special={path: self._fields.apply(options) for path, options in self._plan.special.items()},
            leave_out=self._plan.leave_out | self._model.left_out,
        )

    def offer_columns(self, formats: Collection[str]) -> None:
        """Have a button for files of these formats, by name, that asks which column is what."""
        self._with_columns = frozenset(formats)
        self._on_chosen()

    def options_of(self, path: Path) -> ImportOptions:
        """How a file is read as it stands."""
        return self.plan().options_of(path)

    def files_of(self, formats: Collection[str]) -> list[Path]:
        """The files looked at so far that are of these formats, by name, and are to come in."""
        files = (file for file in self._model.files if file.path not in self._model.left_out)
        return [file.path for file in files if file.reader in formats]

    def read_otherwise(self, paths: Sequence[Path], **changes: Any) -> None:
        """Change the options by which some files are read, or all where none is named, and look at them again."""
        if not paths:
            self._plan = replace(self._plan, options=replace(self._plan.options, **changes), special={})
            self._look_at_all()
            return
        special = {path: replace(self._plan.options_of(path), **changes) for path in paths}
        self._plan = replace(self._plan, special={**self._plan.special, **special})
        self._look(replace(self._plan, sources=tuple(paths)))

    def accept(self) -> None:
        """Say what is to be imported, and close."""
        plan = self.plan()
        super().accept()
        self.import_wanted.emit(plan)

    def done(self, result: int) -> None:
        """Close, and read no further."""
        self._stop_looking()
        super().done(result)

    # Looking

    def _look_at_all(self) -> None:
        self._stop_looking()
        self._model.clear()
        self._look(self._plan)

    def _look(self, plan: ImportPlan) -> None:
        read: list[PreviewedFile] = []
        taken = 0

        def take_in() -> None:
            nonlocal taken
            new = read[taken:]
            taken += len(new)
            self._model.take_in(new)
            self._table.choose_first()
            self._tell_counts()
            if any(self._model.is_current(file, self._table.currentIndex()) for file in new):
                self._on_chosen()

        def progressed(progress: Progress) -> None:
            take_in()
            self._bar.setRange(0, progress.total)
            self._bar.setValue(progress.done)
            left = progress.seconds_left
            self._left.setText(self._wording.time_left(left) if left else "")

        def ended(_result: object = None) -> None:
            self._looking.remove(job)
            take_in()
            self._show_progress()

        def failed(error: ArchivistError) -> None:
            ended()
            set_message(self._message, " ".join(self._errors.describe(error)), mistaken=True)

        job = self._jobs.start(
            lambda archive: preview_plan(archive, plan, files=read),
            title="",
            progress=progressed,
            done=ended,
            failed=failed,
        )
        self._looking.append(job)
        self._show_progress()

    def _stop_looking(self) -> None:
        for job in self._looking:
            job.drop()
        self._looking.clear()

    def _show_progress(self) -> None:
        for widget in (self._bar, self._left):
            widget.setVisible(bool(self._looking))
        self._tell_counts()

    def _tell_counts(self) -> None:
        counts = self._model.counts()
        new = counts[ImportStatus.IMPORTED] + counts[ImportStatus.WARNING]
        parts = [
            self.tr("%n file(s) to import", "", new),
            self.tr("%n already here", "", counts[ImportStatus.DUPLICATE]) if counts[ImportStatus.DUPLICATE] else "",
            self.tr("%n to look at", "", counts[ImportStatus.WARNING]) if counts[ImportStatus.WARNING] else "",
            self.tr("%n refused", "", counts[ImportStatus.REFUSED]) if counts[ImportStatus.REFUSED] else "",
            self.tr("%n left out", "", len(self._model.left_out)) if self._model.left_out else "",
        ]
        self._counts.setText("  ·  ".join(filter(None, parts)))
        self._check()

    def _check(self) -> None:
        """Importing is possible while the rest is still being read, or where there is something to import."""
        something = bool(self._looking) or bool(self._model.counts().total())
        self._import.setEnabled(something and self._fields.is_valid())

    # What the person does

    def _on_fields_edited(self) -> None:
        self._model.show_options(self._fields.apply(self._plan.options))
        self._on_chosen()
        self._check()

    def _on_chosen(self) -> None:
        file = self._table.current_file()
        chosen = self._table.selected_files()
        self._details.show_file(self._model.as_it_would_be(file) if file else None)
        self._reading.show_options(self._plan.options_of(file.path) if file else self._plan.options)
        self._whose.setText(
            self.tr("Reads %n selected file(s) as", "", len(chosen)) if chosen else self.tr("Reads all files as")
        )
        self._columns.setVisible(bool(self._with_columns))
        self._columns.setEnabled(file is not None and file.reader in self._with_columns)

    def _on_reading_chosen(self, format_: str, encoding: str, books: str) -> None:
        chosen = [file.path for file in self._table.selected_files()]
        all_read = not self._looking and len(chosen) == len(self._model.files)
        paths = [] if all_read else chosen
        self.read_otherwise(paths, format=format_ or None, encoding=encoding or None, books=books)

    def _on_columns(self) -> None:
        file = self._table.current_file()
        if file is not None:
            self.columns_wanted.emit(file)

    # What it looks like

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Import"))
        self._fields.edited.connect(self._on_fields_edited)
        self._model.marks_changed.connect(self._tell_counts)
        self._table.chosen_changed.connect(self._on_chosen)
        self._reading.chosen.connect(self._on_reading_chosen)
        self._message = message_label()
        column = dialog_layout(self)
        column.addWidget(self._fields)
        column.addWidget(self._build_middle(), 1)
        column.addWidget(self._message)
        column.addLayout(self._build_foot())
        self.resize(150 * GRID, 86 * GRID)
        self._fields.begin()
        self._on_chosen()

    def _build_middle(self) -> QWidget:
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 2 * GRID, 0, 0)
        column.setSpacing(2 * GRID)
        column.addLayout(self._build_reading())
        column.addWidget(self._details, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._table)
        splitter.addWidget(below)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes(list(_HALVES))
        return splitter

    def _build_reading(self) -> QVBoxLayout:
        self._whose = muted_label()
        self._whose.setWordWrap(False)
        self._columns = QPushButton(self.tr("Col&umns…"))
        self._columns.setAutoDefault(False)
        self._columns.clicked.connect(self._on_columns)
        self._columns.hide()
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self._reading, 1)
        row.addWidget(self._columns)
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addWidget(self._whose)
        column.addLayout(row)
        return column

    def _build_foot(self) -> QHBoxLayout:
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._bar.setAccessibleName(self.tr("Files that were looked into"))
        self._left = muted_label()
        self._left.setWordWrap(False)
        self._counts = muted_label()
        unusual = QCheckBox(self.tr("Only what &needs a look"))
        unusual.toggled.connect(self._model.show_only_unusual)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._import = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._import.setText(self.tr("Import"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self._bar)
        row.addWidget(self._left)
        row.addWidget(self._counts, 1)
        row.addWidget(unusual)
        row.addWidget(buttons)
        return row
