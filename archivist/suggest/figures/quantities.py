# SPDX-License-Identifier: GPL-3.0-or-later
"""A number with its currency and unit, and two of them that bound a range: “$5”, “5–7 млн грн”, “від 5 до 7”."""

from __future__ import annotations

from dataclasses import dataclass, replace

from archivist.language.grammar import readings
from archivist.language.number_words import COUPLE, MINUS, SEVERAL, SIMPLE
from archivist.suggest.figures.amounts import Amount, read_amount, tidy
from archivist.suggest.figures.approximations import speaks_of_change
from archivist.suggest.figures.candidates import may_be_year
from archivist.suggest.figures.tokens import DASHES, Reader, Sort
from archivist.suggest.figures.unit_words import ABBREVIATIONS, HALF_UNITS, MONEY_SIGNS, UnitKind
from archivist.suggest.figures.units import Unit, money_sign_before, name_of_unit, unit_at
from archivist.suggest.figures.word_lists import word_set

_FROM = {"uk": ("від", "з", "із", "між"), "ru": ("от", "с", "со", "между"), "en": ("from", "between")}
_TO = {"uk": ("до", "та", "і", "й"), "ru": ("до", "и"), "en": ("to", "and", "through")}
_OR = {"uk": ("або", "чи"), "ru": ("или",), "en": ("or",)}
_ENGLISH_CHANGE = word_set(
    """
    up down rise rises rose risen rising fall falls fell fallen falling gain gains gained lose loses lost climb climbed
    drop dropped dropping jump jumped slip slipped grow grew grown decline declined add added increased decreased
    surged soared plunged tumbled advanced slid eased edged shed
    """
)
_MINUS = frozenset("-−–")
_MEASURED = frozenset({UnitKind.PERCENT, UnitKind.MONEY, UnitKind.MEASURE})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit over the tokens [start, end)."""

    start: int
    end: int
    amount: Amount
    unit: Unit | None = None
    approximation: str = ""
    is_range: bool = False


def read_quantity(reader: Reader, index: int) -> Quantity | None:
    """The number that begins with this token, the currency before it and the unit after it."""
    form = reader.form(index)
    if form in HALF_UNITS:
        symbol, kind = HALF_UNITS[form]
        half = Amount(index, index + 1, 0.5, 0.5, in_words=True)
        return Quantity(index, index + 1, half, Unit(symbol, kind, index + 1))
    if grown := _grown_together(reader, index) or _of_several(reader, index):
        return grown
    sign = money_sign_before(reader, index)
    amount = read_amount(reader, index, money=sign is not None)
    if amount is None:
        return None
    if amount.ordinal:
        return Quantity(index, amount.end, amount)
    unit = unit_at(reader, amount.end)
    if sign and (unit is None or unit.kind is not UnitKind.PERCENT):
        end = unit.end if unit and unit.kind is UnitKind.MONEY else amount.end
        symbol = unit.symbol if unit and unit.kind is UnitKind.MONEY else sign.symbol
        return Quantity(sign.start, end, amount, Unit(symbol, UnitKind.MONEY, end))
    if unit and unit.kind in (UnitKind.PERCENT, UnitKind.MEASURE):
        amount = read_amount(reader, index, divisible=True) or amount
    elif not unit and amount.confidence < 1 and reader.at(amount.end).sort is Sort.WORD:
        amount = read_amount(reader, index, divisible=False) or amount
    start = _with_minus(reader, index)
    if start < index:
        signed = reader.form(start) in _MINUS | MINUS
        amount = replace(amount, low=-amount.high, high=-amount.low) if signed else amount
    if unit is None and start == index and (before := _unit_before(reader, amount)):
        return before
    return Quantity(start, unit.end if unit else amount.end, amount, unit)


def _grown_together(reader: Reader, index: int) -> Quantity | None:
    """“a six-mile trip”."""
    first, _, second = reader.form(index).partition("-")
    if reader.language != "en" or first not in SIMPLE["en"]:
        return None
    name = name_of_unit(second, "en")
    if name is None or name.kind is not UnitKind.MEASURE:
        return None
    value = SIMPLE["en"][first]
    amount = Amount(index, index + 1, value, value, in_words=True)
    return Quantity(index, index + 1, amount, Unit(name.symbol, name.kind, index + 1))


def _of_several(reader: Reader, index: int) -> Quantity | None:
    """“кілька кілометрів”, “several tons”: of a measure two to nine; of people and things it is no number."""
    form, language = reader.form(index), reader.language
    after = index + 1 + (form == "a" and language == "en")
    several = reader.form(after - 1) in SEVERAL[language]
    if not several and form not in COUPLE[language]:
        return None
    unit = unit_at(reader, after)
    if unit is None or unit.kind not in _MEASURED:
        return None
    high = 9 if several else 2
    amount = Amount(index, after, 2, high, in_words=True, vague=True, confidence=0.6)
    return Quantity(index, unit.end, amount, unit)


def _unit_before(reader: Reader, amount: Amount) -> Quantity | None:
    """“метрів п'ять”, “километров десять”: the unit before its number makes it an estimate."""
    place, following = amount.start - 1, reader.at(amount.end)
    token = reader.at(place)
    if reader.language == "en" or amount.share or amount.vague or not reader.on_one_line(amount.start):
        return None
    if token.sort is not Sort.WORD or token.form in ABBREVIATIONS or following.sort in (Sort.WORD, Sort.NUMBER):
        return None
    counted_already = reader.at(place - 1).sort is Sort.NUMBER or reader.form(place - 1) in SIMPLE[reader.language]
    name = name_of_unit(token.form, reader.language)
    if counted_already or name is None or name.kind not in (UnitKind.MEASURE, UnitKind.MONEY, UnitKind.TIME):
        return None
    if not any(each.case == "gent" and each.plural for each in readings(token.text, reader.language)):
        return None
    estimate = replace(amount, vague=True)
    return Quantity(place, amount.end, estimate, Unit(name.symbol, name.kind, amount.end))


