# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of all keys, made from the table of actions and from the codebook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from archivist.model import Tag
from archivist.ui.actions import MENUS, ActionTable
from archivist.ui.forms import dialog_layout, symbol_icon
from archivist.ui.theme import GRID


class ShortcutsDialog(QDialog):
    """Actions by menu, then the tags, each with its keys; typing filters."""

    def __init__(self, tags: Sequence[Tag], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = ActionTable(self)
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self._build()
        self._list_actions()
        self._list_tags(tags)
        self._tree.expandAll()

    def copy(self) -> None:
        """Copy what is listed, one line each: what is done, a tab, the keys."""
        rows = (row for _, rows in self._groups for row in rows)
        lines = (f"{row.text(0)}\t{row.text(1)}" for row in rows if not row.isHidden())
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _list_actions(self) -> None:
        actions = {action.id: action for action in self._table.actions()}
        titles = self._table.menu_titles()
        for menu, content in MENUS:
            group = self._group(_plain(titles[menu]))
            for id_ in _ids(content):
                action = actions[id_]
                keys = (action.shortcut, action.also, action.also_in_article)
                shown = (QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys if key)
                where = self.tr("in the article") if action.in_article else ""
                self._row(group, _plain(action.text), self.tr(" or ").join(shown), where)

    def _list_tags(self, tags: Iterable[Tag]) -> None:
        with_key = [tag for tag in tags if tag.shortcut]
        if not with_key:
            return
        group = self._group(self.tr("Tags"))
        for tag in with_key:
            item = self._row(group, tag.name, tag.shortcut.upper(), self.tr("in the article"))
            item.setIcon(0, symbol_icon(tag.kind, tag.colour, self.palette()))

    def _group(self, title: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self._tree, [title])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = QFont(self._tree.font())
        font.setWeight(QFont.Weight.DemiBold)
        group.setFont(0, font)
        self._groups.append((group, []))
        return group

    def _row(self, group: QTreeWidgetItem, what: str, keys: str, where: str) -> QTreeWidgetItem:
        row = QTreeWidgetItem(group, [what, keys, where])
        self._groups[-1][1].append(row)
        return row

    def _on_filter_changed(self, typed: str) -> None:
        wanted = typed.casefold().strip()
        for group, rows in self._groups:
            for row in rows:
                row.setHidden(wanted not in f"{row.text(0)} {row.text(1)}".casefold())
            group.setHidden(all(row.isHidden() for row in rows))

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("Type what you want to do, or a key"))
        self._filter.setAccessibleName(self._filter.placeholderText())
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._on_filter_changed)
        self._tree = QTreeWidget()
        self._tree.setColumnCount(3)
        self._tree.setHeaderHidden(True)
        self._tree.setRootIsDecorated(False)
        self._tree.setItemsExpandable(False)
        self._tree.setIndentation(2 * GRID)
        self._tree.setUniformRowHeights(True)
        self._tree.setAccessibleName(self.tr("Shortcuts"))
        header = self._tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setAutoDefault(False)
        copy.clicked.connect(self.copy)
        buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self._tree, self.copy)
        column = dialog_layout(self)
        column.addWidget(self._filter)
        column.addWidget(self._tree, 1)
        column.addWidget(buttons)
        self.resize(76 * GRID, 80 * GRID)


def _ids(content: Iterable[object]) -> list[str]:
    """The ids of the actions in a menu and its submenus, in order."""
    found: list[str] = []
    for each in content:
        if isinstance(each, tuple):
            found += _ids(each[1])
        elif isinstance(each, str) and each and not each.startswith("…"):
            found.append(each)
    return found


def _plain(text: str) -> str:
    """A text of a menu without its mnemonic and dots."""
    return text.replace("&", "").removesuffix("…")
