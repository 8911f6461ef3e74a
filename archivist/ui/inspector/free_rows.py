# SPDX-License-Identifier: GPL-3.0-or-later
"""Attributes of any name, one row each: name and value."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from archivist.model import JsonValue
from archivist.ui.icons import Icons
from archivist.ui.theme import GRID


@dataclass(slots=True)
class _Row:
    widget: QWidget
    name: QLineEdit
    value: QLineEdit
    remove: QToolButton
    loaded: JsonValue  # the value that the archive holds, which may be no text
    shown: str


class FreeRows(QWidget):
    """Rows of a name and a value, with a button that adds one and a button in each that takes it away."""

    edited = Signal()
    finished = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._rows: list[_Row] = []
        self._build()

    def load(self, attributes: Mapping[str, JsonValue]) -> None:
        """Show these attributes and no others."""
        for row in list(self._rows):
            self._take_away(row)
        for name, value in attributes.items():
            self._add(name, value)
        self._order_tabs()

    def values(self) -> dict[str, JsonValue]:
        """What stands in the rows; a row without a name, or without a value, is none yet."""
        found: dict[str, JsonValue] = {}
        for row in self._rows:
            name, text = row.name.text().strip(), row.value.text().strip()
            if name and text:
                found[name] = row.loaded if text == row.shown else text
        return found

    def add_row(self) -> None:
        """Add an empty row and go to its name."""
        row = self._add("", "")
        self._order_tabs()
        row.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID)
        self._more = QPushButton(self.tr("Add a detail"))
        self._more.setFlat(True)
        self._icons.give(self._more, "new")
        self._more.clicked.connect(self.add_row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(self._column)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def _add(self, name: str, value: JsonValue) -> _Row:
        shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        row = _Row(
            QWidget(),
            self._line(name, self.tr("Name of the detail"), self.tr("name")),
            self._line(shown, self.tr("Value of {name}").format(name=name or "…"), self.tr("value")),
            QToolButton(),
            value,
            shown,
        )
        row.remove.setToolTip(self.tr("Remove this detail"))
        row.remove.setAccessibleName(self.tr("Remove {name}").format(name=name or "…"))
        self._icons.give(row.remove, "close")
        row.remove.clicked.connect(lambda: self._on_remove_clicked(row))
        line = QHBoxLayout(row.widget)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID)
        for widget, stretch in ((row.name, 2), (row.value, 3), (row.remove, 0)):
            line.addWidget(widget, stretch)
        self._column.addWidget(row.widget)
        row.widget.show()  # now, so that it can take the focus
        self._rows.append(row)
        return row

    def _line(self, text: str, accessible: str, hint: str) -> QLineEdit:
        line = QLineEdit(text)
        line.setAccessibleName(accessible)
        line.setPlaceholderText(hint)
        line.setMinimumWidth(6 * GRID)
        line.textEdited.connect(self.edited)
        line.editingFinished.connect(self.finished)
        return line

    def _on_remove_clicked(self, row: _Row) -> None:
        self._take_away(row)
        self.finished.emit()

    def _take_away(self, row: _Row) -> None:
        self._rows.remove(row)
        for line in (row.name, row.value):
            line.editingFinished.disconnect(self.finished)  # leaving a row that goes is no editing
        self._column.removeWidget(row.widget)
        row.widget.hide()
        row.widget.deleteLater()

    def _order_tabs(self) -> None:
        """Put the rows before the button that adds one; a widget made later would come last in the window."""
        chain = [widget for row in self._rows for widget in (row.name, row.value, row.remove)]
        before: QWidget | None = self._more.previousInFocusChain()
        while before is not None and (before in chain or not before.focusPolicy() & Qt.FocusPolicy.TabFocus):
            before = before.previousInFocusChain()
        for first, second in pairwise([before or self._more, *chain]):
            QWidget.setTabOrder(first, second)
