# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree of collections and filters. A click turns a filter on, another one off; several combine."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QTreeWidget, QTreeWidgetItem, QWidget

from archivist.model import Kind
from archivist.ui.jobs import Job, Jobs
from archivist.ui.questions.articles import Filter
from archivist.ui.questions.overview import SECTIONS, Entry, Overview, overview
from archivist.ui.session import Session
from archivist.ui.sidebar.delegate import ACTIVE, ENTRY, FIELD, SidebarDelegate
from archivist.ui.wording import Wording

_FEW = 12  # lines of a section that are shown at first
_MORE = "more"  # the field of the line that shows the others


class SidebarPanel(QTreeWidget):
    """Shows what there is to filter by and keeps which filters are on."""

    filters_changed = Signal(object)  # frozenset[Filter]
    rename_wanted = Signal(str)  # of a collection
    delete_wanted = Signal(str)  # of a collection
    refreshed = Signal()

    def __init__(self, session: Session, jobs: Jobs, shut: Iterable[str] = (), parent: QWidget | None = None) -> None:
        """`shut` are the sections that are not open."""
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._wording = Wording(self)
        self._filters: frozenset[Filter] = frozenset()
        self._shut = set(shut)
        self._unfolded: set[str] = set()  # sections that show more than a few lines
        self._overview = Overview(0, {})
        self._asked: Job | None = None
        self._build()
        for fact in (
            session.articles_changed,
            session.article_changed,
            session.annotations_changed,
            session.tags_changed,
            session.collections_changed,
        ):
            fact.connect(self.refresh)

    @property
    def filters(self) -> frozenset[Filter]:
        """The filters that are on."""
        return self._filters

    @property
    def shut_sections(self) -> list[str]:
        """The sections that are not open."""
        return sorted(self._shut)

    def refresh(self) -> None:
        """Count again."""
        if self._asked is not None:
            self._asked.drop()
        self._asked = self._jobs.ask_process(overview, (), done=self._on_counted)

    def set_filters(self, filters: Iterable[Filter]) -> None:
        """Turn on these filters and no others."""
        filters = frozenset(filters)
        if filters != self._filters:
            self._filters = filters
            self._mark_active()
            self.filters_changed.emit(filters)

    def clear_filters(self) -> None:
        """Let all articles through."""
        self.set_filters(())

    def line(self, field: str, value: str) -> QTreeWidgetItem | None:
        """The line of a filter, if it is shown."""
        for item in self._lines():
            entry = item.data(0, ENTRY)
            if item.data(0, FIELD) == field and entry is not None and entry.value == value:
                return item
        return None

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_clicked(item)
        else:
            super().keyPressEvent(event)

    # Private

    def _on_counted(self, counted: Overview) -> None:
        self._asked = None
        if counted != self._overview or self.topLevelItemCount() == 0:
            self._overview = counted
            self._fill()
        known = {Filter(field, entry.value) for field, entries in counted.sections.items() for entry in entries}
        self.set_filters(self._filters & known)
        self.refreshed.emit()

    def _on_clicked(self, item: QTreeWidgetItem) -> None:
        field, entry = item.data(0, FIELD), item.data(0, ENTRY)
        if entry is None:
            item.setExpanded(not item.isExpanded())
        elif field == _MORE:
            self._unfolded ^= {entry.value}
            self._fill()
        elif not field:
            self.clear_filters()
        else:
            self.set_filters(self._filters ^ {Filter(field, entry.value)})

    def _on_expanded(self, item: QTreeWidgetItem) -> None:
        self._shut.discard(item.data(0, FIELD))

    def _on_collapsed(self, item: QTreeWidgetItem) -> None:
        self._shut.add(item.data(0, FIELD))

    def _on_menu_wanted(self, point: QPoint) -> None:
        item = self.itemAt(point)
        if item is None or item.data(0, FIELD) != "collection" or item.data(0, ENTRY) is None:
            return
        name = item.data(0, ENTRY).value
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Rename…"), lambda: self.rename_wanted.emit(name))
        menu.addAction(self.tr("Delete"), lambda: self.delete_wanted.emit(name))
        menu.popup(self.viewport().mapToGlobal(point))

    def _fill(self) -> None:
        scrolled = self.verticalScrollBar().value()
        current = self.currentItem()
        kept = None if current is None else _address(current)
        with QSignalBlocker(self):
            self.clear()
            everything = self._add(self.invisibleRootItem(), "", Entry("", self._overview.total))
            everything.setText(0, self.tr("All articles"))
            for field in SECTIONS:
                entries = self._overview.sections.get(field, ())
                if entries:
                    self._add_section(field, entries)
            self._mark_active()
            for item in self._lines():
                if _address(item) == kept:
                    self.setCurrentItem(item)
        self.verticalScrollBar().setValue(scrolled)

    def _add_section(self, field: str, entries: tuple[Entry, ...]) -> None:
        heading = QTreeWidgetItem(self.invisibleRootItem(), [self._section_name(field)])
        heading.setData(0, FIELD, field)
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        whole = field in self._unfolded
        for number, entry in enumerate(entries):
            if whole or number < _FEW or Filter(field, entry.value) in self._filters:
                self._add(heading, field, entry)
        if len(entries) > _FEW:
            more = self._add(heading, _MORE, Entry(field, -1))
            more.setText(0, self.tr("Show fewer") if whole else self.tr("Show all %n", "", len(entries)))
        heading.setExpanded(field not in self._shut)

    def _add(self, parent: QTreeWidgetItem, field: str, entry: Entry) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [self._name(field, entry.value)])
        item.setData(0, FIELD, field)
        item.setData(0, ENTRY, entry)
        item.setToolTip(0, item.text(0))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{item.text(0)}, {entry.count}")
        return item

    def _mark_active(self) -> None:
        for item in self._lines():
            entry = item.data(0, ENTRY)
            if entry is not None:
                field = item.data(0, FIELD)
                active = Filter(field, entry.value) in self._filters if field else not self._filters
                item.setData(0, ACTIVE, active)

    def _lines(self) -> Iterable[QTreeWidgetItem]:
        for item in _below(self.invisibleRootItem()):
            yield item
            yield from _below(item)

    def _section_name(self, field: str) -> str:
        return {
            "collection": self.tr("Collections"),
            "annotated": self.tr("Annotations"),
            "kind": self.tr("Kinds"),
            "tag": self.tr("Tags"),
            "outlet": self.tr("Outlets"),
            "language": self.tr("Languages"),
        }[field]

    def _name(self, field: str, value: str) -> str:
        match field:
            case "annotated":
                return self.tr("With annotations") if value == "yes" else self.tr("Without annotations")
            case "kind":
                return self._wording.kinds(Kind(value))
            case "language":
                return self._wording.language(value)
            case "outlet":
                return value or self.tr("Unknown outlet")
        return value

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Collections and filters"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setItemDelegate(SidebarDelegate(self))
        self.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_wanted)
        self.itemClicked.connect(self._on_clicked)
        self.itemExpanded.connect(self._on_expanded)
        self.itemCollapsed.connect(self._on_collapsed)


def _address(item: QTreeWidgetItem) -> tuple[str, str | None]:
    """The field of a line, and its value; None of a heading."""
    entry = item.data(0, ENTRY)
    return item.data(0, FIELD), None if entry is None else entry.value


def _below(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [child for number in range(item.childCount()) if (child := item.child(number)) is not None]
