# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the words of a query stand in a text, and the passage that shows it best."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from archivist.language.keys import index_keys
from archivist.language.words import words
from archivist.search.patterns import Pattern, Slot
from archivist.text import whole_graphemes

Span: TypeAlias = tuple[int, int]  # [start, end) in code points

_LENGTH = 220  # code points of a snippet, about
_LEAD = 60  # of it before the first match, at most
_LONGEST_WORD = 40  # further than this no space is looked for
_ELLIPSIS = "…"
_AS_SPACES = str.maketrans("\n\t\r", "   ")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of a text on one line, and the matches inside it in its own code points."""

    text: str
    matches: tuple[Span, ...]


class Finder:
    """Finds the patterns of one query in texts of any language; keep it for all texts of a page."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._patterns = list(dict.fromkeys(patterns))
        self._slots = list(dict.fromkeys(slot for pattern in self._patterns for slot in pattern))
        self._known: dict[tuple[str, str], frozenset[Slot]] = {}

    def spans(self, text: str, language: str) -> list[Span]:
        """Every match in a text: sorted, and joined where they overlap. A phrase is one match."""
        if not self._patterns:
            return []
        found = list(words(text))
        fitting = [self._fitting(word.text, language) for word in found]
        spans = []
        for first, slots in enumerate(fitting):
            if not slots:
                continue
            for pattern in self._patterns:
                last = first + len(pattern) - 1
                if pattern[0] in slots and last < len(found) and _continues(pattern, fitting, first):
                    spans.append((found[first].start, found[last].end))
        return _joined(spans)

    def _fitting(self, word: str, language: str) -> frozenset[Slot]:
        """The slots that a word of a text fits."""
        known = self._known.get((word, language))
        if known is None:
            keys = index_keys(word, language)
            known = frozenset(slot for slot in self._slots if slot.fits(keys))
            self._known[word, language] = known
        return known


def _continues(pattern: Pattern, fitting: Sequence[frozenset[Slot]], first: int) -> bool:
    return all(slot in fitting[first + place] for place, slot in enumerate(pattern))


def _joined(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


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
