# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.exchange.registry.cells import alias_cell, aliases, roles
from archivist.model import Alias, Role

NAMES = st.text("аб @;|\\'[\"=", min_size=1, max_size=8).map(lambda name: " ".join(name.split())).filter(bool)


@given(st.lists(st.builds(Alias, NAMES, st.sampled_from(["", "uk", "en", "sr-latn"])), max_size=4))
def test_aliases_are_read_as_they_were_written(names: list[Alias]) -> None:
    cell = alias_cell(names)
    assert list(aliases(cell)) == names or cell.startswith("[")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Токаев; Tokayev@en | Тоқаев@kk", [("Токаев", ""), ("Tokayev", "en"), ("Тоқаев", "kk")]),
        ("", []),
        (" ; |", []),
        ("@handle", [("@handle", "")]),
        ("info@mvs.gov.ua", [("info@mvs.gov.ua", "")]),
        (r"А\;Б; В\@en", [("А;Б", ""), ("В@en", "")]),
        ("C:\\dir", [("C:\\dir", "")]),
        ('["А", "Б"]', [("А", ""), ("Б", "")]),
    ],
)
def test_aliases_in_a_cell(cell: str, expected: list[tuple[str, str]]) -> None:
    assert [(alias.name, alias.language) for alias in aliases(cell)] == expected


def test_aliases_that_do_not_say_their_language_are_in_the_usual_one() -> None:
    assert aliases("Токаев; Tokayev@en", "ru") == (Alias("Токаев", "ru"), Alias("Tokayev", "en"))


def test_roles_are_titles_or_objects() -> None:
    assert roles("міністр; депутат") == (Role("міністр"), Role("депутат"))
    assert roles('[{"title": "міністр", "since": "2020"}]') == (Role("міністр", since="2020"),)
    assert roles("") == ()


@pytest.mark.parametrize("cell", ['["міністр"]', '[{"title": 1}]'])
def test_roles_that_are_none_are_told(cell: str) -> None:
    with pytest.raises(ValueError, match="list of objects"):
        roles(cell)


@pytest.mark.timeout(60)  # quadratic work on a cell of this length takes minutes
@pytest.mark.parametrize("piece", ["\\", "@", "a@", "[", ";", "\\a", " "])
def test_a_cell_may_be_of_any_length(piece: str) -> None:
    assert len(aliases(piece * (1_000_000 // len(piece)))) <= 1
