# SPDX-License-Identifier: GPL-3.0-or-later
"""How a table is to be read, choice by choice: its layout, and which column holds which part of an article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from archivist.intake.tables.columns import FIELDS
from archivist.intake.tables.preview import TablePreview
from archivist.intake.tables.profile import TableProfile
from archivist.text import shortened
from archivist.ui.dialogs.import_fields import EncodingField
from archivist.ui.forms import ChoiceField, muted_label
from archivist.ui.theme import GRID

_FIND_OUT = ""
_NONE = "="  # before a column's name, so that no name can be mistaken for it
_WIDTH = 24 * GRID
_SAMPLE_WIDTH = 26 * GRID
_LEAST = 14 * GRID


class FieldWording(QObject):
    """What the parts of an article are called."""

    def titles(self) -> dict[str, str]:
        """By field, with their mnemonics, in the order in which they are asked for."""
        named = {
            "body": self.tr("&Text"),
            "title": self.tr("T&itle"),
            "standfirst": self.tr("&Standfirst"),
            "byline": self.tr("&Byline"),
            "outlet": self.tr("&Outlet"),
            "section": self.tr("S&ection"),
            "url": self.tr("&Address"),
            "language": self.tr("&Language"),
            "published": self.tr("&Published"),
            "captured": self.tr("Capt&ured"),
            "id": self.tr("I&dentifier"),
        }
        return named | {name: name for name in FIELDS if name not in named}


class LayoutFields(QWidget):
    """Delimiter, header, encoding, order of dates and markup; each may be left to be found out."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()

    def show_profile(self, profile: TableProfile) -> None:
        """Show how a profile has it."""
        self._delimiter.choose(profile.delimiter)
        self._header.choose(_of_flag(profile.header))
        self._encoding.choose(profile.encoding)
        self._dates.choose(profile.date_order or "")
        self._markup.choose(_of_flag(profile.markup))

    def apply(self, profile: TableProfile) -> TableProfile:
        """The profile with what is chosen here."""
        return replace(
            profile,
            delimiter=self._delimiter.currentData(),
            header=_flag(self._header.currentData()),
            encoding=self._encoding.currentData(),
            date_order=self._dates.currentData() or None,
            markup=_flag(self._markup.currentData()),
        )

    def show_found(self, preview: TablePreview) -> None:
        """Name what was found out where that was left open."""
        profile = preview.profile
        for field, value in (
            (self._delimiter, preview.delimiter),
            (self._header, _of_flag(preview.header)),
            (self._encoding, preview.encoding),
            (self._dates, profile.date_order or ""),
            (self._markup, _of_flag(profile.markup)),
        ):
            place = field.findData(value) if value else -1
            name = field.itemText(place) if place > 0 else value
            field.setItemText(0, self.tr("Find out: {value}").format(value=name) if name else self.tr("Find out"))
        for field in (self._delimiter, self._header):
            field.setEnabled(bool(preview.delimiter))

    def _build(self) -> None:
        self._delimiter, self._header = ChoiceField(), ChoiceField()
        self._encoding = EncodingField()
        self._dates, self._markup = ChoiceField(), ChoiceField()
        for field, items in (
            (self._delimiter, self._delimiters()),
            (self._header, ((self.tr("First row"), "yes"), (self.tr("No names"), "no"))),
            (self._dates, ((self.tr("Day first"), "dmy"), (self.tr("Month first"), "mdy"))),
            (self._markup, ((self.tr("HTML"), "yes"), (self.tr("Plain text"), "no"))),
        ):
            field.addItem(self.tr("Find out"), _FIND_OUT)
            for name, value in items:
                field.addItem(name, value)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        for column, (title, field) in enumerate(
            (
                (self.tr("Deli&miter"), self._delimiter),
                (self.tr("&Names of the columns"), self._header),
                (self.tr("En&coding"), self._encoding),
                (self.tr("Dates in di&gits"), self._dates),
                (self.tr("Mar&kup of the texts"), self._markup),
            )
        ):
            grid.addWidget(_labelled(title, field), 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)
            field.setMinimumWidth(_LEAST)
            field.activated.connect(self.edited)

    def _delimiters(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Comma"), ","),
            (self.tr("Semicolon"), ";"),
            (self.tr("Tab"), "\t"),
            (self.tr("Bar"), "|"),
        )


