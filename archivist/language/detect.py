# SPDX-License-Identifier: GPL-3.0-or-later
"""In which of the three languages a text is written: the one whose dictionary lists its words.

A wrong answer sends every word of an article to the wrong dictionary, while no answer costs little
(keys.py then asks them all), so what looks like a fourth language is answered with "".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from archivist.language.lemmas import is_listed
from archivist.language.normalise import CYRILLIC, RUSSIAN_LETTER, UKRAINIAN_LETTER, normalise
from archivist.language.words import words

_SAMPLE = 400  # words; more do not change the answer
_FEW = 3
_ADDRESS = re.compile(r"\w+://\S+|www\.\S+|\S+@\S+|[@#]\w+|\b[\w-]+\.[a-z]{2,}/\S*")
_SLAVIC_WORD = re.compile("[а-яёіїєґ'-]{2,}")
_ENGLISH_WORD = re.compile("[a-z'-]{2,}")
# Related languages share half of their words with a dictionary; the language itself, at least
# this much, names and slang included.
_LEAST_LISTED = 0.66
_LEAST_LISTED_ENGLISH = 0.7


def detect_language(text: str) -> str:
    """`uk`, `ru` or `en`, or "" where the text is too short, mixed or in another language."""
    sample = _sample(text)
    cyrillic = [word for word in sample if CYRILLIC.search(word)]
    latin = [word for word in sample if not CYRILLIC.search(word)]
    if len(cyrillic) >= len(latin):
        return _slavic(cyrillic)
    return "en" if _listed(latin, "en", _ENGLISH_WORD) >= _LEAST_LISTED_ENGLISH else ""


def _sample(text: str) -> list[str]:
    """The first normalised words; names, of which dictionaries know few, only if little else is there."""
    # Enough characters for the sample, so that a long text is not searched to its end.
    found = islice(words(_ADDRESS.sub(" ", text[: _SAMPLE * 40])), _SAMPLE)
    written = [word.text for word in found if not word.text[0].isdigit()]
    common = [word for word in written if not word[0].isupper()]
    return [normalise(word) for word in (common if len(common) >= _FEW else written)]


def _slavic(words_found: Sequence[str]) -> str:
    ukrainian = _listed(words_found, "uk", _SLAVIC_WORD) + _with(words_found, UKRAINIAN_LETTER)
    russian = _listed(words_found, "ru", _SLAVIC_WORD) + _with(words_found, RUSSIAN_LETTER)
    if ukrainian == russian:
        return ""
    best = "uk" if ukrainian > russian else "ru"
    return best if _listed(words_found, best, _SLAVIC_WORD) >= _LEAST_LISTED else ""


def _listed(words_found: Sequence[str], language: str, spelling: re.Pattern[str]) -> float:
    """The share of words that the dictionary lists; one letter, a letter too many, is no evidence."""
    longer = [word for word in words_found if len(word) > 1]
    return sum(bool(spelling.fullmatch(word)) and is_listed(word, language) for word in longer) / max(1, len(longer))


def _with(words_found: Sequence[str], letters: re.Pattern[str]) -> float:
    return sum(letters.search(word) is not None for word in words_found) / max(1, len(words_found))
