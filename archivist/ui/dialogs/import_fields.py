# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person knows of the files before they are imported; all of it may be left to the program."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from archivist.intake.reader import BOOKS_BY_CHAPTER, WHOLE_BOOKS, ImportOptions
from archivist.intake.registry import formats
from archivist.ui.format_wording import FormatWording
from archivist.ui.forms import ChoiceField, DateField, LanguageField, OutletField, form_layout
from archivist.ui.session import Session
from archivist.ui.theme import GRID

_WIDEST_CHOICE = 28 * GRID


class ImportFields(QWidget):
    """Outlet, date, language and collection for all files of one import."""

    edited = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build(session)

    def apply(self, options: ImportOptions) -> ImportOptions:
        """The options with what stands in the fields."""
        return replace(
            options,
            outlet=self._outlet.text().strip(),
            published=self._published.text(),
            language=self._language.code(),
            collection=self._collection.text().strip(),
        )

    def is_valid(self) -> bool:
        """Whether all that stands in the fields can be."""
        return self._published.is_valid()

    def begin(self) -> None:
        """Go to the first field."""
        self._outlet.setFocus()

    def _build(self, session: Session) -> None:
        archive = session.archive
        self._outlet = OutletField(name for name, _ in archive.selections.values("outlet"))
        self._outlet.setPlaceholderText(self.tr("as each file says"))
        self._published = DateField()
        self._language = LanguageField(
            (code for code, _ in archive.selections.values("language")), self.tr("Find out from the text")
        )
        self._collection = OutletField(each.name for each in archive.collections.all())
        self._collection.setPlaceholderText(self.tr("none"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4 * GRID)
        for fields in (
            ((self.tr("&Outlet"), self._outlet), (self.tr("&Published"), self._published)),
            ((self.tr("&Language"), self._language), (self.tr("&Collection"), self._collection)),
        ):
            form = form_layout()
            for title, field in fields:
                field.setAccessibleName(title.replace("&", ""))
                form.addRow(title, field)
            column = QVBoxLayout()
            column.addLayout(form)
            column.addStretch(1)
            row.addLayout(column, 1)
        self._outlet.textEdited.connect(self.edited)
        self._published.edited.connect(self.edited)
        self._language.currentIndexChanged.connect(self.edited)
        self._collection.textEdited.connect(self.edited)


class EncodingField(ChoiceField):
    """The usual encodings of texts; "" is whichever is found out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for name, code in (
            (self.tr("Find out from the file"), ""),
            ("UTF-8", "utf-8"),
            ("UTF-16", "utf-16"),
            ("Windows-1251", "cp1251"),
            ("KOI8-U", "koi8-u"),
            ("KOI8-R", "koi8-r"),
            ("CP866 (DOS)", "cp866"),
            ("Windows-1252", "cp1252"),
        ):
            self.addItem(name, code)


class ReadingFields(QWidget):
    """As which format and in which encoding some files are read, and what becomes of books."""

    chosen = Signal(str, str, str)  # name of a format, encoding, each "" for what is to be found out; books

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()

    def show_options(self, options: ImportOptions) -> None:
        """Show how a file is to be read."""
        shown = ((self._format, options.format), (self._encoding, options.encoding), (self._books, options.books))
        for field, value in shown:
            field.blockSignals(True)  # noqa: FBT003 - Qt's own argument
            field.choose(value or "")
            field.blockSignals(False)  # noqa: FBT003 - Qt's own argument

    def _build(self) -> None:
        self._format = ChoiceField()
        self._format.addItem(self.tr("Find out from the file"), "")
        titles = {FormatWording().reworded(reader.title): reader.name for reader in formats()}
        for title in sorted(titles):
            self._format.addItem(title, titles[title])
        self._encoding = EncodingField()
        self._books = ChoiceField()
        self._books.addItem(self.tr("Each chapter an article"), BOOKS_BY_CHAPTER)
        self._books.addItem(self.tr("The book one article"), WHOLE_BOOKS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4 * GRID)
        for title, field in (
            (self.tr("&Format"), self._format),
            (self.tr("&Encoding"), self._encoding),
            (self.tr("&Books"), self._books),
        ):
            field.setAccessibleName(title.replace("&", ""))
            field.setMaximumWidth(_WIDEST_CHOICE)
            field.activated.connect(self._on_activated)
            form = form_layout()
            form.addRow(title, field)
            row.addLayout(form, 1)

    def _on_activated(self) -> None:
        self.chosen.emit(self._format.currentData(), self._encoding.currentData(), self._books.currentData())
