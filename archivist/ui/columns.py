# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the desk; the records stand in the place of the sidebar and the list, so that the article stays."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from archivist.ui.theme import GRID

_SIZES = (25 * GRID, 40 * GRID, 65 * GRID, 115 * GRID)  # px: sidebar, list, records, the rest

_LEAST_REST = 80 * GRID  # px that the article and the inspector keep, if the records can do with what is left


class Columns(QSplitter):
    """Sidebar, list of articles, records, and the article with its inspector."""

    change_wanted = Signal()  # before the records take the place of the articles, or give it back

    def __init__(self, sidebar: QWidget, articles: QWidget, records: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._sidebar, self._articles, self._records = sidebar, articles, records
        self._sidebar_was_open = True
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for column in (sidebar, articles, records):
            self.addWidget(column)
        records.hide()

    def set_rest(self, rest: QWidget) -> None:
        """What takes the room that the columns leave."""
        self.addWidget(rest)
        self.setStretchFactor(3, 1)

    def set_usual_sizes(self) -> None:
        """As at the first start."""
        self.setSizes(list(_SIZES))

    def show_records(self) -> None:
        """Show the records, as wide as what they stand in the place of, if that is wide enough."""
        self.change_wanted.emit()
        if not self._records.isHidden():
            return
        before = self.sizes()
        self._sidebar_was_open = not self._sidebar.isHidden()
        for column in (self._sidebar, self._articles):
            column.hide()
        self._records.show()
        room = max(self._records.minimumSizeHint().width(), sum(before) - _LEAST_REST)
        width = min(room, max(before[0] + before[1] + 1, self._records.sizeHint().width()))
        self.setSizes([before[0], before[1], width, sum(before) - width])

    def hide_records(self) -> None:
        """Show the list again, and the sidebar if it was there."""
        self.change_wanted.emit()
        if self._records.isHidden():
            return
        self._records.hide()
        self._articles.show()
        self._sidebar.setVisible(self._sidebar_was_open)
