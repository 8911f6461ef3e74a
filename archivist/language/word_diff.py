# SPDX-License-Identifier: GPL-3.0-or-later
"""What differs between two texts, word by word.

Words that are the same but for spelling, capitals and marks are no difference. The texts are laid
against each other at the runs of words that each has only once ("patience"), and between these by
difflib, which alone would take minutes for two long texts. exact_differences() is for two texts of
one article, of which every letter counts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from archivist.language.shingles import figure, word_key
from archivist.language.words import Word, words

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_RUN = 3  # words that texts are laid against each other by
_MOST_COMPARED = 1_000_000  # pairs of words that difflib is given
_STRAY = 1  # common words between two differences, which say nothing
_WIDE = 4  # words that differ around a stray one


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of both texts, in code points. The stretches of a comparison cover both texts whole, in order."""

    start: int
    end: int
    other_start: int
    other_end: int
    same: bool


@dataclass(frozen=True, slots=True)
class FigureChange:
    """Figures in the place of others; "" where one text has none there."""

    figures: str
    other: str


def differences(text: str, other: str) -> list[Stretch]:
    """How a text differs from another one; nothing where neither has a word."""
    ones, others = list(words(text)), list(words(other))
    pairs = _matches([word_key(word.text) for word in ones], [word_key(word.text) for word in others])
    stretches = list(_without_strays(list(_stretches(pairs, len(ones), len(others)))))
    edges, other_edges = _edges(ones, text), _edges(others, other)
    found = [
        Stretch(edges[one.start], edges[one.end], other_edges[one.other_start], other_edges[one.other_end], one.same)
        for one in stretches
    ]
    if found:  # a text without a word has no edges
        found[-1] = replace(found[-1], end=len(text), other_end=len(other))
    return found


def exact_differences(text: str, other: str) -> list[Stretch]:
    """How a text was changed into another one, to the letter: whole words and signs, and the blanks between them."""
    ones, others = list(_TOKEN.finditer(text)), list(_TOKEN.finditer(other))
    pairs = _matches([token.group() for token in ones], [token.group() for token in others])
    found = [
        Stretch(*_span(ones, one.start, one.end), *_span(others, one.other_start, one.other_end), one.same)
        for one in _stretches(pairs, len(ones), len(others))
    ]
    return list(_without_blanks(text, found))


def _span(tokens: Sequence[re.Match[str]], first: int, last: int) -> tuple[int, int]:
    """Where tokens stand, in code points; tokens follow one another without a gap."""
    end = tokens[-1].end() if tokens else 0
    start = tokens[first].start() if first < len(tokens) else end
    return start, tokens[last - 1].end() if last > first else start


