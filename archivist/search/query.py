# SPDX-License-Identifier: GPL-3.0-or-later
"""What a query means, as a tree of plain values; parser.py makes it and executor.py answers it.

start and end of a word or phrase are its place in the query, in code points, so that a suggestion
can replace it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from archivist.dates import DateRange


class TextField(StrEnum):
    """The texts of an article that can be searched alone."""

    TITLE = "title"
    BODY = "body"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Word:
    """A word, to be found in any inflected form; field is None where any text will do."""

    text: str
    field: TextField | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Prefix:
    """The beginning of a word, to be found as it is spelled. The star is not part of the text."""

    text: str
    field: TextField | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand next to each other in this order, each in any inflected form."""

    words: tuple[Word | Prefix, ...]
    field: TextField | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Having:
    """Articles with a value of outlet, byline, language, tag, kind, collection or has, as the archive says."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Published:
    """Articles that may have been published in a range of days."""

    days: DateRange


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of the parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Every article but these."""

    part: Node


@dataclass(frozen=True, slots=True)
class Everything:
    """Every article."""


TextNode: TypeAlias = Word | Prefix | Phrase
Node: TypeAlias = TextNode | Having | Published | And | Or | Not | Everything


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was written, and what it means."""

    text: str
    root: Node


def without_places(node: Node) -> Node:
    """The same meaning with no places in the query, so that parts of one meaning are equal, and told once."""
    match node:
        case And(parts):
            return And(tuple(dict.fromkeys(map(without_places, parts))))
        case Or(parts):
            return Or(tuple(dict.fromkeys(map(without_places, parts))))
        case Not(part):
            return Not(without_places(part))
        case Phrase(words):
            return replace(node, words=tuple(replace(word, start=0, end=0) for word in words), start=0, end=0)
        case Word() | Prefix():
            return replace(node, start=0, end=0)
    return node


def wanted_texts(node: Node) -> Iterator[TextNode]:
    """The words, prefixes and phrases that a found article has; not those that it must not have."""
    if isinstance(node, And | Or):
        for part in node.parts:
            yield from wanted_texts(part)
    elif isinstance(node, Word | Prefix | Phrase):
        yield node
