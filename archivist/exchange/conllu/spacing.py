# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands between two tokens, and any other text, as a value of the column MISC.

SpacesAfter and SpacesBefore are written as UDPipe writes them: "\\s" for a space, "\\t", "\\n", "\\r", "\\p" for
"|" and "\\\\" for "\\"; other characters that a line of the file cannot hold are "\\u00a0". universaldependencies.org
"""

from __future__ import annotations

import re

_LETTERS = {" ": "s", "\t": "t", "\n": "n", "\r": "r", "|": "p", "\\": "\\"}
_CHARACTERS = {letter: character for character, letter in _LETTERS.items()}
_ESCAPED = re.compile(r"[\s|\\=\x00-\x1f\x7f-\x9f\ufeff]")
_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|(.))", re.DOTALL)


def escaped(text: str) -> str:
    """A text as a value of MISC."""
    return _ESCAPED.sub(
        lambda found: "\\" + (_LETTERS.get(found.group()) or f"u{ord(found.group()):04x}"),
        text,
    )


def unescaped(value: str) -> str:
    """The text of a value of MISC; an escape of a sort that is not known is left as it is."""
    return _ESCAPE.sub(
        lambda found: chr(int(found[1], 16)) if found[1] else _CHARACTERS.get(found[2], found[0]),
        value,
    )
