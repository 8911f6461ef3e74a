# SPDX-License-Identifier: GPL-3.0-or-later
"""What a word, prefix or phrase of a query looks like in a text: rows of slots, one slot a word.

The index and the snippets ask the same patterns, so that what is found is what is marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache, reduce
from typing import TypeAlias

from archivist.language.keys import FORM_MARK, parts_of, prefix_key, query_keys
from archivist.search.edits import are_near
from archivist.search.query import Exact, Fuzzy, Phrase, Prefix, TextNode, Wildcard, Word, WordNode

_MOST_PATTERNS = 16


@dataclass(frozen=True, slots=True)
class KeySlot:
    """A word of a text that has any of the keys."""

    keys: frozenset[str]

    def fits(self, keys: Iterable[str]) -> bool:
        """Whether a word with these keys fits."""
        return not self.keys.isdisjoint(keys)


@dataclass(frozen=True, slots=True)
class PrefixSlot:
    """A word of a text that has a key with this beginning, which is that of a form."""

    prefix: str

    def fits(self, keys: Iterable[str]) -> bool:
        """Whether a word with these keys fits."""
        return bool([key for key in keys if key.startswith(self.prefix)])


@dataclass(frozen=True, slots=True)
class WildcardSlot:
    """A word of a text with a form that looks like a folded one with * and ? in it."""

    pattern: str

    @property
    def beginning(self) -> str:
        """What comes before the first * or ?, which every form that fits begins with."""
        return re.split("[*?]", self.pattern, maxsplit=1)[0]

    def fits(self, keys: Iterable[str]) -> bool:
        """Whether a word with these keys fits."""
        matches = wildcard_expression(self.pattern).fullmatch
        return any(map(matches, _forms(keys)))


@dataclass(frozen=True, slots=True)
class FuzzySlot:
    """A word of a text with a form that is so many edits from a folded one at most, and begins with its letter."""

    form: str
    distance: int

    def fits(self, keys: Iterable[str]) -> bool:
        """Whether a word with these keys fits."""
        letter = self.form[:1]
        near = [form for form in _forms(keys) if form.startswith(letter)]
        return any(are_near(self.form, form, self.distance) for form in near)


Slot: TypeAlias = KeySlot | PrefixSlot | WildcardSlot | FuzzySlot


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words of one text that fit the slots.

    Without a slop they follow each other, one for each slot in the order of the slots. With a slop
    they stand in a window of at most len(slots) + slop words, in any order: for every slot as many
    words of the window fit it as it stands in the slots (a word may fit several different slots).
    An occurrence is then a window with no smaller one inside it.
    """

    slots: tuple[Slot, ...]
    slop: int | None = None


@lru_cache(1024)
def wildcard_expression(pattern: str) -> re.Pattern[str]:
    """What a form looks like that fits a pattern with * and ?, none of them a line break."""
    beginning, *rest = (re.escape(piece).replace(r"\?", ".") for piece in pattern.split("*"))
    if not rest:
        return re.compile(beginning)
    # Each piece is taken at its first place and never given back, so that no pattern takes long.
    *middle, end = rest
    return re.compile(beginning + "".join(f"(?>.*?{piece})" for piece in middle) + ".*" + end)


@lru_cache(1024)
def patterns_of(node: TextNode) -> tuple[Pattern, ...]:
    """The patterns of a node, any of which is a match.

    A hyphenated word is also found as its parts next to each other, never as one of them alone.
    """
    words, slop = (node.words, node.slop) if isinstance(node, Phrase) else ((node,), None)
    rows: tuple[tuple[Slot, ...], ...] = reduce(_followed_by, map(_rows_of_word, words), ((),))
    return tuple(Pattern(slots, slop) for slots in dict.fromkeys(rows))


def _followed_by(
    beginnings: tuple[tuple[Slot, ...], ...], endings: tuple[tuple[Slot, ...], ...]
) -> tuple[tuple[Slot, ...], ...]:
    """Each beginning with each ending; of very many hyphenated words, with their first endings only."""
    if len(beginnings) * len(endings) > _MOST_PATTERNS:
        endings = endings[:1]
    return tuple(beginning + ending for beginning in beginnings for ending in endings)


def _rows_of_word(word: WordNode) -> tuple[tuple[Slot, ...], ...]:
    """The slots that a word of a query asks for: one, or those of its parts in a row."""
    match word:
        case Word(text):
            whole = (KeySlot(frozenset(query_keys(text))),)
            parts = tuple(KeySlot(frozenset(query_keys(part))) for part in parts_of(text))
            return (whole, parts) if parts else (whole,)
        case Exact(text):
            return ((KeySlot(frozenset({prefix_key(text)})),),)
        case Prefix(text):
            return ((PrefixSlot(prefix_key(text)),),)
        case Wildcard(text):
            return ((WildcardSlot(_form(text)),),)
        case Fuzzy(text, distance):
            return ((FuzzySlot(_form(text), distance),),)


def _form(text: str) -> str:
    return prefix_key(text).removeprefix(FORM_MARK)


def _forms(keys: Iterable[str]) -> list[str]:
    return [key[len(FORM_MARK) :] for key in keys if key.startswith(FORM_MARK)]
