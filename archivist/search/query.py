# SPDX-License-Identifier: GPL-3.0-or-later
"""What a query means, as a tree of plain values; parser.py makes it and executor.py answers it.

start and end of a word or phrase are its place in the query, in code points, so that a suggestion
can replace it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias

from archivist.dates import DateRange
from archivist.model import Kind


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
class Exact:
    """A word, to be found in this form only; letter case, ґ or г, ё or е and apostrophes do not matter."""

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
class Wildcard:
    """A word as it is spelled, where * stands for any letters or none and ? for one.

    There is at least one letter or digit besides, and something more than a single star at its end.
    """

    text: str
    field: TextField | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A word as it is spelled, but for as many edits as the distance says, none of them of the first letter.

    An edit inserts, deletes or replaces a letter, or swaps two neighbours.
    """

    text: str
    distance: int  # 1 or 2
    field: TextField | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand near each other.

    Without a slop they follow each other in this order; with one they stand in any order among at
    most so many other words.
    """

    words: tuple[WordNode, ...]
    field: TextField | None
    start: int
    end: int
    slop: int | None = None


@dataclass(frozen=True, slots=True)
class Having:
    """Articles with a value of outlet, byline, url, language, tag, kind, collection or has, as the archive says."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Linked:
    """Articles with an annotation that is linked to a record of a kind which a name, in any form or script, means.

    The place is that of the name, its quotation marks included.
    """

    kind: Kind
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Published:
    """Articles that may have been published in a range of days."""

    days: DateRange


@dataclass(frozen=True, slots=True)
class Imported:
    """Articles that came into the archive in a range of days."""

    days: DateRange


@dataclass(frozen=True, slots=True)
class Spans:
    """Articles with at least one annotation of which the part holds (archivist.search.annotated).

    Words without a field are asked of the annotation's own quoted text, those of the field note of
    its own note, tag, kind and record of itself. There is nothing else in the part.
    """

    part: Node


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


WordNode: TypeAlias = Word | Exact | Prefix | Wildcard | Fuzzy
TextNode: TypeAlias = WordNode | Phrase
Node: TypeAlias = TextNode | Having | Linked | Published | Imported | Spans | And | Or | Not | Everything


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was written, and what it means."""

    text: str
    root: Node
    conditions: tuple[str, ...] = ()  # the parts, as they were written, all of which a found article meets
    meaning: Node = field(init=False, repr=False, compare=False)  # the root without places in the query

    def __post_init__(self) -> None:
        object.__setattr__(self, "meaning", without_places(self.root))


def without_places(node: Node) -> Node:
    """The same meaning with no places in the query, so that parts of one meaning are equal, and told once."""
    match node:
        case And(parts):
            return And(tuple(dict.fromkeys(map(without_places, parts))))
        case Or(parts):
            return Or(tuple(dict.fromkeys(map(without_places, parts))))
        case Not(part):
            return Not(without_places(part))
        case Spans(part):
            return Spans(without_places(part))
        case Phrase(words):
            return replace(node, words=tuple(replace(word, start=0, end=0) for word in words), start=0, end=0)
        case Word() | Exact() | Prefix() | Wildcard() | Fuzzy() | Linked():
            return replace(node, start=0, end=0)
    return node


def wanted_texts(node: Node) -> Iterator[TextNode]:
    """The words and phrases that a found article has; not those that it must not have, nor those of annotations."""
    if isinstance(node, And | Or):
        for part in node.parts:
            yield from wanted_texts(part)
    elif isinstance(node, TextNode):
        yield node
