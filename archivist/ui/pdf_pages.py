# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's end of the process that draws the pages of a PDF: one page at a time, the one that is seen first."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

_POLL_MS = 15
_SECONDS_TO_START = 10.0  # besides what a page may take


class PdfPages(QObject):
    """Opens one file after another; what it has been asked for of one is not told once there is another."""

    opened = Signal(list)  # of (width, height) of each page, in points
    drawn = Signal(int, int, QImage)  # number of a page, from 1, the width that was wanted, and the page
    failed = Signal()  # the file cannot be shown, or can no longer be

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._hear: Callable[[bytes], None] = self._on_opened
        self._wanted: deque[int] = deque()
        self._width = 0  # in which they are wanted, and
        self._asked_width = 0  # in which the one that is awaited is
        self._awaits = False
        self._deadline = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._poll)

    def open(self, path: Path) -> None:
        """Open a file; opened or failed follows."""
        from archivist.intake.pdf.showing import show_pages

        self.close()
        spawn = get_context("spawn")
        self._pipe, there = spawn.Pipe()
        self._process = spawn.Process(target=show_pages, args=(path, there), daemon=True)
        self._process.start()
        there.close()
        self._hear = self._on_opened
        self._await(_SECONDS_TO_START)

    def want(self, pages: Sequence[int], width: int) -> None:
        """Draw these pages (numbers from 1), so many dots wide, and none that were wanted before."""
        self._wanted, self._width = deque(pages), width
        self._ask()

    def close(self) -> None:
        """Close the file; nothing more is told of it."""
        self._timer.stop()
        self._wanted.clear()
        self._awaits = False
        if self._process is not None and self._pipe is not None:
            self._pipe.close()
            self._process.kill()  # it only reads
            self._process.join()
            self._process = self._pipe = None

    def _ask(self) -> None:
        if self._pipe is None or self._awaits or not self._wanted:
            return
        try:
            self._pipe.send((self._wanted.popleft(), self._width))
        except OSError:
            self._fail()
            return
        self._asked_width = self._width
        self._hear = self._on_drawn
        self._await(0.0)

    def _await(self, more_seconds: float) -> None:
        from archivist.intake.pdf.showing import PAGE_SECONDS

        self._awaits = True
        self._deadline = time.monotonic() + PAGE_SECONDS + more_seconds
        self._timer.start()

    def _poll(self) -> None:
        try:
            if self._pipe is not None and self._pipe.poll():
                message = self._pipe.recv_bytes()
                self._awaits = False
                self._timer.stop()
                self._hear(message)
            elif time.monotonic() > self._deadline:
                self._fail()
        except (EOFError, OSError):  # it died
            self._fail()

    def _on_opened(self, message: bytes) -> None:
        from archivist.intake.pdf.showing import sizes_in

        sizes = sizes_in(message)
        if sizes:
            self.opened.emit(sizes)
            self._ask()
        else:
            self._fail()

    def _on_drawn(self, message: bytes) -> None:
        from archivist.intake.pdf.showing import page_in

        page = page_in(message)
        if page is None:
            self._fail()
            return
        image = QImage(page.dots, page.width, page.height, 4 * page.width, QImage.Format.Format_RGB32).copy()
        self.drawn.emit(page.number, self._asked_width, image)
        self._ask()

    def _fail(self) -> None:
        self.close()
        self.failed.emit()
