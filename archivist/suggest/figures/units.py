# SPDX-License-Identifier: GPL-3.0-or-later
"""The unit that stands beside a number: “%”, “грн”, “долларов США”, “кв. км”, “днів”."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from archivist.language import lemmas
from archivist.suggest.figures.tokens import DASHES, Reader, Sort
from archivist.suggest.figures.unit_words import (
    ABBREVIATIONS,
    CURRENCIES_OF_COUNTRIES,
    DOLLARS,
    MONEY_CODES,
    MONEY_SIGNS,
    PER_HOUR,
    SPEEDS,
    UNITS,
    UnitKind,
    UnitName,
)

_LONGEST = 30  # letters of a word that may be a unit
# Forms that the dictionary takes for another word as well, or does not list.
_IRREGULAR = {
    "uk": {"років": "рік", "роки": "рік", "року": "рік", "разів": "раз", "рази": "раз", "діб": "доба"},
    "ru": {"лет": "год", "суток": "сутки"},
}


class Unit(NamedTuple):
    """A unit beside an amount; the token after its last one."""

    symbol: str
    kind: UnitKind
    end: int


class MoneySign(NamedTuple):
    """A currency before a number: its first token, and the number's."""

    start: int
    symbol: str


def unit_at(reader: Reader, index: int) -> Unit | None:
    """The unit that begins with this token, right after an amount."""
    if not reader.on_one_line(index):
        return None
    token = reader.at(index)
    if reader.language == "en" and token.text in DASHES and reader.touches(index) and reader.touches(index + 1):
        return _hyphenated(reader, index)
    if token.text in MONEY_SIGNS:
        return Unit(MONEY_SIGNS[token.text], UnitKind.MONEY, index + 1)
    if token.text == "°":
        return _degrees(reader, index)
    if token.text in ("%", "‰"):
        return Unit(token.text, UnitKind.PERCENT, index + 1)
    if token.sort is not Sort.WORD:
        return None
    if token.text in MONEY_CODES:
        return Unit(token.text.replace("RUR", "RUB"), UnitKind.MONEY, index + 1)
    found = _of_two_words(reader, index) or _of_one_word(reader, index)
    return found and _with_what_follows(reader, found)


def money_sign_before(reader: Reader, index: int) -> MoneySign | None:
    """The currency that stands before the number of this token: “$5”, “US$ 5”, “USD 5”."""
    before = reader.at(index - 1)
    if before.text in MONEY_CODES and reader.on_one_line(index):
        return MoneySign(index - 1, before.text)
    if before.text not in MONEY_SIGNS or not reader.on_one_line(index):
        return None
    letters = reader.form(index - 2)
    if before.text == "$" and letters in DOLLARS and reader.touches(index - 1):
        return MoneySign(index - 2, DOLLARS[letters])
    return MoneySign(index - 1, MONEY_SIGNS[before.text])


def name_of_unit(form: str, language: str) -> UnitName | None:
    """The unit that a normalised word in any case is."""
    if len(form) > _LONGEST:
        return None
    known = UNITS[language]
    if language == "en" or form in ABBREVIATIONS:
        return known.get(form)
    return next((known[lemma] for lemma in _lemmas(form, language) if lemma in known), None)


@lru_cache(20_000)
def _lemmas(form: str, language: str) -> tuple[str, ...]:
    if irregular := _IRREGULAR[language].get(form):
        return (irregular,)
    return (*lemmas.dictionary_lemmas(form, language).likely, form)


def _lemma(form: str, language: str) -> str:
    return form if language == "en" else _lemmas(form[:_LONGEST], language)[0]


def _hyphenated(reader: Reader, index: int) -> Unit | None:
    """“a 45-acre site”; of “30-year-old” and “180-day” the press does not say how many there are."""
    name = UNITS["en"].get(reader.form(index + 1).partition("-")[0])
    if name is None or name.kind not in (UnitKind.MEASURE, UnitKind.PERCENT):
        return None
    return Unit(name.symbol, name.kind, index + 2)


def _degrees(reader: Reader, index: int) -> Unit:
    scale = reader.at(index + 1)
    if scale.text in ("C", "С", "F") and reader.on_one_line(index + 1):
        return Unit("°F" if scale.text == "F" else "°C", UnitKind.MEASURE, index + 2)
    return Unit(
        UNITS[reader.language]["градус" if reader.language != "en" else "°"].symbol, UnitKind.MEASURE, index + 1
    )


def _of_two_words(reader: Reader, index: int) -> Unit | None:
    """“квадратних кілометрів”, “кв. м”, “percentage points”, “US dollars”, “американських доларів”."""
    first, after = _lemma(reader.form(index), reader.language), index + 1
    if reader.form(after) == "." and reader.touches(after):
        after += 1
    if reader.form(after) == "/" and reader.touches(after):
        name = UNITS[reader.language].get(f"{reader.form(index)}/{reader.form(after + 1)}")
        return name and Unit(name.symbol, name.kind, after + 2)
    second = reader.at(after)
    if second.sort is not Sort.WORD or not reader.on_one_line(after):
        return None
    if first == "u" and second.form == "s":  # U.S. dollars
        first, after = "us", after + 1 + (reader.form(after + 1) == ".")
        second = reader.at(after)
    for lemma in (second.form, *_all_lemmas(second.form, reader.language)):
        if name := UNITS[reader.language].get(f"{first}_{lemma}"):
            return Unit(name.symbol, name.kind, _past_dot(reader, after))
    name = name_of_unit(second.form, reader.language)
    if name and (symbol := CURRENCIES_OF_COUNTRIES.get(name.symbol, {}).get(first)):
        return Unit(symbol, UnitKind.MONEY, after + 1)
    return None


def _all_lemmas(form: str, language: str) -> tuple[str, ...]:
    return () if language == "en" else _lemmas(form[:_LONGEST], language)


def _of_one_word(reader: Reader, index: int) -> Unit | None:
    form = reader.form(index)
    name = name_of_unit(form, reader.language)
    if name is None or (form in ("м", "г", "т", "л", "ц", "m", "g", "w") and reader.at(index).text.isupper()):
        return None
    end = _past_dot(reader, index) if form in ABBREVIATIONS else index + 1
    return Unit(name.symbol, name.kind, end)


def _past_dot(reader: Reader, index: int) -> int:
    """The token after an abbreviation and its full stop."""
    dotted = reader.form(index + 1) == "." and reader.touches(index + 1) and reader.form(index) in ABBREVIATIONS | {"п"}
    return index + 1 + dotted


def _with_what_follows(reader: Reader, unit: Unit) -> Unit:
    """“доларів США”, “фунтів стерлінгів”, “градусів Цельсія”, “км на годину”, “метрів квадратних”."""
    following = reader.at(unit.end)
    if following.sort is not Sort.WORD or not reader.on_one_line(unit.end):
        return unit
    language = reader.language
    lemma = _lemma(following.form, language)
    if symbol := CURRENCIES_OF_COUNTRIES.get(unit.symbol, {}).get(lemma):
        return Unit(symbol, unit.kind, unit.end + 1) if lemma in ("сша", "стерлінг", "стерлинг", "sterling") else unit
    if unit.symbol == "градус" and lemma in ("цельсій", "цельсий"):
        return Unit("°C", unit.kind, unit.end + 1)
    for words in PER_HOUR[language]:
        if unit.symbol in SPEEDS and reader.matches(unit.end, words):
            symbol = SPEEDS[unit.symbol] + {"uk": "год", "ru": "ч"}.get(language, "")
            return Unit(symbol, unit.kind, unit.end + len(words))
    return unit
