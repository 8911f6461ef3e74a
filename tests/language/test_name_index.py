# SPDX-License-Identifier: GPL-3.0-or-later
"""Names found by what a person types."""

from __future__ import annotations

import pytest

from archivist.language.name_index import NameIndex


@pytest.fixture
def index():
    index = NameIndex()
    index.add("president", ["Касим-Жомарт Токаєв", "Kassym-Jomart Tokayev"])
    index.add("poet", ["Ліна Гречаник"])
    index.add("body", ["Рада безпеки Казахстану"])
    index.add("pact", ["Організація Договору про колективну безпеку", "ОДКБ"])
    return index


@pytest.mark.parametrize(
    "typed", ["Токаєв", "Токаєвим", "Токаєву", "Токаев", "Токаева", "Tokayev", "Tokaev", "Tokayev's"]
)
def test_a_surname_is_found_in_any_form_and_script(index, typed):
    assert index.find(typed) == ["president"]
    assert index.complete(typed, 5) == ["president"]


@pytest.mark.parametrize("typed", ["т", "ток", "токає", "Tok", "tokay", "Кас Ток", "Токаєв Кас", "жом", "касим-ж"])
def test_a_beginning_is_completed(index, typed):
    assert index.complete(typed, 5)[0] == "president"


def test_what_is_spelled_so_comes_first(index):
    index.add("other", ["Tokarska"])
    assert index.complete("Tokar", 5) == ["other"]
    index.add("exact", ["Ток"])
    assert index.complete("Ток", 5)[0] == "exact"


def test_a_full_name_of_another_is_not_found(index):
    assert index.find("Ліна Токаєв") == []


def test_an_initial_will_do_where_no_name_fits(index):
    assert index.find("Кайрат Токаєв") == ["president"]


def test_organisations_are_found_by_inflected_words_and_acronyms(index):
    assert index.find("Ради безпеки Казахстану") == ["body"]
    assert index.find("ОДКБ") == ["pact"]


def test_what_was_removed_is_not_found(index):
    index.remove("president")
    index.remove("nobody")
    assert index.find("Токаєв") == []
    assert index.complete("Ток", 5) == []
    assert "president" not in index
    index.add("president", ["Касим-Жомарт Токаєв"])
    assert index.find("Токаєв") == ["president"]


@pytest.mark.parametrize("typed", ["", " ", "?!", "-", "'"])
def test_what_holds_no_word_finds_nothing(index, typed):
    assert index.complete(typed, 5) == []
    assert index.find(typed) == []


def test_what_is_far_too_long_is_no_name():
    index = NameIndex()
    index.add("a", ["Остап Гречаник"])
    assert index.find("Гречаник " * 20_000) == []
    assert index.find("") == index.find("...") == []
    assert index.find("Гречаником") == ["a"]
