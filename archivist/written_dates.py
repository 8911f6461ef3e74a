# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates as articles write them above their text: “8 січня 2022, 14:05”, “08.01.2022”, “January 8, 2022”."""

from __future__ import annotations

import re
from datetime import date

from archivist.month_names import MONTH_NAMES

_MONTHS_IN_YEAR = 12
_DATE_LINE_FORMS = 2  # in the Slavic languages a date line has the nominative or the genitive
# As calendars and phones shorten them, January first.
_SHORT = ("січ лют бер квіт|кві трав|тра черв|чер лип серп|сер вер жовт|жов лист|лис груд|гру",
          "янв фев|февр мар апр май|мая июн июл авг сен|сент окт ноя|нояб дек")  # fmt: skip
_ABBREVIATIONS = {
    name: number
    for months in _SHORT
    for number, names in enumerate(months.split(), start=1)
    for name in names.split("|")
}
_MONTH = {
    name: number
    for language, months in MONTH_NAMES.items()
    for number, names in enumerate(months, start=1)
    for name in (names if language == "en" else names[:_DATE_LINE_FORMS])
} | _ABBREVIATIONS

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_NAME = r"(?P<name>[^\W\d_]{3,10})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.]{_DAY}",
        rf"{_DAY}[-/.](?P<month>\d{{1,2}})[-/.]{_YEAR}",
        rf"{_DAY} {_NAME},? {_YEAR}",
        rf"{_NAME} {_DAY},? {_YEAR}",
        rf"{_NAME},? {_YEAR}",
    )
)
_LABEL = re.compile(
    r"(?:опубліковано|опубликовано|дата(?: публікації| публикации)?|published(?: on)?|date|posted(?: on)?)\s*:?\s+"
)
_WEEKDAY_NAME = (
    "(?:понеділок|вівторок|середа|четвер|п['’ʼ]ятниця|субота|неділя"
    "|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
    r"|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
_WEEKDAY = re.compile(rf"{_WEEKDAY_NAME}\.?,?\s+")
_WEEKDAY_LAST = re.compile(rf"[\s,]+\(?{_WEEKDAY_NAME}\)?$")  # “January 8, 2022 Saturday”
_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?"
_TIME_FIRST = re.compile(rf"{_TIME}\s*[,|•·–—-]?\s+(?=\S)")
_TIME_LAST = re.compile(
    rf"(?:t|[\s,|•·–—-]+(?:о|об|в|at)?\s*){_TIME}\s*(?:[ap]\.?m\.?)?\s*\(?(?:z|[+-]\d\d:?\d\d|[^\W\d_]{{2,4}})?\)?$"
)
_YEAR_WORD = re.compile(r"\s*(?:року|рік|роки|р\.?|года|год|г\.?)$")
_LONGEST = 80  # characters; a longer line is a sentence


def written_date(text: str) -> str:
    """The EDTF date (a day or a month) that a line is, with or without a time; "" where it is more or else."""
    line = " ".join(text.split()).casefold()
    if len(line) > _LONGEST:
        return ""
    for ornament in (_LABEL, _WEEKDAY, _TIME_FIRST, _WEEKDAY):
        line = line[match.end() :] if (match := ornament.match(line)) else line
    line = _WEEKDAY_LAST.sub("", _TIME_LAST.sub("", line).rstrip(" .,|"))
    line = _YEAR_WORD.sub("", line).rstrip(" ,")
    for form in _FORMS:
        match = form.fullmatch(line)
        if match:
            return _edtf(match.groupdict())
    return ""


def _edtf(parts: dict[str, str | None]) -> str:
    year, name = int(parts["year"] or 0), parts.get("name")
    month = _MONTH.get(name, 0) if name else int(parts.get("month") or 0)
    if not parts.get("day"):
        return f"{year:04}-{month:02}" if month else ""
    day = int(parts["day"] or 0)
    if not name and month > _MONTHS_IN_YEAR >= day:  # 01/25/2022, as in America
        month, day = day, month
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
