# SPDX-License-Identifier: GPL-3.0-or-later
"""How likely a text is as one that somebody wrote, in Ukrainian, Russian or another language with letters.

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

from archivist.decoding.alphabets import CYRILLIC, LATIN, OTHER_SCRIPTS

_FOREIGN_LETTER = log(0.00002)  # a letter that the language does not have
_USUAL_LANGUAGES = 2
_UNUSUAL_LANGUAGE = -4.0
_ACCENTED_LATIN = log(0.02)
_FOREIGN_ACCENT = log(0.0008)  # one that the language does not have, but a name may
_SYMBOL = log(0.00005)
_CONTROL = log(0.0000005)  # characters that no text has
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
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")  # of Vietnamese, each after its letter
_LATIN_STAND_INS = frozenset("iI")  # for the і that some code pages lack


class _Class(Enum):
    CYRILLIC = auto()
    LATIN = auto()
    GREEK = auto()
    HEBREW = auto()
    ARABIC = auto()
    THAI = auto()
    OPENING = auto()  # stands before a letter
    CLOSING = auto()  # stands after one
    INNER = auto()  # stands between two, or after one
    APART = auto()  # touches none
    PLAIN = auto()  # ASCII that is no letter: the same in every encoding
    OTHER = auto()


_OTHER_SCRIPTS = {_Class[name]: letters for name, letters in OTHER_SCRIPTS.items()}
_LETTERS = frozenset({_Class.CYRILLIC, _Class.LATIN, *_OTHER_SCRIPTS})
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
    for script, letters in _OTHER_SCRIPTS.items():
        if char.lower() in letters:
            return script
    if char in _TONES or (char.isalpha() and unicodedata.name(char, "").startswith("LATIN")):
        return _Class.LATIN
    return _Class.PLAIN if char.isascii() else _Class.OTHER


def log_likelihood(text: str) -> float:
    """The logarithm of how likely the characters beyond ASCII are where they stand; at most 0.

    In real text between -4.0 and -3.0 for each of them.
    """
    pairs = Counter(zip(" " + text, text + " ", strict=True))
    total = 0.0
    cyrillic, accents = Counter[str](), Counter[str]()
    for (before, char), count in pairs.items():
        if char.isascii():
            total += 0.0 if before.isascii() else _neighbours(before, char) * count
            continue
        total += _neighbours(before, char) * count
        kind = _class_of(char)
        if kind is _Class.CYRILLIC:
            cyrillic[char.lower()] += count
        elif kind is _Class.LATIN:
            accents[char.lower()] += count
        else:
            total += _alone(char, kind) * count
    return total + _as_cyrillic(cyrillic) + _as_latin(accents)


def _as_cyrillic(letters: Mapping[str, int]) -> float:
    """How likely these letters are in the language that they suit best; the first two are the most usual ones."""
    if not letters:
        return 0.0
    return max(
        sum(language.get(letter, _FOREIGN_LETTER) * count for letter, count in letters.items())
        + (0.0 if number < _USUAL_LANGUAGES else _UNUSUAL_LANGUAGE)
        for number, language in enumerate(CYRILLIC)
    )


def _as_latin(letters: Mapping[str, int]) -> float:
    return max(
        sum((_ACCENTED_LATIN if letter in language else _FOREIGN_ACCENT) * count for letter, count in letters.items())
        for language in LATIN
    )


def _alone(char: str, kind: _Class) -> float:
    if kind in _OTHER_SCRIPTS:
        return _OTHER_SCRIPTS[kind][char.lower()]
    return _CONTROL if "\x80" <= char <= "\x9f" else _PUNCTUATION.get(char, _SYMBOL)


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
    kind = _class_of(char)
    if kind is _Class.LATIN:
        return case + (0.0 if before.isascii() or char.isascii() else _ACCENTS_TOGETHER)
    return case + (_sounds_joined(before.lower(), char.lower()) if kind is _Class.CYRILLIC else 0.0)


def _sounds_joined(before: str, char: str) -> float:
    vowel = before in _VOWELS
    if char in _SIGNS:
        return _SIGN_WITHOUT_CONSONANT if vowel or before in _SIGNS else 0.0
    if vowel != (char in _VOWELS):
        return 0.0
    return _VOWEL_AFTER_VOWEL if vowel else _CONSONANT_AFTER_CONSONANT


def _scripts_joined(before: str, char: str) -> float:
    return 0.0 if before in _LATIN_STAND_INS or char in _LATIN_STAND_INS else _SCRIPTS_MIXED
