# SPDX-License-Identifier: GPL-3.0-or-later
"""In which of the three languages a text is written: the one whose dictionary lists its words.

A wrong answer sends every word of an article to the wrong dictionary, while no answer costs little
(keys.py then asks them all), so what looks like a fourth language is answered with "".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from archivist.language.lemmas import is_listed
from archivist.language.normalise import CYRILLIC, RUSSIAN_LETTER, UKRAINIAN_LETTER, normalise
from archivist.language.words import first_words

_SAMPLE = 400  # words; more do not change the answer
_FEW = 3
# Each branch is tried once a word.
_ADDRESS = re.compile(r"\b\w++://\S+|www\.\S+|(?<!\S)[^\s@]++@\S+|[@#]\w+|\b[\w-]++\.[a-z]{2,}/\S*")
_SLAVIC_WORD = re.compile("[а-яёіїєґ'-]{2,}")
_ENGLISH_WORD = re.compile("[a-z'-]{2,}")
# Related languages share half of their words with a dictionary; the language itself, at least
# this much, names and slang included.
_LEAST_LISTED = 0.66
_LEAST_LISTED_ENGLISH = 0.7


class _Evidence(NamedTuple):
    """What one word says of the language of its text."""

    normalised: str
    is_cyrillic: bool
    is_long: bool  # one letter, a letter too many, is no evidence
    ukrainian: bool  # the dictionary lists it
    russian: bool
    ukrainian_letter: bool
    russian_letter: bool


def detect_language(text: str) -> str:
    """`uk`, `ru` or `en`, or "" where the text is too short, mixed or in another language."""
    sample = [_evidence(word) for word in _sample(text)]
    cyrillic = [word for word in sample if word.is_cyrillic]
    if 2 * len(cyrillic) >= len(sample):
        return _slavic(cyrillic)
    latin = [word.normalised for word in sample if not word.is_cyrillic]
    return "en" if _listed_in_english(latin) >= _LEAST_LISTED_ENGLISH else ""


def _sample(text: str) -> list[str]:
    """The first words; names, of which dictionaries know few, only if little else is there."""
    # Enough characters for the sample, so that a long text is not searched to its end.
    found = first_words(_ADDRESS.sub(" ", text[: _SAMPLE * 40]), _SAMPLE)
    written = [word for word in found if not word[0].isdigit()]
    common = [word for word in written if not word[0].isupper()]
    return common if len(common) >= _FEW else written


def _slavic(words: Sequence[_Evidence]) -> str:
    of_long = [word for word in words if word.is_long]
    listed = {
        "uk": sum(word.ukrainian for word in of_long) / max(1, len(of_long)),
        "ru": sum(word.russian for word in of_long) / max(1, len(of_long)),
    }
    ukrainian = listed["uk"] + sum(word.ukrainian_letter for word in words) / max(1, len(words))
    russian = listed["ru"] + sum(word.russian_letter for word in words) / max(1, len(words))
    if ukrainian == russian:
        return ""
    best = "uk" if ukrainian > russian else "ru"
    return best if listed[best] >= _LEAST_LISTED else ""


@lru_cache(maxsize=1 << 16)  # most words of most texts are the same few thousand
def _evidence(written: str) -> _Evidence:
    word = normalise(written)
    is_spelled = len(word) > 1 and _SLAVIC_WORD.fullmatch(word) is not None
    return _Evidence(
        word,
        CYRILLIC.search(word) is not None,
        len(word) > 1,
        is_spelled and is_listed(word, "uk"),
        is_spelled and is_listed(word, "ru"),
        UKRAINIAN_LETTER.search(word) is not None,
        RUSSIAN_LETTER.search(word) is not None,
    )


def _listed_in_english(words: Sequence[str]) -> float:
    """The share of normalised words that the dictionary lists."""
    longer = [word for word in words if len(word) > 1]
    listed = sum(_ENGLISH_WORD.fullmatch(word) is not None and is_listed(word, "en") for word in longer)
    return listed / max(1, len(longer))
