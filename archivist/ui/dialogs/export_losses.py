# SPDX-License-Identifier: GPL-3.0-or-later
"""What an export would carry and what it would lose, counted while the person still chooses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

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
        self._losses.clear()
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
        for loss in losses:
            what, why = self._names.reworded(loss.what), self._names.reworded(loss.why)
            item = QTreeWidgetItem([self._wording.number(loss.count), what, why])
            item.setTextAlignment(0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(2, why)
            self._losses.addTopLevelItem(item)

    def _build(self) -> None:
        self._summary = muted_label()
        self._losses = QTreeWidget()
        self._losses.setAccessibleName(self.tr("What would be lost"))
        self._losses.setHeaderLabels([self.tr("Lost"), self.tr("What"), self.tr("Why")])
        self._losses.setRootIsDecorated(False)
        self._losses.setUniformRowHeights(True)
        header = self._losses.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        size_columns(header, {0: 10, 1: 26})
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._summary)
        column.addWidget(self._losses, 1)
