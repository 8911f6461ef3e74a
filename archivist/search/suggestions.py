# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody may have meant whose query finds nothing.

First the nearest spellings in the index of words that are not in it, and the nearest names of records
for those that no record bears; then what asks a little less: one condition made weaker or left out.
A query that finds nothing either is never suggested.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice, product
from typing import TypeAlias

from archivist.errors import QueryMistake
from archivist.language.keys import FORM_MARK, prefix_key
from archivist.search.completion import as_value
from archivist.search.parser import parse
from archivist.search.query import And, Exact, Linked, Node, Or, Phrase, Query, Spans, TextNode, Word, wanted_texts

Count: TypeAlias = Callable[[Node], int]  # how many articles a query finds
Near: TypeAlias = Callable[[str, int], Iterable[tuple[str, int]]]
"""The folded forms of the index that are so many edits from one at most and begin with its letter,
each with the number of articles that have it."""
Names: TypeAlias = Callable[[Linked], Iterable[str]]  # the names of records that are nearest to that of a part

_MOST = 3  # of each sort
_MOST_TRIED = 12  # queries that are counted for each sort
_MOST_WORDS = 20  # of a query that are looked up
_MOST_FORMS = 4  # near ones of a word that are tried
_SHORTEST = 4  # letters; shorter words are near to everything
_LONG = 7  # letters of a word in which two of them may be wrong
_NEARBY = 5  # words between those of a phrase that was not found


def suggestions(query: Query, count: Count, near: Near, names: Names) -> tuple[str, ...]:
    """Other queries for one that finds nothing, the likeliest first."""

    has_words = _has_words(query.root)

    def good(attempts: Iterable[str]) -> list[str]:
        """The first attempts that find something; one without words finds nothing that was asked for."""
        parsed = ((text, _parsed(text)) for text in attempts if text != query.text)
        found = (text for text, root in parsed if root and _has_words(root) == has_words and count(root))
        return list(islice(found, _MOST))

    respelled = list(islice(_respelled(query, count, near, names), _MOST_TRIED))
    spellings = good(respelled)
    relaxed = good(islice(_relaxed(query), _MOST_TRIED))
    if respelled and not spellings and not relaxed:
        relaxed = good(islice(_relaxed(parse(respelled[0])), _MOST_TRIED))
    return tuple(dict.fromkeys(spellings + relaxed))


def _parsed(text: str) -> Node | None:
    try:
        return parse(text).root
    except QueryMistake:
        return None


def _has_words(root: Node) -> bool:
    return any(True for _ in wanted_texts(root))


# Spellings


def _respelled(query: Query, count: Count, near: Near, names: Names) -> Iterator[str]:
    """The query with its unknown words replaced by near ones of the index, and unknown names by near ones."""
    words = islice(_long_words(query.root), _MOST_WORDS)
    linked = islice(_linked(query.root), _MOST_WORDS)
    replaced = [
        *((word, _near_forms(word, near, query.text)) for word in words if not count(replace(word, field=None))),
        *((name, _near_names(name, names)) for name in linked if not count(name)),
    ]
    replaced = sorted((pair for pair in replaced if pair[1]), key=lambda pair: pair[0].start)
    if not replaced:
        return
    for forms in product(*(found for _, found in replaced)):
        text = query.text
        for (part, _), form in zip(reversed(replaced), reversed(forms), strict=True):
            text = f"{text[: part.start]}{form}{text[part.end :]}"
        yield text


def _long_words(root: Node) -> Iterator[Word | Exact]:
    for node in wanted_texts(root):
        for word in node.words if isinstance(node, Phrase) else (node,):
            if isinstance(word, Word | Exact) and len(word.text) >= _SHORTEST:
                yield word


def _linked(node: Node) -> Iterator[Linked]:
    """The names of records that a found article or annotation is linked to."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _linked(part)
        case Spans(part):
            yield from _linked(part)
        case Linked():
            yield node


def _near_forms(word: Word | Exact, near: Near, query: str) -> list[str]:
    """The nearest forms in the index, as they are written in a query, the most frequent of equally near ones first."""
    form = prefix_key(word.text).removeprefix(FORM_MARK)
    mark = "=" if query[word.start] == "=" else ""
    for distance in (1, 2) if len(form) >= _LONG else (1,):
        found = [(-frequency, other) for other, frequency in near(form, distance) if other != form]
        if found:
            return [f"{mark}{other}" for _, other in sorted(found)[:_MOST_FORMS]]
    return []


def _near_names(node: Linked, names: Names) -> list[str]:
    """The nearest names of records, as they are written in a query."""
    written = (as_value(name) for name in names(node) if name != node.name)
    return list(islice(filter(None, written), _MOST_FORMS))


# Conditions


def _relaxed(query: Query) -> Iterator[str]:
    """The query with one condition made weaker, then with one left out."""
    conditions = list(query.conditions)
    for place, condition in enumerate(conditions):
        for weaker in _weaker(condition):
            yield " ".join([*conditions[:place], weaker, *conditions[place + 1 :]])
    if len(conditions) > 1:
        for place in range(len(conditions)):
            yield " ".join(conditions[:place] + conditions[place + 1 :])


def _weaker(condition: str) -> Iterator[str]:
    """What finds all that a phrase, an exact word, or one in some field finds, and more."""
    node = parse(condition).root
    if not isinstance(node, TextNode):
        return
    field = f"{node.field}:" if node.field else ""
    if isinstance(node, Phrase):
        words = " ".join(condition[word.start : word.end] for word in node.words)
        if node.slop is None:
            yield f'{field}"{words}"~{_NEARBY}'
        yield f"{field}({words})" if field else words
    elif isinstance(node, Exact):
        yield f"{field}{node.text}"
    if field:
        yield condition.removeprefix(field)
