# SPDX-License-Identifier: GPL-3.0-or-later
"""How far annotators agree, tag by tag, as a Qt model."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from archivist.agreement.comparing import Agreement
from archivist.ui.wording import Wording

_Index = QModelIndex | QPersistentModelIndex


class Measure(IntEnum):
    """What is said of a tag."""

    TAG = 0
    MARKS = 1
    EXACT = 2
    OVERLAPPING = 3
    COHEN = 4
    FLEISS = 5
    ALPHA = 6
    UNITIZING = 7


class MeasuresModel(QAbstractTableModel):
    """One row for all tags together, then one for each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)
        self._rows: Sequence[Agreement] = ()

    def show_agreements(self, rows: Sequence[Agreement]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def tag(self, row: int) -> str:
        """The name of the tag of a row; "" for all."""
        return self._rows[row].tag

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(Measure)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Measure(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column is Measure.TAG else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        column = Measure(section)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._titles()[column]
            case Qt.ItemDataRole.ToolTipRole:
                return self._explanations()[column]
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignLeft if column is Measure.TAG else Qt.AlignmentFlag.AlignRight
                return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, row: Agreement, column: Measure) -> str:
        match column:
            case Measure.TAG:
                return row.tag or self.tr("All tags")
            case Measure.MARKS:
                return " / ".join(self._wording.number(count) for count in row.counts)
        value = {
            Measure.EXACT: row.exact.f1,
            Measure.OVERLAPPING: row.overlapping.f1,
            Measure.COHEN: row.cohen,
            Measure.FLEISS: row.fleiss,
            Measure.ALPHA: row.alpha,
            Measure.UNITIZING: row.unitizing_alpha,
        }[column]
        return "–" if value is None else QLocale().toString(round(value, 2) + 0.0, "f", 2)  # + 0.0: none is “-0.00”

    def _titles(self) -> dict[Measure, str]:
        return {
            Measure.TAG: self.tr("Tag"),
            Measure.MARKS: self.tr("Marks"),
            Measure.EXACT: self.tr("F1 exact"),
            Measure.OVERLAPPING: self.tr("F1 overlap"),
            Measure.COHEN: self.tr("Cohen’s κ"),
            Measure.FLEISS: self.tr("Fleiss’ κ"),
            Measure.ALPHA: self.tr("α"),
            Measure.UNITIZING: self.tr("α of units"),
        }

    def _explanations(self) -> dict[Measure, str]:
        return {
            Measure.TAG: "",
            Measure.MARKS: self.tr("How many annotations each annotator has, in the order of the names above"),
            Measure.EXACT: self.tr("The share of spans that have the same edges and tag"),
            Measure.OVERLAPPING: self.tr("The share of spans of one tag that overlap"),
            Measure.COHEN: self.tr("Cohen’s kappa of single characters; of more than two, the mean of all pairs"),
            Measure.FLEISS: self.tr("Fleiss’ kappa of single characters"),
            Measure.ALPHA: self.tr("Krippendorff’s alpha of single characters, nominal"),
            Measure.UNITIZING: self.tr("Krippendorff’s alpha of where spans begin and end"),
        }
