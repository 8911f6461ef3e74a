# SPDX-License-Identifier: GPL-3.0-or-later
"""The labels in the margin: where they stand so that none covers another, and how many rows each has."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF

from archivist.ui.reader.label_words import SEPARATOR, LabelWords
from archivist.ui.reader.marks import Mark

SYMBOL = 14.0  # px, the symbol of the kind with the gap after it
NOTE = 8.0  # px, the mark of a note after the words
_GAP = 8.0  # px between labels side by side
_ROW_GAP = 1.0
_FOLD = 36.0  # px for "+12"
_CLEARLY = 4.0  # px
_FURTHEST = 5  # rows that a label may be pushed down from its line
_MOST_ROWS = 3  # of one label
_MOST_OPENED = 8  # of the one that says all

Lines = Callable[[LabelWords, float, int], tuple[list[str], float]]


@dataclass(slots=True)
class Label:
    """A label at its place, in px of the document."""

    mark: Mark
    words: LabelWords
    rect: QRectF
    line: QRectF  # the line of text that it belongs to
    leads: bool  # the first of its row
    width: float  # what it would take up in full, in one row
    row: QRectF = field(init=False)  # its first row
    lines: list[str] = field(default_factory=list)  # its words, a line for each row

    def __post_init__(self) -> None:
        self.row = self.rect

    @property
    def shortened(self) -> bool:
        """Whether its words do not fit into one row."""
        return self.rect.width() < self.width

    @property
    def is_cut(self) -> bool:
        """Whether its lines say less than its words."""
        return sum(map(_letters, self.lines)) < sum(map(_letters, self.words.parts)) and bool(self.lines)

    @property
    def pushed(self) -> bool:
        """Whether it stands clearly below its line."""
        return self.row.center().y() - self.line.center().y() > _CLEARLY


@dataclass(slots=True)
class Fold:
    """The labels for which there was no room, as one: "+12"."""

    rect: QRectF
    marks: list[Mark] = field(default_factory=list)


@dataclass(slots=True)
class Entry:
    """A label that wants a place; width is what it takes up in full, in px."""

    mark: Mark
    words: LabelWords
    width: float
    line: QRectF


class LabelColumn:
    """Labels in reading order: each beside its line where there is room, else pushed down, else folded."""

    def __init__(self, left: float, width: float, row: float) -> None:
        self.labels: list[Label] = []
        self.folds: list[Fold] = []
        self.opened: Label | None = None  # the one that says all of its words
        self._left, self._right, self._row = left, left + width, row

    def place(self, entries: Iterable[Entry]) -> None:
        """Place all labels; they come sorted by their line, then along it."""
        for entry in entries:
            if not self._beside(entry) and not self._below(entry):
                self._fold(entry)

    def set_lines(self, lines: Lines) -> None:
        """Have the words of the placed labels broken into lines by lines(words, width, most rows).

        That returns the lines and the px that the widest takes up.
        A label that is too long for one row goes on in the rows below, where they are free.
        """
        folded = {fold.rect.top() for fold in self.folds}
        for number, label in enumerate(self.labels):
            rows = 1
            if label.shortened and label.rect.top() not in folded:
                rows = self._free_rows(number)
            self._break(label, lines, rows)

    def open(self, annotation_id: str | None, lines: Lines) -> None:
        """Let the label of an annotation say all of its words, over those below it, and no other one.

        Where it has room for them, nothing changes.
        """
        self.opened = None
        label = next((each for each in self.labels if each.mark.annotation.id == annotation_id), None)
        if label is None or not label.is_cut:
            return
        rect = QRectF(self._left, label.row.top(), self._right - self._left, self._row)
        self.opened = Label(label.mark, label.words, rect, label.line, leads=True, width=label.width)
        self._break(self.opened, lines, _MOST_OPENED)

    def is_covered(self, rect: QRectF) -> bool:
        """Whether the opened label lies over what is here."""
        return self.opened is not None and self.opened.rect.intersects(rect)

    def label_at(self, point: QPointF) -> Label | None:
        """The label at a point, the uppermost."""
        return next((label for label in self._uppermost() if label.rect.contains(point)), None)

    def marks_at(self, point: QPointF) -> list[Mark]:
        """The marks whose label, or whose fold, is at a point."""
        label = self.label_at(point)
        if label is not None:
            return [label.mark]
        return next((fold.marks for fold in self.folds if fold.rect.contains(point)), [])

    def _uppermost(self) -> Iterable[Label]:
        return self.labels if self.opened is None else (self.opened, *self.labels)

    def _break(self, label: Label, lines: Lines, rows: int) -> None:
        beside = SYMBOL + (NOTE if label.mark.annotation.note else 0)
        label.lines, widest = lines(label.words, label.rect.width() - beside, rows)
        label.row.setWidth(min(label.row.width(), beside + widest))
        label.rect = QRectF(label.row)
        label.rect.setHeight(max(1, len(label.lines)) * self._row)

    def _free_rows(self, number: int) -> int:
        """The rows from a label's own to the label below it, as far as it may use them."""
        top = self.labels[number].rect.top()
        if number + 1 == len(self.labels):
            return _MOST_ROWS
        room = self.labels[number + 1].rect.top() - _ROW_GAP - top
        return max(1, min(_MOST_ROWS, int(room // self._row)))

    def _beside(self, entry: Entry) -> bool:
        """Put a label of the same line into the same row, where it fits unshortened."""
        if not self.labels or self.labels[-1].line.top() != entry.line.top():
            return False
        last = self.labels[-1]
        left = last.rect.right() + _GAP
        if left + entry.width > self._right or (self.folds and self.folds[-1].rect.top() == last.rect.top()):
            return False
        rect = QRectF(left, last.rect.top(), entry.width, self._row)
        self.labels.append(Label(entry.mark, entry.words, rect, entry.line, leads=False, width=entry.width))
        return True

    def _below(self, entry: Entry) -> bool:
        """Begin a row, beside the line or at most a few rows below it."""
        wanted = entry.line.center().y() - self._row / 2
        free = self.labels[-1].rect.bottom() + _ROW_GAP if self.labels else wanted
        top = max(wanted, free)
        if top - wanted > _FURTHEST * self._row:
            return False
        rect = QRectF(self._left, top, min(entry.width, self._right - self._left), self._row)
        self.labels.append(Label(entry.mark, entry.words, rect, entry.line, leads=True, width=entry.width))
        return True

    def _fold(self, entry: Entry) -> None:
        """Count a label at the end of the last row, whose own labels give way to the count."""
        last = self.labels[-1]
        if not self.folds or self.folds[-1].rect.top() != last.rect.top():
            left = max(self._left + SYMBOL, self._right - _FOLD)
            last.rect.setRight(min(last.rect.right(), left - _GAP))
            self.folds.append(Fold(QRectF(left, last.rect.top(), self._right - left, self._row)))
        self.folds[-1].marks.append(entry.mark)


def _letters(text: str) -> int:
    """How many signs a text has of its own, without spaces and what stands between or in place of others."""
    return sum(map(len, text.replace(SEPARATOR, " ").replace("…", "").split()))
