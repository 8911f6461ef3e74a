# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers that say when: days, years, times of day, ages, spans from now, parts of a day or year."""

from __future__ import annotations

from archivist.suggest.figures.candidates import Candidate, may_be_year
from archivist.suggest.figures.digits import may_be_day_and_month
from archivist.suggest.figures.tokens import DASHES, Reader, Sort
from archivist.suggest.figures.trap_words import (
    AGE_VERBS,
    AGED_PERSONS,
    AGES,
    AGO,
    CLOCK_AFTER,
    CLOCK_BEFORE,
    CLOCK_FORMS,
    ENGLISH_MONTHS,
    FIRST_YEAR,
    LAST,
    LAST_YEAR,
    LISTING,
    LONGEST_LIST,
    MONTHS,
    OF_YEAR,
    ORDINAL_HALVES,
    PART_OF_TIME,
    TIME_PREPOSITIONS,
    YEAR_WORDS,
)
from archivist.suggest.figures.unit_words import UnitKind

_FIRST_BARE_YEAR = 1500
_ADULT, _OLDEST = 16, 115
_LAST_DAY, _LAST_HOUR = 31, 24


def is_day_of_month(number: Candidate) -> bool:
    """“5 січня”, “5–7 січня”, “5 та 6 січня”, “January 5”, “січень 2022”."""
    reader, amount = number.reader, number.amount
    if not (1 <= amount.low <= _LAST_DAY or may_be_year(amount)):
        return False
    before = number.start - 1 - (number.before == ".")
    if may_be_year(amount) and MONTHS.fullmatch(reader.form(before)):
        return True
    return _follows_english_month(number, before) or _precedes_month(number)


def _follows_english_month(number: Candidate, before: int) -> bool:
    """“January 5”; “January 5 and 6”, but not “January 5, 18 officers”."""
    reader = number.reader
    for place in range(before, before - LONGEST_LIST, -1):
        token = reader.at(place)
        if token.form in ENGLISH_MONTHS and token.text[:1].isupper():
            return place == before or not number.counts
        if token.sort is not Sort.NUMBER and token.form not in LISTING:
            return False
    return False


def _precedes_month(number: Candidate) -> bool:
    for place in range(number.end, number.end + LONGEST_LIST):
        token = number.reader.at(place)
        if token.sort is Sort.WORD and MONTHS.fullmatch(token.form):
            return number.reader.on_one_line(place)
        if token.sort is not Sort.NUMBER and token.form not in LISTING and token.form not in ("of", "го", "й"):
            return False
    return False


def is_year(number: Candidate) -> bool:
    """“2014 року”, “у 2012–2014 роках”, “2021/2022”."""
    amount, reader = number.amount, number.reader
    if number.after in OF_YEAR and not amount.in_words and amount.magnitude == 1 and amount.low == int(amount.low):
        return True
    if not may_be_year(amount):
        return False
    if number.after in YEAR_WORDS and reader.on_one_line(number.end):
        return True
    return _is_year_of_range(reader, number.end, 1) or _is_year_of_range(reader, number.start - 1, -1)


def _is_year_of_range(reader: Reader, index: int, step: int) -> bool:
    other = reader.at(index + step)
    if reader.form(index) not in DASHES | {"/"} or other.sort is not Sort.NUMBER or not other.text.isdigit():
        return False
    return FIRST_YEAR <= int(other.text[:9]) <= LAST_YEAR


def is_bare_year(number: Candidate) -> bool:
    """A number like a year that counts nothing, or that a preposition of time stands before."""
    if not may_be_year(number.amount) or number.amount.low < _FIRST_BARE_YEAR:
        return False
    if not number.reader.at(number.start).text.isdigit():
        return False  # no one writes the year 2 014
    return not number.counts or number.before in TIME_PREPOSITIONS


def is_age(number: Candidate) -> bool:
    """“Іван Петренко, 42 роки,”; “aged 42”; “5 years old”; “у віці 25 років”."""
    if number.unit is not None and number.unit.kind is not UnitKind.TIME:
        return False
    reader, after = number.reader, number.after_unit
    if number.unit and (reader.form(after) == "old" or reader.matches(after, ("of", "age"))):
        return True
    if any(reader.form(place) in AGES for place in range(number.start - 1, number.start - 5, -1)):
        return not number.counts
    near = {reader.form(place) for place in range(number.start - 1, number.start - 4, -1)}
    if number.unit and (near & AGE_VERBS or (near & AGED_PERSONS and near & {"було", "было"})):
        return True
    if number.before not in (",", "(") or not 1 <= number.amount.low <= _OLDEST or number.counts:
        return False
    if not reader.at(number.start - 2).text[:1].isupper():
        # “The suspect, 29, was arrested”
        bare = number.unit is None and not number.amount.in_words and number.amount.low >= _ADULT
        return bare and reader.language == "en" and number.before == "," and reader.form(after) == ","
    if number.before == "(":
        return reader.form(after) == ")"
    return reader.form(after) in (",", ".", ";", ")", "who", "from", "of", "з", "із", "из")


def is_relative_time(number: Candidate) -> bool:
    """“3 роки тому”, “через 2 години”, “за останні 24 години”: when, not how much."""
    if number.unit is None or number.unit.kind is not UnitKind.TIME:
        return False
    following = number.reader.form(number.after_unit)
    return following in AGO or number.before in LAST or (number.before == "in" and following == "time")


def is_time_of_day(number: Candidate) -> bool:
    """“о 9 годині ранку”, “в 9 часов”, “9 p.m.”"""
    if not 0 <= number.amount.low <= _LAST_HOUR or number.amount.magnitude > 1:
        return False
    following = number.reader.form(number.after_unit)
    if following in CLOCK_AFTER and (following not in ("a", "p") or number.reader.form(number.after_unit + 1) == "."):
        return number.unit is None or number.after in CLOCK_FORMS
    if number.before in ("о", "об") and number.reader.language == "uk":
        return number.unit is None or number.unit.kind is UnitKind.TIME
    return number.after in CLOCK_FORMS and number.before in CLOCK_BEFORE[number.reader.language]


def is_part_of_time(number: Candidate) -> bool:
    """“друга половина дня”, “чверть фіналу”, “the first half of the year”: parts that have an order."""
    if not number.amount.share:
        return False
    after = number.end
    for _ in range(3):
        after += number.reader.form(after) in ("of", "the", "a", "his", "her", "this", "last")
    return number.before.startswith(ORDINAL_HALVES) or number.reader.form(after) in PART_OF_TIME


def is_day_in_digits(number: Candidate) -> bool:
    """“24.02” without a year."""
    written = number.reader.at(number.start).text
    return not number.amount.in_words and number.reader.language != "en" and may_be_day_and_month(written)
