# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding the figures of a text: numbers with their approximation, unit and what they count.

Every reading looks at a few tokens around a number, so the time is linear in the length of the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archivist.language.detect import detect_language
from archivist.language.number_words import (
    COLLECTIVE,
    COUPLE,
    HALF_MAGNITUDES,
    HALF_OF,
    MAGNITUDES,
    ONE_AND_A_HALF,
    SEVERAL,
    SEVERAL_TOGETHER,
    SHARES,
    SIMPLE,
)
from archivist.model import JsonValue, Kind, Suggestion
from archivist.suggest.dates import DateExpression
from archivist.suggest.figures import counted_slavic
from archivist.suggest.figures.approximations import (
    ABOUT,
    AT_LEAST,
    EXACT,
    Approximation,
    approximation_after,
    approximation_before,
)
from archivist.suggest.figures.as_of import AsOfDates
from archivist.suggest.figures.candidates import Candidate
from archivist.suggest.figures.claimants import Claimants
from archivist.suggest.figures.counted import beside, noun_after, whole_after
from archivist.suggest.figures.counted_things import Counted
from archivist.suggest.figures.people_words import PEOPLE, PEOPLE_UNIT
from archivist.suggest.figures.quantities import Quantity, read_quantity, read_range
from archivist.suggest.figures.sentences import Sentences
from archivist.suggest.figures.tokens import Reader, Sort
from archivist.suggest.figures.traps import is_no_figure
from archivist.suggest.figures.unit_words import HALF_UNITS, UnitKind

_CONFIDENCE = {
    UnitKind.PERCENT: 0.95,
    UnitKind.MONEY: 0.95,
    UnitKind.MEASURE: 0.9,
    UnitKind.TIME: 0.8,
    UnitKind.TIMES: 0.7,
}
_SMALL = 10  # numbers up to it, in words and alone, are seldom reported
_ENGLISH_VERBS = frozenset({"are", "were", "have", "remain", "remained", "survived"})
_OF_A_WHOLE = frozenset({UnitKind.PERCENT, UnitKind.MONEY, UnitKind.MEASURE})
_SHARE_UNIT = {"uk": "частка", "ru": "доля", "en": "share"}


def find_figures(text: str, language: str, dates: Sequence[DateExpression]) -> list[Suggestion]:
    """The reported quantities of a text, in order and without overlaps; none of them overlaps a date.

    `language` is that of the text (uk, ru or en; another or "" is guessed from the text).
    """
    known = language if language in SIMPLE else detect_language(text[:5000])
    reader = Reader(text, known if known in SIMPLE else "en")
    return _Finder(reader, dates).suggestions()


