# SPDX-License-Identifier: GPL-3.0-or-later
"""Which year a date without one is in.

A date without a year is the last one of its name before publication, unless the verb beside it is of the
future. Within three months ahead it needs no verb: nobody calls a day of last year by its number alone when
the same number is about to come. (Of the verbless ones in 22,099 posts, 39 of 40 that lay 15 to 60 days ahead
were meant as coming, 11 of 12 up to 100 days, and 2 of 9 beyond.) A verb of the past keeps it in the past,
save after “до” and “на”, and so does “від” or “вперше з”: those are days on which something was.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from archivist.suggest.dates.calendar import MONTHS, Published, day_of, season_start, shifted
from archivist.suggest.dates.context import Context, NoDate, Phrase
from archivist.suggest.dates.words import WINTER

SURE, LIKELY, UNSURE, POOR = 0.95, 0.85, 0.65, 0.45  # confidences

_SOON = 90  # days ahead of publication
_SOON_MONTHS = 1
_SINCE = frozenset({"з", "із", "с", "со", "since"})
_DOCUMENT_WORDS = 5  # before “від”, in which the document is named
_DOCUMENT = re.compile(
    r"№|(?:указ|наказ|приказ|розпоряджен|распоряжени|постанов|лист|письм|закон|рішен|решени|протокол|припис|предписани"
    r"|догов[оі]р|угод|соглашени|доручен|поручени|акт|довідк|справк|звіт|отч[её]т|запит|запрос|редакці|редакци|ухвал"
    r"|заяв|вирок|приговор)\w{0,4}"
)
_FOR_THE_FIRST_TIME = frozenset({"вперше", "уперше", "впервые"})
_NOT_AGAIN = 330  # days; what lies so far ahead was yesterday, whatever the verb
_RECENT = 60
_FEBRUARY, _IN_EVERY_YEAR = 2, 28
_YEARS = 4  # on either side are searched: a 29 February comes in one of them, save around 1900


def nearest_day(context: Context, phrase: Phrase, month: int, day: int, weekday: int | None) -> tuple[date, float]:
    """The day and how sure it is. Raises NoDate if there is no such day."""
    published = context.publication()
    around = 1 if day <= _IN_EVERY_YEAR or month != _FEBRUARY else _YEARS
    years = range(max(1, published.last.year - around), published.last.year + around + 1)
    days = [found for year in years if (found := day_of(year, month, day))]
    if not days:
        raise NoDate
    if weekday:
        fitting = [each for each in days if each.isoweekday() == weekday]
        close = [each for each in fitting if abs(each.year - published.last.year) <= 1]
        if close:
            return min(close, key=lambda each: abs((each - published.last).days)), LIKELY
    if published.month is None and published.year is not None:
        within = [each for each in days if each.year == published.year]
        return (within or days)[0], UNSURE
    past, coming = _around(days, published)
    if coming is None or past is None:
        return past or coming or days[0], UNSURE
    return _past_or_coming(context, phrase, past, coming)


def _past_or_coming(context: Context, phrase: Phrase, past: date, coming: date) -> tuple[date, float]:
    """Which of the two days around publication is meant."""
    published = context.publication().last
    ahead, ago = (coming - published).days, (published - past).days
    if ahead >= _NOT_AGAIN:
        return past, SURE
    tense = phrase.tense(context.language)
    if tense == "future":
        return coming, LIKELY
    if _has_been(phrase):
        return past, LIKELY
    if ahead <= _SOON and (not tense or _is_limit(phrase)):
        return coming, UNSURE
    if _is_limit(phrase) and ahead < ago and not tense:
        return coming, UNSURE
    return past, SURE if ago <= _RECENT else LIKELY


def nearest_month(context: Context, phrase: Phrase, month: int) -> tuple[int, float]:
    """The year of a month, and how sure it is; the month of publication is its own."""
    published = context.publication()
    if published.month is None and published.year is not None:
        return published.year, UNSURE
    return _nearest_year(context, phrase, lambda year: date(year, month, 1))


def nearest_season(context: Context, phrase: Phrase, season: int) -> tuple[int, float]:
    """The year in which a season begins."""
    published = context.publication()
    if published.month is None and published.year is not None and season != WINTER:
        return published.year, UNSURE
    return _nearest_year(context, phrase, lambda year: season_start(year, season))


def nearest_quarter(context: Context, phrase: Phrase, quarter: int) -> tuple[int, float]:
    """The year of a quarter."""
    return _nearest_year(context, phrase, lambda year: date(year, 3 * quarter - 2, 1))


def nearest_weekday(context: Context, phrase: Phrase, weekday: int) -> tuple[date, float]:
    """The last such day up to that of publication, or the first after it where the clause says so."""
    published = context.publication_day()
    if phrase.tense(context.language) == "future":
        ahead = (weekday - published.isoweekday() - 1) % 7 + 1
        return _existing(shifted(published, ahead)), LIKELY
    return _existing(shifted(published, -((published.isoweekday() - weekday) % 7))), LIKELY


def _existing(day: date | None) -> date:
    if day is None:
        raise NoDate
    return day


def _around(days: list[date], published: Published) -> tuple[date | None, date | None]:
    past = [each for each in days if each <= published.last]
    coming = [each for each in days if each > published.last]
    return (past[-1] if past else None), (coming[0] if coming else None)


def _is_limit(phrase: Phrase) -> bool:
    """“до 10 січня”, “until January 10”, “перенесли на 10 січня”; not “станом на 10 січня”."""
    index = phrase.first - 1
    if index >= 0 and phrase.tokens.words[index] == "на":
        return index == 0 or phrase.tokens.words[index - 1] not in {"станом", "состоянию"}
    return phrase.word_before in {"до", "by", "until", "till", "through"}


def _has_been(phrase: Phrase) -> bool:
    """“указ від 10 січня”, “вперше з 10 січня”."""
    index = phrase.first - 1
    before = phrase.tokens.words[max(0, index - _DOCUMENT_WORDS) : max(0, index)]
    if phrase.word_before in {"від", "от"}:
        return any(_DOCUMENT.fullmatch(word) for word in before)
    return phrase.word_before in _SINCE and not _FOR_THE_FIRST_TIME.isdisjoint(before[-1:])


def _nearest_year(context: Context, phrase: Phrase, start: Callable[[int], date]) -> tuple[int, float]:
    published = context.publication().last
    year = published.year
    if not 1 < year < date.max.year:
        raise NoDate
    past = year if start(year) <= published else year - 1
    coming = past if (start(past).year, start(past).month) == (year, published.month) else past + 1
    months_ahead = (start(coming).year - year) * MONTHS + start(coming).month - published.month
    months_ago = (year - past) * MONTHS + published.month - start(past).month
    if coming == past:
        return past, LIKELY
    tense = phrase.tense(context.language)
    if tense == "future":
        return coming, LIKELY
    if not tense and (months_ahead <= _SOON_MONTHS or (_is_limit(phrase) and months_ahead < months_ago)):
        return coming, UNSURE
    return past, LIKELY
