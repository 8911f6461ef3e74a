# SPDX-License-Identifier: GPL-3.0-or-later
"""Characters of the fonts of symbols that lists are made with, which say nothing of their letters."""

from __future__ import annotations

UNKNOWN = "\ufffd"
# By the place in the font, in the range of private use that documents put it in.
SYMBOLS = {
    "\uf02d": "–",
    "\uf0a7": "▪",
    "\uf0a8": "▪",
    "\uf0b7": "•",
    "\uf0d8": "▸",
    "\uf0e0": "→",
    "\uf0fc": "✓",
    "\uf0fe": "☑",
}
_PRIVATE = range(0xE000, 0xF900)
_SYMBOL_AREA = 0xF000


def symbol(code: str) -> str:
    """The character that a document names by its hexadecimal code."""
    try:
        number = int(code, 16)
        if number < _SYMBOL_AREA and chr(_SYMBOL_AREA + number) in SYMBOLS:
            number += _SYMBOL_AREA
        char = chr(number)
    except (ValueError, OverflowError):
        return UNKNOWN
    return SYMBOLS.get(char) or (UNKNOWN if number in _PRIVATE or not char.isprintable() else char)
