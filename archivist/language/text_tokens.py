# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a text with what is needed to find names among them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archivist.language.name_shapes import is_patronymic
from archivist.language.normalise import APOSTROPHES, CYRILLIC, HYPHENS
from archivist.language.words import words

_HYPHEN = re.compile(f"[{HYPHENS}]")
_SENTENCE_END = re.compile(r"[.!?…\n]|^\Z|[:;•*]\s*[«\"“„]|^\s*[-–—]")
_LONGEST_GAP = 12  # code points between two words of one name
# One line break at most: names do not go on in the next paragraph.
_GAP = re.compile(r"[^\S\n]*\n?[^\S\n]*")
_GAP_WITH_SIGNS = re.compile(r"[^\S\n]*[«»\"“”„‟'’(]{0,2}[^\S\n]*\n?[^\S\n]*[«»\"“”„‟'’]{0,2}")
_GAP_AFTER_ABBREVIATION = re.compile(r" ?\.[^\S\n]{0,2}-?[^\S\n]{0,2}")
_ABBREVIATION = 3  # letters at most
_SIGNS = tuple(APOSTROPHES)


@dataclass(frozen=True, slots=True)
class Token:
    """A word at [start, end), without an English “'s”."""

    text: str
    start: int
    end: int
    parts: tuple[str, ...]
    """The parts of a word with hyphens."""
    capital: bool
    """Whether it begins with one, and so do the first and the last of its parts that are names."""
    joins: bool
    """Whether it may continue a name that the word before it belongs to."""
    opens_sentence: bool
    """Whether a capital says nothing here: first in a sentence, or all in capitals among such."""
    initial: bool
    """A capital letter with a full stop."""
    skippable: bool
    """A patronymic or an initial: it may stand within a person's name that is known without it."""
    cyrillic: bool

    @property
    def joined(self) -> str:
        """The word without its hyphens."""
        return "".join(self.parts)


def tokens(text: str) -> list[Token]:
    """The words of a text in order."""
    found: list[Token] = []
    end = 0
    capitals_before = True
    for word in words(text):
        form = _without_possessive(word.text)
        gap = text[end : word.start]
        capital = form[0].isupper() or (form[0].isdigit() and any(map(str.isupper, form)))
        initial = capital and _may_be_initial(form) and text.startswith((".", " ."), word.end)
        all_capitals = len(form) > 1 and form.isupper()
        found.append(
            Token(
                form,
                word.start,
                word.start + len(form),
                tuple(part for part in _HYPHEN.split(form) if part) or (form,),
                capital,
                joins=bool(found) and _joins(gap, found[-1]),
                opens_sentence=not found
                or _opens_sentence(gap, found[-1])
                or (all_capitals and capitals_before and len(form) > _ABBREVIATION),
                initial=initial,
                skippable=initial or (capital and is_patronymic(form)),
                cyrillic=CYRILLIC.search(form) is not None,
            )
        )
        capitals_before = all_capitals
        end = found[-1].end
    return found


def _without_possessive(word: str) -> str:
    """A word as it is written, without “'s” if it is Latin."""
    bare = word.removesuffix("s")
    return bare[:-1] if bare != word and bare[-1:] in _SIGNS and not CYRILLIC.search(word) else word


def _may_be_initial(form: str) -> bool:
    """One letter, or two that stand for one of another script: Zh., Yu."""
    return len(form) == 1 or (form[1:] in ("h", "u", "a", "e", "o") and form[0] in "ZSCKTYIJ")


def _joins(gap: str, before: Token) -> bool:
    if len(gap) > _LONGEST_GAP:
        return False
    if _GAP.fullmatch(gap) or _GAP_WITH_SIGNS.fullmatch(gap):
        return True
    if gap == ".":
        return True  # Lenta.ru
    abbreviated = len(before.text) <= _ABBREVIATION and not before.text.isupper()
    return (before.initial or abbreviated) and _GAP_AFTER_ABBREVIATION.fullmatch(gap) is not None


def _opens_sentence(gap: str, before: Token) -> bool:
    if before.initial and "\n" not in gap:
        return False
    return _SENTENCE_END.search(gap) is not None
