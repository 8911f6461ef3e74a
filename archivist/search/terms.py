# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a chunk or a phrase of a query, with the signs that say how they are meant.

=слово, слов*, *ськ?й, слово~2. Everywhere else these signs are punctuation, as in a text that was
pasted: a question mark at the end of a word, an equals sign inside one, a tilde before one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from archivist.language.normalise import APOSTROPHES, HYPHENS
from archivist.language.words import words

_IN_WORD = "(?:[^\\W_]|[\u0300-\u036f*?])+"
_BETWEEN = rf"(?:[{re.escape(APOSTROPHES + HYPHENS)}]|(?<=\d)[.,](?=\d))"
_RUN = re.compile(f"{_IN_WORD}(?:{_BETWEEN}{_IN_WORD})*")
_WILDCARD = re.compile("[*?]")
_LETTER = re.compile(r"[^\W_]")
_STARS = re.compile(r"\*+")
_FUZZY = re.compile(r"~([0-9]*)(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Term:
    """A word at [start, end) in code points, the signs before and after it included."""

    text: str  # with its wildcards; those of a term without a letter are all of it
    start: int
    end: int
    exact: bool  # it has = before it
    edits: str | None  # the digits, perhaps none, of the ~ after it

    @property
    def has_wildcards(self) -> bool:
        """Whether there is a * or ? in it."""
        return _WILDCARD.search(self.text) is not None

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing but wildcards in it."""
        return _LETTER.search(self.text) is None


def terms(text: str) -> list[Term]:
    """The words of a text in order."""
    found = []

    def take(run: re.Match[str]) -> str:
        asked = run.group().rstrip("?")
        if not _WILDCARD.search(asked):
            return run.group()
        found.append(_term(text, _STARS.sub("*", asked), run.start(), run.start() + len(asked)))
        return " " * len(run.group())

    without_wildcards = _RUN.sub(take, text)
    found += (_term(text, word.text, word.start, word.end) for word in words(without_wildcards))
    found.sort(key=lambda term: term.start)
    # The number after a ~ is no word of its own.
    return found[:1] + [term for before, term in pairwise(found) if term.start >= before.end]


def _term(text: str, word: str, start: int, end: int) -> Term:
    sign = start
    while sign and text[sign - 1] == "=":
        sign -= 1
    is_exact = sign < start and not (sign and _LETTER.match(text[sign - 1]))
    fuzzy = _FUZZY.match(text, end)
    # “100~200” is a range.
    if fuzzy and len(fuzzy.group(1)) > 1 and word.isdecimal():
        fuzzy = None
    return Term(
        word,
        sign if is_exact else start,
        fuzzy.end() if fuzzy else end,
        is_exact,
        fuzzy.group(1) if fuzzy else None,
    )
