# SPDX-License-Identifier: GPL-3.0-or-later
"""The middle of the desk: the search field, how many articles there are and in which order, and they."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archivist.ui.articles.chips import FilterChips
from archivist.ui.articles.empty import EmptyPage
from archivist.ui.articles.listing import Listing
from archivist.ui.articles.model import ArticlesModel
from archivist.ui.articles.table import ArticlesTable
from archivist.ui.icons import Icons
from archivist.ui.questions.articles import Listed, Sort
from archivist.ui.search_field import SearchField
from archivist.ui.session import Session
from archivist.ui.theme import GRID


class ArticlesPanel(QWidget):
    """Joins the search field, the listing and the table."""

    article_chosen = Signal(str)  # id
    selection_changed = Signal()
    import_wanted = Signal()
    review_wanted = Signal()  # of all annotations that wait
    filter_unwanted = Signal(object)  # Filter
    filters_unwanted = Signal()  # all of them

    def __init__(self, session: Session, listing: Listing, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.listing = listing
        self._listed: Listed | None = None
        self._indexing = False
        self.field = SearchField(icons)
        self.model = ArticlesModel(session.archive, self)
        self.table = ArticlesTable(self.model)
        self.empty = EmptyPage()
        self.chips = FilterChips(icons)
        self._build(icons)
        self._connect()

    def set_sort_menu(self, menu: QMenu) -> None:
        """The menu from which the order is chosen."""
        self._sort.setMenu(menu)

    def set_fold_action(self, action: QAction) -> None:
        """The action that folds the list, for a button above it."""
        self._fold.setDefaultAction(action)

    def set_waiting(self, count: int) -> None:
        """How many annotations of the archive wait for review."""
        self._waiting.setText(self.tr("%n annotation(s) for review", "", count))
        self._waiting.setVisible(count > 0)

    def set_indexing(self, indexing: bool) -> None:  # noqa: FBT001 - a setter, as Qt has them
        """Whether the index is behind, so that a search may not find everything yet."""
        if indexing != self._indexing:
            self._indexing = indexing
            self._describe()

    def _on_listed(self, listed: Listed) -> None:
        # What only changed inside its rows is not another listing: the view stays as it is.
        same = self._listed == listed
        self._listed = listed
        if same:
            self.model.refresh()
        else:
            self.model.show_rows(listed.rows, with_excerpts=bool(listed.wanted.query), others=listed.others)
        self._describe()

    def _describe(self) -> None:
        """Say how much is listed and in which order, or why nothing is."""
        if self._listed is None:
            return
        wanted, count, shown = self._listed.wanted, self._listed.count, len(self._listed.rows)
        said = self.tr("%n article(s) found", "", count) if wanted.query else self.tr("%n article(s)", "", count)
        if shown < count:
            said = self.tr("{shown} of %n found", "", count) if wanted.query else self.tr("{shown} of %n", "", count)
            said = said.format(shown=self.locale().toString(shown))
        self._count.setText(said)
        self._sort.setText(self._sort_name(wanted.sort))
        self._fit_sort()
        self.chips.show_filters(wanted.filters)
        self._stack.setCurrentWidget(self.table if count else self.empty)
        if count:
            return
        if wanted.query:
            self.empty.show_not_found(
                wanted.query, self._listed.suggestions, filtered=bool(wanted.filters), indexing=self._indexing
            )
        elif wanted.filters:
            self.empty.show_empty_collection()
        else:
            self.empty.show_empty_archive()

    def _fit_sort(self) -> None:
        """Show the order in words where they have room beside the count, else by its icon alone."""
        self._sort.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        needed = self._count.sizeHint().width() + self._fold.sizeHint().width() + self._sort.sizeHint().width()
        if needed > self._count.width() + self._fold.width() + self._sort.width():
            self._sort.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._sort.setToolTip(f"{self._sort.accessibleName()}: {self._sort.text()}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sort()

    def _sort_name(self, sort: Sort) -> str:
        return {
            Sort.RELEVANCE: self.tr("By relevance"),
            Sort.DATE: self.tr("Newest first"),
            Sort.OUTLET: self.tr("By outlet"),
            Sort.TITLE: self.tr("By title"),
        }[sort]

    def _on_annotations_changed(self, article_id: str) -> None:
        if any(filter_.field in ("tag", "kind") for filter_ in self.listing.wanted.filters):
            self.listing.refresh()
        current = self.table.current
        named = current is not None and current.id == article_id
        self.model.refresh(current.row if current is not None and named else None)

    def _on_field_left(self) -> None:
        self.table.setFocus()
        if not self.table.currentIndex().isValid():
            self.table.choose_step(0)

    def _on_entered(self, query: str) -> None:
        self.listing.set_query(query, at_once=True)

    def _connect(self) -> None:
        self.field.query_changed.connect(self.listing.set_query)
        self.field.query_entered.connect(self._on_entered)
        self.field.left.connect(self._on_field_left)
        self.field.completion_wanted.connect(self.listing.ask_completion)
        self.listing.completed.connect(self.field.show_completion)
        self.listing.listed.connect(self._on_listed)
        self.listing.mistaken.connect(self.field.show_mistake)
        self.listing.excerpts_found.connect(self.model.put_excerpts)
        self.model.excerpts_wanted.connect(self.listing.ask_excerpts)
        self.table.article_chosen.connect(self.article_chosen)
        self._selection().selectionChanged.connect(self.selection_changed)
        self.empty.query_chosen.connect(self.field.set_query)
        self.empty.import_wanted.connect(self.import_wanted)
        self.empty.filters_unwanted.connect(self.filters_unwanted)
        self.chips.filter_unwanted.connect(self.filter_unwanted)
        self.chips.filters_unwanted.connect(self.filters_unwanted)
        self._session.articles_changed.connect(self.listing.refresh)
        self._session.collections_changed.connect(self.listing.refresh)
        self._session.article_changed.connect(self.listing.refresh)  # its headline or day, and so its place
        self._session.annotations_changed.connect(self._on_annotations_changed)

    def _selection(self) -> QItemSelectionModel:
        return self.table.selectionModel()

    def _build(self, icons: Icons) -> None:
        self._count = QLabel()
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # else the list grows by it
        self._sort = QToolButton()
        self._sort.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._sort.setAccessibleName(self.tr("Order of the list"))
        self._sort.setToolTip(self.tr("Order of the list"))
        icons.give(self._sort, "sort")
        self._fold = QToolButton()
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._fold.setAccessibleName(self.tr("One of each story"))
        above = QHBoxLayout()
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self._count, 1)
        above.addWidget(self._fold)
        above.addWidget(self._sort)
        head = QVBoxLayout()
        head.setContentsMargins(2 * GRID, GRID + GRID // 2, 2 * GRID, GRID // 2)
        head.setSpacing(GRID // 2)
        head.addWidget(self.field)
        head.addWidget(self.chips)
        head.addLayout(above)
        self._waiting = QPushButton()
        self._waiting.setToolTip(self.tr("In the whole archive. Their words are not certainly in the texts."))
        self._waiting.clicked.connect(self.review_wanted)
        self._waiting.hide()
        icons.give(self._waiting, "warning")
        self._waiting.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # else the list grows by it
        head.addWidget(self._waiting)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
