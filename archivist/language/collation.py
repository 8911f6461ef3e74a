# SPDX-License-Identifier: GPL-3.0-or-later
"""Alphabetical order as a key: comparing keys byte by byte puts texts in order.

Cyrillic first, as Ukrainian lists have it, in one alphabet that holds the Ukrainian, the Russian
and the Belarusian one; then Latin; digits before both. Case, accents and punctuation do not count.
"""

from __future__ import annotations

import re
import unicodedata

from archivist.language.normalise import APOSTROPHES, INVISIBLE, without_accents

# ё is sorted as е, and so shares its place.
_ALPHABET = "абвгґдеєжзиіїйклмнопрстуўфхцчшщъыьэюя"
# The places between "9" and "a" in ASCII, so that a letter of a key is one byte.
_PLACES = {ord(letter): chr(ord(":") + place) for place, letter in enumerate(_ALPHABET)}
_PLACES[ord("ё")] = _PLACES[ord("е")]
_UNSEEN = dict.fromkeys(map(ord, INVISIBLE + APOSTROPHES + "\u0300\u0301"))
_BETWEEN_WORDS = re.compile(r"[\W_]+")


def sort_key(text: str) -> str:
    """A string whose binary order among other keys is the alphabetical order of the texts."""
    letters = unicodedata.normalize("NFC", text.translate(_UNSEEN)).casefold()
    words = _BETWEEN_WORDS.sub(" ", letters).strip()
    # The letters of the alphabet must have their places before accents are taken off: й is one.
    return without_accents(words.translate(_PLACES)) if words else ""
