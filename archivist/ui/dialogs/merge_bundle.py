# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of what differs between the archive and somebody's bundle, decided before it is imported."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from archivist.exchange import Decision, MergeLine, MergeReport
from archivist.text import shortened
from archivist.ui.dialogs.merge_bundle_model import ConflictColumn, ConflictsModel
from archivist.ui.dialogs.merge_bundle_wording import MergeWording
from archivist.ui.forms import ChoiceField, dialog_layout, heading, muted_label, size_columns
from archivist.ui.theme import GRID


class MergeBundleDialog(QDialog):
    """Shows ours beside theirs; for the chosen ones, or for all, it can be decided which stays."""

    import_wanted = Signal(object)  # Decisions

    def __init__(self, report: MergeReport, parent: QWidget | None = None) -> None:
        """`report` is what importing the bundle would come to; see exchange.conflicts_ahead."""
        super().__init__(parent)
        self._wording = MergeWording(self)
        self._titles = {line.id: line.name for line in report.lines if line.what == "article"}
        self._model = ConflictsModel(report.lines, self.palette(), self)
        self._build(report)
        self._table.selectRow(0)

    @staticmethod
    def is_needed(report: MergeReport) -> bool:
        """Whether there is anything to decide."""
        return any(line.conflict is not None and len(line.conflict.choices) > 1 for line in report.lines)

    def accept(self) -> None:
        """Say what was decided, and close."""
        self.import_wanted.emit(self._model.decisions())  # before it is finished with
        super().accept()

    # Deciding

    def _rows(self) -> list[int]:
        return sorted(index.row() for index in self._table.selectionModel().selectedRows())

    def _on_selected(self) -> None:
        rows = self._rows()
        self._show_choices(rows)
        line = self._model.line(rows[0]) if rows else None
        self._article.setText(self._title_of_article(line) if line is not None else "")
        sides = self._wording.whole_sides(line) if line is not None else ("", "")
        for view, side in zip((self._ours, self._theirs), sides, strict=True):
            view.setPlainText(side)

    def _title_of_article(self, line: MergeLine) -> str:
        """Of the article that an annotation is in; nothing of anything else."""
        marks = line.conflict.marks if line.conflict is not None else None
        return shortened(self._titles.get(marks[0].article, ""), 120) if marks is not None else ""

    def _show_choices(self, rows: list[int]) -> None:
        choices = self._model.choices(rows)
        self._choice.clear()
        for decision in choices:
            self._choice.addItem(self._wording.decision(decision), decision)
        self._choice.setEnabled(len(choices) > 1)
        if rows:
            self._choice.choose(self._model.decision(rows[0]))

    def _on_decided(self) -> None:
        self._model.decide(self._rows(), Decision(self._choice.currentData()))

    def _decide_all(self, decision: Decision) -> None:
        self._model.decide(range(self._model.rowCount()), decision)
        self._show_choices(self._rows())

    # What it looks like

    def _build(self, report: MergeReport) -> None:
        self.setWindowTitle(self.tr("Merge {name}").format(name=shortened(report.path.name, 80)))
        column = dialog_layout(self)
        column.addWidget(heading(self.tr("It differs from this archive in %Ln thing(s)", "", self._model.rowCount())))
        counts = muted_label(self._wording.counts(report))
        counts.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(counts)
        column.addWidget(self._build_table(), 1)
        column.addLayout(self._build_choice())
        column.addWidget(self._build_article())
        column.addLayout(self._build_sides())
        column.addWidget(
            muted_label(self.tr("What is new comes in whatever is decided. One undo takes the whole import back."))
        )
        column.addWidget(self._build_buttons())
        self.resize(120 * GRID, 86 * GRID)

    def _build_table(self) -> QTableView:
        self._table = table = QTableView()
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(self.tr("What differs"))
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(4 * GRID)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        size_columns(header, {ConflictColumn.THING: 32, ConflictColumn.DIFFERS_IN: 16, ConflictColumn.DECISION: 14})
        for section in (ConflictColumn.OURS, ConflictColumn.THEIRS):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
        table.selectionModel().selectionChanged.connect(self._on_selected)
        return table

    def _build_choice(self) -> QHBoxLayout:
        self._choice = ChoiceField()
        self._choice.setFixedWidth(20 * GRID)
        self._choice.setAccessibleName(self.tr("Decision"))
        self._choice.activated.connect(self._on_decided)
        label = QLabel(self.tr("&The chosen ones"))
        label.setBuddy(self._choice)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(label)
        row.addWidget(self._choice)
        row.addStretch(1)
        row.addWidget(QLabel(self.tr("All of them")))
        possible = self._model.choices(range(self._model.rowCount()))
        for decision in possible:
            button = QPushButton(self._wording.decision(decision))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, decision=decision: self._decide_all(decision))
            row.addWidget(button)
        return row

    def _build_article(self) -> QLabel:
        self._article = heading("")
        self._article.setTextFormat(Qt.TextFormat.PlainText)
        return self._article

    def _build_sides(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(GRID)
        self._ours, self._theirs = QPlainTextEdit(), QPlainTextEdit()
        for at, (view, title) in enumerate(((self._ours, self.tr("O&urs")), (self._theirs, self.tr("T&heirs")))):
            view.setReadOnly(True)
            view.setTabChangesFocus(True)
            view.setFixedHeight(14 * GRID)
            view.setAccessibleName(title.replace("&", ""))
            label = QLabel(title)
            label.setBuddy(view)
            grid.addWidget(label, 0, at)
            grid.addWidget(view, 1, at)
        return grid

    def _build_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Import"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons
