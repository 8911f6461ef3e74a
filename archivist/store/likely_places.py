# SPDX-License-Identifier: GPL-3.0-or-later
"""Where an annotation that has lost its words may belong in the text that its article has now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice

from archivist.model import Annotation, Candidate
from archivist.store.span_map import SpanMap
from archivist.text import agreement, whole_graphemes

_MOST_CANDIDATES = 5
_MOST_PLACES = 200  # of equal words that are looked at
_AROUND = 400  # code points on either side of a span that are laid beside the new text
_LEAST_LIKE = 0.4  # a place whose words are less like those that were marked is no help
_WORDS = re.compile(r"\w+")
_TOKENS = re.compile(r"\w+|\W")


def likely_places(old: str, new: str, annotation: Annotation) -> list[Candidate]:
    """The likeliest places in the new text of an annotation of the old one, the likeliest first."""
    stood = old[annotation.start : annotation.end] == annotation.quote
    places = set(islice(_same_words(new, annotation.quote), _MOST_PLACES))
    if stood and old != new:
        places |= set(_where_it_was(old, new, annotation.start, annotation.end))
    found = sorted((_candidate(new, place, annotation) for place in places), key=_likeliest)
    return [one for one in found if one.likeness >= _LEAST_LIKE][:_MOST_CANDIDATES]


def _likeliest(candidate: Candidate) -> tuple[float, int]:
    return -candidate.likeness, candidate.start


def _candidate(text: str, place: tuple[int, int], annotation: Annotation) -> Candidate:
    start, end = place
    words = SequenceMatcher(None, text[start:end], annotation.quote, autojunk=False).ratio()
    around = agreement(text, start, end, annotation.prefix, annotation.suffix)
    return Candidate(start, end, text[start:end], round((words + around) / 2, 3))


def _same_words(text: str, quote: str) -> Iterator[tuple[int, int]]:
    """Where the words of a quote stand, whatever the letter case and the signs and blanks between them."""
    words = [re.escape(word) for word in _WORDS.findall(quote)]
    if not words:
        words = [re.escape(quote)] if quote else []
    if words:
        lead, trail = _signs(quote)
        for found in re.finditer(r"[\W_]+".join(words), text, re.IGNORECASE):
            start, end = found.span()
            # A quotation mark that was marked with the words is taken along where it still stands beside them.
            start -= len(lead) if lead and text.startswith(lead, max(0, start - len(lead)), start) else 0
            end += len(trail) if text.startswith(trail, end) else 0
            if _is_whole(text, start, end):
                yield start, end


def _signs(quote: str) -> tuple[str, str]:
    """What a quote has before its first word and after its last."""
    found = list(_WORDS.finditer(quote))
    return (quote[: found[0].start()], quote[found[-1].end() :]) if found else ("", "")


def _where_it_was(old: str, new: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands now in the place of a span: the words of the two texts are laid beside each other around it."""
    old_start, old_end, new_start, new_end = SpanMap(old, new).nearest(start, end)
    skipped = max(0, start - _AROUND - old_start)
    new_start = max(new_start, min(new_start + skipped, new_end) - (_AROUND if skipped else 0))
    old_end = min(old_end, end + _AROUND)
    new_end = min(new_end, new_start + (end - start) + 4 * _AROUND)
    ours = list(_TOKENS.finditer(old, old_start + skipped, old_end))
    theirs = list(_TOKENS.finditer(new, new_start, new_end))
    marked = [at for at, token in enumerate(ours) if token.end() > start and token.start() < end]
    if marked:
        first, last = _laid_beside([one.group() for one in ours], [one.group() for one in theirs], marked)
        if first < last:
            yield _trimmed(new, theirs[first].start(), theirs[last - 1].end())


def _laid_beside(ours: Sequence[str], theirs: Sequence[str], marked: Sequence[int]) -> tuple[int, int]:
    """Which of their words stand where ours do that are marked, half-open; none where those are just gone."""
    start, end = marked[0], marked[-1] + 1
    places: list[int] = []
    for _, first, last, their_first, their_last in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if last <= start or first >= end:
            continue
        one_by_one = last - first == their_last - their_first
        places.append(their_first + (max(0, start - first) if one_by_one else 0))
        places.append(their_last - (max(0, last - end) if one_by_one else 0))
    return min(places, default=0), max(places, default=0)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without blanks at its edges."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return whole_graphemes(text, start, max(start, start + len(words.strip())))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a span cuts no word and no character."""
    cuts = any(0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum() for at in (start, end))
    return start < end and not cuts and whole_graphemes(text, start, end) == (start, end)
