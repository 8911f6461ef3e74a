# SPDX-License-Identifier: GPL-3.0-or-later
"""What the labels in the margin say: of a figure its claim, of a linked annotation its record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from archivist.model import Annotation, JsonValue, Kind
from archivist.text import shortened
from archivist.ui.reader.short_dates import ShortDates, year_of
from archivist.ui.wording import Wording

if TYPE_CHECKING:
    from archivist.model import Suggestion

SEPARATOR = " · "
_APPROXIMATIONS = {"about": "≈", "at_least": "≥", "more_than": ">", "almost": "≲", "up_to": "≤"}
_LONGEST_UNIT = 3  # code points: %, €, USD, km; what is longer is a word for what is counted
_PERCENT = ("percent", "per cent", "%")
_SURE, _FAIRLY_SURE = 0.85, 0.5  # from which confidence on


@dataclass(frozen=True, slots=True)
class LabelWords:
    """The parts of a label in reading order, none of them empty."""

    parts: tuple[str, ...] = ()
    telling: int = 0  # the part that stays where there is room for one only

    @property
    def text(self) -> str:
        """All of it on one line."""
        return SEPARATOR.join(self.parts)


class Labels(QObject):
    """Words labels in the language of the interface.

    A figure is said as a claim: "18 killed · interior ministry · as of 6 Jan". It is named by its tag,
    because that says the same of two claims that may be compared; what is counted, by its own words,
    may be anything ("officers"). A year is left out where it is that in which the article was published.
    """

    def __init__(self, published: str = "", parent: QObject | None = None) -> None:
        """`published` is EDTF, "" where it is not known."""
        super().__init__(parent)
        self._dates = ShortDates(self)
        self._wording = Wording(self)
        self._year = year_of(published) if published else ""

    def of_annotation(self, annotation: Annotation, record_name: str = "") -> LabelWords:
        """The label of an annotation; record_name is that of the record it is linked to."""
        tag, attributes = annotation.tag, annotation.attributes
        if tag.kind is Kind.FIGURE:
            return LabelWords((*self._claim(attributes, tag.name), *filter(None, [_line(record_name)])))
        if record_name:
            return LabelWords((tag.name, _line(record_name)), telling=1)
        if tag.kind is Kind.DATE:
            return LabelWords((tag.name, *self._date(attributes, "edtf")))
        return LabelWords((tag.name,))

    def of_suggestion(self, suggestion: Suggestion, names: Mapping[str, str]) -> LabelWords:
        """What a suggestion would become; names are those of records and tags by their ids."""
        tag, record = names.get(suggestion.tag or "", ""), names.get(suggestion.record or "", "")
        attributes = suggestion.attributes
        if suggestion.kind is Kind.FIGURE:
            named = tag or _line(attributes.get("counted")) or self._wording.kind(Kind.FIGURE)
            return LabelWords((*self._claim(attributes, named), *filter(None, [_line(record)])))
        if suggestion.kind is Kind.DATE:
            return LabelWords((tag or self._wording.kind(Kind.DATE), *self._date(attributes, "edtf")))
        if record:
            return LabelWords((*filter(None, [tag]), _line(record)), telling=1 if tag else 0)
        return LabelWords((tag or self._wording.kind(suggestion.kind),))

    def of_confidence(self, confidence: float) -> str:
        """How sure a suggestion is, from 0 to 1, in words and percent."""
        percent = f"{QLocale().toString(round(100 * confidence))}{QLocale().percent()}"
        if confidence >= _SURE:
            return self.tr("sure, {percent}").format(percent=percent)
        if confidence >= _FAIRLY_SURE:
            return self.tr("fairly sure, {percent}").format(percent=percent)
        return self.tr("a guess, {percent}").format(percent=percent)

    def _claim(self, attributes: Mapping[str, JsonValue], name: str) -> tuple[str, ...]:
        value = _value(attributes)
        claimant = _line(attributes.get("claimant"))
        return (
            f"{value} {name}" if value else name,
            *filter(None, [claimant]),
            *(self.tr("as of {date}").format(date=date) for date in self._date(attributes, "as_of")),
        )

    def _date(self, attributes: Mapping[str, JsonValue], name: str) -> tuple[str, ...]:
        edtf = _line(attributes.get(name))
        return (self._dates.say(edtf, self._year),) if edtf else ()


def _value(attributes: Mapping[str, JsonValue]) -> str:
    """The number or the range with its sign and a short unit; "" where there is no number."""
    numbers = [_number(attributes[name]) for name in ("value", "low", "high") if attributes.get(name) is not None]
    if not numbers:
        return ""
    sign = _APPROXIMATIONS.get(str(attributes.get("approximation", "")), "")
    return sign + "–".join(numbers[:2]) + _unit(_line(attributes.get("unit")))


def _unit(unit: str) -> str:
    if unit.casefold() in _PERCENT:
        return QLocale().percent()
    return f"\u00a0{unit}" if 0 < len(unit) <= _LONGEST_UNIT else ""


def _number(value: JsonValue) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return _line(value)
    if value == int(value):
        return QLocale().toString(float(value), "f", 0)
    return QLocale().toString(float(value), "g", 6)


def _line(value: JsonValue) -> str:
    """A value as a few words on one line; "" for none."""
    return "" if value is None else shortened(str(value), 60)
