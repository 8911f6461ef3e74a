# SPDX-License-Identifier: GPL-3.0-or-later
"""What a word of a query looks like in a text."""

from __future__ import annotations

import pytest

from archivist.language.keys import index_keys
from archivist.search.parser import parse
from archivist.search.patterns import patterns_of


def lengths(query: str) -> list[int]:
    return sorted(len(pattern) for pattern in patterns_of(parse(query).root))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("місто", [1]),
        ("міст*", [1]),
        ('"рада міста"', [2]),
        ("Нур-Султан", [1, 2]),
        ('"президент Касим-Жомарт Токаєв"', [3, 4]),
        ('"Нур-Султан Івано-Франківськ"', [2, 3, 3, 4]),
    ],
)
def test_a_hyphenated_word_is_whole_or_its_parts_in_a_row(query, expected):
    assert lengths(query) == expected


def test_a_row_of_hyphenated_words_has_few_patterns():
    assert len(lengths('"' + "Нур-Султан " * 300 + '"')) <= 16


@pytest.mark.parametrize(
    ("query", "word", "fits"),
    [
        ("людина", "людей", True),
        ("людей*", "людей", True),
        ("людин*", "людей", False),
        ("Нур-Султан", "султан", False),
        ("султан", "Нур-Султану", True),
    ],
)
def test_the_word_that_fits(query, word, fits):
    slot = patterns_of(parse(query).root)[0][0]
    assert slot.fits(index_keys(word, "uk")) is fits
