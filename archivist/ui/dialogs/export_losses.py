# SPDX-License-Identifier: GPL-3.0-or-later
"""What an export would carry and what it would lose, counted while the person still chooses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from archivist.errors import ArchivistError
from archivist.model import ExportPreview, Loss
from archivist.ui.errors import ErrorWording
from archivist.ui.forms import muted_label, size_columns
from archivist.ui.jobs import Job, Jobs
from archivist.ui.loss_wording import LossWording
from archivist.ui.questions.export import ExportOrder, count_losses, preview_order
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_PAUSE_MS = 250  # after a choice, as another may follow
_FEW = 1000  # articles, which are counted before another process would have started


class LossesPreview(QWidget):
    """A line that sums up, and the losses one by one with their reasons."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._order: ExportOrder | None = None
        self._job: Job | None = None
        self._wording = Wording(self)
        self._names = LossWording(self)
        self._errors = ErrorWording(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._count)
        self._build()

    def show_order(self, order: ExportOrder | None) -> None:
        """Count what this would carry, in the background; None where nothing can be exported yet."""
        self.stop()
        self._order = order
        self._losses.setRowCount(0)
        self._summary.setText(self.tr("Counting…") if order is not None else "")
        if order is not None:
            self._pause.start()

    def stop(self) -> None:
        """Count no further."""
        self._pause.stop()
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _count(self) -> None:
        assert self._order is not None  # noqa: S101 - the pause begins with one
        if len(self._order.rows) <= _FEW:
            self._job = self._jobs.ask_process(
                count_losses, (self._order,), done=self._on_counted, failed=self._on_failed
            )
        else:
            self._job = self._jobs.start_work(
                preview_order, (self._order,), title="", done=self._on_counted, failed=self._on_failed
            )

    def _on_counted(self, preview: ExportPreview) -> None:
        self._job = None
        articles = self.tr("%Ln article(s)", "", preview.articles)
        annotations = self.tr("%Ln annotation(s)", "", preview.annotations)
        said = self.tr("{articles} with {annotations} would be written.").format(
            articles=articles, annotations=annotations
        )
        if not preview.losses:
            said += " " + self.tr("Nothing would be lost.")
        self._summary.setText(said)
        self._show_losses(preview.losses)

    def _on_failed(self, error: ArchivistError) -> None:
        self._job = None
        self._summary.setText(" ".join(self._errors.describe(error)))

    def _show_losses(self, losses: Sequence[Loss]) -> None:
        self._losses.setRowCount(len(losses))
        for row, loss in enumerate(losses):
            count = QTableWidgetItem(self._wording.number(loss.count))
            count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._losses.setItem(row, 0, count)
            for column, said in enumerate((loss.what, loss.why), 1):
                item = QTableWidgetItem(self._names.reworded(said))
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                self._losses.setItem(row, column, item)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """A reason is told whole, in as many lines as it takes."""
        self._losses.resizeRowsToContents()
        for row in range(self._losses.rowCount()):
            self._losses.setRowHeight(row, self._losses.rowHeight(row) + GRID)

    def _build(self) -> None:
        self._summary = muted_label()
        self._losses = table = QTableWidget(0, 3)
        table.setAccessibleName(self.tr("What would be lost"))
        table.setHorizontalHeaderLabels(["", self.tr("What"), self.tr("Why")])
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        number = QTableWidgetItem(self.tr("Lost"))
        number.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        table.setHorizontalHeaderItem(0, number)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        size_columns(header, {0: 8, 1: 24})
        header.sectionResized.connect(self._fit_rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._summary)
        column.addWidget(self._losses, 1)
