# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields of a figure: whose number it is, of what, how exact, and as of when."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from archivist.errors import InvalidValue, TwoReadings
from archivist.model import JsonValue
from archivist.store.attributes import APPROXIMATIONS, check_typed, checked
from archivist.ui.errors import describe
from archivist.ui.forms import ChoiceField, DateField, form_layout, message_label, set_message, set_mistaken
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_LONGEST_APPROXIMATION = 10  # characters that are shown of the words for one
_NUMBERS = ("value", "low", "high")
_TEXTS = ("unit", "counted", "claimant")
NAMES = ("approximation", *_NUMBERS, *_TEXTS, "as_of")


class FigureFields(QWidget):
    """Value or range, approximation, unit, what is counted, claimant and as-of date."""

    edited = Signal()  # at every key
    finished = Signal()  # a field was left, Enter was pressed in it, or a choice was made

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loaded: dict[str, JsonValue] = {}
        self._shown: dict[str, str] = {}
        self._wording = Wording(self)
        self._lines: dict[str, QLineEdit] = {}
        self._build()

    def load(self, attributes: Mapping[str, JsonValue]) -> None:
        """Show the attributes of a figure; those of other names are passed over."""
        self._loaded = {name: attributes[name] for name in NAMES if name in attributes}
        self._shown = {name: _shown(self._loaded.get(name)) for name in NAMES}
        for name, line in self._lines.items():
            line.setText(self._shown[name])
            line.setCursorPosition(0)  # so that a long value shows how it begins
        self._as_of.set_text(self._shown["as_of"])
        self._approximation.choose(self._shown["approximation"])  # another program may know more of them
        self._check()

    def values(self) -> dict[str, JsonValue]:
        """What stands in the fields; what was not touched is as it was loaded, whatever its type."""
        texts = {name: line.text().strip() for name, line in self._lines.items()}
        texts |= {"approximation": str(self._approximation.currentData()), "as_of": self._as_of.text()}
        return {
            name: self._loaded[name] if name in self._loaded and text == self._shown[name] else text
            for name, text in texts.items()
            if text
        }

    def is_valid(self) -> bool:
        """Whether every field can be understood."""
        return self._mistake() == "" and self._as_of.is_valid()

    def _build(self) -> None:
        form = form_layout(self)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("Number"), self._build_number())
        form.addRow(self.tr("or from"), self._build_range())
        self._message = message_label()
        form.addRow("", self._message)
        for name, title, hint in (
            ("unit", self.tr("Unit"), self.tr("people, km, euros")),
            ("counted", self.tr("Of what"), self.tr("wounded police officers")),
            ("claimant", self.tr("Says who"), self.tr("interior ministry")),
        ):
            form.addRow(title, self._line(name, title, hint))
        self._as_of = DateField()
        self._as_of.setAccessibleName(self.tr("As of"))
        self._as_of.edited.connect(self.edited)
        self._as_of.finished.connect(self.finished)
        form.addRow(self.tr("As of"), self._as_of)

    def _build_number(self) -> QWidget:
        self._approximation = ChoiceField()
        self._approximation.setAccessibleName(self.tr("Approximation"))
        self._approximation.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._approximation.setMinimumContentsLength(_LONGEST_APPROXIMATION)
        for name in ("", *APPROXIMATIONS):
            self._approximation.addItem(self._wording.approximation(name), name)
        self._approximation.activated.connect(self.finished)
        return _side_by_side(self._approximation, self._line("value", self.tr("Number"), "18"))

    def _build_range(self) -> QWidget:
        low = self._line("low", self.tr("From"), "15")
        high = self._line("high", self.tr("To"), "20")
        return _side_by_side(low, QLabel(self.tr("to")), high)

    def _line(self, name: str, title: str, hint: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(title)
        line.setPlaceholderText(hint)
        line.setMinimumWidth(6 * GRID)
        line.textEdited.connect(self._on_edited)
        line.editingFinished.connect(self.finished)
        self._lines[name] = line
        return line

    def _on_edited(self) -> None:
        self._check()
        self.edited.emit()

    def _check(self) -> None:
        mistake = self._mistake()
        for name in _NUMBERS:
            set_mistaken(self._lines[name], bool(mistake) and self._is_mistaken(name))
        set_message(self._message, mistake, mistaken=True)

    def _mistake(self) -> str:
        for error in filter(None, map(self._error_of, _NUMBERS)):
            if isinstance(error, TwoReadings):
                return " ".join(describe(error))
            return self.tr("Write a number in digits, such as 18, 2.5 or 1 200.")
        if self._is_upside_down():
            return self.tr("The first number of a range is the lower one.")
        return ""

    def _is_mistaken(self, name: str) -> bool:
        return self._error_of(name) is not None or (name != "value" and self._is_upside_down())

    def _error_of(self, name: str) -> InvalidValue | None:
        """Why what stands in a field is no number."""
        text = self._lines[name].text().strip()
        try:
            checked({name: text})
            if text != self._shown.get(name, ""):
                check_typed({name: text})
        except InvalidValue as error:
            return error
        return None

    def _is_upside_down(self) -> bool:
        try:
            checked({name: self._lines[name].text() for name in ("low", "high")})
        except InvalidValue as error:
            return error.what == "range"
        return False


def _shown(value: JsonValue) -> str:
    return "" if value is None else str(value)


def _side_by_side(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GRID)
    for widget in widgets:
        layout.addWidget(widget)
    return row
