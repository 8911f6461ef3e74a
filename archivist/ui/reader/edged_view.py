# SPDX-License-Identifier: GPL-3.0-or-later
"""The edges of the chosen annotation, which can be dragged to other words."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from archivist.language.edges import Edge, Unit, dragged
from archivist.text import whole_graphemes
from archivist.ui.reader.drag_scrolling import DragScrolling
from archivist.ui.reader.edge_grips import Grip, grips_of
from archivist.ui.reader.marked_view import MarkedView
from archivist.ui.reader.marks import Mark

_BEGIN = 4  # px that the pointer is moved before an edge is: a click is not always still
_BY_WORDS = Qt.KeyboardModifier.ControlModifier


class EdgedView(MarkedView):
    """Lets an edge follow the pointer: by characters, and with Ctrl by words.

    Its grips are seen while the pointer is on the chosen annotation. What is dragged is seen as it would
    be, and told when the pointer is let go; nothing is changed before somebody does what is wanted.
    """

    span_wanted = Signal(str, int, int)  # an annotation (id) and the span it is to have, in code points

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edges_movable = False
        self._edge_below: Edge | None = None  # the pointer is on its grip
        self._gripped_edge: Edge | None = None
        self._gripped_at = QPoint()
        self._edge_unit = Unit.CHARACTER
        self._reshaped: Mark | None = None  # the chosen mark as it is dragged, in the place of what it is
        self._edge_scrolling = DragScrolling(self)
        self._edge_scrolling.scrolled.connect(self._on_scrolled_below_edge)

    def set_edges_movable(self, movable: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Whether the edges of the chosen annotation can be dragged; at first they cannot."""
        self._end_edge()
        self._edges_movable = movable
        self.viewport().update()

    @property
    def dragged_span(self) -> tuple[int, int] | None:
        """The span, in code points, that the chosen annotation gets if the pointer is let go now."""
        mark = self._reshaped
        return None if mark is None else (self._map.to_code_point(mark.start), self._map.to_code_point(mark.end))

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Control:
            self._set_edge_unit(Unit.WORD)
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Control:
            self._set_edge_unit(Unit.CHARACTER)
        super().keyReleaseEvent(event)

    # For who hears of the pointer

    def _edge_at(self, point: QPoint) -> Edge | None:
        """The edge of the chosen annotation that is taken hold of at a point of the viewport."""
        where = self._to_document(point)
        return next((grip.edge for grip in self._grips() if grip.takes(where)), None)

    def _point_at_edge(self, edge: Edge | None) -> None:
        if edge is not self._edge_below:
            self._edge_below = edge
            self.viewport().update()

    def _grip_edge(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> bool:
        """The pointer is pressed at a point; whether that takes hold of an edge."""
        free = modifiers in (Qt.KeyboardModifier.NoModifier, _BY_WORDS)
        self._gripped_edge, self._gripped_at = self._edge_at(point) if free else None, point
        return self._gripped_edge is not None

    def _drag_edge(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """The pointer that took hold of an edge is moved to a point."""
        if self._reshaped is None and (point - self._gripped_at).manhattanLength() < _BEGIN:
            return
        self._gripped_at = point
        self._edge_unit = Unit.WORD if modifiers & _BY_WORDS else Unit.CHARACTER
        self._edge_scrolling.follow(point)
        self._bring_edge()

    def _drop_edge(self) -> None:
        """The pointer is let go."""
        span = self.dragged_span
        self._end_edge()
        mark = self._chosen_mark()
        if span is not None and mark is not None and span != (mark.annotation.start, mark.annotation.end):
            self.span_wanted.emit(mark.annotation.id, *span)

    def _end_edge(self) -> None:
        """Hold no edge; the annotation is seen where it stands."""
        self._gripped_edge = None
        self._edge_scrolling.end()
        reshaped, self._reshaped = self._reshaped, None
        if reshaped is not None and self._chosen_mark() is reshaped:
            annotation = reshaped.annotation
            self._place(Mark(annotation, self._map.to_utf16(annotation.start), self._map.to_utf16(annotation.end)))

    # Private

    def _bring_edge(self) -> None:
        """Let the edge that is held stand where the pointer is."""
        edge, mark = self._gripped_edge, self._chosen_mark()
        if edge is None or mark is None:
            return
        offset = self._code_point(self.cursorForPosition(self._gripped_at).position(), within=-1)
        span = mark.annotation.start, mark.annotation.end
        start, end = map(self._map.to_utf16, dragged(self._text, span, edge, offset, self._edge_unit))
        if self._reshaped is None or (start, end) != (mark.start, mark.end):
            self._reshaped = Mark(mark.annotation, start, end)
            self._place(self._reshaped)

    def _place(self, mark: Mark) -> None:
        self._marks_changed(self._layer.add(mark))

    def _set_edge_unit(self, unit: Unit) -> None:
        self._edge_unit = unit
        if self._reshaped is not None:
            self._bring_edge()

    def _on_scrolled_below_edge(self, point: QPoint) -> None:
        self._gripped_at = point
        self._bring_edge()

    def _marks_changed(self, paragraphs: Collection[int] | None = None) -> None:
        if self._reshaped is not None and self._chosen_mark() is not self._reshaped:
            self._end_edge()  # the annotation went, or became another, below the pointer
        super()._marks_changed(paragraphs)

    def _grips(self) -> list[Grip]:
        mark = self._chosen_mark()
        if mark is None or not self._edges_movable:
            return []
        last = whole_graphemes(self._text, *(self._map.to_code_point(mark.end) - back for back in (1, 0)))[0]
        return grips_of(self._layer.geometry, mark, self._map.to_utf16(last))

    def _grips_seen(self) -> list[Grip]:
        pointed_at = self._edge_below is not None or self._layer.hovered == self.chosen
        return self._grips() if pointed_at or self._gripped_edge is not None else []

    def _something_over(self) -> bool:
        return super()._something_over() or bool(self._grips_seen())

    def _paint_over(self, painter: QPainter, top: float, bottom: float) -> None:
        super()._paint_over(painter, top, bottom)
        mark, strong = self._chosen_mark(), self._gripped_edge or self._edge_below
        if mark is None:
            return
        for grip in self._grips_seen():
            grip.paint(painter, self._layer.ink_of(mark), self._layer.colours, strong=grip.edge is strong)
