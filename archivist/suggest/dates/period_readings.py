# SPDX-License-Identifier: GPL-3.0-or-later
"""What the forms of weeks, months, years, decades, centuries, seasons and quarters mean."""

from __future__ import annotations

from datetime import date

from archivist.suggest.dates.calendar import (
    MONTHS,
    day_edtf,
    half,
    interval,
    month_edtf,
    shifted,
    shifted_month,
    third,
    week_of,
)
from archivist.suggest.dates.context import Context, Declined, NoDate, Phrase, Reading
from archivist.suggest.dates.day_readings import ONE, counted
from archivist.suggest.dates.nearest import (
    LIKELY,
    POOR,
    SURE,
    UNSURE,
    nearest_month,
    nearest_quarter,
    nearest_season,
)
from archivist.suggest.dates.words import DAY, HALF_YEAR, LAST, LATE, MIDDLE, MONTH, NEXT, THIS, WEEK, WINTER

_CENTURY = 100
_QUARTER_CODE = 32  # EDTF's 33 to 36
_QUARTERS = 4
_WEEKEND = (5, 6)  # days after Monday


def read_which(phrase: Phrase, context: Context) -> Reading:
    """“цього тижня”, “минулого року”, “next month”, “last summer”, “торік”."""
    if phrase.has("yearly", "yearword", "same"):
        year = context.year_of(phrase)
        if year is None:
            raise Declined
        return Reading(f"{year:04}", LIKELY)
    steps = phrase.get("which") or 0
    if phrase.has("season", "seasonal"):
        return _which_season(phrase, context, steps)
    if phrase.has("century"):
        return Reading(f"{context.publication_year() // _CENTURY + steps:02}XX", LIKELY)
    if phrase.has("quarter"):
        year, month = _publication_month(context)
        year, month = shifted_month(year, month, 3 * steps)
        return Reading(f"{year:04}-{_QUARTER_CODE + (month + 2) // 3}", LIKELY)
    if phrase.has("weekend"):
        return _weekend(context, steps)
    return _which_unit(phrase, context, steps)


def _which_unit(phrase: Phrase, context: Context, steps: int) -> Reading:
    unit = phrase.get("unit")
    if phrase.word("unit") not in ONE or phrase.before == "the" or phrase.after == "of":
        raise Declined  # “the last week of January”
    if unit == WEEK:
        return Reading(_week(context, steps), LIKELY)
    if unit == MONTH:
        return Reading(month_edtf(*shifted_month(*_publication_month(context), steps)), LIKELY)
    raise Declined


def _publication_month(context: Context) -> tuple[int, int]:
    month = context.publication().month
    if month is None:
        raise NoDate
    return month


def _week(context: Context, steps: int) -> str:
    day = shifted(context.publication_day(), 7 * steps)
    week = week_of(day) if day else None
    if week is None:
        raise NoDate
    return interval(*map(day_edtf, week))


def _weekend(context: Context, steps: int) -> Reading:
    monday = date.fromisoformat(_week(context, steps).partition("/")[0])
    saturday, sunday = (shifted(monday, days) for days in _WEEKEND)
    if saturday is None or sunday is None:
        raise NoDate
    return Reading(interval(day_edtf(saturday), day_edtf(sunday)), LIKELY)


def read_that_year(phrase: Phrase, context: Context) -> Reading:  # noqa: ARG001 - every reading has both
    """“того року”, “that year”: the last one named."""
    if context.year is None:
        raise NoDate
    return Reading(f"{context.year:04}", UNSURE)


def read_weekend(phrase: Phrase, context: Context) -> Reading:
    """“на вихідних”: the last one that has begun, or the coming one."""
    begun = context.publication_day().isoweekday() > _WEEKEND[0]
    coming = phrase.tense(context.language) == "future"
    return Reading(_weekend(context, 0 if begun or coming else LAST).edtf, UNSURE)


def _which_season(phrase: Phrase, context: Context, steps: int) -> Reading:
    season = phrase.get("season", "seasonal") or 0
    begun, _ = nearest_season(context, phrase, season)
    year = context.publication().last.year
    if steps == THIS:
        return Reading(_season(begun if season == WINTER else year, season, whole_winter=True), LIKELY)
    if steps == LAST:
        year = begun - 1 if _is_running(context, season) else begun
        return Reading(_season(year, season, whole_winter=True), LIKELY)
    if steps == NEXT:
        return Reading(_season(begun + 1, season, whole_winter=True), LIKELY)
    raise Declined


def _is_running(context: Context, season: int) -> bool:
    """Whether the article came out in the season."""
    month = context.publication().last.month
    return month % MONTHS // 3 == (season - WINTER) % 4


def _season(year: int, season: int, *, whole_winter: bool = False) -> str:
    """EDTF's season; a winter known by its place in time is written with both its years."""
    if season == WINTER and whole_winter:
        return f"{month_edtf(year, MONTHS)}/{month_edtf(year + 1, 2)}"
    return f"{year:04}-{season}"


