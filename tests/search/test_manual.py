# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of the manual about the query language, held against the language itself."""

from __future__ import annotations

import re

import pytest

from archivist.paths import resources
from archivist.search.parser import FIELDS, POSSIBLE_VALUES, parse
from archivist.search.patterns import patterns_of
from archivist.search.query import wanted_texts
from archivist.search.snippets import Finder

PAGE = (resources() / "manual" / "search.md").read_text(encoding="utf-8")
ROWS = [line for line in PAGE.splitlines() if line.startswith("| `")]
_NAMES = {"span:"}
# What is quoted there, but for single signs and names of fields.
EXAMPLES = [code for line in ROWS for code in re.findall("`([^`]+)`", line) if len(code) > 1 and code not in _NAMES]


@pytest.mark.parametrize("example", [*EXAMPLES, "*"])
def test_every_example_is_understood(example):
    parse(example)


def test_there_is_an_example_of_every_sign():
    assert len(ROWS) > 30
    for sign in ("=", "*", "?", "~", '="', '"~', " OR ", "NOT ", "-", "(", ".."):
        assert any(sign in example for example in EXAMPLES)


def test_every_field_and_listed_value_is_named():
    for field in FIELDS:
        assert any(f"{field}:" in example for example in EXAMPLES)
    for value in (value for values in POSSIBLE_VALUES.values() for value in values):
        assert value in PAGE


@pytest.mark.parametrize(
    ("example", "text", "language"),
    [
        ("людина", "людей люди людям", "uk"),
        ("губернатор заявил", "губернатору заявили", "ru"),
        ("striking miners", "strike strikes struck miner miners", "en"),
        ("Нур-Султан", "Нур-Султані", "uk"),
        ("султан", "Нур-Султані", "uk"),
        ("2,5", "2.5 2,5", "uk"),
        ("=дороги", "Дороги", "uk"),
        ("протест*", "протестувальники протесту", "uk"),
        ("*ськ?й", "міський сільській", "uk"),
        ("Лужанский~", "Лужанський", "uk"),
        ("Nazarbaev~2", "Nazarbayev Nazarbayeu", "en"),
    ],
)
def test_words_find_what_the_page_says(example, text, language):
    assert example in EXAMPLES
    finder = Finder(pattern for node in wanted_texts(parse(example).root) for pattern in patterns_of(node))
    assert [text[start:end] for start, end in finder.spans(text, language)] == text.split()


def test_stars_go_by_spelling():
    finder = Finder(patterns_of(parse("людин*").root))
    assert not finder.matches("людей", "uk")
