# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a popup stands beside what it was opened for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

from archivist.ui.theme import GRID


def placed(at: QRect, size: QSize, screen: QRect) -> QRect:
    """Where a popup of a size stands: under a rectangle, else over it, and inside the screen."""
    below, above = at.bottom() + 1 + GRID, at.top() - GRID - size.height()
    top = below if below + size.height() <= screen.bottom() or above < screen.top() else above
    left = max(screen.left(), min(at.left(), screen.right() - size.width()))
    top = max(screen.top(), min(top, screen.bottom() - size.height()))
    return QRect(QPoint(left, top), size)
