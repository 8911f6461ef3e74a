# SPDX-License-Identifier: GPL-3.0-or-later
"""A number as a text writes it, in digits or words or both: “2,5 тис.”, “сто тридцять два”, “half a million”."""

from __future__ import annotations

from dataclasses import dataclass, replace

from archivist.language.number_words import (
    AND_A_HALF,
    COUPLE,
    HALF_MAGNITUDES,
    HALF_OF,
    MAGNITUDES,
    ONE_AND_A_HALF,
    PLURAL_MAGNITUDES,
    SEVERAL,
    SEVERAL_TOGETHER,
    SHARES,
    SIMPLE,
    TOUCHING_MAGNITUDES,
)
from archivist.suggest.figures.digits import read_digits
from archivist.suggest.figures.magnitudes import ABBREVIATED, magnitude_at
from archivist.suggest.figures.spelled_numbers import SpelledNumber
from archivist.suggest.figures.tokens import DASHES, Reader, Sort

_LETTERS = frozenset({"k", "mm", "mil", "bn", "tn", "lac"})  # magnitudes only after a number
# What a number in digits is declined with: “18-ти”, “5-ма”. Other endings make it an ordinal.
_CARDINAL_ENDINGS = frozenset({"ти", "ох", "ьох", "ьом", "ма", "ьма", "ми", "мя", "ю", "сот"})
_ENDINGS_OF_TWO_TO_FOUR = frozenset({"х", "ех", "м", "ом", "мя", "є", "е"})
_THOUSAND = 1000
_LARGEST_NUMERATOR = 10
_SMALLEST_PART_ALONE = 4  # “чверть” says one of them; “п'ята” alone is the fifth
_MOST_MAGNITUDES = 2  # that multiply each other: “сотні тисяч”
_IN_MILLIONS = ("barrel", "bushel", "tonne", "ton", "ounce", "gallon", "share", "bpd")
_ARTICLES = frozenset({"a", "an"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number over the tokens [start, end)."""

    start: int
    end: int
    low: float
    high: float
    confidence: float = 1.0
    magnitude: int = 1
    """By what the coefficient was multiplied: 1000 in “2,5 тис.”."""
    in_words: bool = False
    vague: bool = False
    """A magnitude alone: “сотні”, “hundreds”."""
    share: bool = False
    """A part of a whole: “третина”, “two thirds”."""
    ordinal: bool = False
    """No amount at all, but the end of it is known: “5-й”, “14-річний”, “1980s”."""

    @property
    def value(self) -> float:
        """The number where it is one."""
        return self.low

    def times(self, factor: float) -> Amount:
        """The amount multiplied, as “5” in “5–7 млн”."""
        return replace(self, low=tidy(self.low * factor), high=tidy(self.high * factor))


def tidy(value: float) -> float:
    """Whole numbers as int, and decimals without the noise of binary fractions."""
    value = round(value, 6)
    return int(value) if value == int(value) else value


def read_amount(reader: Reader, index: int, *, money: bool = False, divisible: bool | None = None) -> Amount | None:
    """The amount that begins with this token. After a sign of money, “m” is a million and not a metre."""
    token = reader.at(index)
    if token.sort is Sort.NUMBER:
        return _in_digits(reader, index, money=money, divisible=divisible)
    if token.sort is not Sort.WORD:
        return None
    for read in (_several, _half, _share, _pair_of_words, _in_words):
        if amount := read(reader, index):
            return amount
    return None


def _in_digits(reader: Reader, index: int, *, money: bool, divisible: bool | None) -> Amount | None:
    end = index + 1
    if ending := _ending(reader, index):
        after, cardinal = ending
        if not cardinal:
            return Amount(index, after, 0, 0, ordinal=True)
        end = after
    found = _touching_magnitude(reader, end, money=money) or magnitude_at(reader, end)
    number = read_digits(reader.at(index).text, reader.language, divisible=True if found else divisible)
    if number is None:
        return None
    amount = Amount(index, end, number.value, number.value, number.confidence)
    if found is None:
        return _with_half(reader, amount)
    magnitude, after = found
    scaled = replace(amount.times(magnitude), end=after, magnitude=magnitude)
    return _with_smaller_part(reader, _with_half(reader, scaled))


def _ending(reader: Reader, index: int) -> tuple[int, bool] | None:
    """What grows out of a number with a hyphen or without: where it ends, and whether it stays a number."""
    if reader.at(index + 1).sort is Sort.WORD and reader.touches(index + 1):
        form = reader.form(index + 1)
        return (index + 2, False) if form in ("st", "nd", "rd", "th", "s", "й", "го", "d") else None
    if not (reader.form(index + 1) in DASHES and reader.touches(index + 1) and reader.touches(index + 2)):
        return None
    word = reader.at(index + 2)
    if word.sort is not Sort.WORD:
        return None
    if word.form in _CARDINAL_ENDINGS:
        return index + 3, True
    if word.form in _ENDINGS_OF_TWO_TO_FOUR and _is_two_to_four(reader.at(index).text):
        return index + 3, True
    return None if reader.language == "en" else (index + 3, False)


def _is_two_to_four(text: str) -> bool:
    return text[-1:] in ("2", "3", "4") and text[-2:-1] != "1"


def _touching_magnitude(reader: Reader, index: int, *, money: bool) -> tuple[int, int] | None:
    token = reader.at(index)
    if token.sort is not Sort.WORD or not reader.touches(index):
        return None
    if token.text in ("m", "mm", "MM") and not money and not _is_plural_at(reader, index + 1, token.text):
        return None
    value = TOUCHING_MAGNITUDES.get(token.text)
    return None if value is None else (value, index + 1)


def _is_plural_at(reader: Reader, index: int, letter: str) -> bool:
    """Whether the “m” before this token is a million: “1.6m barrels”, “a 1.3m barrel increase”."""
    noun = reader.form(index)
    return letter == "m" and reader.language == "en" and (noun in ("people", *_IN_MILLIONS) or noun.endswith("s"))


def _with_half(reader: Reader, amount: Amount) -> Amount:
    """“2 з половиною”, “3 million and a half”, “10 1/2”."""
    part = [reader.at(amount.end + place) for place in range(3)]
    is_part = part[0].text.isdigit() and part[1].text == "/" and part[2].text.isdigit()
    if is_part and amount.magnitude == 1 and reader.touches(amount.end + 1) and reader.touches(amount.end + 2):
        numerator, denominator = int(part[0].text[:3]), int(part[2].text[:3])
        if 0 < numerator < denominator <= _LARGEST_NUMERATOR and amount.low == int(amount.low):
            value = tidy(amount.low + numerator / denominator)
            return replace(amount, low=value, high=value, end=amount.end + 3)
    for words in AND_A_HALF[reader.language]:
        if reader.matches(amount.end, words):
            half = amount.magnitude / 2
            value = tidy(amount.low + half)
            halved = replace(amount, low=value, high=value, end=amount.end + len(words))
            if amount.magnitude == 1 and (found := magnitude_at(reader, halved.end)):
                return replace(halved.times(found[0]), end=found[1], magnitude=found[0])
            return halved
    return amount


def _with_smaller_part(reader: Reader, amount: Amount) -> Amount:
    """“2 млн 300 тис.”, “1 тис. 200”."""
    index = amount.end
    token = reader.at(index)
    if token.sort is not Sort.NUMBER or not reader.on_one_line(index) or amount.low != int(amount.low):
        return amount
    found = magnitude_at(reader, index + 1)
    number = read_digits(token.text, reader.language, divisible=False)
    if number is None or _ending(reader, index) or (found is None and amount.magnitude != _THOUSAND):
        return amount
    factor, end = found or (1, index + 1)
    part = number.value * factor
    if not 0 < part < amount.magnitude:
        return amount
    return replace(amount, low=tidy(amount.low + part), high=tidy(amount.high + part), end=end)


def _several(reader: Reader, index: int) -> Amount | None:
    """“кілька десятків”, “a few hundred”, “пара сотень”, “кількадесят”."""
    form, language = reader.form(index), reader.language
    if bounds := SEVERAL_TOGETHER.get(form):
        return Amount(index, index + 1, *bounds, in_words=True, vague=True, confidence=0.7)
    after = index + 1 if form in ("a", "the") else index
    if language == "en" and reader.form(after) == "couple":
        found = magnitude_at(reader, after + 1 + (reader.form(after + 1) == "of"))
        return found and Amount(index, found[1], 2 * found[0], 2 * found[0], in_words=True, vague=True)
    if reader.form(after) in SEVERAL[language]:
        product, end = _magnitudes(reader, after + 1)
        if product > 1:
            return Amount(
                index, end, 2 * product, 9 * product, magnitude=product, in_words=True, vague=True, confidence=0.7
            )
    if reader.form(index) in COUPLE[language] and (found := magnitude_at(reader, index + 1)):
        return Amount(index, found[1], 2 * found[0], 2 * found[0], in_words=True, vague=True)
    return None


def _magnitudes(reader: Reader, index: int, product: int = 1) -> tuple[int, int]:
    """The product of the magnitudes from this token on (“сотень тисяч”), and the token after them."""
    for _ in range(_MOST_MAGNITUDES):
        found = magnitude_at(reader, index + (reader.form(index) == "of" and product > 1))
        if found is None:
            break
        product *= found[0]
        index = found[1]
    return product, index


def _half(reader: Reader, index: int) -> Amount | None:
    """“пів мільйона”, “півмільйона”, “half a million”, “half a dozen”."""
    form = reader.form(index)
    if value := HALF_MAGNITUDES.get(form):
        product, end = _magnitudes(reader, index + 1)
        return Amount(index, end, value * product, value * product, in_words=True, magnitude=max(product, 10))
    if form in HALF_OF[reader.language]:
        after = index + 1 + (reader.form(index + 1) in _ARTICLES)
        if found := magnitude_at(reader, after):
            value = found[0] // (4 if form == "quarter" else 2)
            return Amount(index, found[1], value, value, in_words=True, magnitude=found[0])
    return None


def _share(reader: Reader, index: int) -> Amount | None:
    """“дві третини”, “половина”, “a third”, “two thirds”, “one in five” is none."""
    language = reader.language
    shares = SHARES[language]
    form = reader.form(index)
    numerator = 1 if form in _ARTICLES else SIMPLE[language].get(form, 0)
    if (
        numerator
        and numerator < _LARGEST_NUMERATOR
        and (part := shares.get(reader.form(index + 1)))
        and part > numerator
    ):
        return _share_of(index, index + 2, numerator, part)
    if language == "en":
        first, _, second = form.partition("-")  # two-thirds
        numerator, part = SIMPLE["en"].get(first, 0), shares.get(second, 0)
        if 0 < numerator < part:
            return _share_of(index, index + 1, numerator, part)
        return _share_of(index, index + 1, 1, 2) if form == "half" else None
    part = shares.get(form, 0)
    return _share_of(index, index + 1, 1, part) if 0 < part <= _SMALLEST_PART_ALONE else None


def _share_of(start: int, end: int, numerator: int, part: int) -> Amount:
    value = round(numerator / part, 4)
    return Amount(start, end, value, value, in_words=True, share=True)


def _pair_of_words(reader: Reader, index: int) -> Amount | None:
    """“два-три”, “п'ять-шість тисяч”."""
    first, hyphen, second = reader.form(index).partition("-")
    simple = SIMPLE[reader.language]
    if not hyphen or reader.form(index) in simple:
        return None
    low, high = simple.get(first, 0), simple.get(second, 0)
    if not 0 < low < high:
        return None
    product, end = _magnitudes(reader, index + 1)
    return Amount(index, end, low * product, high * product, in_words=True, magnitude=product)


def _in_words(reader: Reader, index: int) -> Amount | None:
    language = reader.language
    form = reader.form(index)
    spelled = SpelledNumber(reader, index)
    if form in _ARTICLES and language == "en":
        if reader.form(index + 1) not in MAGNITUDES["en"] or reader.form(index + 1) in _LETTERS:
            return None
        spelled.end += 1
    elif form in MAGNITUDES[language]:
        if form in ABBREVIATED or form in _LETTERS:
            return None
        if form in PLURAL_MAGNITUDES[language]:
            product, end = _magnitudes(reader, index + 1, MAGNITUDES[language][form])
            return Amount(index, end, product, product, in_words=True, vague=True, magnitude=product)
    elif form not in SIMPLE[language] and form not in ONE_AND_A_HALF[language]:
        return None
    spelled.read()
    if spelled.end == index:
        return None
    value = tidy(spelled.value)
    return Amount(index, spelled.end, value, value, in_words=True, magnitude=spelled.magnitude)
