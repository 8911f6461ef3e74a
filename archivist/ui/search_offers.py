# SPDX-License-Identifier: GPL-3.0-or-later
"""The list that drops from the search field: how a query may go on, or what was searched for lately."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from archivist.ui.theme import GRID, colours_of

_Index = QModelIndex | QPersistentModelIndex
_OFFER = Qt.ItemDataRole.UserRole
_SIDE = GRID + GRID // 2
_MOST_ROWS = 8


@dataclass(frozen=True, slots=True)
class Offer:
    """One row: what stands in it, and what the query would be, with the caret at a code point of it."""

    text: str
    description: str = ""
    query: str = ""
    caret: int = 0
    clears: bool = False  # the row that forgets the recent searches


class SearchOffers(QObject):
    """Drops a list of offers from a line, which keeps the keyboard.

    The arrows move in it, Enter and Tab take what they stand at, Esc closes it. Enter with nothing
    chosen goes to the line.
    """

    taken = Signal(object)  # Offer

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self._rows = _Offers(self)
        self._completer = QCompleter(self._rows, self)
        self._list = QListView()
        self._build()

    @property
    def offered(self) -> list[Offer]:
        """What is offered at the moment."""
        return list(self._rows.offers) if self._list.isVisible() else []

    def show(self, offers: Iterable[Offer], name: str) -> None:
        """Offer these, under a name for screen readers; without any, close."""
        self._rows.show(list(offers))
        if not self._rows.offers:
            self.close()
            return
        self._list.setAccessibleName(name)
        self._completer.complete(QRect(0, 1, self._line.width(), self._line.height()))
        self._list.setCurrentIndex(QModelIndex())  # the completer has chosen the first, which Enter would take

    def close(self) -> None:
        """Offer nothing."""
        self._list.hide()

    def is_open(self) -> bool:
        """Whether something is offered."""
        return self._list.isVisible()

    def is_chosen(self) -> bool:
        """Whether one of the offers is chosen, which Enter then takes."""
        return self.is_open() and self._list.currentIndex().isValid()

    def take_current(self) -> bool:
        """Take the offer that is chosen, or else the first; whether there was one."""
        if not self.is_open():
            return False
        current = self._list.currentIndex()
        offer = self._rows.offers[current.row() if current.isValid() else 0]
        self.close()
        self.taken.emit(offer)
        return True

    def _on_activated(self, index: QModelIndex) -> None:
        offer = index.data(_OFFER)
        if offer is not None:
            self.taken.emit(offer)

    def _build(self) -> None:
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_MOST_ROWS)
        self._completer.setWidget(self._line)
        self._completer.setPopup(self._list)
        self._list.setObjectName("offers")
        self._list.setItemDelegate(_OfferDelegate(self._list))
        self._list.setMouseTracking(True)
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._completer.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]


class _Offers(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.offers: list[Offer] = []

    def show(self, offers: list[Offer]) -> None:
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        offer = self.offers[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return offer.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (offer.text, offer.description)))
            case _ if role == _OFFER:
                return offer
        return None


class _OfferDelegate(QStyledItemDelegate):
    """What would be typed from the left, what it means at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - all rows are alike
        return QSize(0, QFontMetrics(option.font).height() + GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        offer: Offer | None = index.data(_OFFER)
        if offer is None:  # the completer's proxy asks before the rows are there
            return
        colours = colours_of(option.palette)
        painter.save()
        painter.setFont(option.font)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colours.hover))
        room = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        metrics = painter.fontMetrics()
        text = metrics.elidedText(offer.text, Qt.TextElideMode.ElideRight, room.width())
        # On the chosen row muted words could not be read.
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QColor(colours.muted if offer.clears and not chosen else colours.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        beside = room.width() - metrics.horizontalAdvance(text) - 2 * GRID
        if offer.description and beside > 0:
            painter.setPen(QColor(colours.text if chosen else colours.muted))
            said = metrics.elidedText(offer.description, Qt.TextElideMode.ElideRight, beside)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, said)
        painter.restore()
