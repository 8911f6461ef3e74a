# SPDX-License-Identifier: GPL-3.0-or-later
"""The codebook: tags are added, changed and deleted here, each step kept at once and undoable."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from archivist.model import Tag
from archivist.ui.forms import dialog_layout, muted_label
from archivist.ui.icons import Icons
from archivist.ui.session import Session
from archivist.ui.tagging.codebook_tree import CodebookTree
from archivist.ui.tagging.tag_form import TagForm
from archivist.ui.theme import GRID


class CodebookDialog(QDialog):
    """Left all tags, right the fields of the chosen one."""

    def __init__(self, session: Session, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tags: list[Tag] = []
        self._selected: str | None = None  # id; None while a new tag is being made or none is chosen
        self._is_new = False
        self._build(icons)
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
            self.tr("%n annotation(s) go with it. Undo brings them back.", "", count)
            if count
            else self.tr("No annotation has it. Undo brings it back.")
        )
        delete = question.addButton(self.tr("Delete"), QMessageBox.ButtonRole.AcceptRole)
        keep = question.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(keep)
        question.setEscapeButton(keep)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.buttonClicked.connect(lambda clicked: self._session.delete_tag(tag.id) if clicked is delete else None)
        question.open()

    def done(self, result: int) -> None:
        """Keep what was typed last, then close."""
        self._save_pending()
        super().done(result)

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
        self._form = TagForm()
        self._form.edited.connect(self._on_form_edited)
        self._form.finished.connect(self._on_form_finished)
        columns = QHBoxLayout()
        columns.setSpacing(3 * GRID)
        columns.addLayout(self._build_left(icons), 1)
        columns.addWidget(self._build_right(), 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = dialog_layout(self)
        column.addLayout(columns, 1)
        column.addWidget(buttons)
        for key, step in (
            (QKeySequence.StandardKey.Undo, self._session.undo),
            (QKeySequence.StandardKey.Redo, self._session.redo),
        ):
            QShortcut(QKeySequence(key), self, step)
        self.resize(96 * GRID, 78 * GRID)

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
        row.addWidget(self._delete)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addWidget(self._tree, 1)
        column.addLayout(row)
        return column

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
