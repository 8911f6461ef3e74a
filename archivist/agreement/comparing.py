# SPDX-License-Identifier: GPL-3.0-or-later
"""Comparing what annotators marked in the same articles.

An annotator is who made an annotation (its created_by). Compared are articles in which each of
them marked something: of others nobody knows whether they were read. Annotations for review stand
on no words and are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Generator, Sequence
from dataclasses import dataclass
from itertools import combinations

from archivist.agreement import measures, segments, unitizing
from archivist.agreement.differences import Disagreement, disagreements
from archivist.agreement.measures import Labels
from archivist.agreement.spans import Marked, SpanScore, exact, overlapping
from archivist.errors import InvalidValue
from archivist.model import Annotation, Progress, Status
from archivist.store import Archive

_AT_ONCE = 20  # articles between two tellings of progress


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the annotators agree; what is not defined is None.

    The kappas and alpha are of single characters: each is an item, its label the set of tags that
    an annotator gave it, or whether she gave it this tag. The unitizing alpha is of where units lie.
    """

    tag: str  # name; "" for all tags together
    counts: tuple[int, ...]  # annotations of each annotator
    cohen: float | None  # the mean over all pairs of annotators
    fleiss: float | None
    alpha: float | None
    unitizing_alpha: float | None
    exact: SpanScore  # of all pairs of annotators together
    overlapping: SpanScore


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing annotators came to."""

    annotators: tuple[str, ...]
    articles: tuple[str, ...]  # ids of those in which all of them marked something
    characters: int  # of these articles, in code points
    overall: Agreement
    tags: tuple[Agreement, ...]  # of each tag that any of them used, by name
    agreed: tuple[Annotation, ...]  # what all are at one about, as the first of them has it
    disagreements: tuple[Disagreement, ...]  # by article and place


def compare(
    archive: Archive, annotators: Sequence[str], articles: Collection[str] | None = None
) -> Generator[Progress, None, Comparison]:
    """Compare two or more annotators in these articles (ids), or in all. Raises InvalidValue, ArticleNotFound."""
    names = tuple(dict.fromkeys(annotators))
    known = [name for name, _ in archive.annotations.annotators()]
    for name in names:
        if name not in known:
            raise InvalidValue("annotator", name, f"two or more of those who marked something: {', '.join(known)}")
    if len(names) < 2:  # noqa: PLR2004 - it takes two to agree
        raise InvalidValue("set of annotators", ", ".join(names), "two or more names")
    common = archive.annotations.articles_of(names)
    chosen = [id_ for id_ in common if articles is None or id_ in articles]
    study = _Study(len(names))
    for done, id_ in enumerate(chosen):
        if done % _AT_ONCE == 0:
            yield Progress(done, len(chosen), "compare")
        found = [mark for mark in archive.annotations.of_article(id_) if mark.status is Status.ANCHORED]
        study.add([[mark for mark in found if mark.created_by == name] for name in names], archive, id_)
    return study.comparison(names, tuple(chosen))


class _Study:
    """Sums up article after article."""

    def __init__(self, annotators: int) -> None:
        self._pairs = list(combinations(range(annotators), 2))
        self._length = 0
        self._characters: Counter[Labels] = Counter()
        self._marks: list[list[Marked]] = [[] for _ in range(annotators)]  # on the texts put one behind the other
        self._exact: Counter[str] = Counter()
        self._overlapping: Counter[str] = Counter()
        self._agreed: list[Annotation] = []
        self._disagreements: list[Disagreement] = []

    def add(self, annotators: Sequence[Sequence[Annotation]], archive: Archive, article: str) -> None:
        """What all of them marked in one article (id)."""
        length = len(archive.articles.revision(article).body)
        marked = [[Marked(mark.start, mark.end, mark.tag.name) for mark in marks] for marks in annotators]
        self._characters += segments.characters(marked, length)
        for label in {span.label for spans in marked for span in spans}:
            spans = [[span for span in each if span.label == label] for each in marked]
            for one, other in self._pairs:
                self._exact[label] += exact(spans[one], spans[other]).matched
                self._overlapping[label] += overlapping(spans[one], spans[other]).matched
        for known, found in zip(self._marks, marked, strict=True):
            known.extend(Marked(span.start + self._length, span.end + self._length, span.label) for span in found)
        self._length += length
        agreed, differing = disagreements(annotators)
        self._agreed += agreed
        self._disagreements += differing

    def comparison(self, names: tuple[str, ...], articles: tuple[str, ...]) -> Comparison:
        """What all articles came to."""
        tags = sorted({span.label for spans in self._marks for span in spans}, key=lambda name: (name.casefold(), name))
        units = {tag: self._units(tag) for tag in tags}
        return Comparison(
            names,
            articles,
            self._length,
            self._agreement("", self._characters, list(units.values())),
            tuple(self._agreement(tag, segments.with_label(self._characters, tag), [units[tag]]) for tag in tags),
            tuple(self._agreed),
            tuple(self._disagreements),
        )

    def _units(self, tag: str) -> unitizing.Disagreement:
        spans = [[(start, end) for start, end, label in marks if label == tag] for marks in self._marks]
        return unitizing.disagreement(spans, self._length)

    def _agreement(self, tag: str, items: Counter[Labels], units: list[unitizing.Disagreement]) -> Agreement:
        counts = tuple(sum(not tag or span.label == tag for span in marks) for marks in self._marks)
        kappas = [measures.cohen_kappa(_of(items, one, other)) for one, other in self._pairs]
        defined = [kappa for kappa in kappas if kappa is not None]
        return Agreement(
            tag,
            counts,
            sum(defined) / len(defined) if defined else None,
            measures.fleiss_kappa(items),
            measures.krippendorff_alpha(items),
            unitizing.unitizing_alpha(units),
            self._score(self._exact[tag] if tag else self._exact.total(), counts),
            self._score(self._overlapping[tag] if tag else self._overlapping.total(), counts),
        )

    def _score(self, matched: int, counts: tuple[int, ...]) -> SpanScore:
        return SpanScore(
            matched, sum(counts[one] for one, _ in self._pairs), sum(counts[other] for _, other in self._pairs)
        )


def _of(items: Counter[Labels], one: int, other: int) -> Counter[Labels]:
    """The items as two of the annotators labelled them."""
    found: Counter[Labels] = Counter()
    for labels, count in items.items():
        found[labels[one], labels[other]] += count
    return found
