# SPDX-License-Identifier: GPL-3.0-or-later
"""The single keys of tags, which act in the article and nowhere else."""

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


class TagKeys(QObject):
    """Watches a widget for the keys of tags. A tag's key goes before an action's."""

    pressed = Signal(str)  # the tag's id

    def __init__(self, session: Session, watched: QWidget) -> None:
        super().__init__(watched)
        self._session = session
        self._by_key: dict[str, Tag] = {}
        session.tags_changed.connect(self._on_tags_changed)
        self._on_tags_changed()
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and not event.modifiers() & _HELD:
            tag = self._tag(event.text())
            if tag is not None and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # so that the key comes here and not to an action
                return True
            if tag is not None and event.type() == QEvent.Type.KeyPress:
                if not event.isAutoRepeat():
                    self.pressed.emit(tag.id)
                return True
        return super().eventFilter(watched, event)

    def _tag(self, typed: str) -> Tag | None:
        key = typed.lower()
        return self._by_key.get(key) or self._by_key.get(key.translate(_SAME_KEY))

    def _on_tags_changed(self) -> None:
        self._by_key = {tag.shortcut: tag for tag in self._session.archive.tags.all() if tag.shortcut}
