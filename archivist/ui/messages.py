# SPDX-License-Identifier: GPL-3.0-or-later
"""The one bar through which the window speaks: what happened, one remedy, perhaps one button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from archivist.errors import ArchivistError
from archivist.ui.errors import ErrorWording
from archivist.ui.icons import Icons
from archivist.ui.theme import GRID

_INFO_MS = 8000

Choice = tuple[str, Callable[[], object]]  # the text of a button, and what it does


class Level(StrEnum):
    """How much a message matters; the value is the name of its icon."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class MessageBar(QFrame):
    """Shows the latest message until it is closed; one that only informs goes by itself."""

    shown = Signal(str)  # the whole text

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._errors = ErrorWording(self)
        self._do: Callable[[], object] | None = None
        self._stays = False
        self._others: list[QPushButton] = []
        self._of_step: list[QPushButton] = []
        self._timer = QTimer(self, singleShot=True, interval=_INFO_MS)
        self._timer.timeout.connect(self.hide)
        self._build()

    def text(self) -> str:
        """What the bar says, "" while it says nothing."""
        if self.isHidden():
            return ""
        return f"{self._sentence.text()} {self._remedy.text()}".strip()

    def tell(
        self,
        sentence: str,
        remedy: str = "",
        *,
        level: Level = Level.INFO,
        button: Choice | None = None,
        others: Sequence[Choice] = (),
        of_step: Sequence[Choice] = (),
        stays: bool = False,
    ) -> None:
        """Show a message; button, and the others beside it, are their texts and what they do.

        Those of_step are for the step that was done just now, as undo is, and go with `forget_step`. Where
        the buttons only show something more, which a person may want to see again, the message `stays`.
        """
        self._stays = stays
        self._sentence.setText(sentence)
        self._remedy.setText(remedy)
        self._remedy.setVisible(bool(remedy))
        self.setProperty("level", level.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._icons.give(self._symbol, "info" if level is Level.INFO else "warning")
        self._do = button[1] if button else None
        self._button.setText(button[0] if button else "")
        self._button.setVisible(button is not None)
        self._put_others(others, of_step)
        self.show()
        self._timer.stop()
        if level is Level.INFO and button is None and not of_step:
            self._timer.start()
        self.setAccessibleName(self.text())
        self.shown.emit(self.text())

    def tell_error(self, error: ArchivistError, button: Choice | None = None) -> None:
        """Show what went wrong and its remedy; button is its text and what it does."""
        self.tell(*self._errors.describe(error), level=Level.ERROR, button=button)

    def forget_step(self) -> None:
        """Another step was done: what is offered for the one before would now be done to that."""
        if not self._of_step:
            return
        self._drop(self._of_step)
        self._of_step = []
        if self._do is None and not self._others:
            self.hide()

    def _build(self) -> None:
        self.setObjectName("messages")
        self._symbol = QToolButton()
        self._symbol.setEnabled(True)
        self._symbol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._symbol.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._symbol.setAccessibleName(self.tr("Message"))
        self._sentence = _line()
        self._remedy = _line()
        self._remedy.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._button = QPushButton()
        self._button.clicked.connect(self._on_button)
        close = QToolButton()
        close.setText(self.tr("Close the message"))
        close.setToolTip(close.text())
        close.setAccessibleName(close.text())
        close.clicked.connect(self.hide)
        self._icons.give(close, "close")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._sentence)
        words.addWidget(self._remedy)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(self._symbol)
        row.addLayout(words, 1)
        row.addWidget(self._button)
        row.addWidget(close)
        self.hide()

    def _put_others(self, others: Sequence[Choice], of_step: Sequence[Choice]) -> None:
        """The buttons of this message only: those of a step before the button, the others after it."""
        self._drop(self._of_step + self._others)
        place = self._row.indexOf(self._button)
        self._of_step = [self._put(choice, place + number) for number, choice in enumerate(of_step)]
        place += len(of_step) + 1
        self._others = [self._put(choice, place + number) for number, choice in enumerate(others)]

    def _put(self, choice: Choice, place: int) -> QPushButton:
        text, do = choice
        button = QPushButton(text)
        button.clicked.connect(partial(self._on_other, do))
        self._row.insertWidget(place, button)
        return button

    @staticmethod
    def _drop(buttons: Sequence[QPushButton]) -> None:
        for button in buttons:
            button.hide()
            button.deleteLater()

    def _on_other(self, do: Callable[[], object]) -> None:
        if not self._stays:
            self.hide()
        do()

    def _on_button(self) -> None:
        if self._do is not None:
            self._on_other(self._do)


def _line() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
