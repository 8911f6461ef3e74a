# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in place of the list where there is nothing to list: why, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from archivist.text import shortened
from archivist.ui.forms import link_button
from archivist.ui.theme import GRID

_WIDEST = 45 * GRID
_LONGEST = 120  # code points of a query


class EmptyPage(QWidget):
    """A sentence, an explanation, queries to try instead, and the one button that helps."""

    query_chosen = Signal(str)
    import_wanted = Signal()
    filters_unwanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = _centred()
        self._explanation = _centred()
        self._import = QPushButton(self.tr("Import files…"))
        self._clear = QPushButton(self.tr("Clear the filters"))
        self._column = QVBoxLayout(self)
        self._suggested: list[QPushButton] = []
        self._build()

    @property
    def text(self) -> str:
        """All that the page says."""
        return f"{self._heading.text()} {self._explanation.text()}"

    @property
    def suggestions(self) -> list[QPushButton]:
        """The queries to try instead, as links."""
        return self._suggested

    def show_empty_archive(self) -> None:
        """There are no articles at all."""
        self._show(
            self.tr("No articles yet"),
            self.tr("Import saved pages and texts, drop them here, or paste an article with Ctrl+V."),
        )
        self._import.show()

    def show_empty_collection(self) -> None:
        """The filters let nothing through."""
        self._show(
            self.tr("No article passes all the filters"),
            self.tr("Filters of one kind widen the list, those of different kinds narrow it."),
        )
        self._clear.show()

    def show_not_found(self, query: str, suggestions: Sequence[str], *, filtered: bool, indexing: bool) -> None:
        """A search found nothing."""
        if indexing:
            explanation = self.tr("The search index is still being brought up to date; what it finds will appear here.")
        elif suggestions:
            explanation = self.tr("Every inflected form was looked for. These searches find something:")
        elif filtered:
            explanation = self.tr("Perhaps the filters keep it back.")
        else:
            explanation = self.tr(
                "Every inflected form was looked for. Try fewer words, OR between them, or a star: казах*"
            )
        self._show(self.tr("Nothing found for “{query}”").format(query=shortened(query, _LONGEST)), explanation)
        self._clear.setVisible(filtered)
        for suggestion in suggestions:
            button = link_button(suggestion, _WIDEST)
            button.clicked.connect(lambda _=False, query=suggestion: self.query_chosen.emit(query))
            self._column.insertWidget(self._column.indexOf(self._clear), button, 0, Qt.AlignmentFlag.AlignHCenter)
            self._suggested.append(button)

    def _show(self, heading: str, explanation: str) -> None:
        self._heading.setText(heading)
        self._explanation.setText(explanation)
        self._import.hide()
        self._clear.hide()
        for button in self._suggested:
            button.deleteLater()
        self._suggested = []

    def _build(self) -> None:
        font = self._heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        font.setWeight(QFont.Weight.DemiBold)
        self._heading.setFont(font)
        self._explanation.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._import.setDefault(True)
        self._import.clicked.connect(self.import_wanted)
        self._clear.clicked.connect(self.filters_unwanted)
        self._column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        self._column.setSpacing(GRID)
        self._column.addStretch(1)
        for widget in (self._heading, self._explanation, self._import, self._clear):
            self._column.addWidget(widget)
        self._column.addStretch(2)
        for button in (self._import, self._clear):
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            self._column.setAlignment(button, Qt.AlignmentFlag.AlignHCenter)


def _centred() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMaximumWidth(_WIDEST)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
