# SPDX-License-Identifier: GPL-3.0-or-later
"""One file of a preview at length: how it begins, what is in it, and what is doubtful."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from archivist.intake.preview import PreviewedFile
from archivist.ui.forms import heading, message_label, muted_label, set_message
from archivist.ui.import_wording import ImportWording
from archivist.ui.notes import worded
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording


class PreviewDetails(QWidget):
    """Title, metadata, first lines and problems."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)
        self._words = ImportWording(self)
        self._build()
        self.show_file(None)

    def show_file(self, file: PreviewedFile | None) -> None:
        """Show a file; None for none."""
        if file is None:
            self._title.setText(self.tr("Choose a file to see how it begins."))
            for label in (self._facts, self._problem):
                set_message(label, "")
            self._lines.clear()
            return
        self._title.setText(file.title or file.path.name)
        set_message(self._facts, self._facts_of(file))
        # The pieces, of which the reason tells the first, are all listed below.
        set_message(
            self._problem, " ".join(map(worded, file.doubts)) if file.unread and not file.error else file.reason
        )
        self._lines.setPlainText("\n\n".join([*file.lines, *self._further(file)]))

    def _facts_of(self, file: PreviewedFile) -> str:
        language = self._wording.language(file.language) if file.language else ""
        parts = (file.outlet, file.byline, self._wording.date(file.published) if file.published else "", language)
        return "  ·  ".join(filter(None, parts))

    def _further(self, file: PreviewedFile) -> list[str]:
        """The titles of the other articles, and the pieces that none was made of."""
        lines = []
        if file.articles > 1:
            more = file.articles - len(file.titles)
            titles = [f"– {title}" for title in file.titles] + ([f"… {more}"] if more > 0 else [])
            lines.append("\n".join([self.tr("%n article(s) in this file:", "", file.articles), *titles]))
        if file.unread:
            pieces = [f"– {self._words.piece(piece)}" for piece in file.unread]
            lines.append("\n".join([self.tr("%n piece(s) not read:", "", len(pieces)), *pieces]))
        return lines

    def _build(self) -> None:
        self._title = heading("")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._facts = muted_label()
        self._problem = message_label()
        self._lines = QPlainTextEdit()
        self._lines.setReadOnly(True)
        self._lines.setTabChangesFocus(True)
        self._lines.setAccessibleName(self.tr("The first lines"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (self._title, self._facts, self._problem):
            column.addWidget(widget)
        column.addWidget(self._lines, 1)
