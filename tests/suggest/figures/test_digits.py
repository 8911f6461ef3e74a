# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist.suggest.figures.digits import may_be_day_and_month, read_digits


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("1 234", "uk", 1234),
        ("1\u00a0234\u202f567", "ru", 1234567),
        ("1.234,5", "uk", 1234.5),
        ("1,234.5", "en", 1234.5),
        ("2,5", "uk", 2.5),
        ("2,5", "en", 2.5),
        ("1,234,567", "en", 1234567),
        ("24 800,0", "uk", 24800),
        ("0,125", "ru", 0.125),
    ],
)
def test_reads_thousands_and_decimals(text: str, language: str, value: float) -> None:
    digits = read_digits(text, language, divisible=None)
    assert digits
    assert digits.value == value


@pytest.mark.parametrize(
    ("language", "separator", "divisible", "value"),
    [
        ("uk", ",", None, 1.234),
        ("uk", ".", None, 1234),
        ("en", ",", None, 1234),
        ("en", ".", None, 1.234),
        ("uk", ",", False, 1234),
        ("uk", ".", True, 1.234),
        ("en", ".", False, 1234),
    ],
)
def test_of_two_readings_language_and_what_is_counted_decide(
    language: str, separator: str, divisible: bool | None, value: float
) -> None:
    digits = read_digits(f"1{separator}234", language, divisible=divisible)
    assert digits
    assert digits.value == value
    assert digits.confidence < 1 or (language, separator) == ("en", ",")


@pytest.mark.parametrize("text", ["08.01.2022", "192.168.1.2", "3.11.2", "044", "1234567890123456789", "1,23,4"])
def test_dates_versions_and_identifiers_are_no_numbers(text: str) -> None:
    assert read_digits(text, "uk", divisible=None) is None


def test_a_day_and_month_are_known() -> None:
    assert may_be_day_and_month("24.02")
    assert not may_be_day_and_month("24.5")
    assert not may_be_day_and_month("32.02")
