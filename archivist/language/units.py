# SPDX-License-Identifier: GPL-3.0-or-later
"""Which word, noun phrase or sentence of a text holds a place. Every place is in code points."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from archivist.language import noun_phrases
from archivist.language.segments import sentences
from archivist.language.words import words

_LONGEST_LINE = 20_000  # code points of a paragraph that are looked at around a place


def word_at(text: str, offset: int) -> tuple[int, int] | None:
    """The word that holds a place, or that ends there; None where there is none."""
    first, last = _line(text, offset)
    for word in words(text[first:last]):
        if first + word.start <= offset <= first + word.end:
            return first + word.start, first + word.end
        if first + word.start > offset:
            break
    return None


def sentence_at(text: str, offset: int) -> tuple[int, int] | None:
    """The sentence that holds a place, or the one before it on the same line; None on an empty line."""
    found = list(_sentences_near(text, offset))
    number = bisect_right(found, offset, key=lambda span: span[0]) - 1
    return found[max(0, number)] if found else None


def noun_phrase_at(text: str, offset: int, language: str = "") -> tuple[int, int] | None:
    """The noun phrase whose word holds a place; the word itself where it is in none.

    `language` is uk, ru, en, or "" where it is not known.
    """
    word, sentence = word_at(text, offset), sentence_at(text, offset)
    if word is None or sentence is None:
        return word
    first, last = min(sentence[0], word[0]), max(sentence[1], word[1])
    start, end = noun_phrases.phrase_of(text[first:last], word[0] - first, word[1] - first, language)
    return first + start, first + end


def next_edge_of_sentence(text: str, offset: int, step: int, *, at_end: bool) -> int | None:
    """The nearest end (else beginning) of a sentence to the right of a place (step 1) or to the left (-1)."""
    places = [end if at_end else start for start, end in _sentences_around(text, offset, step)]
    beyond = [place for place in places if (place - offset) * step > 0]
    return min(beyond, key=lambda place: abs(place - offset), default=None)


def _sentences_near(text: str, offset: int) -> Iterator[tuple[int, int]]:
    first, last = _line(text, offset)
    for start, end in sentences(text[first:last]):
        yield first + start, first + end


def _sentences_around(text: str, offset: int, step: int) -> Iterator[tuple[int, int]]:
    """The sentences of the line of a place, and of the next line in a direction that has any."""
    yield from _sentences_near(text, offset)
    first, last = _line(text, offset)
    beside = text[last:] if step > 0 else text[:first]
    bare = beside.lstrip() if step > 0 else beside.rstrip()
    if bare:
        yield from _sentences_near(text, len(text) - len(bare) if step > 0 else len(bare) - 1)


def _line(text: str, offset: int) -> tuple[int, int]:
    """The line of a place, or as much of it as is looked at."""
    first = text.rfind("\n", max(0, offset - _LONGEST_LINE), offset) + 1 or max(0, offset - _LONGEST_LINE)
    last = text.find("\n", offset, offset + _LONGEST_LINE)
    return first, last if last >= 0 else min(len(text), offset + _LONGEST_LINE)
