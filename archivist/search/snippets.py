# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the words of a query stand in a text, and the passage that shows it best."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count
from typing import TypeAlias

from archivist.language.keys import index_keys
from archivist.language.words import written_words
from archivist.model import Snippet
from archivist.search.patterns import KeySlot, Pattern, Slot
from archivist.text import whole_graphemes

Span: TypeAlias = tuple[int, int]  # [start, end) in code points
Where: TypeAlias = dict[Slot, list[int]]  # by slot, the words of a text that fit it, counted from 0

_LENGTH = 220  # code points of a snippet, about
_LEAD = 60  # of it before the first match, at most
_LONGEST_WORD = 40  # further than this no space is looked for
_MOST_KNOWN = 100_000  # written forms that a finder remembers, about 10 MB
_ELLIPSIS = "…"
_AS_SPACES = str.maketrans("\n\t\r", "   ")


class Finder:
    """Finds the patterns of one query in texts of any language; keep it for all texts, but in one thread."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._patterns = tuple(dict.fromkeys(patterns))
        self._slots = tuple(dict.fromkeys(slot for pattern in self._patterns for slot in pattern.slots))
        self._keys = frozenset[str]().union(*(slot.keys for slot in self._slots if isinstance(slot, KeySlot)))
        self._forms_count = not all(isinstance(slot, KeySlot) for slot in self._slots)
        self._known: dict[str, dict[str, Sequence[Slot]]] = {}  # by language and written form

    @property
    def slots(self) -> Sequence[Slot]:
        """What is looked for, each once."""
        return self._slots

    def spans(self, text: str, language: str, where: Where | None = None) -> list[Span]:
        """Every match in a text, to be marked: sorted, and joined where they overlap.

        A phrase is one match. Of a phrase with a slop, each of its words is, and no other. `where` is
        what the index says of the text; without it the keys of its words tell, which takes longer.
        """
        return self._spans(text, language, where, by_word=True)

    def occurrences(self, text: str, language: str, where: Where | None = None) -> list[Span]:
        """The same, but a phrase with a slop reaches from its first word to its last."""
        return self._spans(text, language, where, by_word=False)

    def matches(self, text: str, language: str) -> bool:
        """Whether there is any match in a text."""
        where = self._where(written_words(text), language)
        possible = (pattern for pattern in self._patterns if all(slot in where for slot in pattern.slots))
        return any(True for pattern in possible for _ in _places(pattern, where))

    def _spans(self, text: str, language: str, where: Where | None, *, by_word: bool) -> list[Span]:
        words = written_words(text) if self._patterns else []
        if where is None:
            where = self._where(words, language)
        places: list[Span] = []
        for pattern in self._patterns:
            if all(slot in where for slot in pattern.slots):
                found = _places(pattern, where)
                places += _single_words(pattern, where, found) if by_word and pattern.slop is not None else found
        return joined(_located(text, words, places)) if places else []

    def _where(self, words: Sequence[str], language: str) -> Where:
        known = self._known.setdefault(language, {})
        if len(known) > _MOST_KNOWN:
            known.clear()
        self._learn(set(words).difference(known), language)
        fits = list(map(known.__getitem__, words))
        where: Where = {}
        for number in compress(count(), fits):
            for slot in fits[number]:
                where.setdefault(slot, []).append(number)
        return where

    def _learn(self, words: set[str], language: str) -> None:
        """Find out which slots written forms fit that were not met before."""
        known = self._known[language]
        known |= dict.fromkeys(words, ())
        for word in words:
            keys = index_keys(word, language)
            # Most words fit nothing, and that is told by one comparison.
            if self._forms_count or not self._keys.isdisjoint(keys):
                known[word] = [slot for slot in self._slots if slot.fits(keys)]


def _places(pattern: Pattern, where: Where) -> Iterable[Span]:
    """The first and the last word of each occurrence of a pattern, in words counted from 0."""
    if pattern.slop is None:
        return _rows(pattern.slots, where)
    return _windows(pattern.slots, where, len(pattern.slots) + pattern.slop)


def _rows(slots: tuple[Slot, ...], where: Where) -> list[Span]:
    """Words that follow each other in the order of the slots."""
    firsts = where[slots[0]]
    for place, slot in enumerate(slots[1:], 1):
        there = set(where[slot])
        firsts = [first for first in firsts if first + place in there]
    return [(first, first + len(slots) - 1) for first in firsts]


def _windows(slots: tuple[Slot, ...], where: Where, widest: int) -> Iterator[Span]:
    """Words among which, in any order, are those of all slots, with no smaller window inside."""
    fitting: dict[int, list[Slot]] = {}
    for slot in dict.fromkeys(slots):
        for number in where[slot]:
            fitting.setdefault(number, []).append(slot)
    missing = Counter(slots)  # words of each slot; less than 0 where there are more than needed
    inside: deque[int] = deque()
    for last in sorted(fitting):
        inside.append(last)
        missing.subtract(fitting[last])
        first = None
        while max(missing.values()) <= 0:
            first = inside.popleft()
            missing.update(fitting[first])
        if first is not None and last - first < widest:
            yield first, last


def _single_words(pattern: Pattern, where: Where, windows: Iterable[Span]) -> Iterator[Span]:
    """The words of windows that the pattern asks for."""
    wanted = sorted({number for slot in pattern.slots for number in where[slot]})
    for first, last in windows:
        for number in wanted[bisect_left(wanted, first) : bisect_right(wanted, last)]:
            yield number, number


def _located(text: str, words: Sequence[str], places: Sequence[Span]) -> list[Span]:
    """Where words [first, last], by their number, stand in the text."""
    starts: list[int] = []
    at = 0
    # Between two words no letter stands, so that each is where it is next found.
    for word in words[: max(last for _, last in places) + 1]:
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
    return [(starts[first], starts[last] + len(words[last])) for first, last in places]


def joined(spans: Iterable[Span]) -> list[Span]:
    """The spans sorted, and made one where they overlap."""
    apart: list[Span] = []
    for start, end in sorted(spans):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def snippet(text: str, title: str, matches: Sequence[Span]) -> Snippet:
    """The passage with the most matches, or the beginning of the text where there is none.

    A headline that repeats the title is passed over, as lists show the title anyway, unless there
    is nothing else.
    """
    headline = _headline_end(text, title)
    inside = [match for match in matches if match[0] >= headline]
    start = _passage_start(text, inside, headline)
    end = _end_of_word(text, start + _LENGTH)
    shown = [match for match in inside if start <= match[0] < end]
    if shown:
        end = max(end, min(shown[-1][1], shown[-1][0] + _LENGTH))
    start, end = whole_graphemes(text, start, end)
    return _cut(text, start, end, shown, is_beginning=start <= headline)


def _headline_end(text: str, title: str) -> int:
    """Where the text goes on after a headline that repeats the title; 0 where it does not."""
    if not title or not text.startswith(title) or text[len(title) : len(title) + 1] != "\n":
        return 0
    following = text[len(title) :].lstrip()
    return len(text) - len(following) if following else 0


def _passage_start(text: str, matches: Sequence[Span], headline: int) -> int:
    """Where the passage begins that holds the most matches; the earliest of equals."""
    if not matches:
        return headline
    best, most, last = 0, 0, 0
    for first, (start, _) in enumerate(matches):
        last = max(last, first)
        while last + 1 < len(matches) and matches[last + 1][1] - start <= _LENGTH - _LEAD:
            last += 1
        if last - first + 1 > most:
            best, most = first, last - first + 1
    at = matches[best][0]
    if at - _LEAD <= headline:
        return headline
    space = text.find(" ", at - _LEAD, at)
    line = text.rfind("\n", at - _LEAD, at)
    return max(space, line) + 1 if max(space, line) >= 0 else at


def _end_of_word(text: str, end: int) -> int:
    if end >= len(text):
        return len(text)
    space = max(text.rfind(" ", end - _LONGEST_WORD, end + 1), text.rfind("\n", end - _LONGEST_WORD, end + 1))
    return space if space > 0 else end


def _cut(text: str, start: int, end: int, shown: Iterable[Span], *, is_beginning: bool) -> Snippet:
    """The passage with an ellipsis where something is left out."""
    passage = text[start:end].translate(_AS_SPACES).rstrip()
    before = "" if is_beginning else _ELLIPSIS
    after = _ELLIPSIS if start + len(passage) < len(text.rstrip()) else ""
    shift = len(before) - start
    end = start + len(passage)
    matches = tuple((first + shift, min(last, end) + shift) for first, last in shown if first < end)
    return Snippet(before + passage + after, matches)
