# SPDX-License-Identifier: GPL-3.0-or-later
"""The article as it is annotated: marks and hits under the words, labels in the margin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from archivist.model import Annotation
from archivist.ui.reader.clicks import ClickCycle
from archivist.ui.reader.hits import Hits
from archivist.ui.reader.layer import MarkLayer
from archivist.ui.reader.marks import Mark, MarkIndex, marks_of
from archivist.ui.reader.text_view import TextView
from archivist.ui.reader.typesetting import Role
from archivist.ui.theme import colours_of

_LABEL_SIZE = 0.76  # of the reading size


class ArticleView(TextView):
    """Shows one text with its annotations, and says which of them a person points at and chooses.

    Offsets are code points of the stored text, annotations are named by their ids.
    """

    annotation_clicked = Signal(str)  # id
    annotation_chosen = Signal(object)  # id, or None
    annotation_hovered = Signal(object)  # id, or None
    hits_changed = Signal(int, int)  # the number of the current hit from 1, or 0; how many there are
    hits_ended = Signal(int)  # there is no further hit in the direction (1 or -1) in which one goes

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer = MarkLayer(self._columns, self._label_font())
        self._clicks: ClickCycle[Mark] = ClickCycle()
        self._pressed: QPoint | None = None
        self._hits_go_round = True
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

        `published` (EDTF) says which year the labels need not name. No records are named until they are given.
        """
        self.choose(None)
        self._hover(None)
        self._clicks.forget()
        self._layer.hits = Hits()
        self._layer.set_published(published)
        self._layer.set_record_names({})
        self.show_text(text, roles)
        self.set_annotations(annotations)
        self.hits_changed.emit(0, 0)

    # Annotations

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Show other annotations on the same text; the chosen one stays chosen if it is among them."""
        marks = marks_of(annotations, self._map)
        self._layer.show(self.document(), MarkIndex(marks))
        self._marks_changed()

    def put_annotation(self, annotation: Annotation) -> None:
        """Show one more annotation, or an annotation as it is now."""
        marks = marks_of([annotation], self._map)
        if marks:
            self._layer.add(marks[0])
        else:
            self._layer.remove(annotation.id)
        self._marks_changed()

    def remove_annotation(self, annotation_id: str) -> None:
        """Show one annotation no longer."""
        self._layer.remove(annotation_id)
        self._marks_changed()

    def set_record_names(self, names: Mapping[str, str]) -> None:
        """Name the records of annotations in their labels; names are by the ids of the annotations."""
        self._layer.set_record_names(names)
        self.viewport().update()

    def annotations_at(self, point: QPoint) -> list[str]:
        """The ids of the annotations at a point of the viewport, the innermost first."""
        return [mark.annotation.id for mark in self._marks_at(point)]

    @property
    def chosen(self) -> str | None:
        """The id of the chosen annotation."""
        return self._layer.chosen

    def choose(self, annotation_id: str | None, *, scroll: bool = True) -> None:
        """Choose an annotation that is shown, or none."""
        mark = self._layer.marks.get(annotation_id)
        if mark is not None and scroll:
            self._reveal(mark.start, mark.end)
        self._choose(mark)

    def choose_next(self) -> None:
        """Choose the annotation after the chosen one, or after the caret; after the last the first."""
        marks, chosen = self._layer.marks, self._chosen_mark()
        self._go_to(marks.following(chosen) if chosen else marks.first_from(self.textCursor().selectionStart()))

    def choose_previous(self) -> None:
        """Choose the annotation before the chosen one, or before the caret; before the first the last."""
        marks, chosen = self._layer.marks, self._chosen_mark()
        self._go_to(marks.preceding(chosen) if chosen else marks.last_before(self.textCursor().selectionStart()))

    def choose_at_caret(self) -> None:
        """Choose the innermost annotation at the caret; again, and it is the next one out."""
        position = self.textCursor().position()
        found = sorted(self._layer.marks.overlapping(position, position + 1), key=lambda mark: mark.length)
        self._choose(self._clicks.next(found))

    # Hits

    def set_hits(self, spans: Iterable[tuple[int, int]], *, go_round: bool = True) -> None:
        """Paint hits of a search at these spans; none of them is current yet.

        After the last one comes the first again, unless `go_round` is false: then hits_ended is emitted.
        """
        to_utf16 = self._map.to_utf16
        self._layer.hits = Hits((to_utf16(start), to_utf16(end)) for start, end in spans)
        self._hits_go_round = go_round
        self.viewport().update()
        self.hits_changed.emit(0, len(self._layer.hits))

    def next_hit(self) -> None:
        """Go to the next hit, at first to the one after the caret."""
        self._go_on_hit(1)

    def previous_hit(self) -> None:
        """Go to the hit before, at first to the one before the caret."""
        self._go_on_hit(-1)

    def go_to_hit(self, number: int) -> None:
        """Go to a hit of the article; -1 is the last."""
        count = len(self._layer.hits)
        if -count <= number < count:
            self._go_to_hit(number % count)

    def go_to_place(self, start: int, end: int) -> None:
        """Go to a span, and make the hit there, if there is one, the current one."""
        position = self._map.to_utf16(start)
        number = self._layer.hits.number_at(position)
        if number is not None:
            self._go_to_hit(number)
        else:
            self._set_caret(position)
            self._reveal(position, self._map.to_utf16(end))

    def reveal(self, start: int, end: int) -> None:
        """Scroll to a span, if it is out of sight."""
        self._reveal(self._map.to_utf16(start), self._map.to_utf16(end))

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        split = (self._columns.text_right + self._columns.labels_left) // 2
        view = self.viewport().rect()
        text = event.region().intersected(QRect(0, 0, split, view.height())).boundingRect()
        beside = event.region().intersected(view.adjusted(self._columns.text_right, 0, 0, 0)).boundingRect()
        scrolled = self.verticalScrollBar().value()
        self._layer.use(colours_of(self.palette()))
        with QPainter(self.viewport()) as painter:
            painter.translate(-self.horizontalScrollBar().value(), -scrolled)
            if not text.isEmpty():
                self._layer.paint_text(painter, scrolled + text.top(), scrolled + text.bottom())
            if not beside.isEmpty():
                self._layer.place_labels(scrolled, scrolled + view.height())
                self._layer.paint_labels(painter, scrolled + beside.top(), scrolled + beside.bottom())
        super().paintEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        top = self.verticalScrollBar().value()
        if self._layer.place_labels(top, top + self.viewport().height()):
            # Labels placed anew may stand elsewhere than the ones that were scrolled along.
            self.viewport().update(self.viewport().rect().adjusted(self._columns.text_right, 0, 0, 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None
        if not self._on_label(event.position().toPoint()):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._on_label(event.position().toPoint()):
            self.mousePressEvent(event)  # clicking fast is clicking again
        else:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        on_label = self._on_label(point)
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        near = pressed is not None and (point - pressed).manhattanLength() < QApplication.startDragDistance()
        if near and event.button() is Qt.MouseButton.LeftButton and (on_label or not self.textCursor().hasSelection()):
            self._click(self._clicks.next(self._marks_at(point)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            point = event.position().toPoint()
            marks = self._marks_at(point)
            self._hover(marks[0].annotation.id if marks else None)
            shape = Qt.CursorShape.PointingHandCursor if self._on_label(point) else Qt.CursorShape.IBeamCursor
            if self.viewport().cursor().shape() is not shape:
                self.viewport().setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_at_caret()
        elif event.key() == Qt.Key.Key_Escape and self.chosen is not None:
            self.choose(None)
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            marks = self._marks_at(event.pos())
            QToolTip.showText(event.globalPos(), self._tip(marks), self.viewport())
            return True
        return super().viewportEvent(event)

    # Private

    def _laid_out(self) -> None:
        self._layer.set_out(self._columns, self._label_font())

    def _marks_changed(self) -> None:
        if self._layer.chosen is not None and self._chosen_mark() is None:
            self._choose(None)
        self._describe()
        self.viewport().update()

    def _marks_at(self, point: QPoint) -> list[Mark]:
        return self._layer.marks_at(self._to_document(point))

    def _on_label(self, point: QPoint) -> bool:
        return self._layer.on_label(self._to_document(point))

    def _chosen_mark(self) -> Mark | None:
        return self._layer.marks.get(self._layer.chosen)

    def _choose(self, mark: Mark | None) -> None:
        chosen = mark.annotation.id if mark else None
        if chosen != self._layer.chosen:
            self._layer.chosen = chosen
            self._describe()
            self.viewport().update()
            self.annotation_chosen.emit(chosen)

    def _describe(self) -> None:
        """Say aloud what is chosen, or else how many annotations there are."""
        mark = self._chosen_mark()
        if mark is not None:
            said = self.tr("Chosen: {tag}, “{words}”")
            words = self._text[mark.annotation.start : mark.annotation.end]
            self.setAccessibleDescription(said.format(tag=mark.annotation.tag.name, words=words))
        else:
            self.setAccessibleDescription(self.tr("%n annotation(s)", "", len(self._layer.marks)))

    def _go_to(self, mark: Mark | None) -> None:
        if mark is not None:
            self._set_caret(mark.start)
            self._reveal(mark.start, mark.end)
            self._choose(mark)

    def _click(self, mark: Mark | None) -> None:
        self._choose(mark)
        if mark is not None:
            self.annotation_clicked.emit(mark.annotation.id)

    def _hover(self, annotation_id: str | None) -> None:
        if annotation_id != self._layer.hovered:
            self._layer.hovered = annotation_id
            self.viewport().update()
            self.annotation_hovered.emit(annotation_id)

    def _go_on_hit(self, step: int) -> None:
        place = self.textCursor().selectionStart()
        number = self._layer.hits.go_on(place, step, round_the_end=self._hits_go_round)
        if number is not None:
            self._go_to_hit(number)
        elif not self._hits_go_round:
            self.hits_ended.emit(step)

    def _go_to_hit(self, number: int) -> None:
        self._layer.hits.current = number
        start, end = self._layer.hits[number]
        self._set_caret(start)
        self._reveal(start, end)
        self.viewport().update()
        self.hits_changed.emit(number + 1, len(self._layer.hits))

    def _reveal(self, start: int, end: int) -> None:
        rects = self._layer.geometry.rects(start, end)
        if rects:
            self._scroll_to(rects[0])

    def _set_caret(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)

    def _label_font(self) -> QFont:
        font = QApplication.font()
        font.setPixelSize(round(self.reading_size * _LABEL_SIZE))
        return font

    def _tip(self, marks: Sequence[Mark]) -> str:
        """What a tool tip says of marks; their words are a stranger's, so they are never markup."""
        lines = []
        for mark in marks:
            note = f": {escape(mark.annotation.note)}" if mark.annotation.note else ""
            lines.append(f"<b>{escape(self._layer.words_of(mark).text)}</b>{note}")
        return "<qt>" + "<br>".join(lines) + "</qt>" if lines else ""
