# SPDX-License-Identifier: GPL-3.0-or-later
"""One spelling for what a reader takes for the same word.

normalise() undoes what typing and layout do to a word; fold() goes on to drop differences of
spelling that a search should not care about. Both work on single words, not on texts: they may
change its length.
"""

from __future__ import annotations

import re
import unicodedata

APOSTROPHES = "'’ʼ‘`´′＇"
HYPHENS = "-‐‑"
# Soft hyphen, zero-width characters and directional marks: on the page they cannot be seen.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_STRESS = "\u0300\u0301\u0340\u0341"

_TYPOGRAPHY = (
    {ord(sign): "'" for sign in APOSTROPHES}
    | {ord(sign): "-" for sign in HYPHENS}
    | dict.fromkeys(map(ord, INVISIBLE + _STRESS))
    | str.maketrans("ѐѝЀЍ", "еиЕИ")  # with a grave stress in one character
)
_LATIN_LOOKALIKES = "aceiopxyABCEHIKMOPTXYïÏ"
_CYRILLIC_LOOKALIKES = "асеіорхуАВСЕНІКМОРТХУїЇ"
_TO_CYRILLIC = str.maketrans(_LATIN_LOOKALIKES, _CYRILLIC_LOOKALIKES)
_TO_LATIN = str.maketrans(_CYRILLIC_LOOKALIKES, _LATIN_LOOKALIKES)

CYRILLIC = re.compile("[\u0400-\u052f]")
_PLAIN_CYRILLIC = re.compile("[А-Яа-яҐґЄєІіЇїЁё-]+")  # what most words are, and nothing to be undone
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
# Of a normalised word: what only Ukrainian, or only Russian, of the two is spelled with.
UKRAINIAN_LETTER = re.compile("[іїєґ']")
RUSSIAN_LETTER = re.compile("[ыэёъ]")

# Latin letters with a stroke are letters of their own to Unicode; people type them without it.
_UNSTROKED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "æ": "ae", "œ": "oe", "ı": "i", "ß": "ss"})


def normalise(word: str) -> str:
    """The word in lower case and NFKC, with plain apostrophes and hyphens, without stress marks,
    soft hyphens and zero-width characters, and in one script.
    """
    if word.isascii() or _PLAIN_CYRILLIC.fullmatch(word):
        return word.lower()
    word = unicodedata.normalize("NFKC", word.translate(_TYPOGRAPHY))
    if _LATIN.search(word) and CYRILLIC.search(word):
        # “IT-компанія” is two words of one script each; “Kиїв” with a Latin K is not.
        word = "-".join(map(_in_one_script, word.split("-")))
    return word.lower()


def _in_one_script(part: str) -> str:
    """The part with lookalikes from the other script replaced, if that makes it of one script."""
    cyrillic = part.translate(_TO_CYRILLIC)
    if not CYRILLIC.search(part) or not _LATIN.search(cyrillic):
        return cyrillic if CYRILLIC.search(part) else part
    latin = part.translate(_TO_LATIN)
    return part if CYRILLIC.search(latin) else latin


def in_cyrillic(designation: str) -> str:
    """A lower-case name made of letters and digits in Cyrillic, if its capitals look like Cyrillic ones.

    A gun is the same whether it is typed M777 or М777.
    """
    cyrillic = designation.upper().translate(_TO_CYRILLIC)
    return designation if _LATIN.search(cyrillic) else cyrillic.lower()


def fold(word: str) -> str:
    """A normalised word without apostrophes, ґ as г, ё as е, and Latin letters without accents."""
    if word.isascii():
        return word.replace("'", "")
    if CYRILLIC.search(word):
        return word.replace("'", "").replace("ґ", "г").replace("ё", "е")
    return without_accents(word).replace("'", "")


def without_accents(word: str) -> str:
    """A lower-case word in a script without й and ї: its letters without marks."""
    decomposed = unicodedata.normalize("NFD", word.translate(_UNSTROKED))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
