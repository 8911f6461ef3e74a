# SPDX-License-Identifier: GPL-3.0-or-later
"""A text as a row of classes of words: what the grammar of dates is matched against.

Each word, number and sign of the text becomes one character, that of its class, so that a form of a
date (“a day, then a month, then perhaps a year”) is a short regular expression over classes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from archivist.language.normalise import APOSTROPHES, HYPHENS, INVISIBLE, normalise
from archivist.suggest.dates.words import words_of_dates

_CLASSES: Final = (
    "other day numeral year aposyear yearspan numdate shortdate decade nth nthyear roman tens count"
    " month monthof englishmonth monthname monthrisky weekday weekdayabbr yearword yearwords yearabbr unit weekend"
    " early half hedge maybe part partadverb partnoun deictic deicticadjective tonight which following yearadjective"
    " that same ago later through century centuryabbr quarter quartername season seasonal yearly decadeword"
    " number counted the of in on at from since till prep before after between and dash comma stop open close gap"
)
CODE: Final = {name: chr(0xE000 + number) for number, name in enumerate(_CLASSES.split())}
_NAME: Final = {code: name for name, code in CODE.items()}
_OTHER: Final = CODE["other"]


def _codes(names: str) -> frozenset[str]:
    return frozenset(CODE[name] for name in names.split())


_APOSTROPHES = re.escape(APOSTROPHES)
_MARKS = rf"\u0300-\u036f{INVISIBLE}"
_WORD = rf"[^\W\d_]++(?:[{_MARKS}]++[^\W\d_]*+)*+(?:[{_APOSTROPHES}][^\W\d_]++(?:[{_MARKS}]++[^\W\d_]*+)*+)*+"
_CYRILLIC_SUFFIX = rf"[{re.escape(HYPHENS)}][а-яіїєґ]{{1,4}}+(?!\w)|(?:го|му|те|х)(?!\w)"
_TOKEN = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d(?!\d)(?:T[\d:.+Z-]*+)?)"
    rf"|(?P<number>\d++(?:[.,:/]\d++)*+)(?P<suffix>{_CYRILLIC_SUFFIX}|(?:st|nd|rd|th|['’]?s)(?!\w))?+"
    rf"|(?P<quarter>Q[1-4](?!\w))|(?P<word>{_WORD})|(?P<gap>\n[^\S\n]*+\n\s*+)|(?P<sign>[^\w\s]|_)"
)
_LONGEST_WORD = 24  # characters; a longer one is no word of a date
_SIGN = {
    **dict.fromkeys(HYPHENS + "–—−", "dash"),
    **dict.fromkeys("([", "open"),
    **dict.fromkeys(")]", "close"),
    **dict.fromkeys("!?…;", "gap"),  # no date goes on after these
    ",": "comma",
    ".": "stop",
}
_NUMBERS_A_THING = frozenset("№#$€£§₴₽+=@&*/\\")  # before a number: it is a price, a name or a part of a reckoning
_MEASURES = frozenset("%‰°€$£₴₽+=*/\\")  # the same after one
_NUMBERS: Final = _codes("day year shortdate decade nth nthyear numdate yearspan")
_MAY_TOUCH_A_NUMBER: Final = _codes("month monthof englishmonth monthname yearword yearwords yearabbr")
_MAY_BE_HYPHENED_TO_A_NUMBER: Final = _codes("month monthof englishmonth monthname monthrisky early weekday")
_ALSO_VERBS: Final = frozenset({"may", "march", "mar"})
_SENTENCE_STARTS: Final = _codes("stop gap")
_AFTER_A_DAY: Final = _codes("day nth")
_QUOTES = frozenset("«»“”„\"'‘’")

_ROMAN = re.compile("(?:X{0,2})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUE = {"X": 10, "V": 5, "I": 1}
_CYRILLIC_ROMAN = str.maketrans("ХІ", "XI")
_FULL_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{4}|\d{1,2}\.\d\d\.\d\d|\d\d/\d\d/\d\d|\d{4}[./]\d{1,2}[./]\d{1,2}")
_SHORT_DATE = re.compile(r"(?:[0-2]?\d|3[01])\.(?:0[1-9]|1[0-2])")
_YEAR_SPAN = re.compile(r"(?:1[5-9]|20)\d\d/\d\d(?:\d\d)?")
_DECADE_SUFFIX = re.compile("(?:т|и|ы)?(?:х|ми)|ті|ые|і")
_LAST_DAY, _FIRST_YEAR, _LAST_YEAR = 31, 1000, 2199


@dataclass(slots=True)
class Tokens:
    """The words, numbers and signs of a text, in order: parallel lists, and their classes as one string."""

    text: str
    classes: str = ""
    starts: list[int] = field(default_factory=list)  # code points
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)  # normalised
    values: list[int] = field(default_factory=list)  # what the class says of it: a day, a month, a year

    def name(self, index: int) -> str:
        """The class of a token; "gap" before the first and after the last."""
        return _NAME[self.classes[index]] if 0 <= index < len(self.classes) else "gap"


def tokens(text: str, language: str) -> Tokens:
    """The tokens of a text whose language is `uk`, `ru` or `en`."""
    return _Reader(text, language).read()


class _Reader:
    """Goes through the text once. What a number is, its neighbours on both sides have a say in."""

    def __init__(self, text: str, language: str) -> None:
        self._tokens = Tokens(text)
        self._codes: list[str] = []
        self._lexicon = words_of_dates(language)

    def read(self) -> Tokens:
        for match in _TOKEN.finditer(self._tokens.text):
            kind = match.lastgroup
            if kind == "word":
                self._add_word(match)
            elif kind == "sign":
                self._add_sign(match)
            elif kind == "gap":
                self._add(match, "gap", "")
            elif kind == "quarter":
                self._add(match, "quartername", match.group(), int(match.group()[1:]))
            elif kind == "iso":
                self._add_number(match, "numdate", 0)
            else:
                name, value = _number(match["number"], match["suffix"] or "")
                self._add_number(match, name, value)
        self._tokens.classes = "".join(self._codes)
        return self._tokens

    def _add(self, match: re.Match[str], name: str, word: str, value: int = 0) -> None:
        row = self._tokens
        self._codes.append(CODE[name])
        row.starts.append(match.start())
        row.ends.append(match.end())
        row.words.append(word)
        row.values.append(value)

    def _add_word(self, match: re.Match[str]) -> None:
        written = match.group()
        word = normalise(written) if len(written) <= _LONGEST_WORD else ""
        is_genitive = word.endswith("'s") and word.isascii()
        word = word.removesuffix("'s") if is_genitive else word
        name, value = self._lexicon.get(word, ("other", 0))
        if name == "other" and written.isupper() and (value := _roman(written)):
            name = "roman"
        elif name.startswith("month"):
            name = self._month(name, word, written)
        elif name == "weekdayabbr" and not written[0].isupper():
            name = "other"
        elif name in {"and", "in", "from"} and written.isupper() and (numeral := _roman(written)):
            name, value = "roman", numeral
        if self._touches(match.start()) and CODE[name] not in _MAY_TOUCH_A_NUMBER and self._codes[-1] in _NUMBERS:
            self._codes[-1] = _OTHER  # “5G”
        self._add(match, name, word, value)
        if is_genitive:
            self._tokens.ends[-1] -= len("'s")

    def _month(self, name: str, word: str, written: str) -> str:
        """Names of people are spelled like months: “Август”, “May”; and so are verbs: “may”, “march”."""
        if name == "monthname":
            if written[0].isupper():
                return name
            return "monthrisky" if word in _ALSO_VERBS else "englishmonth"
        before = self._codes[-1] if self._codes else CODE["gap"]
        if not written[0].isupper() or (written.isupper() and len(written) > 1) or before in _AFTER_A_DAY:
            return name
        return name if before in _SENTENCE_STARTS or self._tokens.words[-1] in _QUOTES else "monthrisky"

    def _add_sign(self, match: re.Match[str]) -> None:
        sign = match.group()
        if sign in _MEASURES and self._codes and self._codes[-1] in _NUMBERS:
            self._codes[-1] = _OTHER
        self._add(match, _SIGN.get(sign, "other"), sign)

    def _add_number(self, match: re.Match[str], name: str, value: int) -> None:
        row, start = self._tokens, match.start()
        if start and (row.text[start - 1].isalpha() or row.text[start - 1] == "_"):
            name = "other"  # “М777”
        elif self._codes and row.words[-1] in _NUMBERS_A_THING:
            name = "other"
        elif self._touches(start) and self._codes[-1] == CODE["dash"] and self._is_part_of_a_name():
            name = "other"  # “Су-25”
        elif self._touches(start) and row.words[-1] == "'" and (short := self._after_apostrophe(match)):
            self._drop_last()
            name, value = short
            self._add(match, name, match.group(), value)
            row.starts[-1] = start - 1
            return
        self._add(match, name, match.group(), value)

    def _touches(self, start: int) -> bool:
        return bool(self._codes) and self._tokens.ends[-1] == start

    def _is_part_of_a_name(self) -> bool:
        """Whether the dash just read hangs on a word that is none of a date."""
        row = self._tokens
        hangs = len(self._codes) > 1 and row.ends[-2] == row.starts[-1] and row.words[-2][-1:].isalpha()
        return hangs and self._codes[-2] not in _MAY_BE_HYPHENED_TO_A_NUMBER and not row.words[-2][:1].isdigit()

    def _after_apostrophe(self, match: re.Match[str]) -> tuple[str, int] | None:
        """“'19”, “'90s”: two digits of a year, if the apostrophe closes nothing before it."""
        digits, before = match["number"], self._tokens.starts[-1] - 1
        if before >= 0 and not (self._tokens.text[before].isspace() or self._tokens.text[before] in "(["):
            return None
        if len(digits) != len("19"):
            return None
        if match["suffix"] == "s":
            return ("decade", int(digits)) if digits.endswith("0") else None
        return ("aposyear", int(digits)) if not match["suffix"] else None

    def _drop_last(self) -> None:
        row = self._tokens
        for each in (self._codes, row.starts, row.ends, row.words, row.values):
            each.pop()


def _number(digits: str, suffix: str) -> tuple[str, int]:
    if suffix:
        return (
            _with_suffix(digits, suffix.lstrip(HYPHENS + APOSTROPHES).lower()) if digits.isdecimal() else ("other", 0)
        )
    if _FULL_DATE.fullmatch(digits):
        return "numdate", 0
    if _SHORT_DATE.fullmatch(digits):
        return "shortdate", 0
    if _YEAR_SPAN.fullmatch(digits):
        return "yearspan", 0
    if not digits.isdecimal() or len(digits) > len("2022"):
        return "numeral", 0
    value = int(digits)
    if len(digits) <= len("31") and 1 <= value <= _LAST_DAY:
        return "day", value
    if len(digits) == len("2022") and _FIRST_YEAR <= value <= _LAST_YEAR:
        return "year", value
    return "numeral", value


def _with_suffix(digits: str, suffix: str) -> tuple[str, int]:
    """“5-го”, “5th”, “2019-му”, “1990-х”, “90s”."""
    if len(digits) not in {1, 2, 4}:
        return "other", 0
    value, is_year = int(digits), len(digits) == len("2019")
    is_round = len(digits) > 1 and value % 10 == 0
    if is_round and (suffix == "s" or _DECADE_SUFFIX.fullmatch(suffix)):
        return "decade", value
    if is_round and suffix == "е" and value > _LAST_DAY:
        return "decade", value
    if suffix == "s":
        return "other", 0
    if is_year:
        return ("nthyear", value) if _FIRST_YEAR <= value <= _LAST_YEAR else ("other", 0)
    return ("nth", value) if 1 <= value <= _LAST_DAY else ("other", 0)


def _roman(written: str) -> int:
    """The number from 1 to 29 that capitals may be, also typed with Cyrillic ones; 0 if they are none."""
    numeral = written.translate(_CYRILLIC_ROMAN)
    if not _ROMAN.fullmatch(numeral):
        return 0
    values = [_ROMAN_VALUE[sign] for sign in numeral]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))
