# SPDX-License-Identifier: GPL-3.0-or-later
"""The places where annotators differ, as a Qt model: what each of them marked, side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QPalette

from archivist.agreement.differences import Difference, Disagreement
from archivist.model import Annotation
from archivist.ui.forms import symbol_icon
from archivist.ui.theme import colours_of

_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What is said of a place before what each annotator marked."""

    SETTLED = 0
    DIFFERENCE = 1
    FIRST_ANNOTATOR = 2


class DifferencesModel(QAbstractTableModel):
    """One row a place, narrowed by tag; after two columns one for each annotator."""

    def __init__(
        self, settled: Callable[[Disagreement], str], accepted: QIcon, palette: QPalette, parent: QObject | None = None
    ) -> None:
        """`settled` gives the words that the adjudicated layer has at a place, "" where it has none."""
        super().__init__(parent)
        self._is_settled = settled
        self._accepted = accepted
        self._palette = palette
        self._names: Sequence[str] = ()
        self._all: Sequence[Disagreement] = ()
        self._shown: list[Disagreement] = []
        self._tag = ""
        self._settled: dict[int, str] = {}  # by row, of those that were painted

    def show_places(self, names: Sequence[str], places: Sequence[Disagreement]) -> None:
        """Show these places of these annotators."""
        self._names, self._all = names, places
        self.narrow("")

    def narrow(self, tag: str) -> None:
        """Show only places at which somebody used this tag (its name); "" for all."""
        self.beginResetModel()
        self._tag = tag
        self._settled.clear()
        self._shown = [
            place
            for place in self._all
            if not tag or any(mark is not None and mark.tag.name == tag for mark in place.annotations)
        ]
        self.endResetModel()

    def look_again(self) -> None:
        """What is settled may have changed."""
        self._settled.clear()
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0))

    def place(self, row: int) -> Disagreement:
        """The place of a row."""
        return self._shown[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else Column.FIRST_ANNOTATOR + len(self._names)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = self._shown[index.row()]
        if index.column() == Column.SETTLED:
            return self._of_settled(index.row(), place, role)
        if index.column() == Column.DIFFERENCE:
            return self.words_of(place.differences) if role == Qt.ItemDataRole.DisplayRole else None
        mark = place.annotations[index.column() - Column.FIRST_ANNOTATOR]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._said(mark, place) if mark else "–"
            case Qt.ItemDataRole.ToolTipRole if mark:
                return f"{mark.tag.name}: {mark.quote}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{mark.tag.name}: {mark.quote}" if mark else self.tr("nothing")
            case Qt.ItemDataRole.DecorationRole if mark:
                return self._icon(mark)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            titles = (self.tr("Settled"), self.tr("They differ in"), *self._names)
            return titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def words_of(self, differences: Sequence[Difference]) -> str:
        """In what annotations differ, for a person."""
        words = {
            Difference.MISSING: self.tr("one marked nothing"),
            Difference.TAG: self.tr("tag"),
            Difference.EDGES: self.tr("edges"),
            Difference.RECORD: self.tr("record"),
            Difference.ATTRIBUTES: self.tr("attributes"),
        }
        return ", ".join(words[difference] for difference in differences)

    def _of_settled(self, row: int, place: Disagreement, role: int) -> Any:
        if row not in self._settled:
            self._settled[row] = self._is_settled(place)
        words = self._settled[row]
        match role:
            case Qt.ItemDataRole.DecorationRole if words:
                return self._accepted
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return words or self.tr("not settled")
        return None

    @staticmethod
    def _said(mark: Annotation, place: Disagreement) -> str:
        words = " ".join(mark.quote.split())
        return f"{mark.tag.name}: {words}" if Difference.TAG in place.differences else words

    def _icon(self, mark: Annotation) -> QIcon:
        colour = mark.tag.colour or colours_of(self._palette).kind(mark.tag.kind).name()
        return symbol_icon(mark.tag.kind, colour, self._palette)
