# SPDX-License-Identifier: GPL-3.0-or-later
"""The articles of a listing as a Qt model: rows by number, read from the archive a page at a time."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from archivist.model import Article
from archivist.store import Archive
from archivist.ui.questions.articles import Excerpt
from archivist.ui.wording import Wording

_Index = QModelIndex | QPersistentModelIndex
_PAGE = 32  # rows; what is seen and a little more, as rows by relevance lie far apart on disk
_PAGES_KEPT = 256

_NOTHING_FOLDED: Mapping[int, tuple[int, ...]] = MappingProxyType({})

ARTICLE = Qt.ItemDataRole.UserRole  # Article, or None where it was deleted
EXCERPT = Qt.ItemDataRole.UserRole + 1  # Excerpt, or None while it is not there
OTHERS = Qt.ItemDataRole.UserRole + 2  # how many articles are folded into this one, 0 where they are shown
UNFOLDED = Qt.ItemDataRole.UserRole + 3  # whether it is one of those that were folded, and is shown


class ArticlesModel(QAbstractTableModel):
    """One column, one row an article. A changed article is read anew; only another listing resets."""

    excerpts_wanted = Signal(object)  # list of archive rows, which put_excerpts() should be told of

    def __init__(self, archive: Archive, parent: Any = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._wording = Wording(self)
        self._rows = array("q")
        self._others: Mapping[int, tuple[int, ...]] = _NOTHING_FOLDED
        self._unfolded: dict[int, int] = {}  # rows that are shown below the one that they were folded into
        self._pages: OrderedDict[int, list[Article | None]] = OrderedDict()
        self._with_excerpts = False
        self._excerpts: dict[int, Excerpt | None] = {}
        self._wanted: list[int] = []
        self._asked_at: dict[int, int] = {}  # places of the rows whose excerpts were asked for
        self._ask = QTimer(self, singleShot=True, interval=0)
        self._ask.timeout.connect(self._on_ask)

    @property
    def archive_rows(self) -> array[int]:
        """The archive rows of what is listed, in order."""
        return self._rows

    @property
    def with_excerpts(self) -> bool:
        """Whether the listing is one of a search."""
        return self._with_excerpts

    @property
    def all_rows(self) -> array[int]:
        """The same, with those that are folded into one of them after it."""
        rows = array("q")
        for row in self._rows:
            if row not in self._unfolded:
                rows.append(row)
                rows.extend(self._others.get(row, ()))
        return rows

    def show_rows(
        self, rows: array[int], *, with_excerpts: bool, others: Mapping[int, tuple[int, ...]] = _NOTHING_FOLDED
    ) -> None:
        """List these archive rows; `others` are the rows that are folded into one of them."""
        self.beginResetModel()
        self._rows = array("q", rows)
        self._others = others
        self._unfolded.clear()
        self._pages.clear()
        self._asked_at.clear()
        self._with_excerpts = with_excerpts
        self._excerpts.clear()
        self._wanted.clear()
        self.endResetModel()

    def put_excerpts(self, excerpts: Mapping[int, Excerpt]) -> None:
        """Show excerpts, by archive row."""
        self._excerpts.update(excerpts)
        found = (self._asked_at[row] if row in self._asked_at else self.place(row) for row in excerpts)
        places = sorted(place for place in found if place is not None)
        if places:
            self.dataChanged.emit(self.index(places[0], 0), self.index(places[-1], 0), [EXCERPT])

    def refresh(self, row: int | None = None) -> None:
        """Read one archive row anew, or all that are shown, when they are next looked at."""
        if row is None:
            self._pages.clear()
            if self._rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))
            return
        place = self.place(row)
        if place is not None:
            page = self._pages.get(place // _PAGE)
            if page is not None:
                page[place % _PAGE] = next(iter(self._archive.articles.at_rows([row])), None)
            self.dataChanged.emit(self.index(place, 0), self.index(place, 0))

    def toggle_others(self, place: int) -> None:
        """Show what is folded into the article at a place below it, or fold it again."""
        if not 0 <= place < len(self._rows):
            return
        row = self._unfolded.get(self._rows[place], self._rows[place])
        others = self._others.get(row)
        first = self.place(row)
        if others is None or first is None:
            return
        begin, end = first + 1, first + len(others)
        if others[0] in self._unfolded:
            self.beginRemoveRows(QModelIndex(), begin, end)
            del self._rows[begin : end + 1]
            for other in others:
                del self._unfolded[other]
            self._forget_places()
            self.endRemoveRows()
        else:
            self.beginInsertRows(QModelIndex(), begin, end)
            self._rows[begin:begin] = array("q", others)
            self._unfolded.update(dict.fromkeys(others, row))
            self._forget_places()
            self.endInsertRows()
        self.dataChanged.emit(self.index(first, 0), self.index(first, 0))

    def _forget_places(self) -> None:
        self._pages.clear()
        self._asked_at.clear()

    def place(self, row: int) -> int | None:
        """Where an archive row is listed.

        It is looked for among the bytes of all: of a million, that takes 4 ms, and a table of places 200.
        """
        wanted, size = array("q", [row]).tobytes(), self._rows.itemsize
        rows = self._rows.tobytes()
        found = rows.find(wanted)
        while found % size and found >= 0:
            found = rows.find(wanted, found + 1)
        return found // size if found >= 0 else None

    def article(self, place: int) -> Article | None:
        """The article at a place of the list; None where it was deleted."""
        if not 0 <= place < len(self._rows):
            return None
        number, offset = divmod(place, _PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._read_page(number)
        else:
            self._pages.move_to_end(number)
        return page[offset]

    def articles(self, places: list[int]) -> list[Article]:
        """The articles at these places that are still there."""
        return [article for place in places if (article := self.article(place)) is not None]

    # Qt

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == EXCERPT:
            return self._excerpt(index.row())
        if role in (OTHERS, UNFOLDED):
            return self._folding(self._rows[index.row()], role)
        if role not in (ARTICLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        article = self.article(index.row())
        if role == ARTICLE:
            return article
        if article is None:
            return self.tr("Deleted")
        if role == Qt.ItemDataRole.DisplayRole:
            return article.title
        return self._spoken(article)

    # Private

    def _spoken(self, article: Article) -> str:
        """What a screen reader says of an article."""
        annotations = self.tr("%n annotation(s)", "", article.annotation_count)
        folded = self._folding(article.row, OTHERS)
        others = self.tr("and %n more of the same story", "", folded) if folded else ""
        published = self._wording.date(article.published)
        excerpt = self._excerpts.get(article.row)
        hits = self.tr("%n hit(s)", "", excerpt.count) if excerpt is not None and excerpt.count else ""
        return ", ".join(filter(None, (article.title, article.outlet, published, hits, annotations, others)))

    def _folding(self, row: int, role: int) -> int | bool:
        if role == UNFOLDED:
            return row in self._unfolded
        others = self._others.get(row, ())
        return 0 if others and others[0] in self._unfolded else len(others)

    def _read_page(self, number: int) -> list[Article | None]:
        rows = self._rows[number * _PAGE : (number + 1) * _PAGE]
        found = {article.row: article for article in self._archive.articles.at_rows(rows)}
        page = [found.get(row) for row in rows]
        self._pages[number] = page
        if len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        return page

    def _excerpt(self, place: int) -> Excerpt | None:
        if not self._with_excerpts:
            return None
        row = self._rows[place]
        if row not in self._excerpts:
            self._excerpts[row] = None
            self._asked_at[row] = place
            self._wanted.append(row)
            self._ask.start()
        return self._excerpts[row]

    def _on_ask(self) -> None:
        wanted, self._wanted = self._wanted, []
        if wanted:
            self.excerpts_wanted.emit(wanted)
