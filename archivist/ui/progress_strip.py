# SPDX-License-Identifier: GPL-3.0-or-later
"""The strip at the foot of the window that shows the jobs under way, each with a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QToolButton, QVBoxLayout, QWidget

from archivist.ui.icons import Icons
from archivist.ui.jobs import Job, Jobs
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_PATIENCE_MS = 300  # a job that is done by then is not worth a line
_BAR_WIDTH = 24 * GRID


class ProgressStrip(QFrame):
    """One line a job; hidden while there is none."""

    def __init__(self, jobs: Jobs, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._lines: dict[Job, _Line] = {}
        self._waiting: list[Job] = []
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_over)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        self._column.setSpacing(0)
        self.setObjectName("progress")
        self.setAccessibleName(self.tr("Jobs under way"))
        self.hide()
        jobs.started.connect(self._on_started)
        jobs.progressed.connect(self._on_progressed)
        jobs.ended.connect(self._on_ended)

    @property
    def texts(self) -> list[str]:
        """What the lines say."""
        return [line.text for line in self._lines.values()]

    def _on_started(self, job: Job) -> None:
        if job.title:
            self._waiting.append(job)
            if not self._patience.isActive():
                self._patience.start()

    def _on_patience_over(self) -> None:
        waiting, self._waiting = self._waiting, []
        for job in waiting:
            line = _Line(job, self._icons)
            self._lines[job] = line
            self._column.addWidget(line)
        self.setVisible(bool(self._lines))

    def _on_progressed(self, job: Job) -> None:
        if job in self._lines:
            self._lines[job].refresh()

    def _on_ended(self, job: Job) -> None:
        if job in self._waiting:
            self._waiting.remove(job)
        line = self._lines.pop(job, None)
        if line is not None:
            line.hide()
            line.deleteLater()
        self.setVisible(bool(self._lines))


class _Line(QWidget):
    """Title, bar, how far, and the button that cancels."""

    def __init__(self, job: Job, icons: Icons) -> None:
        super().__init__()
        self._job = job
        self._wording = Wording(self)
        self._title = QLabel(job.title)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._bar.setAccessibleName(job.title)
        self._count = QLabel()
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        cancel = QToolButton()
        cancel.setToolTip(self.tr("Cancel: {job}").format(job=job.title))
        cancel.setAccessibleName(cancel.toolTip())
        cancel.clicked.connect(self._on_cancel)
        icons.give(cancel, "cancel")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID + GRID // 2)
        for widget in (self._title, self._bar, self._count):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(cancel)
        self.refresh()

    @property
    def text(self) -> str:
        return f"{self._title.text()} {self._count.text()}".strip()

    def refresh(self) -> None:
        progress = self._job.progress
        done, total = (progress.done, progress.total) if progress else (0, 0)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        words = QLocale()
        if self._job.cancelled.is_set():
            self._count.setText(self.tr("stopping…"))
        elif total:
            said = self.tr("{done} of {total}").format(done=words.toString(done), total=words.toString(total))
            left = progress.seconds_left if progress else None
            self._count.setText(f"{said}, {self._wording.time_left(left)}" if left else said)
        else:
            self._count.setText(words.toString(done) if done else "")

    def _on_cancel(self) -> None:
        self._job.cancel()
        self.refresh()
