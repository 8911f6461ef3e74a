# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies under and beside the text: hits, marks, suggestions and labels, painted and found again by a point.

Everything here is in px of the document; the view shifts its painter by what is scrolled.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextBlock, QTextDocument

from archivist.model import Suggestion
from archivist.ui.reader.geometry import LANES, Geometry
from archivist.ui.reader.hits import Hits
from archivist.ui.reader.label_lines import label_lines
from archivist.ui.reader.label_words import Labels, LabelWords
from archivist.ui.reader.labels import NOTE, SYMBOL, Entry, Label, LabelColumn
from archivist.ui.reader.marks import Mark, MarkIndex
from archivist.ui.reader.painting import (
    Emphasis,
    Inks,
    label_row_height,
    paint_fill,
    paint_fold,
    paint_held_outline,
    paint_hit,
    paint_label,
    paint_lead,
    paint_lines,
    paint_outline,
)
from archivist.ui.reader.suggestion_card import SuggestionCard
from archivist.ui.reader.suggestions import Suggested
from archivist.ui.reader.typesetting import Columns
from archivist.ui.theme import LIGHT, Colours

_MARGIN = 256.0  # px: labels are placed from this far above the view, as those push the ones below


class MarkLayer:
    """The marks, hits, suggestions and labels of one document."""

    def __init__(self, columns: Columns, font: QFont) -> None:
        self.marks = MarkIndex()
        self.hits = Hits()
        self.geometry = Geometry()
        self.suggested = Suggested(self.geometry)
        self.chosen: str | None = None  # id of an annotation
        self.hovered: str | None = None
        self.held: str | None = None  # id of the annotation that a relation is drawn from
        self._inks = Inks(LIGHT)
        self._columns = columns
        self._font = font
        self._wording = Labels()
        self._record_names: Mapping[str, str] = {}  # by id of annotation
        self._names: Mapping[str, str] = {}  # of records and tags that suggestions name, by id
        self._widths: dict[str, float] = {}  # of label texts
        self._labels: LabelColumn | None = None
        self._labelled = (0.0, 0.0)  # the band for which labels are placed

    @property
    def colours(self) -> Colours:
        """The colours in which it is painted."""
        return self._inks.colours

    @property
    def font(self) -> QFont:
        """That of the labels."""
        return self._font

    def show(self, document: QTextDocument, marks: MarkIndex) -> None:
        """Lie under another document, or carry other marks."""
        self.marks = marks
        self.geometry.show(document, marks)
        self.suggested.forget()
        self._labels = None

    def set_published(self, published: str) -> None:
        """The article was published then (EDTF), so that labels need not say its year."""
        self._wording = Labels(published)
        self._labels = None

    def set_record_names(self, names: Mapping[str, str]) -> None:
        """The names of the records of annotations, by the ids of the annotations."""
        self._record_names = dict(names)
        self._labels = None

    def set_names(self, names: Mapping[str, str]) -> None:
        """The names of the records and tags that suggestions name, by their ids."""
        self._names = dict(names)

    def add(self, mark: Mark) -> None:
        """Take one mark in, in place of an older one of the same annotation."""
        self.marks.add(mark)
        self._marks_changed()

    def remove(self, annotation_id: str) -> bool:
        """Take one mark out; whether it was there."""
        found = self.marks.remove(annotation_id) is not None
        self._marks_changed()
        return found

    def use(self, colours: Colours) -> None:
        """Paint in these colours from now on."""
        if colours is not self._inks.colours:
            self._inks = Inks(colours)

    def set_out(self, columns: Columns, font: QFont) -> None:
        """The text is laid out anew in these columns; font is that of the labels."""
        self._columns, self._font = columns, font
        self._widths.clear()
        self.geometry.forget()
        self.suggested.forget()
        self._labels = None

    def marks_at(self, point: QPointF) -> list[Mark]:
        """The marks at a point of the text, the innermost first, or of the label column."""
        if point.x() >= self._columns.labels_left - SYMBOL / 2:
            return self._labels.marks_at(point) if self._labels else []
        return self.geometry.marks_at(point)

    def on_label(self, point: QPointF) -> bool:
        """Whether a label, and not the text, is at a point."""
        return point.x() >= self._columns.labels_left - SYMBOL / 2 and bool(self.marks_at(point))

    def place_labels(self, top: float, bottom: float) -> bool:
        """Have the labels of a band at their places; whether any had to be placed anew."""
        if self._labels is not None and self._labelled[0] <= top and bottom <= self._labelled[1]:
            return False
        self._labelled = (top - _MARGIN, bottom + _MARGIN)
        metrics = QFontMetricsF(self._font)
        row = label_row_height(metrics)
        self._labels = LabelColumn(self._columns.labels_left, self._columns.labels_width, row)
        entries = sorted(self._entries(*self._labelled), key=lambda each: (each.line.top(), each.line.left()))
        self._labels.place(entries)
        self._labels.set_lines(self._lines)
        return True

    def words_of(self, mark: Mark) -> LabelWords:
        """What the label of a mark says."""
        annotation = mark.annotation
        return self._wording.of_annotation(annotation, self._record_names.get(annotation.id, ""))

    def places(self, top: float, bottom: float) -> dict[str, list[QRectF]]:
        """Where the marks of the paragraphs of a band stand, by the ids of their annotations."""
        found: dict[str, list[QRectF]] = {}
        for block in self.geometry.paragraphs(top, bottom):
            for stretch in self.geometry.stretches(block):
                found.setdefault(stretch.mark.annotation.id, []).extend(stretch.rects)
        return found

    def paint_text(self, painter: QPainter, top: float, bottom: float) -> None:
        """Marks and hits of a band, to be painted before the words."""
        blocks = list(self.geometry.paragraphs(top, bottom))
        seen = [
            (stretch, self._inks.of(stretch.mark.annotation.tag), self._emphasis(stretch.mark))
            for block in blocks
            for stretch in self.geometry.stretches(block)
            if stretch.rects[-1].bottom() + LANES >= top and stretch.rects[0].top() <= bottom
        ]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for stretch, ink, emphasis in seen:
            paint_fill(painter, stretch, ink, emphasis)
        for block in blocks:
            self._paint_hits(painter, block)
        self.suggested.paint(painter, blocks, top, bottom, self._inks.colours)
        for stretch, ink, _ in seen:
            paint_lines(painter, stretch, ink)
        for stretch, ink, emphasis in seen:
            if stretch.mark.annotation.id == self.held:
                paint_held_outline(painter, stretch, QColor(self._inks.colours.accent))
            elif emphasis is Emphasis.CHOSEN:
                paint_outline(painter, stretch, ink)

    def paint_labels(self, painter: QPainter, top: float, bottom: float) -> None:
        """The labels of a band, once they are placed, and the lines that lead to them."""
        if self._labels is None:
            return
        self._labels.open(self.chosen, self._lines)
        painter.setFont(self._font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        colours = self._inks.colours
        card = self.card(*self._labelled)
        for label in self._labels.labels:
            if label.rect.bottom() < top or min(label.line.top(), label.rect.top()) > bottom:
                continue
            if (card is not None and card.covers(label.rect)) or self._labels.is_covered(label.rect):
                continue
            self._paint_label(painter, label)
        if self._labels.opened is not None:
            self._paint_label(painter, self._labels.opened)
        for fold in self._labels.folds:
            if not self._labels.is_covered(fold.rect):
                paint_fold(painter, fold, colours)

    def _paint_label(self, painter: QPainter, label: Label) -> None:
        emphasis = self._emphasis(label.mark)
        ink = self._inks.of(label.mark.annotation.tag)
        strong = emphasis is not Emphasis.PLAIN
        if label.leads and (strong or (label.pushed and not self._columns.dots_only)):
            colour = ink.line if strong else QColor(self._inks.colours.outline)
            paint_lead(painter, label, self._columns.text_right, colour, strong=strong)
        paint_label(painter, label, ink, emphasis)

    def said_of(self, suggestion: Suggestion) -> tuple[LabelWords, str]:
        """What a suggestion would become, and how sure that is."""
        return (
            self._wording.of_suggestion(suggestion, self._names),
            self._wording.of_confidence(suggestion.confidence),
        )

    def card(self, top: float, bottom: float) -> SuggestionCard | None:
        """The label of the chosen suggestion, if that begins in a paragraph of a band."""
        offer = self.suggested.chosen
        if offer is None or not any(block.contains(offer.start) for block in self.geometry.paragraphs(top, bottom)):
            return None
        rects = self.geometry.rects(offer.start, offer.end)
        said = self.said_of(offer.suggestion)
        return SuggestionCard(offer.suggestion, *said, rects[0], self._columns, self._font) if rects else None

    def _paint_hits(self, painter: QPainter, block: QTextBlock) -> None:
        for start, end, current in self.hits.overlapping(block.position(), block.position() + block.length()):
            rects = self.geometry.rects_in(block, start, end)
            paint_hit(painter, rects, self._inks.colours, current=current)

    def _marks_changed(self) -> None:
        self.geometry.forget_marks()
        self._labels = None

    def _emphasis(self, mark: Mark) -> Emphasis:
        if mark.annotation.id == self.chosen:
            return Emphasis.CHOSEN
        return Emphasis.HOVERED if mark.annotation.id == self.hovered else Emphasis.PLAIN

    def _entries(self, top: float, bottom: float) -> Iterator[Entry]:
        for block in self.geometry.paragraphs(top, bottom):
            for stretch in self.geometry.stretches(block):
                line = stretch.rects[0]
                if stretch.opens and top <= line.top() <= bottom:
                    words = LabelWords() if self._columns.dots_only else self.words_of(stretch.mark)
                    note = NOTE if stretch.mark.annotation.note and words.parts else 0.0
                    yield Entry(stretch.mark, words, SYMBOL + self._width(words.text) + note, line)

    def _lines(self, words: LabelWords, width: float, rows: int) -> tuple[list[str], float]:
        lines = label_lines(words, width, rows, QFontMetricsF(self._font))
        return lines, max(map(self._width, lines), default=0.0)

    def _width(self, text: str) -> float:
        if text not in self._widths:
            self._widths[text] = QFontMetricsF(self._font).horizontalAdvance(text)
        return self._widths[text]
