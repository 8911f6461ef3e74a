# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist.errors import InvalidValue
from archivist.store.attributes import check_typed, checked


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("1.234", "1234 or 1.2340"),
        ("12,500", "12500 or 12.5000"),
        ("-1.234", "-1234 or -1.2340"),
        ("1 .234", "1234 or 1.2340"),
    ],
)
def test_a_typed_number_with_two_readings_is_refused_with_both(text: str, readings: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        check_typed({"counted": text, "low": text})
    assert raised.value.possible == readings
    for each in readings.split(" or "):
        check_typed({"low": each})
        checked({"low": each})


@pytest.mark.parametrize("value", ["18", "2.5", "0.333", "0,333", "1.2340", "1 234", 1.234, "", None])
def test_a_number_with_one_reading_is_left_alone(value: str | float | None) -> None:
    check_typed({"value": value, "counted": "1.234"})
    checked({"value": value})


def test_a_point_in_what_a_program_wrote_is_a_decimal_point() -> None:
    assert checked({"value": "1.234", "low": None}) == {"value": 1.234}
    with pytest.raises(InvalidValue):
        checked({"value": "1,234"})


@pytest.mark.parametrize("value", [10**400, -(10**400), 1e308 * 10, float("nan")])
def test_a_number_that_cannot_be_reckoned_with_is_refused(value: float) -> None:
    with pytest.raises(InvalidValue):
        checked({"value": value})
