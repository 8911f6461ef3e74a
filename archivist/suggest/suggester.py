# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that is offered in a text: what each reader sees, without what is there already.

Of two offers of one kind that share words only one is made: a mention of a record goes before all
others, then the longer before the shorter (a full name before the surname that was tagged before),
and of the same words those that were tagged before go before a guess.
What a person has marked herself, or has rejected, is not offered.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from archivist.language.stretches import stretches
from archivist.model import Annotation, Article, Kind, Progress, Status, Suggestion
from archivist.store import Archive
from archivist.store.rejections import key
from archivist.suggest.dates import find_dates, suggest_dates
from archivist.suggest.figures import find_figures
from archivist.suggest.guesses import guess_actors
from archivist.suggest.mentions import find_mentions
from archivist.suggest.remembering import Remembered

_SOURCES = ("mention", "seen", "figure", "date", "guess")  # who goes first where two see the same words
_MENTIONED = (Kind.ACTOR, Kind.EVENT)
_STEP = 20  # articles after which progress is told


class Suggester:
    """Reads the texts of one archive with what the archive knows: its records and its tagged words."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._remembered = Remembered(archive)

    def of_article(self, article: Article, kinds: Collection[Kind] = tuple(Kind)) -> list[Suggestion]:
        """What is offered in an article's current text, by start. Raises ArticleNotFound."""
        body = self._archive.articles.revision(article.id).body
        annotations = self._archive.annotations.of_article(article.id)
        rejected = self._archive.rejections.of_article(article.id)
        found = self._read(body, article.language, article.published, kinds)
        wanted = [each for each in found if each.kind in kinds and key(each) not in rejected]
        return _without_overlaps(_not_marked(wanted, annotations))

    def of_articles(
        self, rows: Sequence[int], kinds: Collection[Kind] = tuple(Kind)
    ) -> Generator[Progress, None, list[tuple[str, Suggestion]]]:
        """What is offered in these articles (rows), each with the article's id."""
        found: list[tuple[str, Suggestion]] = []
        for at in range(0, len(rows), _STEP):
            yield Progress(at, len(rows), "scan")
            for article in self._archive.articles.at_rows(rows[at : at + _STEP]):
                found += ((article.id, each) for each in self.of_article(article, kinds))
        yield Progress(len(rows), len(rows), "scan")
        return found

    def _read(self, body: str, language: str, published: str, kinds: Collection[Kind]) -> Iterable[Suggestion]:
        names = self._archive.record_names
        mentions = [
            mention
            for kind in _MENTIONED
            if kind in kinds
            for mention in find_mentions(body, language, names.index(kind), names.kinds)
        ]
        seen = self._remembered.find(body, language)
        guesses = []
        if Kind.ACTOR in kinds:
            taken = [(each.start, each.end) for each in mentions if each.kind is Kind.ACTOR]
            guesses = guess_actors(body, language, taken)
        return chain(mentions, seen, _figures_and_dates(body, language, published, kinds), guesses)


def _figures_and_dates(body: str, language: str, published: str, kinds: Collection[Kind]) -> Iterator[Suggestion]:
    """The figures and dates of each stretch, read by the rules of its language."""
    for start, end, spoken in stretches(body, language):
        text = body[start:end]
        figures = find_figures(text, spoken, find_dates(text, spoken, published)) if Kind.FIGURE in kinds else []
        dates = suggest_dates(text, spoken, published) if Kind.DATE in kinds else []
        for each in chain(figures, dates):
            yield replace(each, start=start + each.start, end=start + each.end) if start else each


class _Spans:
    """Stretches of a text, kept apart and sorted."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them shares a character with [start, end)."""
        at = bisect_right(self._ends, start)
        return at < len(self._starts) and self._starts[at] < end

    def add(self, start: int, end: int) -> None:
        """Take a stretch in; those that it touches become one with it."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        if first < last:
            start, end = min(start, self._starts[first]), max(end, self._ends[last - 1])
        self._starts[first:last] = [start]
        self._ends[first:last] = [end]


def _not_marked(suggestions: Iterable[Suggestion], annotations: Iterable[Annotation]) -> Iterator[Suggestion]:
    """Those whose words bear no annotation of their kind, or the very same one without the record."""
    marked: dict[Kind, _Spans] = defaultdict(_Spans)
    unlinked: dict[tuple[Kind, int, int], Annotation] = {}
    for annotation in annotations:
        if annotation.status is Status.REVIEW:
            continue  # its place is in an older text
        marked[annotation.tag.kind].add(annotation.start, annotation.end)
        if annotation.record is None:
            unlinked[annotation.tag.kind, annotation.start, annotation.end] = annotation
    for each in suggestions:
        if not marked[each.kind].touch(each.start, each.end):
            yield each
        elif each.record is not None and (same := unlinked.get((each.kind, each.start, each.end))):
            yield replace(each, tag=same.tag.id)


def _precedence(suggestion: Suggestion) -> tuple[bool, int, int, int]:
    length = suggestion.end - suggestion.start
    return suggestion.record is None, -length, _SOURCES.index(suggestion.source), suggestion.start


def _without_overlaps(suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """Of each kind no two that share words, sorted by start."""
    kept: list[Suggestion] = []
    taken: dict[Kind, _Spans] = defaultdict(_Spans)
    for each in sorted(suggestions, key=_precedence):
        if not taken[each.kind].touch(each.start, each.end):
            taken[each.kind].add(each.start, each.end)
            kept.append(each)
    return sorted(kept, key=lambda each: (each.start, -each.end, each.kind))
