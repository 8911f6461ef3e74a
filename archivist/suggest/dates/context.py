# SPDX-License-Identifier: GPL-3.0-or-later
"""What a date is read against: its own words, those around it, the day of publication, the dates before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Final

from archivist.language.lemmas import SLAVIC, verb_tense
from archivist.suggest.dates.calendar import Published
from archivist.suggest.dates.tokens import CODE, Tokens
from archivist.suggest.dates.words import CLAUSE_STARTS, FUTURE_CUES, PAST_CUES, STREETS, YEAR

_CLAUSE_ENDS: Final = frozenset({"comma", "stop", "gap"})
_SENTENCE_ENDS: Final = frozenset({"stop", "gap"})
_CLAUSE = 8  # words on either side that are searched for a verb of the future
_MONTHS: Final = ("month", "monthof", "englishmonth", "monthname", "monthrisky")
_HAS_BEEN: Final = frozenset({"was", "were", "had"})
_CENTURY = 100
_NO_LATER = 2040  # taken for the year of publication where none is known
_YEARS_AHEAD = 10  # a year of two digits lies at most so far after publication


class NoDate(Exception):
    """The words tell no date, or one that cannot be known: what they hold is not read again."""


class Declined(Exception):
    """The words are not to be read in this form; another one may fit."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a form means."""

    edtf: str
    confidence: float
    day: date | None = None  # if it names a single one


class Phrase:
    """The tokens that a form matched, and what they say."""

    def __init__(self, row: Tokens, match: re.Match[str], group: str | int = 0) -> None:
        self.tokens = row
        self.first, self.last = match.span(group)  # half-open, counted in tokens
        self._match = match

    def group(self, name: str) -> Phrase:
        """A named part of the form."""
        return Phrase(self.tokens, self._match, name)

    def indexes(self, *names: str) -> list[int]:
        """Where tokens of these classes stand."""
        codes = {CODE[name] for name in names}
        return [index for index in range(self.first, self.last) if self.tokens.classes[index] in codes]

    def has(self, *names: str) -> bool:
        """Whether there is a token of one of these classes."""
        return bool(self.indexes(*names))

    def get(self, *names: str) -> int | None:
        """The value of the first token of these classes."""
        found = self.indexes(*names)
        return self.tokens.values[found[0]] if found else None

    def word(self, *names: str) -> str:
        """The first word of these classes; "" if there is none."""
        found = self.indexes(*names)
        return self.tokens.words[found[0]] if found else ""

    @property
    def before(self) -> str:
        """The class of the token before the phrase."""
        return self.tokens.name(self.first - 1)

    @property
    def word_before(self) -> str:
        """The token before the phrase; "" if there is none."""
        return self.tokens.words[self.first - 1] if self.first else ""

    @property
    def after(self) -> str:
        """The class of the token after the phrase."""
        return self.tokens.name(self.last)

    @property
    def days(self) -> list[int]:
        """The days of a month, in figures or words: “двадцять четвертого” is 24."""
        values, found = self.tokens.values, self.indexes("day", "nth", "tens")
        days = []
        tens = 0
        for index in found:
            if self.tokens.name(index) == "tens":
                tens = values[index]
            else:
                days.append(tens + values[index])
                tens = 0
        return days

    @property
    def month(self) -> int | None:
        """The month named, from 1 to 12."""
        return self.get(*_MONTHS)

    def is_name_of_street(self) -> bool:
        """“вул. 1 Травня”."""
        index = self.first - 1 - (self.before == "stop")
        return index >= 0 and self.tokens.words[index] in STREETS

    def tense(self, language: str) -> str:
        """`past` or `future`, as the nearest verb of the clause has it; "" where no verb tells.

        In English any word of the future decides, however near a participle is (“will be held in May”).
        """
        tenses = [tense for word in self._surroundings() if (tense := _tense(word, language))]
        if language == "en" and "future" in tenses and not self._has_been():
            return "future"
        return tenses[0] if tenses else ""

    def _has_been(self) -> bool:
        return not _HAS_BEEN.isdisjoint(self._surroundings())

    def _surroundings(self) -> Iterator[str]:
        """The words of the clause around the phrase, the nearest first."""
        start = self.last + (self.after == "comma" and self._opens_sentence())
        left = self._until_clause_ends(range(self.first - 1, self.first - 1 - _CLAUSE, -1))
        right = self._until_clause_ends(range(start, start + _CLAUSE))
        for pair in zip_longest(left, right, fillvalue=""):
            yield from pair

    def _until_clause_ends(self, indexes: Iterable[int]) -> Iterator[str]:
        for index in indexes:
            if self.tokens.name(index) in _CLAUSE_ENDS or self.tokens.words[index] in CLAUSE_STARTS:
                return
            yield self.tokens.words[index]

    def _opens_sentence(self) -> bool:
        return any(self.tokens.name(self.first - steps) in _SENTENCE_ENDS for steps in (1, 2))


@dataclass(slots=True)
class Context:
    """What is known where a phrase stands."""

    language: str
    published: Published | None
    named: date | None = None  # the last day that the text named
    year: int | None = None  # the last year

    def publication(self) -> Published:
        """The publication. Raises NoDate where nothing is known of it."""
        if self.published is None:
            raise NoDate
        return self.published

    def publication_day(self) -> date:
        """The day of publication. Raises NoDate where it is not known."""
        day = self.publication().day
        if day is None:
            raise NoDate
        return day

    def publication_year(self) -> int:
        """The year of publication. Raises NoDate where it is not known."""
        year = self.publication().year
        if year is None:
            raise NoDate
        return year

    def named_day(self) -> date:
        """The last day named. Raises NoDate before there is one."""
        if self.named is None:
            raise NoDate
        return self.named

    def year_of(self, phrase: Phrase) -> int | None:
        """The year that a phrase says in any way; None if it says none. Raises NoDate if it cannot be known."""
        written = phrase.get("year", "nthyear")
        if written is not None:
            return written
        short = phrase.get("aposyear")
        if short is not None:
            return self.full_year(short)
        if phrase.has("same"):
            if self.year is None:
                raise NoDate
            return self.year
        steps = phrase.get("yearly", "yearadjective")
        if steps is None and phrase.has("yearword") and phrase.get("yearword") == YEAR:
            steps = phrase.get("which")
        return None if steps is None else self.publication_year() + steps

    def full_year(self, short: int) -> int:
        """The year that two digits stand for."""
        latest = (self.published.last.year if self.published else _NO_LATER) + _YEARS_AHEAD
        year = latest - latest % _CENTURY + short
        return year if year <= latest else year - _CENTURY


def _tense(word: str, language: str) -> str:
    if not word or not word[0].isalpha():
        return ""
    if word in FUTURE_CUES:
        return "future"
    if word.isascii():
        return "past" if word in PAST_CUES or (word.endswith("ed") and len(word) > len("need")) else ""
    return verb_tense(word, language if language in SLAVIC else "uk")
