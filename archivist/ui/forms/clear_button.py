# SPDX-License-Identifier: GPL-3.0-or-later
"""The button inside a field that clears it, with a name for those who hear it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QToolButton


def add_clear_button(line: QLineEdit, name: str) -> None:
    """Give a field a button that clears it; Qt's own has no name."""
    before = set(line.findChildren(QToolButton))
    line.setClearButtonEnabled(True)
    for button in line.findChildren(QToolButton):
        if button not in before:
            button.setAccessibleName(name)
            button.setToolTip(name)
