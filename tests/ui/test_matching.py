# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import unicodedata

import pytest

from archivist.ui.matching import is_named, matching


def names(typed: str, *known: str) -> list[str]:
    return matching(known, typed, str)


def test_nothing_typed_lists_all_in_their_order() -> None:
    assert names("", "страйк", "арешт") == ["страйк", "арешт"]


@pytest.mark.parametrize("typed", ["СУД", "суд", " суд "])
def test_a_part_of_a_name_is_enough_in_any_case(typed: str) -> None:
    assert names(typed, "Верховний Суд", "страйк") == ["Верховний Суд"]


def test_a_beginning_goes_before_a_word_and_that_before_the_middle_of_one() -> None:
    assert names("суд", "розсуд", "верховний суд", "суддя") == ["суддя", "верховний суд", "розсуд"]


def test_the_whole_name_goes_before_those_that_begin_with_it() -> None:
    assert names("participant", "participant in", "participant") == ["participant", "participant in"]


def test_apostrophes_and_composition_make_no_difference() -> None:
    assert names("здоров'я", "міністерство здоров’я") == ["міністерство здоров’я"]
    assert names(unicodedata.normalize("NFD", "київ"), "Київ") == ["Київ"]


def test_signs_are_taken_as_they_are() -> None:
    assert names("a.c", "abc", "a.c") == ["a.c"]


def test_a_name_is_known_in_any_case() -> None:
    assert is_named("Страйк", " страйк ")
    assert not is_named("Страйк", "страй")
