# SPDX-License-Identifier: GPL-3.0-or-later
"""The records of a list as a Qt model: rows by id, read from the archive a page at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from archivist.model import Record
from archivist.store import Archive
from archivist.ui.record_wording import RecordWording

_Index = QModelIndex | QPersistentModelIndex
_PAGE = 64  # rows
_PAGES_KEPT = 64

RECORD = Qt.ItemDataRole.UserRole  # Record, or None where it was deleted


class RecordsModel(QAbstractTableModel):
    """One column, one row a record."""

    def __init__(self, archive: Archive, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._wording = RecordWording(self)
        self._ids: Sequence[str] = ()
        self._places: dict[str, int] | None = None  # made when first asked for
        self._pages: OrderedDict[int, list[Record | None]] = OrderedDict()

    @property
    def ids(self) -> Sequence[str]:
        """What is listed, in order."""
        return self._ids

    def show_ids(self, ids: Sequence[str]) -> None:
        """List these records; the same ones as before are only read anew."""
        self._pages.clear()
        if ids == self._ids:
            if ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, 0))
            return
        self.beginResetModel()
        self._ids = ids
        self._places = None
        self.endResetModel()

    def place(self, record_id: str) -> int | None:
        """Where a record is listed."""
        if self._places is None:
            self._places = {id_: place for place, id_ in enumerate(self._ids)}
        return self._places.get(record_id)

    def record(self, place: int) -> Record | None:
        """The record at a place of the list; None where it was deleted."""
        if not 0 <= place < len(self._ids):
            return None
        number, offset = divmod(place, _PAGE)
        if number not in self._pages:
            ids = self._ids[number * _PAGE : (number + 1) * _PAGE]
            found = self._archive.records.at(ids)
            self._pages[number] = [found.get(id_) for id_ in ids]
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        return self._pages[number][offset]

    # Qt

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        wanted = (RECORD, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if not index.isValid() or role not in wanted:
            return None
        record = self.record(index.row())
        if role == RECORD:
            return record
        if record is None:
            return self.tr("Deleted")
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return record.name
            case Qt.ItemDataRole.ToolTipRole:
                return self._wording.tip(record)
        said = (record.name, self._wording.detail(record.draft), self._wording.passages(record.annotation_count))
        return ", ".join(filter(None, said))
