# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks, backups and restoring: what the window asks, starts and says, and when it reminds of them."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from archivist.errors import ArticleNotFound
from archivist.model import EventType, Outcome
from archivist.ui.icons import Icons
from archivist.ui.jobs import Job, Jobs
from archivist.ui.messages import Level, MessageBar
from archivist.ui.notes import worded
from archivist.ui.session import Session
from archivist.ui.settings import BACKUP_DAYS, BACKUP_FOLDER, BACKUP_KEEP, BACKUP_LATER, CHECK_DAYS, Settings
from archivist.ui.wording import Wording

if TYPE_CHECKING:
    from archivist.model import BackupReport, Event, Finding, RestoreReport
    from archivist.ui.dialogs import BackupChoice

_CALM_MS = 20_000  # after the start, until the window begins to check and to remind


class Preserving(QObject):
    """Opens the dialogs, starts the jobs, and remembers what the person chose."""

    archive_wanted = Signal(object)  # Path of a restored archive to open

    def __init__(
        self, session: Session, jobs: Jobs, messages: MessageBar, settings: Settings, icons: Icons, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._jobs = jobs
        self._messages = messages
        self._settings = settings
        self._icons = icons
        self._window = window
        self._wording = Wording(self)
        self._backing_up: Job | None = None
        self._checking: Job | None = None
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(self.look_after)

    def begin(self) -> None:
        """Look after the archive once the window has come to rest."""
        self._calm.start()

    def close(self) -> None:
        """Look after the archive no more."""
        self._calm.stop()

    def look_after(self) -> None:
        """Check the archive and remind of a backup, if the last ones are older than the person wants."""
        events = self._session.archive.events
        after = self._settings.get(CHECK_DAYS)
        # The age of an archive that has never been checked or backed up counts from its beginning.
        if after and _is_older(events.last(EventType.FIXITY_CHECK) or events.first(), after):
            self._check(told_all=False)
        self._remind()

    def back_up(self) -> None:
        """Ask where to back up to, and do it."""
        from archivist.ui.dialogs import BackupDialog

        dialog = BackupDialog(self._choice(), self._last_words(), self._session.archive.folder, self._window)
        dialog.backup_wanted.connect(self._on_backup_wanted)
        dialog.choice_made.connect(self._remember)
        self._open(dialog)

    def back_up_now(self) -> None:
        """Back up to where the last backup went, or ask."""
        choice = self._choice()
        if choice.folder != Path() and choice.folder.is_dir():
            self._start_backup(choice)
        else:
            self.back_up()

    def restore(self) -> None:
        """Ask for a backup and a new folder, and make an archive of it there."""
        from archivist.ui.dialogs import RestoreDialog

        folder = self._session.archive.folder.resolve()
        place = Path(self._settings.get(BACKUP_FOLDER)) if self._settings.get(BACKUP_FOLDER) else None
        endings = itertools.chain([""], (f"-{number}" for number in itertools.count(2)))
        targets = (folder.with_name(f"{folder.name}-restored{ending}") for ending in endings)
        dialog = RestoreDialog(place, next(each for each in targets if not each.exists()), self._window)
        dialog.restore_wanted.connect(self._start_restoring)
        self._open(dialog)

    def verify(self) -> None:
        """Check the archive, and say what was found."""
        self._check(told_all=True)

    def show_provenance(self, article_id: str) -> None:
        """Show where an article comes from."""
        from archivist.ui.dialogs import ProvenanceDialog

        archive = self._session.archive
        try:
            article = archive.articles.get(article_id)
        except ArticleNotFound as error:
            self._messages.tell_error(error)
            return
        revisions, events = archive.events.revisions(article_id), archive.events.of_article(article_id)
        provenance = archive.articles.provenance(article_id)
        self._open(ProvenanceDialog(article, provenance, revisions, events, self._icons, self._window))

    # Backups

    def _choice(self) -> BackupChoice:
        from archivist.ui.dialogs import BackupChoice

        get = self._settings.get
        return BackupChoice(Path(get(BACKUP_FOLDER)), get(BACKUP_KEEP), get(BACKUP_DAYS), get(CHECK_DAYS))

    def _remember(self, choice: BackupChoice) -> None:
        put = self._settings.set
        put(BACKUP_FOLDER, str(choice.folder) if choice.folder != Path() else "")
        put(BACKUP_KEEP, choice.keep)
        put(BACKUP_DAYS, choice.remind_after)
        put(CHECK_DAYS, choice.check_after)

    def _on_backup_wanted(self, choice: BackupChoice) -> None:
        self._remember(choice)
        self._start_backup(choice)

    def _start_backup(self, choice: BackupChoice) -> None:
        from archivist.ui.questions.preserving import back_up

        if self._backing_up is not None and self._backing_up.running:
            self._messages.tell(self.tr("A backup is under way already."))
            return
        self._backing_up = self._jobs.start_work(
            back_up,
            (choice.folder.expanduser(), choice.keep),
            title=self.tr("Backing up"),
            done=self._on_backed_up,
            cancelled=self._on_backup_stopped,
            in_background=True,
        )

    def _on_backed_up(self, report: BackupReport) -> None:
        problems = report.backup.problems
        new = self.tr("%n new original(s)", "", report.copied)
        removed = self.tr("%n older backup(s) removed.", "", len(report.removed)) if report.removed else ""
        self._messages.tell(
            self.tr("Backed up to {path}, and read again: {new}.").format(path=report.backup.path, new=new),
            self.tr("The archive itself is not whole, so this does not count as a good backup.")
            if problems
            else removed,
            level=Level.WARNING if problems else Level.INFO,
            button=(self.tr("Show what is wrong"), lambda: self._show_findings(problems)) if problems else None,
            stays=True,
        )

    def _on_backup_stopped(self) -> None:
        self._messages.tell(self.tr("The backup was stopped."), self.tr("The older ones are as they were."))

    def _last_good(self) -> Event | None:
        return self._session.archive.events.last(EventType.REPLICATION, Outcome.SUCCESS)

    def _last_words(self) -> str:
        last = self._last_good()
        if last is None:
            return self.tr("There is no backup of this archive yet.")
        folder = last.detail.get("folder", "")
        return self.tr("The last good backup was made on {moment}, in {folder}.").format(
            moment=self._wording.moment(last.at), folder=folder
        )

    # Reminding

    def _remind(self) -> None:
        after = self._settings.get(BACKUP_DAYS)
        archive = self._session.archive
        if not after or self._settings.get(BACKUP_LATER) == self._today():
            return
        last = self._last_good()
        if not _is_older(last or archive.events.first(), after) or not archive.articles.count():
            return
        if last is None:
            sentence = self.tr("There is no backup of this archive yet.")
        else:
            sentence = self.tr("The last good backup is %n day(s) old.", "", _age(last))
        self._messages.tell(
            sentence,
            self.tr("A backup on another disk keeps the archive if this one fails."),
            button=(self.tr("Back up now"), self.back_up_now),
            others=[(self.tr("Later"), self._put_off)],
        )

    def _put_off(self) -> None:
        self._settings.set(BACKUP_LATER, self._today())

    def _today(self) -> str:
        """What says that the reminder for this archive was put off today."""
        return f"{date.today().isoformat()} {self._session.archive.identity}"  # noqa: DTZ011 - the person's day

    # Checking

    def _check(self, *, told_all: bool) -> None:
        from archivist.ui.questions.preserving import check_archive

        if self._checking is not None and self._checking.running:
            return
        self._checking = self._jobs.start_work(
            check_archive,
            (),
            title=self.tr("Checking the archive"),
            done=self._on_checked_as_wanted if told_all else self._on_checked,
            in_background=True,
        )

    def _on_checked(self, findings: tuple[Finding, ...]) -> None:
        if findings:
            self._messages.tell(
                self.tr("The check of the archive found %n problem(s).", "", len(findings)),
                self.tr("Do not delete older backups."),
                level=Level.WARNING,
                button=(self.tr("Show"), lambda: self._show_findings(findings)),
                stays=True,
            )

    def _on_checked_as_wanted(self, findings: tuple[Finding, ...]) -> None:
        if findings:
            self._show_findings(findings)
        else:
            self._messages.tell(self.tr("All is well: every original, text, quote and event is as it was written."))

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        from archivist.ui.dialogs import TextReportDialog

        text = "\n".join(f"{worded(finding.where)}: {worded(finding.problem)}" for finding in findings)
        summary = self.tr("%n problem(s) found", "", len(findings))
        self._open(TextReportDialog(self.tr("Check of the archive"), summary, text, self._icons, self._window))

    # Restoring

    def _start_restoring(self, backup: Path, folder: Path) -> None:
        from archivist.store.restoring import restore

        self._jobs.start_process(
            restore,
            (backup, folder),
            title=self.tr("Restoring {name}").format(name=backup.name),
            done=self._on_restored,
            cancelled=lambda: self._messages.tell(self.tr("The restoring was stopped."), self.tr("Nothing is left.")),
        )

    def _on_restored(self, report: RestoreReport) -> None:
        self._messages.tell(
            self.tr("The backup of {moment} is restored in {path}.").format(
                moment=self._wording.moment(report.backup.made_at), path=report.path
            ),
            self.tr("It has %n problem(s), which “Check the archive” tells of.", "", len(report.findings))
            if report.findings
            else "",
            level=Level.WARNING if report.findings else Level.INFO,
            button=(self.tr("Open it"), lambda: self.archive_wanted.emit(report.path)),
        )

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _age(event: Event) -> int:
    """Whole days since an event."""
    try:
        at = datetime.fromisoformat(event.at)
    except ValueError:
        return 0
    return max((datetime.now(UTC) - at).days, 0)


def _is_older(event: Event | None, days: int) -> bool:
    return event is not None and _age(event) >= days
