# SPDX-License-Identifier: GPL-3.0-or-later
"""Dates as EDTF strings (Extended Date/Time Format, ISO 8601-2), possibly partial or uncertain.

The archive stores the string as it was given and, beside it, the first and last day that it may
mean, so that ranges and sorting are plain comparisons.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from archivist.errors import DatesReversed, InvalidDate, NotInCalendar

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T[0-9:.+Z-]+)?")
_DIGITS_OF_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?[?~%]?")
_MONTH_OR_YEAR = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2]))?")
_OPEN_START = "0001-01-01"
_OPEN_END = "9999-12-31"


@dataclass(frozen=True, slots=True)
class DateRange:
    """The first and last day, both included, as ISO strings: yyyy-mm-dd."""

    first: str
    last: str


@lru_cache(maxsize=4096)
def date_range(edtf: str) -> DateRange:
    """The days that an EDTF string may mean. Raises InvalidDate, NotInCalendar, DatesReversed."""
    text = edtf.strip()
    day = _DAY.fullmatch(text)
    if day:
        try:
            iso = date(*map(int, day.groups())).isoformat()
        except ValueError as error:
            raise NotInCalendar(text) from error
        return DateRange(iso, iso)
    start, separator, end = text.partition("/")
    if separator:
        if "/" in end:
            raise InvalidDate(edtf)
        if not start.strip(". ") and not end.strip(". "):
            raise InvalidDate(edtf)
        first = date_range(start).first if start.strip(". ") else _OPEN_START
        last = date_range(end).last if end.strip(". ") else _OPEN_END
    else:
        first, last = _bounds(text)
    if first > last:
        raise DatesReversed(text)
    return DateRange(first, last)


def _bounds(text: str) -> tuple[str, str]:
    from calendar import monthrange

    plain = _MONTH_OR_YEAR.fullmatch(text)
    if plain and text[:4] != "0000":
        year, month = int(plain[1]), int(plain[2] or 12)
        return f"{text[:4]}-{plain[2] or '01'}-01", f"{text[:4]}-{month:02}-{monthrange(year, month)[1]}"
    # 0.1 s to import, and most dates never need it.
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed = parse_edtf(text)
        lower, upper = parsed.lower_strict(), parsed.upper_strict()
        return (
            date(lower.tm_year, lower.tm_mon, lower.tm_mday).isoformat(),
            date(upper.tm_year, upper.tm_mon, upper.tm_mday).isoformat(),
        )
    except (EDTFParseException, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise (NotInCalendar if _DIGITS_OF_DATE.fullmatch(text) else InvalidDate)(text) from error
