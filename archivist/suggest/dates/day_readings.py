# SPDX-License-Identifier: GPL-3.0-or-later
"""What the forms of single days and of ranges of days mean."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from archivist.suggest.dates.calendar import MONTHS, day_edtf, day_of, interval, shifted, week_of
from archivist.suggest.dates.context import Context, Declined, NoDate, Phrase, Reading
from archivist.suggest.dates.nearest import LIKELY, POOR, SURE, UNSURE, nearest_day, nearest_weekday
from archivist.suggest.dates.words import DAY, LAST, NEXT, THIS, WEEK, word_set

_PARTS_OF_DAY = ("part", "partadverb", "partnoun")
# Of units only these say one day or week; “наступних днів” and “the next days” do not.
ONE = word_set(
    "день дня дню днем днём тиждень тижня тижні тижню неделя недели неделе неделю місяць місяця місяці місяцю месяц"
    " месяца месяце рік рока року році год года году квартал півроку полгода day week month year"
)
_MAY_BE_TIMES = frozenset({"о", "об"})  # “о 14.05”


def _named(day: date, confidence: float) -> Reading:
    return Reading(day_edtf(day), confidence, day)


def _existing(day: date | None) -> date:
    if day is None:
        raise NoDate
    return day


def read_day(phrase: Phrase, context: Context) -> Reading:
    """“5 січня 2022 року”, “Tuesday, January 5”, “05.01.2022”."""
    if phrase.has("numdate"):
        return _of_figures(phrase, context)
    month, days = phrase.month, phrase.days
    if phrase.is_name_of_street():
        raise NoDate
    weekday = phrase.get("weekday", "weekdayabbr")
    if not month or len(days) != 1:
        raise Declined
    if phrase.before == "in" and phrase.tokens.name(phrase.first).startswith(("english", "monthname")):
        _decline_unless_said(phrase)
    year = context.year_of(phrase)
    if year is None:
        day, confidence = nearest_day(context, phrase, month, days[0], weekday)
    else:
        day, confidence = _existing(day_of(year, month, days[0])), SURE
    if weekday and day.isoweekday() != weekday:
        confidence = POOR
    return _named(day, confidence)


def _decline_unless_said(phrase: Phrase) -> None:
    """“in January 5 people died” has no day, “in January 5, 2022” has."""
    if not phrase.has("year", "nth"):
        raise Declined


def read_day_with_weekday(phrase: Phrase, context: Context) -> Reading:
    """“5 січня, у середу”: the weekday belongs to the day if it is that of the day."""
    reading = read_day(phrase, context)
    if reading.day is None or reading.day.isoweekday() != phrase.get("weekday"):
        raise Declined
    return reading


def _of_figures(phrase: Phrase, context: Context) -> Reading:
    written = phrase.word("numdate").casefold().partition("t")[0]  # without the time of ISO 8601
    if "-" in written:
        return _named(_existing(day_of(*map(int, written.split("-")))), SURE)
    day, month, year, ambiguous = _parted(written, context)
    if not ambiguous:
        return _named(_existing(day_of(year, month, day)), SURE)
    if context.language == "en":
        found = day_of(year, day, month) or day_of(year, month, day)  # month first
        return _named(_existing(found), POOR if day <= MONTHS and month <= MONTHS and day != month else LIKELY)
    found = day_of(year, month, day) or (day_of(year, day, month) if "/" in written else None)
    return _named(_existing(found), LIKELY)


def _parted(written: str, context: Context) -> tuple[int, int, int, bool]:
    """Day, month, year as they stand, and whether their order is in doubt."""
    first, second, third = re.split(r"[./]", written)
    if len(first) == len("2022"):
        return int(third), int(second), int(first), False
    year = int(third) if len(third) == len("2022") else context.full_year(int(third))
    return int(first), int(second), year, "/" in written


def read_short_day(phrase: Phrase, context: Context) -> Reading:
    """“до 5.01”."""
    if phrase.word_before in _MAY_BE_TIMES:
        raise Declined
    day, confidence = _short(phrase, context)
    return _named(day, min(confidence, UNSURE))


def _short(phrase: Phrase, context: Context) -> tuple[date, float]:
    day, month = map(int, phrase.word("shortdate").split("."))
    return nearest_day(context, phrase, month, day, phrase.get("weekday", "weekdayabbr"))


def read_days(phrase: Phrase, context: Context) -> Reading:
    """“5–7 січня”, “з 5 по 7 січня”: one month, two days."""
    month = phrase.month
    first, last = phrase.group("A").days[0], phrase.group("B").days[0]
    if not month or first >= last:
        raise Declined
    year = context.year_of(phrase)
    if year is None:
        end, confidence = nearest_day(context, phrase, month, last, None)
    else:
        end, confidence = _existing(day_of(year, month, last)), SURE
    return Reading(interval(end.replace(day=first), end), confidence)


def read_set_of_days(phrase: Phrase, context: Context) -> Reading:
    """“5, 6 і 8 січня”: an EDTF set."""
    month, days = phrase.month, phrase.days
    if not month or any(one >= other for one, other in pairwise(days)):
        raise Declined
    year = context.year_of(phrase)
    if year is None:
        last, confidence = nearest_day(context, phrase, month, days[-1], None)
    else:
        last, confidence = _existing(day_of(year, month, days[-1])), SURE
    return Reading("{" + ",".join(day_edtf(last.replace(day=day)) for day in days) + "}", confidence)


def read_dates(phrase: Phrase, context: Context) -> Reading:
    """“28 лютого – 3 березня”: the year of one end is that of the other, if only one is written."""
    begin, end = phrase.group("A"), phrase.group("B")
    last, confidence = _end(phrase, end, context)
    if begin.has("numdate") or context.year_of(begin) is not None:
        first = read_day(begin, context).day
        if end.month and not end.has("numdate") and context.year_of(end) is None and first is not None:
            last = _existing(day_of(first.year, last.month, last.day))
    else:
        first = _same_year_or_before(begin, last)
    if first is None or first >= last:
        raise Declined
    return Reading(interval(day_edtf(first), day_edtf(last)), confidence)


def _end(phrase: Phrase, end: Phrase, context: Context) -> tuple[date, float]:
    """The end of a range: “до” before it belongs to the range and does not make it a limit."""
    if end.has("shortdate"):
        day, month = map(int, end.word("shortdate").split("."))
    elif end.has("numdate") or context.year_of(end) is not None or not end.month or len(end.days) != 1:
        reading = read_day(end, context)
        return _existing(reading.day), reading.confidence
    else:
        day, month = end.days[0], end.month
    return nearest_day(context, phrase, month, day, None)


def _same_year_or_before(phrase: Phrase, last: date) -> date | None:
    if phrase.has("shortdate"):
        day, month = map(int, phrase.word("shortdate").split("."))
    else:
        day, month = phrase.days[0], phrase.month or 0
    found = day_of(last.year, month, day)
    return found if found is None or found < last else day_of(last.year - 1, month, day)


def read_deictic(phrase: Phrase, context: Context) -> Reading:
    """“вчора”, “завтра ввечері”, “tonight”."""
    if phrase.has("unit") and phrase.get("unit") != DAY:
        raise Declined
    steps = phrase.get("deictic", "deicticadjective", "tonight") or 0
    return _named(_existing(shifted(context.publication_day(), steps)), LIKELY if steps else UNSURE)


def read_deictic_step(phrase: Phrase, context: Context) -> Reading:
    """“the day before yesterday”."""
    steps, away = phrase.get("deictic"), -1 if phrase.has("before") else 1
    if phrase.get("unit") != DAY or steps != away:
        raise Declined
    return _named(_existing(shifted(context.publication_day(), steps + away)), LIKELY)


def read_which_part(phrase: Phrase, context: Context) -> Reading:
    """“this morning”, “last night”."""
    which = phrase.get("which")
    if which not in {LAST, THIS}:
        raise Declined
    return _named(_existing(shifted(context.publication_day(), which)), LIKELY)


def read_weekday(phrase: Phrase, context: Context) -> Reading:
    """“у вівторок”, “last Tuesday”, “увечері минулої п'ятниці”."""
    weekday = phrase.get("weekday") or 0
    which = phrase.get("which")
    if which is None:
        _decline_if_bare(phrase)
        return _named(*nearest_weekday(context, phrase, weekday))
    published = context.publication_day()
    days = (weekday - published.isoweekday()) % 7
    if which == THIS:
        found = shifted(published, weekday - published.isoweekday())
    elif which == NEXT:
        found = shifted(published, days or 7)
    elif which == LAST:
        found = shifted(published, days - 7)
    else:
        raise Declined
    return _named(_existing(found), LIKELY)


