# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person decides of files with annotations before they are imported: labels, and what differs in a bundle."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from archivist.errors import ArchivistError
from archivist.exchange import KEEP_OURS, TagMapping
from archivist.ui.jobs import Jobs
from archivist.ui.session import Session

if TYPE_CHECKING:
    from archivist.exchange import Decisions, MergeReport, Recognised
    from archivist.exchange.format import Ahead


class Decided(NamedTuple):
    """A file with annotations, and what was decided of it."""

    found: Recognised
    mapping: TagMapping = TagMapping()
    decisions: Decisions = KEEP_OURS
    refused: ArchivistError | None = None  # where it was found that it cannot be imported


class Deciding(QObject):
    """Asks of one file after the other; one that the person does not want is left out."""

    def __init__(self, session: Session, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._jobs = jobs
        self._window = window

    def ask(self, annotated: Sequence[Recognised], then: Callable[[list[Decided]], None]) -> None:
        """Ask of these files, and go on with what was decided; where there is nothing to decide, nobody is asked."""
        self._ask(annotated, [], then)

    def _ask(
        self, annotated: Sequence[Recognised], decided: list[Decided], then: Callable[[list[Decided]], None]
    ) -> None:
        if not annotated:
            then(decided)
            return
        found, go_on = annotated[0], partial(self._ask, annotated[1:], decided, then)
        if found.format.read is not None:
            self._open_mapping(found, decided, go_on)
        elif found.format.ahead is not None:
            self._look_ahead(found, found.format.ahead, decided, go_on)
        else:
            decided.append(Decided(found))
            go_on()

    def _open_mapping(self, found: Recognised, decided: list[Decided], go_on: Callable[[], None]) -> None:
        from archivist.ui.dialogs import LabelMappingDialog

        dialog = LabelMappingDialog(self._session, self._jobs, found, self._window)
        dialog.import_wanted.connect(lambda found, mapping: decided.append(Decided(found, mapping)))
        dialog.finished.connect(lambda _result: go_on())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _look_ahead(self, found: Recognised, ahead: Ahead, decided: list[Decided], go_on: Callable[[], None]) -> None:
        """Find what is here and comes otherwise, and ask only where something of it can be decided."""
        from archivist.ui.dialogs import MergeBundleDialog

        def done(report: MergeReport | None) -> None:
            if report is not None and MergeBundleDialog.is_needed(report):
                self._open_merge(found, report, decided, go_on)
            else:
                decided.append(Decided(found))
                go_on()

        def failed(error: ArchivistError) -> None:
            decided.append(Decided(found, refused=error))
            go_on()

        title = self.tr("Comparing {name}").format(name=found.path.name)
        self._jobs.start_work(ahead, (found.path,), title=title, done=done, failed=failed, cancelled=go_on)

    def _open_merge(
        self, found: Recognised, report: MergeReport, decided: list[Decided], go_on: Callable[[], None]
    ) -> None:
        from archivist.ui.dialogs import MergeBundleDialog

        dialog = MergeBundleDialog(report, self._window)
        dialog.import_wanted.connect(lambda decisions: decided.append(Decided(found, decisions=decisions)))
        dialog.finished.connect(lambda _result: go_on())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
