# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading many articles in the background for what they seem to say, and settling it by groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from archivist.errors import ArchivistError
from archivist.model import Kind
from archivist.ui.icons import Icons
from archivist.ui.jobs import Job, Jobs
from archivist.ui.messages import MessageBar
from archivist.ui.session import Session

if TYPE_CHECKING:
    from archivist.suggest.findings import Group, GroupKey
    from archivist.ui.scanning import FindingsDialog


class ScanningArchive(QObject):
    """Starts the job, shows what it found, and starts the jobs that accept or reject some of it."""

    passage_wanted = Signal(str, int, int)  # article id, start, end

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        messages: MessageBar,
        icons: Icons,
        undo: Callable[[], object],
        window: QWidget,
    ) -> None:
        """`undo` is what the button of a message does."""
        super().__init__(window)
        self._session = session
        self._jobs = jobs
        self._messages = messages
        self._icons = icons
        self._undo = undo
        self._window = window
        self._scanning: Job | None = None
        self._settling: Job | None = None  # it reads the findings, which stay until it ends
        self._folder: TemporaryDirectory[str] | None = None  # of the findings that are shown
        self._dialog: FindingsDialog | None = None

    def start(self, rows: Sequence[int]) -> None:
        """Read these articles (rows)."""
        from archivist.suggest.findings import scan

        if self._scanning is not None:
            self._messages.tell(self.tr("The articles are being read already."))
            return
        if self._is_settling():
            return
        if not rows:
            self._messages.tell(self.tr("There is no article to read."))
            return
        self.close()
        self._folder = TemporaryDirectory(prefix="archivist-")
        self._scanning = self._jobs.start_work(
            scan,
            (list(rows), tuple(Kind), self._file()),
            title=self.tr("Reading %Ln article(s)", "", len(rows)),
            done=lambda groups: self._on_scanned(groups, len(rows)),
            failed=self._on_ended,
            cancelled=self._on_ended,
            in_background=True,
        )

    def close(self) -> None:
        """Forget what was found."""
        if self._dialog is not None:
            self._dialog.close()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _on_scanned(self, groups: list[Group], articles: int) -> None:
        from archivist.ui.scanning import FindingsDialog

        self._scanning = None
        if not groups:
            self._messages.tell(self.tr("Nothing was found that is not marked yet."))
            self.close()
            return
        dialog = self._dialog = FindingsDialog(self._session, groups, articles, self._icons, self._window)
        dialog.accept_wanted.connect(lambda keys, least: self._settle(keys, least, accepting=True))
        dialog.reject_wanted.connect(lambda keys, least: self._settle(keys, least, accepting=False))
        dialog.passage_wanted.connect(self.passage_wanted)
        dialog.finished.connect(self._on_closed)
        dialog.show()

    def _settle(self, keys: Sequence[GroupKey], least: float, *, accepting: bool) -> None:
        from archivist.suggest.findings import accept_groups, reject_groups

        if self._is_settling():
            return
        self._settling = self._jobs.start_work(
            accept_groups if accepting else reject_groups,
            (self._file(), set(keys), least),
            title=self.tr("Accepting suggestions") if accepting else self.tr("Rejecting suggestions"),
            done=lambda count: self._on_settled(keys, least, count, accepting=accepting),
            failed=self._on_failed,
            cancelled=self._announce,
        )

    def _on_settled(self, keys: Sequence[GroupKey], least: float, count: int, *, accepting: bool) -> None:
        self._announce()
        if self._dialog is not None:
            self._dialog.settled(keys, least)
        said = self.tr("%Ln suggestion(s) accepted.", "", count)
        if not accepting:
            said = self.tr("%Ln suggestion(s) rejected.", "", count)
        self._messages.tell(said, of_step=[(self.tr("Undo"), self._undo)] if count else ())

    def _on_failed(self, error: ArchivistError) -> None:
        self._announce()  # what was done before stays
        self._messages.tell_error(error)

    def _announce(self) -> None:
        """The job is over; it may have made a tag for what it accepted."""
        self._settling = None
        self._session.tags_changed.emit()
        self._session.announce_tagged()

    def _is_settling(self) -> bool:
        """Whether a job is at the findings; then it says so."""
        if self._settling is not None:
            self._messages.tell(self.tr("Suggestions are being accepted or rejected; wait until that is done."))
        return self._settling is not None

    def _on_ended(self, error: ArchivistError | None = None) -> None:
        self._scanning = None
        self.close()
        if error is not None:
            self._messages.tell_error(error)

    def _on_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _file(self) -> Path:
        """The findings; a dialog lives no longer than their folder."""
        return Path(self._folder.name if self._folder else "") / "findings.jsonl"
