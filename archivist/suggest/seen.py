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
_LONGEST_ENDING = 3  # letters that a short word's cases may have more than it
_MOST_FORMS = 200_000  # of words of texts that are remembered
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


@dataclass(frozen=True, slots=True)
class _Quote:
    """Seen words, and the place among them of the word by which they are looked up."""

    seen: SeenWords
    words: Sequence[str]
    place: int


class SeenIndex:
    """Many quotes, made ready once for any number of texts."""

    def __init__(self, seen: Sequence[SeenWords]) -> None:
        self._by_word: dict[str, list[_Quote]] = {}
        for each in seen:
            written = _as_within_a_sentence(written_words(each.quote), each.kind)
            if 0 < len(written) <= _MOST_WORDS and any(word[0].isalpha() for word in written):
                place = max(range(len(written)), key=lambda number: len(written[number]))
                self._by_word.setdefault(written[place], []).append(_Quote(each, written, place))
        self._words: dict[str, list[str]] = {}
        """The words that quotes are looked up by, under their beginnings."""
        for word in self._by_word:
            self._words.setdefault(_beginning(word), []).append(word)
        self._words_said: dict[tuple[str, str], tuple[str, ...]] = {}

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
            quotes = (quote for said in self._said_by(word.text, language) for quote in self._by_word[said])
            for quote in quotes:
                first = place - quote.place
                last = first + len(quote.words) - 1
                if first < 0 or last >= len(found):
                    continue
                said = [each.text for each in found[first : last + 1]]
                if (same := _same(said, quote.words, language)) is not None:
                    confidence = _HIGHEST - (_HIGHEST - _LOWEST) / max(1, quote.seen.count)
                    yield first, last, quote.seen, round(confidence * (1 if same else _OTHER_FORM), 3), quote.seen.tag

    def _said_by(self, form: str, language: str) -> tuple[str, ...]:
        """The words of quotes that a form of a text is a form of. Texts say the same words again and again."""
        known = self._words_said.get((form, language))
        if known is None:
            if len(self._words_said) >= _MOST_FORMS:
                self._words_said.clear()
            folded = fold(normalise(form))
            alike = [*self._words.get(folded[:_BEGINNING], ())] if len(folded) >= _BEGINNING else []
            if len(folded) <= _SHORT + _LONGEST_ENDING:
                alike += self._words.get(folded[:1], ())
            known = tuple(word for word in alike if _is_form(form, word, language))
            self._words_said[form, language] = known
        return known


def find_seen(text: str, language: str, seen: Sequence[SeenWords] | SeenIndex) -> list[Suggestion]:
    """The words of a text that were tagged before; a SeenIndex saves time where there is more than one text."""
    index = seen if isinstance(seen, SeenIndex) else SeenIndex(seen)
    return index.find(text, language)


def _as_within_a_sentence(written: list[str], kind: Kind) -> list[str]:
    """The words of an event without the capital that only the beginning of a sentence gave them."""
    if kind is Kind.EVENT and len(written) > 1 and all(word.islower() for word in written[1:]):
        return [written[0].lower(), *written[1:]]
    return written


def _beginning(word: str) -> str:
    form = fold(normalise(word))
    return form[:1] if len(form) <= _SHORT else form[:_BEGINNING]


def _same(said: Sequence[str], written: Sequence[str], language: str) -> bool | None:
    """Whether words are a quote letter by letter; None if they are not even another form of it."""
    if all(_is_form(one, other, language) for one, other in zip(said, written, strict=True)):
        return list(said) == list(written)
    return None


def _is_form(said: str, written: str, language: str) -> bool:
    """Whether a word is another in some case."""
    if said == written:
        return True
    # A name is no ordinary word, and an acronym no word at all.
    if written[0].isupper() and not (said.startswith(written) if written.isupper() else said[0].isupper()):
        return False
    return not _keys(said, language).isdisjoint(query_keys(written))


@lru_cache(100_000)
def _keys(word: str, language: str) -> frozenset[str]:
    return frozenset(index_keys(word, language))
