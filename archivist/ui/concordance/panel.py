# SPDX-License-Identifier: GPL-3.0-or-later
"""The concordance below the desk: how many occurrences there are in how many articles, and they."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archivist.text import shortened
from archivist.ui.forms import heading, muted_label
from archivist.ui.icons import Icons
from archivist.ui.questions.concordance import Lines, Order
from archivist.ui.theme import GRID

if TYPE_CHECKING:
    from archivist.model import ConcordanceLine
    from archivist.ui.concordance.model import ConcordanceModel
    from archivist.ui.concordance.table import ConcordanceTable

_LONGEST = 80  # code points of a query
_HEIGHT, _LEAST_HEIGHT = 36 * GRID, 18 * GRID


class _Inside(NamedTuple):
    model: ConcordanceModel
    table: ConcordanceTable
    title: QLabel
    empty: QLabel
    stack: QStackedWidget
    working: list[QToolButton]  # the buttons that need lines


class ConcordancePanel(QFrame):
    """Shows lines once they are found, and until then, or where there are none, why not.

    What is in the panel is made when it is first shown or asked for.
    """

    line_wanted = Signal(object)  # ConcordanceLine
    selection_changed = Signal(bool)  # whether lines are selected
    lines_changed = Signal(bool)  # whether there are lines
    order_wanted = Signal(object)  # Order
    export_wanted = Signal()
    tag_wanted = Signal()
    closed = Signal()
    shown_changed = Signal(bool)  # whether the panel is open

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._inside: _Inside | None = None
        self.setObjectName("concordance")
        self.setAccessibleName(self.tr("Concordance"))

    @property
    def model(self) -> ConcordanceModel:
        """The lines."""
        return self._contents.model

    @property
    def table(self) -> ConcordanceTable:
        """The list of them."""
        return self._contents.table

    @property
    def title(self) -> str:
        """What the panel is headed by."""
        return self._contents.title.text()

    @property
    def explanation(self) -> str:
        """Why there are no lines, "" where there are."""
        return "" if self._contents.stack.currentWidget() is self.table else self._contents.empty.text()

    def show_lines(self, query: str, lines: Lines) -> None:
        """Show the occurrences of what a query asks for."""
        self.model.show_lines(lines)
        query = shortened(query, _LONGEST)
        if not lines.places:
            self._explain(
                self.tr("No occurrence of “{query}”").format(query=query),
                self.tr("A concordance shows words. Search for a word or a phrase, or turn some filters off."),
            )
            return
        occurrences = self.tr("%Ln occurrence(s)", "", lines.total)
        articles = self.tr("%Ln article(s)", "", lines.articles)
        if lines.total > len(lines.places):
            shown = QLocale().toString(len(lines.places))
            title = self.tr("“{query}”: the first {shown} of {occurrences}, in {articles}")
            self._contents.title.setText(
                title.format(query=query, shown=shown, occurrences=occurrences, articles=articles)
            )
        else:
            title = self.tr("“{query}”: {occurrences} in {articles}")
            self._contents.title.setText(title.format(query=query, occurrences=occurrences, articles=articles))
        self._contents.stack.setCurrentWidget(self.table)
        self._set_working(working=True)

    def show_search_under_way(self, query: str) -> None:
        """The occurrences are being looked for; those of the search before stay till then."""
        self._contents.title.setText(
            self.tr("“{query}”: looking for every occurrence…").format(query=shortened(query, _LONGEST))
        )
        self._set_working(working=False)

    def show_nothing(self) -> None:
        """There is no search."""
        if self._inside is None:
            return  # and nothing is shown yet
        self.model.show_lines(Lines())
        self._explain(
            self.tr("Concordance"),
            self.tr("Search for a word or a phrase: every place where it stands is listed here in its context."),
        )

    def show_stopped(self) -> None:
        """The search for occurrences was cancelled."""
        self.model.show_lines(Lines())
        self._explain(self.tr("Concordance"), self.tr("Stopped. Search for something else, or open the panel again."))

    def selected_lines(self) -> list[ConcordanceLine]:
        """The lines that are selected, in the order shown."""
        return [self.model.line(row) for row in self.table.selected_rows()]

    def set_order(self, order: Order) -> None:
        """Sort the lines otherwise."""
        self.model.set_order(order)

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), _LEAST_HEIGHT)

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001, N802 - as Qt has it
        if visible:
            _ = self._contents  # before it is seen
        super().setVisible(visible)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown_changed.emit(True)  # noqa: FBT003 - a signal

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():  # and not only its window
            self.shown_changed.emit(False)  # noqa: FBT003 - a signal

    # Private

    def _on_menu_wanted(self, point: QPoint) -> None:
        index = self.table.indexAt(point)
        if not index.isValid():
            return
        line = self.model.line(index.row())
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open the passage"), lambda: self.line_wanted.emit(line))
        menu.addAction(self.tr("Copy\tCtrl+C"), self.table.copy)
        menu.addAction(self.tr("Tag…"), self.tag_wanted.emit)
        menu.popup(self.table.viewport().mapToGlobal(point))

    def _explain(self, title: str, explanation: str) -> None:
        self._contents.title.setText(title)
        self._contents.empty.setText(explanation)
        self._contents.stack.setCurrentWidget(self._contents.empty)
        self._set_working(working=False)

    def _set_working(self, *, working: bool) -> None:
        for button in self._contents.working:
            button.setEnabled(working)

    @property
    def _contents(self) -> _Inside:
        if self._inside is None:
            from archivist.ui.concordance.model import ConcordanceModel
            from archivist.ui.concordance.table import ConcordanceTable

            model = ConcordanceModel(self)
            title, empty = heading(self.tr("Concordance")), muted_label()
            self._inside = _Inside(model, ConcordanceTable(model), title, empty, QStackedWidget(), [])
            self._build(self._inside)
            self.show_nothing()
        return self._inside

    def _build(self, inside: _Inside) -> None:
        title, empty, table = inside.title, inside.empty, inside.table
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # never widens the window
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.stack.addWidget(empty)
        inside.stack.addWidget(table)
        head = QHBoxLayout()
        head.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        head.setSpacing(GRID // 2)
        head.addWidget(title, 1)
        for icon, name, signal in (
            ("tag", self.tr("Tag the selected occurrences, or all of them…"), self.tag_wanted),
            ("export", self.tr("Save the lines as a table (CSV)…"), self.export_wanted),
            ("close", self.tr("Close the concordance"), self.closed),
        ):
            button = QToolButton()
            self._icons.give(button, icon)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, signal=signal: signal.emit())
            head.addWidget(button)
            if signal is not self.closed:
                inside.working.append(button)
        inside.model.modelReset.connect(lambda: self.lines_changed.emit(inside.model.rowCount() > 0))
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._on_menu_wanted)
        table.line_wanted.connect(self.line_wanted)
        table.order_wanted.connect(self.order_wanted)
        table.selectionModel().selectionChanged.connect(
            lambda: self.selection_changed.emit(table.selectionModel().hasSelection())
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(inside.stack, 1)
