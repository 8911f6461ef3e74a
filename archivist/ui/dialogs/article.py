# SPDX-License-Identifier: GPL-3.0-or-later
"""The details of an article, to be corrected by hand."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from archivist.model import Article
from archivist.ui.forms import (
    DateField,
    LanguageField,
    OutletField,
    RestrictionField,
    dialog_layout,
    form_layout,
)
from archivist.ui.session import Session
from archivist.ui.theme import GRID


class ArticleDialog(QDialog):
    """Title, outlet, byline, section, address, date, language, restriction; kept as one step when saved."""

    def __init__(self, session: Session, article: Article, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._article = article
        self._build()
        self._load()

    def changes(self) -> dict[str, Any]:
        """What differs from the article."""
        values: dict[str, Any] = {
            "title": self._title.text().strip(),
            "outlet": self._outlet.text().strip(),
            "byline": self._byline.text().strip(),
            "section": self._section.text().strip(),
            "url": self._url.text().strip(),
            "published": self._published.text(),
            "language": self._language.code(),
            "restriction": self._restriction.restriction(),
        }
        return {field: value for field, value in values.items() if value != getattr(self._article, field)}

    def accept(self) -> None:
        """Keep what was changed; if the archive cannot, the dialog stays open."""
        changes = self.changes()
        if not changes or self._session.edit_article(self._article.id, **changes) is not None:
            super().accept()

    def _load(self) -> None:
        self._title.setText(self._article.title)
        self._outlet.setText(self._article.outlet)
        self._byline.setText(self._article.byline)
        self._section.setText(self._article.section)
        self._url.setText(self._article.url)
        self._published.set_text(self._article.published)
        self._language.choose(self._article.language)
        self._restriction.show_restriction(self._article.restriction)
        for line in (self._title, self._url):
            line.setCursorPosition(0)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Details of the article"))
        selections = self._session.archive.selections
        self._title = QLineEdit()
        self._outlet = OutletField(name for name, _ in selections.values("outlet"))
        self._byline = QLineEdit()
        self._section = QLineEdit()
        self._url = QLineEdit()
        self._published = DateField()
        self._language = LanguageField((code for code, _ in selections.values("language")), self.tr("Unknown"))
        self._restriction = RestrictionField()
        form = form_layout()
        for title, field in (
            (self.tr("&Title"), self._title),
            (self.tr("&Outlet"), self._outlet),
            (self.tr("&Byline"), self._byline),
            (self.tr("&Section"), self._section),
            (self.tr("&Published"), self._published),
            (self.tr("&Language"), self._language),
            (self.tr("&Address"), self._url),
            (self.tr("&Handing over"), self._restriction),
        ):
            field.setAccessibleName(title.replace("&", ""))
            form.addRow(title, field)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._published.edited.connect(self._check)
        self._restriction.edited.connect(self._check)
        column = dialog_layout(self, 68 * GRID)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(self._buttons)

    def _check(self) -> None:
        save = self._buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(self._published.is_valid() and self._restriction.is_valid())
