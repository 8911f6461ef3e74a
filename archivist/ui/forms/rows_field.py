# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of a few lines each, with a button that adds a row and one in each that takes it away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from archivist.ui.theme import GRID


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a row."""

    title: str  # for a screen reader
    hint: str
    share: int  # of the width


class RowsField(QWidget):
    """What stands in the rows, as tuples of texts; a row without any text is none."""

    edited = Signal()  # at every key
    finished = Signal()  # a line was left, Enter was pressed in it, or a row was taken away

    def __init__(
        self,
        parts: Sequence[Part],
        more: str,
        give_icon: Callable[[QAbstractButton, str], object],
        parent: QWidget | None = None,
    ) -> None:
        """`more` is what the button reads that adds a row; give_icon(button, name) sets an icon."""
        super().__init__(parent)
        self._parts = tuple(parts)
        self._give_icon = give_icon
        self._rows: list[tuple[QWidget, list[QLineEdit], QToolButton]] = []
        self._build(more)

    def load(self, rows: Iterable[Sequence[str]]) -> None:
        """Show these rows and no others."""
        for row in list(self._rows):
            self._take_away(row)
        for texts in rows:
            self._add(texts)
        self._order_tabs()

    def values(self) -> list[tuple[str, ...]]:
        """What stands in the rows."""
        found = [tuple(line.text().strip() for line in lines) for _, lines, _ in self._rows]
        return [texts for texts in found if any(texts)]

    def add_row(self) -> None:
        """Add an empty row and go to its first line."""
        _, lines, _ = self._add([""] * len(self._parts))
        self._order_tabs()
        lines[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, texts: Sequence[str]) -> tuple[QWidget, list[QLineEdit], QToolButton]:
        widget, remove = QWidget(), QToolButton()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        lines = []
        for part, text in zip(self._parts, texts, strict=True):
            line = QLineEdit(text)
            line.setCursorPosition(0)
            line.setAccessibleName(part.title)
            line.setPlaceholderText(part.hint)
            line.setMinimumWidth(5 * GRID)
            line.textEdited.connect(self.edited)
            line.editingFinished.connect(self.finished)
            row.addWidget(line, part.share)
            lines.append(line)
        self._give_icon(remove, "close")
        remove.setToolTip(self.tr("Remove this row"))
        lines[0].textChanged.connect(lambda text: self._name(remove, text))
        self._name(remove, texts[0])
        row.addWidget(remove)
        made = (widget, lines, remove)
        remove.clicked.connect(lambda: self._on_remove_clicked(made))
        self._column.addWidget(widget)
        widget.show()  # now, so that it can take the focus
        self._rows.append(made)
        return made

    def _name(self, remove: QToolButton, text: str) -> None:
        remove.setAccessibleName(self.tr("Remove {name}").format(name=text or "…"))

    def _on_remove_clicked(self, row: tuple[QWidget, list[QLineEdit], QToolButton]) -> None:
        self._take_away(row)
        self.finished.emit()

    def _take_away(self, row: tuple[QWidget, list[QLineEdit], QToolButton]) -> None:
        self._rows.remove(row)
        for line in row[1]:
            line.editingFinished.disconnect(self.finished)  # leaving a row that goes is no editing
        self._column.removeWidget(row[0])
        row[0].hide()
        row[0].deleteLater()

    def _build(self, more: str) -> None:
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID // 2)
        self._more = QPushButton(more)
        self._more.setFlat(True)
        self._give_icon(self._more, "new")
        self._more.clicked.connect(self.add_row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(self._column)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def _order_tabs(self) -> None:
        """Put the rows before the button that adds one; a widget made later would come last in the window."""
        chain: list[QWidget] = [widget for _, lines, remove in self._rows for widget in (*lines, remove)]
        before: QWidget | None = self._more.previousInFocusChain()
        while before is not None and (before in chain or not before.focusPolicy() & Qt.FocusPolicy.TabFocus):
            before = before.previousInFocusChain()
        for first, second in pairwise([before or self._more, *chain]):
            QWidget.setTabOrder(first, second)
