# SPDX-License-Identifier: GPL-3.0-or-later
"""The labels in the margin: what they say, and where they stand so that none covers another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QLocale, QPointF, QRectF

from archivist.model import Annotation, Kind
from archivist.ui.reader.marks import Mark

_APPROXIMATIONS = {"about": "≈", "at_least": "≥", "more_than": ">", "almost": "≲", "up_to": "≤"}

SYMBOL = 14.0  # px, the symbol of the kind with the gap after it
NOTE = 8.0  # px, the mark of a note after the words
_GAP = 8.0  # px between labels side by side
_ROW_GAP = 1.0
_FOLD = 36.0  # px for "+12"
_CLEARLY = 4.0  # px
_FURTHEST = 5  # rows that a label may be pushed down from its line


@dataclass(slots=True)
class Label:
    """A label at its place, in px of the document."""

    mark: Mark
    text: str
    rect: QRectF
    line: QRectF  # the line of text that it belongs to
    leads: bool  # the first of its row
    width: float  # what it would take up in full

    @property
    def shortened(self) -> bool:
        """Whether its words do not fit."""
        return self.rect.width() < self.width

    @property
    def pushed(self) -> bool:
        """Whether it stands clearly below its line."""
        return self.rect.center().y() - self.line.center().y() > _CLEARLY


@dataclass(slots=True)
class Fold:
    """The labels for which there was no room, as one: "+12"."""

    rect: QRectF
    marks: list[Mark] = field(default_factory=list)


@dataclass(slots=True)
class Entry:
    """A label that wants a place; width is what it takes up in full, in px."""

    mark: Mark
    text: str
    width: float
    line: QRectF


def label_text(annotation: Annotation, locale: QLocale) -> str:
    """What the label of an annotation says: its tag, and of a figure its value."""
    value = _value(annotation, locale) if annotation.tag.kind is Kind.FIGURE else ""
    return f"{annotation.tag.name} {value}" if value else annotation.tag.name


def _value(annotation: Annotation, locale: QLocale) -> str:
    attributes = annotation.attributes
    numbers = [
        _number(attributes[name], locale) for name in ("value", "low", "high") if attributes.get(name) is not None
    ]
    sign = _APPROXIMATIONS.get(str(attributes.get("approximation", "")), "")
    return sign + "–".join(numbers[:2])


def _number(value: object, locale: QLocale) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    if value == int(value):
        return locale.toString(float(value), "f", 0)
    return locale.toString(float(value), "g", 6)


class LabelColumn:
    """Labels in reading order: each beside its line where there is room, else pushed down, else folded."""

    def __init__(self, left: float, width: float, row: float) -> None:
        self.labels: list[Label] = []
        self.folds: list[Fold] = []
        self._left, self._right, self._row = left, left + width, row

    def place(self, entries: Iterable[Entry]) -> None:
        """Place all labels; they come sorted by their line, then along it."""
        for entry in entries:
            if not self._beside(entry) and not self._below(entry):
                self._fold(entry)

    def label_at(self, point: QPointF) -> Label | None:
        """The label at a point."""
        return next((label for label in self.labels if label.rect.contains(point)), None)

    def marks_at(self, point: QPointF) -> list[Mark]:
        """The marks whose label, or whose fold, is at a point."""
        label = self.label_at(point)
        if label is not None:
            return [label.mark]
        return next((fold.marks for fold in self.folds if fold.rect.contains(point)), [])

    def _beside(self, entry: Entry) -> bool:
        """Put a label of the same line into the same row, where it fits unshortened."""
        if not self.labels or self.labels[-1].line.top() != entry.line.top():
            return False
        last = self.labels[-1]
        left = last.rect.right() + _GAP
        if left + entry.width > self._right or (self.folds and self.folds[-1].rect.top() == last.rect.top()):
            return False
        rect = QRectF(left, last.rect.top(), entry.width, self._row)
        self.labels.append(Label(entry.mark, entry.text, rect, entry.line, leads=False, width=entry.width))
        return True

    def _below(self, entry: Entry) -> bool:
        """Begin a row, beside the line or at most a few rows below it."""
        wanted = entry.line.center().y() - self._row / 2
        free = self.labels[-1].rect.bottom() + _ROW_GAP if self.labels else wanted
        top = max(wanted, free)
        if top - wanted > _FURTHEST * self._row:
            return False
        rect = QRectF(self._left, top, min(entry.width, self._right - self._left), self._row)
        self.labels.append(Label(entry.mark, entry.text, rect, entry.line, leads=True, width=entry.width))
        return True

    def _fold(self, entry: Entry) -> None:
        """Count a label at the end of the last row, whose own labels give way to the count."""
        last = self.labels[-1]
        if not self.folds or self.folds[-1].rect.top() != last.rect.top():
            left = max(self._left + SYMBOL, self._right - _FOLD)
            last.rect.setRight(min(last.rect.right(), left - _GAP))
            self.folds.append(Fold(QRectF(left, last.rect.top(), self._right - left, self._row)))
        self.folds[-1].marks.append(entry.mark)
