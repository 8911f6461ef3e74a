# SPDX-License-Identifier: GPL-3.0-or-later
"""A longer text to read and to copy: what a check or a rescue found."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QWidget

from archivist.ui.forms import dialog_layout, heading
from archivist.ui.icons import Icons
from archivist.ui.theme import GRID


class TextReportDialog(QDialog):
    """A heading and lines below it, which can be selected, or copied all at once."""

    def __init__(self, title: str, summary: str, text: str, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QPlainTextEdit(text)
        self._summary = summary
        self._build(title, icons)

    def copy(self) -> None:
        """Copy all of it."""
        QGuiApplication.clipboard().setText(f"{self._summary}\n\n{self._text.toPlainText()}".strip() + "\n")

    def _build(self, title: str, icons: Icons) -> None:
        self.setWindowTitle(title)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(title)
        copy = QPushButton(self.tr("&Copy all"))
        copy.setAutoDefault(False)
        copy.clicked.connect(self.copy)
        icons.give(copy, "paste")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self._heading = heading(self._summary)
        self._heading.setWordWrap(True)
        column = dialog_layout(self, 80 * GRID)
        column.addWidget(self._heading)
        column.addWidget(self._text, 1)
        column.addWidget(buttons)
        self.resize(96 * GRID, 64 * GRID)
        buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()
