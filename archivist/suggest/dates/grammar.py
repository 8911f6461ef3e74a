# SPDX-License-Identifier: GPL-3.0-or-later
"""The forms in which dates are told, as regular expressions over classes of words (tokens.py).

In a form a word in small letters is a class, one in capitals a part defined before; space means
nothing, everything else is as in `re`. Each form names the reading (day_readings.py and its like) that says what
it means; of forms that begin at one place, the longest is read first.
"""

from __future__ import annotations

import re
from typing import Final

from archivist.suggest.dates.tokens import CODE

_PARTS: Final[dict[str, str]] = {}


def _part(name: str, form: str) -> None:
    _PARTS[name] = f"({_expanded(form)})"


def _expanded(form: str) -> str:
    return re.sub("[A-Z]{2,}", lambda match: _PARTS[match.group()], form)


def _compiled(form: str) -> re.Pattern[str]:
    classes = re.sub("[a-z]+", lambda match: CODE[match.group()], _expanded(form))
    return re.compile(re.sub(r"\((?!\?)", "(?:", classes.replace(" ", "")))


_part("DAY", "day | nth | tens dash? nth")
_part("ENGLISH", "englishmonth stop? | monthname stop?")
_part("GENITIVE", "monthof | monthrisky stop? | ENGLISH")  # “5 січня”, “5 January”
_part("MONTH", "month | monthof | englishmonth | monthname")
_part("YEARWORD", "yearword | yearabbr stop?")
_part("YEARWORDS", "yearwords | yearword | yearabbr stop?")
_part("SAMEYEAR", "that same yearword | the? same yearword")
_part(
    "YEAR",
    "comma? year YEARWORD | comma? year (?!counted|yearwords) | comma? nthyear YEARWORD? | aposyear"
    " | which yearword | SAMEYEAR | yearly",
)
_part("DAYMONTH", "the? DAY of? GENITIVE")
_part("MONTHDAY", "ENGLISH the? DAY (?!counted)")
_part("DATE", "(DAYMONTH | MONTHDAY) (of? YEAR)? | numdate YEARWORD?")
_part("BEFORE", "(partadverb | partnoun) on? | the? part of")  # “увечері 5 січня”, “the evening of January 5”
_part("AFTER", "partadverb | part | in the part")
_part("WEEKDAY", "(weekday | weekdayabbr stop?) AFTER? comma?")
_part("TODAY", "deictic comma? (in? weekday comma?)?")
_part("EARLY", "the? early (dash | in? of? the?)")
_part("HALF", "the? nth half (of the? | in)?")
_part("CENTURY", "(roman | nth | tens dash? nth | day) century | roman centuryabbr stop?")
_part("COUNT", "count | day | numeral")

