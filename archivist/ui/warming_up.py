# SPDX-License-Identifier: GPL-3.0-or-later
"""Making ahead what a person will need first, so that the first time takes no longer than the second."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

_CALM_MS = 1000  # after the start, in which the window and its list come first
_BETWEEN_MS = 50  # two steps, so that what a person does meanwhile comes first


class WarmingUp(QObject):
    """Takes the steps of an iterator, each some 30 ms at the most, while the window is used."""

    done = Signal()

    def __init__(self, steps: Iterator[None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._take_step)

    def begin(self) -> None:
        """Begin once the window has come to rest."""
        self._timer.start(_CALM_MS)

    def close(self) -> None:
        """Take no further step."""
        self._timer.stop()

    def _take_step(self) -> None:
        self._timer.setInterval(_BETWEEN_MS)
        try:
            next(self._steps)
        except StopIteration:
            self._timer.stop()
            self.done.emit()
