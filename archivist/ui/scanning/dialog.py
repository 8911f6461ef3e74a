# SPDX-License-Identifier: GPL-3.0-or-later
"""What was found in many articles: look at a group, then accept or reject it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QTableView,
    QWidget,
)

from archivist.model import Suggestion
from archivist.ui.forms import ChoiceField, add_clear_button, dialog_layout, heading, muted_label, size_columns
from archivist.ui.icons import Icons
from archivist.ui.session import Session
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

if TYPE_CHECKING:
    from archivist.suggest.findings import Group, GroupKey

_OFFER = Qt.ItemDataRole.UserRole
_CONTEXT = 40  # code points on either side of a passage


class FindingsDialog(QDialog):
    """The groups, the first passages of the chosen one, and what to do with those that are selected.

    It stays open beside the window, so that a passage can be looked at in its article.
    """

    accept_wanted = Signal(list, float)  # GroupKeys, the least confidence
    reject_wanted = Signal(list, float)
    passage_wanted = Signal(str, int, int)  # article id, start, end

    def __init__(
        self, session: Session, groups: Sequence[Group], articles: int, icons: Icons, parent: QWidget | None = None
    ) -> None:
        """`articles` is how many were read."""
        from archivist.ui.scanning.model import GroupsModel

        super().__init__(parent)
        self._session = session
        self._wording = Wording(self)
        self._model = GroupsModel(groups, self.palette(), self)
        self._build(icons, articles)
        self._table.setFocus()
        self._choose_first()

    @property
    def least(self) -> float:
        """The confidence from which on suggestions are meant."""
        return self._least.value() / 100

    def selected(self) -> list[GroupKey]:
        """The groups that are selected."""
        rows = self._table.selectionModel().selectedRows()
        return [self._model.group(index.row()).key for index in rows]

    def settled(self, keys: Sequence[GroupKey], least: float) -> None:
        """Of these groups all that is of this confidence has been accepted or rejected."""
        self._model.settle(set(keys), least)
        self._choose_first()

    def _choose_first(self) -> None:
        self._passages.clear()  # a model that was reset has no row that could be left
        # Not the table's own setCurrentIndex(), which selects nothing while Ctrl is still held.
        flags = QItemSelectionModel.SelectionFlag
        self._table.selectionModel().setCurrentIndex(self._model.index(0, 0), flags.ClearAndSelect | flags.Rows)
        self._describe()

    def _describe(self) -> None:
        groups = [self._model.group(index.row()) for index in self._table.selectionModel().selectedRows()]
        meant = sum(group.count_from(self.least) for group in groups)
        left_out = sum(group.count for group in groups) - meant
        for button in (self._accept, self._reject):
            button.setEnabled(meant > 0)
        if not self._model.rowCount():
            said = self._said_of_nothing()
        elif not groups:
            said = self.tr("Select what is to be accepted or rejected.")
        elif left_out:
            said = self.tr("%Ln passage(s) selected; {left_out} more are below the confidence.", "", meant)
            said = said.format(left_out=self._wording.number(left_out))
        else:
            said = self.tr("%Ln passage(s) selected.", "", meant)
        self._outcome.setText(said)

    def _said_of_nothing(self) -> str:
        if self._model.is_narrowed:
            return self.tr("Nothing here is of that kind and has these words.")
        return self.tr("Nothing is left here. Everything that was accepted can be undone.")

    def _on_current_changed(self, current: QModelIndex) -> None:
        self._passages.clear()
        if not current.isValid():
            return
        for article, suggestion in self._model.group(current.row()).examples:
            item = QListWidgetItem(self._in_context(article, suggestion))
            item.setData(_OFFER, (article, suggestion.start, suggestion.end))
            self._passages.addItem(item)

    def _in_context(self, article: str, suggestion: Suggestion) -> str:
        body = self._session.archive.articles.revision(article).body
        before = body[max(0, suggestion.start - _CONTEXT) : suggestion.start]
        after = body[suggestion.end : suggestion.end + _CONTEXT]
        if suggestion.start > _CONTEXT:
            before = before.partition(" ")[2] or before  # no half word
        if suggestion.end + _CONTEXT < len(body):
            after = after.rpartition(" ")[0] or after
        return " ".join(f"…{before}[{suggestion.quote}]{after}…".split())

    def _on_passage_activated(self, item: QListWidgetItem) -> None:
        self.passage_wanted.emit(*item.data(_OFFER))

    def _on_narrowed(self) -> None:
        self._model.narrow(self._kind.currentData(), self._words.text().strip())
        self._choose_first()

    def _build(self, icons: Icons, articles: int) -> None:
        self.setWindowTitle(self.tr("What the articles seem to say"))
        column = dialog_layout(self)
        column.addWidget(heading(self.tr("Found in %Ln article(s)", "", articles)))
        column.addLayout(self._build_filters())
        column.addWidget(self._build_table(), 3)
        self._passages = QListWidget()
        self._passages.setAccessibleName(self.tr("Passages of the chosen row"))
        self._passages.setWordWrap(False)
        self._passages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._passages.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._passages.itemActivated.connect(self._on_passage_activated)
        self._passages.itemClicked.connect(self._on_passage_activated)
        column.addWidget(self._passages, 2)
        self._outcome = muted_label()
        column.addWidget(self._outcome)
        column.addWidget(self._build_buttons(icons))
        self.resize(100 * GRID, 80 * GRID)

    def _build_filters(self) -> QHBoxLayout:
        self._kind = ChoiceField()
        self._kind.setAccessibleName(self.tr("Kind"))
        self._kind.addItem(self.tr("All kinds"), None)
        for kind in self._model.kinds():
            self._kind.addItem(self._wording.kinds(kind), kind)
        self._kind.currentIndexChanged.connect(self._on_narrowed)
        self._words = QLineEdit()
        self._words.setPlaceholderText(self.tr("Only with these words"))
        self._words.setAccessibleName(self._words.placeholderText())
        add_clear_button(self._words, self.tr("Clear the field"))
        self._words.textChanged.connect(self._on_narrowed)
        self._least = QSpinBox()
        self._least.setRange(0, 100)
        self._least.setSingleStep(10)
        self._least.setValue(50)
        self._least.setFixedHeight(self._words.sizeHint().height())
        self._least.setSuffix(self.tr(" %"))
        self._least.valueChanged.connect(self._describe)
        self._least.setAccessibleName(self.tr("Least confidence"))
        label = QLabel(self.tr("Confidence at &least"))
        label.setBuddy(self._least)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._kind)
        row.addWidget(self._words, 1)
        row.addSpacing(GRID)
        row.addWidget(label)
        row.addWidget(self._least)
        return row

    def _build_table(self) -> QTableView:
        from archivist.ui.scanning.model import Column

        self._table = table = QTableView()
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(self.tr("What was found"))
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(4 * GRID)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        widths: dict[int, int] = {Column.SOURCE: 22, Column.COUNT: 12, Column.ARTICLES: 12, Column.CONFIDENCE: 14}
        size_columns(header, widths)
        table.selectionModel().currentChanged.connect(self._on_current_changed)
        table.selectionModel().selectionChanged.connect(self._describe)
        return table

    def _build_buttons(self, icons: Icons) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._accept = QPushButton(self.tr("&Accept selected"))
        self._reject = QPushButton(self.tr("&Reject selected"))
        icons.give(self._accept, "tag")
        for button, wanted in ((self._accept, self.accept_wanted), (self._reject, self.reject_wanted)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, wanted=wanted: wanted.emit(self.selected(), self.least))
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)  # Enter belongs to the rows
        buttons.rejected.connect(self.reject)
        return buttons
