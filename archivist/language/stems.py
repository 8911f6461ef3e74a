# SPDX-License-Identifier: GPL-3.0-or-later
"""Light stems: what is left of a folded noun, name or adjective without its case ending.

They serve names that no dictionary lists ("Токаєвим", "Жанаозені"). Verbs and vowels that come
and go ("день", "дня") are beyond them, so they never replace a dictionary.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_SHORTEST = 3  # letters that a stem keeps
_VOWELS = "аеєиіїоуюяыэ"


def _endings(*groups: str) -> tuple[str, ...]:
    """Case endings, the longest first, so that the first that fits is the whole ending."""
    return tuple(sorted(" ".join(groups).split(), key=len, reverse=True))


_UKRAINIAN_ENDINGS = _endings(
    "ами ями ові еві єві ою ею єю ьою ах ях ам ям ом ем єм єй",  # nouns
    "ого ього ому ьому ими іми ий ій їй ої ії їі их іх їх им ім їм ей",  # adjectives
    "а я у ю о е и і ї є ь й",
)
_RUSSIAN_ENDINGS = _endings(
    "ами ями ою ею ах ях ам ям ом ем",
    "ого его ому ему ыми ими ей ой ый ий ые ие ых их ым им ую юю ая яя ое ее",
    "а я у ю о е и ы ь й",
)
_UKRAINIAN_SUFFIX = re.compile("[іїоеє]в$")
_RUSSIAN_SUFFIX = re.compile("[ое]в$")
_HARDENED = str.maketrans("цз", "кг")  # руці, нозі: as in рука, нога
_LAST_VOWEL = re.compile(f"[{_VOWELS}](?=[^{_VOWELS}]*$)")
_OPENED = {"і": "о", "е": "о", "ї": "е", "є": "е"}  # Харків, Харкова; Київ, Києва


def ukrainian_stem(word: str) -> str:
    """The stem of a folded Ukrainian noun or adjective."""
    if len(word) <= _SHORTEST:
        return word
    stem = _without_ending(word, _UKRAINIAN_ENDINGS)
    if len(stem) >= _SHORTEST + 2 and _UKRAINIAN_SUFFIX.search(stem):
        stem = stem[:-2]
    elif len(stem) > _SHORTEST and word.endswith("сі"):
        stem = stem[:-1] + "х"  # мусі: as in муха
    elif len(stem) > _SHORTEST:
        stem = stem[:-1] + stem[-1].translate(_HARDENED)
    if len(stem) > _SHORTEST:
        stem = stem.removesuffix("ь")
    last = _LAST_VOWEL.search(stem)
    if last and last.start() > 0:
        stem = stem[: last.start()] + _OPENED.get(last.group(), last.group()) + stem[last.end() :]
    return stem[:-1] if len(stem) > _SHORTEST and stem[-1] == stem[-2] else stem


def russian_stem(word: str) -> str:
    """The stem of a folded Russian noun or adjective, without the suffix of a surname."""
    if len(word) <= _SHORTEST:
        return word
    stem = _without_ending(word, _RUSSIAN_ENDINGS)
    return stem[:-2] if len(stem) >= _SHORTEST + 2 and _RUSSIAN_SUFFIX.search(stem) else stem


def _without_ending(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


@cache
def _snowball() -> Any:
    import Stemmer  # noqa: PLC0415

    return Stemmer.Stemmer("english")


def english_stem(word: str) -> str:
    """The Snowball stem of an English word."""
    stem: str = _snowball().stemWord(word)
    return stem
