# SPDX-License-Identifier: GPL-3.0-or-later
"""The groups of findings as a Qt model."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QPalette

from archivist.model import Kind
from archivist.ui.forms import symbol_icon
from archivist.ui.theme import colours_of
from archivist.ui.wording import Wording

if TYPE_CHECKING:
    from archivist.suggest.findings import Group, GroupKey

_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What is said of a group."""

    NAME = 0
    SOURCE = 1
    COUNT = 2
    ARTICLES = 3
    CONFIDENCE = 4


_NUMBERS = (Column.COUNT, Column.ARTICLES, Column.CONFIDENCE)


class GroupsModel(QAbstractTableModel):
    """One row a group, narrowed by kind and by words of its name."""

    def __init__(self, groups: Sequence[Group], palette: QPalette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)
        self._groups = list(groups)
        self._kind: Kind | None = None
        self._words = ""
        colours = colours_of(palette)
        self._icons: dict[Kind, QIcon] = {kind: symbol_icon(kind, colours.kind(kind).name(), palette) for kind in Kind}
        self._shown = self._groups

    def narrow(self, kind: Kind | None, words: str) -> None:
        """Show only groups of a kind, if one is given, whose name has these words."""
        self._kind, self._words = kind, words.casefold()
        self._show()

    @property
    def is_narrowed(self) -> bool:
        """Whether some groups may not be shown."""
        return self._kind is not None or bool(self._words)

    def settle(self, keys: Collection[GroupKey], least: float) -> None:
        """Take out what has been settled: of these groups all that is of this confidence."""
        left = (group.below(least) if group.key in keys else group for group in self._groups)
        self._groups = [group for group in left if group is not None]
        self._show()

    def group(self, row: int) -> Group:
        """The group of a row."""
        return self._shown[row]

    def kinds(self) -> list[Kind]:
        """The kinds of which there are groups."""
        there = {group.key.kind for group in self._groups}
        return [kind for kind in Kind if kind in there]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        group, column = self._shown[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(group, column)
            case Qt.ItemDataRole.DecorationRole if column is Column.NAME:
                return self._icons[group.key.kind]
            case Qt.ItemDataRole.AccessibleTextRole if column is Column.NAME:
                return f"{self._wording.kind(group.key.kind)}: {self._text(group, column)}"
            case Qt.ItemDataRole.TextAlignmentRole if column in _NUMBERS:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return {
                Column.NAME: self.tr("What"),
                Column.SOURCE: self.tr("Why"),
                Column.COUNT: self.tr("Passages"),
                Column.ARTICLES: self.tr("Articles"),
                Column.CONFIDENCE: self.tr("Confidence"),
            }[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if Column(section) in _NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, group: Group, column: Column) -> str:
        match column:
            case Column.NAME if group.key.kind is Kind.DATE:
                return self._wording.date(group.name)
            case Column.NAME:
                return group.name or self._wording.kind(group.key.kind)
            case Column.SOURCE:
                return self._wording.suggestion_source(group.key.source)
            case Column.COUNT:
                return self._wording.number(group.count)
            case Column.ARTICLES:
                return self._wording.number(group.articles)
            case _:
                return self._wording.share(group.confidence)

    def _show(self) -> None:
        self.beginResetModel()
        self._shown = [
            group
            for group in self._groups
            if self._kind in (None, group.key.kind) and self._words in group.name.casefold()
        ]
        self.endResetModel()
