# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.language.shingles import word_key
from archivist.language.word_diff import FigureChange, changed_figures, differences, exact_differences, figure_places
from archivist.language.words import words
from tests.counted_work import calls_of
from tests.language.near_duplicates import DAM_EN, FIRE_UK, STRIKE_RU

TEXTS = st.lists(st.sampled_from(["кіт", "Пес", "18", "2,5", "one", "two", "\n\n", ", ", "😀", "é"]), max_size=40).map(
    " ".join
)


def changes(text: str, other: str) -> list[tuple[str, str]]:
    """What differs, as the words of both texts."""
    return [
        (text[one.start : one.end].strip(), other[one.other_start : one.other_end].strip())
        for one in differences(text, other)
        if not one.same
    ]


def test_a_word_and_a_paragraph_that_differ_are_found() -> None:
    assert changes(FIRE_UK, FIRE_UK.replace("двоє", "троє")) == [("двоє", "троє")]
    assert changes(DAM_EN, DAM_EN + "\n\nRain goes on.") == [("", "Rain goes on.")]
    assert changes("Під Києвом горів склад\n" + FIRE_UK, FIRE_UK) == [("Під Києвом горів склад", "")]


def test_spelling_capitals_and_marks_are_no_difference() -> None:
    assert changes(STRIKE_RU, STRIKE_RU.upper().replace("Ё", "Е").replace(".", " —")) == []


def test_texts_with_nothing_in_common_differ_whole() -> None:
    assert changes("один два", "three four five") == [("один два", "three four five")]
    assert changes("", "new") == [("", "new")]
    assert changes("", "") == []
    assert changes("…", "— …") == []


def test_a_stray_common_word_does_not_break_a_difference_up() -> None:
    text, other = "Ми a b c d і e f g h кінець", "Ми k l m n і o p q r кінець"
    assert changes(text, other) == [("a b c d і e f g h", "k l m n і o p q r")]


def test_changed_figures_are_told() -> None:
    other = DAM_EN.replace("140", "165").replace("closed.", "closed at 18:30.")
    found = changed_figures(DAM_EN, other, differences(DAM_EN, other))
    assert found == [FigureChange("140", "165"), FigureChange("", "18, 30")]
    assert changed_figures("двоє", "троє", differences("двоє", "троє")) == [FigureChange("двоє", "троє")]
    assert changed_figures("двоє", "2 людей", differences("двоє", "2 людей")) == []
    assert changed_figures("10 000 осіб", "10\u00a0000 людей", differences("10 000 осіб", "10\u00a0000 людей")) == []


def test_figures_are_found_by_their_places() -> None:
    assert figure_places("Понад 2,5 тис. у 2022 році") == [(6, 9), (17, 21)]
    assert figure_places("двоє і three, але one") == [(0, 4), (7, 12)]


@given(TEXTS, TEXTS)
def test_stretches_cover_both_texts_and_the_same_ones_have_the_same_words(text: str, other: str) -> None:
    at = other_at = 0
    before = None
    for one in differences(text, other):
        assert (one.start, one.other_start) == (at, other_at)
        at, other_at = one.end, one.other_end
        here = [word_key(word.text) for word in words(text[one.start : one.end])]
        there = [word_key(word.text) for word in words(other[one.other_start : one.other_end])]
        assert not one.same or here == there
        assert one.same != before
        before = one.same
    if list(words(text)) or list(words(other)):
        assert (at, other_at) == (len(text), len(other))


def exactly(text: str, other: str) -> list[tuple[str, str]]:
    """What was taken out and what was put in, change by change."""
    return [
        (text[one.start : one.end], other[one.other_start : one.other_end])
        for one in exact_differences(text, other)
        if not one.same
    ]


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("Прорвало греблю.", "Прорвало греблю.", []),
        ("Загинуло 18 людей.", "Загинуло 19 людей.", [("18", "19")]),
        ("«Гребля» - стара", "“Гребля” – стара", [("«", "“"), ("» -", "” –")]),
        ("стара хата стоїть", "новий дім стоїть", [("стара хата", "новий дім")]),  # not word by word
        ("один\nдва", "перший\nдругий", [("один", "перший"), ("два", "другий")]),  # but line by line
        ("Кінець", "Кінець.", [("", ".")]),
        ("", "Щось", [("", "Щось")]),
        ("а  б", "а б", [("  ", " ")]),
        ("e\u0301", "é", [("e\u0301", "é")]),
    ],
)
def test_every_letter_of_a_corrected_text_counts(text: str, other: str, expected: list[tuple[str, str]]) -> None:
    assert exactly(text, other) == expected


@given(st.text("аб .\n«", max_size=40), st.text("аб .\n«", max_size=40))
def test_exact_stretches_cover_both_texts_and_the_same_ones_are_equal(text: str, other: str) -> None:
    at = other_at = 0
    for one in exact_differences(text, other):
        assert (one.start, one.other_start) == (at, other_at)
        at, other_at = one.end, one.other_end
        assert not one.same or text[one.start : one.end] == other[one.other_start : one.other_end]
    assert (at, other_at) == (len(text), len(other))


def corrected(length: int) -> tuple[list[str], list[str]]:
    """The words of a text, and the same with one in fifty replaced."""
    chance = random.Random(3)
    text = chance.choices([f"слово{number}" for number in range(5000)], k=length)
    return text, [word if chance.random() > 0.02 else "інше" for word in text]


def test_two_long_texts_are_compared() -> None:
    text, other = corrected(80_000)
    found = differences(" ".join(text), " ".join(other))
    assert 1000 < sum(not one.same for one in found) < 2000


def test_the_work_of_comparing_grows_with_the_length_of_texts() -> None:
    def edited(length: int) -> int:
        text, other = corrected(length)
        return calls_of(lambda: differences(" ".join(text), " ".join(other)))

    def moved(length: int) -> int:
        text, other = corrected(length)
        half = length // 2
        return calls_of(lambda: differences(" ".join(text), " ".join(other[half:] + other[:half])))

    def alike(length: int) -> int:  # no run of words is there once
        return calls_of(lambda: differences("а " * length, "а б " * (length // 2)))

    for work in (edited, moved, alike):
        assert work(20_000) < 5 * work(5_000)
