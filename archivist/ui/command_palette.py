# SPDX-License-Identifier: GPL-3.0-or-later
"""The command palette: type what you want to do, press Enter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtWidgets import QWidget

from archivist.ui.command_rows import CommandDelegate, CommandRows
from archivist.ui.forms import ChoicePopup
from archivist.ui.keys import Keys, shown
from archivist.ui.settings import RECENT_COMMANDS, Settings
from archivist.ui.theme import GRID
from archivist.ui.window_actions import Actions

_WIDTH = 76 * GRID
_TOP = 8 * GRID  # px below the top of the window
_MOST_RECENT = 12


class CommandPalette(ChoicePopup):
    """All actions by their words, in the language of the interface and in English, with their keys."""

    def __init__(self, actions: Actions, keys: Keys, settings: Settings, window: QWidget) -> None:
        rows = CommandRows()
        super().__init__(rows, CommandDelegate, _WIDTH, window)
        self._rows = rows
        self._actions = actions
        self._keys = keys
        self._settings = settings
        self._window = window
        self._before: QWidget | None = None
        self.set_words(
            title=self.tr("Commands"),
            field=self.tr("Type what you want to do"),
            rows=self.tr("Commands"),
            empty=self.tr("Nothing is called so. Try another word."),
        )
        self.field.textChanged.connect(self._on_typed)

    def open(self) -> None:
        """Open at the top of the window."""
        window = self._window
        self._before = window.focusWidget()
        ids = [action.id for action in self._actions.table() if action.id != "palette"]
        keys = {id_: "".join(shown(self._keys.of(id_)[:1])) for id_ in ids}
        possible = {id_: self._actions[id_].isEnabled() for id_ in ids}
        self._rows.begin(keys, possible, self._settings.get(RECENT_COMMANDS))
        self.field.clear()
        self.list.setCurrentIndex(self._rows.index(0))
        corner = window.mapToGlobal(window.rect().topLeft())
        left = corner.x() + max(0, (window.width() - _WIDTH) // 2)
        self.show_at(QRect(left, corner.y() + _TOP, _WIDTH, 0))

    def choose(self, index: QModelIndex) -> None:
        row = self._rows.row(index)
        if row is None or not row.is_possible:
            return
        recent = [id_ for id_ in self._settings.get(RECENT_COMMANDS) if id_ != row.id]
        self._settings.set(RECENT_COMMANDS, [row.id, *recent][:_MOST_RECENT])
        self.close()
        if self._before is not None:
            self._before.setFocus()  # where the action is to act
        self._actions[row.id].trigger()

    def _on_typed(self, typed: str) -> None:
        self._rows.show_matching(typed)
        self.list.setCurrentIndex(self._rows.index(0))
        self.list.scrollToTop()
        self.fit()
