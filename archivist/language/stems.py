# SPDX-License-Identifier: GPL-3.0-or-later
"""Light stems: what is left of a folded noun, name or adjective without its case ending.

They serve names that no dictionary lists ("Токаєвим", "Жанаозені"). Verbs and most vowels that
come and go ("день", "дня") are beyond them, so they never replace a dictionary. An ending may be
none ("Іванів" is one Іванів or many Івани): such a form has the stem of either reading, so that
one who looks for Петров is not given every Петро.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

_SHORTEST = 3  # letters that a stem has
_VOWELS = frozenset("аеєиіїоуюяыэ")


def _endings(*groups: str) -> frozenset[str]:
    return frozenset(" ".join(groups).split())


_UKRAINIAN_ENDINGS = _endings(
    "ами ями ові еві єві ою ею єю ьою ах ях ам ям ом ем єм ів їв ей",  # nouns
    "ого ього ому ьому ими іми їми ий ій їй ої их іх їх им ім їм",  # adjectives
    "а я у ю о е и і ї є й ь",
)
_RUSSIAN_ENDINGS = _endings(
    "ами ями ою ею ах ях ам ям ом ем ов ев ей",
    "ого его ому ему ыми ими ой ый ий ые ие ых их ым им ую юю ая яя ое ее",
    "а я у ю о е и ы й ь",
)
_LONGEST_ENDING = 3
_DOUBTFUL = _endings("ові еві єві ою ею єю")  # or their last letter: Іванові of Іванов, Цою of Цой
_IOTATED = frozenset("яюєї")  # After a vowel they hold the й that the stem ends in: Цой, Цоя; Софія, Софії.
_IOTATED_IN_RUSSIAN = frozenset("яюеи")
_SOFTENED = {"ц": "к", "з": "г", "с": "х"}  # руці, нозі, мусі: of рука, нога, муха
_LAST_VOWEL = re.compile("[аеєиіїоуюя](?=[^аеєиіїоуюя]+$)")
_OPENED = {"і": "о", "е": "о", "ї": "е", "є": "е"}  # Харків, Харкова; Київ, Києва


def ukrainian_stems(word: str) -> tuple[str, ...]:
    """The stems that a folded Ukrainian noun or adjective may have."""
    found: dict[str, None] = {}
    for stem, ending in _readings(word, _UKRAINIAN_ENDINGS, _IOTATED):
        found[_levelled(stem)] = None
        if ending == "і" and stem[-1] in _SOFTENED:
            found[_levelled(stem[:-1] + _SOFTENED[stem[-1]])] = None
    return tuple(found)


def russian_stems(word: str) -> tuple[str, ...]:
    """The stems that a folded Russian noun or adjective may have."""
    return tuple(dict.fromkeys(stem for stem, _ in _readings(word, _RUSSIAN_ENDINGS, _IOTATED_IN_RUSSIAN)))


def _readings(word: str, endings: frozenset[str], iotated: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Each (stem, ending) that the word may be made of."""
    cut = False
    for length in range(_LONGEST_ENDING, 0, -1):
        ending = word[-length:]
        if ending not in endings:
            continue
        stem = word[:-length]
        if ending[0] in iotated and stem and stem[-1] in _VOWELS:
            stem += "й"
        if len(stem) >= _SHORTEST:
            cut = True
            yield stem, ending
            if ending not in _DOUBTFUL:
                break
    if cut and word[-1] in _VOWELS:
        return
    if word.endswith(("ець", "ец")) and len(word) > _SHORTEST + 2:
        yield word.removesuffix("ь")[:-2] + "ц", ""  # Горобець, Горобця
        return
    if word.endswith("ок") and len(word) > _SHORTEST + 1:
        yield word[:-2] + "к", ""  # Сачок, Сачка; but Набок, Набока
    yield word.removesuffix("ь") if cut else word, ""


def _levelled(stem: str) -> str:
    """A Ukrainian stem with the last vowel as it is in an open syllable, and one consonant at the end."""
    last = _LAST_VOWEL.search(stem)
    if last and last.start() > 0:
        stem = stem[: last.start()] + _OPENED.get(last.group(), last.group()) + stem[last.end() :]
    if len(stem) > _SHORTEST:
        stem = stem.removesuffix("ь")
    return stem[:-1] if len(stem) > _SHORTEST and stem[-1] == stem[-2] else stem


@cache
def _snowball() -> Any:
    import Stemmer

    return Stemmer.Stemmer("english")


def english_stem(word: str) -> str:
    """The Snowball stem of an English word."""
    stem: str = _snowball().stemWord(word)
    return stem
