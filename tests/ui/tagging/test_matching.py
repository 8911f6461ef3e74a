# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import unicodedata

import pytest

from archivist.model import Kind, Tag
from archivist.ui.tagging.matching import is_named, matching


def tag(name: str) -> Tag:
    return Tag(1, name, name, Kind.EVENT, "#b3441e", "", None, "")


def names(typed: str, *known: str) -> list[str]:
    return [found.name for found in matching(map(tag, known), typed)]


def test_nothing_typed_lists_all_in_their_order() -> None:
    assert names("", "страйк", "арешт") == ["страйк", "арешт"]


@pytest.mark.parametrize("typed", ["СУД", "суд", " суд "])
def test_a_part_of_a_name_is_enough_in_any_case(typed: str) -> None:
    assert names(typed, "Верховний Суд", "страйк") == ["Верховний Суд"]


def test_a_beginning_goes_before_a_word_and_that_before_the_middle_of_one() -> None:
    assert names("суд", "розсуд", "верховний суд", "суддя") == ["суддя", "верховний суд", "розсуд"]


def test_apostrophes_and_composition_make_no_difference() -> None:
    assert names("здоров'я", "міністерство здоров’я") == ["міністерство здоров’я"]
    assert names(unicodedata.normalize("NFD", "київ"), "Київ") == ["Київ"]


def test_signs_are_taken_as_they_are() -> None:
    assert names("a.c", "abc", "a.c") == ["a.c"]


def test_a_name_is_known_in_any_case() -> None:
    assert is_named(tag("Страйк"), " страйк ")
    assert not is_named(tag("Страйк"), "страй")
