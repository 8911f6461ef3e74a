# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody may have meant whose query finds nothing.

First the nearest spellings in the index of words that are not in it, then what asks a little less:
one condition made weaker or left out. A query that finds nothing either is never suggested.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice, product
from typing import TypeAlias

from archivist.errors import QueryMistake
from archivist.language.keys import FORM_MARK, prefix_key
from archivist.search.parser import parse
from archivist.search.query import Exact, Node, Phrase, Query, TextNode, Word, wanted_texts

Count: TypeAlias = Callable[[Node], int]  # how many articles a query finds
Near: TypeAlias = Callable[[str, int], Iterable[tuple[str, int]]]
"""The folded forms of the index that are so many edits from one at most and begin with its letter,
each with the number of articles that have it."""

_MOST = 3  # of each sort
_MOST_TRIED = 12  # queries that are counted for each sort
_MOST_WORDS = 20  # of a query that are looked up
_MOST_FORMS = 4  # near ones of a word that are tried
_SHORTEST = 4  # letters; shorter words are near to everything
_LONG = 7  # letters of a word in which two of them may be wrong
_NEARBY = 5  # words between those of a phrase that was not found


def suggestions(query: Query, count: Count, near: Near) -> tuple[str, ...]:
    """Other queries for one that finds nothing, the likeliest first."""

    has_words = _has_words(query.root)

    def good(attempts: Iterable[str]) -> list[str]:
        """The first attempts that find something; one without words finds nothing that was asked for."""
        parsed = ((text, _parsed(text)) for text in attempts if text != query.text)
        found = (text for text, root in parsed if root and _has_words(root) == has_words and count(root))
        return list(islice(found, _MOST))

    respelled = list(islice(_respelled(query, count, near), _MOST_TRIED))
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


def _respelled(query: Query, count: Count, near: Near) -> Iterator[str]:
    """The query with its unknown words replaced by near ones of the index."""
    words = islice(_long_words(query.root), _MOST_WORDS)
    unknown = [word for word in words if not count(replace(word, field=None))]
    replaced = [(word, found) for word in unknown if (found := _near_forms(word.text, near))]
    if not replaced:
        return
    for forms in product(*(found for _, found in replaced)):
        text = query.text
        for (word, _), form in zip(reversed(replaced), reversed(forms), strict=True):
            mark = "=" if text[word.start] == "=" else ""
            text = f"{text[: word.start]}{mark}{form}{text[word.end :]}"
        yield text


def _long_words(root: Node) -> Iterator[Word | Exact]:
    for node in wanted_texts(root):
        for word in node.words if isinstance(node, Phrase) else (node,):
            if isinstance(word, Word | Exact) and len(word.text) >= _SHORTEST:
                yield word


def _near_forms(word: str, near: Near) -> list[str]:
    """The nearest forms in the index, the most frequent of equally near ones first."""
    form = prefix_key(word).removeprefix(FORM_MARK)
    for distance in (1, 2) if len(form) >= _LONG else (1,):
        found = [(-frequency, other) for other, frequency in near(form, distance) if other != form]
        if found:
            return [other for _, other in sorted(found)[:_MOST_FORMS]]
    return []


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
