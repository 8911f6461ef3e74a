# SPDX-License-Identifier: GPL-3.0-or-later
"""The choice of what two things are to each other: a known type by its words, or a word of her own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from archivist.text import one_line
from archivist.ui.forms import ChoicePopup, draw_key, is_enter, key_width
from archivist.ui.matching import is_named, matching
from archivist.ui.record_wording import RecordWording
from archivist.ui.relation_types import Offer
from archivist.ui.theme import GRID, colours_of

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_WIDTH = 36 * GRID
_SIDE = GRID + GRID // 2
_LONGEST = 100  # code points of a word of her own
_CREATE_KEY = "Ctrl+Return"


@dataclass(frozen=True, slots=True)
class _OwnWord:
    """A type that could be made of what is typed."""

    word: str


class RelationTypeRows(QAbstractListModel):
    """Types by what is typed; where none is called exactly so, one row to make it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: list[Offer] = []
        self._rows: list[Offer | _OwnWord] = []
        self._wording = RecordWording(self)

    def set_offers(self, offers: Iterable[Offer]) -> None:
        """What may be said, the likeliest first."""
        self._offers = list(dict.fromkeys(offers))
        self.show_matching("")

    def show_matching(self, typed: str) -> None:
        """List the types whose words hold what was typed."""
        word = one_line(typed)[:_LONGEST]
        self.beginResetModel()
        self._rows = [*matching(self._offers, word, self._said)]
        if word and not any(is_named(name, word) for each in self._offers for name in (self._said(each), each.type)):
            self._rows.append(_OwnWord(word))
        self.endResetModel()

    def offer(self, index: _Index) -> Offer | None:
        """What a row says of the two."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return Offer(row.word) if isinstance(row, _OwnWord) else row

    def own_word(self) -> Offer | None:
        """What is typed as a type of its own, if it is none yet."""
        last = self._rows[-1] if self._rows else None
        return Offer(last.word) if isinstance(last, _OwnWord) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == _ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (
                self.tr("Create relation “{word}”").format(word=row.word)
                if isinstance(row, _OwnWord)
                else self._said(row)
            )
        return None

    def _said(self, offer: Offer) -> str:
        return self._wording.relation_back(offer.type) if offer.back else self._wording.relation(offer.type)


class _RelationTypeDelegate(QStyledItemDelegate):
    """The words, and of a type that can be made the key that makes it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - all rows are alike
        return QSize(20 * GRID, max(4 * GRID, QFontMetrics(option.font).height() + GRID))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        colours = colours_of(option.palette)
        painter.save()
        painter.setFont(option.font)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colours.hover))
        room: QRect = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        if isinstance(index.data(_ROW), _OwnWord):
            draw_key(painter, room, _CREATE_KEY, option.palette)
            room = room.adjusted(0, 0, -key_width(option.font, _CREATE_KEY) - GRID, 0)
        words = QFontMetrics(option.font).elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(QColor(colours.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()


class RelationTypePopup(ChoicePopup):
    """A list of types, found by typing; Ctrl+Enter takes what is typed as a word of her own."""

    chosen = Signal(object)  # Offer; closed comes before it

    def __init__(self, parent: QWidget | None = None) -> None:
        rows = RelationTypeRows()
        super().__init__(rows, _RelationTypeDelegate, _WIDTH, parent)
        self.rows = rows
        self.set_words(
            title=self.tr("Choose what they are to each other"),
            field=self.tr("Type a part of the relation, or a word of your own"),
            rows=self.tr("Types of relations"),
            empty=self.tr("Nothing is known to fit. Type a word of your own."),
        )
        self.field.textChanged.connect(self._on_typed)

    def open_at(self, place: QRect, offers: Iterable[Offer]) -> None:
        """Open at a rectangle (global px) with what may be said, the likeliest first."""
        self.rows.set_offers(offers)
        self.field.clear()
        self.list.setCurrentIndex(self.rows.index(0))
        self.show_at(place)

    def choose(self, index: QModelIndex) -> None:
        self._choose(self.rows.offer(index))

    def take_key(self, event: QKeyEvent) -> bool:
        if not is_enter(event, control=True):
            return False
        self._choose(self.rows.own_word())
        return True

    def _choose(self, offer: Offer | None) -> None:
        if offer is not None:
            self.close()  # first, or the choice of the other end that follows would be closed with it
            self.chosen.emit(offer)

    def _on_typed(self, typed: str) -> None:
        self.rows.show_matching(typed)
        self.list.setCurrentIndex(self.rows.index(0))
        self.fit()
