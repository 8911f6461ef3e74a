# SPDX-License-Identifier: GPL-3.0-or-later
"""Reckoning with partial dates: the parts of months, years, decades and centuries, as EDTF.

Early, middle and late are thirds, written as intervals: of a month ten days, ten days and the rest; of a
year four months each; of a season its months (of the winter of a year its December, its January, its
February); of a decade and a century years (“early 1990s” is 1990/1993, the middle 1994/1996, late
1997/1999).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from archivist.dates import date_range
from archivist.errors import InvalidDate
from archivist.suggest.dates.words import MIDDLE, SPRING, WINTER

MONTHS = 12
_THIRDS_OF_MONTH = ((1, 10), (11, 20), (21, 31))
_THIRDS_OF_DECADE = ((0, 3), (4, 6), (7, 9))
_THIRDS_OF_CENTURY = ((0, 33), (34, 66), (67, 99))
_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}  # EDTF's number of a season -> its first month


@dataclass(frozen=True, slots=True)
class Published:
    """When an article came out, as far as it is known."""

    first: date
    last: date

    @property
    def day(self) -> date | None:
        """The day, if it is known."""
        return self.last if self.first == self.last else None

    @property
    def month(self) -> tuple[int, int] | None:
        """Year and month, if both are known."""
        same = (self.first.year, self.first.month) == (self.last.year, self.last.month)
        return (self.last.year, self.last.month) if same else None

    @property
    def year(self) -> int | None:
        """The year, if it is known."""
        return self.last.year if self.first.year == self.last.year else None


def published_on(edtf: str) -> Published | None:
    """What an EDTF date says of the publication; None where it says nothing, or is open at an end."""
    if not edtf.strip() or ".." in edtf:
        return None
    try:
        found = date_range(edtf)
    except InvalidDate:
        return None
    return Published(date.fromisoformat(found.first), date.fromisoformat(found.last))


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, or None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(day: date, days: int) -> date | None:
    """The day so many days on; None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def month_edtf(year: int, month: int) -> str:
    """2022-01."""
    return f"{year:04}-{month:02}"


def shifted_month(year: int, month: int, months: int) -> tuple[int, int]:
    """The year and month so many months on."""
    years, index = divmod(year * MONTHS + month - 1 + months, MONTHS)
    return years, index + 1


def interval(first: object, last: object) -> str:
    """first/last, or the one if both are the same."""
    return f"{first}/{last}" if first != last else str(first)


def week_of(day: date) -> tuple[date, date] | None:
    """Monday and Sunday of the week of a day."""
    monday = shifted(day, 1 - day.isoweekday())
    sunday = shifted(monday, 6) if monday else None
    return (monday, sunday) if monday and sunday else None


def third(edtf: str, part: int) -> str:
    """The early, middle or late third of a month, year, season, decade or century; "" of anything else."""
    if edtf.endswith("XX"):
        first, last = _THIRDS_OF_CENTURY[part - 1]
        return f"{edtf[:2]}{first:02}/{edtf[:2]}{last:02}"
    if edtf.endswith("X"):
        first, last = _THIRDS_OF_DECADE[part - 1]
        return f"{edtf[:3]}{first}/{edtf[:3]}{last}"
    if len(edtf) == len("2022"):
        year = int(edtf)
        return interval(month_edtf(year, 4 * part - 3), month_edtf(year, 4 * part))
    if len(edtf) != len("2022-01"):
        return ""
    year, month = int(edtf[:4]), int(edtf[5:])
    if SPRING <= month <= WINTER:
        if month == WINTER and part > 1:
            return month_edtf(year, part - 1)
        return month_edtf(*shifted_month(year, _SEASON_MONTHS[month], part - 1))
    if month > MONTHS:
        return ""
    first, last = _THIRDS_OF_MONTH[part - 1]
    last = min(last, monthrange(year, month)[1])
    return f"{edtf}-{first:02}/{edtf}-{last:02}"


def half(edtf: str, part: int) -> str:
    """The first or second half of a month or year; "" of anything else."""
    if part not in {1, MIDDLE}:
        return ""
    if len(edtf) == len("2022") and edtf.isdecimal():
        return f"{edtf}-01/{edtf}-06" if part == 1 else f"{edtf}-07/{edtf}-12"
    if len(edtf) != len("2022-01") or int(edtf[5:]) > MONTHS:
        return ""
    last = monthrange(int(edtf[:4]), int(edtf[5:]))[1]
    return f"{edtf}-01/{edtf}-15" if part == 1 else f"{edtf}-16/{edtf}-{last:02}"


def season_start(year: int, season: int) -> date:
    """The first day of a season."""
    return date(year, _SEASON_MONTHS[season], 1)


def day_edtf(day: date) -> str:
    """2022-01-08."""
    return day.isoformat()
