# SPDX-License-Identifier: GPL-3.0-or-later
"""The concordance of the present search: made while its panel is open, saved as a table."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from archivist.errors import ArchivistError, IndexFailed, QueryMistake
from archivist.text import shortened
from archivist.ui.concordance import ConcordancePanel
from archivist.ui.jobs import Job, Jobs
from archivist.ui.messages import MessageBar
from archivist.ui.questions.articles import Listed, Wanted
from archivist.ui.questions.concordance import Lines, make_concordance, save_lines
from archivist.ui.settings import LAST_EXPORT, Settings

_PAUSE_MS = 500  # in typing; finding every occurrence takes a process of its own


class Concordancing(QObject):
    """Keeps the panel showing what the list is searched for."""

    def __init__(
        self, jobs: Jobs, panel: ConcordancePanel, messages: MessageBar, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._jobs = jobs
        self._panel = panel
        self._messages = messages
        self._settings = settings
        self._window = window
        self._listed: Listed | None = None
        self._made: Listed | None = None  # what the panel shows, or is about to
        self._job: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._make)
        panel.order_wanted.connect(panel.set_order)
        panel.export_wanted.connect(self.export)

    def toggle(self) -> None:
        """Open the panel, or close it."""
        if self._panel.isHidden():
            self.open()
        else:
            self.close()

    def open(self) -> None:
        """Open the panel and fill it."""
        self._panel.show()
        self._panel.table.setFocus()
        self._make()

    def close(self) -> None:
        """Close the panel; what is being looked for is no longer wanted."""
        self._drop()
        self._panel.hide()
        self._panel.show_nothing()  # what is open next may be another search

    def set_listed(self, listed: Listed) -> None:
        """The list shows something else."""
        self._listed = listed
        if not self._panel.isHidden():
            self._pause.start()

    def export(self) -> None:
        """Ask for a file and save all lines in it, in the order shown."""
        from PySide6.QtWidgets import QFileDialog

        from archivist.ui.folders import documents

        if not self._panel.model.rowCount():
            return
        folder = self._settings.get(LAST_EXPORT) or documents()
        dialog = QFileDialog(self._window, self.tr("Save the concordance"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Tables (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(self.tr("concordance.csv"))
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, path: Path) -> None:
        """Save all lines in a file, in the order shown."""
        self._settings.set(LAST_EXPORT, str(path.parent))
        self._jobs.start_work(
            save_lines,
            (self._panel.model.lines, self._panel.model.order, path),
            title=self.tr("Saving {name}").format(name=path.name),
            done=lambda _none: self._on_saved(path),
        )

    def _make(self) -> None:
        self._pause.stop()
        listed = self._listed
        if listed is None or _same(listed, self._made):
            return
        self._drop()
        self._made = listed
        wanted = listed.wanted
        if not wanted.query:
            self._panel.show_nothing()
            return
        self._panel.show_search_under_way(wanted.query)
        self._job = self._jobs.start_work(
            make_concordance,
            (wanted.query, wanted.filters),
            title=self.tr("Concordance of “{query}”").format(query=shortened(wanted.query)),
            done=partial(self._on_made, wanted),
            failed=self._on_failed,
            cancelled=self._on_cancelled,
        )

    def _drop(self) -> None:
        self._pause.stop()
        self._made = None
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _on_made(self, wanted: Wanted, lines: Lines) -> None:
        self._job = None
        self._panel.show_lines(wanted.query, lines)

    def _on_failed(self, error: ArchivistError) -> None:
        self._job = self._made = None
        self._panel.show_nothing()
        if not isinstance(error, QueryMistake | IndexFailed):  # which the list tells of
            self._messages.tell_error(error)

    def _on_cancelled(self) -> None:
        self._job = None
        self._panel.show_stopped()

    def _on_saved(self, path: Path) -> None:
        from archivist.ui.folders import show_in_folder

        self._messages.tell(
            self.tr("The concordance was saved as {path}.").format(path=path),
            button=(
                self.tr("Show in its folder"),
                partial(show_in_folder, path),
            ),
        )


def _same(listed: Listed, made: Listed | None) -> bool:
    """Whether a concordance of the one is that of the other; the order of the list does not matter."""
    if made is None or (listed.wanted.query, listed.wanted.filters) != (made.wanted.query, made.wanted.filters):
        return False
    return len(listed.rows) == len(made.rows) and set(listed.rows) == set(made.rows)
