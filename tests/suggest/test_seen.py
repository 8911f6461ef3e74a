# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that were tagged before."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archivist.model import Kind
from archivist.suggest.seen import SeenIndex, SeenWords, find_seen
from tests.counted_work import calls_of


def seen_words(quote, count=3, tag="tag", record=None):
    return SeenWords(quote, tag, Kind.EVENT, record, count)


def quotes(text, *seen, language="uk"):
    return [each.quote for each in find_seen(text, language, [seen_words(quote) for quote in seen])]


@pytest.mark.parametrize(
    ("quote", "text", "expected"),
    [
        ("мітинг бджолярів", "Після мітингу бджолярів стихло.", ["мітингу бджолярів"]),
        ("Мітинг бджолярів", "МІТИНГ БДЖОЛЯРІВ почався", ["МІТИНГ БДЖОЛЯРІВ"]),
        ("пожежа", "Гасили пожежу, потім іншу пожежу.", ["пожежу", "пожежу"]),
        ("день тиші", "Після дня тиші", ["дня тиші"]),
        ("Вербенюк", "Розмова з Вербенюком", ["Вербенюком"]),
        ("МНС", "указ МНСу", ["МНСу"]),
        ("захоплення аеропорту", "повідомляли про захоплення аеропорту", ["захоплення аеропорту"]),
    ],
)
def test_seen_words_are_found_in_any_form(quote, text, expected):
    assert quotes(text, quote) == expected


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("пожежа", "пожежник прийшов"),
        ("Коваль", "тут живе коваль"),
        ("МНС", "мнс"),
        ("мітинг бджолярів", "мітинг, потім обід бджолярів"),
        ("", "будь-що"),
        ("12", "12 осіб"),
    ],
)
def test_other_words_are_not_taken_for_them(quote, text):
    assert quotes(text, quote) == []


def test_russian_and_english_words_are_found():
    assert quotes("после пожаров", "пожар", language="ru") == ["пожаров"]
    assert quotes("the strikes went on", "strike", language="en") == ["strikes"]


def test_the_longest_is_offered():
    assert quotes("Була пожежа на складі.", "пожежа", "пожежа на складі") == ["пожежа на складі"]


def test_the_tag_that_was_given_most_often_is_offered():
    (found,) = find_seen("пожежа", "uk", [seen_words("пожежа", 1, "rare"), seen_words("пожежа", 9, "frequent", "it")])
    assert (found.tag, found.record, found.source, found.kind) == ("frequent", "it", "seen", Kind.EVENT)


def test_what_was_tagged_often_is_more_certain():
    once, often = (find_seen("пожежа", "uk", [seen_words("пожежа", count)])[0].confidence for count in (1, 50))
    assert once < often < 1


def test_fifty_thousand_quotes_are_hardly_more_work_than_a_few():
    stems = [first + second + third for first in "бвгджзклмн" for second in "аеиоу" for third in "брстх"]
    seen = [seen_words(f"{one}{other}ання {one}ів") for one in stems for other in stems[:200]]
    assert len(seen) == 50_000
    few, all_of_them = SeenIndex(seen[:500]), SeenIndex(seen)
    text = "Тут звичайний текст про роботу заводу, вулицю й мир; бабрабання бабів. " * 40
    work_with_few = calls_of(lambda: find_seen(text, "uk", few))
    assert calls_of(lambda: find_seen(text, "uk", all_of_them)) < 2 * work_with_few


@settings(deadline=None)
@given(st.text(max_size=80), st.lists(st.text(max_size=12), max_size=5), st.sampled_from(["uk", "ru", "en", ""]))
def test_seen_words_lie_in_the_text_in_order_and_apart(text, seen, language):
    end = 0
    for found in find_seen(text, language, [seen_words(quote) for quote in [*seen, text[:10]]]):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.quote
        end = found.end
