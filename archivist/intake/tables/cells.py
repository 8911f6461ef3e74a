# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in a cell: a date in one of many forms, a language, an address, markup, or nothing."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from archivist.dates import date_range
from archivist.errors import InvalidDate
from archivist.intake.pages.text import page_blocks
from archivist.text import canonical, one_line
from archivist.written_dates import written_date

# A list of names or paragraphs, as JSON can hold one, is a tuple.
Cell: TypeAlias = "str | tuple[str, ...]"
DateOrder: TypeAlias = Literal["dmy", "mdy"]

_NOTHING = frozenset(("", "-", "–", "—", "null", "none", "nan", "n/a", "na", "\\n", "nil", "undefined", "#n/a"))

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T _]\d.*)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)|(\d\d)[./](\d{4})")
_YEAR = re.compile(r"(?:19|20)\d\d")
_COMPACT = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)(?:T?\d{4,6}Z?)?")
_EPOCH = re.compile(r"(-?\d{9,16})(?:\.\d+)?")
_EPOCH_UNITS = ((1e14, 1_000_000), (1e11, 1_000), (0, 1))  # the least number, and how many a second has
_OF_SHEET = re.compile(r"([2-5]\d{4})(?:[.,]\d+)?")  # days since the end of 1899, as spreadsheets count: 1954 to 2064
_JSON_DATE = re.compile(r"/Date\((-?\d+)(?:[+-]\d{4})?\)/")
_IN_DIGITS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?:\D.*)?")
# Sat Jan 08 14:05:00 +0000 2022
_UNIX = re.compile(r"(?:[A-Z][a-z]{2} )?([A-Z][a-z]{2}) +(\d{1,2}) [\d:]{5,8} (?:\S+ )?(\d{4})")
_SHORT_YEARS_OF_2000 = 69  # as POSIX has it
_MONTHS = 12
_LAST_YEAR = 2100
_EDTF = re.compile(r"[\dXYue?~%./T:+-]{4,40}")

_LANGUAGES: Final = {
    **dict.fromkeys(("uk", "ukr", "ua", "ukrainian", "українська", "украинский", "укр"), "uk"),
    **dict.fromkeys(("ru", "rus", "russian", "російська", "русский", "рус", "рос"), "ru"),
    **dict.fromkeys(("en", "eng", "english", "англійська", "английский", "англ"), "en"),
}
_CODE = re.compile("[a-z]{2}")

_INLINE = "a|abbr|b|cite|em|font|i|img|mark|q|s|small|span|strong|sub|sup|u"
_BLOCK = "blockquote|br|dd|div|dl|dt|figure|h[1-6]|hr|li|ol|p|pre|section|table|td|tr|ul"
_TAG = re.compile(rf"</?(?:{_INLINE}|{_BLOCK})\b[^<>]*>", re.IGNORECASE)
_BLOCK_TAG = re.compile(rf"<(?:{_BLOCK}|script|style|html|body)\b[^<>]*>", re.IGNORECASE)
_PARAGRAPH_TAG = re.compile(r"<(?:p|br|div)\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{2,7}|#x[0-9a-f]{2,6}|[a-z]{2,8}[0-9]{0,2});", re.IGNORECASE)
_LINE_BREAKS = re.compile(r"\n\s*\n")


def plain(cell: Cell | None) -> str:
    """What a cell says on one line; "" where it says that there is nothing."""
    if cell is None:
        return ""
    text = one_line(cell if isinstance(cell, str) else ", ".join(filter(None, cell)))
    return "" if text.casefold() in _NOTHING else text


def without_entities(text: str) -> str:
    """A line in which characters are written as entities, as they are shown."""
    return one_line(html.unescape(_TAG.sub("", text))) if _ENTITY.search(text) or _TAG.search(text) else text


def long_text(cell: Cell | None) -> str:
    """The text of a cell as it is; of a list, paragraph after paragraph."""
    if cell is None:
        return ""
    text = canonical(cell if isinstance(cell, str) else "\n\n".join(filter(None, cell)), compose=False)
    return "" if text.strip().casefold() in _NOTHING else text


