# SPDX-License-Identifier: GPL-3.0-or-later
"""The grid that forms stand on, so that all of them are aligned alike."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QHeaderView, QLayout, QVBoxLayout, QWidget

from archivist.ui.theme import GRID

_FRAME = QSize(2 * GRID, 5 * GRID)  # what a desktop puts around a window


def form_layout(parent: QWidget | None = None) -> QFormLayout:
    """Rows of a label and a field, without margins of its own."""
    layout = QFormLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setHorizontalSpacing(2 * GRID)
    layout.setVerticalSpacing(GRID)
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    layout.setFormAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return layout


def dialog_layout(dialog: QDialog, width: int = 0) -> QVBoxLayout:
    """The column that a dialog consists of, of a least width in px.

    The dialog grows when its content does: a message that comes under a field needs a line of its own.
    It is first shown no larger than the screen, however large it was made for others.
    """
    dialog.installEventFilter(_WithinScreen(dialog))
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
    layout.setSpacing(2 * GRID)
    layout.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
    layout.addStrut(width)
    return layout


class _WithinScreen(QObject):
    """Makes a dialog no larger than its screen before it is placed, which is when it is shown."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog):
            watched.removeEventFilter(self)
            watched.resize(watched.size().boundedTo(watched.screen().availableSize() - _FRAME))
        return False


def size_columns(header: QHeaderView, widths: Mapping[int, int]) -> None:
    """Give columns, by their number, a width in units of the grid, or more where their title needs it."""
    for section, width in widths.items():
        header.resizeSection(section, max(width * GRID, header.sectionSizeHint(section)))


def set_mistaken(field: QWidget, mistaken: bool) -> None:  # noqa: FBT001 - a setter, as Qt has them
    """Draw a field as one whose content cannot be taken; what is wrong is for a message to say."""
    if field.property("mistaken") == mistaken:
        return
    field.setProperty("mistaken", mistaken)
    field.style().unpolish(field)
    field.style().polish(field)
