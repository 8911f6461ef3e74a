# SPDX-License-Identifier: GPL-3.0-or-later
"""Skeletons: one spelling for a name however it is written in Cyrillic or in Latin letters.

Токаєв, Токаев, Tokayev, Tokaev and Tokaiev are all `tokaev`. A skeleton keeps what every system of
transliteration agrees upon (the Ukrainian of 2010, BGN, ISO 9, passports, the English press) and
folds what they differ in: и, ы, і, й and y; є, э, ie and ye; zh, ж and ž; doubled letters; soft
signs. Where a letter has two readings that are worth telling apart (a Latin h is г in Ukrainian and
х in Russian), the word has a skeleton for each, so that Гарін and Харін stay two names.

Letters of a skeleton that stand for more than their Latin selves: C ч, S ш, Z ж and дж, H х.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product

from archivist.language.normalise import CYRILLIC, normalise, without_accents

_MOST_SKELETONS = 8
_LONGEST = 100  # letters of a word that count

_Readings = tuple[str, ...]

# What Ukrainian, Russian, Belarusian, Kazakh and Serbian names are spelled with. No letter: a sign.
_CYRILLIC_LETTERS: dict[str, _Readings] = {
    letter: (reading,)
    for reading, letters in {
        "a": "аә", "b": "б", "v": "вў", "g": "гґғћѓ", "d": "д", "e": "еэ", "ie": "є", "Z": "жҗ", "z": "з",
        "i": "иіїйыј", "k": "кқќ", "l": "л", "m": "м", "n": "нңҥ", "o": "оөӧ", "p": "п", "r": "р", "s": "сѕ",
        "t": "т", "u": "уұүӯ", "f": "фѳ", "H": "хһҳ", "ts": "ц", "C": "чҷ", "S": "ш", "SC": "щ", "iu": "ю",
        "ia": "я", "": "ьъ'’", "li": "љ", "ni": "њ", "di": "ђ", "dZ": "џ",
    }.items()
    for letter in letters
}  # fmt: skip
_CYRILLIC_LETTERS["ё"] = ("io", "e")

# ё is written as е by one and as о or ьо by another: Горбачёв, Горбачев, Горбачов; Ковалёв, Ковальов.
_CYRILLIC_GROUPS: dict[str, _Readings] = {
    "дж": ("Z",), "зг": ("zg",), "ьо": ("io", "e"), "йо": ("io", "e"), "'йо": ("io", "e"),
    "чов": ("Cov", "Cev"), "шов": ("Sov", "Sev"), "жов": ("Zov", "Zev"), "щов": ("SCov", "SCev"),
    "чё": ("Co", "Ce"), "шё": ("So", "Se"), "жё": ("Zo", "Ze"), "щё": ("SCo", "SCe"),
}  # fmt: skip

_LATIN_GROUPS: dict[str, _Readings] = {
    "shchov": ("SCov", "SCev"), "chov": ("Cov", "Cev", "Hov"), "zhov": ("Zov", "Zev"), "shov": ("Sov", "Sev"),
    "shch": ("SC",), "szcz": ("SC",), "šč": ("SC",), "tsch": ("C",), "sch": ("S", "SC"), "tch": ("C",),
    "dzh": ("Z",), "zgh": ("zg",), "dž": ("Z",), "dj": ("Z",),
    "kh": ("H",), "zh": ("Z",), "sh": ("S",), "sz": ("S",), "ch": ("C", "H"), "cz": ("C",), "ts": ("ts",),
    "tz": ("ts",), "ph": ("f",), "th": ("t",), "dh": ("d",), "bh": ("b",), "gh": ("g",), "rh": ("r",),
    "ck": ("k",), "qu": ("kv",), "oo": ("o", "u"), "yo": ("io", "e"), "jo": ("Zo", "io", "e"), "io": ("io",),
    "ç": ("C", "s"), "č": ("C",), "ć": ("C",), "š": ("S",), "ş": ("S",), "ś": ("S",), "ș": ("S",), "ŝ": ("SC",),
    "ž": ("Z",), "ż": ("Z",), "ź": ("z",), "ë": ("e", "io"), "ě": ("e",), "è": ("e",), "é": ("e",), "û": ("iu",),
    "â": ("a", "ia"), "ü": ("u", "iu"), "ö": ("o", "e"), "ä": ("a", "e"), "ï": ("i",),
    "h": ("g", "H"), "j": ("i", "Z"),
}  # fmt: skip
_MANY_READINGS = {letter: readings for letter, readings in _CYRILLIC_LETTERS.items() if len(readings) > 1}
_CYRILLIC_PLAIN = str.maketrans({letter: readings[0] for letter, readings in _CYRILLIC_LETTERS.items()})
_LATIN_PLAIN = str.maketrans({"y": "i", "w": "v", "x": "ks", "q": "k", "c": "k", "'": ""})
# Only what is not read letter by letter is looked at piece by piece.
_CYRILLIC_PIECE = re.compile("('?йо|дж|зг|ьо|[чшжщ]ов|[чшжщ]ё|ё)")
# h after a vowel and before a consonant is heard by some and not by others: John, Mahmud. c is ц or s
# before e, i and y.
_LATIN_PIECE = re.compile(
    r"(shchov|shch|chov|zhov|shov|szcz|šč|tsch|sch|tch|dzh|zgh|dž|dj|kh|zh|sh|sz|ch|cz|ts|tz|ph|th|dh|bh|gh|rh|ck|qu|oo|yo|jo|io"
    r"|(?<=[aeiouy])h(?![aeiouy])|h|c(?=[eiy])|[j\u00df-\u024f])"
)
_SILENT_H: _Readings = ("", "H", "g")
_SOFT_C: _Readings = ("ts", "s")
_DOUBLED = re.compile(r"(.)\1+", re.DOTALL)
# What the last letters of a beginning may turn into when typing goes on, by what they are then.
_UNFINISHED = (("k", "H"), ("s", "S"), ("z", "Z"), ("S", "SC"), ("d", "Z"), ("t", "ts"), ("i", "e"), ("C", "SC"))


@lru_cache(100_000)
def skeletons(word: str) -> tuple[str, ...]:
    """The skeletons of one word, the likeliest first; the word itself if it is in another script."""
    return skeletons_of_normalised(normalise(word[:_LONGEST]))


def skeletons_of_normalised(word: str) -> tuple[str, ...]:
    """The skeletons of a word that normalise() has been through."""
    if CYRILLIC.search(word):
        pieces = _CYRILLIC_PIECE.split(word)
        if len(pieces) == 1:
            return (_levelled(word.translate(_CYRILLIC_PLAIN)),)
        return _combined(
            _CYRILLIC_GROUPS.get(piece) or _MANY_READINGS.get(piece) or (piece.translate(_CYRILLIC_PLAIN),)
            for piece in pieces
        )
    if not word.isascii():
        word = "".join(letter if letter in _LATIN_GROUPS else without_accents(letter) for letter in word)
    pieces = _LATIN_PIECE.split(word)
    if len(pieces) == 1:
        return (_levelled(word.translate(_LATIN_PLAIN)),)
    return _combined(_latin_readings(pieces, place) for place in range(len(pieces)))


def beginnings(typed: str) -> tuple[str, ...]:
    """What the skeletons of words may begin with that begin as is typed, the likeliest first.

    A beginning may end within what is one letter elsewhere: “Luk” goes on as Lukash, and as Lukhan.
    """
    whole = skeletons(typed)
    cut: list[str] = []
    for skeleton in whole:
        for last, other in _UNFINISHED:
            if skeleton.endswith(last):
                cut.append(skeleton[: -len(last)] + other)
    return tuple(dict.fromkeys([*whole, *cut]))


def _latin_readings(pieces: Sequence[str], place: int) -> _Readings:
    """What the piece in a place may be: every second one is not read letter by letter."""
    piece = pieces[place]
    if place % 2 == 0:
        return (piece.translate(_LATIN_PLAIN),)
    if piece == "c":
        return _SOFT_C
    if piece == "h":
        before, after = "".join(pieces[max(0, place - 2) : place])[-1:], "".join(pieces[place + 1 : place + 3])[:1]
        if before and before in "aeiouy" and (not after or after not in "aeiouy"):
            return _SILENT_H
    return _LATIN_GROUPS.get(piece) or (piece,)


def _combined(pieces: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Every choice of one reading for each piece, up to a number, the first readings first."""
    chosen: list[Sequence[str]] = []
    count = 1
    for readings in pieces:
        few = readings if count * len(readings) <= _MOST_SKELETONS else readings[:1]
        count *= len(few)
        chosen.append(few)
    if count == 1:
        return (_levelled("".join([readings[0] for readings in chosen])),)
    return tuple(dict.fromkeys(_levelled("".join(choice)) for choice in product(*chosen)))


def _levelled(skeleton: str) -> str:
    """Doubled letters once, and ie, which some write for є and for е, as e."""
    return _DOUBLED.sub(_once, skeleton).replace("ie", "e")


def _once(doubled: re.Match[str]) -> str:
    return doubled.group(1)
