# SPDX-License-Identifier: GPL-3.0-or-later
"""The codebook: tags are added, changed and deleted here, each step kept at once and undoable."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archivist.errors import ArchivistError
from archivist.model import Tag
from archivist.ui.errors import ErrorWording
from archivist.ui.forms import dialog_layout, message_label, muted_label, set_message
from archivist.ui.icons import Icons
from archivist.ui.keys import Keys
from archivist.ui.session import Session
from archivist.ui.tagging.codebook_tree import CodebookTree
from archivist.ui.tagging.merge_tag_dialog import MergeTagDialog
from archivist.ui.tagging.tag_form import TagForm
from archivist.ui.tagging.tag_moves import Place, Way
from archivist.ui.theme import GRID

if TYPE_CHECKING:
    from archivist.exchange import MergeReport

_MOST_TOLD = 4  # lines of what is worth a look of an import


class CodebookDialog(QDialog):
    """Left all tags, right the fields of the chosen one."""

    def __init__(self, session: Session, keys: Keys, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = TagForm(keys)
        self._session = session
        self._tags: list[Tag] = []
        self._selected: str | None = None  # id; None while a new tag is being made or none is chosen
        self._is_new = False
        self._build(icons)
        self._errors = ErrorWording(self)
        session.failed.connect(self._on_failed)
        session.tags_changed.connect(self.refresh)
        session.annotations_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the codebook as the archive has it now."""
        self._tags = self._session.archive.tags.all()
        if self._selected not in {tag.id for tag in self._tags}:
            self._selected = None
        self._tree.show_tags(self._tags, self._session.archive.tags.counts(), self._selected)
        self._show_selected()

    def new_tag(self) -> None:
        """Offer the fields for a tag of the kind that is looked at."""
        self._save_pending()
        self._selected, self._is_new = None, True
        self._form.load_new(self._tree.kind(), self._tags)
        self._tree.clearSelection()
        self._show_selected()
        self._form.go_to_name()

    def delete_tag(self) -> None:
        """Ask whether the chosen tag is to go, with all its annotations."""
        tag = self._chosen()
        if tag is None:
            return
        count = self._session.archive.tags.counts().get(tag.id, 0)
        question = QMessageBox(self)
        question.setIcon(QMessageBox.Icon.Question)
        question.setWindowTitle(self.tr("Delete tag"))
        question.setText(self.tr("Delete the tag “{name}”?").format(name=tag.name))
        question.setInformativeText(
            self.tr("%n annotation(s) will go with it. Undo brings them back.", "", count)
            if count
            else self.tr("No annotation has it. Undo brings it back.")
        )
        below = sum(other.parent == tag.id for other in self._tags)
        if below:
            stay = self.tr("%Ln tag(s) below it will move up.", "", below)
            question.setInformativeText(f"{question.informativeText()} {stay}")
        delete = question.addButton(self.tr("Delete"), QMessageBox.ButtonRole.AcceptRole)
        keep = question.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(keep)
        question.setEscapeButton(keep)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.buttonClicked.connect(lambda clicked: self._session.delete_tag(tag.id) if clicked is delete else None)
        question.open()

    def merge_tag(self) -> None:
        """Ask into which tag the chosen one is to be merged."""
        tag = self._chosen()
        others = self._mergeable()
        if tag is None or not others:
            return
        self._save_pending()
        dialog = MergeTagDialog(tag, others, self._session.archive.tags.counts(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._merge(tag.id, dialog.into))
        dialog.open()

    def import_codebook(self, path: Path) -> None:
        """Bring in the tags of a file."""
        self._save_pending()
        report = self._session.load_codebook(path)
        if report is not None:
            self._say("\n".join((self._counted(report), *self._worth_a_look(report))))

    def export_codebook(self, path: Path) -> None:
        """Write all tags to a file."""
        self._save_pending()
        if self._session.save_codebook(path):
            self._say(self.tr("The codebook was written to “{name}”.").format(name=path.name))

    def done(self, result: int) -> None:
        """Keep what was typed last, then close."""
        self._save_pending()
        super().done(result)

    def _merge(self, tag_id: str, into: str) -> None:
        self._selected = into
        self._session.merge_tag(tag_id, into)

    def _mergeable(self) -> list[Tag]:
        """The tags that the chosen one can be merged into."""
        tag = self._chosen()
        return [other for other in self._tags if tag is not None and other.kind is tag.kind and other.id != tag.id]

    def _counted(self, report: MergeReport) -> str:
        from archivist.exchange import Outcome

        new = report.counts["tag", Outcome.NEW] + report.counts["tag", Outcome.RESTORED]
        known = sum(count for (what, _), count in report.counts.items() if what == "tag") - new
        came = self.tr("%Ln tag(s) came in", "", new)
        return self.tr("{came}, {known} were here.").format(came=came, known=self.locale().toString(known))

    def _worth_a_look(self, report: MergeReport) -> list[str]:
        from archivist.exchange import Outcome

        told = [
            self.tr("“{name}” differs in the file and stayed as it is here.").format(name=line.name)
            if line.outcome is Outcome.CONFLICT
            else str(line)
            for line in report.lines
            if line.outcome is Outcome.CONFLICT or line.detail
        ]
        rest = len(told) - _MOST_TOLD
        return [*told[:_MOST_TOLD], *([self.tr("and %Ln more", "", rest)] if rest > 0 else [])]

    def _say(self, said: str, *, mistaken: bool = False) -> None:
        set_message(self._message, said, mistaken=mistaken)

    def _on_failed(self, error: ArchivistError) -> None:
        if self.isVisible():
            self._say(" ".join(filter(None, self._errors.describe(error))), mistaken=True)

    def _on_move_wanted(self, tag_id: str, place: Place) -> None:
        self._save_pending()
        self._session.move_tag(tag_id, place.parent, place.before)

    def _on_import_clicked(self) -> None:
        dialog = self._file_dialog(self.tr("Import a codebook"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.import_codebook(Path(name)))
        dialog.open()

    def _on_export_clicked(self) -> None:
        from archivist.exchange import CODEBOOK_ENDINGS

        dialog = self._file_dialog(self.tr("Export the codebook"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(CODEBOOK_ENDINGS[0])
        dialog.selectFile(f"codebook{CODEBOOK_ENDINGS[0]}")
        dialog.fileSelected.connect(lambda name: self.export_codebook(Path(name)))
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([self.tr("Codebooks (*.json *.qdc)"), self.tr("All files (*)")])
        return dialog

    def _chosen(self) -> Tag | None:
        return next((tag for tag in self._tags if tag.id == self._selected), None)

    def _show_selected(self) -> None:
        tag = self._chosen()
        if tag is not None:
            self._is_new = False
            self._form.load(tag, self._tags)
        self._pages.setCurrentIndex(1 if tag is not None or self._is_new else 0)
        self._create.setVisible(self._is_new)
        self._create.setEnabled(self._is_new and not self._form.mistakes())
        self._delete.setEnabled(tag is not None)
        self._merge_into.setEnabled(tag is not None and bool(self._mergeable()))

    def _save_pending(self) -> None:
        tag = self._chosen()
        if tag is None or self._form.mistakes():
            return
        changes = self._form.changes()
        if changes:
            self._session.edit_tag(tag.id, **changes)

    def _on_tree_tag_selected(self, tag_id: str | None) -> None:
        if tag_id is None or tag_id == self._selected:
            return
        self._save_pending()
        self._selected = tag_id
        self._show_selected()

    def _on_form_edited(self) -> None:
        if self._is_new:
            self._create.setEnabled(not self._form.mistakes())

    def _on_form_finished(self) -> None:
        if not self._is_new:
            self._save_pending()
        self._on_form_edited()

    def _on_create_clicked(self) -> None:
        tag = self._session.add_tag(**self._form.values())
        if tag is not None:
            self._selected, self._is_new = tag.id, False
            self.refresh()
            self._tree.setFocus()

    def _build(self, icons: Icons) -> None:
        self.setWindowTitle(self.tr("Codebook"))
        self._tree = CodebookTree()
        self._tree.tag_selected.connect(self._on_tree_tag_selected)
        self._tree.move_wanted.connect(self._on_move_wanted)
        self._form.edited.connect(self._on_form_edited)
        self._form.finished.connect(self._on_form_finished)
        columns = QHBoxLayout()
        columns.setSpacing(3 * GRID)
        columns.addLayout(self._build_left(icons), 1)
        columns.addWidget(self._build_right(), 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for text, do in (
            (self.tr("&Import…"), self._on_import_clicked),
            (self.tr("&Export…"), self._on_export_clicked),
        ):
            button = buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)
            button.clicked.connect(do)
        self._message = message_label()
        column = dialog_layout(self)
        column.addLayout(columns, 1)
        column.addWidget(self._message)
        column.addWidget(buttons)
        for key, step in (
            (QKeySequence.StandardKey.Undo, self._session.undo),
            (QKeySequence.StandardKey.Redo, self._session.redo),
        ):
            QShortcut(QKeySequence(key), self, step)
        self.resize(104 * GRID, 80 * GRID)

    def _build_left(self, icons: Icons) -> QVBoxLayout:
        new = QPushButton(self.tr("New tag"))
        new.setAutoDefault(False)
        new.clicked.connect(self.new_tag)
        icons.give(new, "new")
        self._delete = QPushButton(self.tr("Delete…"))
        self._delete.setAutoDefault(False)
        self._delete.clicked.connect(self.delete_tag)
        icons.give(self._delete, "delete")
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(new)
        self._merge_into = QPushButton(self.tr("Merge…"))
        self._merge_into.setAutoDefault(False)
        self._merge_into.setToolTip(self.tr("Give its annotations to another tag"))
        self._merge_into.clicked.connect(self.merge_tag)
        icons.give(self._merge_into, "merge")
        row.addWidget(self._merge_into)
        row.addWidget(self._delete)
        row.addStretch(1)
        moves = QHBoxLayout()
        moves.setSpacing(GRID // 2)
        for way, icon, name in (
            (Way.UP, "up", self.tr("Move up")),
            (Way.DOWN, "down", self.tr("Move down")),
            (Way.OUT, "previous", self.tr("Move out")),
            (Way.IN, "next", self.tr("Make a part of the tag above")),
        ):
            moves.addWidget(self._move_button(way, icon, name, icons))
        moves.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addWidget(self._tree, 1)
        column.addLayout(moves)
        column.addLayout(row)
        return column

    def _move_button(self, way: Way, icon: str, name: str, icons: Icons) -> QToolButton:
        button = QToolButton()
        arrow = {Way.UP: "↑", Way.DOWN: "↓", Way.OUT: "←", Way.IN: "→"}[way]
        button.setAccessibleName(name)
        button.setToolTip(self.tr("{name}: Alt+{arrow}").format(name=name, arrow=arrow))
        button.clicked.connect(lambda: self._tree.move_current(way))
        icons.give(button, icon)
        return button

    def _build_right(self) -> QWidget:
        self._create = QPushButton(self.tr("Create tag"))
        self._create.setDefault(True)
        self._create.clicked.connect(self._on_create_clicked)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self._form)
        column.addWidget(self._create, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        nothing = muted_label(self.tr("Choose a tag to change it, or make a new one."))
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(nothing)
        self._pages.addWidget(area)
        return self._pages
