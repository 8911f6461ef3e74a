# SPDX-License-Identifier: GPL-3.0-or-later
"""Alphabetical order of three languages from plain string comparison."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.language.collation import sort_key

UKRAINIAN = ["абрикос", "гусь", "ґава", "дім", "єнот", "жук", "Зоря", "ірис", "їжак", "яблуко"]
RUSSIAN = ["арбуз", "Ёлка", "ель", "ещё", "жук", "йод", "Киев", "мир", "съезд", "сыр", "Эхо", "юг"]


@pytest.mark.parametrize("words", [UKRAINIAN, RUSSIAN, ["Apple", "banana", "Éclair", "zoo"]])
def test_words_are_in_alphabetical_order(words):
    assert sorted(sorted(words), key=sort_key) == words


def test_the_whole_ukrainian_alphabet_keeps_its_order():
    alphabet = "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ"
    assert sorted(alphabet, key=sort_key) == list(alphabet)


def test_the_whole_russian_alphabet_keeps_its_order():
    alphabet = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
    assert sorted(alphabet, key=sort_key) == list(alphabet)


def test_digits_come_before_cyrillic_and_cyrillic_before_latin():
    assert sorted(["zebra", "яблуко", "2022 рік"], key=sort_key) == ["2022 рік", "яблуко", "zebra"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("«Газета»", "газета"),
        ("— Газета", "Газета"),
        ("п’ять", "пять"),
        ("за\u0301мок", "замок"),
        ("про\u00adтест", "протест"),
        ("и\u0306од", "йод"),
        ("café", "cafe\u0301"),
        ("Łódź", "lodz"),
        ("ёлка", "елка"),
    ],
)
def test_case_quotes_and_accents_do_not_count(one, other):
    assert sort_key(one) == sort_key(other)


def test_a_shorter_first_word_comes_first():
    assert sorted(["Ігорова", "Ігор Я"], key=sort_key) == ["Ігор Я", "Ігорова"]


def test_short_i_is_a_letter_of_its_own():
    assert sort_key("май") != sort_key("маи")


@pytest.mark.parametrize("text", ["", "  ", "«…»", "\u200b"])
def test_a_text_without_letters_has_an_empty_key(text):
    assert sort_key(text) == ""


@given(st.text())
def test_any_text_has_a_key_that_utf8_keeps_in_order(text):
    sort_key(text).encode("utf-8", "surrogatepass")
