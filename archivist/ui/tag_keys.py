# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of tags, one or two pressed one after the other, which act in the article and nowhere else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from archivist.model import Tag
from archivist.ui.session import Session

# The letters of the Ukrainian and the Russian layout and the Latin ones on the same keys, so that a
# key works whichever language one has just been writing in.
_SAME_KEY = str.maketrans("йцукенгшщзхїъфіывапролджєэячсмитьбюґё", "qwertyuiop[]]assdfghjkl;''zxcvbnm,.\\`")
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TagKeys(QObject):
    """Watches a widget for the keys of tags. A tag's key goes before an action's.

    The first key of tags with two is waited with until the second is pressed. Pressed twice, or with
    Enter, it is that of the tag that has it alone; Esc and the loss of the focus let go of it, and
    any other key is taken for itself.
    """

    pressed = Signal(str)  # the tag's id
    awaited = Signal(str)  # the first key, while a second one is waited for, else ""

    def __init__(self, session: Session, watched: QWidget) -> None:
        super().__init__(watched)
        self._session = session
        self._by_key: dict[str, Tag] = {}
        self._first = ""
        session.tags_changed.connect(self._on_tags_changed)
        self._on_tags_changed()
        watched.installEventFilter(self)

    def forget(self) -> None:
        """Wait for no second key any more."""
        self._await("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.forget()
        elif isinstance(event, QKeyEvent) and not event.modifiers() & _HELD:
            if event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event):
                event.accept()  # so that the key comes here and not to an action
                return True
            if event.type() == QEvent.Type.KeyPress and self._is_ours(event):
                if not event.isAutoRepeat():
                    self._take(event)
                return True
            if event.type() == QEvent.Type.KeyPress and event.text():
                self.forget()
        return super().eventFilter(watched, event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        if self._first and (event.key() == Qt.Key.Key_Escape or event.key() in _ENTER):
            return True
        return bool(self._meant(event.text()))

    def _take(self, event: QKeyEvent) -> None:
        first = self._first
        if first and event.key() == Qt.Key.Key_Escape:
            self.forget()
            return
        keys = first if first and event.key() in _ENTER else self._meant(event.text())
        if not first and any(len(key) > 1 and key[0] == keys for key in self._by_key):
            self._await(keys)
            return
        self.forget()
        if keys in self._by_key:
            self.pressed.emit(self._by_key[keys].id)

    def _meant(self, typed: str) -> str:
        """The keys of a tag, or the first of two, that a key typed now means; "" for none."""
        key = typed.lower()
        for one in (key, key.translate(_SAME_KEY)):
            if not one:
                continue
            if self._first and self._first + one in self._by_key:
                return self._first + one
            if one in self._by_key or (not self._first and any(known[0] == one for known in self._by_key)):
                return one
        return ""

    def _await(self, first: str) -> None:
        if first != self._first:
            self._first = first
            self.awaited.emit(first)

    def _on_tags_changed(self) -> None:
        self.forget()
        self._by_key = {tag.shortcut: tag for tag in self._session.archive.tags.all() if tag.shortcut}
