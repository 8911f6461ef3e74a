# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of each file of an import, for reading, copying and keeping."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QWidget,
)

from archivist.errors import ArchivistError
from archivist.exchange import write_import_report
from archivist.model import FileReport, ImportStatus
from archivist.ui.dialogs.import_preview_model import ICONS
from archivist.ui.errors import ErrorWording
from archivist.ui.folders import show_in_folder
from archivist.ui.forms import ChoiceField, dialog_layout, heading, message_label, set_message, size_columns
from archivist.ui.icons import Icons
from archivist.ui.import_wording import ImportWording
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_Index = QModelIndex | QPersistentModelIndex
_FILE, _STATUS, _ENCODING, _ARTICLES, _REASON = range(5)
_UNUSUAL = frozenset(ImportStatus) - {ImportStatus.IMPORTED}


class ReportModel(QAbstractTableModel):
    """One row a file: its name, what became of it, its encoding and why."""

    def __init__(self, reports: Sequence[FileReport], icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = list(reports)
        self._shown = self._all
        self._wording = Wording(self)
        self._words = ImportWording(self)
        self._icons: dict[ImportStatus, QIcon] = {status: icons.icon(name) for status, name in ICONS.items()}

    def show_only(self, statuses: Collection[ImportStatus]) -> None:
        """Show the files of which one of these came."""
        self.beginResetModel()
        self._shown = [each for each in self._all if each.status in statuses]
        self.endResetModel()

    @property
    def shown(self) -> Sequence[FileReport]:
        """The reports in the rows."""
        return self._shown

    def report(self, index: _Index) -> FileReport:
        """The report in a row."""
        return self._shown[index.row()]

    def cells(self, report: FileReport) -> list[str]:
        """A report as text, the whole path first."""
        return [
            str(report.path),
            self._wording.import_status(report.status),
            report.encoding,
            QLocale().toString(len(report.articles)) if report.articles else "",
            self._words.reason(report),
        ]

    def titles(self) -> list[str]:
        """The headings of the columns."""
        return [self.tr("File"), self.tr("Status"), self.tr("Encoding"), self.tr("Articles"), self.tr("Reason")]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.titles())

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        report = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            cell = report.path.name if index.column() == _FILE else self.cells(report)[index.column()]
            return " · ".join(cell.split("\n"))  # below the table it is told line by line
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
    """A table that can be filtered, copied and saved; each row leads to its article and its file."""

    article_wanted = Signal(str)  # id

    def __init__(
        self,
        reports: Sequence[FileReport],
        icons: Icons,
        stopped: ArchivistError | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`stopped` is why the import came to no end."""
        super().__init__(parent)
        self._reports = list(reports)
        self._stopped = stopped
        self._wording = Wording(self)
        self._errors = ErrorWording(self)
        self._words = ImportWording(self)
        self._model = ReportModel(reports, icons, self)
        self._build()
        if len(self._reports) == 1:
            self._table.selectRow(0)  # so that the whole reason is read without a click
        self._on_chosen()

    def copy(self) -> None:
        """Copy the selected rows, or all that are shown if none is selected, as a table of tabs."""
        rows = sorted(self._table.selectionModel().selectedRows(), key=lambda index: index.row())
        chosen = [self._model.report(index) for index in rows] or self._model.shown
        lines = ("\t".join(" ".join(cell.split()) for cell in self._model.cells(report)) for report in chosen)
        QGuiApplication.clipboard().setText("\n".join(lines))

    def save(self, path: Path) -> None:
        """Write the report as JSON, CSV or text, as the name says, with the reasons as they are shown here.

        What goes wrong is shown here too.
        """
        reports = [replace(report, reason=self._words.reason(report)) for report in self._reports]
        try:
            write_import_report(path, reports, self._stopped)
        except ArchivistError as error:
            set_message(self._message, " ".join(self._errors.describe(error)), mistaken=True)
        else:
            set_message(self._message, self.tr("Saved as {path}").format(path=path))

    def _current(self) -> FileReport | None:
        index = self._table.currentIndex()
        return self._model.report(index) if index.isValid() and index.row() < self._model.rowCount() else None

    def _on_chosen(self) -> None:
        report = self._current()
        self._open.setEnabled(report is not None and bool(report.articles))
        self._show.setEnabled(report is not None)
        set_message(self._reason, self._words.reason(report) if report else "")

    def _on_row_activated(self, index: QModelIndex) -> None:
        self._want_article(self._model.report(index))

    def _on_open(self) -> None:
        report = self._current()
        if report is not None:
            self._want_article(report)

    def _want_article(self, report: FileReport) -> None:
        if report.articles:
            self.article_wanted.emit(report.articles[0])

    def _on_show(self) -> None:
        report = self._current()
        if report is not None:
            show_in_folder(report.path)

    def _on_filtered(self) -> None:
        self._model.show_only(self._filter.currentData())
        self._on_chosen()

    def _on_save_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the report"), str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Tables (*.csv)"), self.tr("JSON (*.json)"), self.tr("Text (*.txt)")])
        dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix(name.rpartition(".")[2].rstrip(")")))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("import")
        dialog.fileSelected.connect(lambda path: self.save(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _summary(self) -> str:
        counts = Counter(report.status for report in self._reports)
        parts = (
            f"{self._wording.import_status(status)}: {counts[status]}" for status in ImportStatus if counts[status]
        )
        return "   ·   ".join(parts) or self.tr("No file was found.")

    def _build(self) -> None:
        self.setWindowTitle(self.tr("What was imported"))
        self._build_table()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self, self.copy)
        self._reason = message_label()
        self._message = message_label()
        column = dialog_layout(self)
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(heading(self._summary()), 1)
        self._build_filter(top)
        column.addLayout(top)
        if self._stopped:
            why = message_label()
            set_message(why, " ".join(self._errors.describe(self._stopped)), mistaken=True)
            column.addWidget(why)
        column.addWidget(self._table, 1)
        column.addWidget(self._reason)
        column.addWidget(self._message)
        column.addWidget(self._build_buttons())
        # Only now, as the style of the dialog says how much room a title has around it.
        size_columns(self._table.horizontalHeader(), {_FILE: 34, _STATUS: 27, _ENCODING: 12, _ARTICLES: 9})
        self.resize(140 * GRID, 68 * GRID)
        self._table.setFocus()

    def _build_filter(self, row: QHBoxLayout) -> None:
        counts = Counter(report.status for report in self._reports)
        self._filter = ChoiceField()
        self._filter.addItem(self.tr("All files"), frozenset(ImportStatus))
        self._filter.addItem(self.tr("What needs a look"), _UNUSUAL - {ImportStatus.DUPLICATE})
        for status in ImportStatus:
            if counts[status]:
                self._filter.addItem(self._wording.import_status(status), frozenset({status}))
        self._filter.setAccessibleName(self.tr("Which files are shown"))
        self._filter.currentIndexChanged.connect(self._on_filtered)
        label = QLabel(self.tr("S&how"))
        label.setBuddy(self._filter)
        row.addWidget(label)
        row.addWidget(self._filter)

    def _build_table(self) -> None:
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
        self._table.setAccessibleName(self.tr("Files of this import"))
        self._table.activated.connect(self._on_row_activated)
        self._table.selectionModel().selectionChanged.connect(self._on_chosen)

    def _build_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._open = QPushButton(self.tr("&Open the article"))
        self._show = QPushButton(self.tr("Show the &file in its folder"))
        copy, save = QPushButton(self.tr("&Copy")), QPushButton(self.tr("&Save as…"))
        slots = (self._on_open, self._on_show, self.copy, self._on_save_clicked)
        for button, slot in zip((self._open, self._show, copy, save), slots, strict=True):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        return buttons
