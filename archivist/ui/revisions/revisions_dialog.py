# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts that an article has had: what changed from one to another, and each with its annotations, to be read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from archivist.model import Annotation, Article, RevisionProvenance, Status
from archivist.text import shortened
from archivist.ui.forms import ChoiceField, dialog_layout, heading, muted_label
from archivist.ui.icons import Icons
from archivist.ui.questions.revising import Shown
from archivist.ui.revisions.changes_view import ChangesView
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_REVISION = Qt.ItemDataRole.UserRole
_LIST_WIDTH = 32 * GRID
_CORRECTED = "correction"  # the reader of a text that a person corrected


class AnnotatedText(Protocol):
    """A widget that shows a text with its annotations."""

    def show_article(self, text: str, annotations: Sequence[Annotation]) -> None:
        """Show a text from its beginning."""


class RevisionsDialog(QDialog):
    """The texts at the left, the newest first; at the right what changed in the chosen one, and its annotations."""

    text_wanted = Signal(str, str)  # id of a text, and of the one that it is compared with, "" for none
    older_wanted = Signal(object)  # RevisionProvenance of the text that is to be the current one again

    def __init__(
        self,
        article: Article,
        texts: Sequence[RevisionProvenance],
        view: QWidget,
        reading: AnnotatedText,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        """`view` is the widget of `reading`, in which a text is read with its annotations."""
        super().__init__(parent)
        self._texts = sorted(texts, key=lambda text: text.number)
        self._reading = reading
        self._wording = Wording(self)
        self._build(article, view, icons)

    def begin(self) -> None:
        """Show the newest text."""
        self._list.setCurrentRow(0)

    def show_text(self, shown: Shown) -> None:
        """Show a text, if it is still the chosen one and compared with the same."""
        text, other = self._chosen(), self._other.currentData() or ""
        if text is None or text.id != shown.revision.id or (shown.other.id if shown.other else "") != other:
            return
        self._changes.show_changes(shown.other.body if shown.other else "", shown.revision.body, shown.stretches)
        self._reading.show_article(shown.revision.body, shown.annotations)
        there = sum(mark.status is Status.ANCHORED for mark in shown.annotations)
        self._marks.setText(
            self.tr("%n annotation(s) stood on this text, as they were when it was last the current one.", "", there)
        )

    def show_change(self, step: int) -> None:
        """Go to the next change, or to the one before."""
        self._tabs.setCurrentIndex(0)
        self._changes.go(step)

    def _chosen(self) -> RevisionProvenance | None:
        item = self._list.currentItem()
        return item.data(_REVISION) if item is not None else None

    def _on_chosen(self) -> None:
        """Compare the chosen text with the one before it, or the first with the one after it."""
        chosen = self._chosen()
        self._other.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._other.clear()
        others = [text for text in self._texts if chosen is not None and text.id != chosen.id]
        for text in others:
            self._other.addItem(self._named(text), text.id)
        earlier = [text for text in others if chosen is not None and text.number < chosen.number]
        if others:
            self._other.setCurrentIndex(others.index(earlier[-1] if earlier else others[0]))
        self._other.setEnabled(bool(others))
        self._other.blockSignals(False)  # noqa: FBT003 - Qt's own
        self._take_up.setEnabled(chosen is not None and not chosen.current)
        self._on_other_chosen()

    def _on_other_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.text_wanted.emit(chosen.id, self._other.currentData() or "")

    def _on_take_up(self) -> None:
        chosen = self._chosen()
        if chosen is not None and not chosen.current:
            self.older_wanted.emit(chosen)

    def _on_change_reached(self, number: int, count: int) -> None:
        if count:
            self._reached.setText(self.tr("Change {number} of {count}").format(number=number, count=count))
        elif self._other.count():
            self._reached.setText(self.tr("The two texts are the same."))
        else:
            self._reached.setText(self.tr("The article has only had this text."))
        for button in self._steps:
            button.setEnabled(count > 0)

    def _named(self, text: RevisionProvenance) -> str:
        name = self.tr("Text {number}").format(number=text.number)
        return self.tr("{name} (current)").format(name=name) if text.current else name

    def _made(self, text: RevisionProvenance) -> str:
        if text.reader == _CORRECTED and "text" in text.parameters:
            return self.tr("text {number} again").format(number=text.parameters["text"])
        if text.reader == _CORRECTED:
            return self.tr("corrected by hand")
        return self.tr("read by {reader}").format(reader=f"{text.reader} {text.reader_version}".strip())

    def _build(self, article: Article, view: QWidget, icons: Icons) -> None:
        self.setWindowTitle(self.tr("Texts of the article"))
        title = heading(shortened(article.title, 90))
        title.setTextFormat(Qt.TextFormat.PlainText)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its tabs have it
        self._tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tabs.tabBar().setAccessibleName(self.tr("What is shown of the text"))
        self._tabs.addTab(self._build_changes(icons), self.tr("What changed"))
        self._tabs.addTab(self._build_text(view), self.tr("The text with its annotations"))
        sides = QHBoxLayout()
        sides.setSpacing(2 * GRID)
        sides.addWidget(self._build_list())
        sides.addWidget(self._tabs, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        self._take_up = buttons.addButton(self.tr("&Make it the current text"), QDialogButtonBox.ButtonRole.ActionRole)
        self._take_up.setAutoDefault(False)
        self._take_up.setEnabled(False)
        self._take_up.setToolTip(
            self.tr("The article gets these words again, as a new text. Annotations go along, or wait for review.")
        )
        self._take_up.clicked.connect(self._on_take_up)
        column = dialog_layout(self)
        column.addWidget(title)
        column.addLayout(sides, 1)
        column.addWidget(buttons)
        for keys, step in (("F3", 1), ("Shift+F3", -1)):
            QShortcut(QKeySequence(keys), self, lambda step=step: self.show_change(step))
        self.resize(128 * GRID, 84 * GRID)
        self._list.setFocus()

    def _build_list(self) -> QListWidget:
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Texts of the article"))
        self._list.setFixedWidth(_LIST_WIDTH)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setWordWrap(True)
        self._list.setSpacing(GRID // 4)
        for text in reversed(self._texts):
            made = f"{self._wording.moment(text.created_at)}\n{self._made(text)}"
            item = QListWidgetItem(f"{self._named(text)}\n{made}")
            item.setData(_REVISION, text)
            item.setToolTip(made)
            self._list.addItem(item)
        self._list.currentRowChanged.connect(self._on_chosen)
        return self._list

    def _build_changes(self, icons: Icons) -> QWidget:
        self._changes = ChangesView()
        self._changes.change_reached.connect(self._on_change_reached)
        self._other = ChoiceField()
        self._other.setAccessibleName(self.tr("Text that it is compared with"))
        self._other.currentIndexChanged.connect(self._on_other_chosen)
        self._reached = QLabel()
        previous, next_ = QPushButton(self.tr("&Previous change")), QPushButton(self.tr("&Next change"))
        self._steps = (previous, next_)
        row = QHBoxLayout()
        compared = muted_label(self.tr("Compared with"))
        compared.setWordWrap(False)
        row.addWidget(compared)
        row.addWidget(self._other)
        row.addStretch(1)
        row.addWidget(self._reached)
        for button, icon, step, keys in ((previous, "previous", -1, "Shift+F3"), (next_, "next", 1, "F3")):
            icons.give(button, icon)
            button.setAutoDefault(False)
            button.setToolTip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
            button.clicked.connect(lambda _=False, step=step: self.show_change(step))
            row.addWidget(button)
        legend = muted_label(self.tr("Struck out is what was taken out, underlined what was put in."))
        return _page(row, self._changes, legend)

    def _build_text(self, view: QWidget) -> QWidget:
        self._marks = muted_label()
        return _page(None, view, self._marks)


def _page(row: QHBoxLayout | None, view: QWidget, below: QLabel) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, GRID, 0, 0)
    column.setSpacing(GRID)
    if row is not None:
        column.addLayout(row)
    column.addWidget(view, 1)
    column.addWidget(below)
    return page
