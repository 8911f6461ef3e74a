# SPDX-License-Identifier: GPL-3.0-or-later
"""A text cut up for reading numbers: words, numbers and signs, each with where it stands.

Unlike the words of archivist.language, a number stands apart from what is joined to it (“5–7”,
“18-ти”, “2.5k”), and a sign that belongs to a number (“$”, “%”, “№”) is a token as well.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from archivist.language.normalise import APOSTROPHES, HYPHENS, normalise
from archivist.suggest.figures.unit_words import MONEY_CODES

SPACES = " \u00a0\u2007\u2009\u202f"
DASHES = frozenset(HYPHENS + "‒–—−")
_JOINER = re.escape(APOSTROPHES + HYPHENS)
_TOKEN = re.compile(
    rf"""(?P<link>(?:https?://|www\.)\S++)
    |(?P<number>\d{{1,3}}(?:[{SPACES}]\d{{3}}(?!\d))++(?:[.,]\d++)?+|\d++(?:[.,]\d++)*+)
    |(?P<code>(?:{"|".join(sorted(MONEY_CODES))})(?=\d))
    |(?P<word>[^\W\d_](?:\w|[\u0300-\u036f\u00ad])*+(?:[{_JOINER}]\w++)*+)
    |(?P<sign>[^\w\s])""",
    re.VERBOSE,
)


class Sort(Enum):
    """What a token is made of."""

    LINK = auto()
    NUMBER = auto()
    WORD = auto()
    SIGN = auto()


_SORTS = {"link": Sort.LINK, "number": Sort.NUMBER, "word": Sort.WORD, "sign": Sort.SIGN, "code": Sort.WORD}


class Token(NamedTuple):
    """A word, number or sign at [start, end) in code points."""

    text: str
    start: int
    end: int
    sort: Sort
    form: str
    """A word as archivist.language normalises it, with ё as е; another token as it is written."""


def tokens(text: str) -> list[Token]:
    """Every token of the text, in order."""
    return [
        _token(match.group(), match.start(), match.end(), _SORTS[match.lastgroup or "sign"])
        for match in _TOKEN.finditer(text)
    ]


def _token(text: str, start: int, end: int, sort: Sort) -> Token:
    form = normalise(text).replace("ё", "е") if sort is Sort.WORD else text
    return Token(text, start, end, sort, form)


NOTHING = Token("", -1, -1, Sort.SIGN, "")
_MARGIN = 64  # tokens before the first and after the last that may be asked for


class Reader:
    """The tokens of a text, asked for by their number; before the first and after the last there is NOTHING."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        found = tokens(text)
        margin = [NOTHING] * _MARGIN
        self._length = len(found)
        self._tokens = [*margin, *found, *margin]

    def __len__(self) -> int:
        return self._length

    def at(self, index: int) -> Token:
        """The token of this number."""
        return self._tokens[index + _MARGIN]

    def form(self, index: int) -> str:
        """The form of the token of this number."""
        return self._tokens[index + _MARGIN].form

    def touches(self, index: int) -> bool:
        """Whether nothing stands between this token and the one before."""
        return index > 0 and self._tokens[index + _MARGIN].start == self._tokens[index + _MARGIN - 1].end

    def on_one_line(self, index: int) -> bool:
        """Whether no line ends between this token and the one before."""
        if index <= 0:
            return False
        return "\n" not in self.text[self._tokens[index + _MARGIN - 1].end : self._tokens[index + _MARGIN].start]

    def begins_line(self, index: int) -> bool:
        """Whether the token is the first of its line."""
        return not self.on_one_line(index)

    def matches(self, index: int, forms: tuple[str, ...]) -> bool:
        """Whether these forms follow one another from this token on, on one line."""
        for place, form in enumerate(forms, start=index):
            if self.form(place) != form or (place > index and not self.on_one_line(place)):
                return False
        return True
