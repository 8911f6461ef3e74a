# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands before the window while it must not be touched."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QPushButton, QWidget

from archivist.model import Progress
from archivist.text import shortened
from archivist.ui.forms import dialog_layout, muted_label
from archivist.ui.theme import GRID

_WIDTH = 52 * GRID
_LONGEST = 60  # characters


class WaitingDialog(QDialog):
    """Says how far the work is and asks it to stop; only end() takes it away."""

    stopped = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_ended = False
        self._build(title)

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._what.setText(shortened(progress.what, _LONGEST))

    def end(self) -> None:
        """Go away."""
        self._has_ended = True
        self.close()

    def reject(self) -> None:
        if self._has_ended:
            super().reject()
            return
        self._stop.setEnabled(False)
        self._what.setText(self.tr("Stopping…"))
        self.stopped.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._has_ended:
            super().closeEvent(event)
        else:
            event.ignore()
            self.reject()

    def _build(self, title: str) -> None:
        self.setWindowTitle(title)
        self._what = muted_label(title)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(title)
        self._stop = QPushButton(self.tr("&Stop"))
        buttons = QDialogButtonBox()
        buttons.addButton(self._stop, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = dialog_layout(self, _WIDTH)
        column.addWidget(self._what)
        column.addWidget(self._bar)
        column.addWidget(buttons)
