# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of a preview: choosing files, and leaving them out with the space bar."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from archivist.intake.preview import PreviewedFile
from archivist.ui.dialogs.import_preview_model import (
    ARTICLES,
    ENCODING,
    FILE,
    FORMAT,
    PROBLEM,
    PUBLISHED,
    TITLE,
    PreviewModel,
)
from archivist.ui.forms import size_columns
from archivist.ui.theme import GRID

_WIDTHS = {FILE: 32, FORMAT: 18, ENCODING: 11, ARTICLES: 9, PUBLISHED: 13, PROBLEM: 28}  # in GRID


class PreviewTable(QTableView):
    """Rows of files; several can be selected."""

    chosen_changed = Signal()  # the current row, or which are selected

    def __init__(self, model: PreviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self._build()
        self.selectionModel().selectionChanged.connect(self.chosen_changed)
        model.modelReset.connect(self.chosen_changed)

    def current_file(self) -> PreviewedFile | None:
        """The file that is looked at."""
        index = self.currentIndex()
        return self._model.file(index) if index.isValid() and index.row() < self._model.rowCount() else None

    def selected_files(self) -> list[PreviewedFile]:
        """The files that are selected, in their order."""
        rows = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return [self._model.file(index) for index in rows]

    def choose_first(self) -> None:
        """Choose the first file, unless one is chosen."""
        if self._model.rowCount() and not self.currentIndex().isValid():
            self.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self.selectionModel().selectedRows()
        if event.key() == Qt.Key.Key_Space and rows:
            left_out = [index for index in rows if self._model.file(index).path in self._model.left_out]
            self._model.mark(rows, wanted=len(left_out) == len(rows))
            return
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._model.rowCount():
            self.selectRow(0 if event.key() == Qt.Key.Key_Home else self._model.rowCount() - 1)
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(4 * GRID)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        size_columns(header, _WIDTHS)
        others = sum(header.sectionSize(column) for column in _WIDTHS)
        self.setMinimumWidth(others + header.sectionSizeHint(TITLE) + 2 * GRID)  # on however small a screen
        self.setAccessibleName(self.tr("Files to import"))
