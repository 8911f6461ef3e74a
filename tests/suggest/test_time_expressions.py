# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from archivist.model import Kind
from archivist.suggest.time_expressions import find_dates, suggest_dates


def test_a_day_without_a_year_takes_it_from_the_day_of_publication() -> None:
    (found,) = find_dates("Сесія почалася 5 січня у Львові.", "uk", "2022-01-08")
    assert (found.start, found.end, found.edtf, found.with_day) == (15, 22, "2022-01-05", True)


def test_a_date_is_offered_as_a_suggestion_of_its_kind() -> None:
    (offered,) = suggest_dates("Сесія почалася 5 січня у Львові.", "uk", "2022-01-08")
    assert (offered.kind, offered.source, offered.quote) == (Kind.DATE, "date", "5 січня")
    assert offered.attributes == {"edtf": "2022-01-05"}
