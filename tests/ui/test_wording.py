# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from archivist.model import ImportStatus, Kind
from archivist.store.attributes import APPROXIMATIONS
from archivist.ui.wording import Wording


@pytest.fixture
def wording(qapp: QApplication) -> Wording:
    return Wording()


def test_everything_has_words(wording: Wording) -> None:
    assert all(wording.kind(kind) and wording.kinds(kind) for kind in Kind)
    assert all(wording.import_status(status) for status in ImportStatus)
    assert not {wording.approximation(name) for name in APPROXIMATIONS if "_" in name} & set(APPROXIMATIONS)


def test_what_is_not_known_is_left_as_it_is(wording: Wording) -> None:
    assert wording.language("qq") == "qq"
    assert wording.approximation("circa") == "circa"
    assert wording.date("some day") == "some day"
    assert wording.moment("yesterday") == "yesterday"


def test_a_moment_is_shown_without_its_milliseconds(wording: Wording) -> None:
    assert "2026" in wording.moment("2026-01-31T09:15:00.123Z")
    assert ".123" not in wording.moment("2026-01-31T09:15:00.123Z")


@pytest.mark.parametrize(
    ("field", "value", "worded"),
    [
        ("kind", "actor", "Actors"),
        ("kind", "nonsense", "nonsense"),
        ("language", "uk", "Ukrainian"),
        ("outlet", "", "Unknown outlet"),
        ("outlet", "Courier", "Courier"),
        ("year", "", "Without a date"),
        ("year", "2022", "2022"),
        ("month", "2022-01", "January 2022"),
        ("month", "2022-13", "2022-13"),
        ("tag", "strike", "strike"),
    ],
)
def test_values_of_facets_are_worded(wording: Wording, field: str, value: str, worded: str) -> None:
    assert wording.facet_value(field, value) == worded
