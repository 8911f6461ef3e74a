# SPDX-License-Identifier: GPL-3.0-or-later
"""A field for an EDTF date that says, while one types, what the date means or why it means nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from archivist.dates import date_range
from archivist.errors import DatesReversed, InvalidDate, NotInCalendar
from archivist.ui.errors import describe
from archivist.ui.forms.labels import message_label, set_message
from archivist.ui.forms.layout import set_mistaken
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording


class DateField(QWidget):
    """A line for an EDTF date with a message under it; empty is no mistake."""

    edited = Signal()  # by a person, at every key
    finished = Signal()  # the person left it or pressed Enter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)
        self._build()

    def text(self) -> str:
        """The date as it was typed, without spaces around it."""
        return self._line.text().strip()

    def set_text(self, edtf: str) -> None:
        """Show a date."""
        self._line.setText(edtf)

    def is_valid(self) -> bool:
        """Whether the date is empty or can be understood."""
        return not self.text() or not self._mistake(self.text())

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        self._line.setAccessibleName(name)

    def _build(self) -> None:
        self._line = QLineEdit()
        self._line.setPlaceholderText(self.tr("2022-01-08, 2022-01 or 2022"))
        self._line.textChanged.connect(self._on_text_changed)
        self._line.textEdited.connect(self.edited)
        self._line.editingFinished.connect(self.finished)
        self._message = message_label()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._line)
        layout.addWidget(self._message)
        self.setFocusProxy(self._line)

    def _on_text_changed(self) -> None:
        text = self.text()
        mistake = self._mistake(text) if text else ""
        set_mistaken(self._line, bool(mistake))
        set_message(self._message, mistake or (self._wording.date(text) if text else ""), mistaken=bool(mistake))
        self._line.setAccessibleDescription(self._message.text())

    def _mistake(self, text: str) -> str:
        try:
            date_range(text)
        except (NotInCalendar, DatesReversed) as error:
            return " ".join(describe(error))
        except InvalidDate:
            return self.tr("Not a date. Write 2022-01-08, 2022-01, 2022, 2022? or 2022-01-05/2022-01-08.")
        return ""
