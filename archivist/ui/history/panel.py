# SPDX-License-Identifier: GPL-3.0-or-later
"""The history below the desk: who did what when, and whether the chosen step can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QSize, Qt, Signal
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

from archivist.store.step_log import Step, StepFilter
from archivist.ui.forms import heading, muted_label
from archivist.ui.icons import Icons
from archivist.ui.jobs import Job, Jobs
from archivist.ui.questions.history import Row, Undoable, by_day, is_undoable
from archivist.ui.session import Session
from archivist.ui.theme import GRID

if TYPE_CHECKING:
    from archivist.ui.history.filters import StepFilters
    from archivist.ui.history.model import StepsModel
    from archivist.ui.history.table import StepsTable
    from archivist.ui.history.verdict import Verdict

_HEIGHT, _LEAST_HEIGHT = 30 * GRID, 22 * GRID


class _Inside(NamedTuple):
    model: StepsModel
    table: StepsTable
    filters: StepFilters
    verdict: Verdict
    title: QLabel
    empty: QLabel
    stack: QStackedWidget


class HistoryPanel(QFrame):
    """Lists the steps that are asked for, and follows what is done while it is open.

    What is in the panel is made when it is first shown or asked for.
    """

    place_wanted = Signal(int)  # number of a step, to be shown where it was done
    taking_back_wanted = Signal(int)  # number of a step
    chosen_changed = Signal(bool)  # whether a step is chosen that can be undone
    settled = Signal()  # what was asked for is shown
    closed = Signal()
    shown_changed = Signal(bool)  # whether the panel is open

    def __init__(self, session: Session, jobs: Jobs, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._listing: Job | None = None
        self._asking: Job | None = None
        self._stale = True  # whether nobody has seen what is listed since it changed
        self._to_choose: int | None = None  # a step, once it is listed
        self._article: str | None = None  # that which is open
        self._icons = icons
        self._inside: _Inside | None = None
        self.setObjectName("history")
        self.setAccessibleName(self.tr("History"))
        session.history_changed.connect(self._on_history_changed)

    @property
    def model(self) -> StepsModel:
        """The steps."""
        return self._contents.model

    @property
    def table(self) -> StepsTable:
        """The list of them."""
        return self._contents.table

    @property
    def filters(self) -> StepFilters:
        """Which steps are asked for."""
        return self._contents.filters

    @property
    def verdict(self) -> Verdict:
        """What is said of the chosen step."""
        return self._contents.verdict

    @property
    def chosen(self) -> Step | None:
        """The step that is chosen."""
        return self.table.chosen

    @property
    def explanation(self) -> str:
        """Why there are no steps, "" where there are."""
        return "" if self._contents.stack.currentWidget() is self.table else self._contents.empty.text()

    def set_article(self, article_id: str | None) -> None:
        """Another article is open, to which the steps can be narrowed; None: none is."""
        self._article = article_id
        if self._inside is not None:
            self.filters.set_article(article_id)

    def show_step(self, number: int) -> None:
        """Choose a step; the filters are cleared, if they hide it."""
        if not self.table.choose(number):
            self._to_choose = number
            self.filters.clear()

    def take_back(self) -> None:
        """Ask for the chosen step to be undone, if it can be."""
        if self.chosen is not None and self.verdict.undo.isEnabled():
            self.taking_back_wanted.emit(self.chosen.number)

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
        if self._stale:
            self._list()
        self.shown_changed.emit(True)  # noqa: FBT003 - a signal

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():  # and not only its window
            self.shown_changed.emit(False)  # noqa: FBT003 - a signal
            self.chosen_changed.emit(False)  # noqa: FBT003 - a signal

    # Private

    def _list(self) -> None:
        """List what is asked for, which is read on a thread: there may be very many."""
        wanted = self.filters.wanted
        if wanted is None or self.isHidden():
            self._stale = True
            return
        self._stale = False
        self.filters.set_tags(self._session.archive.tags.all())
        self.filters.set_people(self._session.archive.history.log.people())
        if self._listing is not None:
            self._listing.drop()
        self._listing = self._jobs.ask(
            lambda archive: by_day(archive.history.log.moments(wanted)), done=partial(self._on_listed, wanted)
        )

    def _on_listed(self, wanted: StepFilter, rows: list[Row]) -> None:
        self._listing = None
        chosen = self._to_choose or (self.chosen.number if self.chosen is not None else None)
        self._to_choose = None
        self.model.show(wanted, rows)
        self.model.follow()  # what was done meanwhile
        self._show_count(wanted)
        if chosen is None or not self.table.choose(chosen):
            self._on_chosen()
        self.settled.emit()

    def _on_history_changed(self) -> None:
        if self.isHidden():
            self._stale = True
            return
        self.filters.set_tags(self._session.archive.tags.all())
        self.filters.set_people(self._session.archive.history.log.people())
        if self._listing is None and self.filters.wanted is not None:
            self.model.follow()
            self._show_count(self.filters.wanted)
            self._on_chosen()

    def _show_count(self, wanted: StepFilter) -> None:
        count = self.model.count
        self._contents.title.setText(self.tr("History: %Ln step(s)", "", count))
        self._contents.stack.setCurrentWidget(self.table if count else self._contents.empty)
        if wanted == StepFilter():
            self._contents.empty.setText(
                self.tr("Nothing has been done in this archive yet. Import an article, and it begins.")
            )
        else:
            self._contents.empty.setText(
                self.tr("No such step. Choose another article, tag, person or day, or leave them open.")
            )

    def _on_chosen(self) -> None:
        if self._asking is not None:
            self._asking.drop()
            self._asking = None
        self.chosen_changed.emit(False)  # noqa: FBT003 - a signal
        step = self.chosen
        if step is None:
            self.verdict.show_nothing()
            return
        self.verdict.show_asked()
        number = step.number
        self._asking = self._jobs.ask(lambda archive: is_undoable(archive, number), done=self._on_told)

    def _on_told(self, undoable: Undoable) -> None:
        self._asking = None
        self.verdict.show_undoable(undoable)
        self.chosen_changed.emit(not undoable.why_not)
        self.settled.emit()

    def _on_place_wanted(self) -> None:
        if self.chosen is not None:
            self.place_wanted.emit(self.chosen.number)

    def _on_menu_wanted(self, point: QPoint) -> None:
        if not self.table.indexAt(point).isValid() or self.chosen is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.verdict.place.text(), self._on_place_wanted)
        menu.addAction(self.verdict.undo.text(), self.take_back).setEnabled(self.verdict.undo.isEnabled())
        menu.popup(self.table.viewport().mapToGlobal(point))

    @property
    def _contents(self) -> _Inside:
        if self._inside is None:
            from archivist.ui.history.filters import StepFilters
            from archivist.ui.history.model import StepsModel
            from archivist.ui.history.table import StepsTable
            from archivist.ui.history.verdict import Verdict

            model = StepsModel(self._session.archive.history.log, self)
            title, empty = heading(self.tr("History")), muted_label()
            self._inside = _Inside(
                model, StepsTable(model), StepFilters(self._icons), Verdict(), title, empty, QStackedWidget()
            )
            self._build(self._inside)
            self.filters.set_article(self._article)
        return self._inside

    def _build(self, inside: _Inside) -> None:
        title, empty, stack = inside.title, inside.empty, inside.stack
        title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # never widens the window
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        stack.addWidget(empty)
        stack.addWidget(self.table)
        close = QToolButton()
        self._icons.give(close, "close")
        close.setToolTip(self.tr("Close the history"))
        close.setAccessibleName(close.toolTip())
        close.clicked.connect(partial(self.closed.emit))
        head = QHBoxLayout()
        head.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        head.setSpacing(GRID)
        head.addWidget(title, 1)
        head.addWidget(self.filters)
        head.addWidget(close)
        self.filters.changed.connect(self._list)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_menu_wanted)
        self.table.place_wanted.connect(self.place_wanted)
        self.table.selectionModel().selectionChanged.connect(self._on_chosen)
        self.verdict.place_wanted.connect(self._on_place_wanted)
        self.verdict.taking_back_wanted.connect(self.take_back)
        self.verdict.step_wanted.connect(self.show_step)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(stack, 1)
        column.addWidget(self.verdict)
