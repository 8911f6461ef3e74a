# SPDX-License-Identifier: GPL-3.0-or-later
"""The records in the place of the articles: above the list of a kind, below the page of the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSplitter,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archivist.model import Kind
from archivist.ui.forms import add_clear_button, heading, muted_label
from archivist.ui.icons import Icons
from archivist.ui.jobs import Job, Jobs
from archivist.ui.questions.records import list_records
from archivist.ui.session import Session
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

if TYPE_CHECKING:
    from archivist.model import Record
    from archivist.ui.records.model import RecordsModel
    from archivist.ui.records.page import RecordPage
    from archivist.ui.records.table import RecordsTable

_KINDS = (Kind.ACTOR, Kind.EVENT, Kind.FIGURE)
_WIDTH, _LEAST_WIDTH = 65 * GRID, 44 * GRID
_LIST, _PAGE = 34 * GRID, 60 * GRID  # px of height
_MANY = 3000  # records, which to list takes some hundredths of a second
_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Inside(NamedTuple):
    model: RecordsModel
    table: RecordsTable
    page: RecordPage
    kinds: QTabBar
    field: QLineEdit
    buttons: QHBoxLayout
    empty: QLabel


class RecordsPanel(QFrame):
    """Lists the records of a kind, by what is typed, and shows one of them.

    Many a day nobody looks at the records, so what is in the panel is made when it is first shown or asked for.
    """

    annotation_wanted = Signal(str)  # id: a passage or a claim to show
    node_wanted = Signal(object)  # Node: the other end of a relation
    relation_wanted = Signal(object, QRect)  # Node whose relation it is; where the choice may open, in global px
    parent_wanted = Signal(str, QRect)  # id of an event; where the choice may open, in global px
    closed = Signal()
    shown_changed = Signal(bool)  # whether the panel is open
    record_shown_changed = Signal(bool)  # whether a record is shown

    def __init__(self, session: Session, jobs: Jobs, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._wording = Wording(self)
        self._asked: Job | None = None
        self._stale = True  # whether the archive has changed while nobody saw it
        self._icons = icons
        self._menu_actions: Sequence[QAction] = ()
        self._make_menu_actions: Callable[[], Sequence[QAction]] = tuple
        self._inside: _Inside | None = None
        self.setObjectName("records")
        self.setAccessibleName(self.tr("Records"))
        session.records_changed.connect(self._on_records_changed)
        for fact in (session.annotations_changed, session.relations_changed):
            fact.connect(self._on_links_changed)

    @property
    def model(self) -> RecordsModel:
        """The records that are listed."""
        return self._contents.model

    @property
    def table(self) -> RecordsTable:
        """The list."""
        return self._contents.table

    @property
    def page(self) -> RecordPage:
        """The page of the record that is shown."""
        return self._contents.page

    @property
    def kinds(self) -> QTabBar:
        """The choice of a kind."""
        return self._contents.kinds

    @property
    def field(self) -> QLineEdit:
        """Where one types what is looked for."""
        return self._contents.field

    @property
    def kind(self) -> Kind:
        """The kind that is listed."""
        return _KINDS[self.kinds.currentIndex()]

    @property
    def shown(self) -> Record | None:
        """The record whose page is open."""
        return self.page.shown if self._inside is not None else None

    def close_record(self) -> None:
        """Show none, and keep what is half typed of the one that is shown."""
        if self._inside is not None:
            self.page.show_record(None)

    def rename_record(self) -> None:
        """Go to the name of the record that is shown."""
        self.page.rename()

    def show_record(self, record: Record) -> None:
        """Show a record and mark it in the list of its kind; what is typed goes, if it hides it."""
        self.kinds.setCurrentIndex(_KINDS.index(record.kind))
        if not self.table.choose(record.id) and self.field.text():
            self.field.clear()
            self.table.choose(record.id)

    def selected_records(self) -> list[Record]:
        """The records that are selected in the list."""
        return self.table.selected_records()

    def selected_passages(self) -> list[str]:
        """The ids of the annotations of the passages that are selected on the page."""
        return self.page.passages.selected_annotations()

    def add_buttons(self, actions: Callable[[], Sequence[QAction]]) -> None:
        """Put actions at the head of the panel, before the button that closes it; asked for once it is shown."""
        self._make_menu_actions = actions
        if self._inside is not None:
            self._show_buttons()

    def refresh(self) -> None:
        """Show what the archive holds now; what is half typed stays."""
        self._stale = False
        counts = {kind: self._session.archive.records.count(kind) for kind in _KINDS}
        for number, kind in enumerate(_KINDS):
            self.kinds.setTabText(
                number, self.tr("{kind}  {count}").format(kind=self._wording.kinds(kind), count=counts[kind])
            )
        self._list()
        self.page.refresh()

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._took_key(event)
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001, N802 - as Qt has it
        if visible:
            _ = self._contents  # before it is seen
        super().setVisible(visible)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
        self.shown_changed.emit(True)  # noqa: FBT003 - a signal

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():  # and not only its window
            self.shown_changed.emit(False)  # noqa: FBT003 - a signal

    # Private

    def _took_key(self, event: QKeyEvent) -> bool:
        """Whether a key in the field was one for the list."""
        if event.key() not in _TO_LIST or not self.model.rowCount():
            return False
        self.table.setFocus()
        if self.table.currentIndex().row() < 0:
            self.table.go_to(0)
        return True

    def _on_records_changed(self) -> None:
        if self.isHidden():
            self._stale = True
        else:
            self.refresh()

    def _on_links_changed(self) -> None:
        if self.isHidden():
            self._stale = True
        else:
            self.model.show_ids(self.model.ids)
            self.page.refresh()

    def _list(self) -> None:
        if self._asked is not None:
            self._asked.drop()
            self._asked = None
        kind, typed = self.kind, self.field.text()
        if not typed.strip() and self._session.archive.records.count(kind) <= _MANY:
            self._show_ids(self._session.archive.records.ids(kind))
        else:
            self._asked = self._jobs.ask_process(list_records, (kind, typed), done=self._on_listed)

    def _on_listed(self, ids: list[str]) -> None:
        self._asked = None
        self._show_ids(ids)

    def _show_ids(self, ids: list[str]) -> None:
        self.model.show_ids(ids)
        self.table.setVisible(bool(ids))
        self._contents.empty.setVisible(not ids)
        if self.field.text().strip():
            self._contents.empty.setText(self.tr("No record of this kind has such a name."))
        else:
            self._contents.empty.setText(
                self.tr("There are no records of this kind yet. Choose tagged words in an article and press R.")
            )
        if ids and self.table.currentIndex().row() < 0 and self.page.shown is None:
            self.table.go_to(0)

    def _on_kind_changed(self) -> None:
        self.table.choose(None)
        self.model.show_ids(())  # those of another kind
        self._list()

    def _on_menu_wanted(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._menu_actions)
        menu.popup(self.table.viewport().mapToGlobal(point))

    @property
    def _contents(self) -> _Inside:
        from archivist.ui.records.model import RecordsModel
        from archivist.ui.records.page import RecordPage
        from archivist.ui.records.table import RecordsTable

        if self._inside is None:
            model = RecordsModel(self._session.archive, self)
            page = RecordPage(self._session, self._jobs, self._icons)
            self._inside = _Inside(
                model, RecordsTable(model), page, QTabBar(), QLineEdit(), QHBoxLayout(), muted_label()
            )
            self._build()
            self._show_buttons()
        return self._inside

    def _show_buttons(self) -> None:
        self._menu_actions = self._make_menu_actions()
        for place, action in enumerate(self._menu_actions):
            button = QToolButton()
            button.setDefaultAction(action)
            button.setAccessibleName(action.text().replace("&", ""))
            self._contents.buttons.insertWidget(place, button)

    def _build(self) -> None:
        for kind in _KINDS:
            self.kinds.addTab(self._icons.icon(kind.value), self._wording.kinds(kind))
        self.kinds.setExpanding(False)
        self.kinds.setDrawBase(False)
        self.kinds.setAccessibleName(self.tr("Kind of the records"))
        self.kinds.currentChanged.connect(self._on_kind_changed)
        self.field.setPlaceholderText(self.tr("Find by a part of a name, in any form or script"))
        self.field.setAccessibleName(self.tr("Find a record"))
        add_clear_button(self.field, self.tr("Clear the field"))
        self.field.textChanged.connect(self._list)
        self.field.installEventFilter(self)
        self.table.record_chosen.connect(self.page.show_record)
        self.table.rename_wanted.connect(self.page.rename)
        self.table.entered_row.connect(lambda _row: self.page.focus_contents())
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_menu_wanted)
        self.page.annotation_wanted.connect(self.annotation_wanted)
        self.page.node_wanted.connect(self.node_wanted)
        self.page.relation_wanted.connect(self.relation_wanted)
        self.page.parent_wanted.connect(self.parent_wanted)
        self.page.record_wanted.connect(self._on_record_wanted)
        self.page.shown_changed.connect(self.record_shown_changed)
        self._contents.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._contents.empty.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._build_head())
        column.addWidget(self.table, 1)
        column.addWidget(self._contents.empty, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(above)
        splitter.addWidget(self.page)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setSizes([_LIST, _PAGE])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _on_record_wanted(self, record_id: str) -> None:
        record = self._session.archive.records.at([record_id]).get(record_id)
        if record is not None:
            self.show_record(record)

    def _build_head(self) -> QVBoxLayout:
        close = QToolButton()
        self._icons.give(close, "close")
        close.setToolTip(self.tr("Close the records"))
        close.setAccessibleName(close.toolTip())
        close.clicked.connect(partial(self.closed.emit))
        self._contents.buttons.setSpacing(GRID // 2)
        self._contents.buttons.addWidget(close)
        first = QHBoxLayout()
        first.setContentsMargins(2 * GRID, 0, GRID, 0)
        first.addWidget(heading(self.tr("Records")), 1)
        first.addLayout(self._contents.buttons)
        second = QHBoxLayout()
        second.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        second.addWidget(self.field)
        head = QVBoxLayout()
        head.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        head.setSpacing(GRID // 2)
        head.addLayout(first)
        head.addLayout(second)
        head.addWidget(self.kinds)
        return head
