# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotating: what the keys, the strip, the popup and the inspector do to the article that is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Signal

from archivist.errors import AnnotationNotFound
from archivist.ui.inspector import InspectorPanel
from archivist.ui.messages import MessageBar
from archivist.ui.reader import ReaderPanel
from archivist.ui.session import Session
from archivist.ui.tag_keys import TagKeys
from archivist.ui.tagging import TagPopup, TagStrip


class Annotating(QObject):
    """Joins the reader and the inspector to the session; holds which tag was used last."""

    chosen_changed = Signal(bool)  # whether an annotation is chosen

    def __init__(
        self,
        session: Session,
        reader: ReaderPanel,
        inspector: InspectorPanel,
        strip: TagStrip,
        messages: MessageBar,
    ) -> None:
        super().__init__(reader)
        self._session = session
        self._view = reader.view
        self._inspector = inspector
        self._messages = messages
        self._popup = TagPopup(session, reader)
        self._article_id: str | None = None
        self._last_tag: str | None = None
        self._retagged: str | None = None  # the annotation that the popup was opened for
        self._keys = TagKeys(session, self._view)
        self._keys.pressed.connect(self.tag_selection)
        strip.tag_clicked.connect(self.tag_selection)
        strip.more_wanted.connect(self.choose_tag)
        self._popup.tag_chosen.connect(self._on_tag_chosen)
        self._popup.closed.connect(self._view.setFocus)
        self._view.annotation_chosen.connect(self._on_view_chosen)
        inspector.annotation_chosen.connect(self._on_inspector_chosen)
        inspector.retag_wanted.connect(self._on_retag_wanted)
        session.annotations_changed.connect(self._on_annotations_changed)
        session.tags_changed.connect(self._show_annotations)

    @property
    def popup(self) -> TagPopup:
        """The choice of a tag."""
        return self._popup

    def set_article(self, article_id: str | None) -> None:
        """The reader shows another article."""
        self._article_id = article_id

    def tag_selection(self, tag_id: str) -> None:
        """Mark the selected words with a tag."""
        span = self._view.selection()
        if self._article_id is None or span is None:
            self._explain()
            return
        self._inspector.save_pending()
        seen = self._view.article_text[slice(*span)]  # another thread may have given the article another text
        annotation = self._session.annotate(self._article_id, *span, tag_id, seen)
        if annotation is not None:
            self._last_tag = tag_id
            self._unselect(span[1])
            self._view.choose(annotation.id, scroll=False)

    def repeat_tag(self) -> None:
        """Mark the selected words with the tag that was used last."""
        if self._last_tag is None:
            self._messages.tell(self.tr("No tag has been used yet."), self.tr("Press the key of a tag, or T."))
        else:
            self.tag_selection(self._last_tag)

    def choose_tag(self) -> None:
        """Open the popup at the selection; with none, choose the annotation at the caret."""
        if self._view.selection() is not None:
            self._retagged = None
            self._popup.open_at(self._caret())
            return
        before = self._view.chosen
        self._view.choose_at_caret()
        if self._view.chosen is None or self._view.chosen == before:
            self._explain()

    def retag(self) -> None:
        """Open the popup to give the chosen annotation another tag."""
        self._inspector.choose_tag()

    def unselect(self) -> None:
        """Choose no annotation; with none chosen, select no words."""
        span = self._view.selection()
        if self._view.chosen is not None:
            self._view.choose(None)
        elif span is not None:
            self._unselect(span[1])

    def delete_chosen(self) -> None:
        """Delete the chosen annotation."""
        if self._view.chosen is not None:
            self._inspector.delete_annotation()

    def _explain(self) -> None:
        if self._view.chosen is not None:
            self._messages.tell(
                self.tr("No words are selected, so nothing was tagged."),
                self.tr("Select words first. To give the chosen annotation another tag, press Ctrl+T."),
            )
        else:
            self._messages.tell(
                self.tr("No words are selected."),
                self.tr("Select words with the mouse, or with Shift and the arrows, then press the key of a tag."),
            )

    def _unselect(self, at: int) -> None:
        self._view.select(at, at)

    def _caret(self) -> QRect:
        """Where the selection ends, in global px."""
        rect = self._view.cursorRect()
        corner: QPoint = self._view.viewport().mapToGlobal(rect.topLeft())
        return QRect(corner, rect.size())

    def _show_annotations(self) -> None:
        if self._article_id is not None:
            self._view.set_annotations(self._session.archive.annotations.of_article(self._article_id))

    def _on_annotations_changed(self, article_id: str) -> None:
        if article_id in ("", self._article_id):
            self._show_annotations()

    def _on_view_chosen(self, annotation_id: str | None) -> None:
        if annotation_id != self._inspector.annotation_id:
            self._inspector.show_annotation(annotation_id)
        self.chosen_changed.emit(annotation_id is not None)

    def _on_inspector_chosen(self, annotation_id: str | None) -> None:
        self._view.choose(annotation_id)

    def _on_retag_wanted(self, annotation_id: str, place: QRect) -> None:
        try:
            tag = self._session.archive.annotations.get(annotation_id).tag
        except AnnotationNotFound as error:
            self._messages.tell_error(error)
            return
        self._retagged = annotation_id
        self._popup.open_at(place, tag.id)

    def _on_tag_chosen(self, tag_id: str) -> None:
        if self._retagged is None:
            self.tag_selection(tag_id)
        elif self._session.retag(self._retagged, tag_id) is not None:
            self._last_tag = tag_id
