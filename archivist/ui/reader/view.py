# SPDX-License-Identifier: GPL-3.0-or-later
"""The article as it is annotated: what a person points at and chooses in it, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from archivist.model import Annotation
from archivist.ui.reader.arcs import Arc
from archivist.ui.reader.hits import Hits
from archivist.ui.reader.marked_view import MarkedView
from archivist.ui.reader.marks import Mark
from archivist.ui.reader.suggestions import Offer
from archivist.ui.reader.typesetting import Role

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEFT = Qt.MouseButton.LeftButton


class ArticleView(MarkedView):
    """Shows one text with its annotations and suggestions, and says what is done with them."""

    annotation_clicked = Signal(str)  # id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPoint | None = None
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
        self.set_annotations(annotations)
        self.hits_changed.emit(0, 0)

    # Relations

    def show_arcs(self, arcs: Iterable[Arc]) -> None:
        """Draw these relations over the text, and no others."""
        self._arcs.show(arcs)
        self.viewport().update()

    # Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        self._pressed = point if event.button() is _LEFT else None
        if not self._on_label(point) and not self._on_card(point):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._on_label(event.position().toPoint()):
            self.mousePressEvent(event)  # clicking fast is clicking again
        elif not self._on_card(event.position().toPoint()):
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        on_label = self._on_label(point)
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        near = pressed is not None and (point - pressed).manhattanLength() < QApplication.startDragDistance()
        if near and event.button() is _LEFT and (on_label or not self.textCursor().hasSelection()):
            self._click(point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._hover(next(iter(self._things_at(point)), None))
            self._show_cursor(
                Qt.CursorShape.PointingHandCursor if self._on_label(point) else Qt.CursorShape.IBeamCursor
            )

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.choose_at_caret()
        elif event.key() == Qt.Key.Key_Escape and self._let_go():
            pass
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # A suggestion is let go of before the window does what Escape does there.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and self._needs(event.key()):
            event.accept()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(self._marks_at(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)

    # Private

    def _things_at(self, point: QPoint) -> list[Mark | Offer]:
        """What a click there may mean, the first first: annotations, then suggestions."""
        return [] if self._on_card(point) else [*self._marks_at(point), *self._offers_at(point)]

    def _on_label(self, point: QPoint) -> bool:
        return not self._on_card(point) and self._layer.on_label(self._to_document(point))

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

    def _needs(self, key: int) -> bool:
        """Whether a key is for what is chosen here, and not for the window."""
        return key == Qt.Key.Key_Escape and self.chosen_suggestion is not None

    def _let_go(self) -> bool:
        """Choose no suggestion; else no annotation. Whether one was chosen."""
        if self.chosen_suggestion is not None:
            self.choose_suggestion(None)
        elif self.chosen is not None:
            self.choose(None)
        else:
            return False
        return True

    def _show_cursor(self, shape: Qt.CursorShape) -> None:
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)

    def _tip(self, marks: Sequence[Mark]) -> str:
        """What a tool tip says of marks; their words are a stranger's, so they are never markup."""
        lines = []
        for mark in marks:
            note = f": {escape(mark.annotation.note)}" if mark.annotation.note else ""
            lines.append(f"<b>{escape(self._layer.words_of(mark).text)}</b>{note}")
        return "<qt>" + "<br>".join(lines) + "</qt>" if lines else ""
