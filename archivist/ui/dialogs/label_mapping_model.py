# SPDX-License-Identifier: GPL-3.0-or-later
"""The labels of a file that is to be imported, and the tags that they become, as a Qt model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QPalette

from archivist.exchange import ScannedLabel, TagMapping, Target
from archivist.model import Kind, Tag
from archivist.ui.forms import no_symbol, symbol_icon
from archivist.ui.theme import colours_of
from archivist.ui.wording import Wording

_Index = QModelIndex | QPersistentModelIndex


class LabelColumn(IntEnum):
    """What is said of a label."""

    LABEL = 0
    MARKS = 1
    EXAMPLE = 2
    TAG = 3


class LabelsModel(QAbstractTableModel):
    """One row a label; what it becomes can be decided."""

    def __init__(self, tags: Sequence[Tag], palette: QPalette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)
        self._tags = {tag.name.casefold(): tag for tag in tags}
        self._palette = palette
        self._labels: Sequence[ScannedLabel] = ()
        self._targets: list[Target | None] = []

    def show_labels(self, labels: Sequence[ScannedLabel]) -> None:
        """Show these, with what they become so far."""
        self.beginResetModel()
        self._labels = labels
        self._targets = [label.target for label in labels]
        self.endResetModel()

    def target(self, row: int) -> Target | None:
        """What the label of a row becomes; None where it is left out."""
        return self._targets[row]

    def decide(self, rows: Iterable[int], target: Target | None) -> None:
        """These labels become that tag, or are left out."""
        for row in rows:
            self._targets[row] = target
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(LabelColumn) - 1))

    def decide_by(self, mapping: TagMapping) -> None:
        """All labels that a mapping knows become what it says."""
        for row, label in enumerate(self._labels):
            if label.label in mapping.targets:
                self.decide([row], mapping.targets[label.label])

    def mapping(self) -> TagMapping:
        """What all labels become."""
        return TagMapping({label.label: target for label, target in zip(self._labels, self._targets, strict=True)})

    def left_out(self) -> int:
        """How many annotations would be left out."""
        pairs = zip(self._labels, self._targets, strict=True)
        return sum(label.annotations for label, target in pairs if target is None)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._labels)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(LabelColumn)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), LabelColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.ToolTipRole if column in (LabelColumn.LABEL, LabelColumn.EXAMPLE):
                return self._text(row, column)
            case Qt.ItemDataRole.DecorationRole if column is LabelColumn.TAG:
                return self._icon(self._targets[row])
            case Qt.ItemDataRole.TextAlignmentRole if column is LabelColumn.MARKS:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return {
                LabelColumn.LABEL: self.tr("Label in the file"),
                LabelColumn.MARKS: self.tr("Marks"),
                LabelColumn.EXAMPLE: self.tr("For example"),
                LabelColumn.TAG: self.tr("Becomes the tag"),
            }[LabelColumn(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_number = section == LabelColumn.MARKS
            side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, row: int, column: LabelColumn) -> str:
        label = self._labels[row]
        match column:
            case LabelColumn.LABEL:
                return " ".join(label.label.split()) or self.tr("(without a label)")
            case LabelColumn.MARKS:
                return self._wording.number(label.annotations)
            case LabelColumn.EXAMPLE:
                return " ".join(label.example.split())
        target = self._targets[row]
        if target is None:
            return self.tr("left out")
        if target.tag.casefold() in self._tags:
            return target.tag
        kind = self._wording.kind(target.kind or Kind.EVENT)
        return self.tr("{tag} (new {kind})").format(tag=target.tag, kind=kind)

    def _icon(self, target: Target | None) -> QIcon:
        if target is None:
            return no_symbol()
        known = self._tags.get(target.tag.casefold())
        kind = known.kind if known else target.kind or Kind.EVENT
        colour = known.colour if known else colours_of(self._palette).kind(kind).name()
        return symbol_icon(kind, colour, self._palette)