_FORMS: Final = (
    # Days.
    ("day", "TODAY? BEFORE? WEEKDAY? DATE AFTER?"),
    ("day_with_weekday", "DATE (comma? in? weekday | open weekday close)"),
    ("day", "(?<= on) monthrisky the? DAY YEAR?"),
    ("day", "monthrisky the? (DAY comma year | nth | tens dash? nth)"),
    ("day", "DAY dash (englishmonth | monthname) dash year"),
    ("short_day", "(?<=[from till on open prep]) shortdate (?! counted | numeral | month | monthof)"),
    ("short_day", "WEEKDAY shortdate"),
    # Ranges and sets of days.
    (
        "days",
        "((partnoun | partadverb) in?)? from the? (?P<A>DAY) (till | dash | on) the? (?P<B>DAY) of? GENITIVE YEAR?",
    ),
    ("days", "(?P<A>DAY) dash (?P<B>DAY) of? GENITIVE YEAR?"),
    ("days", "between the? (?P<A>DAY) and the? (?P<B>DAY) of? GENITIVE YEAR?"),
    ("days", "(from)? ENGLISH the? (?P<A>DAY) (dash | till) the? (?P<B>DAY) (?!counted) YEAR?"),
    ("days", "between ENGLISH the? (?P<A>DAY) and the? (?P<B>DAY) (?!counted) YEAR?"),
    ("set_of_days", "DAY (comma DAY){0,6} comma? and DAY of? GENITIVE YEAR?"),
    ("set_of_days", "ENGLISH DAY (comma DAY){0,6} comma? and DAY (?!counted) YEAR?"),
    ("dates", "from? (?P<A>DATE) (dash | till | since) (?P<B>DATE)"),
    ("dates", "between (?P<A>DATE) and (?P<B>DATE)"),
    ("dates", "from? (?P<A>shortdate) (dash | till) (?P<B>shortdate | numdate)"),
    # Days told from other days.
    ("deictic", "BEFORE? deictic (AFTER | comma? in weekday)?"),
    ("deictic", "deicticadjective unit | tonight"),
    ("deictic_step", "the? unit (before | after) deictic"),
    ("which_part", "which part"),
    ("weekday", "(BEFORE in?)? the? which? weekday (?!dash) AFTER?"),
    ("weekday_of_week", "weekday which unit"),
    ("same_day", "BEFORE? (that | which | the)? same (unit | partnoun | part)"),
    ("that_day", "that (unit | partnoun | part)"),
    ("that_day", "which unit"),
    ("next_day", "the? (which | following) (unit | partnoun | part)"),
    ("next_day", "the unit (before | after) (?= comma | stop | gap | close | $)"),
    ("days_later", "COUNT? unit later | later COUNT? unit"),
    ("ago", "COUNT? (unit | yearword | yearwords) ago"),
    ("ago", "half count yearword ago"),
    ("from_now", "through COUNT unit | (?<= in) COUNT unit"),
    # Weeks, months and years told from publication.
    ("which", "which (unit | yearword | weekend | season | seasonal | century | quarter)"),
    ("which", "yearly | SAMEYEAR"),
    ("that_year", "that yearword"),
    ("weekend", "(?<=[in on at]) the? weekend"),
    # Months.
    ("month", "(MONTH | monthrisky) stop? of? YEAR | the? unit of MONTH YEAR? | (which | yearadjective) MONTH"),
    ("month", "(?<=[in on at from since till prep before after between]) (month | monthof | englishmonth)"),
    ("month", "(?<=[in since]) monthname"),
    ("month", "(yearly | which yearword | year YEARWORD) comma? in MONTH"),
    ("early", "EARLY (which | yearadjective)? MONTH (of? YEAR)?"),
    ("half", "HALF MONTH (of? YEAR)?"),
    ("months", "from (?P<A>MONTH YEAR?) (till | dash | since) (?P<B>MONTH YEAR?)"),
    ("months", "(?P<A>MONTH YEAR?) dash (?P<B>MONTH YEAR?)"),
    ("months", "between (?P<A>MONTH YEAR?) and (?P<B>MONTH YEAR?)"),
    ("set_of_months", "(?<=[in prep]) (?P<A>MONTH) and in? (?P<B>MONTH) YEAR?"),
    # Years.
    ("year", "year YEARWORD | the yearword year | nthyear YEARWORD?"),
    ("bare_year", "(?<=[in from since till prep before after of on]) (year | aposyear) (?! counted | yearwords)"),
    ("bare_year", "(?<=open) year (?=close)"),
    ("about_year", "(?<=hedge) year (?! counted | yearwords) | (?<=hedge stop) year (?! counted | yearwords)"),
    ("early", "EARLY (year YEARWORD | year (?!counted) | nthyear YEARWORD? | aposyear | which yearword | yearword)"),
    ("half", "HALF (year YEARWORD? | nthyear YEARWORD? | which yearword | yearword)"),
    ("years", "from? (?P<A>year|nthyear) YEARWORD? (dash | till | since) (?P<B>year|nthyear) YEARWORDS? (?!counted)"),
    ("years", "between (?P<A>year) and (?P<B>year) YEARWORDS? (?!counted)"),
    ("years", "(?P<A>year) dash (?P<B>day|numeral) YEARWORDS? (?!counted|unit|month|monthof|dash)"),
    ("years", "yearspan YEARWORDS? (?!counted)"),
    ("set_of_years", "year (comma year){0,6} and in? year yearwords | (?<=[in]) year and in? year (?!counted)"),
    # Decades, centuries, seasons, quarters.
    ("decade", "EARLY? the? (decade | decadeword) (yearwords | yearabbr stop?)? (which century | CENTURY)?"),
    ("decades", "from? (?P<A>decade | day | numeral) (dash | till) (?P<B>decade) (yearwords | yearabbr stop?)?"),
    ("century", "EARLY? the? CENTURY"),
    ("century", "HALF CENTURY"),
    ("centuries", "(?P<A>roman | nth | day) (dash | and) (?P<B>roman | nth | day) (century | centuryabbr stop?)"),
    ("season", "the? (seasonal | season) of? YEAR | YEAR seasonal"),
    ("season", "EARLY (which)? season (of? YEAR)?"),
    ("season", "seasonal"),
    ("winter", "(seasonal | season) (of)? (the)? year dash (year | day | numeral) YEARWORDS?"),
    ("quarter", "quartername (of? YEAR)?"),
    ("quarter", "the? (nth | roman | day) quarter (of? YEAR | of the? yearword)?"),
)


FORMS: Final = tuple((_compiled(form), reading) for reading, form in _FORMS)