def _without_blanks(text: str, stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """The stretches, those joined to one difference that have only a blank within a line between them."""
    waiting: Stretch | None = None
    for place, one in enumerate(stretches):
        between = one.same and 0 < place < len(stretches) - 1
        words = text[one.start : one.end]
        same = one.same and not (between and not words.strip() and "\n" not in words)
        if waiting is not None and not waiting.same and not same:
            waiting = Stretch(waiting.start, one.end, waiting.other_start, one.other_end, same=False)
            continue
        if waiting is not None:
            yield waiting
        waiting = replace(one, same=same)
    if waiting is not None:
        yield waiting


def changed_figures(text: str, other: str, stretches: Sequence[Stretch]) -> list[FigureChange]:
    """The figures of a text that stand otherwise in the other one, in their order, each change once."""
    changes: dict[FigureChange, None] = {}
    for one in stretches:
        if not one.same:
            here, there = _figures(text[one.start : one.end]), _figures(other[one.other_start : one.other_end])
            common = set(map(_value, here)) & set(map(_value, there))
            change = FigureChange(
                ", ".join(written for written in here if _value(written) not in common),
                ", ".join(written for written in there if _value(written) not in common),
            )
            if change.figures or change.other:
                changes[change] = None
    return list(changes)


def figure_places(text: str) -> list[tuple[int, int]]:
    """Where the figures stand in a text, in digits or spelled out, in code points."""
    return [(word.start, word.end) for word in words(text) if _value(word.text)]


def _figures(text: str) -> list[str]:
    return [word.text for word in words(text) if _value(word.text)]


def _value(written: str) -> str:
    return figure(word_key(written))


def _edges(found: Sequence[Word], text: str) -> list[int]:
    """Where each word begins; what stands between two goes with the one before, and what the text begins with too."""
    return [0, *(word.start for word in found[1:]), len(text)] if found else [0]


def _stretches(pairs: Sequence[tuple[int, int]], length: int, other_length: int) -> Iterator[Stretch]:
    """Runs of matching words and what is between them, counted in words."""
    at, other_at = 0, 0
    begun: tuple[int, int] | None = None
    for one, another in pairs:
        if (one, another) != (at, other_at):
            if begun is not None:
                yield Stretch(begun[0], at, begun[1], other_at, same=True)
                begun = None
            yield Stretch(at, one, other_at, another, same=False)
        if begun is None:
            begun = (one, another)
        at, other_at = one + 1, another + 1
    if begun is not None:
        yield Stretch(begun[0], at, begun[1], other_at, same=True)
    if (at, other_at) != (length, other_length):
        yield Stretch(at, length, other_at, other_length, same=False)


def _without_strays(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """The stretches, those joined to one difference between which hardly a word is common."""
    waiting: Stretch | None = None
    for place, one in enumerate(stretches):
        around = stretches[max(0, place - 1) : place + 2]
        stray = (
            one.same
            and 0 < place < len(stretches) - 1
            and one.end - one.start <= _STRAY
            and min(_width(around[0]), _width(around[-1])) >= _WIDE
        )
        same = one.same and not stray
        if waiting is not None and not waiting.same and not same:
            waiting = Stretch(waiting.start, one.end, waiting.other_start, one.other_end, same=False)
            continue
        if waiting is not None:
            yield waiting
        waiting = Stretch(one.start, one.end, one.other_start, one.other_end, same=same)
    if waiting is not None:
        yield waiting


def _width(stretch: Stretch) -> int:
    return (stretch.end - stretch.start) + (stretch.other_end - stretch.other_start)


def _matches(keys: Sequence[str], others: Sequence[str]) -> list[tuple[int, int]]:
    """The places of words that match, in order."""
    found: list[tuple[int, int]] = []
    at, other_at = 0, 0
    for one, another in (*_anchors(keys, others), (len(keys), len(others))):
        found += (
            (at + here, other_at + there) for here, there in _matches_between(keys[at:one], others[other_at:another])
        )
        if one < len(keys):
            found.append((one, another))
        at, other_at = one + 1, another + 1
    return found


def _matches_between(keys: Sequence[str], others: Sequence[str]) -> Iterator[tuple[int, int]]:
    ahead = 0
    while ahead < min(len(keys), len(others)) and keys[ahead] == others[ahead]:
        yield ahead, ahead
        ahead += 1
    keys, others = keys[ahead:], others[ahead:]
    behind = 0
    while behind < min(len(keys), len(others)) and keys[-1 - behind] == others[-1 - behind]:
        behind += 1
    middle, other_middle = keys[: len(keys) - behind], others[: len(others) - behind]
    if len(middle) * len(other_middle) <= _MOST_COMPARED:
        for block in SequenceMatcher(None, middle, other_middle, autojunk=False).get_matching_blocks():
            yield from ((ahead + block.a + step, ahead + block.b + step) for step in range(block.size))
    for step in range(behind, 0, -1):
        yield ahead + len(keys) - step, ahead + len(others) - step


def _anchors(keys: Sequence[str], others: Sequence[str]) -> list[tuple[int, int]]:
    """The first words of runs that each of the texts has once, as many as are in the same order in both."""
    places, other_places = _only_places(keys), _only_places(others)
    common = [(place, other_places[run]) for run, place in places.items() if run in other_places]
    return _longest_rising(common)


def _only_places(keys: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Where each run of words begins that is there once."""
    runs = [tuple(keys[at : at + _RUN]) for at in range(len(keys) - _RUN + 1)]
    counts = Counter(runs)
    return {run: place for place, run in enumerate(runs) if counts[run] == 1}


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of pairs in the order of their first numbers, as many as possible whose second ones rise as well."""
    ends: list[int] = []  # the least second number that a series of each length can end with
    last: list[int] = []  # and the place of its pair
    before: list[int] = []
    for place, (_, other) in enumerate(pairs):
        length = bisect_left(ends, other)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [other]
        last[length : length + 1] = [place]
    found = []
    place = last[-1] if last else -1
    while place >= 0:
        found.append(pairs[place])
        place = before[place]
    return found[::-1]
