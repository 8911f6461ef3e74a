# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist.dates import DateRange, date_range
from archivist.errors import DatesReversed, InvalidDate, NotInCalendar


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2022-01-08", "2022-01-08", "2022-01-08"),
        ("2022-01-08T21:40:00+02:00", "2022-01-08", "2022-01-08"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-01~", "2022-01-01", "2022-01-31"),
        ("2022?", "2022-01-01", "2022-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("2022-01-05/2022-01-08", "2022-01-05", "2022-01-08"),
        ("2022-01/..", "2022-01-01", "9999-12-31"),
        ("../2022-01", "0001-01-01", "2022-01-31"),
    ],
)
def test_a_date_covers_the_days_it_may_mean(edtf: str, first: str, last: str) -> None:
    assert date_range(edtf) == DateRange(first, last)


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "2022-13", "2022-02-30", "08.01.2022", "../..", "2022/2021", "/", "/" * 3000, "2021/2022/2023"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(InvalidDate):
        date_range(text)


@pytest.mark.parametrize(
    ("text", "error", "value"),
    [
        ("2022-02-30", NotInCalendar, "2022-02-30"),
        ("2021-02-29~", NotInCalendar, "2021-02-29~"),
        ("2022-13", NotInCalendar, "2022-13"),
        ("2022-00?", NotInCalendar, "2022-00?"),
        ("2022-02-30/2022-03-01", NotInCalendar, "2022-02-30"),
        ("2022-01-05/2022-01-01", DatesReversed, "2022-01-05/2022-01-01"),
        ("2022-01-05?/2021", DatesReversed, "2022-01-05?/2021"),
        ("2022-1-5", InvalidDate, "2022-1-5"),
    ],
)
def test_what_is_wrong_with_a_date_is_told(text: str, error: type[InvalidDate], value: str) -> None:
    with pytest.raises(InvalidDate) as raised:
        date_range(text)
    assert (type(raised.value), raised.value.value) == (error, value)
