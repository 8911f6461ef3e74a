# SPDX-License-Identifier: GPL-3.0-or-later
"""Another key for an action: pressed, told to whom it belongs so far, and then kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from archivist.model import Tag
from archivist.ui.actions import Action, plain
from archivist.ui.dialogs.key_field import KeyField
from archivist.ui.forms import add_clear_button, message_label, set_message
from archivist.ui.keys import Keys, is_reserved, tag_with
from archivist.ui.theme import GRID


class KeyForm(QWidget):
    """Names a clash while the key is only pressed; a key of another action can be taken from it."""

    def __init__(self, keys: Keys, tags: Sequence[Tag], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._tags = tags
        self._action: Action | None = None
        self._label = QLabel(self.tr("New &key:"))
        self._key = KeyField()
        self._take = QPushButton(self.tr("&Set"))
        self._none = QPushButton(self.tr("&No key"))
        self._reset = QPushButton(self.tr("&Usual key"))
        self._message = message_label()
        self._build()

    def show_action(self, action: Action | None) -> None:
        """Offer another key for an action; None offers nothing."""
        self._action = action
        self._key.clear()
        self._describe()

    def begin(self) -> None:
        """Go where the new key is pressed."""
        if self._action is not None:
            self._key.setFocus(Qt.FocusReason.OtherFocusReason)

    def _describe(self) -> None:
        action, key = self._action, self._pressed()
        self._key.setEnabled(action is not None)
        self._none.setEnabled(action is not None and bool(self._keys.of(action.id)))
        self._reset.setEnabled(action is not None and self._keys.is_changed(action.id))
        clash, can_take = self._clash(key) if action is not None and key else ("", False)
        self._take.setEnabled(bool(key) and (not clash or can_take))
        self._take.setText(self.tr("&Take it") if clash and can_take else self.tr("&Set"))
        hint = self.tr("Choose an action, go to the field and press the new key.")
        if action is not None and not key:
            hint = self.tr("Press the new key of “{action}”.").format(action=plain(action.text))
        set_message(self._message, clash or ("" if key else hint), mistaken=bool(clash))
        self._key.setAccessibleDescription(self._message.text())

    def _clash(self, key: str) -> tuple[str, bool]:
        """To whom a key belongs so far, "" for nobody; and whether it can be taken."""
        if is_reserved(key):
            return self.tr("This key edits or moves in every field, so no action can have it."), False
        other = self._keys.action_with(key)
        if other is not None and self._action is not None and other.id != self._action.id:
            return self.tr("This key belongs to “{action}”.").format(action=plain(other.text)), True
        tag = tag_with(key, self._tags)
        if tag is not None:
            said = self.tr("In the article this is the key of the tag “{tag}”. Change it in the codebook first.")
            return said.format(tag=tag.name), False
        return "", False

    def _pressed(self) -> str:
        return self._key.key

    def _on_take_clicked(self) -> None:
        if self._action is not None:
            self._keys.set_first(self._action.id, self._pressed())

    def _on_none_clicked(self) -> None:
        if self._action is not None:
            self._keys.set_first(self._action.id, "")

    def _on_reset_clicked(self) -> None:
        if self._action is None:
            return
        losing = self._keys.reset(self._action.id)
        if losing:
            names = ", ".join(f"“{plain(action.text)}”" for action in losing)
            set_message(self._message, self.tr("Its key was taken back from {actions}.").format(actions=names))

    def _build(self) -> None:
        self._key.setAccessibleName(self.tr("New key"))
        add_clear_button(self._key, self.tr("Clear the field"))
        self._key.key_changed.connect(self._describe)
        self._label.setBuddy(self._key)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._label)
        row.addWidget(self._key, 1)
        for button, do in (
            (self._take, self._on_take_clicked),
            (self._none, self._on_none_clicked),
            (self._reset, self._on_reset_clicked),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(do)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        column.addWidget(self._message)
