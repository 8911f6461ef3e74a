# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person knows of the files before they are imported; all of it may be left to the program."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from archivist.intake import BOOKS_BY_CHAPTER, WHOLE_BOOKS, ImportOptions
from archivist.ui.forms import (
    ChoiceField,
    DateField,
    LanguageField,
    OutletField,
    dialog_layout,
    form_layout,
    muted_label,
)
from archivist.ui.session import Session
from archivist.ui.theme import GRID


class ImportOptionsDialog(QDialog):
    """Outlet, date, language, collection, encoding and what becomes of books, for all files of one import."""

    options_chosen = Signal(object)  # ImportOptions

    def __init__(self, session: Session, what: str, parent: QWidget | None = None) -> None:
        """`what` says what is going to be imported."""
        super().__init__(parent)
        self._session = session
        self._build(what)

    def options(self) -> ImportOptions:
        """What stands in the fields."""
        return ImportOptions(
            outlet=self._outlet.text().strip(),
            published=self._published.text(),
            language=self._language.code(),
            collection=self._collection.text().strip(),
            encoding=self._encoding.currentData() or None,
            books=self._books.currentData(),
        )

    def accept(self) -> None:
        """Say what was chosen, and close."""
        super().accept()
        self.options_chosen.emit(self.options())

    def _build(self, what: str) -> None:
        self.setWindowTitle(self.tr("Import"))
        archive = self._session.archive
        self._outlet = OutletField(name for name, _ in archive.selections.values("outlet"))
        self._outlet.setPlaceholderText(self.tr("as each file says"))
        self._published = DateField()
        self._language = LanguageField(
            (code for code, _ in archive.selections.values("language")), self.tr("Find out from the text")
        )
        self._collection = OutletField(each.name for each in archive.collections.all())
        self._collection.setPlaceholderText(self.tr("none"))
        self._encoding = ChoiceField()
        for name, code in self._encodings():
            self._encoding.addItem(name, code)
        self._books = ChoiceField()
        self._books.addItem(self.tr("Each chapter an article"), BOOKS_BY_CHAPTER)
        self._books.addItem(self.tr("The whole book an article"), WHOLE_BOOKS)
        form = form_layout()
        for title, field in (
            (self.tr("&Outlet"), self._outlet),
            (self.tr("&Published"), self._published),
            (self.tr("&Language"), self._language),
            (self.tr("&Collection"), self._collection),
            (self.tr("&Encoding"), self._encoding),
            (self.tr("&Books"), self._books),
        ):
            field.setAccessibleName(title.replace("&", ""))
            form.addRow(title, field)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._import = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._import.setText(self.tr("Import"))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._published.edited.connect(self._on_published_edited)
        column = dialog_layout(self, 60 * GRID)
        column.addWidget(muted_label(what))
        column.addLayout(form)
        column.addWidget(
            muted_label(self.tr("What you give here holds for all of them. Empty fields are filled from each file."))
        )
        column.addStretch(1)
        column.addWidget(self._buttons)

    def _encodings(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Find out from the file"), ""),
            ("UTF-8", "utf-8"),
            ("UTF-16", "utf-16"),
            ("Windows-1251", "cp1251"),
            ("KOI8-U", "koi8-u"),
            ("KOI8-R", "koi8-r"),
            ("CP866 (DOS)", "cp866"),
            ("Windows-1252", "cp1252"),
        )

    def _on_published_edited(self) -> None:
        self._import.setEnabled(self._published.is_valid())
