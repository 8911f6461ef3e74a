# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from archivist.ui.reader.short_dates import ShortDates, year_of


@pytest.fixture(autouse=True)
def _locale() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2022-01-06", "6 Jan"),
        ("2021-12-31", "31 Dec 2021"),
        ("2022-01-06T14:05", "6 Jan, 14:05"),
        ("2022-01-06T14:05:00+02:00", "6 Jan, 14:05"),
        ("2022-01", "Jan"),
        ("2021-09", "Sep 2021"),
        ("2022-01-XX", "Jan"),
        ("2022", "2022"),
        ("2019", "2019"),
        ("202X", "2020–2029"),
        ("2022-21", "Mar – May"),
        ("2019/2021", "2019–2021"),
        ("2022-01-05/2022-01-07", "5–7 Jan"),
        ("2021-01-05/2021-01-07", "5–7 Jan 2021"),
        ("2022-01-30/2022-02-02", "30 Jan – 2 Feb"),
        ("2021-01-30/2021-02-02", "30 Jan – 2 Feb 2021"),
        ("2021-12-30/2022-01-02", "30 Dec 2021 – 2 Jan"),
        ("2021-11/2021-12", "Nov – Dec 2021"),
        ("../2022-01-06", "until 6 Jan"),
        ("2022-01-06/..", "from 6 Jan"),
        ("2022-01-06/", "from 6 Jan"),
        ("2022-01-05~", "≈5 Jan"),
        ("2022-01-05?", "5 Jan?"),
        ("2022-01%", "≈Jan?"),
        ("[2022-01-05,2022-01-07]", "5–7 Jan"),
        ("2022-02-30", "2022-02-30"),
        ("last Tuesday", "last Tuesday"),
    ],
)
def test_a_date_is_said_without_the_year_that_is_understood(edtf: str, said: str) -> None:
    assert ShortDates().say(edtf, "2022") == said


def test_where_no_year_is_understood_it_is_said() -> None:
    assert ShortDates().say("2022-01-06") == "6 Jan 2022"
    assert ShortDates().say("2022-01-30/2022-02-02") == "30 Jan – 2 Feb 2022"


@pytest.mark.parametrize(("language", "said"), [("uk", "6 січ. 2022"), ("ru", "6 янв. 2022"), ("en", "6 Jan 2022")])
def test_a_date_is_said_in_the_language_of_the_interface(language: str, said: str) -> None:
    QLocale.setDefault(QLocale(language))
    assert ShortDates().say("2022-01-06") == said


@pytest.mark.parametrize(
    ("edtf", "year"), [("2022-01-06", "2022"), ("2022~", "2022"), ("2021/2022", ""), ("", ""), ("nonsense", "")]
)
def test_the_year_of_a_date(edtf: str, year: str) -> None:
    assert year_of(edtf) == year
