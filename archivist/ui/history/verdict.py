# SPDX-License-Identifier: GPL-3.0-or-later
"""Below the history: whether the chosen step can be undone, and if not, which later step it is that needs it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from archivist.ui.obstacle_wording import ObstacleWording
from archivist.ui.questions.history import Undoable
from archivist.ui.theme import GRID


class Verdict(QWidget):
    """A sentence and two buttons."""

    place_wanted = Signal()
    taking_back_wanted = Signal()
    step_wanted = Signal(int)  # number of the later step

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = QLabel()
        self.place = QPushButton(self.tr("Show where"))
        self.undo = QPushButton(self.tr("Undo this step"))
        self._build()
        self.show_nothing()

    @property
    def said(self) -> str:
        """What is said, with the later step as a link."""
        return self._said.text()

    def show_nothing(self) -> None:
        """No step is chosen."""
        self._say(escape(self.tr("Choose a step to see whether it can be undone.")))
        self.place.setEnabled(False)
        self.undo.setEnabled(False)

    def show_asked(self) -> None:
        """It is being found out."""
        self._say(escape(self.tr("Looking for what depends on it…")))
        self.place.setEnabled(True)
        self.undo.setEnabled(False)

    def show_undoable(self, undoable: Undoable) -> None:
        """Say what was found out."""
        self.undo.setEnabled(not undoable.why_not)
        if not undoable.why_not:
            self._say(escape(self.tr("Nothing that was done later depends on it: it can be undone.")))
            return
        wording = ObstacleWording(tables=undoable.later_tables)
        sentence = self.tr("It cannot be undone: {why}.").format(why=wording.reworded(undoable.why_not))
        said, later = escape(sentence), escape(wording.later(undoable.later_name))
        if undoable.later is None:
            self._say(said)
            return
        link = f'<a href="{undoable.later}">{{}}</a>'
        if later and later in said:
            self._say(said.replace(later, link.format(later), 1))
        else:
            self._say(f"{said} {link.format(escape(self.tr('Show the later step')))}")

    def _say(self, text: str) -> None:
        """Show a rich text, which is told to assistive programs as well."""
        self._said.setText(text)
        self._said.setAccessibleDescription(QTextDocumentFragment.fromHtml(text).toPlainText())

    def _build(self) -> None:
        self._said.setTextFormat(Qt.TextFormat.RichText)
        self._said.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._said.setWordWrap(True)
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._said.setAccessibleName(self.tr("Whether the step can be undone"))
        self._said.linkActivated.connect(lambda number: self.step_wanted.emit(int(number)))
        self.place.clicked.connect(self.place_wanted)
        self.undo.clicked.connect(self.taking_back_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self._said, 1)
        row.addWidget(self.place)
        row.addWidget(self.undo)
