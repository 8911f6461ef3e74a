# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a text and where they stand.

A hyphenated word is one word ("Нур-Султан", "Су-25", "COVID-19"), and so is a decimal number
("2,5"); a date in digits is three ("08.01.2022"). Words are counted from 0; the count is the
position that phrases go by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archivist.language.normalise import APOSTROPHES, HYPHENS, INVISIBLE

_LETTERS = rf"[^\W_]+(?:[\u0300-\u036f{INVISIBLE}]+[^\W_]*)*"
_JOINER = f"[{re.escape(APOSTROPHES + HYPHENS)}]"
_DECIMAL = r"(?<!\d[.,])\d+[.,]\d+(?![.,]?\d)"
_WORD = re.compile(rf"{_DECIMAL}|{_LETTERS}(?:{_JOINER}{_LETTERS})*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is written, at [start, end) in code points."""

    text: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Every word of the text, in order."""
    for match in _WORD.finditer(text):
        yield Word(match.group(), match.start(), match.end())


def written_words(text: str) -> list[str]:
    """The words alone, for those who count them and do not ask where they stand."""
    return _WORD.findall(text)
