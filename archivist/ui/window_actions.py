# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of actions as Qt's actions of one window, and its menus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from archivist.ui.actions import MENUS, Action, ActionTable, Needs, plain
from archivist.ui.icons import Icons
from archivist.ui.keys import Keys, acts_in_article_only


class Actions(QObject):
    """The table as Qt's actions of one window."""

    def __init__(self, window: QWidget, article: QWidget, icons: Icons, keys: Keys) -> None:
        """`article` is where the keys act that act in the article only."""
        super().__init__(window)
        self._article = article
        self._keys = keys
        self._plain: list[QShortcut] = []  # keys that act in the article, of actions that act everywhere
        self._table = ActionTable(self)
        self._made: dict[str, QAction] = {}
        self._choices: dict[str, QActionGroup] = {}
        self._needing: dict[Needs, list[QAction]] = {needs: [] for needs in Needs}
        self._menus: dict[str, QMenu] = {}
        self._icons = icons
        self._undrawn: dict[str, str] = {}  # icons by ids of actions that nobody has seen yet
        for action in self._table.actions():
            self._make(action, window, article)
        keys.changed.connect(self._give_keys)
        self._give_keys()

    def __getitem__(self, id_: str) -> QAction:
        return self._made[id_]

    def drawn(self, id_: str) -> QAction:
        """An action with its icon, for a button; in a menu it gets it when that is opened."""
        self._draw(id_)
        return self._made[id_]

    def table(self) -> tuple[Action, ...]:
        """The declarations."""
        return self._table.actions()

    def connect_all(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Say what each action does. Every action needs a slot, and every slot an action."""
        if slots.keys() != self._made.keys():
            raise ValueError(f"actions and slots differ: {sorted(slots.keys() ^ self._made.keys())}")
        for id_, slot in slots.items():
            self._made[id_].triggered.connect(_without_state(slot))

    def set_possible(self, needs: Needs, possible: bool) -> None:  # noqa: FBT001 - a setter, as Qt has them
        """Make the actions possible, or not, that need this."""
        for action in self._needing[needs]:
            action.setEnabled(possible)

    def menu(self, id_: str) -> QMenu:
        """A menu that fill_menu_bar() has made."""
        return self._menus[id_]

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        """Make the menus."""
        for id_, content in MENUS:
            bar.addMenu(self._fill(id_, content, bar))

    def _make(self, action: Action, window: QWidget, article: QWidget) -> None:
        made = QAction(action.text, self)
        made.setObjectName(action.id)
        made.setCheckable(bool(action.choice) or action.checkable)
        if action.in_article:
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if action.icon:
            self._undrawn[action.id] = action.icon
        if action.choice:
            group = self._choices.setdefault(action.choice, QActionGroup(self))
            group.addAction(made)
        self._needing[action.needs].append(made)
        made.setEnabled(action.needs is Needs.NOTHING)
        (article if action.in_article else window).addAction(made)
        self._made[action.id] = made

    def _draw(self, id_: str) -> None:
        """Give an action its icon: to draw those of all menus would take a third of the time of a start."""
        icon = self._undrawn.pop(id_, "")
        if icon:
            self._icons.give(self._made[id_], icon)

    def _draw_all(self, menu: QMenu) -> None:
        for action in menu.actions():
            self._draw(action.objectName())

    def _give_keys(self) -> None:
        """Let every action have the keys that it has now."""
        for shortcut in self._plain:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._plain = []
        for action in self._table.actions():
            made, keys = self._made[action.id], self._keys.of(action.id)
            apart = [key for key in keys if not action.in_article and acts_in_article_only(action, key)]
            made.setShortcuts([QKeySequence(key) for key in keys if key not in apart])
            for key in apart:
                shortcut = QShortcut(QKeySequence(key), self._article, made.trigger)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                self._plain.append(shortcut)

    def _fill(self, id_: str, content: tuple[object, ...], parent: QWidget) -> QMenu:
        menu = QMenu(self._table.menu_titles()[id_], parent)
        menu.setAccessibleName(plain(menu.title()))
        self._menus[id_] = menu
        self.add_to(menu, content)
        return menu

    def add_to(self, menu: QMenu, content: Iterable[object]) -> None:
        """Put actions, lines and further menus into a menu, as MENUS has them."""
        menu.aboutToShow.connect(lambda: self._draw_all(menu))
        for each in content:
            match each:
                case "":
                    menu.addSeparator()
                case str() if each.startswith("…"):
                    menu.addMenu(self._fill(each[1:], (), menu))
                case str():
                    menu.addAction(self._made[each])
                case (str(below), tuple(inside)):
                    menu.addMenu(self._fill(below, inside, menu))


def _without_state(slot: Callable[[], object]) -> Callable[[], None]:
    """A slot that is not told whether the action is checked."""

    def call() -> None:
        slot()

    return call
