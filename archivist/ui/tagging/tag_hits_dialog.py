# SPDX-License-Identifier: GPL-3.0-or-later
"""Which tag all hits get, and how many passages that would be."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListView,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from archivist.model import Tag
from archivist.text import shortened
from archivist.ui.forms import dialog_layout, heading, muted_label
from archivist.ui.questions.hits import Tally
from archivist.ui.session import Session
from archivist.ui.tagging.tag_rows import ROW_HEIGHT, NewTag, TagRowDelegate, TagRows
from archivist.ui.theme import GRID

_WIDTH = 56 * GRID
_ROWS = 8
_LONGEST = 120  # code points of a query
_LIST_KEYS = frozenset((Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown))


class TagHitsDialog(QDialog):
    """Asks for the scope, where lines of the concordance are selected, and for a tag, filtered by typing.

    It is told the numbers when they are counted, and then lets itself be accepted.
    """

    scope_changed = Signal()
    tag_chosen = Signal(str)  # id

    def __init__(self, session: Session, query: str, selected: int, parent: QWidget | None = None) -> None:
        """`selected` is the number of lines of the concordance that are selected."""
        super().__init__(parent)
        self._session = session
        self._tally: Tally | None = None
        self._rows = TagRows(self)
        self._selected_lines = QRadioButton(self.tr("the %Ln selected line(s) of the concordance", "", selected))
        self._all_hits = QRadioButton(self.tr("all hits of the search"))
        self._filter = QLineEdit()
        self._list = QListView()
        self._outcome = muted_label()
        self._buttons = QDialogButtonBox()
        self._tag = QPushButton(self.tr("&Tag"))
        self._build(query, with_scopes=selected > 0)
        (self._selected_lines if selected > 1 else self._all_hits).setChecked(True)
        self._rows.set_tags(session.archive.tags.all())
        self._list.setCurrentIndex(self._rows.index(0))
        self._describe()

    @property
    def only_selected(self) -> bool:
        """Whether only the selected lines are to be tagged."""
        return self._selected_lines.isChecked()

    @property
    def outcome(self) -> str:
        """What the dialog says would come of it."""
        return self._outcome.text()

    def show_tally(self, tally: Tally | None) -> None:
        """Say how many passages there are; None while they are being counted."""
        self._tally = tally
        self._describe()

    def accept(self) -> None:
        """Say which tag was chosen, made if it is new, and close."""
        row = self._row()
        if row is None or not self._tag.isEnabled():
            return
        tag = self._session.add_tag(name=row.name, kind=row.kind) if isinstance(row, NewTag) else row
        if tag is not None:
            super().accept()
            self.tag_chosen.emit(tag.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_for_list = event.key() in _LIST_KEYS
            if is_for_list:
                return bool(self._list.event(event))
        return super().eventFilter(watched, event)

    def _row(self) -> Tag | NewTag | None:
        return self._rows.row(self._list.currentIndex())

    def _describe(self) -> None:
        row, tally = self._row(), self._tally
        free = 0 if tally is None or row is None else tally.passages - self._carrying(row)
        self._tag.setEnabled(free > 0)
        self._outcome.setText(self._sentence(row, free))

    def _sentence(self, row: Tag | NewTag | None, free: int) -> str:
        tally = self._tally
        if tally is None:
            return self.tr("Counting the occurrences…")
        if not tally.passages:
            return self.tr("There is no occurrence in the text of an article, so there is nothing to tag.")
        if row is None:
            return self.tr("Choose a tag, or type the name of a new one.")
        articles = self.tr("%Ln article(s)", "", tally.articles)
        carrying = self._carrying(row)
        if not free:
            return self.tr("%Ln occurrence(s), all with this tag already.", "", tally.passages)
        sentence = self.tr("%Ln occurrence(s) will be tagged “{tag}”, found in {articles}.", "", free)
        sentence = sentence.format(tag=row.name, articles=articles)
        if carrying:
            sentence += " " + self.tr("%Ln carry it already and stay as they are.", "", carrying)
        return sentence

    def _carrying(self, row: Tag | NewTag) -> int:
        return self._tally.carrying(row.name) if self._tally is not None and isinstance(row, Tag) else 0

    def _on_filter_changed(self, typed: str) -> None:
        self._rows.show_matching(typed)
        self._list.setCurrentIndex(self._rows.index(0))

    def _on_scope_clicked(self) -> None:
        self.show_tally(None)
        self.scope_changed.emit()

    def _on_current_changed(self, _current: QModelIndex) -> None:
        self._describe()

    def _build(self, query: str, *, with_scopes: bool) -> None:
        self.setWindowTitle(self.tr("Tag all hits"))
        title = heading(self.tr("Tag what “{query}” finds").format(query=shortened(query, _LONGEST)))
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        scopes = QVBoxLayout()
        scopes.setSpacing(GRID // 2)
        group = QButtonGroup(self)
        for button in (self._selected_lines, self._all_hits):
            group.addButton(button)
            button.setVisible(with_scopes)
            button.clicked.connect(self._on_scope_clicked)
            scopes.addWidget(button)
        self._filter.setPlaceholderText(self.tr("Type a part of a tag's name"))
        self._filter.setAccessibleName(self._filter.placeholderText())
        self._filter.textChanged.connect(self._on_filter_changed)
        self._filter.installEventFilter(self)
        self._list.setModel(self._rows)
        self._list.setItemDelegate(TagRowDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setFixedHeight(_ROWS * ROW_HEIGHT)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Tags"))
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._rows.modelReset.connect(self._describe)
        self._list.doubleClicked.connect(lambda _index: self.accept())
        self._tag.setDefault(True)
        self._buttons.addButton(self._tag, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = dialog_layout(self, _WIDTH)
        column.addWidget(title)
        column.addLayout(scopes)
        column.addWidget(self._filter)
        column.addWidget(self._list)
        column.addWidget(self._outcome)
        column.addWidget(self._buttons)
        self._filter.setFocus()
