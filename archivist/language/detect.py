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
# Addresses, by what they cannot be without: most texts are looked through for that alone.
_OF_MAIL = re.compile(r"(?<!\S)[^\s@]++@\S+")
_LINK = re.compile(r"[A-Za-z]\w*+://\S+|www\.\S+|[@#]\w+")
_OF_LINKS = ("://", "www.", "@", "#")
_OF_HOST = re.compile(r"\b[\w-]++\.[a-z]{2,}/\S*")
_SLAVIC_WORD = re.compile("[а-яёіїєґ'-]{2,}")
_ENGLISH_WORD = re.compile("[a-z'-]{2,}")
# Related languages share half of their words with a dictionary; the language itself, at least
# this much, names and slang included.
_LEAST_LISTED = 0.66
_LEAST_LISTED_ENGLISH = 0.7
_COMMON_ENGLISH = frozenset(("the", "of", "and", "to", "that", "with", "for", "has", "are", "this", "by"))
_ENOUGH_COMMON = 0.15


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
    # Its commonest words tell English at once; the dictionary takes time to load.
    is_english = _common_in_english(latin) >= _ENOUGH_COMMON or _listed_in_english(latin) >= _LEAST_LISTED_ENGLISH
    return "en" if is_english else ""


def _sample(text: str) -> list[str]:
    """The first words; names, of which dictionaries know few, only if little else is there."""
    # Enough characters for the sample, so that a long text is not searched to its end.
    beginning = _without_addresses(text[: _SAMPLE * 40])
    written = [word for word in first_words(beginning, _SAMPLE) if not word[0].isdigit()]
    common = [word for word in written if not word[0].isupper()]
    return common if len(common) >= _FEW else written


def _without_addresses(text: str) -> str:
    if "@" in text:
        text = _OF_MAIL.sub(" ", text)
    if any(mark in text for mark in _OF_LINKS):
        text = _LINK.sub(" ", text)
    return _OF_HOST.sub(" ", text) if "/" in text else text


def _slavic(words: Sequence[_Evidence]) -> str:
    if not words:
        return ""
    # Column by column, which is three times as fast as word by word.
    _, _, *columns = zip(*words, strict=True)
    longer, in_ukrainian, in_russian, ukrainian_letters, russian_letters = map(sum, columns)
    listed = {"uk": in_ukrainian / max(1, longer), "ru": in_russian / max(1, longer)}
    ukrainian = listed["uk"] + ukrainian_letters / len(words)
    russian = listed["ru"] + russian_letters / len(words)
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


def _common_in_english(words: Sequence[str]) -> float:
    """The share of words that are common in English and in no other language."""
    return sum(word in _COMMON_ENGLISH for word in words) / max(_FEW, len(words)) if "the" in words else 0.0


def _listed_in_english(words: Sequence[str]) -> float:
    """The share of normalised words that the dictionary lists."""
    longer = [word for word in words if len(word) > 1]
    listed = sum(_ENGLISH_WORD.fullmatch(word) is not None and is_listed(word, "en") for word in longer)
    return listed / max(1, len(longer))
