# SPDX-License-Identifier: GPL-3.0-or-later
"""Undo and redo as the window does them: short steps at once, long ones as a job."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from archivist.model import Action
from archivist.ui.inspector import InspectorPanel
from archivist.ui.jobs import Job, Jobs
from archivist.ui.messages import MessageBar
from archivist.ui.questions.history import Touched, redo_step, take_back_step, undo_step
from archivist.ui.session import Session

_LONG = 200  # changes of a step, some hundredths of a second


class Undoing(QObject):
    """Steps through the history and says what came of it."""

    def __init__(self, session: Session, jobs: Jobs, inspector: InspectorPanel, messages: MessageBar) -> None:
        super().__init__(inspector)
        self._session = session
        self._jobs = jobs
        self._inspector = inspector
        self._messages = messages
        self._job: Job | None = None

    def undo(self) -> None:
        """Take the last step back."""
        self._inspector.save_pending()
        action = self._session.archive.history.next_undo()
        self._step(action, self._session.undo, undo_step, self.tr("Undoing"), self.tr("Undone: {action}"))

    def redo(self) -> None:
        """Do the step again that was undone last."""
        self._inspector.save_pending()
        action = self._session.archive.history.next_redo()
        self._step(action, self._session.redo, redo_step, self.tr("Redoing"), self.tr("Done again: {action}"))

    def take_back(self, number: int) -> None:
        """Take one step back, wherever it stands in the history."""
        self._inspector.save_pending()
        action = self._session.archive.history.step(number)
        at_once = partial(self._session.take_back, number)
        self._step(action, at_once, take_back_step, self.tr("Undoing"), self.tr("Undone: {action}"), (number,))

    def _step(
        self,
        action: Action | None,
        at_once: Callable[[], Action | None],
        work: Callable[..., Any],
        title: str,
        said: str,
        arguments: tuple[int, ...] = (),
    ) -> None:
        if self._job is not None and self._job.running:
            return  # whoever presses the key again means the same step
        if action is not None and action.changes > _LONG:
            self._job = self._jobs.start_work(
                work, arguments, title=title, done=lambda done: self._on_done(done[0], done[1], said)
            )
            return
        done = at_once()
        if done is not None:
            self._tell(said, done)

    def _on_done(self, action: Action, touched: Touched, said: str) -> None:
        self._session.announce_step(touched)
        self._tell(said, action)

    def _tell(self, said: str, action: Action) -> None:
        self._messages.tell(said.format(action=self._session.step_name(action)))