class _Finder:
    """One text at work."""

    def __init__(self, reader: Reader, dates: Sequence[DateExpression]) -> None:
        self._reader = reader
        self._dates = sorted(dates, key=lambda date: date.start)
        self._date_ends = [date.end for date in self._dates]
        self._sentences = Sentences(reader)
        self._claimants = Claimants(reader, self._sentences, self._dates)
        self._as_of = AsOfDates(reader, self._sentences, self._dates)
        self._starters = _starters(reader.language)

    def suggestions(self) -> list[Suggestion]:
        return list(self._find())

    def _find(self) -> Iterator[Suggestion]:
        index, least = 0, 0  # the least token where the next figure may begin
        while index < len(self._reader):
            token = self._reader.at(index)
            if token.sort is not Sort.NUMBER and token.form not in self._starters and "-" not in token.form:
                index += 1
                continue
            quantity = None if self._is_of_table(index) else read_quantity(self._reader, index)
            if quantity is None:
                index += 1
                continue
            quantity = read_range(self._reader, quantity)
            found = self._judge(quantity, least)
            index = max(found[1] if found else quantity.end, index + 1)
            if found:
                least = index
                yield found[0]

    def _is_of_table(self, index: int) -> bool:
        """Whether the number stands between two others, with nothing said of any."""
        return all(self._reader.at(place).sort is Sort.NUMBER for place in (index - 1, index, index + 1))

    def _judge(self, quantity: Quantity, least: int) -> tuple[Suggestion, int] | None:
        """The suggestion that a quantity makes, and the token after it; None if it is no figure."""
        reader, amount, unit = self._reader, quantity.amount, quantity.unit
        noun = None if amount.ordinal or unit else self._noun(quantity)
        if is_no_figure(Candidate(reader, amount, unit, noun is not None)) or self._is_date(quantity):
            return None
        approximation = self._approximation(quantity, noun)
        start = min(quantity.start, approximation.start) if approximation else quantity.start
        start = max(start, least)
        end = quantity.end
        counted: Counted | None = None
        if unit is None:
            counted = beside(reader, start, end, noun)
        elif unit.kind in _OF_A_WHOLE and (whole := whole_after(reader, unit.end)):
            counted = replace(whole, end=end, people=False)
        if noun:
            end = noun.end
        if approximation and approximation.end > end:
            end = approximation.end
        confidence = self._confidence(quantity, counted, approximation)
        if confidence <= 0:
            return None
        attributes = self._attributes(quantity, counted, approximation, start)
        return self._suggestion(start, end, attributes, confidence), end

    def _noun(self, quantity: Quantity) -> Counted | None:
        if not quantity.amount.share:
            return noun_after(self._reader, quantity.end, quantity.amount)
        whole = whole_after(self._reader, quantity.end)
        return whole and replace(whole, people=False, end=quantity.end)

    def _approximation(self, quantity: Quantity, noun: Counted | None) -> Approximation | None:
        reader = self._reader
        before = approximation_before(reader, quantity.start)
        if before:
            return before
        if after := approximation_after(reader, quantity.end):
            return after
        if noun and (after := approximation_after(reader, noun.end)):
            return after
        if quantity.approximation:
            return Approximation(quantity.approximation, quantity.start, quantity.start)
        money = quantity.unit and quantity.unit.kind in (UnitKind.MONEY, UnitKind.MEASURE, UnitKind.PERCENT)
        opener = {"uk": "від", "ru": "от"}.get(reader.language)
        if money and reader.form(quantity.start - 1) == opener and reader.on_one_line(quantity.start):
            return Approximation(AT_LEAST, quantity.start - 1, quantity.start)
        return None

    def _confidence(self, quantity: Quantity, counted: Counted | None, approximation: Approximation | None) -> float:
        """How sure it is that the quantity is a figure; 0 or less if it is none."""
        amount, unit, reader = quantity.amount, quantity.unit, self._reader
        if amount.low == 1 == amount.high and amount.in_words and amount.magnitude == 1:
            return 0.7 if counted and counted.people and counted.noun and self._counts_one(quantity) else 0
        if unit:
            return _CONFIDENCE[unit.kind] * amount.confidence
        if counted and counted.noun:
            return (0.95 if counted.people else 0.85) * amount.confidence
        if amount.share:
            return 0.5 if approximation else 0
        if counted:
            return 0.85 * amount.confidence
        if approximation or amount.magnitude > 1 or quantity.is_range:
            return 0.7 * amount.confidence if not amount.vague or approximation else 0.5
        if reader.form(amount.start) in COLLECTIVE:
            return 0.7
        if amount.in_words:
            return 0.4 if amount.low > _SMALL or self._is_subject(amount.end) else 0
        if reader.language != "en" and counted_slavic.disagreeing_noun(reader, amount.end, amount):
            return 0
        return 0.4 * amount.confidence

    def _is_subject(self, index: int) -> bool:
        """Whether the verb of this token says something of a number that has no noun."""
        if self._reader.language == "en":
            return self._reader.form(index) in _ENGLISH_VERBS
        return counted_slavic.plural_verb_at(self._reader, index)

    def _counts_one(self, quantity: Quantity) -> bool:
        """“one person”, but not “one of the people” nor “жодна людина”."""
        before = self._reader.form(quantity.start - 1)
        return before not in ("no", "not", "жоден", "жодна", "ни", "each", "every", "any", "this", "that", "ще")

    def _attributes(
        self, quantity: Quantity, counted: Counted | None, approximation: Approximation | None, start: int
    ) -> dict[str, JsonValue]:
        amount, language = quantity.amount, self._reader.language
        attributes: dict[str, JsonValue] = (
            {"value": amount.low} if amount.low == amount.high else {"low": amount.low, "high": amount.high}
        )
        vague = ABOUT if amount.vague else EXACT
        attributes["approximation"] = approximation.name if approximation else vague
        people = (counted and counted.people) or (
            counted is None and self._reader.form(amount.start) in COLLECTIVE and quantity.unit is None
        )
        if quantity.unit:
            attributes["unit"] = quantity.unit.symbol
        elif amount.share:
            attributes["unit"] = _SHARE_UNIT[language]
        elif people:
            attributes["unit"] = PEOPLE_UNIT[language]
        if counted and counted.text:
            attributes["counted"] = counted.text
        elif people:
            attributes["counted"] = PEOPLE[language]
        if claimant := self._claimants.of(start):
            attributes["claimant"] = claimant
        if as_of := self._as_of.of(start):
            attributes["as_of"] = as_of
        return attributes

    def _is_date(self, quantity: Quantity) -> bool:
        start, end = self._reader.at(quantity.start).start, self._reader.at(quantity.end - 1).end
        place = bisect_left(self._date_ends, start + 1)
        return place < len(self._dates) and self._dates[place].start < end

    def _suggestion(self, start: int, end: int, attributes: dict[str, JsonValue], confidence: float) -> Suggestion:
        reader = self._reader
        last = end - 1
        if reader.form(last) == "." and self._ends_sentence(end):
            last -= 1
        first, after = reader.at(start).start, reader.at(last).end
        return Suggestion(
            first, after, reader.text[first:after], Kind.FIGURE, attributes, round(confidence, 2), source="figure"
        )

    def _ends_sentence(self, index: int) -> bool:
        return index >= len(self._reader) or index in self._sentences.tokens(self._sentences.of(index))[:1]


def _starters(language: str) -> frozenset[str]:
    """Words that a number may begin with."""
    return frozenset(
        {*SIMPLE[language], *MAGNITUDES[language], *ONE_AND_A_HALF[language], *HALF_OF[language], *HALF_MAGNITUDES,
         *SEVERAL[language], *SEVERAL_TOGETHER, *COUPLE[language], *SHARES[language], *HALF_UNITS,
         *({"a", "an"} if language == "en" else ())}
    )  # fmt: skip
