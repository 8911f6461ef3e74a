# SPDX-License-Identifier: GPL-3.0-or-later
"""The annotations that wait for review: which they are, and where each of them may belong now.

What is done about one is an ordinary change: annotations.update() with a start and an end puts it on
words of the current text, annotations.delete() gives it up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice
from typing import NamedTuple

from archivist.model import Annotation, Candidate, Status
from archivist.store.annotation_rows import annotation_of_row, select
from archivist.store.annotations import Annotations
from archivist.store.articles import Articles
from archivist.store.connection import Connection
from archivist.store.revisions import Revisions
from archivist.store.span_map import SpanMap
from archivist.text import agreement, surroundings, whole_graphemes

_WAITING = "n.status = 'review' AND n.deleted_at IS NULL AND a.deleted_at IS NULL"
_MOST_CANDIDATES = 5
_MOST_PLACES = 200  # of equal words that are looked at
_AROUND = 400  # code points on either side of a span that are laid beside the new text
_LEAST_LIKE = 0.4  # a place whose words are less like those that were marked is no help
_WORDS = re.compile(r"\w+")
_TOKENS = re.compile(r"\w+|\W")


class Passage(NamedTuple):
    """The words of an annotation amid those that it was made among."""

    before: str
    words: str
    after: str


class Review:
    """The annotations of one archive that wait for review."""

    def __init__(
        self, connection: Connection, annotations: Annotations, revisions: Revisions, articles: Articles
    ) -> None:
        self._connection = connection
        self._annotations = annotations
        self._revisions = revisions
        self._articles = articles

    def of_article(self, article: str) -> list[Annotation]:
        """Those of an article (id), in the order of their places in the texts that they were made in."""
        return [mark for mark in self._annotations.of_article(article) if mark.status is Status.REVIEW]

    def all(self) -> list[Annotation]:
        """Those of the whole archive, by article."""
        rows = self._connection.rows(
            f"{select(self._connection)} WHERE {_WAITING} ORDER BY n.article, n.span_start, n.span_end DESC, n.id"
        )
        return [annotation_of_row(row) for row in rows]

    def count(self) -> int:
        """How many there are in the whole archive."""
        number: int = self._connection.value(
            f"SELECT count(*) FROM annotations n JOIN articles a ON a.id = n.article WHERE {_WAITING}"
        )
        return number

    def count_of(self, article: str) -> int:
        """How many there are in an article (id), without reading them."""
        number: int = self._connection.value(
            f"SELECT count(*) FROM annotations n JOIN articles a ON a.id = n.article WHERE a.uuid = ? AND {_WAITING}",
            (article,),
        )
        return number

    def by_article(self) -> dict[str, int]:
        """How many there are in each article (id) that has any."""
        rows = self._connection.tuples(
            f"""SELECT a.uuid, count(*) FROM annotations n JOIN articles a ON a.id = n.article
                WHERE {_WAITING} GROUP BY a.id"""
        )
        return dict(rows)

    def next_article(self, article: str | None) -> str | None:
        """The first article (id) after one that has any, after the last the first; None where none has."""
        row = self._articles.row_of(article) if article is not None else 0
        found: str | None = self._connection.value(
            f"""SELECT a.uuid FROM annotations n JOIN articles a ON a.id = n.article WHERE {_WAITING}
                ORDER BY a.id <= ?, a.id LIMIT 1""",
            (row,),
        )
        return found

    def passage(self, annotation: Annotation, width: int = 400) -> Passage:
        """The words that were marked, with up to width code points on either side of the text they were marked in."""
        body = self._revisions.get(annotation.article, annotation.revision).body
        start, end = annotation.start, annotation.end
        if body[start:end] != annotation.quote or not annotation.quote:  # it came from elsewhere, with its own text
            return Passage(annotation.prefix, annotation.quote, annotation.suffix)
        before, after = surroundings(body, start, end, width)
        return Passage(before, annotation.quote, after)

    def candidates(self, annotation: Annotation) -> list[Candidate]:
        """The likeliest places of an annotation in the current text of its article, the likeliest first."""
        old = self._revisions.get(annotation.article, annotation.revision).body
        new = self._articles.revision(annotation.article).body
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
