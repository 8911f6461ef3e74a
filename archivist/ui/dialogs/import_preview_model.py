# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of an import before it runs, one row each, with a mark at those that are to come in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from archivist.intake.preview import PreviewedFile
from archivist.intake.reader import ImportOptions
from archivist.intake.registry import formats
from archivist.model import ImportStatus
from archivist.ui.format_wording import FormatWording
from archivist.ui.icons import Icons
from archivist.ui.import_wording import ImportWording

_Index = QModelIndex | QPersistentModelIndex
ICONS = {
    ImportStatus.IMPORTED: "article",
    ImportStatus.DUPLICATE: "info",
    ImportStatus.WARNING: "warning",
    ImportStatus.REFUSED: "cancel",
}
FILE, FORMAT, ENCODING, ARTICLES, TITLE, PUBLISHED, PROBLEM = range(7)


class PreviewModel(QAbstractTableModel):
    """Grows while the files are read."""

    marks_changed = Signal()  # which files are to come in

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files: list[PreviewedFile] = []
        self._shown: list[int] = []  # places in `_files`
        self._places: dict[Path, int] = {}
        self._only_unusual = False
        self._options = ImportOptions()
        self._words = ImportWording(self)
        self._titles = {reader.name: FormatWording().reworded(reader.title) for reader in formats()}
        self._icons = {status: icons.icon(name) for status, name in ICONS.items()}
        self.left_out: set[Path] = set()

    # What is in it

    @property
    def files(self) -> Sequence[PreviewedFile]:
        """All files, shown or not."""
        return self._files

    def file(self, index: _Index) -> PreviewedFile:
        """The file in a row."""
        return self._files[self._shown[index.row()]]

    def is_current(self, file: PreviewedFile, index: _Index) -> bool:
        """Whether the file is the one in a row."""
        return index.isValid() and index.row() < len(self._shown) and self.file(index).path == file.path

    def counts(self) -> Counter[ImportStatus]:
        """What would become of the files that are to come in."""
        return Counter(file.status for file in self._files if file.path not in self.left_out)

    def clear(self) -> None:
        """Begin anew; what is left out stays so."""
        self.beginResetModel()
        self._files, self._shown, self._places = [], [], {}
        self.endResetModel()

    def take_in(self, files: Sequence[PreviewedFile]) -> None:
        """Add files, or show anew those that are there."""
        added: list[int] = []
        for file in files:
            place = self._places.get(file.path)
            if place is None:
                self._places[file.path] = len(self._files)
                self._files.append(file)
                if self._is_wanted(file):
                    added.append(len(self._files) - 1)
            else:
                self._files[place] = file
                self._show_anew(place)
        if added:
            first = len(self._shown)
            self.beginInsertRows(QModelIndex(), first, first + len(added) - 1)
            self._shown += added
            self.endInsertRows()

    def show_options(self, options: ImportOptions) -> None:
        """Show what a person says of all files in the place of what they say."""
        self._options = options
        if self._shown:
            self.dataChanged.emit(self.index(0, PUBLISHED), self.index(len(self._shown) - 1, PUBLISHED))

    def as_it_would_be(self, file: PreviewedFile) -> PreviewedFile:
        """A file with what a person says of all; what is here already stays as it is."""
        file = replace(file, reason=self._words.reason(file))
        if not file.articles or file.status is ImportStatus.DUPLICATE:
            return file
        said = self._options
        return replace(
            file,
            outlet=said.outlet or file.outlet,
            published=said.published or file.published,
            language=said.language or file.language,
        )

    def show_only_unusual(self, only: bool) -> None:  # noqa: FBT001 - a setter, as Qt has them
        """Leave out of the list what would come in without a word."""
        self.beginResetModel()
        self._only_unusual = only
        self._shown = [place for place, file in enumerate(self._files) if self._is_wanted(file)]
        self.endResetModel()

    # Qt

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 7

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == FILE else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        file = self.file(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(file, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(file, index.column())
        if index.column() == FILE and role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Unchecked if file.path in self.left_out else Qt.CheckState.Checked
        if index.column() == FILE and role == Qt.ItemDataRole.DecorationRole:
            return self._icons[file.status]
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != FILE:
            return False
        self.mark([index], wanted=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def mark(self, indexes: Sequence[_Index], *, wanted: bool) -> None:
        """Say of some rows whether their files are to come in."""
        for index in indexes:
            path = self.file(index).path
            (self.left_out.discard if wanted else self.left_out.add)(path)
            place = self.index(index.row(), FILE)
            self.dataChanged.emit(place, place, [Qt.ItemDataRole.CheckStateRole])
        self.marks_changed.emit()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    # Private

    def _headings(self) -> tuple[str, ...]:
        return (
            self.tr("File"),
            self.tr("Format"),
            self.tr("Encoding"),
            self.tr("Articles"),
            self.tr("Title"),
            self.tr("Published"),
            self.tr("Problem"),
        )

    def _is_wanted(self, file: PreviewedFile) -> bool:
        return not self._only_unusual or file.status is not ImportStatus.IMPORTED

    def _show_anew(self, place: int) -> None:
        if place in self._shown:
            row = self._shown.index(place)
            self.dataChanged.emit(self.index(row, 0), self.index(row, PROBLEM))

    def _cell(self, file: PreviewedFile, column: int) -> str:
        file = self.as_it_would_be(file)
        return (
            file.path.name,
            self._titles.get(file.reader, file.reader),
            file.encoding,
            QLocale().toString(file.articles) if file.articles else "",
            file.title,
            file.published,
            file.reason,
        )[column]

    def _tool_tip(self, file: PreviewedFile, column: int) -> str | None:
        if column == FILE:
            return str(file.path)
        return self._cell(file, column) or None
