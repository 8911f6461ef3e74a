# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeping the search index in step with the archive, in a process of its own, whenever it has fallen behind."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from archivist.errors import ArchivistError
from archivist.ui.jobs import Job, Jobs
from archivist.ui.questions.indexing import index_is_behind, update_index
from archivist.ui.session import Session

_PAUSE_MS = 1500  # after a change, as another may follow


class Indexing(QObject):
    """Starts an update after changes, one at a time."""

    caught_up = Signal()
    busy_changed = Signal(bool)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._job: Job | None = None
        self._again = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.catch_up)
        session.history_changed.connect(self._pause.start)

    @property
    def busy(self) -> bool:
        """Whether the index is being updated."""
        return self._job is not None

    def catch_up(self) -> None:
        """Update the index now, if it is behind."""
        self._pause.stop()
        if self._job is not None:
            self._again = True
        else:
            self._jobs.ask_process(index_is_behind, (), done=self._on_looked)

    def _on_looked(self, behind: bool) -> None:  # noqa: FBT001 - an answer
        if behind and self._job is None:
            self._job = self._jobs.start_process(
                update_index,
                (self._session.archive.folder,),
                title=self.tr("Updating the search index"),
                done=self._on_updated,
                failed=self._on_failed,
                cancelled=self._on_cancelled,
                in_background=True,
            )
            self.busy_changed.emit(True)  # noqa: FBT003 - a signal

    def _on_updated(self, _nothing: None) -> None:
        self._settle()
        self.caught_up.emit()
        if self._again:
            self._again = False
            self.catch_up()

    def _on_failed(self, error: ArchivistError) -> None:
        self._settle()
        self._session.failed.emit(error)

    def _on_cancelled(self) -> None:
        self._settle()

    def _settle(self) -> None:
        self._job = None
        self.busy_changed.emit(False)  # noqa: FBT003 - a signal