def read_ago(phrase: Phrase, context: Context) -> Reading:
    """“три дні тому”, “a week ago” are days, months ago a month, years ago a year."""
    unit = phrase.get("unit", "yearword", "yearwords")
    if phrase.has("half"):
        unit = HALF_YEAR
    number = counted(phrase)
    if unit in {DAY, WEEK}:
        day = shifted(context.publication_day(), -unit * number)
        if day is None:
            raise NoDate
        return Reading(day_edtf(day), LIKELY if unit == DAY else UNSURE, day)
    if unit in {MONTH, HALF_YEAR}:
        months = number * (6 if unit == HALF_YEAR else 1)
        year, month = shifted_month(*_publication_month(context), -months)
        return _in_calendar(year, Reading(month_edtf(year, month), UNSURE))
    year = context.publication_year() - number
    return _in_calendar(year, Reading(f"{year:04}", UNSURE))


def _in_calendar(year: int, reading: Reading) -> Reading:
    if year < 1:
        raise NoDate
    return reading


def _month_and_year(phrase: Phrase, context: Context) -> tuple[str, float]:
    month = phrase.month
    if not month:
        raise Declined
    year = context.year_of(phrase)
    if year is not None:
        return month_edtf(year, month), SURE
    which = phrase.get("which")
    year, confidence = nearest_month(context, phrase, month)
    published = context.publication().last
    current = (year, month) == (published.year, published.month)
    if which == LAST and (current or (year, month) > (published.year, published.month)):
        year -= 1
    elif which == NEXT and (year, month) <= (published.year, published.month):
        year += 1
    elif which == THIS:
        year = published.year
    return month_edtf(year, month), LIKELY if which is not None else confidence


def read_month(phrase: Phrase, context: Context) -> Reading:
    """“у січні”, “января 2019 года”, “last March”."""
    if phrase.has("unit") and phrase.get("unit") != MONTH:
        raise Declined
    return Reading(*_month_and_year(phrase, context))


def read_months(phrase: Phrase, context: Context) -> Reading:
    """“січень–березень 2021 року”."""
    begin, end = phrase.group("A"), phrase.group("B")
    last, confidence = _month_and_year(end, context)
    if not begin.month:
        raise Declined
    year = context.year_of(begin)
    if year is None:
        year = int(last[:4]) - (begin.month > int(last[5:]))
    elif context.year_of(end) is None:
        last = month_edtf(year + (begin.month > int(last[5:])), int(last[5:]))
    first = month_edtf(year, begin.month)
    if first >= last:
        raise Declined
    return Reading(interval(first, last), confidence)


def read_set_of_months(phrase: Phrase, context: Context) -> Reading:
    """“у січні та лютому 2022 року”."""
    last, confidence = _month_and_year(phrase, context)
    begin, end = phrase.group("A").month or 0, phrase.group("B").month or 0
    if begin >= end:
        raise Declined
    if not phrase.has("year", "nthyear", "which", "yearly"):
        last, confidence = _month_and_year(phrase.group("B"), context)
    return Reading(f"{{{month_edtf(int(last[:4]), begin)},{month_edtf(int(last[:4]), end)}}}", confidence)


def _base(phrase: Phrase, context: Context) -> tuple[str, float]:
    """The month or year of which a part is told."""
    if phrase.month:
        return _month_and_year(phrase, context)
    year = context.year_of(phrase)
    if year is not None:
        return f"{year:04}", SURE
    return f"{context.publication_year():04}", UNSURE  # “наприкінці року”


def read_early(phrase: Phrase, context: Context) -> Reading:
    """“на початку січня”, “late 2021”, “кінця минулого року”: thirds."""
    base, confidence = _base(phrase, context)
    return Reading(third(base, phrase.get("early") or 1), min(confidence, LIKELY))


def read_half(phrase: Phrase, context: Context) -> Reading:
    """“у першій половині січня”, “the second half of 2021”."""
    base, confidence = _base(phrase, context)
    edtf = half(base, phrase.get("nth") or 0)
    if not edtf:
        raise Declined
    return Reading(edtf, min(confidence, LIKELY))


def read_season(phrase: Phrase, context: Context) -> Reading:
    """“навесні 2020 року”, “summer of 2020”, “наприкінці літа”."""
    season = phrase.get("season", "seasonal") or 0
    year = context.year_of(phrase)
    part = phrase.get("early")
    confidence = SURE
    if year is None:
        year, confidence = nearest_season(context, phrase, season)
        confidence = min(confidence, UNSURE if part else POOR)
        year += season == WINTER and part in {MIDDLE, LATE}  # the winter that began in the year before
        if not part:
            return Reading(_season(year, season, whole_winter=True), confidence)
    edtf = _season(year, season)
    return Reading(third(edtf, part) if part else edtf, confidence)


def read_winter(phrase: Phrase, context: Context) -> Reading:  # noqa: ARG001
    """“взимку 2021–2022 років”: the one season that has two years."""
    if phrase.get("season", "seasonal") != WINTER:
        raise Declined
    return Reading(_season(phrase.get("year") or 0, WINTER, whole_winter=True), SURE)


def read_quarter(phrase: Phrase, context: Context) -> Reading:
    """“у першому кварталі 2022 року”, “III квартал”."""
    number = phrase.get("quartername", "nth", "roman", "day") or 0
    if not 1 <= number <= _QUARTERS:
        raise Declined
    year = context.year_of(phrase)
    confidence = SURE
    if year is None:
        year, confidence = nearest_quarter(context, phrase, number)
    return Reading(f"{year:04}-{_QUARTER_CODE + number}", confidence)
