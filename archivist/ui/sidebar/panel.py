# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree of saved searches, collections and facets. A click turns a value on, another one off; several combine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QTreeWidget, QTreeWidgetItem, QWidget

from archivist.errors import ArchivistError, QueryMistake
from archivist.model import SavedSearch
from archivist.ui.jobs import Job, Jobs
from archivist.ui.questions.articles import Filter, Wanted, filters_of
from archivist.ui.questions.facets import FACETS, Entry, Facets, count_facets
from archivist.ui.session import Session
from archivist.ui.sidebar.delegate import ACTIVE, ENTRY, FIELD, SidebarDelegate
from archivist.ui.wording import Wording

_FEW = 8  # lines of a section that are shown at first
_MANY = 300  # lines of a section at the most; further values are for the search field
SAVED = "saved"  # the field of saved searches
_MORE = "more"  # the field of the line that shows the others
_ENTER = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SidebarPanel(QTreeWidget):
    """Shows what the present result can be narrowed by, and keeps which filters are on."""

    filters_changed = Signal(object)  # frozenset[Filter]
    search_wanted = Signal(object)  # SavedSearch
    rename_wanted = Signal(str)  # of a collection
    delete_wanted = Signal(str)  # of a collection
    search_rename_wanted = Signal(object)  # SavedSearch
    search_delete_wanted = Signal(object)  # SavedSearch
    refreshed = Signal()

    def __init__(self, session: Session, jobs: Jobs, shut: Iterable[str] = (), parent: QWidget | None = None) -> None:
        """`shut` are the sections that are not open."""
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._wording = Wording(self)
        self._filters: frozenset[Filter] = frozenset()
        self._wanted = Wanted()
        self._saved: dict[str, SavedSearch] = {}
        self._shut = set(shut)
        self._unfolded: set[str] = set()  # sections that show more than a few lines
        self._facets = Facets(0, {})
        self._asked: Job | None = None
        self._build()
        for fact in (session.annotations_changed, session.tags_changed, session.collections_changed):
            fact.connect(self.refresh)
        session.saved_searches_changed.connect(self._read_saved)
        self._read_saved()

    @property
    def filters(self) -> frozenset[Filter]:
        """The filters that are on."""
        return self._filters

    @property
    def shut_sections(self) -> list[str]:
        """The sections that are not open."""
        return sorted(self._shut)

    def show_result(self, wanted: Wanted) -> None:
        """Count anew for what the list shows now."""
        self._wanted = wanted
        self._mark_active()
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        if self._asked is not None:
            self._asked.drop()
        filters = self._filters
        self._asked = self._jobs.ask_process(
            count_facets,
            (self._wanted.query, filters),
            done=partial(self._on_counted, filters),
            failed=self._on_failed,
        )

    def set_filters(self, filters: Iterable[Filter]) -> None:
        """Turn on these filters and no others."""
        filters = frozenset(filters)
        if filters != self._filters:
            self._filters = filters
            self._mark_active()
            self.filters_changed.emit(filters)

    def turn_off(self, filter_: Filter) -> None:
        """Turn off one filter."""
        self.set_filters(self._filters - {filter_})

    def clear_filters(self) -> None:
        """Let all articles through."""
        self.set_filters(())

    def line(self, field: str, value: str) -> QTreeWidgetItem | None:
        """The line of a filter, if it is shown."""
        return next((item for item in self._lines() if _address(item) == (field, value)), None)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if item is not None and event.key() in _ENTER:
            self._on_clicked(item)
        elif item is not None and event.key() == Qt.Key.Key_F2:
            self._rename(item)
        elif item is not None and event.key() == Qt.Key.Key_Delete:
            self._delete(item)
        else:
            super().keyPressEvent(event)

    # Private

    def _on_counted(self, filters: frozenset[Filter], counted: Facets) -> None:
        self._asked = None
        if counted != self._facets or self.topLevelItemCount() == 0:
            self._facets = counted
            self._fill()
        if filters == self._filters:  # and not others since
            sections = counted.sections
            there = {Filter(field, entry.value) for field, entries in sections.items() for entry in entries}
            self.set_filters(each for each in filters if each in there or each.field not in sections)
        self.refreshed.emit()

    def _on_failed(self, error: ArchivistError) -> None:
        self._asked = None
        if not isinstance(error, QueryMistake):  # which the list tells of
            self._session.failed.emit(error)

    def _on_clicked(self, item: QTreeWidgetItem) -> None:
        field, entry = item.data(0, FIELD), item.data(0, ENTRY)
        if entry is None:
            item.setExpanded(not item.isExpanded())
        elif field == _MORE:
            self._unfolded ^= {entry.value}
            self._fill()
        elif field == SAVED:
            self.search_wanted.emit(self._saved[entry.value])
        elif not field:
            self.clear_filters()
        else:
            self.set_filters(self._filters ^ {Filter(field, entry.value)})

    def _rename(self, item: QTreeWidgetItem) -> None:
        match _address(item):
            case "collection", str(name):
                self.rename_wanted.emit(name)
            case "saved", str(id_):
                self.search_rename_wanted.emit(self._saved[id_])

    def _delete(self, item: QTreeWidgetItem) -> None:
        match _address(item):
            case "collection", str(name):
                self.delete_wanted.emit(name)
            case "saved", str(id_):
                self.search_delete_wanted.emit(self._saved[id_])

    def _on_expanded(self, item: QTreeWidgetItem) -> None:
        self._shut.discard(item.data(0, FIELD))

    def _on_collapsed(self, item: QTreeWidgetItem) -> None:
        self._shut.add(item.data(0, FIELD))

    def _on_menu_wanted(self, point: QPoint) -> None:
        item = self.itemAt(point)
        if item is None or item.data(0, FIELD) not in ("collection", SAVED) or item.data(0, ENTRY) is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Rename…\tF2"), lambda: self._rename(item))
        menu.addAction(self.tr("Delete\tDel"), lambda: self._delete(item))
        menu.popup(self.viewport().mapToGlobal(point))

    def _read_saved(self) -> None:
        self._saved = {search.id: search for search in self._session.archive.saved_searches.all()}
        if self.topLevelItemCount():
            self._fill()

    def _fill(self) -> None:
        scrolled = self.verticalScrollBar().value()
        current = self.currentItem()
        kept = None if current is None else _address(current)
        with QSignalBlocker(self):
            self.clear()
            self._add(self.invisibleRootItem(), "", Entry("", self._facets.total))
            if self._saved:
                self._add_section(SAVED, tuple(Entry(id_, -1) for id_ in self._saved))
            for field in FACETS:
                entries = self._facets.sections.get(field, ())
                if entries:
                    self._add_section(field, entries)
            self._mark_active()
            for item in self._lines():
                if _address(item) == kept:
                    self.setCurrentItem(item)
        self.verticalScrollBar().setValue(scrolled)

    def _add_section(self, field: str, entries: tuple[Entry, ...]) -> None:
        name = self.tr("Saved searches") if field == SAVED else self._wording.facet(field)
        heading = QTreeWidgetItem(self.invisibleRootItem(), [name])
        heading.setData(0, FIELD, field)
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        whole = field in self._unfolded
        most = _MANY if whole or field == SAVED else _FEW
        for number, entry in enumerate(entries):
            if number < most or Filter(field, entry.value) in self._filters:
                self._add(heading, field, entry)
        if len(entries) > _FEW and field != SAVED:
            more = self._add(heading, _MORE, Entry(field, -1))
            more.setText(0, self.tr("Show fewer") if whole else self.tr("%n more…", "", len(entries) - _FEW))
        heading.setExpanded(field not in self._shut)

    def _add(self, parent: QTreeWidgetItem, field: str, entry: Entry) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent)
        item.setData(0, FIELD, field)
        item.setData(0, ENTRY, entry)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        _name_line(item, self._name(field, entry.value), entry.count)
        return item

    def _mark_active(self) -> None:
        for item in self._lines():
            entry = item.data(0, ENTRY)
            if entry is not None:
                item.setData(0, ACTIVE, self._is_active(item.data(0, FIELD), entry.value))

    def _is_active(self, field: str, value: str) -> bool:
        if not field:
            return not self._filters
        if field == SAVED:
            saved = self._saved[value]
            return (saved.query, filters_of(saved.chosen)) == (self._wanted.query, self._filters)
        return Filter(field, value) in self._filters

    def _lines(self) -> Iterator[QTreeWidgetItem]:
        for item in _below(self.invisibleRootItem()):
            yield item
            yield from _below(item)

    def _name(self, field: str, value: str) -> str:
        if not field:
            return self.tr("All that was found") if self._wanted.query else self.tr("All articles")
        if field == SAVED:
            return self._saved[value].name
        return "" if field == _MORE else self._wording.facet_value(field, value)

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Saved searches, collections and filters"))
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


def _name_line(item: QTreeWidgetItem, name: str, count: int) -> None:
    """What a line reads, shows as its tip, and is for a screen reader."""
    item.setText(0, name)
    item.setToolTip(0, name)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, name if count < 0 else f"{name}, {count}")


def _address(item: QTreeWidgetItem) -> tuple[str, str | None]:
    """The field of a line, and its value; None of a heading."""
    entry = item.data(0, ENTRY)
    return item.data(0, FIELD), None if entry is None else entry.value


def _below(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [child for number in range(item.childCount()) if (child := item.child(number)) is not None]
