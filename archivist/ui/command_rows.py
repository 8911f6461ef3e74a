# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the command palette: actions by their words in the language of the interface, or in English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from archivist.ui.actions import MENUS, ActionTable, plain
from archivist.ui.forms import draw_key, key_width
from archivist.ui.matching import matching
from archivist.ui.theme import GRID, colours_of

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_HEIGHT = 4 * GRID
_SIDE = GRID + GRID // 2


@dataclass(frozen=True, slots=True)
class Command:
    """One action as the palette lists it."""

    id: str
    title: str  # in the language of the interface
    menu: str
    english: str  # title and menu in English, as one finds it by that as well
    key: str = ""
    is_possible: bool = True


class EnglishTable(ActionTable):
    """The table with its texts as they are in the source."""

    def tr(self, source: str) -> str:  # type: ignore[override]
        return source


class CommandRows(QAbstractListModel):
    """Actions by all words of what was typed; what was done lately first, what cannot be done now last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = _commands(ActionTable(self), EnglishTable(self))
        self._listed: list[Command] = []
        self._rows: list[Command] = []

    def begin(self, keys: Mapping[str, str], possible: Mapping[str, bool], recent: Sequence[str]) -> None:
        """Which keys the actions (ids) have now, which are possible, and which were done lately, the newest first."""
        order = {id_: place for place, id_ in enumerate(recent)}
        listed = [
            Command(each.id, each.title, each.menu, each.english, keys.get(each.id, ""), possible.get(each.id, False))
            for each in self._all
        ]
        self._listed = sorted(listed, key=lambda each: (not each.is_possible, order.get(each.id, len(order))))
        self.show_matching("")

    def show_matching(self, typed: str) -> None:
        """List the actions that what was typed may mean."""
        self.beginResetModel()
        words = typed.split()
        whole = matching(self._listed, typed, lambda each: each.title) if words else self._listed
        known = {each.id for each in whole}
        others = [each for each in self._listed if each.id not in known and _is_meant(each, words)]
        self._rows = sorted([*whole, *others], key=lambda each: not each.is_possible)
        self.endResetModel()

    def row(self, index: _Index) -> Command | None:
        """What a row holds."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                state = "" if row.is_possible else self.tr("not possible now")
                return ", ".join(filter(None, (row.title, row.menu, row.key, state)))
            case Qt.ItemDataRole.ToolTipRole:
                return None if row.is_possible else self.tr("Not possible now")
            case _ if role == _ROW:
                return row
        return None


class CommandDelegate(QStyledItemDelegate):
    """The title, the menu that has it, and its key."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - all rows are alike
        return QSize(30 * GRID, max(_HEIGHT, QFontMetrics(option.font).height() + GRID))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Command = index.data(_ROW)
        colours = colours_of(option.palette)
        painter.save()
        painter.setFont(option.font)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colours.hover))
        room = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        if row.key:
            draw_key(painter, room, row.key, option.palette)
            room = room.adjusted(0, 0, -key_width(option.font, row.key) - GRID, 0)
        metrics = painter.fontMetrics()
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(QColor(colours.text if row.is_possible else colours.muted))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
        room = room.adjusted(metrics.horizontalAdvance(title) + 2 * GRID, 0, 0, 0)
        menu = metrics.elidedText(row.menu, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(QColor(colours.muted))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, menu)
        painter.restore()


def _is_meant(command: Command, words: Sequence[str]) -> bool:
    """Whether all words are in what an action is called, in either language, or in its key."""
    said = f"{command.title} {command.menu} {command.english} {command.key}".casefold()
    return all(word.casefold() in said for word in words)


def _paths(menu: str, content: Iterable[object]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The actions of a menu, each with the menus (ids) that lead to it."""
    for each in content:
        if isinstance(each, tuple):
            yield from ((id_, (menu, *path)) for id_, path in _paths(*each))
        elif isinstance(each, str):
            yield each, (menu,)


def _commands(table: ActionTable, english: ActionTable) -> list[Command]:
    """The actions of a table, with the titles that they have in English."""
    titles, titles_in_english = table.menu_titles(), english.menu_titles()
    menus = {id_: path for menu, content in MENUS for id_, path in _paths(menu, content)}
    in_english = {action.id: action.text for action in english.actions()}
    return [
        Command(
            action.id,
            plain(action.text),
            " › ".join(plain(titles[menu]) for menu in menus[action.id]),
            plain(" ".join((in_english[action.id], *(titles_in_english[menu] for menu in menus[action.id])))),
        )
        for action in table.actions()
    ]
