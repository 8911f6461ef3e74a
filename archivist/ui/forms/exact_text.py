# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of an editable field, unaltered."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextDocument


def exact_text(document: QTextDocument) -> str:
    """What a person typed or pasted. (toPlainText() would turn no-break spaces into plain ones.)"""
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    return cursor.selectedText().replace("\u2029", "\n")
