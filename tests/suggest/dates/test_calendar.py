# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from datetime import date

import pytest

from archivist.suggest.dates.calendar import half, published_on, shifted_month, third, week_of


@pytest.mark.parametrize(
    ("whole", "early", "middle", "late"),
    [
        ("2021-02", "2021-02-01/2021-02-10", "2021-02-11/2021-02-20", "2021-02-21/2021-02-28"),
        ("2021", "2021-01/2021-04", "2021-05/2021-08", "2021-09/2021-12"),
        ("2021-22", "2021-06", "2021-07", "2021-08"),
        ("2021-24", "2021-12", "2021-01", "2021-02"),
        ("199X", "1990/1993", "1994/1996", "1997/1999"),
        ("19XX", "1900/1933", "1934/1966", "1967/1999"),
        ("2021-33", "", "", ""),
    ],
)
def test_early_middle_and_late_are_thirds(whole: str, early: str, middle: str, late: str) -> None:
    assert [third(whole, part) for part in (1, 2, 3)] == [early, middle, late]


def test_halves_of_months_and_years() -> None:
    assert half("2020-02", 2) == "2020-02-16/2020-02-29"
    assert half("2020", 1) == "2020-01/2020-06"
    assert half("2020", 3) == half("2020-21", 1) == ""


def test_months_are_counted_across_years() -> None:
    assert shifted_month(2022, 1, -1) == (2021, 12)
    assert shifted_month(2021, 11, 14) == (2023, 1)


def test_a_week_begins_on_monday() -> None:
    assert week_of(date(2022, 1, 8)) == (date(2022, 1, 3), date(2022, 1, 9))


def test_a_publication_is_known_as_far_as_it_is_written() -> None:
    month = published_on("2022-01")
    assert month is not None
    assert (month.day, month.month, month.year) == (None, (2022, 1), 2022)
    assert published_on("") is None
    assert published_on("2022-01-08/..") is None
