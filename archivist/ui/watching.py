# SPDX-License-Identifier: GPL-3.0-or-later
"""Watched folders: new files in them are offered for import, and never imported unasked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer
from PySide6.QtWidgets import QWidget

from archivist.errors import ArchivistError
from archivist.ui.importing import Importing
from archivist.ui.jobs import Job, Jobs
from archivist.ui.messages import MessageBar
from archivist.ui.session import Session
from archivist.ui.settings import Settings, watched_folders

if TYPE_CHECKING:
    from archivist.intake.watched import NewFiles, WatchedFolder

_PAUSE_MS = 2500  # after a change: a file that is being saved changes more than once
_LATER_MS = 5000  # when the bar says something else
_MOST_WATCHED = 1000  # folders within folders; each takes one of the system's handles


class Watching(QObject):
    """Looks into the watched folders at the start and when something in them changes."""

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        messages: MessageBar,
        settings: Settings,
        importing: Importing,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._jobs = jobs
        self._messages = messages
        self._settings = settings
        self._setting = watched_folders(session.archive.identity)
        self._importing = importing
        self._window = window
        self._looking: Job | None = None
        self._offered: NewFiles | None = None
        self._system = QFileSystemWatcher(self)
        self._system.directoryChanged.connect(self._on_changed)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.look)
        importing.started.connect(self._on_import_started)
        importing.declined.connect(self._on_import_declined)

    @property
    def folders(self) -> list[WatchedFolder]:
        """The folders that are watched."""
        entries = self._settings.get(self._setting)
        if not entries:  # as most people watch none, and the module brings readers along
            return []
        from archivist.intake.watched import WatchedFolder

        found = []
        for entry in entries:
            until, _, path = entry.partition("\t")
            try:
                found.append(WatchedFolder(Path(path), float(until)))
            except ValueError:  # written by hand
                continue
        return found

    def begin(self) -> None:
        """Look what came while the program was closed."""
        self.look()

    def choose_folders(self) -> None:
        """Ask which folders to watch."""
        from archivist.ui.dialogs import WatchedFoldersDialog

        dialog = WatchedFoldersDialog([folder.path for folder in self.folders], self._window)
        dialog.folders_chosen.connect(self.watch)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def watch(self, paths: Sequence[Path]) -> None:
        """Watch these folders and no others; of a new one all that the archive does not have is new."""
        from archivist.intake.watched import WatchedFolder

        known = {folder.path: folder for folder in self.folders}
        self._remember([known.get(path, WatchedFolder(path)) for path in paths])
        if self._system.directories():
            self._system.removePaths(self._system.directories())
        self.look()

    def look(self) -> None:
        """Look into the folders, off the GUI thread."""
        folders = self.folders
        if self._looking is not None or not folders:
            return
        from archivist.intake.watched import look_for_new

        self._looking = self._jobs.start(
            lambda archive: look_for_new(archive, folders), title="", done=self._on_looked, failed=self._on_failed
        )

    def _on_changed(self) -> None:
        self._pause.start(_PAUSE_MS)

    def _on_failed(self, _error: ArchivistError) -> None:
        """Nobody asked for it; the next change is another occasion."""
        self._looking = None

    def _on_looked(self, found: list[NewFiles]) -> None:
        self._looking = None
        watched = set(self._system.directories())
        below = [str(path) for one in found for path in one.below[:_MOST_WATCHED] if str(path) not in watched]
        if below:
            self._system.addPaths(below)
        if any(one.unsettled for one in found):
            self._pause.start(_PAUSE_MS)
        new = next((one for one in found if one.files and self._is_watched(one.folder)), None)
        if new is not None:
            self._offer(new)

    def _offer(self, new: NewFiles) -> None:
        if self._messages.isVisible() and self._offered is None:  # what it says was not asked for twice
            self._pause.start(_LATER_MS)
            return
        self._offered = new
        self._messages.tell(
            self.tr("%n new file(s) in {folder}.", "", len(new.files)).format(folder=new.folder.path),
            button=(self.tr("Look…"), partial(self._importing.import_paths, new.files)),
            others=[
                (self.tr("Import"), partial(self._importing.import_unseen, new.files)),
                (self.tr("Ignore"), partial(self._see_to, new)),
            ],
        )

    def _on_import_started(self, files: Collection[Path]) -> None:
        """What was offered is seen to once its import is decided on, whatever was left out of it."""
        if self._offered is not None and set(files) & set(self._offered.files):
            self._see_to(self._offered)

    def _on_import_declined(self, files: Collection[Path]) -> None:
        """To look and to close is no decision, so the files are offered again."""
        if self._offered is not None and set(files) & set(self._offered.files):
            self._offered = None
            self._pause.start(_PAUSE_MS)

    def _see_to(self, new: NewFiles) -> None:
        """Offer these files no more."""
        from archivist.intake.watched import WatchedFolder

        self._offered = None
        done = WatchedFolder(new.folder.path, new.looked_at)
        self._remember([done if folder.path == done.path else folder for folder in self.folders])
        self._pause.start(_PAUSE_MS)

    def _is_watched(self, folder: WatchedFolder) -> bool:
        """Whether it still is, and nothing of it was seen to since it was looked into."""
        return folder in self.folders

    def _remember(self, folders: Sequence[WatchedFolder]) -> None:
        self._settings.set(self._setting, [f"{folder.seen_until!r}\t{folder.path}" for folder in folders])
