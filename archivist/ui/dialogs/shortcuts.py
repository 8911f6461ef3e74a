# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of all keys, made from the table of actions and from the codebook; those of actions are changed here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QWidget,
)

from archivist.model import Tag
from archivist.ui.actions import MENUS, ActionTable, action_ids, plain
from archivist.ui.dialogs.key_form import KeyForm
from archivist.ui.forms import add_clear_button, dialog_layout, symbol_icon
from archivist.ui.keys import Keys, acts_in_article_only, shown
from archivist.ui.theme import GRID

_ID = Qt.ItemDataRole.UserRole


class ShortcutsDialog(QDialog):
    """Actions by menu, then the tags, each with its keys; typing filters. Below, another key for the current one."""

    def __init__(self, keys: Keys, tags: Sequence[Tag], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._table = ActionTable(self)
        self._actions = {action.id: action for action in self._table.actions()}
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self._form = KeyForm(keys, tags)
        self._build()
        self._list_actions()
        self._list_tags(tags)
        self._tree.expandAll()
        keys.changed.connect(self._show_keys)
        self._show_keys()

    def copy(self) -> None:
        """Copy what is listed, one line each: what is done, a tab, the keys."""
        rows = (row for _, rows in self._groups for row in rows)
        lines = (f"{row.text(0)}\t{row.text(1)}" for row in rows if not row.isHidden())
        QGuiApplication.clipboard().setText("\n".join(lines))

    def choose(self, id_: str) -> None:
        """Make the row of an action the current one."""
        items = QTreeWidgetItemIterator(self._tree)
        while (item := items.value()) is not None:
            if item.data(0, _ID) == id_:
                self._tree.setCurrentItem(item)
            items += 1

    def _list_actions(self) -> None:
        titles = self._table.menu_titles()
        for menu, content in MENUS:
            group = self._group(plain(titles[menu]))
            for id_ in action_ids(content):
                self._row(group, plain(self._actions[id_].text)).setData(0, _ID, id_)

    def _list_tags(self, tags: Iterable[Tag]) -> None:
        with_key = [tag for tag in tags if tag.shortcut]
        if not with_key:
            return
        group = self._group(self.tr("Tags"))
        for tag in with_key:
            item = self._row(group, tag.name)
            item.setText(1, ", ".join(tag.shortcut.upper()))
            item.setText(2, self.tr("in the article"))
            item.setIcon(0, symbol_icon(tag.kind, tag.colour, self.palette()))

    def _show_keys(self) -> None:
        for _, rows in self._groups:
            for row in rows:
                id_ = row.data(0, _ID)
                if id_ is not None:
                    self._show_keys_of(row, id_)
        self._reset_all.setEnabled(self._keys.any_changed)
        self._on_current_changed(self._tree.currentItem())

    def _show_keys_of(self, row: QTreeWidgetItem, id_: str) -> None:
        keys = self._keys.of(id_)
        row.setText(1, self.tr(" or ").join(shown(keys)))
        in_article = bool(keys) and all(acts_in_article_only(self._actions[id_], key) for key in keys)
        where = (
            self.tr("in the article") if in_article else "",
            self.tr("changed") if self._keys.is_changed(id_) else "",
        )
        row.setText(2, ", ".join(filter(None, where)))

    def _group(self, title: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self._tree, [title])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = QFont(self._tree.font())
        font.setWeight(QFont.Weight.DemiBold)
        group.setFont(0, font)
        self._groups.append((group, []))
        return group

    def _row(self, group: QTreeWidgetItem, what: str) -> QTreeWidgetItem:
        row = QTreeWidgetItem(group, [what])
        self._groups[-1][1].append(row)
        return row

    def _on_filter_changed(self, typed: str) -> None:
        wanted = typed.casefold().strip()
        for group, rows in self._groups:
            for row in rows:
                row.setHidden(wanted not in f"{row.text(0)} {row.text(1)}".casefold())
            group.setHidden(all(row.isHidden() for row in rows))

    def _on_current_changed(self, current: QTreeWidgetItem | None) -> None:
        id_ = current.data(0, _ID) if current is not None else None
        self._form.show_action(self._actions.get(id_) if id_ is not None else None)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("Type what you want to do, or a key"))
        self._filter.setAccessibleName(self._filter.placeholderText())
        add_clear_button(self._filter, self.tr("Clear the field"))
        self._filter.textChanged.connect(self._on_filter_changed)
        self._tree = QTreeWidget()
        self._tree.setColumnCount(3)
        self._tree.setHeaderHidden(True)
        self._tree.setRootIsDecorated(False)
        self._tree.setItemsExpandable(False)
        self._tree.setIndentation(2 * GRID)
        self._tree.setUniformRowHeights(True)
        self._tree.setAccessibleName(self.tr("Shortcuts"))
        self._tree.currentItemChanged.connect(self._on_current_changed)
        self._tree.itemActivated.connect(lambda _item: self._form.begin())
        header = self._tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy)
        self._reset_all = buttons.addButton(self.tr("Reset &all"), QDialogButtonBox.ButtonRole.ResetRole)
        self._reset_all.setToolTip(self.tr("Give all actions their usual keys"))
        self._reset_all.clicked.connect(self._keys.reset_all)
        for button in buttons.findChildren(QPushButton):
            button.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self._tree, self.copy)
        column = dialog_layout(self)
        column.addWidget(self._filter)
        column.addWidget(self._tree, 1)
        column.addWidget(self._form)
        column.addWidget(buttons)
        self.resize(84 * GRID, 80 * GRID)
