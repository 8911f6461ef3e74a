# SPDX-License-Identifier: GPL-3.0-or-later
"""What a word, prefix or phrase of a query looks like in a text: rows of slots, one slot a word.

The index and the snippets ask the same patterns, so that what is found is what is marked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import TypeAlias

from archivist.language.keys import parts_of, prefix_key, query_keys
from archivist.search.query import Phrase, Prefix, TextNode, Word

_MOST_PATTERNS = 16


@dataclass(frozen=True, slots=True)
class Slot:
    """One word of a text: it fits where it has any of the keys, or a key that begins with the prefix."""

    keys: frozenset[str]
    prefix: str = ""

    def fits(self, keys: Iterable[str]) -> bool:
        """Whether a word with these keys fits."""
        if self.prefix:
            return any(key.startswith(self.prefix) for key in keys)
        return not self.keys.isdisjoint(keys)


Pattern: TypeAlias = tuple[Slot, ...]  # words that follow each other


def patterns_of(node: TextNode) -> tuple[Pattern, ...]:
    """The patterns of a node, any of which is a match.

    A hyphenated word is also found as its parts next to each other, never as one of them alone.
    """
    words = node.words if isinstance(node, Phrase) else (node,)
    patterns: tuple[Pattern, ...] = reduce(_followed_by, map(_patterns_of_word, words), ((),))
    return patterns


def _followed_by(beginnings: tuple[Pattern, ...], endings: tuple[Pattern, ...]) -> tuple[Pattern, ...]:
    """Each beginning with each ending; of very many hyphenated words, with their first endings only."""
    if len(beginnings) * len(endings) > _MOST_PATTERNS:
        endings = endings[:1]
    return tuple(beginning + ending for beginning in beginnings for ending in endings)


def _patterns_of_word(word: Word | Prefix) -> tuple[Pattern, ...]:
    if isinstance(word, Prefix):
        return ((Slot(frozenset(), prefix_key(word.text)),),)
    whole = (Slot(frozenset(query_keys(word.text))),)
    parts = tuple(Slot(frozenset(query_keys(part))) for part in parts_of(word.text))
    return (whole, parts) if parts else (whole,)
