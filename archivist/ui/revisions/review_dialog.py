# SPDX-License-Identifier: GPL-3.0-or-later
"""The annotations that wait for review, one after the other: what they marked, and where that may be now."""

from __future__ import annotations

from collections.abc import Sequence

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
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from archivist.model import Annotation, Candidate
from archivist.text import shortened
from archivist.ui.forms import ChoiceField, dialog_layout, heading, muted_label, symbol_icon
from archivist.ui.icons import Icons
from archivist.ui.questions.revising import Waiting
from archivist.ui.revisions.plain_view import Light, PlainView, Span
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_ANNOTATION = Qt.ItemDataRole.UserRole
_LIST_WIDTH = 32 * GRID
_ARTICLE, _ARCHIVE = 0, 1  # of the choice whose annotations are listed


class ReviewDialog(QDialog):
    """A list at the left; beside it the old passage and the text as it is now, in which a place is chosen.

    A place is one of the candidates, or words that are selected in the text. What is done to an
    annotation is a step that undo takes back.
    """

    list_wanted = Signal(bool)  # of the whole archive, else of the article
    annotation_wanted = Signal(str)  # id of one to look at
    placed = Signal(str, int, int)  # annotation id; start and end in code points of the current text
    deleted = Signal(str)  # annotation id
    undo_wanted = Signal()

    def __init__(self, icons: Icons, *, has_article: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: Waiting | None = None
        self._candidate = 0
        self._wording = Wording(self)
        self._build(icons, has_article=has_article)

    @property
    def of_archive(self) -> bool:
        """Whether the annotations of the whole archive are wanted."""
        return self._scope.currentData() == _ARCHIVE

    def set_can_undo(self, possible: bool) -> None:  # noqa: FBT001 - a setter, as Qt has them
        """Let the last thing that was done here be taken back, or nothing."""
        self._take_back.setEnabled(possible)

    def show_list(self, found: Sequence[tuple[Annotation, str]]) -> None:
        """Show what waits, each with the title of its article; the chosen one stays chosen, or what follows it."""
        chosen, row = self._chosen(), self._list.currentRow()
        self._list.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._list.clear()
        for annotation, title in found:
            where = (annotation.tag.name, title if self.of_archive else "")
            item = QListWidgetItem(f"{shortened(annotation.quote, 60)}\n{' · '.join(filter(None, where))}")
            item.setIcon(symbol_icon(annotation.tag.kind, annotation.tag.colour, self.palette()))
            item.setToolTip(annotation.quote)
            item.setData(_ANNOTATION, annotation)
            self._list.addItem(item)
        ids = [annotation.id for annotation, _ in found]
        if chosen is not None and chosen.id in ids:
            row = ids.index(chosen.id)
        self._list.setCurrentRow(max(0, min(row, len(ids) - 1)))
        self._list.blockSignals(False)  # noqa: FBT003 - Qt's own
        self._count.setText(
            self.tr("%n annotation(s) for review", "", len(found)) if found else self.tr("Nothing waits for review.")
        )
        self._on_chosen()

    def show_waiting(self, waiting: Waiting) -> None:
        """Show one of them, if it is still the chosen one."""
        chosen = self._chosen()
        if chosen is None or chosen.id != waiting.annotation.id:
            return
        self._waiting, self._candidate = waiting, 0
        before, words, after = waiting.passage
        self._old.show_text(before + words + after)
        self._old.light([((len(before), len(before) + len(words)), Light.CHOSEN)])
        self._old.go_to(len(before), len(before) + len(words))
        note = waiting.annotation.note
        self._said.setText(" · ".join(filter(None, (waiting.annotation.tag.name, shortened(note, 120)))))
        self._now.show_text(waiting.text)
        self._show_candidate()

    def show_step(self, step: int) -> None:
        """Go to the next of the list, or to the one before; after the last comes the first."""
        count = self._list.count()
        if count:
            self._list.setCurrentRow((self._list.currentRow() + step) % count)

    def show_candidate(self, step: int) -> None:
        """Go to the next place where it may belong, or to the one before."""
        count = len(self._candidates())
        if count:
            self._candidate = (self._candidate + step) % count
            self._clear_selection()
            self._show_candidate()

    # What is done

    def _place(self) -> None:
        span = self._span()
        if self._waiting is not None and span is not None:
            self.placed.emit(self._waiting.annotation.id, *span)

    def _delete(self) -> None:
        if self._waiting is not None:
            self.deleted.emit(self._waiting.annotation.id)

    # What is shown

    def _chosen(self) -> Annotation | None:
        item = self._list.currentItem()
        return item.data(_ANNOTATION) if item is not None else None

    def _candidates(self) -> Sequence[Candidate]:
        return self._waiting.candidates if self._waiting is not None else ()

    def _span(self) -> Span | None:
        """The place that is chosen: the words that are selected, else the candidate that is shown."""
        selected = self._now.selection() if self._waiting is not None else None
        if selected is not None:
            return selected
        candidates = self._candidates()
        return (candidates[self._candidate].start, candidates[self._candidate].end) if candidates else None

    def _on_chosen(self) -> None:
        chosen = self._chosen()
        self._waiting = None
        for view in (self._old, self._now):
            view.show_text("")
        self._said.setText("")
        self._show_place()
        if chosen is not None:
            self.annotation_wanted.emit(chosen.id)

    def _show_candidate(self) -> None:
        candidates = self._candidates()
        self._now.light(
            [
                ((one.start, one.end), Light.CHOSEN if at == self._candidate else Light.PLACE)
                for at, one in enumerate(candidates)
            ]
        )
        if candidates:
            self._now.go_to(candidates[self._candidate].start, candidates[self._candidate].end)
        self._show_place()

    def _show_place(self) -> None:
        """Say which place would be taken."""
        candidates, span = self._candidates(), self._span()
        selected = self._now.selection() if self._waiting is not None else None
        if self._waiting is None:
            self._where.setText("")
        elif selected is not None:
            words = shortened(self._waiting.text[slice(*selected)], 60)
            self._where.setText(self.tr("Selected: “{words}”").format(words=words))
        elif candidates:
            one = candidates[self._candidate]
            self._where.setText(
                self.tr("Place {number} of {count}: “{words}”, {share} alike").format(
                    number=self._candidate + 1,
                    count=len(candidates),
                    words=shortened(one.words, 60),
                    share=self._wording.share(one.likeness),
                )
            )
        else:
            self._where.setText(
                self.tr("Nothing like it is in the text now. Select words in it, or delete the annotation.")
            )
        for button in self._steps:
            button.setEnabled(len(candidates) > 1)
        self._put.setEnabled(span is not None)
        self._give_up.setEnabled(self._waiting is not None)

    def _clear_selection(self) -> None:
        cursor = self._now.textCursor()
        cursor.clearSelection()
        self._now.setTextCursor(cursor)

    # Building

    def _build(self, icons: Icons, *, has_article: bool) -> None:
        self.setWindowTitle(self.tr("Annotations for review"))
        self._count = heading("")
        self._scope = ChoiceField()
        self._scope.setAccessibleName(self.tr("Which annotations are listed"))
        if has_article:
            self._scope.addItem(self.tr("Of this article"), _ARTICLE)
        self._scope.addItem(self.tr("Of the whole archive"), _ARCHIVE)
        self._scope.currentIndexChanged.connect(lambda _: self.list_wanted.emit(self.of_archive))
        top = QHBoxLayout()
        top.addWidget(self._count, 1)
        top.addWidget(self._scope)
        sides = QHBoxLayout()
        sides.setSpacing(2 * GRID)
        sides.addWidget(self._build_list())
        sides.addLayout(self._build_texts(icons), 1)
        column = dialog_layout(self)
        column.addLayout(top)
        column.addLayout(sides, 1)
        column.addWidget(self._build_buttons(icons))
        for keys, slot in (
            ("Alt+Down", lambda: self.show_step(1)),
            ("Alt+Up", lambda: self.show_step(-1)),
            ("F3", lambda: self.show_candidate(1)),
            ("Shift+F3", lambda: self.show_candidate(-1)),
            ("Ctrl+Return", self._put.click),
            ("Ctrl+Del", self._give_up.click),
            ("Ctrl+Z", self._take_back.click),
        ):
            QShortcut(QKeySequence(keys), self, slot)
        self.resize(136 * GRID, 84 * GRID)
        self._list.setFocus()

    def _build_list(self) -> QListWidget:
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Annotations for review"))
        self._list.setFixedWidth(_LIST_WIDTH)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.currentRowChanged.connect(self._on_chosen)
        return self._list

    def _build_texts(self, icons: Icons) -> QVBoxLayout:
        self._old = PlainView(self.tr("The passage as it was marked"))
        self._now = PlainView(self.tr("The text as it is now"))
        self._now.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._now.selectionChanged.connect(self._show_place)
        self._said = muted_label()
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        for title, view, margins in (
            (self.tr("As it was marked"), self._old, (0, 0, GRID, 0)),
            (self.tr("As it is now"), self._now, (GRID, 0, 0, 0)),
        ):
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(*margins)
            column.setSpacing(GRID // 2)
            column.addWidget(muted_label(title))
            column.addWidget(view, 1)
            splitter.addWidget(side)
        splitter.setSizes([40 * GRID, 60 * GRID])
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addWidget(self._said)  # above both, which so stand side by side
        column.addWidget(splitter, 1)
        column.addLayout(self._build_places(icons))
        return column

    def _build_places(self, icons: Icons) -> QHBoxLayout:
        self._where = QLabel()
        self._where.setTextFormat(Qt.TextFormat.PlainText)
        self._where.setWordWrap(True)
        previous, next_ = QPushButton(self.tr("&Previous place")), QPushButton(self.tr("&Next place"))
        self._steps = (previous, next_)
        row = QHBoxLayout()
        row.addWidget(self._where, 1)
        for button, icon, step, keys in ((previous, "previous", -1, "Shift+F3"), (next_, "next", 1, "F3")):
            icons.give(button, icon)
            button.setAutoDefault(False)
            button.setToolTip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
            button.clicked.connect(lambda _=False, step=step: self.show_candidate(step))
            row.addWidget(button)
        return row

    def _build_buttons(self, icons: Icons) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._put, self._give_up = QPushButton(self.tr("Put it &here")), QPushButton(self.tr("&Delete"))
        self._take_back = QPushButton(self.tr("&Undo"))
        self._take_back.setEnabled(False)
        for button, icon, slot, keys in (
            (self._put, "accept", self._place, "Ctrl+Return"),
            (self._give_up, "delete", self._delete, "Ctrl+Del"),
            (self._take_back, "undo", self.undo_wanted.emit, "Ctrl+Z"),
        ):
            icons.give(button, icon)
            button.setAutoDefault(False)
            button.setToolTip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
            button.clicked.connect(slot)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        return buttons
