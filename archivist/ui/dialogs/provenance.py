# SPDX-License-Identifier: GPL-3.0-or-later
"""Where an article comes from, how each of its texts was made, and all that happened to it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QTextBrowser, QWidget

from archivist.model import Article, Event, Provenance, RevisionProvenance
from archivist.ui.forms import dialog_layout, heading
from archivist.ui.icons import Icons
from archivist.ui.provenance_wording import ProvenanceWording, Section
from archivist.ui.theme import GRID


class ProvenanceDialog(QDialog):
    """A page to read, select from and copy; nothing on it leads anywhere."""

    def __init__(
        self,
        article: Article,
        provenance: Provenance,
        revisions: Sequence[RevisionProvenance],
        events: Sequence[Event],
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        wording = ProvenanceWording(self)
        self._sections = wording.sections(article, provenance, revisions, events)
        self._title = article.title
        self._page = QTextBrowser()
        self._build(icons)

    def text(self) -> str:
        """All of it as text."""
        parts = [self._title]
        for section in self._sections:
            lines = "\n".join(f"{name}: {value}" for name, value in section.lines)
            parts.append(f"{section.title}\n{lines}")
        return "\n\n".join(parts) + "\n"

    def copy(self) -> None:
        """Copy all of it."""
        QGuiApplication.clipboard().setText(self.text())

    def _build(self, icons: Icons) -> None:
        self.setWindowTitle(self.tr("Provenance"))
        self._page.setOpenLinks(False)
        self._page.setTabChangesFocus(True)
        self._page.setAccessibleName(self.tr("Provenance"))
        self._page.setHtml("".join(map(_as_html, self._sections)))
        copy = QPushButton(self.tr("&Copy all"))
        copy.setAutoDefault(False)
        copy.clicked.connect(self.copy)
        icons.give(copy, "paste")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        title = heading(self._title)
        title.setWordWrap(True)
        column = dialog_layout(self, 80 * GRID)
        column.addWidget(title)
        column.addWidget(self._page, 1)
        column.addWidget(buttons)
        self.resize(104 * GRID, 80 * GRID)
        buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()


def _as_html(section: Section) -> str:
    rows = "".join(
        f"<tr><td style='padding-right: {2 * GRID}px'>{escape(name)}</td><td>{escape(value)}</td></tr>"
        for name, value in section.lines
    )
    return f"<h4>{escape(section.title)}</h4><table cellspacing='0' cellpadding='1'>{rows}</table>"
