# SPDX-License-Identifier: GPL-3.0-or-later
"""The event that an event is a part of: its name as a button that opens the choice, the way there, and none."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from archivist.model import Record
from archivist.ui.icons import Icons
from archivist.ui.theme import GRID


class ParentField(QWidget):
    """Shows the parent of an event, or that there is none."""

    choice_wanted = Signal()
    none_wanted = Signal()
    record_wanted = Signal(str)  # id

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record: Record | None = None
        self._button = QPushButton()
        self._button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._button.clicked.connect(self.choice_wanted)
        self._open, self._none = QToolButton(), QToolButton()
        for button, icon, name in (
            (self._open, "record", self.tr("Show the event")),
            (self._none, "close", self.tr("Part of no event")),
        ):
            icons.give(button, icon)
            button.setToolTip(name)
            button.setAccessibleName(name)
        self._open.clicked.connect(self._on_open_clicked)
        self._none.clicked.connect(self.none_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(self._button, 1)
        row.addWidget(self._open)
        row.addWidget(self._none)

    def show_parent(self, record: Record | None) -> None:
        """Show an event, or None."""
        self._record = record
        text = record.name if record else self.tr("Choose an event…")
        self._button.setText(text.replace("&", "&&"))
        self._button.setAccessibleName(self.tr("Part of: {name}").format(name=record.name if record else "–"))
        for button in (self._open, self._none):
            button.setVisible(record is not None)

    def place(self) -> QRect:
        """Where the choice may open, in global px."""
        return QRect(self._button.mapToGlobal(self._button.rect().topLeft()), self._button.size())

    def _on_open_clicked(self) -> None:
        if self._record is not None:
            self.record_wanted.emit(self._record.id)
