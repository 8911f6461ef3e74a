# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies under and beside the text: hits, marks, suggestions and labels, painted and found again by a point.

Everything here is in px of the document; the view shifts its painter by what is scrolled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextBlock, QTextDocument

from archivist.model import Annotation
from archivist.ui.reader.geometry import LANES, Geometry
from archivist.ui.reader.hits import Hits
from archivist.ui.reader.label_lines import label_lines
from archivist.ui.reader.label_words import Labels, LabelWords
from archivist.ui.reader.labels import NOTE, SYMBOL, Entry, Fold, Label
from archivist.ui.reader.margin import Margin
from archivist.ui.reader.marks import Mark, MarkIndex
from archivist.ui.reader.painting import (
    Emphasis,
    Ink,
    Inks,
    Lettering,
    label_row_height,
    paint_fold,
    paint_held_outline,
    paint_hit,
    paint_label,
    paint_leads,
    paint_outline,
)
from archivist.ui.reader.paragraph_painting import ParagraphPainting
from archivist.ui.reader.stretches import Stretch
from archivist.ui.reader.suggestion_card import SuggestionCard
from archivist.ui.reader.suggestions import Suggested
from archivist.ui.reader.typesetting import Columns
from archivist.ui.theme import LIGHT, Colours

if TYPE_CHECKING:
    from archivist.model import Suggestion


