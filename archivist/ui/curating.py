# SPDX-License-Identifier: GPL-3.0-or-later
"""What the view of records does: it opens and closes, makes records, merges, splits, deletes and exports them."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QDialog, QWidget

from archivist.errors import ArchivistError, RecordNotFound, StorageFailed
from archivist.model import Kind, Progress
from archivist.store import Archive
from archivist.text import shortened
from archivist.ui.jobs import Jobs
from archivist.ui.messages import MessageBar
from archivist.ui.records import RecordsPanel
from archivist.ui.session import Session
from archivist.ui.settings import LAST_EXPORT, Settings

if TYPE_CHECKING:
    from archivist.model import Record
    from archivist.store.records import Uses
    from archivist.ui.record_popup import RecordPopup
    from archivist.ui.record_rows import Choice

_MANY = 300  # passages, with which a step takes too long for the window to wait


class Curating(QObject):
    """Joins the panel of records to the session, and says what came of each step."""

    record_shown = Signal()

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        panel: RecordsPanel,
        messages: MessageBar,
        settings: Settings,
        undo: Callable[[], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._jobs = jobs
        self._panel = panel
        self._messages = messages
        self._settings = settings
        self._undo = undo
        self._window = window
        self._part: str | None = None  # the event whose parent is being chosen
        panel.parent_wanted.connect(self._choose_parent)

    @cached_property
    def popup(self) -> RecordPopup:
        """The choice of the event that one is a part of."""
        from archivist.ui.record_popup import RecordPopup

        popup = RecordPopup(self._jobs, self._panel)
        popup.chosen.connect(self._on_parent_chosen)
        return popup

    def show_record(self, record_id: str) -> None:
        """Show a record; the view of records has to be open."""
        try:
            self._panel.show_record(self._session.archive.records.get(record_id))
        except RecordNotFound as error:
            self._messages.tell_error(error)

    def new(self) -> None:
        """Ask for the name of a new record, and show it."""
        from archivist.model import RecordDraft
        from archivist.store.record_fields import RECORD_KINDS
        from archivist.ui.dialogs import NewRecordDialog

        kind = self._panel.kind
        kinds = (kind, *(each for each in RECORD_KINDS if each is not kind))
        dialog = NewRecordDialog(self._session, self.tr("New record"), kinds, parent=self._window)

        def make() -> None:
            record = self._session.add_record(RecordDraft(dialog.kind, dialog.name))
            if record is not None:
                self._show(record)

        self._open(dialog, make)

    def merge(self) -> None:
        """Ask which of the selected records stays, and merge the others into it."""
        from archivist.ui.dialogs import MergeDialog

        records = self._panel.selected_records()
        if len(records) <= 1:
            self._messages.tell(
                self.tr("One record alone cannot be merged."),
                self.tr("Select two or more in the list, with Ctrl or Shift held."),
            )
            return
        relations = [self._session.archive.records.uses(record.id).relations for record in records]
        dialog = MergeDialog(records, relations, self._window)
        self._open(dialog, lambda: self.merge_into(dialog.kept, dialog.merged))

    def merge_into(self, kept: Record, merged: list[Record]) -> None:
        """Merge records into another."""
        from archivist.ui.questions.record_work import merge_records

        others = [record.id for record in merged]

        def said(record: Record) -> None:
            self._show(record)
            count = self.tr("%Ln record(s)", "", len(others))
            self._tell(self.tr("{count} merged into “{name}”.").format(count=count, name=shortened(kept.name)))

        if sum(record.annotation_count for record in merged) <= _MANY:
            done = self._session.merge_records(kept.id, others)
            if done is not None:
                said(done)
            return
        title = self.tr("Merging into “{name}”").format(name=shortened(kept.name))
        self._work(merge_records, (kept.id, others), title, said)

    def split(self) -> None:
        """Ask for the name of a record of its own for the selected passages."""
        from archivist.ui.dialogs import NewRecordDialog

        record, passages = self._panel.shown, self._panel.selected_passages()
        if record is None or not passages:
            self._messages.tell(
                self.tr("No passages are selected, so there is nothing to split off."),
                self.tr("Select passages on the page of the record, with Ctrl or Shift held."),
            )
            return
        count = self.tr("%Ln passage(s)", "", len(passages))
        dialog = NewRecordDialog(
            self._session,
            self.tr("Split off a record"),
            (record.kind,),
            self.tr("{count} of “{name}” go to a record of their own.").format(count=count, name=record.name),
            parent=self._window,
        )
        self._open(dialog, lambda: self.split_off(record, passages, dialog.name))

    def split_off(self, record: Record, passages: list[str], name: str) -> None:
        """Make a record of some passages of another."""
        from archivist.model import RecordDraft
        from archivist.ui.questions.record_work import split_record

        draft = RecordDraft(record.kind, name)

        def said(part: Record) -> None:
            self._show(part)
            count = self.tr("%Ln passage(s)", "", len(passages))
            self._tell(self.tr("{count} split off into “{name}”.").format(count=count, name=shortened(name)))

        if len(passages) <= _MANY:
            done = self._session.split_record(record.id, passages, draft)
            if done is not None:
                said(done)
            return
        title = self.tr("Splitting “{name}”").format(name=shortened(record.name))
        self._work(split_record, (record.id, passages, draft), title, said)

    def delete(self) -> None:
        """Delete the record that is shown, say what that touched, and offer to take it back."""
        from archivist.ui.questions.record_work import delete_record

        record = self._panel.shown
        if record is None:
            return

        def said(touched: Uses) -> None:
            parts = [
                self.tr("%Ln passage(s) unlinked", "", touched.annotations) if touched.annotations else "",
                self.tr("%Ln relation(s) hidden", "", touched.relations) if touched.relations else "",
                self.tr("%Ln event(s) below it moved up", "", touched.parts) if touched.parts else "",
            ]
            what = ", ".join(filter(None, parts)) or self.tr("nothing spoke of it")
            self._tell(self.tr("“{name}” was deleted: {what}.").format(name=shortened(record.name), what=what))

        if record.annotation_count <= _MANY:
            done = self._session.delete_record(record.id)
            if done is not None:
                said(done)
            return
        title = self.tr("Deleting “{name}”").format(name=shortened(record.name))
        self._work(delete_record, (record.id,), title, said)

    def export(self) -> None:
        """Ask for a file and save the passages of the shown record in it, as a table."""
        from PySide6.QtWidgets import QFileDialog

        from archivist.ui.folders import documents

        record = self._panel.shown
        if record is None:
            return
        folder = self._settings.get(LAST_EXPORT) or documents()
        dialog = QFileDialog(self._window, self.tr("Save the passages of the record"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Tables (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(self.tr("record.csv"))
        dialog.fileSelected.connect(lambda name: self.save(record, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, record: Record, path: Path) -> None:
        """Save the passages of a record in a file."""
        self._settings.set(LAST_EXPORT, str(path.parent))
        self._jobs.start(
            lambda archive: _write_over(archive, record.id, path),
            title=self.tr("Saving {name}").format(name=path.name),
            done=lambda _count: self._messages.tell(
                self.tr("The passages of “{name}” were saved as {path}.").format(name=shortened(record.name), path=path)
            ),
        )

    # Private

    def _choose_parent(self, record_id: str, place: QRect) -> None:
        self._part = record_id
        self.popup.open_at(place, (Kind.EVENT,), can_make=False)

    def _on_parent_chosen(self, choice: Choice) -> None:
        from archivist.model import Record

        if self._part is not None and isinstance(choice, Record):
            self._session.edit_record(self._part, parent=choice.id)

    def _show(self, record: Record) -> None:
        self.record_shown.emit()
        self._panel.show_record(record)

    def _tell(self, sentence: str) -> None:
        self._messages.tell(sentence, of_step=[(self.tr("Undo"), self._undo)])

    def _work(
        self,
        work: Callable[..., Generator[Progress, None, Any]],
        arguments: tuple[object, ...],
        title: str,
        said: Callable[[Any], object],
    ) -> None:
        def done(result: Any) -> None:
            self._session.announce_records()
            said(result)

        def failed(error: ArchivistError) -> None:
            self._messages.tell_error(error)

        self._jobs.start_work(work, arguments, title=title, done=done, failed=failed)

    @staticmethod
    def _open(dialog: QDialog, accepted: Callable[[], object]) -> None:
        dialog.accepted.connect(accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _write_over(archive: Archive, record: str, path: Path) -> Generator[Progress, None, int]:
    """Write the passages of a record (id); a file that is there is replaced by a whole one."""
    from archivist.exchange import write_record

    aside = path.with_name(f".{path.name}.new")
    try:
        aside.unlink(missing_ok=True)
        written = yield from write_record(archive, record, aside)
        aside.replace(path)
    except OSError as error:
        raise StorageFailed(path, error.strerror or str(error)) from error
    return written
