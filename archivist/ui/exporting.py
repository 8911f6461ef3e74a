# SPDX-License-Identifier: GPL-3.0-or-later
"""Handing articles over: what is exported, and what the window says when it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from archivist.exchange import formats
from archivist.model import ExportReport
from archivist.ui.dialogs import ExportChoice, ExportDialog, Scope
from archivist.ui.jobs import Jobs
from archivist.ui.messages import Level, MessageBar
from archivist.ui.questions.export import export_rows
from archivist.ui.session import Session
from archivist.ui.settings import LAST_EXPORT, Settings


class Exporting(QObject):
    """Opens the dialog and starts the job."""

    def __init__(self, session: Session, jobs: Jobs, messages: MessageBar, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._jobs = jobs
        self._messages = messages
        self._settings = settings
        self._window = window

    def open(self, rows: Callable[[Scope], Sequence[int]]) -> None:
        """Ask what to export. `rows` gives the archive rows of a scope."""
        kept = {scope: list(rows(scope)) for scope in Scope}
        last = self._settings.get(LAST_EXPORT)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(last or documents)
        dialog = ExportDialog(
            formats(),
            {scope: len(found) for scope, found in kept.items()},
            folder if folder.is_dir() else Path.home(),
            self._session.archive.folder.resolve().name,
            self._window,
        )
        dialog.export_chosen.connect(lambda choice: self.export(choice, kept[choice.scope]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, choice: ExportChoice, rows: Sequence[int]) -> None:
        """Export these archive rows as was chosen."""
        self._settings.set(LAST_EXPORT, str(choice.path.parent))
        self._jobs.start_work(
            export_rows,
            (choice.format, list(rows), choice.path),
            title=self.tr("Exporting {name}").format(name=choice.path.name),
            done=self._on_exported,
            cancelled=self._on_cancelled,
        )

    def _on_exported(self, report: ExportReport) -> None:
        counts = self.tr("%n article(s)", "", report.articles), self.tr("%n annotation(s)", "", report.annotations)
        losses = "; ".join(f"{loss.what}: {loss.count} ({loss.why})" for loss in report.losses)
        self._messages.tell(
            self.tr("Exported to {path}: {counts}.").format(path=report.path, counts=", ".join(counts)),
            self.tr("Not carried over: {losses}.").format(losses=losses) if losses else "",
            level=Level.WARNING if losses else Level.INFO,
            button=(self.tr("Show in its folder"), lambda: _show_folder(report.path)),
        )

    def _on_cancelled(self) -> None:
        self._messages.tell(self.tr("The export was stopped."), self.tr("Nothing was written."))


def _show_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