class ColumnFields(QWidget):
    """A column for each part of an article: one of the file's, none, or whichever is found out."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, ChoiceField] = {}
        self._samples: dict[str, QLabel] = {}
        self._build()

    def columns(self) -> dict[str, str]:
        """The choices by field, as a profile has them; what is to be found out is not among them."""
        chosen = {name: str(field.currentData()) for name, field in self._fields.items()}
        return {name: value.removeprefix(_NONE) for name, value in chosen.items() if value != _FIND_OUT}

    def show_columns(self, columns: Mapping[str, str]) -> None:
        """Show the choices of a profile."""
        for name, field in self._fields.items():
            self._choose(field, f"{_NONE}{columns[name]}" if name in columns else _FIND_OUT)

    def show_found(self, preview: TablePreview) -> None:
        """Offer the columns of a file, and name what was found out where that was left open."""
        samples = {column.name: column.samples for column in preview.columns}
        by_key = {name.strip().casefold(): name for name in reversed(samples)}
        for name, field in self._fields.items():
            chosen, found = str(field.currentData()), preview.profile.columns.get(name, "")
            field.clear()
            field.addItem(self._found_words(found), _FIND_OUT)
            if name != "body":
                field.addItem(self.tr("None"), _NONE)
            for column in samples:
                field.addItem(shortened(column), f"{_NONE}{column}")
            wanted = chosen.removeprefix(_NONE)
            if wanted and wanted not in samples:  # as the reader does, whatever the letter case
                chosen = f"{_NONE}{by_key.get(wanted.strip().casefold(), wanted)}"
            self._choose(field, chosen)
            held = samples.get(found if chosen == _FIND_OUT else chosen.removeprefix(_NONE), ())
            self._show_sample(self._samples[name], held)

    def begin(self) -> None:
        """Go to the first field."""
        self._fields["body"].setFocus()

    def _choose(self, field: ChoiceField, value: str) -> None:
        if field.findData(value) < 0:
            name = value.removeprefix(_NONE)
            field.addItem(self.tr("{column} (not in this file)").format(column=name) if name else name, value)
        field.choose(value)

    @staticmethod
    def _show_sample(label: QLabel, values: Sequence[str]) -> None:
        first = values[0] if values else ""
        label.setText(label.fontMetrics().elidedText(first, Qt.TextElideMode.ElideRight, _SAMPLE_WIDTH))
        label.setToolTip("\n".join(values))

    def _found_words(self, found: str) -> str:
        if not found:
            return self.tr("Find out: none")
        return self.tr("Find out: {value}").format(value=shortened(found))

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        for row, (name, title) in enumerate(FieldWording(self).titles().items()):
            field, sample = ChoiceField(), muted_label()
            field.addItem(self.tr("Find out"), _FIND_OUT)
            field.setFixedWidth(_WIDTH)
            field.activated.connect(self.edited)
            sample.setWordWrap(False)
            sample.setFixedWidth(_SAMPLE_WIDTH)
            self._fields[name], self._samples[name] = field, sample
            for column, widget in enumerate((_labelled(title, field), field, sample)):
                grid.addWidget(widget, row, column)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.addLayout(grid)
        column_.addStretch(1)


def _labelled(title: str, field: QWidget) -> QLabel:
    label = QLabel(title)
    label.setBuddy(field)
    field.setAccessibleName(title.replace("&", ""))
    return label


def _flag(value: str) -> bool | None:
    return {"yes": True, "no": False}.get(value)


def _of_flag(flag: bool | None) -> str:  # noqa: FBT001 - converts it
    return "" if flag is None else "yes" if flag else "no"
