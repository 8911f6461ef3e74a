# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of actions: those of the table, or what a person chose instead; and to what a key belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from archivist.model import Tag
from archivist.ui.actions import Action, ActionTable, plain
from archivist.ui.settings import CHANGED_KEYS, Settings

# Keys that edit and move in every field, by what they do there.
_RESERVED = ("Ctrl+C", "Ctrl+X", "Ctrl+A", "Tab", "Shift+Tab", "Backspace", "Space", "Left", "Right", "Up", "Down")
_ACTS_ANYWHERE = re.compile(
    r"(Ctrl|Alt|Meta)\+.+|(Shift\+)?F\d\d?"
)  # as Qt writes keys, Shift is the last that is held


class Keys(QObject):
    """The keys of one window's actions, each as Qt writes it: "Ctrl+Shift+F"."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._actions = {action.id: action for action in ActionTable(self).actions()}
        self._changed = self._read()

    def of(self, id_: str) -> tuple[str, ...]:
        """The keys of an action, the one that menus show first."""
        return self._changed.get(id_, usual(self._actions[id_]))

    def is_changed(self, id_: str) -> bool:
        """Whether an action has other keys than the usual ones."""
        return id_ in self._changed

    def told(self, id_: str) -> str:
        """How a sentence names what does an action: its key; “its name”, as menus have it, where it has none."""
        keys = self.of(id_)
        return shown(keys[:1])[0] if keys else f"“{plain(self._actions[id_].text)}”"

    @property
    def any_changed(self) -> bool:
        """Whether some action has."""
        return bool(self._changed)

    def set_first(self, id_: str, key: str) -> None:
        """Give an action a key in place of its first one; "" takes all from it. Whoever had the key loses it."""
        others = [known for known in self.of(id_)[1:] if known != key]
        former = self.action_with(key)
        if former is not None and former.id != id_:
            self._put(former.id, [known for known in self.of(former.id) if known != key])
        self._put(id_, [key, *others] if key else [])
        self._keep()

    def reset(self, id_: str) -> list[Action]:
        """Give an action its usual keys; returns the actions that had taken one of them and lose it."""
        losing = []
        for key in usual(self._actions[id_]):
            former = self.action_with(key)
            if former is not None and former.id != id_:
                self._put(former.id, [known for known in self.of(former.id) if known != key])
                losing.append(former)
        self._changed.pop(id_, None)
        self._keep()
        return losing

    def reset_all(self) -> None:
        """Give all actions their usual keys."""
        self._changed.clear()
        self._keep()

    def action_with(self, key: str) -> Action | None:
        """The action that has a key."""
        return next((action for id_, action in self._actions.items() if key and key in self.of(id_)), None)

    def action_shadowed_by(self, tag_key: str) -> Action | None:
        """The action whose key a tag's key takes in the article."""
        return self.action_with(tag_key[:1].upper()) or self.action_with(f"Shift+{tag_key[:1].upper()}")

    def _put(self, id_: str, keys: Sequence[str]) -> None:
        if tuple(keys) == usual(self._actions[id_]):
            self._changed.pop(id_, None)
        else:
            self._changed[id_] = tuple(keys)

    def _keep(self) -> None:
        self._settings.set(CHANGED_KEYS, ["\t".join((id_, *keys)) for id_, keys in sorted(self._changed.items())])
        self.changed.emit()

    def _read(self) -> dict[str, tuple[str, ...]]:
        """What the settings hold, as far as it can be: a key that two have is the first one's."""
        found: dict[str, tuple[str, ...]] = {}
        taken: set[str] = set()
        for line in self._settings.get(CHANGED_KEYS):
            id_, *keys = line.split("\t")
            if id_ in self._actions:
                found[id_] = tuple(key for key in keys if is_key(key) and key not in taken)
                taken.update(found[id_])
        for id_, action in self._actions.items():
            if id_ not in found and not taken.isdisjoint(usual(action)):
                found[id_] = tuple(key for key in usual(action) if key not in taken)
        return found


def usual(action: Action) -> tuple[str, ...]:
    """The keys of an action as the table has them."""
    return tuple(filter(None, (action.shortcut, action.also, action.also_in_article)))


def is_key(text: str) -> bool:
    """Whether Qt knows a key by this name, and writes it so."""
    sequence = QKeySequence(text)
    return sequence.count() == 1 and sequence.toString(QKeySequence.SequenceFormat.PortableText) == text


def is_reserved(key: str) -> bool:
    """Whether a key edits, copies or moves in every field, so that no action can have it."""
    return key in _RESERVED


def acts_in_article_only(action: Action, key: str) -> bool:
    """Whether a key acts in the article and nowhere else: a plain letter is typed in other places."""
    if action.in_article:
        return True
    return _ACTS_ANYWHERE.fullmatch(key) is None


def tag_with(key: str, tags: Iterable[Tag]) -> Tag | None:
    """The tag whose key, or the first of its two, this key is in the article."""
    letter = key.removeprefix("Shift+").lower()
    if len(letter) != 1:
        return None
    return next((tag for tag in tags if tag.shortcut[:1] == letter), None)


def shown(keys: Iterable[str]) -> list[str]:
    """Keys as the desktop writes them."""
    return [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys]
