# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the tag popup: tags that match, and the tags that could be made from what was typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from archivist.model import Kind, Tag
from archivist.ui.forms import draw_key, draw_symbol, key_width
from archivist.ui.matching import is_named, matching
from archivist.ui.theme import GRID, Colours, colours_of
from archivist.ui.wording import Wording

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 4 * GRID
_SIDE = GRID + GRID // 2


@dataclass(frozen=True, slots=True)
class NewTag:
    """A tag that can be made."""

    name: str
    kind: Kind
    key: str  # makes it at once, as QKeySequence writes it


class TagRows(QAbstractListModel):
    """Tags by what is typed; where none is named exactly so, one row a kind to make it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: list[Tag] = []
        self._rows: list[Tag | NewTag] = []
        self._wording = Wording(self)

    def set_tags(self, tags: Iterable[Tag]) -> None:
        """The whole codebook, in its order."""
        self._tags = list(tags)
        self.show_matching("")

    def show_matching(self, typed: str) -> None:
        """List the tags whose names hold what was typed."""
        name = " ".join(typed.split())
        self.beginResetModel()
        self._rows = [*matching(self._tags, name, lambda tag: tag.name)]
        if name and not any(is_named(tag.name, name) for tag in self._tags):
            self._rows += [NewTag(name, kind, f"Ctrl+{number}") for number, kind in enumerate(Kind, 1)]
        self.endResetModel()

    def row(self, index: _Index) -> Tag | NewTag | None:
        """What a row holds."""
        return self._rows[index.row()] if index.isValid() else None

    def new_tag(self, kind: Kind) -> NewTag | None:
        """The row that makes a tag of a kind, if there is one."""
        return next((row for row in self._rows if isinstance(row, NewTag) and row.kind is kind), None)

    def place_of(self, tag_id: str) -> QModelIndex:
        """Where a tag is listed; an invalid index if it is not."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Tag) and row.id == tag_id:
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name if isinstance(row, Tag) else self._offer(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
            case Qt.ItemDataRole.ToolTipRole:
                return row.description or None if isinstance(row, Tag) else None
            case _ if role == _ROW:
                return row
        return None

    def _offer(self, row: NewTag) -> str:
        offers = {
            Kind.EVENT: self.tr("Create event tag “{name}”"),
            Kind.ACTOR: self.tr("Create actor tag “{name}”"),
            Kind.FIGURE: self.tr("Create figure tag “{name}”"),
            Kind.DATE: self.tr("Create date tag “{name}”"),
        }
        return offers[row.kind].format(name=row.name)

    def _spoken(self, row: Tag | NewTag) -> str:
        if isinstance(row, NewTag):
            return f"{self._offer(row)}, {row.key}"
        parts = (row.name, self._wording.kind(row.kind), row.shortcut and self.tr("key {key}").format(key=row.shortcut))
        return ", ".join(filter(None, parts))


class TagRowDelegate(QStyledItemDelegate):
    """Symbol in the tag's colour, name, kind in words, key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - all rows are alike
        return QSize(30 * GRID, max(ROW_HEIGHT, QFontMetrics(option.font).height() + GRID))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Tag | NewTag = index.data(_ROW)
        colours = colours_of(option.palette)
        painter.save()
        painter.setFont(option.font)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colours.hover))
        room = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        colour = colours.mark(row.colour) if isinstance(row, Tag) else colours.kind(row.kind)
        draw_symbol(painter, QPointF(room.left() + 5, room.center().y() + 0.5), row.kind, colour)
        key = row.shortcut if isinstance(row, Tag) else row.key
        if key:
            draw_key(painter, room, key, option.palette)
        words = room.adjusted(2 * GRID + 2, 0, -(4 * GRID if len(key) <= 1 else key_width(option.font, key) + GRID), 0)
        kind = self._wording.kind(row.kind) if isinstance(row, Tag) else ""
        _draw_words(painter, words, (index.data(), kind), colours)
        painter.restore()


def _draw_words(painter: QPainter, room: QRect, words: tuple[str, str], colours: Colours) -> None:
    """The name from the left, the kind at the right."""
    name, kind = words
    metrics = painter.fontMetrics()
    painter.setPen(QColor(colours.muted))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, kind)
    width = room.width() - (metrics.horizontalAdvance(kind) + GRID if kind else 0)
    painter.setPen(QColor(colours.text))
    elided = metrics.elidedText(name, Qt.TextElideMode.ElideRight, width)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
