# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates in as few letters as a label has room for: "6 Jan", "Jan 2021", "5–7 Jan", "until 6 Jan"."""

from __future__ import annotations

import re

from PySide6.QtCore import QDate, QLocale, QObject

from archivist.dates import DateRange, date_range
from archivist.errors import InvalidDate

_TIME = re.compile(r"[^/T]+T(\d\d:\d\d)[^/]*")
_BEGINNING, _END = "0001-01-01", "9999-12-31"  # of a range that is open there


def year_of(edtf: str) -> str:
    """The one year that a date lies in, "" where there is none or more than one."""
    try:
        days = date_range(edtf)
    except InvalidDate:
        return ""
    return days.first[:4] if days.first[:4] == days.last[:4] else ""


class ShortDates(QObject):
    """Says dates in the language of the interface, without a year that is understood."""

    def say(self, edtf: str, year: str = "") -> str:
        """An EDTF date; `year` is the one that is understood. What is no date is given back as it is."""
        try:
            days = date_range(edtf)
        except InvalidDate:
            return edtf
        time = _TIME.fullmatch(edtf.strip())
        said = self._range(days, year) + (f", {time[1]}" if time else "")
        about = "≈" if "~" in edtf or "%" in edtf else ""
        unsure = "?" if "?" in edtf or "%" in edtf else ""
        return f"{about}{said}{unsure}"

    def _range(self, days: DateRange, year: str) -> str:
        if days.first == _BEGINNING:
            return self.tr("until {date}").format(date=_day(days.last, year))
        if days.last == _END:
            return self.tr("from {date}").format(date=_day(days.first, year))
        first, last = _parsed(days.first), _parsed(days.last)
        if first == last:
            return _day(days.first, year)
        if first.day() == 1 and last.day() == last.daysInMonth():
            return _months(first, last, year)
        if (first.year(), first.month()) == (last.year(), last.month()):
            return f"{first.day()}–{_day(days.last, year)}"
        # The year is said once, at the end, unless there are two.
        understood = year if first.year() != last.year() else days.first[:4]
        return f"{_day(days.first, understood)} – {_day(days.last, year)}"


def _months(first: QDate, last: QDate, year: str) -> str:
    """Whole months or whole years."""
    if (first.month(), last.month()) == (1, 12):
        return f"{first.year()}" if first.year() == last.year() else f"{first.year()}–{last.year()}"
    if (first.year(), first.month()) == (last.year(), last.month()):
        return _month(first, year)
    understood = year if first.year() != last.year() else f"{first.year():04}"
    return f"{_month(first, understood)} – {_month(last, year)}"


def _month(month: QDate, year: str) -> str:
    name = QLocale().standaloneMonthName(month.month(), QLocale.FormatType.ShortFormat)
    return name if f"{month.year():04}" == year else f"{name} {month.year()}"


def _day(iso: str, year: str) -> str:
    return QLocale().toString(_parsed(iso), "d MMM" if iso[:4] == year else "d MMM yyyy")


def _parsed(iso: str) -> QDate:
    return QDate(*map(int, iso.split("-")))
