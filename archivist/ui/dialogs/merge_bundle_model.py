# SPDX-License-Identifier: GPL-3.0-or-later
"""What differs between an archive and a bundle, side by side, with what was decided, as a Qt model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QPalette, QPixmap

from archivist.exchange import Decision, Decisions, MergeLine
from archivist.text import shortened
from archivist.ui.dialogs.merge_bundle_wording import MergeWording
from archivist.ui.forms import symbol_icon
from archivist.ui.theme import GRID, colours_of

_Index = QModelIndex | QPersistentModelIndex


class ConflictColumn(IntEnum):
    """What is said of something that differs."""

    THING = 0
    DIFFERS_IN = 1
    OURS = 2
    THEIRS = 3
    DECISION = 4


class ConflictsModel(QAbstractTableModel):
    """One row a thing that differs; what becomes of it can be decided."""

    def __init__(self, lines: Sequence[MergeLine], palette: QPalette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = MergeWording(self)
        self._palette = palette
        blank = QPixmap(2 * GRID, 2 * GRID)
        blank.fill(Qt.GlobalColor.transparent)
        self._no_icon = QIcon(blank)  # so that all names begin at one place
        self._lines = [line for line in lines if line.conflict is not None]
        self._decisions = [Decision.OURS] * len(self._lines)

    def line(self, row: int) -> MergeLine:
        """What differs in a row."""
        return self._lines[row]

    def decision(self, row: int) -> Decision:
        """What was decided of a row."""
        return self._decisions[row]

    def choices(self, rows: Iterable[int]) -> list[Decision]:
        """What can be decided of at least one of these rows, in the order in which it is offered."""
        possible = {choice for row in rows for choice in self._choices(row)}
        return [decision for decision in Decision if decision in possible]

    def decide(self, rows: Iterable[int], decision: Decision) -> None:
        """Decide so of these rows, where that is possible."""
        for row in rows:
            if decision in self._choices(row):
                self._decisions[row] = decision
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(ConflictColumn) - 1))

    def decisions(self) -> Decisions:
        """What was decided of all."""
        pairs = zip(self._lines, self._decisions, strict=True)
        return Decisions(of={(line.what, line.id): decision for line, decision in pairs})

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(ConflictColumn)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), ConflictColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._text(row, column)
            case Qt.ItemDataRole.DecorationRole if column is ConflictColumn.THING:
                return self._icon(self._lines[row])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return {
                ConflictColumn.THING: self.tr("What differs"),
                ConflictColumn.DIFFERS_IN: self.tr("In its"),
                ConflictColumn.OURS: self.tr("Ours"),
                ConflictColumn.THEIRS: self.tr("Theirs"),
                ConflictColumn.DECISION: self.tr("Decision"),
            }[ConflictColumn(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _choices(self, row: int) -> tuple[Decision, ...]:
        conflict = self._lines[row].conflict
        return conflict.choices if conflict is not None else ()

    def _text(self, row: int, column: ConflictColumn) -> str:
        line = self._lines[row]
        match column:
            case ConflictColumn.THING:
                return f"{self._wording.thing(line.what)} · {shortened(line.name)}"
            case ConflictColumn.DIFFERS_IN:
                fields = line.conflict.fields if line.conflict is not None else {}
                names = [name for name in fields if name != "span" or "quote" not in fields]
                return ", ".join(map(self._wording.field, names))
            case ConflictColumn.OURS:
                return self._wording.sides(line)[0]
            case ConflictColumn.THEIRS:
                return self._wording.sides(line)[1]
        if len(self._choices(row)) == 1:
            return self.tr("Ours stays")
        return self._wording.decision(self._decisions[row])

    def _icon(self, line: MergeLine) -> QIcon:
        if line.conflict is None or line.conflict.marks is None:
            return self._no_icon
        tag = line.conflict.marks[0].tag
        return symbol_icon(tag.kind, tag.colour or colours_of(self._palette).kind(tag.kind).name(), self._palette)
