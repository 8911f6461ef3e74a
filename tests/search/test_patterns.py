# SPDX-License-Identifier: GPL-3.0-or-later
"""What a word of a query looks like in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.language.keys import index_keys
from archivist.search.parser import parse
from archivist.search.patterns import KeySlot, WildcardSlot, patterns_of, wildcard_expression


def lengths(query: str) -> list[int]:
    return sorted(len(pattern.slots) for pattern in patterns_of(parse(query).root))


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
        ("=людей", "Людей", True),
        ("=людина", "людей", False),
        ("=ґанок", "ганок", True),
        ("=п'ять", "п’ять", True),
        ("=Нур-Султан", "Нур-Султан", True),
        ("=Султан", "Нур-Султан", True),
        ("=Нур-Султан", "Нур", False),
        ("люд?й", "людей", True),
        ("люд?й", "людинй", False),
        ("*ей", "людей", True),
        ("л*д*й", "людей", True),
        ("л*д*ж", "людей", False),
        ("людий~", "людей", True),
        ("людий~", "юдий", False),
        ("лдюий~", "людей", False),
        ("лдюий~2", "людей", True),
        ("п'ят~", "п’ять", True),
    ],
)
def test_the_word_that_fits(query, word, fits):
    slot = patterns_of(parse(query).root)[0].slots[0]
    assert slot.fits(index_keys(word, "uk")) is fits


def test_a_wildcard_begins_as_it_is_written():
    assert WildcardSlot("про*ст?").beginning == "про"
    assert WildcardSlot("?рост*").beginning == ""


def test_the_words_of_a_phrase_with_a_slop_are_one_pattern():
    (pattern,) = patterns_of(parse('"рада =міста"~3').root)
    assert pattern.slop == 3
    assert pattern.slots[1] == KeySlot(frozenset({"=міста"}))


def test_no_wildcard_takes_long():
    slot = WildcardSlot("*".join("а" * 40) + "*б")
    assert not slot.fits(["=" + "а" * 100])
    assert slot.fits(["=" + "а" * 100 + "б"])


SHORT = st.text(alphabet="аб", max_size=8)


@given(st.text(alphabet="аб*?", max_size=6), SHORT)
def test_wildcards_mean_what_they_say(pattern, form):
    assert bool(wildcard_expression(pattern).fullmatch(form)) is fits(pattern, form)


def fits(pattern: str, form: str) -> bool:
    if not pattern or not form:
        return not pattern.strip("*") and not form
    if pattern[0] == "*":
        return fits(pattern[1:], form) or fits(pattern, form[1:])
    return pattern[0] in ("?", form[0]) and fits(pattern[1:], form[1:])
