# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole article as a narrow strip: where its annotations and hits are, and which part of it is in view.

Each kind has a column of its own, so that they are told apart without their colours; hits go across all.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from archivist.model import Kind
from archivist.ui.reader.view import ArticleView
from archivist.ui.theme import GRID, colours_of

_WIDTH = 3 * GRID
_COLUMN = 4.0  # px across
_LEAST = 2.0  # px, the height of the shortest mark
_SETTLING_MS = 80  # after a change, as many may come at once
_KINDS = list(Kind)
_SHADE = 0.14  # how much of the accent lies over what is in view


class Minimap(QWidget):
    """Shows and scrolls one view. A click goes there, dragging scrolls."""

    def __init__(self, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._picture: QPixmap | None = None
        self._settling = QTimer(self, singleShot=True, interval=_SETTLING_MS)
        self._settling.timeout.connect(self._forget)
        self.setFixedWidth(_WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Overview of the article"))
        self.setToolTip(self.tr("Annotations and hits in the whole article; click to go there"))
        view.marks_changed.connect(self._settling.start)
        view.hits_changed.connect(self._settling.start)
        view.verticalScrollBar().valueChanged.connect(self.update)
        view.verticalScrollBar().rangeChanged.connect(self.update)

    def in_view(self) -> tuple[float, float]:
        """The part of the text that is in view, from 0 to 1."""
        length = max(1, self._view.text_length)
        first, last = self._view.positions_in_view()
        return first / length, last / length

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colours = colours_of(self.palette())
        if self._picture is None or self._picture.devicePixelRatio() != self.devicePixelRatio():
            self._picture = self._drawn()
        with QPainter(self) as painter:
            painter.drawPixmap(QPointF(0, 0), self._picture)
            if not self._view.text_length:
                return
            top, bottom = (part * self.height() for part in self.in_view())
            shade, edge = QColor(colours.accent), QColor(colours.outline)
            shade.setAlphaF(_SHADE)
            painter.setPen(edge)
            painter.setBrush(shade)
            painter.drawRect(QRectF(0.5, top + 0.5, self.width() - 1, max(3 * _LEAST, bottom - top) - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)  # type: ignore[arg-type]
        self._picture = None  # the palette may be another

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._go_to(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position().y())

    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self._view.verticalScrollBar(), event)

    # Private

    def _go_to(self, y: float) -> None:
        part = min(1.0, max(0.0, y / max(1, self.height())))
        self._view.show_position(round(part * self._view.text_length))

    def _forget(self) -> None:
        self._picture = None
        self.update()

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatio()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        colours = colours_of(self.palette())
        picture.fill(QColor(colours.window))
        scale = self.height() / max(1, self._view.text_length)
        rows: dict[tuple[Kind, int], None] = {}
        with QPainter(picture) as painter:
            for start, end in self._view.hit_spans():
                height = max(_LEAST, (end - start) * scale)
                painter.fillRect(QRectF(1, start * scale, self.width() - 2, height), QColor(colours.hit_edge))
            for kind, start, end in self._view.mark_spans():
                row = (kind, int(start * scale))
                height = max(_LEAST, (end - start) * scale)
                if height == _LEAST and row in rows:
                    continue  # of ten thousand marks few can be told apart
                rows[row] = None
                left = 3 + _KINDS.index(kind) * (_COLUMN + 1)
                painter.fillRect(QRectF(left, start * scale, _COLUMN, height), colours.kind(kind))
        return picture