def _decline_if_bare(phrase: Phrase) -> None:
    """A Slavic weekday tells when only after a preposition: “середа” is also an environment."""
    before = phrase.before in {"in", "on", "from", "since", "till", "prep", "before", "after", "of"}
    if not before and not phrase.has("partadverb") and not phrase.word("weekday").isascii():
        raise Declined


def read_weekday_of_week(phrase: Phrase, context: Context) -> Reading:
    """“вівторка минулого тижня”."""
    if phrase.get("unit") != WEEK:
        raise Declined
    week = week_of(_existing(shifted(context.publication_day(), 7 * (phrase.get("which") or 0))))
    return _named(_existing(shifted(week[0], (phrase.get("weekday") or 1) - 1) if week else None), LIKELY)


def _is_a_day(phrase: Phrase) -> bool:
    return phrase.has(*_PARTS_OF_DAY) or (phrase.get("unit") == DAY and phrase.word("unit") in ONE)


def read_same_day(phrase: Phrase, context: Context) -> Reading:
    """“того самого дня”, “в тот же вечер”, “the same day”."""
    if not _is_a_day(phrase):
        raise Declined
    return _named(context.named_day(), LIKELY)


def read_that_day(phrase: Phrase, context: Context) -> Reading:
    """“того дня”, “в этот день”, “that evening”: less often said of the day just named."""
    if not _is_a_day(phrase) or phrase.get("which") not in {None, THIS}:
        raise Declined
    return _named(context.named_day(), UNSURE)


