# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of articles as a table of one column: the one view of Qt's that stays quick at any length."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from archivist.model import Article
from archivist.ui.articles.delegate import ArticleDelegate
from archivist.ui.articles.model import ArticlesModel

_Index = QModelIndex | QPersistentModelIndex


class ArticlesTable(QTableView):
    """Shows the model and says which article is the current one."""

    article_chosen = Signal(str)  # id

    def __init__(self, model: ArticlesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._articles = model
        self._delegate = ArticleDelegate(self)
        self._restoring = False
        self._current: Article | None = None
        self._build()
        self.setModel(model)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        model.modelReset.connect(self._on_reset)
        self._fit_rows()

    @property
    def current(self) -> Article | None:
        """The article that was chosen last, whether it is still listed or not."""
        return self._current

    def choose(self, article: Article) -> bool:
        """Make an article the current one; False if it is not listed, and so is marked when it comes to be."""
        place = self._articles.place(article.row)
        if place is None:
            self._current = article
            return False
        self._go_to(place)
        return True

    def choose_step(self, step: int) -> bool:
        """Go some rows down, or up; whether there was another row to go to."""
        count, before = self._articles.rowCount(), self.currentIndex()
        if not count:
            return False
        place = max(0, min(count - 1, before.row() + step)) if before.isValid() else 0
        if before.isValid() and place == before.row():
            return False
        self._go_to(place)
        return True

    def toggle_others(self) -> None:
        """Show the articles that are folded into the current one, or fold them again."""
        current = self.currentIndex()
        if current.isValid():
            self._articles.toggle_others(current.row())

    def forget(self) -> None:
        """Have no current article."""
        self._current = None
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def selected_articles(self) -> list[Article]:
        """What is selected, in the order of the list."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(number) for number in range(selection.count())]
        places = [place for range_ in ranges for place in range(range_.top(), range_.bottom() + 1)]
        return self._articles.articles(sorted(places))

    # Qt

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        if self._restoring or not current.isValid():
            return
        article = self._articles.article(current.row())
        if article is not None:
            self._current = article
            self.article_chosen.emit(article.id)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()

    # Private

    def _go_to(self, place: int) -> None:
        index = self._articles.index(place, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _on_reset(self) -> None:
        """Another listing: keep the current article, and its place, if it is listed."""
        self._delegate.with_excerpts = self._articles.with_excerpts
        self._fit_rows()
        place = None if self._current is None else self._articles.place(self._current.row)
        if place is None:
            self.scrollToTop()
            return
        self._restoring = True
        index = self._articles.index(place, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._restoring = False
        self.scrollTo(index)

    def _fit_rows(self) -> None:
        height = self._delegate.row_height(self.font())
        if height != self.verticalHeader().defaultSectionSize():
            self.verticalHeader().setDefaultSectionSize(height)
            self.verticalScrollBar().setSingleStep(height // 3)

    def _build(self) -> None:
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Articles"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
