# SPDX-License-Identifier: GPL-3.0-or-later
"""A text from the clipboard as an article."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from archivist.intake.reader import ImportOptions
from archivist.language.detect import detect_language
from archivist.store import Archive
from archivist.ui.forms import (
    DateField,
    LanguageField,
    OutletField,
    dialog_layout,
    exact_text,
    form_layout,
    message_label,
    set_message,
)
from archivist.ui.jobs import Job, Jobs
from archivist.ui.session import Session
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_PAUSE_MS = 300
_LONGEST_TITLE = 200  # code points


class PasteDialog(QDialog):
    """The pasted text, which can still be trimmed, with title, outlet, date and language."""

    article_pasted = Signal(str, str, object)  # text; title, "" unless the person wrote one; ImportOptions

    def __init__(self, session: Session, jobs: Jobs, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._wording = Wording(self)
        self._question: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self._build()
        self._text.setPlainText(text)

    def text(self) -> str:
        """The text as it was pasted or typed."""
        return exact_text(self._text.document())

    def options(self) -> ImportOptions:
        """What the person said of it."""
        return ImportOptions(
            outlet=self._outlet.text().strip(),
            published=self._published.text(),
            language=self._language.code(),
            collection=self._collection.text().strip(),
        )

    def accept(self) -> None:
        """Say what was pasted, and close."""
        super().accept()
        title = self._title.text().strip() if self._title.isModified() else ""
        self.article_pasted.emit(self.text(), title, self.options())

    def done(self, result: int) -> None:
        """Close, and wait for no answer any more."""
        self._pause.stop()
        self._drop_question()
        super().done(result)

    def _on_text_changed(self) -> None:
        if not self._title.isModified():
            lines = (line.strip() for line in self.text()[:10_000].splitlines())
            self._title.setText(next(filter(None, lines), "")[:_LONGEST_TITLE])
            self._title.setCursorPosition(0)
        self._check()
        self._pause.start()

    def _on_pause(self) -> None:
        """Ask, outside the GUI thread, which language it is: the dictionaries take a moment to load."""
        self._drop_question()
        text = self.text()

        def language(archive: Archive) -> str:  # noqa: ARG001 - a question is always put to an archive
            return detect_language(text)

        self._question = self._jobs.ask(language, done=self._on_language_found)

    def _on_language_found(self, code: str) -> None:
        self._question = None
        if code:
            found = self.tr("The text looks {language}.").format(language=self._wording.language(code))
        else:
            found = self.tr("The language could not be told from the text.") if self.text().strip() else ""
        set_message(self._language_message, found)

    def _drop_question(self) -> None:
        if self._question is not None:
            self._question.drop()
            self._question = None

    def _check(self) -> None:
        self._add.setEnabled(bool(self.text().strip()) and self._published.is_valid())

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Paste an article"))
        self._text = QPlainTextEdit()
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText(self.tr("Paste the article here, headline first."))
        self._text.setAccessibleName(self.tr("Text"))
        self._text.textChanged.connect(self._on_text_changed)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._add = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._add.setText(self.tr("Add to the archive"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = dialog_layout(self)
        column.addWidget(self._text, 1)
        column.addLayout(self._build_form())
        column.addWidget(buttons)
        self.resize(84 * GRID, 76 * GRID)
        self._check()

    def _build_form(self) -> QVBoxLayout:
        archive = self._session.archive
        self._title = QLineEdit()
        self._outlet = OutletField(name for name, _ in archive.selections.values("outlet"))
        self._published = DateField()
        self._published.edited.connect(self._check)
        self._language = LanguageField(
            (code for code, _ in archive.selections.values("language")), self.tr("Find out from the text")
        )
        self._language_message = message_label()
        self._collection = OutletField(each.name for each in archive.collections.all())
        form = form_layout()
        for title, field in (
            (self.tr("&Title"), self._title),
            (self.tr("&Outlet"), self._outlet),
            (self.tr("&Published"), self._published),
            (self.tr("&Collection"), self._collection),
            (self.tr("&Language"), self._language),
        ):
            field.setAccessibleName(title.replace("&", ""))
            form.addRow(title, field)
        form.addRow("", self._language_message)
        column = QVBoxLayout()
        column.addLayout(form)
        return column
