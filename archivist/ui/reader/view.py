# SPDX-License-Identifier: GPL-3.0-or-later
"""The article as it is annotated: what a person points at, chooses and relates in it, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from archivist.model import Annotation, Kind
from archivist.ui.reader.arcs import Arc
from archivist.ui.reader.drag_scrolling import DragScrolling
from archivist.ui.reader.edged_view import EdgedView
from archivist.ui.reader.hits import Hits
from archivist.ui.reader.marks import Mark
from archivist.ui.reader.suggestions import Offer
from archivist.ui.reader.typesetting import Role

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEFT = Qt.MouseButton.LeftButton


class ArticleView(EdgedView):
    """Shows one text with its annotations, suggestions and relations, and says what is done with them.

    A relation is made by dragging from a label, or from a mark with Alt held; or by begin_relation(),
    choosing another annotation, and Enter.
    """

    annotation_clicked = Signal(str)  # id
    words_swept = Signal()  # words were selected by the pointer, and it was let go
    menu_wanted = Signal(QPoint)  # at a global point; what lies there is chosen
    relation_wanted = Signal(str, str)  # ids of the annotations from which and to which
    relation_source_changed = Signal(object)  # id of the annotation that is held by keys, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPoint | None = None
        self._scrolling = DragScrolling(self)
        self._scrolling.scrolled.connect(self._drag)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Article text"))
        self.show_article("", ())

    def show_article(
        self,
        text: str,
        annotations: Iterable[Annotation],
        roles: Sequence[Role] = (Role.HEADLINE,),
        *,
        published: str = "",
    ) -> None:
        """Show a canonical text from its beginning; roles are those of its first paragraphs.

        It has no suggestions, arcs and names of records until they are given. `published` (EDTF) says
        which year the labels need not name.
        """
        self.end_relation()
        self._end_edge()
        self.choose(None)
        self.choose_suggestion(None)
        self._hover(None)
        self._clicks.forget()
        self._layer.hits = Hits()
        self._layer.suggested.show(())
        self._layer.set_published(published)
        self._layer.set_record_names({})
        self._arcs.show(())
        self.show_text(text, roles)
        self._set_first_annotations(annotations)
        self.hits_changed.emit(0, 0)

    # For an overview; positions are those of the document, in UTF-16 units

    @property
    def text_length(self) -> int:
        """How many positions the document has."""
        return self._map.utf16_length

    def positions_in_view(self) -> tuple[int, int]:
        """Where what is in view begins and ends."""
        left = self._columns.left
        first = self.cursorForPosition(QPoint(left, 1))
        last = self.cursorForPosition(QPoint(self._columns.text_right, self.viewport().height() - 2))
        return first.position(), last.position()

    def mark_spans(self) -> Iterator[tuple[Kind, int, int]]:
        """The kinds and places of the annotations that are seen."""
        return ((mark.annotation.tag.kind, mark.start, mark.end) for mark in self._layer.marks)

    def hit_spans(self) -> Iterator[tuple[int, int]]:
        """The places of the hits."""
        return (self._layer.hits[number] for number in range(len(self._layer.hits)))

    def show_position(self, position: int) -> None:
        """Scroll so that a position is in the middle of the view."""
        rects = self._layer.geometry.rects(position, min(position + 1, self.text_length))
        if not rects:  # between two paragraphs
            block = self.document().findBlock(position)
            top = self._layer.geometry.top_of(block)
        else:
            top = rects[0].top()
        self.verticalScrollBar().setValue(round(top - self.viewport().height() / 2))

    # Relations

    def show_arcs(self, arcs: Iterable[Arc]) -> None:
        """Draw these relations over the text, and no others."""
        self._arcs.show(arcs)
        self.viewport().update()

    @property
    def relation_source(self) -> str | None:
        """The id of the annotation that is held by keys, to be related to another."""
        return self._relating.source if self._relating.held else None

    def begin_relation(self) -> bool:
        """Hold the chosen annotation, so that it is related to the one that is chosen when Enter is pressed.

        Whether there was one to hold.
        """
        self.end_relation()
        if self.chosen is None:
            return False
        self._relating.hold(self.chosen)
        self._relating_changed()
        self.relation_source_changed.emit(self.chosen)
        return True

    def finish_relation(self) -> None:
        """Want the relation from the held annotation to the chosen one, if that is another."""
        source, target = self.relation_source, self.chosen
        if source is not None and target is not None and source != target:
            self.end_relation()
            self.relation_wanted.emit(source, target)

    def end_relation(self) -> None:
        """Make no relation, held or dragged."""
        held = self._relating.held
        if self._relating.source is not None or self._relating.gripped:
            self._relating.end()
            self._scrolling.end()
            self._relating_changed()
        if held:
            self.relation_source_changed.emit(None)

    # Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        self._pressed = point if event.button() is _LEFT else None
        grip = self._grip_at(point, event.modifiers()) if event.button() is _LEFT else None
        self._relating.grip(grip)
        if event.button() is _LEFT and grip is None and self._grip_edge(point, event.modifiers()):
            return
        if grip is None and not self._on_label(point) and not self._on_card(point):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._on_label(event.position().toPoint()):
            self.mousePressEvent(event)  # clicking fast is clicking again
        elif not self._on_card(event.position().toPoint()):
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if event.button() is _LEFT and self._relating.dragging:
            self._drop()
            return
        if event.button() is _LEFT and self._gripped_edge is not None and self._let_edge_go(point):
            return
        unselected = self._on_label(point) or self._relating.gripped
        self._relating.grip(None)
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if event.button() is _LEFT and pressed is not None and not unselected and self.textCursor().hasSelection():
            self.words_swept.emit()
            return
        near = pressed is not None and (point - pressed).manhattanLength() < QApplication.startDragDistance()
        if near and event.button() is _LEFT and (unselected or not self.textCursor().hasSelection()):
            self._click(point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if event.buttons() & _LEFT and self._relating.gripped:
            moved = self._pressed is not None and (point - self._pressed).manhattanLength()
            if self._relating.dragging or moved >= QApplication.startDragDistance():
                self._drag(point)
            return
        if event.buttons() & _LEFT and self._gripped_edge is not None:
            self._drag_edge(point, event.modifiers())
            return
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._hover(next(iter(self._things_at(point)), None))
            self._point_at_edge(None if self._on_card(point) else self._edge_at(point))
            self._show_cursor(self._cursor_at(point))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            corner = self.cursorRect().bottomLeft()
        else:
            corner = event.pos()
            self._choose_for_menu(corner)
        self.menu_wanted.emit(self.viewport().mapToGlobal(corner))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        self._point_at_edge(None)
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.end_relation()
        self._end_edge()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            if self._relating.held:
                self.finish_relation()
            else:
                self.choose_at_caret()
        elif event.key() == Qt.Key.Key_Escape and self._let_go():
            pass
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # What is being made goes before what these keys do in the window.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and self._needs(event.key()):
            event.accept()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            on_edge = self._edge_at(event.pos()) is not None
            tip = self._tip_of_edge() if on_edge else self._tip(self._marks_at(event.pos()))
            QToolTip.showText(event.globalPos(), tip, self.viewport())
            return True
        return super().viewportEvent(event)

    # Private

    def _things_at(self, point: QPoint) -> list[Mark | Offer]:
        """What a click there may mean, the first first: annotations, then suggestions."""
        return [] if self._on_card(point) else [*self._marks_at(point), *self._offers_at(point)]

    def _on_label(self, point: QPoint) -> bool:
        return not self._on_card(point) and self._layer.on_label(self._to_document(point))

    def _choose_for_menu(self, point: QPoint) -> None:
        """Choose the annotation at a point, or put the caret there, unless the words there are selected."""
        things = self._things_at(point)
        if things:
            if self._chosen_mark() not in things:
                self._take(things[0])
        elif not self._is_selected(point):
            self.choose(None)
            self.setTextCursor(self.cursorForPosition(point))

    def _is_selected(self, point: QPoint) -> bool:
        cursor, at = self.textCursor(), self.cursorForPosition(point).position()
        return cursor.hasSelection() and cursor.selectionStart() <= at <= cursor.selectionEnd()

    def _on_card(self, point: QPoint) -> bool:
        """Whether a point is on the label of the chosen suggestion."""
        top = self.verticalScrollBar().value()
        card = self._layer.card(top, top + self.viewport().height())
        return card is not None and card.rect.contains(self._to_document(point))

    def _click(self, point: QPoint) -> None:
        if self._on_card(point):
            return
        thing = self._clicks.next(self._things_at(point))
        self._take(thing)
        if isinstance(thing, Mark):
            self.annotation_clicked.emit(thing.annotation.id)

    def _grip_at(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> str | None:
        """The annotation from which dragging draws a relation: by its label, or by its words with Alt held."""
        if self._on_label(point) or (modifiers & Qt.KeyboardModifier.AltModifier and not self._on_card(point)):
            return next((mark.annotation.id for mark in self._marks_at(point)), None)
        return None

    def _drag(self, point: QPoint) -> None:
        held = self._relating.held
        there = self._marks_at(point) if self.viewport().rect().contains(point) else []
        self._relating.drag(point, there)
        self._hover(self._layer.marks.get(self._relating.target))
        self._scrolling.follow(point)
        self._relating_changed()
        if held:
            self.relation_source_changed.emit(None)

    def _drop(self) -> None:
        ends = self._relating.end()
        self._pressed = None
        self._scrolling.end()
        self._relating_changed()
        if ends is not None:
            self.relation_wanted.emit(*ends)

    def _let_edge_go(self, point: QPoint) -> bool:
        """Drop the edge that is dragged; whether it was, so that this is no click on what lies there."""
        if self.dragged_span is None:
            self._end_edge()
            self.setTextCursor(self.cursorForPosition(point))
            if self._things_at(point):
                return False
        self._drop_edge()
        self._point_at_edge(self._edge_at(point))
        self._pressed = None
        return True

    def _relating_changed(self) -> None:
        self._layer.held = self._relating.source
        self._show_cursor(Qt.CursorShape.CrossCursor if self._relating.dragging else Qt.CursorShape.IBeamCursor)
        self.viewport().update()

    def _needs(self, key: int) -> bool:
        """Whether a key is for what is being made or chosen here, and not for the window."""
        if key in _ENTER:
            return self._relating.held
        held = self._relating.source is not None or self._gripped_edge is not None
        return key == Qt.Key.Key_Escape and (held or self.chosen_suggestion is not None)

    def _let_go(self) -> bool:
        """Make no relation, move no edge; else choose no suggestion; else no annotation. Whether there was any."""
        if self._relating.source is not None:
            self._pressed = None
            self.end_relation()
        elif self._gripped_edge is not None:
            self._pressed = None
            self._end_edge()
        elif self.chosen_suggestion is not None:
            self.choose_suggestion(None)
        elif self.chosen is not None:
            self.choose(None)
        else:
            return False
        return True

    def _marks_changed(self, paragraphs: Collection[int] | None = None) -> None:
        if self._relating.source is not None and self._layer.marks.get(self._relating.source) is None:
            self.end_relation()
        super()._marks_changed(paragraphs)

    def _cursor_at(self, point: QPoint) -> Qt.CursorShape:
        if self._on_label(point):
            return Qt.CursorShape.PointingHandCursor
        return Qt.CursorShape.SplitHCursor if self._edge_below is not None else Qt.CursorShape.IBeamCursor

    def _tip_of_edge(self) -> str:
        from html import escape

        said = self.tr("Drag it to other words. With Ctrl it goes from word to word; Esc lets it be.")
        return f"<qt>{escape(said)}</qt>"  # which breaks it into lines

    def _show_cursor(self, shape: Qt.CursorShape) -> None:
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)

    def _tip(self, marks: Sequence[Mark]) -> str:
        """What a tool tip says of marks; their words are a stranger's, so they are never markup."""
        from html import escape

        lines = []
        for mark in marks:
            note = f": {escape(mark.annotation.note)}" if mark.annotation.note else ""
            lines.append(f"<b>{escape(self._layer.words_of(mark).text)}</b>{note}")
        return "<qt>" + "<br>".join(lines) + "</qt>" if lines else ""
