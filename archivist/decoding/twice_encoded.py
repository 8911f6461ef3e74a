# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts that were encoded twice: UTF-8 that a program took for a one-byte encoding and wrote as UTF-8 anew.

“Місто” is then “ÐœÑ–Ñ\x81Ñ‚Ð¾” or “РњС–СЃС‚Рѕ”. It can be undone, and nothing else reads like it.
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from itertools import islice

_TAKEN_FOR = ("cp1252", "cp1251")  # what a program took it for; latin-1 is undone by the first
_BYTES = 256
_FIRST_CONTROL, _AFTER_CONTROLS = 0x80, 0xA0  # for what an encoding does not have, programs wrote these
_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")
_RUNS = 20
_ENOUGH = 4  # characters beyond ASCII, that it is no chance


def once_encoded(text: str, enough: int = _ENOUGH) -> str:
    """The text that was meant, "" where it was not encoded twice, or has too few characters that say so."""
    # Between two ASCII characters there are whole characters in either encoding, so that a few runs tell of most texts.
    beyond = (run[0] for line in text.split("\n") if not line.isascii() for run in _BEYOND_ASCII.finditer(line))
    runs = " ".join(islice(beyond, _RUNS))
    for encoding in _TAKEN_FOR:
        if runs and _decoded_again(runs, encoding):
            meant = _decoded_again(text, encoding)
            if sum(not character.isascii() for character in meant) >= enough:
                return meant
    return ""


def _decoded_again(text: str, encoding: str) -> str:
    try:
        raw, _ = codecs.charmap_encode(text, "strict", _bytes_of(encoding))
        return raw.decode("utf-8")
    except UnicodeError:
        return ""


@cache
def _bytes_of(encoding: str) -> dict[int, int]:
    """The byte of each character, by code points."""
    controls = {byte: byte for byte in range(_FIRST_CONTROL, _AFTER_CONTROLS)}
    characters = ((byte, bytes([byte]).decode(encoding, "ignore")) for byte in range(_BYTES))
    return controls | {ord(character): byte for byte, character in characters if character}
