# SPDX-License-Identifier: GPL-3.0-or-later
"""Handing articles over: what is exported, and what the window says when it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from archivist.ui.icons import Icons
from archivist.ui.jobs import Job, Jobs
from archivist.ui.messages import Level, MessageBar
from archivist.ui.session import Session
from archivist.ui.settings import LAST_EXPORT, Settings

if TYPE_CHECKING:
    from archivist.model import ExportReport
    from archivist.ui.dialogs import ExportChoice, Scope
    from archivist.ui.questions.export import ExportOrder


class Exporting(QObject):
    """Opens the dialog and starts the job."""

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        messages: MessageBar,
        settings: Settings,
        icons: Icons,
        window: QWidget,
    ) -> None:
        from archivist.ui.loss_wording import LossWording

        super().__init__(window)
        self._session = session
        self._jobs = jobs
        self._messages = messages
        self._losses = LossWording(self)
        self._settings = settings
        self._icons = icons
        self._window = window
        self._bringing: Job | None = None

    def open(self, rows: Callable[[Scope], Sequence[int]]) -> None:
        """Ask what to export. `rows` gives the archive rows of a scope."""
        if self._bringing is None or not self._bringing.running:
            self._bringing = self._jobs.bring("archivist.exchange", then=partial(self._open_dialog, rows))

    def _open_dialog(self, rows: Callable[[Scope], Sequence[int]]) -> None:
        from archivist.exchange import formats
        from archivist.ui.dialogs import ExportDialog, LossesPreview, Scope
        from archivist.ui.folders import documents

        kept = {scope: list(rows(scope)) for scope in Scope}
        last = self._settings.get(LAST_EXPORT)
        folder = Path(last or documents())
        losses = LossesPreview(self._jobs)
        dialog = ExportDialog(
            formats(),
            {scope: len(found) for scope, found in kept.items()},
            folder if folder.is_dir() else Path.home(),
            self._session.archive.folder.resolve().name,
            self._window,
            tags=self._session.archive.tags.all(),
            losses=losses,
        )
        dialog.choice_changed.connect(lambda choice: losses.show_order(_order(choice, kept[choice.scope])))
        losses.show_order(_order(dialog.choice(), kept[dialog.choice().scope]))
        dialog.finished.connect(losses.stop)
        dialog.export_chosen.connect(lambda choice: self.export(choice, kept[choice.scope]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, choice: ExportChoice, rows: Sequence[int]) -> None:
        """Export these archive rows as was chosen."""
        from archivist.ui.questions.export import export_order

        self._settings.set(LAST_EXPORT, str(choice.path.parent))
        self._jobs.start_work(
            export_order,
            (_order(choice, rows), choice.path),
            title=self.tr("Exporting {name}").format(name=choice.path.name),
            done=self._on_exported,
            cancelled=self._on_cancelled,
        )

    def _on_exported(self, report: ExportReport) -> None:
        from archivist.ui.folders import show_in_folder

        counts = self.tr("%Ln article(s)", "", report.articles), self.tr("%Ln annotation(s)", "", report.annotations)
        names = (self._losses.reworded(loss.what) for loss in report.losses)
        lost = self.tr("Not carried over: {what}.").format(what=", ".join(names))
        self._messages.tell(
            self.tr("Exported to {path}: {counts}.").format(path=report.path, counts=", ".join(counts)),
            lost if report.losses else "",
            level=Level.WARNING if report.losses else Level.INFO,
            button=(self.tr("Show in its folder"), partial(show_in_folder, report.path)),
            others=[(self.tr("Losses…"), lambda: self._show_losses(report))] if report.losses else (),
            stays=True,
        )

    def _show_losses(self, report: ExportReport) -> None:
        from archivist.ui.dialogs import TextReportDialog

        dialog = TextReportDialog(
            self.tr("Losses of the export"),
            self.tr("What {name} does not hold").format(name=report.path.name),
            "\n\n".join(
                f"{loss.count} · {self._losses.reworded(loss.what)}\n{self._losses.reworded(loss.why)}"
                for loss in report.losses
            ),
            self._icons,
            self._window,
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_cancelled(self) -> None:
        self._messages.tell(self.tr("The export was stopped."), self.tr("Nothing was written."))


def _order(choice: ExportChoice, rows: Sequence[int]) -> ExportOrder:
    from archivist.ui.questions.export import ExportOrder

    return ExportOrder(choice.format, tuple(rows), choice.tags, choice.kinds, choice.restricted)
