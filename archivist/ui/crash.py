# SPDX-License-Identifier: GPL-3.0-or-later
"""Bugs, shown: one report for each distinct place, which can be copied and says nothing of the material.

A report holds versions, the kind of error and where it arose; never the error's own words, which
may quote an article or name a file. Nothing is sent anywhere.
"""

from __future__ import annotations

import faulthandler
import platform
import re
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

import archivist
from archivist.ui.steps import ProcessBug
from archivist.ui.theme import GRID

_SIZE = (80 * GRID, 55 * GRID)
_FOLDERS = re.compile(r'"[^"\n]*[/\\]([^"/\\\n]+)"')


class CrashReports(QObject):
    """Takes every exception that nobody caught, on whichever thread, and shows it in the GUI thread."""

    reported = Signal(str)  # the report

    # An exception may arise on any thread; this queued signal carries it over.
    _caught = Signal(object)

    def __init__(self, log: Path, parent: QObject | None = None) -> None:
        """`log` is where the interpreter writes if it is ended by the system."""
        super().__init__(parent)
        self._log = log
        self._file: IO[str] | None = None
        self._places: set[str] = set()
        self._dialogs: list[CrashDialog] = []
        self._before: tuple[Callable[..., object], Callable[..., object]] | None = None
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over from Python; the terminal still gets the whole traceback."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        with suppress(OSError):  # a log that cannot be written is no reason not to start
            self._log.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._log.open("a", encoding="utf-8")
            faulthandler.enable(self._file)

    def uninstall(self) -> None:
        """Give everything back; call it when the program ends in order."""
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before
            self._before = None
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None

    def left_behind(self) -> str:
        """What the interpreter wrote when it was last ended by the system, or ""; it is told once."""
        try:
            left = self._log.read_text(encoding="utf-8", errors="replace").strip()
            self._log.write_text("", encoding="utf-8")
        except OSError:
            return ""
        return _FOLDERS.sub(r'"\1"', left)

    def show_report(self, report: str, sentence: str) -> None:
        """Show a report in a window of its own."""
        dialog = CrashDialog(sentence, report)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.destroyed.connect(lambda: self._dialogs.remove(dialog))
        self._dialogs.append(dialog)
        dialog.show()

    def show_left_behind(self, left: str) -> None:
        """Say that the last run did not end in order."""
        self.show_report(
            f"{_versions()}\n\n{left}",
            self.tr("Archivist was ended by an error last time. What had been marked by then is in the archive."),
        )

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        traceback.print_exception(kind, error, trace)
        if not issubclass(kind, KeyboardInterrupt):
            self._caught.emit(error)

    def _on_thread_exception(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._on_exception(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _on_caught(self, error: BaseException) -> None:
        where = place(error)
        if where in self._places:
            return
        self._places.add(where)
        report = report_of(error)
        self.reported.emit(report)
        self.show_report(
            report, self.tr("Archivist made a mistake. What you marked is in the archive; you can go on working.")
        )


class CrashDialog(QDialog):
    """A sentence, the report, and a button that copies it."""

    def __init__(self, sentence: str, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.resize(*_SIZE)
        words = QLabel(sentence)
        words.setWordWrap(True)
        hint = QLabel(
            self.tr(
                "The report says where it happened, and nothing of your articles. Nothing has been sent to anybody."
            )
        )
        hint.setWordWrap(True)
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._report.setAccessibleName(self.tr("Report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = buttons.addButton(self.tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.clicked.connect(self._on_copy)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        for widget in (words, hint, self._report, buttons):
            column.addWidget(widget)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())


def place(error: BaseException) -> str:
    """Where an error arose, to tell distinct ones apart."""
    if isinstance(error, ProcessBug):
        return error.trace.splitlines()[-2] if error.trace.count("\n") > 1 else error.trace
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    return f"{type(error).__name__} {_module(last.filename)}:{last.lineno}" if last else type(error).__name__


def report_of(error: BaseException) -> str:
    """Versions, the kind of error and the frames it passed, without its words."""
    lines = [_versions(), ""]
    if isinstance(error, ProcessBug):
        lines += [_FOLDERS.sub(r'"\1"', line) for line in error.trace.splitlines() if line.startswith("  File ")]
        lines.append(error.trace.strip().splitlines()[-1].split(":", 1)[0])
        return "\n".join(lines)
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"  {_module(frame.filename)}:{frame.lineno} in {frame.name}")
    lines.append(type(error).__name__)
    cause = error.__cause__ or error.__context__
    if cause is not None:
        lines.append(f"after {place(cause)}")
    return "\n".join(lines)


def _module(path: str) -> str:
    """The end of a path, from the package on: the folders before it may name a person."""
    parts = Path(path).parts
    for package in ("archivist", "site-packages"):
        if package in parts:
            at = len(parts) - 1 - parts[::-1].index(package)
            return "/".join(parts[at:])
    return parts[-1] if parts else "?"


def _versions() -> str:
    from importlib.metadata import version

    return (
        f"Archivist {archivist.__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"PySide6 {version('PySide6-Essentials')}, {platform.system()} {platform.machine()}"
    )
