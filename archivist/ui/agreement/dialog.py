# SPDX-License-Identifier: GPL-3.0-or-later
"""Choose annotators, see how far they agree, and go through the places where they do not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from archivist.agreement.adjudicating import ADJUDICATED
from archivist.agreement.comparing import Comparison
from archivist.agreement.differences import Difference, Disagreement
from archivist.model import Annotation, Status
from archivist.text import shortened
from archivist.ui.agreement.differences_model import Column, DifferencesModel
from archivist.ui.agreement.measures_model import Measure, MeasuresModel
from archivist.ui.field_wording import FieldWording
from archivist.ui.forms import FlowLayout, dialog_layout, heading, muted_label, size_columns
from archivist.ui.icons import Icons
from archivist.ui.session import Session
from archivist.ui.theme import GRID

_MARK = Qt.ItemDataRole.UserRole
_CONTEXT = 60  # code points on either side of what is marked
_LONGEST_VALUE = 60  # code points of what an attribute or a record is called
_LINES_OF_MARK = 4  # with the space around it
_LEAST_MARKS = 12 * GRID
_TWO = 2  # annotators that a comparison takes


class AgreementDialog(QDialog):
    """It stays open beside the window, so that each place can be looked at in its article."""

    comparison_wanted = Signal(tuple)  # names of annotators
    place_wanted = Signal(str, int, int)  # article id, start, end in code points
    adopt_wanted = Signal(list)  # Annotations to take into the adjudicated layer
    nothing_wanted = Signal(object)  # Disagreement at which nothing is to be in that layer

    def __init__(
        self, session: Session, annotators: Sequence[tuple[str, int]], icons: Icons, parent: QWidget | None = None
    ) -> None:
        """`annotators` are names, each with how many annotations it has."""
        super().__init__(parent)
        self._session = session
        self._agreed: tuple[Annotation, ...] = ()
        self._fields = FieldWording(self)
        self._measures = MeasuresModel(self)
        self._places = DifferencesModel(self._settled_words, icons.icon("accept"), self.palette(), self)
        self._build(annotators, icons)
        session.annotations_changed.connect(self._places.look_again)
        self._on_checked()

    def show_comparison(self, found: Comparison) -> None:
        """Show what comparing came to."""
        self._agreed = found.agreed
        self._measures.show_agreements((found.overall, *found.tags) if found.articles else ())
        self._places.show_places(found.annotators, found.disagreements)
        lines = _LINES_OF_MARK * len(found.annotators)  # the rest of the height is for the places
        self._marks.setMaximumHeight(max(_LEAST_MARKS, lines * self._marks.fontMetrics().lineSpacing()))
        for column in range(Column.FIRST_ANNOTATOR, self._places.columnCount()):
            self._table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        if not found.articles:
            self._outcome.setText(self.tr("There is no article in which each of them marked something."))
        else:
            articles = self.tr("%Ln article(s)", "", len(found.articles))
            agreed = self.tr("%Ln annotation(s)", "", len(found.agreed))
            places = self.tr("%Ln place(s)", "", len(found.disagreements))
            self._outcome.setText(
                self.tr("In {articles} they are at one about {agreed} and differ in {places}.").format(
                    articles=articles, agreed=agreed, places=places
                )
            )
        self._keep_agreed.setEnabled(bool(found.agreed) and not self._session.archive.read_only)
        self._summary.selectRow(0)
        self._choose_first()

    def chosen(self) -> Disagreement | None:
        """The place that is chosen."""
        index = self._table.currentIndex()
        return self._places.place(index.row()) if index.isValid() else None

    def _names(self) -> tuple[str, ...]:
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    def _settled_words(self, place: Disagreement) -> str:
        """The words that the adjudicated layer has at a place."""
        marks = self._session.archive.annotations.of_article(place.article)
        return "; ".join(
            f"{mark.tag.name}: {mark.quote}"
            for mark in marks
            if mark.created_by == ADJUDICATED
            and mark.status is Status.ANCHORED
            and mark.start < place.end
            and place.start < mark.end
        )

    def _choose_first(self) -> None:
        flags = QItemSelectionModel.SelectionFlag
        self._table.selectionModel().setCurrentIndex(self._places.index(0, 0), flags.ClearAndSelect | flags.Rows)
        self._on_place_changed()

    def _on_checked(self) -> None:
        enough = len(self._names()) >= _TWO
        self._compare.setEnabled(enough)
        self._compare.setToolTip("" if enough else self.tr("Choose two annotators or more."))

    def _on_compare(self) -> None:
        self._outcome.setText(self.tr("Comparing…"))
        self.comparison_wanted.emit(self._names())

    def _on_tag_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self._places.narrow(self._measures.tag(current.row()))
            self._choose_first()

    def _on_place_changed(self) -> None:
        place = self.chosen()
        self._marks.clear()
        if place is not None:
            self._title.setText(self._session.archive.articles.get(place.article).title)
            for name, mark in zip(self._compared(), place.annotations, strict=True):
                item = QListWidgetItem(self._in_context(name, mark, place))
                item.setData(_MARK, mark)
                self._marks.addItem(item)
            self._marks.setCurrentRow(0)
        else:
            self._title.setText("")
        can_settle = place is not None and not self._session.archive.read_only
        self._keep_none.setEnabled(can_settle)
        self._open.setEnabled(place is not None)
        self._on_mark_changed()

    def _compared(self) -> list[str]:
        columns = range(Column.FIRST_ANNOTATOR, self._places.columnCount())
        return [self._places.headerData(column, Qt.Orientation.Horizontal) for column in columns]

    def _in_context(self, name: str, mark: Annotation | None, place: Disagreement) -> str:
        body = self._session.archive.articles.revision(place.article).body
        start, end = (mark.start, mark.end) if mark else (place.start, place.end)
        before, words, after = body[max(0, start - _CONTEXT) : start], body[start:end], body[end : end + _CONTEXT]
        if start > _CONTEXT:
            before = "…" + (before.partition(" ")[2] or before)  # no half word
        if end + _CONTEXT < len(body):
            after = (after.rpartition(" ")[0] or after) + "…"
        said = f"{before}[{words}]{after}" if mark else f"{before}{words}{after}"
        heading = " · ".join((name, *self._meaning(mark, place))) if mark else f"{name} · {self.tr('nothing')}"
        return f"{heading}\n{' '.join(said.split())}"

    def _meaning(self, mark: Annotation, place: Disagreement) -> list[str]:
        """The tag of a mark, and what else is said of it where they differ in that."""
        parts = [mark.tag.name]
        if Difference.RECORD in place.differences:
            record = self._session.archive.records.get(mark.record).name if mark.record else self.tr("no record")
            parts.append(shortened(record, _LONGEST_VALUE))
        if Difference.ATTRIBUTES in place.differences:
            attributes = [self._fields.attribute(key, value) for key, value in mark.attributes.items()]
            said = ", ".join(shortened(one, _LONGEST_VALUE) for one in attributes)
            parts.append(said or self.tr("no attributes"))
        return parts

    def _chosen_mark(self) -> Annotation | None:
        item = self._marks.currentItem()
        return item.data(_MARK) if item is not None else None

    def _on_mark_changed(self) -> None:
        self._keep.setEnabled(self._chosen_mark() is not None and not self._session.archive.read_only)

    def _on_open(self) -> None:
        place = self.chosen()
        if place is not None:
            mark = self._chosen_mark()
            self.place_wanted.emit(place.article, mark.start if mark else place.start, mark.end if mark else place.end)

    def _on_keep(self) -> None:
        mark, place = self._chosen_mark(), self.chosen()
        if mark is not None and place is not None:
            self.adopt_wanted.emit([mark])
            self._go_on()

    def _on_keep_none(self) -> None:
        place = self.chosen()
        if place is not None:
            self.nothing_wanted.emit(place)
            self._go_on()

    def _go_on(self) -> None:
        """Choose the next place."""
        row = self._table.currentIndex().row() + 1
        if row < self._places.rowCount():
            flags = QItemSelectionModel.SelectionFlag
            self._table.selectionModel().setCurrentIndex(self._places.index(row, 0), flags.ClearAndSelect | flags.Rows)

    def _build(self, annotators: Sequence[tuple[str, int]], icons: Icons) -> None:
        self.setWindowTitle(self.tr("Agreement of annotators"))
        column = dialog_layout(self)
        column.addLayout(self._build_choice(annotators))
        self._outcome = muted_label(self.tr("Choose two annotators or more, and compare what they marked."))
        column.addWidget(self._outcome)
        column.addWidget(self._build_summary(), 4)
        column.addWidget(self._build_table(), 7)
        column.addLayout(self._build_marks(), 4)
        column.addWidget(self._build_buttons(icons))
        self.resize(120 * GRID, 84 * GRID)

    def _build_choice(self, annotators: Sequence[tuple[str, int]]) -> QHBoxLayout:
        self._boxes: dict[str, QCheckBox] = {}
        holder = QWidget()
        names = FlowLayout(holder, 2 * GRID, GRID)
        for name, count in annotators:
            box = QCheckBox(self.tr("{name} ({count})").format(name=name.replace("&", "&&"), count=count))
            box.setChecked(name != ADJUDICATED)
            box.toggled.connect(self._on_checked)
            self._boxes[name] = box
            names.addWidget(box)
        self._compare = QPushButton(self.tr("&Compare"))
        self._compare.setDefault(True)
        self._compare.clicked.connect(self._on_compare)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(holder, 1)
        row.addWidget(self._compare, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _build_summary(self) -> QTableView:
        self._summary = table = _table(self.tr("Agreement by tag"))
        table.setModel(self._measures)
        header = table.horizontalHeader()
        header.setSectionResizeMode(Measure.TAG, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(header.sectionSizeHint(Measure.TAG))
        size_columns(header, dict.fromkeys(range(Measure.MARKS, len(Measure)), 12) | {Measure.MARKS: 16})
        table.selectionModel().currentRowChanged.connect(self._on_tag_changed)
        return table

    def _build_table(self) -> QTableView:
        self._table = table = _table(self.tr("Places where they differ"))
        table.setModel(self._places)
        size_columns(table.horizontalHeader(), {Column.SETTLED: 9, Column.DIFFERENCE: 22})
        table.selectionModel().currentRowChanged.connect(self._on_place_changed)
        table.doubleClicked.connect(self._on_open)
        return table

    def _build_marks(self) -> QVBoxLayout:
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._marks = QListWidget()
        self._marks.setAccessibleName(self.tr("What each of them marked"))
        self._marks.setWordWrap(True)
        self._marks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._marks.setSpacing(GRID // 4)
        self._marks.currentRowChanged.connect(self._on_mark_changed)
        self._marks.itemActivated.connect(self._on_keep)
        column = QVBoxLayout()
        column.setSpacing(GRID)
        self._title.setFont(heading("").font())
        column.addWidget(self._title)
        column.addWidget(self._marks, 1)
        return column

    def _build_buttons(self, icons: Icons) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._open = QPushButton(self.tr("&Open"))
        self._keep = QPushButton(self.tr("&Keep the chosen one"))
        self._keep_none = QPushButton(self.tr("Keep &none"))
        self._keep_agreed = QPushButton(self.tr("Keep &all that is agreed"))
        icons.give(self._open, "article")
        icons.give(self._keep, "accept")
        for button, slot in (
            (self._open, self._on_open),
            (self._keep, self._on_keep),
            (self._keep_none, self._on_keep_none),
            (self._keep_agreed, lambda: self.adopt_wanted.emit(list(self._agreed))),
        ):
            button.setAutoDefault(False)
            button.setEnabled(False)
            button.clicked.connect(slot)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        return buttons


def _table(name: str) -> QTableView:
    table = QTableView()
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setAccessibleName(name)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(4 * GRID)
    table.horizontalHeader().setHighlightSections(False)
    return table
