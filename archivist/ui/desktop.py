# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop program: opens archives in windows, one at a time, from its start to its end."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from archivist import paths
from archivist.errors import ArchiveDamaged, ArchivistError, NotAnArchive, StorageFailed
from archivist.store import DATABASE_NAME, Archive
from archivist.ui.icons import Icons
from archivist.ui.settings import LAST_ARCHIVE, RECENT_ARCHIVES, SCHEME, Settings
from archivist.ui.theme import Scheme, Theme
from archivist.ui.window import Window

if TYPE_CHECKING:
    from archivist.ui.link_socket import LinkServer
    from archivist.ui.start import StartDialog

_LINKS_MS = 200  # after a window is shown, so that it is there to be used before links are listened for


class Desktop(QObject):
    """Keeps the window that is open, or the dialog that asks for an archive."""

    def __init__(
        self,
        application: QApplication,
        settings: Settings,
        sample: Path,
        make_sample: Callable[[Path], None],
        sockets: Path,
    ) -> None:
        """`sample` is where a person's copy of the sample archive lies, or is made by `make_sample`.

        `sockets` is the folder through which links reach the window that has an archive open.
        """
        super().__init__(application)
        self._sockets = sockets
        self._links: LinkServer | None = None
        self._settings = settings
        self._sample = sample
        self._make_sample = make_sample
        wanted = settings.get(SCHEME)
        self._theme = Theme(application, Scheme(wanted) if wanted in list(Scheme) else Scheme.SYSTEM)
        self._icons = Icons(application)
        self._start: StartDialog | None = None
        self.window: Window | None = None
        application.setWindowIcon(self._icons.icon("archivist"))

    @property
    def start(self) -> StartDialog | None:
        """The dialog that asks for an archive, while no window is open."""
        return self._start

    def begin(self, folder: Path | None) -> None:
        """Open an archive: this one, else the one that was open last, else the sample."""
        wanted = self._wanted(folder)
        if wanted is not None:
            self.open(wanted)
        else:
            self.open_sample()

    def hand_over(self, folder: Path | None, link: str) -> bool:
        """Hand a link to the window of another program that has the archive open which begin() would open."""
        from archivist.ui.link_socket import hand_over

        return hand_over(self._sockets, self._wanted(folder) or self._sample, link)

    def show_link(self, link: str) -> None:
        """Show what a link leads to, if a window is open."""
        if self.window is not None:
            self.window.desk.reading.citing.go_to(link)

    def open(self, folder: Path) -> None:
        """Open an archive in place of the one that is open."""
        if self.window is not None and self.window.desk.archive.folder.resolve() == folder.resolve():
            return
        self._try(lambda: Archive.open(folder), folder)

    def create(self, folder: Path) -> None:
        """Make an archive with the default codebook, and open it."""
        self._try(lambda: Archive.create(folder, codebook=paths.data() / "codebook.json"))

    def open_sample(self) -> None:
        """Open the copy of the sample archive, made if there is none."""

        def opened() -> Archive:
            if not self._sample.is_dir():
                self._make_sample(self._sample)
            return Archive.open(self._sample)

        self._try(opened)

    def rescue(self, folder: Path) -> None:
        """Offer to save what can be read of a damaged archive into a new one."""
        from archivist.ui.dialogs import RescueDialog

        dialog = RescueDialog(folder, self._icons, self.window or self._start)
        dialog.archive_wanted.connect(self.open)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _wanted(self, folder: Path | None) -> Path | None:
        """The archive to begin with; None is for the sample."""
        last = self._settings.get(LAST_ARCHIVE)
        return folder or (Path(last) if last and Path(last).is_dir() else None)

    def _hear_of_links(self) -> None:
        """Receive the links that are followed in other programs, now that the window is there."""
        from archivist.ui.link_socket import LinkServer

        self._hear_no_links()
        if self.window is not None and self.window.isVisible():
            self._links = LinkServer(self._sockets, self.window.desk.archive.folder, self)
            self._links.link_received.connect(self._on_link_received)

    def _hear_no_links(self) -> None:
        if self._links is not None:
            self._links.close()
            self._links.deleteLater()
            self._links = None

    def _on_link_received(self, link: str) -> None:
        if self.window is None:
            return
        self.show_link(link)
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()

    def _try(self, opened: Callable[[], Archive], folder: Path | None = None) -> None:
        try:
            archive = opened()
        except ArchivistError as error:
            self._tell(error, folder)
            return
        is_first = self.window is None and self._start is None
        try:
            with self._theme.laid_aside() if is_first else nullcontext():
                window = Window(archive, self._settings, self._theme, self._icons)
        except ArchivistError as error:
            archive.close()
            self._tell(error, folder)
            return
        self._show(window)

    def _show(self, window: Window) -> None:
        window.archive_wanted.connect(self.open)
        window.new_archive_wanted.connect(self.create)
        self._hear_no_links()
        window.closing.connect(self._hear_no_links)  # before its archive can be opened by another program
        before, self.window = self.window, window
        self._settings.remember_archive(window.desk.archive.folder.resolve())
        window.show()
        QTimer.singleShot(_LINKS_MS, self, self._hear_of_links)
        _spare_the_collector(again=before is not None)
        if before is not None:
            before.close()
            before.deleteLater()
        if self._start is not None:
            self._start.close()
            self._start.deleteLater()
            self._start = None

    def _tell(self, error: ArchivistError, folder: Path | None) -> None:
        from archivist.ui.start import StartDialog

        button = None
        if folder is not None and _may_be_rescued(error, folder):
            button = (self.tr("Rescue…"), partial(self.rescue, folder))
        if self.window is not None:
            self.window.desk.messages.tell_error(error, button)
            return
        if self._start is None:
            self._start = StartDialog(self._settings.get(RECENT_ARCHIVES), self._icons)
            self._start.archive_wanted.connect(self.open)
            self._start.new_archive_wanted.connect(self.create)
            self._start.sample_wanted.connect(self.open_sample)
        self._start.show()
        self._start.tell_error(error, button)


def _may_be_rescued(error: ArchivistError, folder: Path) -> bool:
    """Whether an archive could not be opened because its database is damaged; its beginning may be lost."""
    damaged = isinstance(error, ArchiveDamaged | NotAnArchive | StorageFailed)
    return damaged and (folder / DATABASE_NAME).is_file()


def _spare_the_collector(*, again: bool) -> None:
    """Have Python's collector pass over what a window is made of: going through it all takes it 40 ms."""
    if again:
        gc.unfreeze()
        gc.collect()
    gc.freeze()
