# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist.written_dates import written_date


@pytest.mark.parametrize(
    "line",
    [
        "2022-01-08",
        "2022-01-08T10:00:00+02:00",
        "08.01.2022",
        "8/01/2022",
        "2022.1.8",
        "8 січня 2022",
        "8 січня 2022, 14:05",
        "Субота, 8 січня 2022 року",
        "Опубліковано: 08.01.2022 о 12:30",
        "14:05, 8 января 2022 г.",
        "8 ЯНВАРЯ 2022 года, 9:00",
        "January 8, 2022",
        "Sat, 8 Jan. 2022 9:05 am EST",
        "January 8th, 2022 | 10:15",
        "January 8, 2022 Saturday 9:05 AM GMT",
        "08.01.2022 (субота)",
        "08 января 2022, 09:15 (МСК)",
        "08 січ. 2022",
        "8 янв 2022 в 10:20",
    ],
)
def test_a_day_is_read_in_three_languages_with_or_without_a_time(line: str) -> None:
    assert written_date(line) == "2022-01-08"


def test_a_month_is_a_partial_date() -> None:
    assert written_date("Січень 2022") == "2022-01"


def test_american_order_is_taken_where_no_other_is_possible() -> None:
    assert written_date("01/25/2022") == "2022-01-25"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "8 січня",
        "31.02.2022",
        "8 січня 2022 президент подав у відставку",
        "8 колона 2022",
        "12:30",
        "1.2",
        "a" * 500,
    ],
)
def test_what_is_no_date_or_more_than_one_is_nothing(line: str) -> None:
    assert written_date(line) == ""