def is_markup(text: str) -> bool:
    """Whether a text has tags or entities of HTML."""
    return _TAG.search(text) is not None or _ENTITY.search(text) is not None


def shown(text: str) -> str:
    """What a browser shows of a text with markup: paragraphs, an empty line between them.

    Where no tag makes the paragraphs, as in what people type into a blog, empty lines do.
    """
    if not _BLOCK_TAG.search(text):
        return canonical(html.unescape(_TAG.sub("", text)))
    parts = [text] if _PARAGRAPH_TAG.search(text) else _LINE_BREAKS.split(text)
    return canonical("\n\n".join(block for part in parts for block in page_blocks(part)))


def is_address(text: str) -> bool:
    """Whether a cell is the address of a page."""
    return text.startswith(("http://", "https://", "www.")) and " " not in text


@lru_cache(maxsize=256)
def language_code(text: str) -> str:
    """The code of a language that is named in one of many ways, "" where it cannot be told."""
    name = text.strip().casefold()
    code = re.split("[-_ ]", name)[0]
    return _LANGUAGES.get(name) or _LANGUAGES.get(code) or (code if _CODE.fullmatch(code) else "")


def order_of_dates(cells: Iterable[str]) -> DateOrder | None:
    """Whether dates in digits have the day or the month first; None where both are possible."""
    for cell in cells:
        match = _IN_DIGITS.fullmatch(cell)
        if match and int(match[1]) > _MONTHS >= int(match[3]):
            return "dmy"
        if match and int(match[3]) > _MONTHS >= int(match[1]):
            return "mdy"
    return None


def is_ambiguous_date(cell: str) -> bool:
    """Whether a date has its day and its month in digits that could be either, and is not of the Slavic form."""
    match = _IN_DIGITS.fullmatch(cell)
    return match is not None and match[2] != "." and match[1] != match[3]


@lru_cache(maxsize=4096)
def cell_date(text: str, order: DateOrder = "dmy") -> str:
    """The EDTF date that a cell is, "" where it is none.

    A moment, as a number of seconds, milliseconds or microseconds since 1970, is the day that it was
    in UTC; a date with a time, the day that is written. A spreadsheet may give a day as a number.
    """
    if not text or len(text) > 80:  # noqa: PLR2004 - no date is so long
        return ""
    iso = _ISO.fullmatch(text)
    found = iso[1] if iso else _numeric(text) or _in_digits(text, order) or written_date(_unix(text))
    if not found and _EDTF.fullmatch(text):
        found = text
    try:
        date_range(found)
    except InvalidDate:
        return ""
    return found


def _numeric(text: str) -> str:
    compact = _COMPACT.fullmatch(text)
    if compact and _day(int(compact[1]), int(compact[2]), int(compact[3])):
        return _day(int(compact[1]), int(compact[2]), int(compact[3]))
    moment = _JSON_DATE.fullmatch(text) or _EPOCH.fullmatch(text)
    if moment:
        number = int(moment[1])
        unit = next(unit for least, unit in _EPOCH_UNITS if abs(number) >= least or text.startswith("/"))
        unit = 1_000 if text.startswith("/") else unit
        then = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=number // unit)
        return then.date().isoformat() if then.year < _LAST_YEAR else ""
    of_sheet = _OF_SHEET.fullmatch(text)
    if of_sheet:
        return (date(1899, 12, 30) + timedelta(days=int(of_sheet[1]))).isoformat()
    if _YEAR.fullmatch(text):
        return text
    month = _MONTH.fullmatch(text)
    return (f"{month[1]}-{month[2]}" if month[1] else f"{month[4]}-{month[3]}") if month else ""


def _in_digits(text: str, order: DateOrder) -> str:
    match = _IN_DIGITS.fullmatch(text)
    if not match:
        return ""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if len(match[4]) == 2:  # noqa: PLR2004 - “08.01.22”
        year += 1900 if year >= _SHORT_YEARS_OF_2000 else 2000
    day, month = (first, second) if order == "dmy" else (second, first)
    return _day(year, month, day) or _day(year, day, month)


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _unix(text: str) -> str:
    match = _UNIX.fullmatch(text)
    return f"{match[2]} {match[1]} {match[3]}" if match else text
