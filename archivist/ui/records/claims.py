# SPDX-License-Identifier: GPL-3.0-or-later
"""The claims of a figure by day and source; those that disagree with others say so by a sign and in words."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QFont, QGuiApplication, QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from archivist.model import Claim
from archivist.ui.record_wording import RecordWording
from archivist.ui.records.lists import ListTable
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_Index = QModelIndex | QPersistentModelIndex
_NAMED = 3  # claims that are named in a cell


class Column(IntEnum):
    """The columns, in order."""

    AS_OF = 0
    NUMBER = 1
    CLAIMANT = 2
    SOURCE = 3
    BESIDE = 4


_SHARES = {Column.AS_OF: 0.18, Column.NUMBER: 0.2, Column.CLAIMANT: 0.2, Column.SOURCE: 0.19}  # the last has the rest


class ClaimsModel(QAbstractTableModel):
    """One row a claim, as the archive orders them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)
        self._words = RecordWording(self)
        self._claims: Sequence[Claim] = ()
        self._by_id: dict[str, Claim] = {}

    def show_claims(self, claims: Sequence[Claim]) -> None:
        """Show these claims."""
        self.beginResetModel()
        self._claims = claims
        self._by_id = {claim.annotation.id: claim for claim in claims}
        self.endResetModel()

    def claim(self, row: int) -> Claim:
        """The claim of a row."""
        return self._claims[row]

    def disagreeing(self) -> int:
        """How many claims disagree with another."""
        return sum(bool(claim.disagrees) for claim in self._claims)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._claims)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        claim, column = self._claims[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._text(claim, column)
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join((claim.annotation.quote, claim.title, self._beside(claim, most=20)))
            case Qt.ItemDataRole.FontRole if column is Column.NUMBER:
                font = QFont()
                font.setWeight(QFont.Weight.DemiBold)
                return font
            case Qt.ItemDataRole.ForegroundRole if column is Column.BESIDE and claim.disagrees:
                return QBrush(QGuiApplication.palette().color(QPalette.ColorRole.BrightText))
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return {
                Column.AS_OF: self.tr("As of"),
                Column.NUMBER: self.tr("Number"),
                Column.CLAIMANT: self.tr("Says who"),
                Column.SOURCE: self.tr("Source"),
                Column.BESIDE: self.tr("Beside others"),
            }[Column(section)]
        return None

    def row_text(self, row: int) -> str:
        """A claim on one line, its columns parted by tabs."""
        return "\t".join(self._text(self._claims[row], column) for column in Column)

    def _text(self, claim: Claim, column: Column) -> str:
        match column:
            case Column.AS_OF:
                if claim.as_of:
                    return self._wording.date(claim.as_of)
                published = self._wording.date(claim.published) if claim.published else ""
                return self.tr("published {date}").format(date=published) if published else self.tr("no date")
            case Column.NUMBER:
                return self._words.number(claim)
            case Column.CLAIMANT:
                return claim.claimant or "–"
            case Column.SOURCE:
                return claim.outlet or claim.title
        return self._beside(claim)

    def _beside(self, claim: Claim, most: int = _NAMED) -> str:
        said = set(claim.contradicts)
        parts = (
            (self.tr("≠ contradicts: {claims}"), [id_ for id_ in claim.disagrees if id_ in said]),
            (self.tr("≠ disagrees: {claims}"), [id_ for id_ in claim.disagrees if id_ not in said]),
            (self.tr("replaced by: {claims}"), claim.replaced_by),
            (self.tr("replaces: {claims}"), claim.replaces),
        )
        return "; ".join(words.format(claims=self._named(ids, most)) for words, ids in parts if ids)

    def _named(self, ids: Sequence[str], most: int) -> str:
        """The numbers of some claims; those that are linked to another figure are but counted."""
        known = [self._words.number(self._by_id[id_], with_unit=False) for id_ in ids if id_ in self._by_id]
        names = list(dict.fromkeys(known))
        rest = len(names) - most + len(ids) - len(known)
        more = [self.tr("%Ln more", "", rest)] if names and rest > 0 else []
        return ", ".join((*names[:most], *more)) or self.tr("%Ln other(s)", "", len(ids))


class ClaimsTable(ListTable):
    """The claims; a click or Enter says which one is wanted, Ctrl+C copies the selected ones."""

    claim_wanted = Signal(str)  # id of its annotation

    def __init__(self, model: ClaimsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claims = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Claims of the figure"))
        self.setWordWrap(True)
        header = self.horizontalHeader()
        header.show()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(1)
        self.fit_rows()
        self.clicked.connect(self._on_clicked)
        self.entered_row.connect(self._want)

    def row_height(self) -> int:
        return 2 * self.fontMetrics().height() + GRID

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText("\n".join(map(self._claims.row_text, self.selected_rows())))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, share in _SHARES.items():
            self.horizontalHeader().resizeSection(column, int(self.viewport().width() * share))

    def _on_clicked(self, index: QModelIndex) -> None:
        selecting = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if not QGuiApplication.keyboardModifiers() & selecting:
            self._want(index.row())

    def _want(self, row: int) -> None:
        self.claim_wanted.emit(self._claims.claim(row).annotation.id)
