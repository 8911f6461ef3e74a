# SPDX-License-Identifier: GPL-3.0-or-later
"""What an annotation may say beside its words: for a figure, whose number of what and when.

A figure's attributes are value or low and high (numbers), approximation, unit, counted, claimant
and as_of (EDTF); a date's is edtf. Any other name carries text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from math import isfinite

from archivist.dates import date_range
from archivist.errors import InvalidValue, TwoReadings
from archivist.model import JsonValue

NUMBERS = ("value", "low", "high")
DATES = ("as_of", "edtf")
_TWO_READINGS = re.compile(r"(-?[1-9]\d{0,2})([,.])(\d{3})")  # 1,000 is a thousand in English and one in Ukrainian
APPROXIMATIONS = ("exact", "about", "at_least", "more_than", "almost", "up_to")


def checked(attributes: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """The attributes with numbers as numbers and empty ones left out. Raises InvalidValue, InvalidDate."""
    result = {}
    for name, value in attributes.items():
        if not name.strip():
            raise InvalidValue("name of an attribute", name, "a word")
        if value is not None and value != "":
            result[name.strip()] = _checked_value(name.strip(), value)
    low, high = result.get("low"), result.get("high")
    if "value" in result and (low is not None or high is not None):
        raise InvalidValue("set of attributes", "value beside low or high", "a value, or a low and a high")
    if low is not None and high is not None and low > high:
        raise InvalidValue("range", f"{low} to {high}", "a low that is not above the high")
    return result


def check_typed(attributes: Mapping[str, JsonValue]) -> None:
    """Raises TwoReadings where a number, as a person wrote it, may be one of two: 1.234, 1,234.

    A program's “1.234” is not looked at so closely: it means a decimal point.
    """
    for name in NUMBERS:
        value = attributes.get(name)
        if isinstance(value, str):
            _check_readings(name, value)


def as_json(attributes: Mapping[str, JsonValue]) -> str:
    """The attributes as they stand in the database. Raises InvalidValue for what JSON cannot hold."""
    try:
        return json.dumps(dict(attributes), ensure_ascii=False, sort_keys=True, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise InvalidValue("set of attributes", str(error), "text, numbers and lists of them") from error


def _checked_value(name: str, value: JsonValue) -> JsonValue:
    if name in NUMBERS:
        return _number(name, value)
    if name == "approximation" and value not in APPROXIMATIONS:
        raise InvalidValue("approximation", str(value), ", ".join(APPROXIMATIONS))
    if name in DATES:
        date_range(str(value))
    return value


def _number(name: str, value: JsonValue) -> int | float:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        number: int | float = value
    else:
        try:
            text = "".join(str(value).split())  # thousands are parted by spaces of several kinds
            if "," in text:
                _check_readings(name, text)
            number = float(text.replace(",", "."))
        except ValueError as error:
            raise InvalidValue(name, str(value), "a number such as 18 or 2.5") from error
    if not _is_finite(number):
        raise InvalidValue(name, str(value), "a number such as 18 or 2.5")
    return int(number) if number == int(number) and abs(number) < 2**53 else number


def _is_finite(number: float) -> bool:
    try:
        return isfinite(number)
    except OverflowError:  # an integer that no claim could be reckoned with
        return False


def _check_readings(name: str, text: str) -> None:
    found = _TWO_READINGS.fullmatch("".join(text.split()))
    if found is not None:
        whole, _, rest = found.groups()
        raise TwoReadings(name, text, f"{whole}{rest} or {whole}.{rest}0")
