# SPDX-License-Identifier: GPL-3.0-or-later
"""The copy of a text that is given to Qt: as long in UTF-16 as the text, position for position.

Only what Qt shows is changed here. What is copied, counted or stored is always the text itself.
"""

from __future__ import annotations

import re

# A text document takes these for its own structure, or swallows them.
_MANGLED = re.compile("[\x00\r\x85\u2028\u2029\ufdd0\ufdd1\ufffc\ufeff\ud800-\udfff]")
_SHOWN_AS = {
    **dict.fromkeys("\r\x85\u2028\u2029", "\n"),
    "\ufeff": "\u2060",  # a zero width no-break space; Qt drops the first one as a byte order mark
}
_REPLACEMENT = "\ufffd"

# One paragraph is laid out as a whole, which takes seconds where a dump has no line ends at all.
_GIANT = 20_000  # code points
_PIECE = 4_000


def display_copy(text: str) -> str:
    """What a text document shows for a text, with the same length in UTF-16 units."""
    if _MANGLED.search(text):
        text = _MANGLED.sub(lambda match: _SHOWN_AS.get(match[0], _REPLACEMENT), text)
    if len(text) < _GIANT:
        return text
    return "\n".join(map(_softened, text.split("\n")))


def _softened(paragraph: str) -> str:
    """A giant paragraph broken at a space every few screens; without spaces it stays as it is."""
    if len(paragraph) < _GIANT:
        return paragraph
    pieces, start = [], 0
    while len(paragraph) - start > _PIECE:
        space = paragraph.rfind(" ", start + 1, start + _PIECE)
        if space < 0:
            space = paragraph.find(" ", start + _PIECE)
            if space < 0:
                break
        pieces.append(paragraph[start:space])
        start = space + 1
    pieces.append(paragraph[start:])
    return "\n".join(pieces)
