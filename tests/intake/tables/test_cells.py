# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist.intake.tables.cells import cell_date, language_code, plain


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2022-01-08T14:05:00+02:00", "2022-01-08"),
        ("2022-01-08 14:05", "2022-01-08"),
        ("2022/01/08 10:00", "2022-01-08"),
        ("1641650700", "2022-01-08"),
        ("1641650700.5", "2022-01-08"),
        ("1641650700000", "2022-01-08"),
        ("1641650700000000", "2022-01-08"),
        ("/Date(1641650700000)/", "2022-01-08"),
        ("20220108", "2022-01-08"),
        ("20220108140500", "2022-01-08"),
        ("27.11.2026", "2026-11-27"),
        ("27.11.26 14:05", "2026-11-27"),
        ("8 січня 2022, 14:05", "2022-01-08"),
        ("08 января 2022 г.", "2022-01-08"),
        ("January 8, 2022", "2022-01-08"),
        ("Sat, 08 Jan 2022 14:05:00 +0200", "2022-01-08"),
        ("Sat Jan 08 14:05:00 +0000 2022", "2022-01-08"),
        ("01/25/2022", "2022-01-25"),
        ("01.2022", "2022-01"),
        ("2022-01", "2022-01"),
        ("2022", "2022"),
        ("2022-01-05/2022-01-08", "2022-01-05/2022-01-08"),
        ("2022~", "2022~"),
        ("44569", "2022-01-08"),
        ("44569.75", "2022-01-08"),
        ("2022-13-45", ""),
        ("12345", ""),
        ("3.14", ""),
        ("99999999999999999", ""),
        ("позавчора", ""),
        ("2" * 500, ""),
        ("", ""),
    ],
)
def test_dates_are_understood_in_many_forms(written: str, date: str) -> None:
    assert cell_date(written) == date


def test_the_month_comes_first_where_that_is_said() -> None:
    assert cell_date("05/06/2024 9:05 PM", "mdy") == "2024-05-06"
    assert cell_date("05/06/2024", "dmy") == "2024-06-05"


@pytest.mark.parametrize(
    ("named", "code"),
    [("uk-UA", "uk"), ("UKR", "uk"), ("ua", "uk"), ("Русский", "ru"), ("en_US", "en"), ("pl", "pl"), ("?", "")],
)
def test_languages_are_named_in_many_ways(named: str, code: str) -> None:
    assert language_code(named) == code


def test_a_cell_that_says_that_there_is_nothing_is_empty() -> None:
    assert [plain(cell) for cell in ("-", "NULL", "nan", " \\N ", None, (), "так")] == ["", "", "", "", "", "", "так"]
    assert plain(("О. Коваль", "", "І. Гук")) == "О. Коваль, І. Гук"
