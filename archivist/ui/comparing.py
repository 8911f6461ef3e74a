# SPDX-License-Identifier: GPL-3.0-or-later
"""Comparing the texts that have come in with all others, in the background, whenever there are some."""

from __future__ import annotations

from collections.abc import Generator

from PySide6.QtCore import QObject, QTimer, Signal

from archivist.errors import ArchivistError
from archivist.model import Progress
from archivist.store import Archive
from archivist.ui.jobs import Job, Jobs
from archivist.ui.session import Session

_PAUSE_MS = 1500  # after a change, as another may follow


class Comparing(QObject):
    """Starts a comparison after changes, one at a time."""

    compared = Signal()  # some articles may be in other groups now

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._job: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.catch_up)
        session.history_changed.connect(self._pause.start)

    def catch_up(self) -> None:
        """Compare what has come in now, if anything has."""
        from archivist.ui.questions.stories import texts_to_compare

        self._pause.stop()
        if self._job is not None:
            self._pause.start()
        elif not self._session.archive.read_only:
            self._jobs.ask_process(texts_to_compare, (), done=self._on_looked)

    def _on_looked(self, waiting: int) -> None:
        if not waiting or self._job is not None:
            return
        self._job = self._jobs.start_work(
            compare_texts,
            (),
            title=self.tr("Looking for duplicates"),
            done=self._on_compared,
            failed=self._on_failed,
            cancelled=self._on_cancelled,
            in_background=True,
        )

    def _on_compared(self, count: int) -> None:
        self._job = None
        if count:
            self.compared.emit()

    def _on_failed(self, error: ArchivistError) -> None:
        self._job = None
        self._session.failed.emit(error)

    def _on_cancelled(self) -> None:
        self._job = None
        self.compared.emit()


def compare_texts(archive: Archive) -> Generator[Progress, None, int]:
    """Compare the texts that have come in; returns how many."""
    return (yield from archive.duplicates.wordings.read_new())
