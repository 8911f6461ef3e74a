# SPDX-License-Identifier: GPL-3.0-or-later
"""The first rows of a table, below the names of its columns and what each is taken for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from archivist.intake.tables.preview import TablePreview
from archivist.ui.dialogs.table_fields import FieldWording
from archivist.ui.theme import GRID

_Index = QModelIndex | QPersistentModelIndex
_NARROWEST, _WIDEST = 9 * GRID, 30 * GRID


class RowsModel(QAbstractTableModel):
    """The cells as the file has them, shortened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._columns: list[tuple[str, str]] = []  # name, the part of an article that it holds or ""

    def show_preview(self, preview: TablePreview) -> None:
        """Show the rows of a file."""
        titles = {name: title.replace("&", "") for name, title in FieldWording(self).titles().items()}
        held = {column: titles[name] for name, column in preview.profile.columns.items() if column}
        self.beginResetModel()
        self._rows = preview.rows
        self._columns = [(column.name, held.get(column.name, "")) for column in preview.columns]
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return self._rows[index.row()][index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            name, held = self._columns[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return f"{name}\n{held or '–'}"
            if role == Qt.ItemDataRole.ToolTipRole:
                return name
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class RowsTable(QTableView):
    """To be looked at only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RowsModel(self)
        self.setModel(self._model)
        self._build()

    def show_preview(self, preview: TablePreview) -> None:
        """Show the first rows of a file."""
        self._model.show_preview(preview)
        metrics = QFontMetrics(self.font())
        for section, column in enumerate(preview.columns):
            widest = max(map(metrics.horizontalAdvance, (column.name, *column.samples))) + 3 * GRID
            self.horizontalHeader().resizeSection(section, min(max(widest, _NARROWEST), _WIDEST))

    def _build(self) -> None:
        self.setAccessibleName(self.tr("The first rows of the table"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(4 * GRID)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
