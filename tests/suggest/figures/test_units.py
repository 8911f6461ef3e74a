# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist.suggest.figures.tokens import Reader
from archivist.suggest.figures.units import money_sign_before, unit_at


@pytest.mark.parametrize(
    ("language", "text", "symbol"),
    [
        ("uk", "5 грн.", "UAH"),
        ("uk", "5 доларів США", "USD"),
        ("uk", "5 канадських доларів", "CAD"),
        ("uk", "5 фунтів стерлінгів", "GBP"),
        ("uk", "5 кв. м", "м²"),
        ("uk", "5 квадратних кілометрів", "км²"),
        ("uk", "5 відсоткових пунктів", "п.п."),
        ("uk", "5 років", "рік"),
        ("uk", "5 °С", "°C"),
        ("uk", "5 км на годину", "км/год"),
        ("ru", "5 лет", "год"),
        ("ru", "5 градусов Цельсия", "°C"),
        ("ru", "5 ₽", "RUB"),
        ("en", "5 U.S. dollars", "USD"),
        ("en", "5 per cent", "%"),
        ("en", "5 miles an hour", "mph"),
        ("en", "45-acre", "acre"),
    ],
)
def test_units_are_kept_in_one_form(language: str, text: str, symbol: str) -> None:
    unit = unit_at(Reader(text, language), 1)
    assert unit
    assert unit.symbol == symbol


@pytest.mark.parametrize(
    ("language", "text"), [("uk", "5 осіб"), ("uk", "5\nгрн"), ("en", "30-year-old"), ("ru", "5 М")]
)
def test_other_words_are_no_units(language: str, text: str) -> None:
    assert unit_at(Reader(text, language), 1) is None


@pytest.mark.parametrize(("text", "symbol"), [("$5", "USD"), ("HK$ 5", "HKD"), ("EUR 5", "EUR"), ("€5", "EUR")])
def test_money_before_the_number(text: str, symbol: str) -> None:
    reader = Reader(text, "en")
    sign = money_sign_before(reader, len(reader) - 1)
    assert sign
    assert (sign.start, sign.symbol) == (0, symbol)
