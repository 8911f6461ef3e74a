# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader: an article, and the bar to find words in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from archivist.model import Annotation
from archivist.ui.icons import Icons
from archivist.ui.reader.find_bar import FindBar
from archivist.ui.reader.hit_bar import HitBar
from archivist.ui.reader.hits import find_all
from archivist.ui.reader.minimap import Minimap
from archivist.ui.reader.relating_bar import RelatingBar
from archivist.ui.reader.typesetting import Role
from archivist.ui.reader.view import ArticleView

if TYPE_CHECKING:
    from archivist.ui.reader.filter_bar import FilterBar

_LONGEST_WORDS = 80  # code points: a longer selection is not what one wants to find


class End(Enum):
    """The hit of a search to begin at: that of the end from which one comes."""

    FIRST = 1
    LAST = -1


Landing: TypeAlias = End | tuple[int, int]  # or a span in code points


class ReaderPanel(QWidget):
    """Holds the view, which reports all that a person does in the text, and the find bar.

    The hits of a search through the archive stay painted until words are looked for in the article,
    and come back when the find bar is closed.
    """

    hits_ended = Signal(int)  # the article has no further hit of the search in a direction (1 or -1)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ArticleView()
        self.view.set_edges_movable(True)
        self._find_bar = FindBar(icons)
        self._hit_bar = HitBar(icons)
        self._icons = icons
        self._filter_bar: FilterBar | None = None
        self.minimap = Minimap(self.view)
        self._relating_bar = RelatingBar(icons)
        self._search_hits: list[tuple[int, int]] | None = None
        self._empty = QLabel(self.tr("Choose an article in the list to read it here."))
        self._stack = QStackedWidget()
        self._article = QWidget()
        self._column = QVBoxLayout(self)
        self._build()

    @property
    def filter_bar(self) -> FilterBar:
        """The bar that filters the annotations, which is made when it is first asked for."""
        if self._filter_bar is None:
            from archivist.ui.reader.filter_bar import FilterBar

            self._filter_bar = FilterBar(self._icons)
            self._filter_bar.hide()
            self._filter_bar.shown_changed.connect(self.view.set_shown)
            self._filter_bar.closed.connect(self.view.setFocus)
            self._column.insertWidget(0, self._filter_bar)
        return self._filter_bar

    def show_article(
        self,
        text: str,
        annotations: Iterable[Annotation],
        *,
        roles: Sequence[Role] = (Role.HEADLINE,),
        published: str = "",
    ) -> None:
        """Show a text and its annotations; without text, what to do next. `published` is EDTF."""
        self.view.show_article(text, annotations, roles, published=published)
        self._stack.setCurrentWidget(self._article if text else self._empty)
        self.set_search_hits(None)

    def set_hit_keys(self, previous: str, next_: str) -> None:
        """Name the keys that go from hit to hit, "" where there is none."""
        self._find_bar.set_keys(previous, next_)
        self._hit_bar.set_keys(previous, next_)

    def set_search_hits(self, hits: Iterable[tuple[int, int]] | None, landing: Landing = End.FIRST) -> None:
        """Show other hits of a search through the archive, spans in code points, and go to one of them.

        None is for no search, or one whose hits are not known yet. They may come a moment after the
        article: whoever has begun to select by then is left alone.
        """
        self._search_hits = None if hits is None else list(hits)
        if self._find_bar.isVisible():
            self._find(self._find_bar.words)
            return
        self._show_search_hits()
        if self.view.selection() is None:
            self._land(landing)

    def show_place(self, start: int, end: int) -> None:
        """Go to a span of the article, in code points."""
        if self._find_bar.isVisible():
            self._find_bar.close_bar()
        self.view.go_to_place(start, end)

    def open_find(self) -> None:
        """Open the find bar, if there is an article; selected words are looked for at once."""
        if not self.view.article_text:
            return
        span = self.view.selection()
        words = self.view.article_text[slice(*span)] if span else ""
        self._find_bar.open(words if len(words) <= _LONGEST_WORDS and "\n" not in words else "")

    def toggle_filter(self) -> None:
        """Choose which annotations are seen, or see them all again."""
        if self.filter_bar.isVisible():
            self.filter_bar.close_bar()
        elif self.view.article_text:
            self.filter_bar.open()
            self._on_marks_changed()

    def close_find(self) -> None:
        """Close the find bar."""
        self._find_bar.close_bar()

    def _show_relating(self, _changed: object = None) -> None:
        """Say which relation is being made by keys, if one is."""
        source, target = self.view.relation_source, self.view.chosen
        if source is not None:
            other = self.view.words_of(target) if target not in (None, source) else ""
            self._relating_bar.show_ends(self.view.words_of(source), other)
        elif self._relating_bar.isAncestorOf(self.focusWidget() or self):
            self.view.setFocus()
        self._relating_bar.setVisible(source is not None)

    def _find(self, words: str) -> None:
        self._hit_bar.hide()
        self.view.set_hits(find_all(self.view.article_text, words))
        self.view.next_hit()

    def _on_find_bar_closed(self) -> None:
        """Leave the words that were found selected, so that a key can tag them."""
        found = self.view.current_hit()
        self._show_search_hits()
        if found is not None:
            self.view.select(*found)
        self.view.setFocus()

    def _show_search_hits(self) -> None:
        self.view.set_hits(self._search_hits or (), go_round=self._search_hits is None)
        self._hit_bar.setVisible(bool(self._search_hits))

    def _on_marks_changed(self) -> None:
        if self._filter_bar is not None and not self._filter_bar.isHidden():
            annotations = self.view.annotations
            self._filter_bar.offer(annotations)
            self._filter_bar.show_count(self.view.seen_count, len(annotations))

    def _land(self, landing: Landing) -> None:
        if self._search_hits is None:
            return
        match landing:
            case End.FIRST:
                self.view.go_to_hit(0)
            case End.LAST:
                self.view.go_to_hit(-1)
            case (start, end):
                self.view.go_to_place(start, end)

    def _build(self) -> None:
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._stack.addWidget(self._empty)
        row = QHBoxLayout(self._article)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self.minimap)
        self._stack.addWidget(self._article)
        self._find_bar.hide()
        self._find_bar.words_changed.connect(self._find)
        self._find_bar.next_asked.connect(self.view.next_hit)
        self._find_bar.previous_asked.connect(self.view.previous_hit)
        self._find_bar.closed.connect(self._on_find_bar_closed)
        self.view.marks_changed.connect(self._on_marks_changed)
        self._hit_bar.hide()
        self._hit_bar.next_asked.connect(self.view.next_hit)
        self._hit_bar.previous_asked.connect(self.view.previous_hit)
        self._relating_bar.hide()
        self._relating_bar.accepted.connect(self.view.finish_relation)
        self._relating_bar.cancelled.connect(self.view.end_relation)
        self.view.relation_source_changed.connect(self._show_relating)
        self.view.annotation_chosen.connect(self._show_relating)
        self.view.hits_changed.connect(self._find_bar.show_count)
        self.view.hits_changed.connect(self._hit_bar.show_count)
        self.view.hits_ended.connect(self.hits_ended)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        self._column.addWidget(self._relating_bar)
        self._column.addWidget(self._hit_bar)
        self._column.addWidget(self._find_bar)