def _with_minus(reader: Reader, index: int) -> int:
    """The sign of a number, if there is one: it touches the number and nothing before it; or “minus”."""
    if reader.form(index - 1) in MINUS and reader.on_one_line(index):
        return index - 1
    if index and reader.form(index - 1) in _MINUS | {"+"} and reader.touches(index) and not reader.touches(index - 1):
        return index - 1
    return index


def read_range(reader: Reader, first: Quantity) -> Quantity:
    """The quantity together with a second one that bounds it from above: “від 5 до 7”, “5–7 млн”."""
    if first.amount.ordinal or first.amount.share or first.amount.vague or first.amount.low != first.amount.high:
        return first
    language = reader.language
    opener = reader.form(first.start - 1) in _FROM[language] and reader.on_one_line(first.start)
    place, form = first.end, reader.form(first.end)
    dash = form in DASHES
    if not dash and not reader.on_one_line(place):
        return first
    joins = (opener and form in _TO[language]) or form in _OR[language] or (form == "to" and language == "en")
    if not (dash or joins):
        return first
    if opener and not dash and speaks_of_change(reader, first.start) and reader.form(first.start - 1) != "між":
        return first
    if not opener and form == "to" and first.unit and reader.form(first.start - 1) in _ENGLISH_CHANGE:
        return first  # “rose $1.20 to $84.50”
    sign = 1 if reader.at(place + 1).text in MONEY_SIGNS else 0
    second = read_quantity(reader, place + 1 + sign)
    if second is None or second.amount.ordinal or second.amount.share or second.amount.vague:
        return first
    spaced = dash and not (reader.touches(place) and reader.touches(place + 1))
    joined = _join(first, second, near=spaced or form in _OR[language])
    if joined is None or (may_be_year(first.amount) and may_be_year(second.amount) and second.unit is None):
        return first
    between = reader.form(first.start - 1) in ("між", "между", "between")
    opened = opener and (form not in ("та", "і", "й", "и", "and") or between)
    if opener and not opened and not dash:
        return first
    return replace(joined, start=first.start - 1 if opened else first.start)


def _join(first: Quantity, second: Quantity, *, near: bool) -> Quantity | None:
    """One range of two quantities, if they are of one unit and go up; None else."""
    low, high = first.amount.low, second.amount.high
    if first.unit and second.unit and first.unit.symbol != second.unit.symbol:
        return None
    if first.unit and not second.unit and first.unit.kind is not UnitKind.MONEY:
        return None
    magnitude = second.amount.magnitude
    if first.amount.magnitude == 1 and magnitude > 1 and low < high / magnitude:
        low = tidy(low * magnitude)
    if not low < high or (near and high > 3 * low):
        return None
    amount = replace(
        second.amount,
        start=first.amount.start,
        low=low,
        high=high,
        confidence=min(first.amount.confidence, second.amount.confidence),
    )
    unit = second.unit or (first.unit and first.unit._replace(end=second.end))
    return Quantity(first.start, second.end, amount, unit, is_range=True)
