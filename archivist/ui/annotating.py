# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotating: what the keys, the strip, the popup and the inspector do to the article that is shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Signal

from archivist.errors import AnnotationNotFound
from archivist.ui.inspector import InspectorPanel
from archivist.ui.keys import Keys
from archivist.ui.messages import MessageBar
from archivist.ui.reader import ReaderPanel
from archivist.ui.session import Session
from archivist.ui.sweeping import Sweeping
from archivist.ui.tag_keys import TagKeys
from archivist.ui.tagging import TagStrip
from archivist.ui.tagging.popup import TagPopup

if TYPE_CHECKING:
    from archivist.ui.tagging.popup import TagPopup


class Annotating(QObject):
    """Joins the reader and the inspector to the session; holds which tag was used last."""

    chosen_changed = Signal(bool)  # whether an annotation is chosen

    def __init__(
        self,
        session: Session,
        reader: ReaderPanel,
        inspector: InspectorPanel,
        strip: TagStrip,
        sweeping: Sweeping,
        messages: MessageBar,
        keys: Keys,
    ) -> None:
        super().__init__(reader)
        self._session = session
        self._view = reader.view
        self._inspector = inspector
        self._messages = messages
        self._reader = reader
        self._keys_of_actions = keys
        self._article_id: str | None = None
        self._last_tag: str | None = None
        self._sweeping = sweeping
        self._wanted: Callable[[str], object] = self.tag_selection  # what the popup was opened for
        self._keys = TagKeys(session, self._view)
        self._keys.pressed.connect(self._on_key_pressed)
        self._keys.awaited.connect(strip.show_awaited)
        strip.tag_clicked.connect(self._on_strip_tag_clicked)
        strip.more_wanted.connect(self.choose_tag)
        self._view.annotation_chosen.connect(self._on_view_chosen)
        self._view.words_swept.connect(self._on_words_swept)
        self._view.span_wanted.connect(self._on_span_wanted)
        inspector.annotation_chosen.connect(self._on_inspector_chosen)
        inspector.retag_wanted.connect(self._on_retag_wanted)
        session.annotations_changed.connect(self._on_annotations_changed)
        session.tags_changed.connect(self._show_annotations)

    @cached_property
    def popup(self) -> TagPopup:
        """The choice of a tag."""
        from archivist.ui.tagging.popup import TagPopup

        popup = TagPopup(self._session, self._reader)
        popup.tag_chosen.connect(self._on_tag_chosen)
        popup.closed.connect(self._view.setFocus)
        return popup

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
        """Open the popup at the selection, or give it the tag in hand; without one, choose what is at the caret."""
        if self._view.selection() is not None:
            if self._sweeping.held is not None:
                self.tag_selection(self._sweeping.held)
            else:
                self._open_popup(self.tag_selection)
            return
        before = self._view.chosen
        self._view.choose_at_caret()
        if self._view.chosen is None or self._view.chosen == before:
            self._explain()

    def hold(self) -> None:
        """Choose a tag to keep in hand; with one in hand, put it down."""
        if self._sweeping.held is not None:
            self._sweeping.put_down()
        else:
            self._sweeping.refresh()  # the action that was triggered looks as if one were
            self._open_popup(self._sweeping.take, self._last_tag)

    def move_chosen(self) -> None:
        """Let the chosen annotation be one of the selected words."""
        chosen, span = self._inspector.annotation_id, self._view.selection()
        if chosen is None:
            return
        if span is None:
            self._messages.tell(
                self.tr("No words are selected."),
                self.tr("Select those to which the annotation is to move, then try again."),
            )
            return
        self._inspector.save_pending()
        if self._session.move(chosen, *span) is not None:
            self._unselect(span[1])
            self._view.choose(chosen, scroll=False)

    def duplicate_chosen(self) -> None:
        """Mark the words of the chosen annotation once more, and choose the new one."""
        if self._view.chosen is None:
            return
        self._inspector.save_pending()
        twin = self._session.duplicate(self._view.chosen)
        if twin is not None:
            self._view.choose(twin.id, scroll=False)
            self._messages.tell(
                self.tr("These words carry the tag twice now."),
                self.tr("{key} gives the new one another tag.").format(key=self._keys_of_actions.told("retag")),
            )

    def retag(self) -> None:
        """Open the popup to give the chosen annotation another tag."""
        self._inspector.choose_tag()

    def unselect(self) -> None:
        """Put the tag in hand down; else choose no annotation; else select no words."""
        span = self._view.selection()
        if self._sweeping.held is not None:
            self._sweeping.put_down()
        elif self._view.chosen is not None:
            self._view.choose(None)
        elif span is not None:
            self._unselect(span[1])

    def delete_chosen(self) -> None:
        """Delete the chosen annotation."""
        self._inspector.delete_annotation()

    def _explain(self) -> None:
        if self._view.chosen is not None:
            self._messages.tell(
                self.tr("No words are selected, so nothing was tagged."),
                self.tr("Select words first. {key} gives the chosen annotation another tag.").format(
                    key=self._keys_of_actions.told("retag")
                ),
            )
        else:
            self._messages.tell(
                self.tr("No words are selected."),
                self.tr("Select words with the mouse, or with Shift and the arrows, then press the key of a tag."),
            )

    def _open_popup(self, then: Callable[[str], object], current: str | None = None) -> None:
        self._wanted = then
        self.popup.open_at(self._caret(), current)

    def _unselect(self, at: int) -> None:
        self._view.select(at, at)

    def _caret(self) -> QRect:
        """Where the selection ends, in global px."""
        rect = self._view.cursorRect()
        corner: QPoint = self._view.viewport().mapToGlobal(rect.topLeft())
        return QRect(corner, rect.size())

    def _show_annotations(self) -> None:
        if self._article_id is not None:
            self._view.set_annotations(self._session.archive.annotations.followed(self._article_id))

    def _on_annotations_changed(self, article_id: str) -> None:
        if article_id in ("", self._article_id):
            self._show_annotations()

    def _on_view_chosen(self, annotation_id: str | None) -> None:
        if annotation_id != self._inspector.annotation_id:
            self._inspector.show_annotation(annotation_id)
        self.chosen_changed.emit(annotation_id is not None)

    def _on_inspector_chosen(self, annotation_id: str | None) -> None:
        self._view.choose(annotation_id)
        if annotation_id is not None and self._view.chosen is None:  # it waits for review, so it is not in the text
            self._inspector.show_annotation(annotation_id)
            self.chosen_changed.emit(self._inspector.annotation_id is not None)

    def _on_key_pressed(self, tag_id: str) -> None:
        """With a tag in hand and no words selected, take the other one in hand."""
        if self._sweeping.held is not None and self._view.selection() is None:
            self._sweeping.take(tag_id)
        else:
            self.tag_selection(tag_id)

    def _on_strip_tag_clicked(self, tag_id: str) -> None:
        """Tag the selected words; with none, take the tag in hand, or put it down."""
        self._keys.forget()
        if self._view.selection() is not None:
            self.tag_selection(tag_id)
        elif self._sweeping.held == tag_id:
            self._sweeping.put_down()
        else:
            self._sweeping.take(tag_id)

    def _on_words_swept(self) -> None:
        if self._sweeping.held is not None:
            self.tag_selection(self._sweeping.held)

    def _on_span_wanted(self, annotation_id: str, start: int, end: int) -> None:
        """An edge was dragged."""
        self._inspector.save_pending()
        self._session.move(annotation_id, start, end)

    def _on_retag_wanted(self, annotation_id: str, place: QRect) -> None:
        try:
            tag = self._session.archive.annotations.get(annotation_id).tag
        except AnnotationNotFound as error:
            self._messages.tell_error(error)
            return
        self._wanted = lambda tag_id: self._retag(annotation_id, tag_id)
        self.popup.open_at(place, tag.id)

    def _on_tag_chosen(self, tag_id: str) -> None:
        self._wanted(tag_id)

    def _retag(self, annotation_id: str, tag_id: str) -> None:
        if self._session.retag(annotation_id, tag_id) is not None:
            self._last_tag = tag_id
