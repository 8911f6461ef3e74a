# SPDX-License-Identifier: GPL-3.0-or-later
"""The field to search the archive with, and the quiet line under it that says what is wrong with a query."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from archivist.errors import QueryMistake
from archivist.ui.icons import Icons
from archivist.ui.theme import GRID

_AROUND = 24  # code points of the query shown on either side of the mistake


class SearchField(QWidget):
    """A line for a query. Down goes to the list, Escape empties the line."""

    query_changed = Signal(str)  # by a person, at every key
    query_entered = Signal(str)  # Enter
    left = Signal()  # for what was found

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = _Line()
        self._mistake = QLabel()
        self._build(icons)

    @property
    def query(self) -> str:
        """What is typed."""
        return self._line.text()

    def set_query(self, query: str) -> None:
        """Put another query into the field, as if it had been typed."""
        self._line.setText(query)

    def begin(self) -> None:
        """Take the focus, with all that is typed selected."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def show_mistake(self, mistake: QueryMistake | None) -> None:
        """Say what is wrong with the query and where; None takes it back."""
        self._line.setProperty("mistaken", mistake is not None)
        self._line.style().unpolish(self._line)
        self._line.style().polish(self._line)
        self._mistake.setVisible(mistake is not None)
        if mistake is not None:
            self._mistake.setText(self.tr("{place}: {problem}").format(place=_place(mistake), problem=mistake.problem))
        self._line.setAccessibleDescription(mistake.problem if mistake else "")

    @property
    def mistake(self) -> str:
        """What is said to be wrong, as rich text; "" if nothing is."""
        return "" if self._mistake.isHidden() else self._mistake.text()

    def _build(self, icons: Icons) -> None:
        self._line.setPlaceholderText(self.tr("Search the archive"))
        self._line.setAccessibleName(self.tr("Search the archive"))
        self._line.setToolTip(
            self.tr("Words in any form, “a phrase”, AND, OR, NOT, word*, outlet:…, tag:…, kind:…, date:2022-01")
        )
        self._line.setClearButtonEnabled(True)
        symbol = QAction(self)
        icons.give(symbol, "search")
        self._line.addAction(symbol, QLineEdit.ActionPosition.LeadingPosition)
        self._line.textChanged.connect(self.query_changed)
        self._line.returnPressed.connect(lambda: self.query_entered.emit(self.query))
        self._line.left.connect(self.left)
        self._mistake.setTextFormat(Qt.TextFormat.RichText)
        self._mistake.setWordWrap(True)
        self._mistake.setForegroundRole(QPalette.ColorRole.BrightText)
        self._mistake.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._mistake.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._line)
        column.addWidget(self._mistake)
        self.setFocusProxy(self._line)


class _Line(QLineEdit):
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _place(mistake: QueryMistake) -> str:
    """The query around the mistake with the mistaken character underlined, as rich text."""
    query, at = mistake.query, min(mistake.position, len(mistake.query))
    before, after = query[max(0, at - _AROUND) : at], query[at + 1 : at + 1 + _AROUND]
    more = "…" if at > _AROUND else ""
    rest = "…" if at + 1 + _AROUND < len(query) else ""
    wrong = query[at : at + 1] or "\u00a0"
    return f"“{more}{escape(before)}<u><b>{escape(wrong)}</b></u>{escape(after)}{rest}”"
