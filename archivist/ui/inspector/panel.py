# SPDX-License-Identifier: GPL-3.0-or-later
"""The inspector beside the reader: which of its pages stands there, and that it shows what is true."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from archivist.errors import AnnotationNotFound, ArticleNotFound
from archivist.language.edges import Edge, Unit
from archivist.ui.forms import muted_label
from archivist.ui.icons import Icons
from archivist.ui.inspector.article_page import ArticlePage
from archivist.ui.session import Session
from archivist.ui.theme import GRID

if TYPE_CHECKING:
    from archivist.ui.inspector.annotation_page import AnnotationPage


class InspectorPanel(QStackedWidget):
    """Shows the chosen annotation, else the article, else what to do next.

    Call save_pending() before undo, so that a note that is being typed is kept first, and
    show_article(None) before the archive is closed, after which nothing is written any more.
    """

    annotation_chosen = Signal(object)  # id, from the list of an article's annotations; None: back to the article
    retag_wanted = Signal(str, QRect)  # annotation id; where the choice may open, in global px
    link_wanted = Signal(str, QRect)  # annotation id; where the choice may open, in global px
    unlink_wanted = Signal(str)  # annotation id
    record_wanted = Signal(str)  # id of a record to show
    relation_wanted = Signal(object, QRect)  # Node whose relation it is; where the choice may open, in global px
    node_wanted = Signal(object)  # Node to go to
    claim_end_wanted = Signal(str, str, QRect)  # annotation id; type of relation; where the choice may open
    claim_end_clearing_wanted = Signal(str, str)  # annotation id; type of relation
    article_edit_wanted = Signal(str)  # article id
    duplicates_wanted = Signal()  # of the article
    provenance_wanted = Signal(str)  # article id
    review_wanted = Signal(str)  # article id whose annotations wait for review

    def __init__(self, session: Session, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._icons = icons
        self._article_id: str | None = None
        self._annotation_id: str | None = None
        self._build(icons)
        session.annotations_changed.connect(self._on_session_annotations_changed)
        session.article_changed.connect(self._on_session_article_changed)
        for fact in (
            session.tags_changed,
            session.records_changed,
            session.relations_changed,
            session.articles_changed,
            session.collections_changed,
        ):
            fact.connect(self.refresh)

    @property
    def annotation_id(self) -> str | None:
        """The annotation that is shown."""
        return self._annotation_id

    def show_article(self, article_id: str | None) -> None:
        """Show an article with all its annotations; None shows that none is open."""
        if self._has_annotation_page:
            self._annotation.clear()
        self._article_id, self._annotation_id = article_id, None
        self.refresh()

    def show_annotation(self, annotation_id: str | None) -> None:
        """Show an annotation; None goes back to its article."""
        if annotation_id is None:
            self.show_article(self._article_id)
            return
        self._annotation_id = annotation_id
        self.refresh()

    def choose(self, annotation_id: str) -> None:
        """Show an annotation and say that it was chosen, as if it were in the list of its article."""
        self._on_list_annotation_chosen(annotation_id)

    def show_others(self, count: int) -> None:
        """Say how many more articles are one text with the article that is shown."""
        self._article.show_others(count)

    def warm_up(self) -> Iterator[None]:
        """Make the page of an annotation ahead, a step at a time."""
        import_module("archivist.ui.inspector.annotation_page")
        yield
        _ = self._annotation
        yield

    def refresh(self) -> None:
        """Show what the archive holds now; what is half typed stays."""
        if not self._shows_annotation() and not self._shows_article():
            self.setCurrentWidget(self._nothing)

    def save_pending(self) -> None:
        """Keep what has been typed and not yet been kept."""
        if self._has_annotation_page:
            self._annotation.save_pending()

    def nudge(self, edge: Edge, step: int, unit: Unit) -> None:
        """Move an edge of the chosen annotation by a unit of text; step is 1 or -1."""
        if self._annotation_id is not None:
            self._annotation.nudge(edge, step, unit)

    def choose_tag(self) -> None:
        """Ask for another tag for the chosen annotation."""
        if self._annotation_id is not None:
            self._annotation.choose_tag()

    def record_place(self) -> QRect:
        """Where the choice of a record for the chosen annotation may open, in global px."""
        return self._annotation.record_place()

    def edit_note(self) -> None:
        """Go to the note of the chosen annotation."""
        if self._annotation_id is not None:
            self._annotation.edit_note()

    def delete_annotation(self) -> None:
        """Delete the chosen annotation."""
        if self._annotation_id is not None:
            self._annotation.delete()

    def hideEvent(self, event: QHideEvent) -> None:
        self.save_pending()
        super().hideEvent(event)

    def _shows_annotation(self) -> bool:
        if self._annotation_id is None:
            return False
        try:
            annotation = self._session.archive.annotations.get(self._annotation_id)
        except AnnotationNotFound:
            self._annotation_id = None
            if self._has_annotation_page:
                self._annotation.forget()
            return False
        self._article_id = annotation.article
        self._annotation.load(annotation)
        self.setCurrentWidget(self._annotation)
        return True

    def _shows_article(self) -> bool:
        if self._article_id is None:
            return False
        try:
            self._article.load(self._session.archive.articles.get(self._article_id))
        except ArticleNotFound:
            self._article_id = None
            return False
        self.setCurrentWidget(self._article)
        return True

    def _on_session_annotations_changed(self, article_id: str) -> None:
        if article_id in ("", self._article_id):
            self.refresh()

    def _on_session_article_changed(self, article_id: str) -> None:
        if article_id == self._article_id:
            self.refresh()

    def _on_article_provenance_wanted(self) -> None:
        if self._article_id is not None:
            self.provenance_wanted.emit(self._article_id)

    def _on_article_review_wanted(self) -> None:
        if self._article_id is not None:
            self.review_wanted.emit(self._article_id)

    def _on_article_edit_wanted(self) -> None:
        if self._article_id is not None:
            self.article_edit_wanted.emit(self._article_id)

    def _on_back_wanted(self) -> None:
        self.show_annotation(None)
        self.annotation_chosen.emit(None)

    def _on_list_annotation_chosen(self, annotation_id: str) -> None:
        self.show_annotation(annotation_id)
        self.annotation_chosen.emit(annotation_id)

    @cached_property
    def _annotation(self) -> AnnotationPage:
        """The page of an annotation, made when one is first shown."""
        from archivist.ui.inspector.annotation_page import AnnotationPage

        page = AnnotationPage(self._session, self._icons)
        page.retag_wanted.connect(self.retag_wanted)
        page.link_wanted.connect(self.link_wanted)
        page.unlink_wanted.connect(self.unlink_wanted)
        page.record_wanted.connect(self.record_wanted)
        page.relation_wanted.connect(self.relation_wanted)
        page.node_wanted.connect(self.node_wanted)
        page.claim_end_wanted.connect(self.claim_end_wanted)
        page.claim_end_clearing_wanted.connect(self.claim_end_clearing_wanted)
        page.back_wanted.connect(self._on_back_wanted)
        self.addWidget(page)
        return page

    @property
    def _has_annotation_page(self) -> bool:
        return "_annotation" in vars(self)

    def _build(self, icons: Icons) -> None:
        self._nothing = muted_label(self.tr("Choose an article in the list. What is known of it stands here."))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        self._article = ArticlePage(self._session.archive, icons)
        self._article.edit_wanted.connect(self._on_article_edit_wanted)
        self._article.duplicates_wanted.connect(self.duplicates_wanted)
        self._article.review_wanted.connect(self._on_article_review_wanted)
        self._article.provenance_wanted.connect(self._on_article_provenance_wanted)
        self._article.annotation_chosen.connect(self._on_list_annotation_chosen)
        self._article.record_wanted.connect(self.record_wanted)
        for page in (self._nothing, self._article):
            self.addWidget(page)
        self.setMinimumWidth(34 * GRID)
        self.setAccessibleName(self.tr("Inspector"))
