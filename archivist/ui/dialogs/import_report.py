# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of each file of an import, for reading, copying and keeping."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QWidget,
)

from archivist.exchange.tables import safe
from archivist.model import FileReport, ImportStatus
from archivist.ui.forms import dialog_layout, heading, message_label, set_message
from archivist.ui.icons import Icons
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_Index = QModelIndex | QPersistentModelIndex
_ICONS = {
    ImportStatus.IMPORTED: "article",
    ImportStatus.DUPLICATE: "info",
    ImportStatus.WARNING: "warning",
    ImportStatus.REFUSED: "cancel",
}
_FILE, _STATUS, _ENCODING, _REASON = range(4)


class ReportModel(QAbstractTableModel):
    """One row a file: its name, what became of it, its encoding and why."""

    def __init__(self, reports: Sequence[FileReport], icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = list(reports)
        self._shown = self._all
        self._wording = Wording(self)
        self._icons: dict[ImportStatus, QIcon] = {status: icons.icon(name) for status, name in _ICONS.items()}

    def show_only_unusual(self, only: bool) -> None:  # noqa: FBT001 - a setter, as Qt has them
        """Leave out what was imported without a word."""
        self.beginResetModel()
        self._shown = [each for each in self._all if each.status is not ImportStatus.IMPORTED] if only else self._all
        self.endResetModel()

    def report(self, index: _Index) -> FileReport:
        """The report in a row."""
        return self._shown[index.row()]

    def cells(self, report: FileReport) -> list[str]:
        """A report as text, the whole path first."""
        return [str(report.path), self._wording.import_status(report.status), report.encoding, report.reason]

    def titles(self) -> list[str]:
        """The headings of the columns."""
        return [self.tr("File"), self.tr("Status"), self.tr("Encoding"), self.tr("Reason")]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 4

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        report = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return report.path.name if index.column() == _FILE else self.cells(report)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.cells(report)[index.column()] or None
        if role == Qt.ItemDataRole.DecorationRole and index.column() == _STATUS:
            return self._icons[report.status]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.titles()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class ImportReportDialog(QDialog):
    """A table that can be copied and saved; a double click opens the article."""

    article_wanted = Signal(str)  # id

    def __init__(self, reports: Sequence[FileReport], icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reports = list(reports)
        self._model = ReportModel(reports, icons, self)
        self._build()

    def copy(self) -> None:
        """Copy the selected rows, or all if none is selected, as a table of tabs."""
        rows = sorted(self._table.selectionModel().selectedRows(), key=lambda index: index.row())
        chosen = [self._model.report(index) for index in rows] or self._reports
        lines = ("\t".join(" ".join(cell.split()) for cell in self._model.cells(report)) for report in chosen)
        QGuiApplication.clipboard().setText("\n".join(lines))

    def write_csv(self, path: Path) -> None:
        """Write all rows as a CSV file; what goes wrong is shown here."""
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(self._model.titles())
        writer.writerows([safe(cell) for cell in self._model.cells(report)] for report in self._reports)
        try:
            path.write_text(text.getvalue(), encoding="utf-8-sig", newline="")
        except OSError as error:
            reason = error.strerror or str(error)
            set_message(
                self._message,
                self.tr("“{path}” could not be written: {reason}.").format(path=path, reason=reason),
                mistaken=True,
            )
        else:
            set_message(self._message, self.tr("Saved as {path}").format(path=path))

    def _on_row_activated(self, index: QModelIndex) -> None:
        articles = self._model.report(index).articles
        if articles:
            self.article_wanted.emit(articles[0])

    def _on_save_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the report"), str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Tables (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("import.csv")
        dialog.fileSelected.connect(lambda path: self.write_csv(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _summary(self) -> str:
        counts = Counter(report.status for report in self._reports)
        wording = Wording(self)
        parts = (f"{wording.import_status(status)}: {counts[status]}" for status in ImportStatus if counts[status])
        return "   ·   ".join(parts) or self.tr("No file was found.")

    def _build(self) -> None:
        self.setWindowTitle(self.tr("What was imported"))
        self._table = QTableView()
        self._table.setModel(self._model)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setShowGrid(False)
        self._table.setWordWrap(False)
        self._table.setTabKeyNavigation(False)
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._table.verticalHeader().setDefaultSectionSize(4 * GRID)
        header = self._table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        for section, width in ((_FILE, 30), (_STATUS, 22), (_ENCODING, 12)):
            header.resizeSection(section, width * GRID)
        self._table.setAccessibleName(self.tr("Files of this import"))
        self._table.activated.connect(self._on_row_activated)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self, self.copy)
        unusual = QCheckBox(self.tr("&Only what needs a look"))
        unusual.toggled.connect(self._model.show_only_unusual)
        unusual.setEnabled(any(each.status is not ImportStatus.IMPORTED for each in self._reports))
        self._message = message_label()
        column = dialog_layout(self)
        top = QHBoxLayout()
        top.addWidget(heading(self._summary()), 1)
        top.addWidget(unusual)
        column.addLayout(top)
        column.addWidget(self._table, 1)
        column.addWidget(self._message)
        column.addWidget(self._build_buttons())
        self.resize(110 * GRID, 60 * GRID)

    def _build_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for text, slot in ((self.tr("&Copy"), self.copy), (self.tr("&Save as CSV…"), self._on_save_clicked)):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        return buttons
