# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates that a Ukrainian, Russian or English text names, resolved against its day of publication, as EDTF.

What a span holds: the words that name the date, without the preposition before them (“у 2019-му” is
“2019-му”), but with the opening word of a range (“з 5 по 7 січня”), with the part of the day (“увечері
5 січня”) and with what makes it approximate (“близько 1840 року”).

What the EDTF says:
- a day, month, year, decade (199X), century (19XX, the hundred years that begin so), season (2020-21),
  quarter (2022-33) as such; ranges as intervals, “5 і 6 січня” as a set;
- early, middle, late as the thirds of calendar.py (2022-01-01/2022-01-10);
- “до”, “після”, “з” before a day name the day itself, not an open interval: what they say is said of
  the event, not of the date;
- approximate with ~ (1840~), uncertain with ?;
- the part of a day and the time on the clock are not in it.

What cannot be resolved is left out: without a day of publication all that is told from it, and days
without a year; days that do not exist (31 лютого) always.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from archivist.dates import date_range
from archivist.errors import InvalidDate
from archivist.language.detect import detect_language
from archivist.model import Kind, Suggestion
from archivist.suggest.dates import day_readings as days
from archivist.suggest.dates import period_readings as periods
from archivist.suggest.dates import year_readings as years
from archivist.suggest.dates.calendar import published_on
from archivist.suggest.dates.context import Context, Declined, NoDate, Phrase, Reading
from archivist.suggest.dates.grammar import FORMS
from archivist.suggest.dates.tokens import Tokens, tokens

_LANGUAGES = ("uk", "ru", "en")
_YEAR = re.compile(r"\d{4}(?!\d)")

Reader = Callable[[Phrase, Context], Reading]
_READERS: Final[dict[str, Reader]] = {
    "day": days.read_day,
    "day_with_weekday": days.read_day_with_weekday,
    "short_day": days.read_short_day,
    "days": days.read_days,
    "set_of_days": days.read_set_of_days,
    "dates": days.read_dates,
    "deictic": days.read_deictic,
    "deictic_step": days.read_deictic_step,
    "which_part": days.read_which_part,
    "weekday": days.read_weekday,
    "weekday_of_week": days.read_weekday_of_week,
    "same_day": days.read_same_day,
    "that_day": days.read_that_day,
    "next_day": days.read_next_day,
    "days_later": days.read_days_later,
    "from_now": days.read_from_now,
    "ago": periods.read_ago,
    "which": periods.read_which,
    "that_year": periods.read_that_year,
    "weekend": periods.read_weekend,
    "month": periods.read_month,
    "months": periods.read_months,
    "set_of_months": periods.read_set_of_months,
    "early": periods.read_early,
    "half": periods.read_half,
    "year": years.read_year,
    "bare_year": years.read_bare_year,
    "about_year": years.read_about_year,
    "years": years.read_years,
    "set_of_years": years.read_set_of_years,
    "decade": years.read_decade,
    "decades": years.read_decades,
    "century": years.read_century,
    "centuries": years.read_centuries,
    "season": periods.read_season,
    "winter": periods.read_winter,
    "quarter": periods.read_quarter,
}


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date named at [start, end), in code points."""

    start: int
    end: int
    edtf: str
    confidence: float  # 0 to 1
    with_day: bool  # it names a single day


def find_dates(text: str, language: str, published: str) -> list[DateExpression]:
    """The dates that a text names, in order and without overlaps.

    language is `uk`, `ru` or `en`; where it is another or "", the text is asked. published is EDTF and
    may be partial or "": what cannot be resolved without it is left out. Raises nothing.
    """
    if language not in _LANGUAGES:
        language = detect_language(text) or "uk"
    row = tokens(text, language)
    context = Context(language, published_on(published))
    found = []
    for phrase, reading in _readings(row, context):
        first, edtf = _qualified(phrase, reading.edtf)
        if not _is_valid(edtf):
            continue
        context.named = reading.day or context.named
        told = _YEAR.findall(edtf)
        context.year = int(told[-1]) if told else context.year
        start, end = row.starts[first], row.ends[phrase.last - 1]
        found.append(DateExpression(start, end, edtf, reading.confidence, reading.day is not None))
    return found


def suggest_dates(text: str, language: str, published: str) -> list[Suggestion]:
    """What find_dates() finds, as suggestions of kind date."""
    return [
        Suggestion(
            start=found.start,
            end=found.end,
            quote=text[found.start : found.end],
            kind=Kind.DATE,
            attributes={"edtf": found.edtf},
            confidence=found.confidence,
            source="date",
        )
        for found in find_dates(text, language, published)
    ]


def _readings(row: Tokens, context: Context) -> Iterator[tuple[Phrase, Reading]]:
    """What the forms that fit say, from left to right: of those at one place the longest that is not declined."""
    matches = [
        (match.start(), -match.end(), number, match)
        for number, (form, _) in enumerate(FORMS)
        for match in form.finditer(row.classes)
    ]
    matches.sort(key=itemgetter(0, 1, 2))
    taken = 0
    for start, end, number, match in matches:
        if start < taken:
            continue
        phrase = Phrase(row, match)
        try:
            reading = _READERS[FORMS[number][1]](phrase, context)
        except Declined:
            continue
        except NoDate:
            taken = -end
            continue
        taken = -end
        yield phrase, reading


def _qualified(phrase: Phrase, edtf: str) -> tuple[int, str]:
    """The first token and the EDTF of a date with “близько” or “ймовірно” before it."""
    row, first = phrase.tokens, phrase.first
    steps = 1 + (phrase.before in {"in", "on", "stop", "comma"})
    name = row.name(first - steps)
    # “c. 1840” and “ймовірно, 5 січня”; any other full stop or comma parts the two.
    if phrase.before == "stop" and row.words[first - steps] not in {"c", "ca"}:
        name = ""
    if phrase.before == "comma" and name != "maybe":
        name = ""
    sign = {"hedge": "~", "maybe": "?"}.get(name, "")
    if not sign or not _is_valid(edtf + sign) or "/" in edtf:
        return first, edtf
    return first - steps, edtf + sign


def _is_valid(edtf: str) -> bool:
    try:
        date_range(edtf)
    except InvalidDate:
        return False
    return True
