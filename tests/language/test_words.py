# SPDX-License-Identifier: GPL-3.0-or-later
"""What counts as one word, and where it stands."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.language.words import words, written_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Літак Су-25, кажуть.", ["Літак", "Су-25", "кажуть"]),
        ("Нур-Султан і прем’єр-міністр", ["Нур-Султан", "і", "прем’єр-міністр"]),
        ("за\u0301мок, про\u00adтест", ["за\u0301мок", "про\u00adтест"]),
        ("2,5 тис. військових", ["2,5", "тис", "військових"]),
        ("5,2млн", ["5,2", "млн"]),
        ("2,5-річний план", ["2,5-річний", "план"]),
        ("10 000 осіб, 8\u00a0000\u202f000 і 1 234,5", ["10 000", "осіб", "8\u00a0000\u202f000", "і", "1 234,5"]),
        ("10 000–15 000", ["10 000", "15 000"]),
        ("10 000-го", ["10 000-го"]),
        ("у 2014 200 осіб, 100 2000", ["у", "2014", "200", "осіб", "100", "2000"]),
        ("044 123, Су-25 100 разів, 12.5.2020 100", ["044", "123", "Су-25", "100", "разів", "12", "5", "2020", "100"]),
        ("2,5-3,5", ["2,5", "3,5"]),
        ("08.01.2022 о 10:30", ["08", "01", "2022", "о", "10", "30"]),
        ("у 2020–2022 роках", ["у", "2020", "2022", "роках"]),
        ("COVID-19: 24-го", ["COVID-19", "24-го"]),
        ("'слово' «друге»", ["слово", "друге"]),
        ("#слава_краю @канал", ["слава", "краю", "канал"]),
        ("a — b - c", ["a", "b", "c"]),
        ("👩‍👩‍👧 сім’я 🇺🇦", ["сім’я"]),
        ("", []),
    ],
)
def test_words_of_a_text(text, expected):
    assert written_words(text) == expected


def test_each_word_says_where_it_stands():
    text = "😎 Гучна ніч"
    assert [(w.text, w.start, w.end) for w in words(text)] == [("Гучна", 2, 7), ("ніч", 8, 11)]


@given(st.text(max_size=200))
def test_spans_are_ordered_and_quote_the_text(text):
    found = list(words(text))
    assert [word.text for word in found] == written_words(text)
    assert all(text[word.start : word.end] == word.text for word in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
