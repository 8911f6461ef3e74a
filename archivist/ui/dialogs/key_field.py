# SPDX-License-Identifier: GPL-3.0-or-later
"""A field in which a key is not typed but pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

_ALONE = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_unknown,
    }
)
_LEAVING = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


class KeyField(QLineEdit):
    """Takes every key but Tab, which leaves it, and Esc, which empties it and then closes the dialog.

    (Qt's own QKeySequenceEdit has no role for those who hear it.)
    """

    key_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.textChanged.connect(self._on_text_changed)

    @property
    def key(self) -> str:
        """The key that was pressed, as Qt writes it, or ""."""
        return self._key

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # so that the key comes here and does nothing else
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _LEAVING:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape and not event.modifiers():
            if self._key:
                self.clear()
            else:
                event.ignore()
        elif key not in _ALONE:
            self._key = QKeySequence(_combination(event)).toString(QKeySequence.SequenceFormat.PortableText)
            self.setText(QKeySequence(self._key).toString(QKeySequence.SequenceFormat.NativeText))
            self.key_changed.emit()

    def _on_text_changed(self, text: str) -> None:
        if not text and self._key:
            self._key = ""
            self.key_changed.emit()


def _combination(event: QKeyEvent) -> QKeyCombination:
    """The key with what is held; Shift is left out where it makes another sign, as of ? and /."""
    held, text = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, event.text()
    if text and text.isprintable() and not text.isalnum() and not text.isspace():
        held &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeyCombination(held, Qt.Key(event.key()))
