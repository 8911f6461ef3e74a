# SPDX-License-Identifier: GPL-3.0-or-later
"""How likely a text is as written Ukrainian, Russian or another European language.

The measure by which the encoding of a text is chosen: a wrong encoding turns letters into other
letters, which then are rare ones, stand beside symbols, or are capitals in the middle of a word.
Only pairs with a character beyond ASCII are looked at, because the encodings agree on the others.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping
from enum import Enum, auto
from functools import lru_cache
from math import log

# Letters per thousand letters of running text, rounded.
_UKRAINIAN = {
    "о": 94, "а": 83, "н": 68, "и": 61, "і": 57, "т": 55, "в": 54, "е": 50, "р": 45, "с": 42, "к": 40,
    "л": 36, "д": 34, "у": 33, "м": 31, "п": 29, "я": 24, "з": 23, "ь": 18, "б": 17, "г": 16, "ч": 14,
    "й": 13, "х": 12, "ж": 9, "ю": 9, "ц": 8, "ш": 8, "ї": 6, "є": 6, "щ": 6, "ф": 3, "ґ": 0.1,
}  # fmt: skip
_RUSSIAN = {
    "о": 110, "е": 85, "а": 80, "и": 74, "н": 67, "т": 63, "с": 55, "р": 47, "в": 45, "л": 44, "к": 35,
    "м": 32, "д": 30, "п": 28, "у": 26, "я": 20, "ы": 19, "ь": 17, "г": 17, "з": 16, "б": 16, "ч": 14,
    "й": 12, "х": 10, "ж": 9, "ш": 7, "ю": 6, "ц": 5, "щ": 4, "э": 3, "ф": 3, "ъ": 0.4, "ё": 0.4,
}  # fmt: skip
_LANGUAGES = tuple({letter: log(count / 1000) for letter, count in table.items()} for table in (_UKRAINIAN, _RUSSIAN))
_FOREIGN_CYRILLIC = log(0.00002)  # a letter that the language does not have
_ACCENTED_LATIN = log(0.02)
_SYMBOL = log(0.00005)
_PUNCTUATION = {
    "«": -4.6, "»": -4.6, "“": -8.0, "”": -5.3, "„": -8.0, "‘": -8.0, "‚": -8.0, "‹": -8.0, "›": -8.0,
    "’": -5.0, "—": -4.6, "–": -4.6, "…": -6.0, "№": -6.5, "\u00a0": -5.5, "•": -7.5, "·": -7.5,
    "°": -8.0, "§": -8.0, "€": -8.0, "£": -8.0, "©": -8.0, "®": -8.0, "™": -8.0, "\u00ad": -8.0,
}  # fmt: skip

# What stands beside it makes a character less likely; each a difference of logarithms.
_CAPITAL_INSIDE_WORD = -5.0
_CAPITAL_AFTER_CAPITAL = -1.0
_CAPITAL_FIRST = -1.0
_SCRIPTS_MIXED = -4.0
_PUNCTUATION_MISPLACED = -3.0
_ACCENTS_TOGETHER = -2.5
_VOWEL_AFTER_VOWEL = -1.0
_CONSONANT_AFTER_CONSONANT = -0.5
_SIGN_WITHOUT_CONSONANT = -4.0

_VOWELS = frozenset("аеєиіїоуюяыэё")
_SIGNS = frozenset("ьъ")
_LATIN_STAND_INS = frozenset("iI")  # for the і that some code pages lack


class _Class(Enum):
    CYRILLIC = auto()
    LATIN = auto()
    OPENING = auto()  # stands before a letter
    CLOSING = auto()  # stands after one
    INNER = auto()  # stands between two, or after one
    APART = auto()  # touches none
    PLAIN = auto()  # ASCII that is no letter: the same in every encoding
    OTHER = auto()


_LETTERS = frozenset({_Class.CYRILLIC, _Class.LATIN})
_NOT_BEFORE_LETTER = frozenset({_Class.CLOSING, _Class.APART, _Class.OTHER})
_NOT_AFTER_LETTER = frozenset({_Class.OPENING, _Class.APART, _Class.OTHER})
_BY_CHARACTER = {
    **dict.fromkeys("«“„‘‚‹§©", _Class.OPENING),
    **dict.fromkeys("»”›…®™", _Class.CLOSING),
    **dict.fromkeys("’\u00a0\u00ad", _Class.INNER),
    **dict.fromkeys("—–•·№€£°", _Class.APART),
}


@lru_cache(maxsize=1024)
def _class_of(char: str) -> _Class:
    if char in _BY_CHARACTER:
        return _BY_CHARACTER[char]
    if "\u0400" <= char <= "\u04ff":
        return _Class.CYRILLIC
    if char.isalpha() and unicodedata.name(char, "").startswith("LATIN"):
        return _Class.LATIN
    return _Class.PLAIN if char.isascii() else _Class.OTHER


def log_likelihood(text: str) -> float:
    """The logarithm of how likely the characters beyond ASCII are where they stand; at most 0.

    In real text between -4.0 and -3.2 for each of them. Much below, the text is hardly Ukrainian,
    Russian, English or a language with as few accents.
    """
    pairs = Counter(zip(" " + text, text + " ", strict=True))
    return max(
        sum(_pair(before, char, letters) * count for (before, char), count in pairs.items()) for letters in _LANGUAGES
    )


def _pair(before: str, char: str, letters: Mapping[str, float]) -> float:
    """How likely char is after the character before it, as far as one of them is beyond ASCII."""
    if char.isascii():
        return 0.0 if before.isascii() else _neighbours(before, char)
    return _alone(char, letters) + _neighbours(before, char)


def _alone(char: str, letters: Mapping[str, float]) -> float:
    kind = _class_of(char)
    if kind is _Class.CYRILLIC:
        return letters.get(char.lower(), _FOREIGN_CYRILLIC)
    if kind is _Class.LATIN:
        return _ACCENTED_LATIN
    return _PUNCTUATION.get(char, _SYMBOL)


def _neighbours(before: str, char: str) -> float:
    first, second = _class_of(before), _class_of(char)
    if first in _LETTERS and second in _LETTERS:
        return _letters_joined(before, char) if first is second else _scripts_joined(before, char)
    if first in _LETTERS and second in _NOT_AFTER_LETTER:
        return _PUNCTUATION_MISPLACED
    if first in _NOT_BEFORE_LETTER and second in _LETTERS:
        return _PUNCTUATION_MISPLACED
    if char == "’" or (before == "’" and second not in _LETTERS):
        return 0.0 if first in _LETTERS else _PUNCTUATION_MISPLACED
    if char.isupper() and not char.isascii():
        return _CAPITAL_FIRST
    return _SIGN_WITHOUT_CONSONANT if char in _SIGNS else 0.0


def _letters_joined(before: str, char: str) -> float:
    case = 0.0
    if char.isupper():
        case = _CAPITAL_AFTER_CAPITAL if before.isupper() else _CAPITAL_INSIDE_WORD
    if _class_of(char) is _Class.LATIN:
        return case + (0.0 if before.isascii() or char.isascii() else _ACCENTS_TOGETHER)
    return case + _sounds_joined(before.lower(), char.lower())


def _sounds_joined(before: str, char: str) -> float:
    vowel = before in _VOWELS
    if char in _SIGNS:
        return _SIGN_WITHOUT_CONSONANT if vowel or before in _SIGNS else 0.0
    if vowel != (char in _VOWELS):
        return 0.0
    return _VOWEL_AFTER_VOWEL if vowel else _CONSONANT_AFTER_CONSONANT


def _scripts_joined(before: str, char: str) -> float:
    return 0.0 if before in _LATIN_STAND_INS or char in _LATIN_STAND_INS else _SCRIPTS_MIXED
