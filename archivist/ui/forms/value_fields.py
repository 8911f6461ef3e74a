# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields for values that the archive already knows some of."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from archivist.ui.forms.choice_field import ChoiceField
from archivist.ui.wording import Wording

LANGUAGES = ("uk", "ru", "en")


class OutletField(QLineEdit):
    """A line that offers the outlets (or other names) that contain what is typed."""

    def __init__(self, known: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        completer = QCompleter([name for name in known if name], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)


class LanguageField(ChoiceField):
    """The languages of the program and those that the archive has beside them, by ISO 639-1 code."""

    def __init__(self, known: Iterable[str], unset: str, parent: QWidget | None = None) -> None:
        """`unset` is what the choice of no language reads."""
        super().__init__(parent)
        wording = Wording(self)
        self.addItem(unset, "")
        for code in dict.fromkeys((*LANGUAGES, *known)):
            if code:
                self.addItem(wording.language(code), code)

    def code(self) -> str:
        """The chosen language, or ""."""
        return str(self.currentData())
