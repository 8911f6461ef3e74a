# SPDX-License-Identifier: GPL-3.0-or-later
"""The labels in the margin: where they stand so that none covers another, and how many rows each has."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from math import inf
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF

from archivist.ui.reader.label_words import SEPARATOR, LabelWords
from archivist.ui.reader.marks import Mark

SYMBOL = 14.0  # px, the symbol of the kind with the gap after it
NOTE = 8.0  # px, the mark of a note after the words
_GAP = 8.0  # px between labels side by side
_ROW_GAP = 1.0
_FOLD = 36.0  # px for "+12"
_CLEARLY = 4.0  # px
FURTHEST = 5  # rows that a label may be pushed down from its line
MOST_ROWS = 3  # of one label
_MOST_OPENED = 8  # of the one that says all

# Given the words of a label, a width in px and the most rows: its lines, and the px that the widest takes up.
LineBreaker: TypeAlias = Callable[[LabelWords, float, int], tuple[list[str], float]]


@dataclass(slots=True, eq=False)
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
        if self.words.parts:
            self.lines.append(self.words.text)

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
        self._bottom = inf
        self._last: _Row | None = None
        self._looks: dict[tuple[object, ...], tuple[float, float]] | None = None

    def place(self, entries: Iterable[Entry], bottom: float = inf) -> None:
        """Place all labels above a `bottom`; they come sorted by their line, then along it.

        The first of them is placed in any case, so that the others can be counted beside it.
        """
        self._bottom = bottom
        for entry in entries:
            if not self._beside(entry) and not self._below(entry):
                self._fold(entry)

    def set_lines(self, lines: LineBreaker) -> None:
        """Have the words of the placed labels broken into lines.

        A label that is too long for one row goes on in the rows below, where they are free.
        """
        folded = {fold.rect.top() for fold in self.folds}
        for number, label in enumerate(self.labels):
            if label.shortened:
                self._break(label, lines, 1 if label.rect.top() in folded else self._free_rows(number))

    def open(self, annotation_id: str | None, lines: LineBreaker) -> None:
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

    def looks(self) -> dict[tuple[object, ...], tuple[float, float]]:
        """All that is seen of each label and fold, and the band that it takes up with the line that leads to it, px."""
        if self._looks is None:  # they are placed once, and compared twice
            self._looks = dict(map(_look, self.labels))
            for fold in self.folds:
                self._looks[(fold.rect.getRect(), len(fold.marks))] = fold.rect.top(), fold.rect.bottom()
        return self._looks if self.opened is None else dict((*self._looks.items(), _look(self.opened)))

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

    def _break(self, label: Label, lines: LineBreaker, rows: int) -> None:
        beside = SYMBOL + (NOTE if label.mark.annotation.note else 0)
        label.lines, widest = lines(label.words, label.rect.width() - beside, rows)
        label.row.setWidth(min(label.row.width(), beside + widest))
        label.rect = QRectF(label.row)
        label.rect.setHeight(max(1, len(label.lines)) * self._row)

    def _free_rows(self, number: int) -> int:
        """The rows from a label's own to the label below it, as far as it may use them."""
        last = number + 1 == len(self.labels)
        below = self._bottom if last else self.labels[number + 1].rect.top()
        room = min(below - _ROW_GAP - self.labels[number].rect.top(), MOST_ROWS * self._row)
        return max(1, min(MOST_ROWS, int(room // self._row)))

    def _beside(self, entry: Entry) -> bool:
        """Put a label of the same line into the same row, where it fits unshortened."""
        row = self._last
        if row is None or row.folded or row.line != entry.line.top():
            return False
        left = row.right + _GAP
        if left + entry.width > self._right:
            return False
        self._add(entry, QRectF(left, row.top, entry.width, self._row), leads=False)
        row.right = left + entry.width
        return True

    def _below(self, entry: Entry) -> bool:
        """Begin a row, beside the line or at most a few rows below it."""
        row = self._last
        line = entry.line.top()
        wanted = line + (entry.line.height() - self._row) / 2
        top = wanted if row is None else max(wanted, row.top + self._row + _ROW_GAP)
        if row is not None and (top - wanted > FURTHEST * self._row or top + self._row > self._bottom):
            return False
        width = min(entry.width, self._right - self._left)
        self._add(entry, QRectF(self._left, top, width, self._row), leads=True)
        self._last = _Row(line, top, self._left + width)
        return True

    def _fold(self, entry: Entry) -> None:
        """Count a label at the end of the last row, whose own labels give way to the count."""
        row = self._last
        if row is not None and not row.folded:
            row.folded = True
            last = self.labels[-1]
            left = max(self._left + SYMBOL, self._right - _FOLD)
            last.rect.setRight(min(last.rect.right(), left - _GAP))
            self.folds.append(Fold(QRectF(left, row.top, self._right - left, self._row)))
        self.folds[-1].marks.append(entry.mark)

    def _add(self, entry: Entry, rect: QRectF, *, leads: bool) -> None:
        self.labels.append(Label(entry.mark, entry.words, rect, entry.line, leads, entry.width))


@dataclass(slots=True)
class _Row:
    """The last row so far; in px."""

    line: float  # the top of the line of text that it was begun for
    top: float
    right: float  # of its last label
    folded: bool = False  # it ends in a count


def _look(label: Label) -> tuple[tuple[object, ...], tuple[float, float]]:
    seen = (id(label.mark.annotation), label.rect.getRect(), label.line.getRect(), label.leads, *label.lines)
    return seen, (min(label.line.top(), label.rect.top()), label.rect.bottom())


def _letters(text: str) -> int:
    """How many signs a text has of its own, without spaces and what stands between or in place of others."""
    return sum(map(len, text.replace(SEPARATOR, " ").replace("…", "").split()))
