# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of a PDF one below the other, as wide as there is room; they are drawn by somebody else."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from archivist.ui.theme import GRID, colours_of

_KEPT = 8  # pages before and after those in view that stay drawn
_SETTLED_MS = 120  # after the last change of its width, in which pages are only stretched
_PAPER = "#ffffff"


class PdfView(QAbstractScrollArea):
    """Wants the pages that are looked at, and the next one."""

    pages_wanted = Signal(list, int)  # numbers from 1, the first the most; the width in dots
    page_reached = Signal(int, int)  # number of the page in view, from 1; how many there are

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: list[tuple[float, float]] = []
        self._tops: list[int] = [0]  # px, of each page and behind the last
        self._pages: dict[int, tuple[int, QImage]] = {}  # by number: the width it was wanted in, and the page
        self._said = ""
        self._reached = (0, 0)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self._want)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The original document"))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def page_count(self) -> int:
        """How many pages there are; 0 while that is not known."""
        return len(self._sizes)

    def drawn_pages(self) -> list[int]:
        """The numbers of the pages that are there to be seen."""
        return sorted(number for number, (_, image) in self._pages.items() if not image.isNull())

    def show_words(self, said: str) -> None:
        """Show no pages, but what there is to be said instead."""
        self._said = said
        self._set_sizes([])

    def show_pages(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Show pages of these sizes (width and height, in points), from the first."""
        self._said = ""
        self._set_sizes(sizes)
        self._want()

    def put_page(self, number: int, width: int, page: QImage) -> None:
        """Show a page that was wanted in a width; one without dots is said to be beyond drawing."""
        if 1 <= number <= self.page_count:
            self._pages[number] = width, page
            self.viewport().update()

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), QColor(colours.window))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            if self._said:
                self._paint_words(painter, self.viewport().rect(), self._said, colours.muted)
            for number in self._in_view():
                place = self._place(number)
                _, page = self._pages.get(number, (0, None))
                painter.fillRect(place, QColor(_PAPER))
                if page is not None and not page.isNull():
                    painter.drawImage(place, page)
                elif page is not None:
                    said = self.tr("Page {number} cannot be drawn.").format(number=number)
                    self._paint_words(painter, place, said, "#5c5c5c")
                painter.setPen(QPen(QColor(colours.line), 1))
                painter.drawRect(place.adjusted(0, 0, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        bar = self.verticalScrollBar()
        before = bar.value() / max(1, self._tops[-1])
        self._lay_out()
        bar.setValue(round(before * self._tops[-1]))
        self._settling.start(_SETTLED_MS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in ends:
            bar.setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    # Private

    def _set_sizes(self, sizes: Sequence[tuple[float, float]]) -> None:
        self._sizes = list(sizes)
        self._pages.clear()
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._tell_page()
        self.viewport().update()

    def _lay_out(self) -> None:
        width = self._width()
        heights = (round(width * height / wide) + GRID for wide, height in self._sizes)
        self._tops = list(accumulate(heights, initial=GRID))
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self._tops[-1] - height) if self._sizes else 0)
        bar.setPageStep(height)
        bar.setSingleStep(4 * GRID)

    def _width(self) -> int:
        return max(1, self.viewport().width() - 2 * GRID)

    def _place(self, number: int) -> QRect:
        top, below = self._tops[number - 1], self._tops[number]
        return QRect(GRID, top - self.verticalScrollBar().value(), self._width(), below - top - GRID)

    def _in_view(self) -> range:
        """The numbers of the pages that are seen."""
        if not self._sizes:
            return range(0)
        top = self.verticalScrollBar().value()
        first = bisect_right(self._tops, top) or 1
        last = bisect_right(self._tops, top + self.viewport().height())
        return range(min(first, self.page_count), min(last, self.page_count) + 1)

    def _on_scrolled(self) -> None:
        self.viewport().update()
        self._tell_page()
        if not self._settling.isActive():
            self._want()

    def _want(self) -> None:
        """Want what is seen, or about to be, in the width that it is seen in."""
        seen = self._in_view()
        if not seen or not self.isVisible():
            return
        near = range(max(1, seen[0] - _KEPT), seen[-1] + _KEPT + 1)
        for number in [each for each in self._pages if each not in near]:
            del self._pages[number]
        width = round(self._width() * self.devicePixelRatio())
        soon = [*seen, min(seen[-1] + 1, self.page_count)]
        missing = [each for each in dict.fromkeys(soon) if self._pages.get(each, (0, None))[0] != width]
        self.pages_wanted.emit(missing, width)

    def _tell_page(self) -> None:
        bar = self.verticalScrollBar()
        # At the beginning that is the first page, at the end the last, however many are seen.
        looked_at = bar.value() + self.viewport().height() * bar.value() / max(1, bar.maximum())
        number = min(max(1, bisect_right(self._tops, looked_at)), self.page_count)
        if (number, self.page_count) != self._reached:
            self._reached = number, self.page_count
            self.page_reached.emit(*self._reached)

    @staticmethod
    def _paint_words(painter: QPainter, place: QRect, words: str, colour: str) -> None:
        painter.setPen(QColor(colour))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(place.adjusted(2 * GRID, 2 * GRID, -2 * GRID, -2 * GRID), flags, words)