class MarkLayer:
    """The marks, hits, suggestions and labels of one document."""

    def __init__(self, columns: Columns, font: QFont) -> None:
        self.marks = MarkIndex()
        self.hits = Hits()
        self.geometry = Geometry()
        self.suggested = Suggested(self.geometry)
        self.chosen: str | None = None  # id of an annotation
        self.hovered: str | None = None
        self.lit: frozenset[str] = frozenset()  # ids of annotations of the record that is looked at
        self.held: str | None = None  # id of the annotation that a relation is drawn from
        self._inks = Inks(LIGHT)
        self._columns = columns
        self._font = font
        self._wording = Labels()
        self._record_names: Mapping[str, str] = {}  # by id of annotation
        self._names: Mapping[str, str] = {}  # of records and tags that suggestions name, by id
        self._widths: dict[str, float] = {}  # of label texts
        self._broken: dict[
            tuple[LabelWords, float, int], tuple[list[str], float]
        ] = {}  # into lines, by what there is room for
        self._said: dict[str, tuple[Annotation, LabelWords]] = {}  # by id of annotation
        self._paintings: dict[int, ParagraphPainting] = {}  # by paragraph number
        self._margin = Margin(self.geometry, self._entry)
        self._lettering: Lettering | None = None
        self._set_out_margin()

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
        self._paintings.clear()
        self._margin.forget()

    def set_published(self, published: str) -> None:
        """The article was published then (EDTF), so that labels need not say its year."""
        self._wording = Labels(published)
        self._words_changed()

    def set_record_names(self, names: Mapping[str, str]) -> None:
        """The names of the records of annotations, by the ids of the annotations."""
        self._record_names = dict(names)
        self._words_changed()

    def set_names(self, names: Mapping[str, str]) -> None:
        """The names of the records and tags that suggestions name, by their ids."""
        self._names = dict(names)

    def add(self, mark: Mark) -> set[int]:
        """Take one mark in, in place of an older one of the same annotation; the numbers of the paragraphs changed."""
        changed = self.remove(mark.annotation.id)
        self.marks.add(mark)
        return changed | self._marks_changed(mark)

    def remove(self, annotation_id: str) -> set[int]:
        """Take one mark out, if it is there; the numbers of the paragraphs changed."""
        mark = self.marks.remove(annotation_id)
        return set() if mark is None else self._marks_changed(mark)

    def use(self, colours: Colours) -> None:
        """Paint in these colours from now on."""
        if colours is not self._inks.colours:
            self._inks = Inks(colours)
            self._lettering = None
            self._paintings.clear()

    def set_out(self, columns: Columns, font: QFont) -> None:
        """The text is laid out anew in these columns; font is that of the labels."""
        self._columns, self._font = columns, font
        self._widths.clear()
        self._broken.clear()
        self._lettering = None
        self.geometry.forget()
        self.suggested.forget()
        self._paintings.clear()
        self._set_out_margin()

    def marks_at(self, point: QPointF) -> list[Mark]:
        """The marks at a point of the text, in front first, or of the label column."""
        if point.x() < self._columns.labels_left - SYMBOL / 2:
            return self.geometry.marks_at(point)
        return next(filter(None, (each.marks_at(point) for each in self._margin.columns(point.y(), point.y()))), [])

    def on_label(self, point: QPointF) -> bool:
        """Whether a label, and not the text, is at a point."""
        return point.x() >= self._columns.labels_left - SYMBOL / 2 and bool(self.marks_at(point))

    def labels(self, top: float, bottom: float) -> list[Label]:
        """The labels that reach into a band, or whose line does."""
        return [
            label
            for column in self._margin.columns(top, bottom)
            for label in column.labels
            if label.rect.bottom() >= top and min(label.line.top(), label.rect.top()) <= bottom
        ]

    def folds(self, top: float, bottom: float) -> list[Fold]:
        """Those that reach into a band."""
        columns = self._margin.columns(top, bottom)
        return [
            each for one in columns for each in one.folds if each.rect.bottom() >= top and each.rect.top() <= bottom
        ]

    def words_of(self, mark: Mark) -> LabelWords:
        """What the label of a mark says."""
        annotation = mark.annotation
        said = self._said.get(annotation.id)
        if said is None or said[0] is not annotation:
            words = self._wording.of_annotation(annotation, self._record_names.get(annotation.id, ""))
            said = self._said[annotation.id] = (annotation, words)
        return said[1]

    def ink_of(self, mark: Mark) -> Ink:
        """The colours in which a mark is painted."""
        return self._inks.of(mark.annotation.tag)

    def changed_by(self, block: QTextBlock) -> tuple[tuple[float, float], tuple[float, float] | None]:
        """The bands in which the text, and the labels, look otherwise since marks of a paragraph changed, px."""
        text = self.geometry.top_of(block) - LANES, self.geometry.bottom_of(block) + LANES
        return text, self._margin.changed_by(block)

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
        paintings = [self._painting(block) for block in blocks]
        standing_out = self.lit.union(filter(None, (self.chosen, self.hovered)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for painting in paintings:
            painting.paint_grounds(painter, standing_out)
        for block in blocks:
            self._paint_hits(painter, block)
        self.suggested.paint(painter, blocks, top, bottom, self._inks.colours)
        for painting in paintings:
            painting.paint_lines(painter)
        outlined = [each for each in (self.chosen, self.held) if each is not None]
        if outlined:
            self._paint_outlines(painter, blocks, outlined)

    def paint_labels(self, painter: QPainter, top: float, bottom: float) -> None:
        """The labels of a band, and the lines that lead to them."""
        painter.setFont(self._font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        colours = self._inks.colours
        card = self.card(top, bottom)
        opened = self._opened(top, bottom)
        labels = [each for each in self.labels(top, bottom) if card is None or not card.covers(each.rect)]
        if opened is not None:
            labels = [each for each in labels if not opened.rect.intersects(each.rect)] + [opened]
        self._paint_leads(painter, [each for each in labels if each.leads])
        ratio = painter.device().devicePixelRatio()
        if self._lettering is None or self._lettering.ratio != ratio:
            self._lettering = Lettering(self._font, ratio)
        for label in labels:
            ink = self._inks.of(label.mark.annotation.tag)
            paint_label(painter, label, ink, self._emphasis(label.mark), self._lettering)
        for fold in self.folds(top, bottom):
            if opened is None or not opened.rect.intersects(fold.rect):
                paint_fold(painter, fold, colours)

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

    def _opened(self, top: float, bottom: float) -> Label | None:
        """The label of the chosen annotation where it says more than it has room for, over those below it."""
        columns = list(self._margin.columns(top, bottom))
        for column in columns:
            column.open(self.chosen, self._lines)
        return next((column.opened for column in columns if column.opened is not None), None)

    def _paint_leads(self, painter: QPainter, labels: Sequence[Label]) -> None:
        right = self._columns.text_right
        strong = [each for each in labels if self._emphasis(each.mark) is not Emphasis.PLAIN]
        if not self._columns.dots_only:
            plain = (each for each in labels if each.pushed and each not in strong)
            paint_leads(painter, plain, right, QColor(self._inks.colours.outline), 1)
        for each in strong:
            paint_leads(painter, [each], right, self._inks.of(each.mark.annotation.tag).line, 1.5)

    def _painting(self, block: QTextBlock) -> ParagraphPainting:
        number = block.blockNumber()
        if number not in self._paintings:
            self._paintings[number] = ParagraphPainting(self.geometry.stretches(block), self._inks)
        return self._paintings[number]

    def _paint_outlines(self, painter: QPainter, blocks: Iterable[QTextBlock], annotations: Sequence[str]) -> None:
        for stretch in (stretch for block in blocks for stretch in self.geometry.stretches(block)):
            if stretch.mark.annotation.id == self.held:
                paint_held_outline(painter, stretch, QColor(self._inks.colours.accent))
            elif stretch.mark.annotation.id in annotations:
                paint_outline(painter, stretch, self._inks.of(stretch.mark.annotation.tag))

    def _marks_changed(self, mark: Mark) -> set[int]:
        changed = self.geometry.forget_marks(mark.start, mark.end)
        for block in changed:
            self._paintings.pop(block.blockNumber(), None)
            self._margin.forget_paragraph(block)
        return {block.blockNumber() for block in changed}

    def _words_changed(self) -> None:
        self._said.clear()
        self._margin.forget()

    def _set_out_margin(self) -> None:
        row = label_row_height(QFontMetricsF(self._font))
        self._margin.set_out(self._columns.labels_left, self._columns.labels_width, row, self._lines)

    def _emphasis(self, mark: Mark) -> Emphasis:
        if mark.annotation.id == self.chosen:
            return Emphasis.CHOSEN
        strong = mark.annotation.id == self.hovered or mark.annotation.id in self.lit
        return Emphasis.HOVERED if strong else Emphasis.PLAIN

    def _entry(self, stretch: Stretch) -> Entry:
        words = LabelWords() if self._columns.dots_only else self.words_of(stretch.mark)
        note = NOTE if stretch.mark.annotation.note and words.parts else 0.0
        return Entry(stretch.mark, words, SYMBOL + self._width(words.text) + note, stretch.rects[0])

    def _lines(self, words: LabelWords, width: float, rows: int) -> tuple[list[str], float]:
        key = (words, width, rows)
        if key not in self._broken:
            lines = label_lines(words, width, rows, QFontMetricsF(self._font))
            self._broken[key] = lines, max(map(self._width, lines), default=0.0)
        lines, widest = self._broken[key]
        return list(lines), widest

    def _width(self, text: str) -> float:
        if text not in self._widths:
            self._widths[text] = QFontMetricsF(self._font).horizontalAdvance(text)
        return self._widths[text]
