# SPDX-License-Identifier: GPL-3.0-or-later
"""Correcting the text of an article by hand, and seeing before it is kept what that does to its annotations."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from archivist.model import Article
from archivist.text import Utf16Map, shortened
from archivist.ui.forms import dialog_layout, exact_text, heading, message_label, muted_label, set_message
from archivist.ui.questions.revising import Preview
from archivist.ui.revisions.changes_view import ChangesView
from archivist.ui.revisions.plain_view import PlainView
from archivist.ui.theme import GRID

_PAUSE_MS = 400  # of typing, after which it is looked at what changed
_PLACE = Qt.ItemDataRole.UserRole


class CorrectDialog(QDialog):
    """The text to type in at the left, what changes at the right. It stays until the text is kept or given up."""

    preview_wanted = Signal(str)  # the text as it is typed
    save_wanted = Signal(str)  # the corrected text

    def __init__(self, article: Article, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.article = article
        self._before = text
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self._build()
        self._editor.show_text(text)
        # Whether the editor holds the text to the letter, so that what is not touched stays as it is.
        self.is_faithful = self.typed == text
        self._editor.setReadOnly(False)
        self._editor.textChanged.connect(self._on_text_changed)
        self._show_nothing()

    @property
    def typed(self) -> str:
        """The text as it stands in the editor."""
        return exact_text(self._editor.document())

    def show_preview(self, found: Preview) -> None:
        """Show what the text would come to, if it is still the one that is typed."""
        if found.new != self.typed:
            return
        changes = sum(not one.same for one in found.stretches)
        if not changes:
            self._show_nothing()
            return
        self._changes.show_changes(found.old, found.new, found.stretches)
        moved, waiting = found.foreseen
        parts = [
            self.tr("%n change(s)", "", changes),
            self.tr("%n annotation(s) will follow", "", moved) if moved else "",
            self.tr("%n will wait for review", "", len(waiting)) if waiting else "",
        ]
        self._summary.setText(" · ".join(filter(None, parts)))
        self._list.clear()
        for annotation, place in waiting:
            item = QListWidgetItem(f"{shortened(annotation.quote, 60)}\n{annotation.tag.name}")
            item.setData(_PLACE, place)
            item.setToolTip(annotation.quote)
            self._list.addItem(item)
        self._tabs.setTabText(1, self.tr("Will wait: {count}").format(count=len(waiting)))

    def tell(self, sentence: str) -> None:
        """Say why the text could not be kept."""
        set_message(self._message, sentence, mistaken=True)

    def reject(self) -> None:
        """Close; what was typed is given up only if the person says so."""
        if self.typed == self._before:
            super().reject()
            return
        question = QMessageBox(self)
        question.setIcon(QMessageBox.Icon.Question)
        question.setWindowTitle(self.tr("Correct the text"))
        question.setText(self.tr("Give up what you typed?"))
        question.setInformativeText(self.tr("The text was not saved yet."))
        give_up = question.addButton(self.tr("Give up"), QMessageBox.ButtonRole.DestructiveRole)
        stay = question.addButton(self.tr("Go on typing"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(stay)
        question.setEscapeButton(stay)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.buttonClicked.connect(
            lambda clicked: super(CorrectDialog, self).reject() if clicked is give_up else None
        )
        question.open()

    def _save(self) -> None:
        if self._keep.isEnabled():
            set_message(self._message, "")
            self.save_wanted.emit(self.typed)

    def _show_nothing(self) -> None:
        self._summary.setText(self.tr("Nothing is changed yet."))
        self._changes.show_changes("", "", ())
        self._list.clear()
        self._tabs.setTabText(1, self.tr("Will wait: {count}").format(count=0))

    def _on_text_changed(self) -> None:
        text = self.typed
        self._keep.setEnabled(text != self._before and bool(text.strip()))
        set_message(
            self._message, "" if text.strip() else self.tr("A text without words cannot be saved."), mistaken=True
        )
        self._pause.start()

    def _on_pause(self) -> None:
        text = self.typed
        if text == self._before:
            self._show_nothing()
        elif text.strip():
            self._summary.setText(self.tr("Looking at what changes…"))
            self.preview_wanted.emit(text)

    def _on_item_activated(self, item: QListWidgetItem) -> None:
        text, cursor = self.typed, self._editor.textCursor()
        cursor.setPosition(Utf16Map(text).to_utf16(min(item.data(_PLACE), len(text))))
        self._editor.setTextCursor(cursor)
        self._editor.centerCursor()
        self._editor.setFocus()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Correct the text"))
        self._editor = PlainView(self.tr("Text to correct"))
        self._editor.setTabChangesFocus(True)
        title = heading(shortened(self.article.title, 90))
        title.setTextFormat(Qt.TextFormat.PlainText)
        self._message = message_label()
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._editor)
        splitter.addWidget(self._build_side())
        splitter.setSizes([74 * GRID, 46 * GRID])
        column = dialog_layout(self)
        column.addWidget(title)
        column.addWidget(splitter, 1)
        column.addWidget(self._message)
        column.addWidget(self._build_buttons())
        self.resize(132 * GRID, 88 * GRID)
        self._editor.setFocus()

    def _build_side(self) -> QWidget:
        self._summary: QLabel = muted_label()
        self._changes = ChangesView()
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Annotations that will wait for review"))
        self._list.setWordWrap(True)
        self._list.itemActivated.connect(self._on_item_activated)
        self._list.itemClicked.connect(self._on_item_activated)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its tabs have it
        self._tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tabs.tabBar().setAccessibleName(self.tr("What the correction comes to"))
        self._tabs.addTab(self._changes, self.tr("What changed"))
        self._tabs.addTab(self._list, "")
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(GRID, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._summary)
        column.addWidget(self._tabs, 1)
        return side

    def _build_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self._keep = QPushButton(self.tr("&Save the text"))
        self._keep.setEnabled(False)
        self._keep.setAutoDefault(False)
        self._keep.setToolTip(QKeySequence("Ctrl+S").toString(QKeySequence.SequenceFormat.NativeText))
        self._keep.clicked.connect(self._save)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons.addButton(self._keep, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        for keys in ("Ctrl+S", "Ctrl+Return"):
            QShortcut(QKeySequence(keys), self, self._save)
        return buttons
