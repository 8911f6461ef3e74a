# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist.suggest.figures.amounts import read_amount
from archivist.suggest.figures.tokens import Reader


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("uk", "двадцять п'ять", 25),
        ("uk", "сто тридцять два", 132),
        ("uk", "тридцять дві тисячі п'ятсот сорок", 32540),
        ("uk", "двомастами п'ятдесятьма", 250),
        ("uk", "дев’ятнадцятьох", 19),
        ("uk", "шестеро", 6),
        ("uk", "півтора мільйона", 1_500_000),
        ("uk", "пів мільйона", 500_000),
        ("uk", "два з половиною мільярди", 2_500_000_000),
        ("uk", "три сотні", 300),
        ("uk", "2 млн 300 тис.", 2_300_000),
        ("uk", "18-ти", 18),
        ("ru", "двести двадцать два", 222),
        ("ru", "пятьюдесятью", 50),
        ("ru", "полутора тысяч", 1500),
        ("ru", "троих", 3),
        ("ru", "2,5 тыс.", 2500),
        ("en", "two hundred and fifty-three thousand", 253_000),
        ("en", "one and a half million", 1_500_000),
        ("en", "half a dozen", 6),
        ("en", "twenty-one trillion three hundred", 21_000_000_000_300),
        ("en", "2.5k", 2500),
        ("en", "10M", 10_000_000),
        ("en", "10 1/2", 10.5),
    ],
)
def test_numbers_in_words_and_digits(language: str, text: str, value: float) -> None:
    amount = read_amount(Reader(text, language), 0)
    assert amount
    assert (amount.low, amount.high) == (value, value)
    assert not amount.ordinal


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("uk", "кілька десятків", 20, 90),
        ("uk", "п'ять-шість тисяч", 5000, 6000),
        ("ru", "нескольких сотен", 200, 900),
        ("en", "a few hundred", 200, 900),
    ],
)
def test_numbers_with_bounds(language: str, text: str, low: float, high: float) -> None:
    amount = read_amount(Reader(text, language), 0)
    assert amount
    assert (amount.low, amount.high) == (low, high)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("uk", "сотні", 100),
        ("uk", "десятки тисяч", 10_000),
        ("ru", "тысячи", 1000),
        ("en", "hundreds of thousands", 100_000),
    ],
)
def test_a_magnitude_alone_is_vague(language: str, text: str, value: float) -> None:
    amount = read_amount(Reader(text, language), 0)
    assert amount
    assert amount.vague
    assert amount.low == value


@pytest.mark.parametrize(
    ("language", "text"),
    [("uk", "5-й"), ("uk", "90-х"), ("uk", "14-річний"), ("ru", "5-го"), ("en", "5th"), ("en", "1980s")],
)
def test_ordinals_and_adjectives_are_known_for_what_they_are(language: str, text: str) -> None:
    amount = read_amount(Reader(text, language), 0)
    assert amount
    assert amount.ordinal


@pytest.mark.parametrize(
    ("language", "text"), [("uk", "млн грн"), ("uk", "кілька людей"), ("en", "a man"), ("ru", "раз")]
)
def test_other_words_are_no_amount(language: str, text: str) -> None:
    assert read_amount(Reader(text, language), 0) is None


def test_shares() -> None:
    amount = read_amount(Reader("дві третини", "uk"), 0)
    assert amount
    assert amount.share
    assert amount.low == pytest.approx(2 / 3, abs=1e-4)