def read_next_day(phrase: Phrase, context: Context) -> Reading:
    """“наступного дня”, “the following morning”, “the previous day”, “the day before”."""
    if not _is_a_day(phrase):
        raise Declined
    steps = phrase.get("which", "following")
    if steps is None:
        steps = -1 if phrase.has("before") else 1
    if steps not in {-1, 1} or (phrase.has("which") and steps == LAST):
        raise Declined
    return _named(_existing(shifted(context.named_day(), steps)), LIKELY)


def counted(phrase: Phrase) -> int:
    """How many: in figures, in words, or one where nothing stands before a single unit."""
    number = phrase.get("count", "day", "numeral")
    if number is None:
        if phrase.word("unit", "yearword", "yearwords") not in ONE:
            raise Declined
        return 1
    if not number:
        raise Declined
    return number


def read_days_later(phrase: Phrase, context: Context) -> Reading:
    """“two days later”, “днем раніше”, “спустя неделю”: from the last day named."""
    unit, way = phrase.get("unit"), phrase.get("later") or 1
    if unit not in {DAY, WEEK} or (phrase.tokens.name(phrase.first) == "later" and phrase.word("later").isascii()):
        raise Declined
    return _named(_existing(shifted(context.named_day(), way * unit * counted(phrase))), UNSURE)


def read_from_now(phrase: Phrase, context: Context) -> Reading:
    """“за три дні”, “in three days”, of what is to come."""
    unit = phrase.get("unit")
    if unit not in {DAY, WEEK} or phrase.tense(context.language) != "future":
        raise Declined
    return _named(_existing(shifted(context.publication_day(), unit * counted(phrase))), UNSURE)
