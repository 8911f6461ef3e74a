# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that carried a tag before, found again in any inflected form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from archivist.language.keys import index_keys, query_keys
from archivist.language.normalise import fold, normalise
from archivist.language.words import Word, words, written_words
from archivist.model import Kind, Suggestion

SOURCE = "seen"
_MOST_WORDS = 12  # of a quote; whole sentences are not said again
_BEGINNING = 3  # letters of a word that its cases have in common
_SHORT = 4  # letters of a word whose cases may have only the first in common: день, дня
_LOWEST, _HIGHEST = 0.4, 0.9  # confidence in words tagged once, and in words tagged often
_OTHER_FORM = 0.9


@dataclass(frozen=True, slots=True)
class SeenWords:
    """Words that were tagged in the archive."""

    quote: str
    tag: str  # id
    kind: Kind
    record: str | None
    count: int  # how often


class SeenIndex:
    """Many quotes, made ready once for any number of texts."""

    def __init__(self, seen: Sequence[SeenWords]) -> None:
        self._quotes: dict[str, list[tuple[SeenWords, list[str], int]]] = {}
        """Each quote, its words, and which of them it is looked up by, under that one's beginning."""
        for each in seen:
            written = written_words(each.quote)
            if 0 < len(written) <= _MOST_WORDS and any(word[0].isalpha() for word in written):
                place = max(range(len(written)), key=lambda number: len(written[number]))
                self._quotes.setdefault(_beginning(written[place]), []).append((each, written, place))

    def find(self, text: str, language: str) -> list[Suggestion]:
        """The seen words of a text, in order; the longest where several begin together, none overlapping."""
        found = list(words(text))
        matches = sorted(self._matches(found, language), key=lambda match: (match[0], -match[1], -match[3], match[4]))
        suggestions: list[Suggestion] = []
        end = 0
        for first, last, seen, confidence, _ in matches:
            start = found[first].start
            if start >= end:
                end = found[last].end
                quote = text[start:end]
                suggestions.append(
                    Suggestion(start, end, quote, seen.kind, {}, confidence, SOURCE, record=seen.record, tag=seen.tag)
                )
        return suggestions

    def _matches(self, found: Sequence[Word], language: str) -> Iterator[tuple[int, int, SeenWords, float, str]]:
        for place, word in enumerate(found):
            for seen, written, looked_up in self._candidates(word.text):
                first = place - looked_up
                if first < 0 or first + len(written) > len(found):
                    continue
                said = [each.text for each in found[first : first + len(written)]]
                if (same := _same(said, written, language)) is not None:
                    confidence = _HIGHEST - (_HIGHEST - _LOWEST) / max(1, seen.count)
                    confidence *= 1 if same else _OTHER_FORM
                    yield first, first + len(written) - 1, seen, round(confidence, 3), seen.tag

    def _candidates(self, word: str) -> Iterator[tuple[SeenWords, list[str], int]]:
        form = fold(normalise(word))
        yield from self._quotes.get(form[:1], ())
        if len(form) >= _BEGINNING:
            yield from self._quotes.get(form[:_BEGINNING], ())


def find_seen(text: str, language: str, seen: Sequence[SeenWords] | SeenIndex) -> list[Suggestion]:
    """The words of a text that were tagged before; a SeenIndex saves time where there is more than one text."""
    index = seen if isinstance(seen, SeenIndex) else SeenIndex(seen)
    return index.find(text, language)


def _beginning(word: str) -> str:
    form = fold(normalise(word))
    return form[:1] if len(form) <= _SHORT else form[:_BEGINNING]


def _same(said: Sequence[str], written: Sequence[str], language: str) -> bool | None:
    """Whether words are a quote letter by letter; None if they are not even another form of it."""
    whole = True
    for one, other in zip(said, written, strict=True):
        if one == other:
            continue
        whole = False
        # A name is no ordinary word, and an acronym no word at all.
        if other[0].isupper() and not (one.startswith(other) if other.isupper() else one[0].isupper()):
            return None
        if _keys(one, language).isdisjoint(query_keys(other)):
            return None
    return whole


@lru_cache(100_000)
def _keys(word: str, language: str) -> frozenset[str]:
    return frozenset(index_keys(word, language))
