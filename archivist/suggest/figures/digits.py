# SPDX-License-Identifier: GPL-3.0-or-later
"""What a number in digits is worth.

Thousands stand apart by a space of any width, a comma or a dot, and decimals by a comma or a dot.
Of “1.234” there are two readings; language and what is counted decide, and the answer is less sure.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from archivist.suggest.figures.tokens import SPACES

_SPACE = re.compile(f"[{SPACES}]")
_LONGEST = 18  # digits; a longer number is an identifier
_GROUP = 3  # digits of a group of thousands
_UNSURE = 0.7
_DAY_AND_MONTH = re.compile(r"(?:[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])")


class Digits(NamedTuple):
    """A number and how sure it is (0 to 1) that this is meant."""

    value: float
    confidence: float


def read_digits(text: str, language: str, *, divisible: bool | None) -> Digits | None:
    """The value of a number token; None if it is none: a date, a version, an identifier.

    `divisible` says whether what is counted has fractions (kilometres and millions have, people have
    not), and is None where nothing says it.
    """
    number = _SPACE.sub("", text)
    if len(number) > _LONGEST:
        return None
    separators = re.findall(r"[.,]", number)
    if not separators:
        return None if number.startswith("0") and number != "0" else Digits(int(number), 1)
    if len(separators) == 1:
        return _with_one_separator(number, separators[0], language, divisible=divisible, spaced=number != text)
    if len(set(separators)) == 1:
        return Digits(int(re.sub("[.,]", "", number)), 1) if _has_thousands(number) else None
    whole, decimal, fraction = number.rpartition(separators[-1])
    if decimal in separators[:-1] or not _has_thousands(whole):
        return None
    return Digits(_decimal(re.sub("[.,]", "", whole), fraction), 1)


def may_be_day_and_month(text: str) -> bool:
    """Whether a number may be a date without a year: 24.02."""
    return bool(_DAY_AND_MONTH.fullmatch(text))


def _with_one_separator(
    number: str, separator: str, language: str, *, divisible: bool | None, spaced: bool
) -> Digits | None:
    whole, _, fraction = number.partition(separator)
    if whole.startswith("0") and whole != "0":
        return None
    of_the_language = "." if language == "en" else ","
    decimal = Digits(_decimal(whole, fraction), 1 if separator == of_the_language or language != "en" else _UNSURE)
    if len(fraction) != _GROUP or whole == "0" or len(whole) > _GROUP or spaced:
        return decimal
    thousands = Digits(int(whole + fraction), _UNSURE)
    if language == "en" and separator == ",":
        return thousands._replace(confidence=1)
    if fraction == "000" and divisible is not True:
        return thousands
    # “1,234 млн” is a decimal; of “1,234 осіб” there is no part of a person.
    is_decimal = separator == of_the_language if divisible is None else divisible
    return decimal._replace(confidence=0.8) if is_decimal else thousands


def _has_thousands(number: str) -> bool:
    first, *others = re.split("[.,]", number)
    return 1 <= len(first) <= _GROUP and first != "0" and all(len(group) == _GROUP for group in others)


def _decimal(whole: str, fraction: str) -> float:
    value = float(f"{whole}.{fraction}")
    return int(value) if value.is_integer() else value
