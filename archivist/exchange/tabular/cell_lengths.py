# SPDX-License-Identifier: GPL-3.0-or-later
"""How much a cell of a workbook holds: 32,767 units of UTF-16."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST_CELL = 32_767  # units of UTF-16
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def utf16_length(text: str) -> int:
    """The length of a text in units of UTF-16."""
    return len(text) + len(_ASTRAL.findall(text))


def parts(text: str) -> Iterator[str]:
    """A text in parts that a cell can hold, none of which ends within a character."""
    at = 0
    while utf16_length(text[at : at + LONGEST_CELL + 1]) > LONGEST_CELL:
        end = min(at + LONGEST_CELL, len(text))
        while utf16_length(text[at:end]) > LONGEST_CELL:
            end -= (utf16_length(text[at:end]) - LONGEST_CELL + 1) // 2
        yield text[at:end]
        at = end
    yield text[at:]
