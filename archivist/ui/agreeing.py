# SPDX-License-Identifier: GPL-3.0-or-later
"""Comparing annotators: the job, the dialog, and what is settled in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from archivist.errors import ArchivistError
from archivist.model import Annotation
from archivist.ui.icons import Icons
from archivist.ui.jobs import Job, Jobs
from archivist.ui.messages import MessageBar
from archivist.ui.session import Session

if TYPE_CHECKING:
    from archivist.agreement.comparing import Comparison
    from archivist.agreement.differences import Disagreement
    from archivist.ui.agreement import AgreementDialog

_TWO = 2  # annotators that a comparison takes


class Agreeing(QObject):
    """Opens the dialog, compares in a process, and settles places in the adjudicated layer."""

    place_wanted = Signal(str, int, int)  # article id, start, end in code points

    def __init__(self, session: Session, jobs: Jobs, messages: MessageBar, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._jobs = jobs
        self._messages = messages
        self._icons = icons
        self._window = window
        self._dialog: AgreementDialog | None = None
        self._comparing: Job | None = None

    def open(self) -> None:
        """Show who there is to compare."""
        from archivist.ui.agreement import AgreementDialog

        annotators = self._session.archive.annotations.annotators()
        if len(annotators) < _TWO:
            self._messages.tell(
                self.tr("All annotations here are by one person."),
                self.tr("Import somebody else’s bundle of the same articles to compare."),
            )
            return
        if self._dialog is not None:
            self._dialog.raise_()
            self._dialog.activateWindow()
            return
        dialog = self._dialog = AgreementDialog(self._session, annotators, self._icons, self._window)
        dialog.comparison_wanted.connect(self._on_comparison_wanted)
        dialog.place_wanted.connect(self.place_wanted)
        dialog.adopt_wanted.connect(self._on_adopt_wanted)
        dialog.nothing_wanted.connect(self._on_nothing_wanted)
        dialog.finished.connect(self._on_closed)
        dialog.show()

    def _on_comparison_wanted(self, names: tuple[str, ...]) -> None:
        from archivist.agreement.comparing import compare

        if self._comparing is not None:
            self._comparing.drop()
        self._comparing = self._jobs.start_work(
            compare,
            (names,),
            title=self.tr("Comparing annotators"),
            done=self._on_compared,
            failed=self._on_failed,
            cancelled=self._on_cancelled,
        )

    def _on_compared(self, found: Comparison) -> None:
        self._comparing = None
        if self._dialog is not None:
            self._dialog.show_comparison(found)

    def _on_failed(self, error: ArchivistError) -> None:
        self._comparing = None
        self._session.failed.emit(error)

    def _on_cancelled(self) -> None:
        self._comparing = None

    def _on_adopt_wanted(self, annotations: Sequence[Annotation]) -> None:
        adopted = self._session.adopt(annotations)
        if adopted is not None:
            self._messages.tell(
                self.tr("%Ln new annotation(s) in the adjudicated layer.", "", len(adopted)),
                of_step=[(self.tr("Undo"), self._session.undo)] if adopted else (),
            )

    def _on_nothing_wanted(self, place: Disagreement) -> None:
        withdrawn = self._session.withdraw(place.article, place.start, place.end)
        if withdrawn:
            self._messages.tell(
                self.tr("%Ln annotation(s) taken out of the adjudicated layer.", "", withdrawn),
                of_step=[(self.tr("Undo"), self._session.undo)],
            )
        elif withdrawn is not None:
            self._messages.tell(self.tr("There is nothing in the adjudicated layer there."))

    def _on_closed(self) -> None:
        if self._comparing is not None:
            self._comparing.drop()
            self._comparing = None
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
