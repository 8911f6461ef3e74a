# SPDX-License-Identifier: GPL-3.0-or-later
"""What of the contents a format does not keep, counted in plain words, aspect by aspect."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from archivist.exchange.format import Aspect
from archivist.exchange.outgoing.contents import Contents, Fitted, HandedArticle
from archivist.loss_reports import BEGINNING
from archivist.model import Annotation, ExportPreview, Loss, NodeType

_WHY_RESTRICTED = "are under embargo or redacted, and restricted articles were not asked for"
_WHY_FILTERED = "bear another tag, are of another kind or by another annotator than was asked for"
_NO_PLACE = "the format has no place for them"
_WHY: dict[Aspect, str] = {
    Aspect.TEXT: "the format holds what was marked, not the texts",
    Aspect.ARTICLE_IDS: "the format has no place for the ids of articles; by them they would be known again",
    Aspect.ANNOTATION_IDS: "the format has no place for the ids of annotations; by them they would be known again",
    Aspect.FOR_REVIEW: "the words that they marked are not at their place in the text",
    Aspect.ORIGINAL: "the files that were imported are not part of the format",
    Aspect.PROVENANCE: "the format does not say how and when the texts were made from the originals",
    Aspect.HISTORY: "the format does not say who changed what and when",
    Aspect.CODEBOOK: "the format does not describe tags: their kind, parent, colour, key and description",
    Aspect.RELATIONS: "the format does not relate annotations",
    Aspect.CROSS_RELATIONS: "the format does not relate annotations of different articles",
    Aspect.RECORD_RELATIONS: "the format does not relate records",
    Aspect.RECORD_TIMES: "the format does not say who made them and when",
    Aspect.RELATION_TIMES: "the format does not say who made them and when",
}
_RELATIONS = frozenset((Aspect.RELATIONS, Aspect.CROSS_RELATIONS, Aspect.RECORD_RELATIONS))
_WHY_END_LOST = "an annotation at one of their ends is not carried"

# What is counted an article, and what an annotation.
_OF_ARTICLES: Mapping[Aspect, Callable[[HandedArticle], object]] = {
    Aspect.TEXT: lambda _: True,
    Aspect.TITLE: lambda handed: handed.article.title,
    Aspect.OUTLET: lambda handed: handed.article.outlet,
    Aspect.BYLINE: lambda handed: handed.article.byline,
    Aspect.SECTION: lambda handed: handed.article.section,
    Aspect.URL: lambda handed: handed.article.url,
    Aspect.PUBLISHED: lambda handed: handed.article.published,
    Aspect.CAPTURED: lambda handed: handed.article.captured,
    Aspect.LANGUAGE: lambda handed: handed.article.language,
    Aspect.ORIGINAL: lambda handed: handed.article.original,
    Aspect.PROVENANCE: lambda _: True,
    Aspect.RESTRICTIONS: lambda handed: handed.article.restriction,
    Aspect.ARTICLE_IDS: lambda _: True,
    Aspect.HISTORY: lambda _: True,
}
_OF_ANNOTATIONS: Mapping[Aspect, Callable[[Annotation], object]] = {
    Aspect.ANNOTATION_IDS: lambda _: True,
    Aspect.NOTES: lambda annotation: annotation.note,
    Aspect.ATTRIBUTES: lambda annotation: annotation.attributes,
    Aspect.ANNOTATORS: lambda annotation: annotation.created_by,
    Aspect.TIMES: lambda _: True,
    Aspect.RECORD_LINKS: lambda annotation: annotation.record,
}


class Tally:
    """Counts what a format that keeps these aspects carries of the contents, and what it does not."""

    def __init__(self, contents: Contents, keeps: frozenset[Aspect]) -> None:
        self._contents = contents
        self._keeps = keeps
        self._there: Counter[Aspect] = Counter()  # how many of each there are
        self._own: tuple[Loss, ...] = ()
        self._left_out = 0
        self._within = 0  # relations between annotations of one article, as the format can hold it
        self._annotations = 0  # that are carried

    def see(self, fitted: Fitted) -> None:
        """Count an article; each has to be seen once."""
        handed = fitted.handed
        if fitted.losses:
            self._own = merged([*self._own, *fitted.losses])
        self._left_out += handed.left_out
        self._there.update(aspect for aspect, has in _OF_ARTICLES.items() if has(handed))
        self._there[Aspect.ANNOTATIONS] += len(handed.annotations)
        self._there[Aspect.FOR_REVIEW] += len(handed.for_review)
        if Aspect.ANNOTATIONS not in self._keeps:
            return
        self._within += len(handed.relations)
        carried = handed.annotations
        if Aspect.FOR_REVIEW in self._keeps:
            carried += handed.for_review
        self._annotations += len(carried)
        for aspect, has in _OF_ANNOTATIONS.items():
            self._there[aspect] += sum(1 for annotation in carried if has(annotation))

    def told(self, own: Iterable[Loss] = ()) -> ExportPreview:
        """What is carried and what is not, once all articles have been seen; `own` is what the writer tells."""
        contents = self._contents
        counts = self._there | self._relations()
        counts[Aspect.RECORDS] = len(contents.belonging.records)
        counts[Aspect.CODEBOOK] = len(contents.tags)
        counts[Aspect.COLLECTIONS] = sum(len(contents.collected(ids)) for ids in contents.batches())
        without_end = 0
        if Aspect.RELATIONS in self._keeps and Aspect.CROSS_RELATIONS not in self._keeps:  # they are those of articles
            without_end = counts[Aspect.RELATIONS] - self._within
        records = counts[Aspect.RECORDS] if Aspect.RECORDS in self._keeps else 0
        relations = sum(counts[aspect] for aspect in _RELATIONS & self._keeps) - without_end
        counts |= {Aspect.RECORD_TIMES: records, Aspect.RELATION_TIMES: relations}
        lost = [
            *not_chosen(contents, self._left_out),
            *(
                Loss(aspect, counts[aspect], _WHY.get(aspect, _NO_PLACE))
                for aspect in Aspect
                if aspect not in self._keeps
            ),
            Loss(Aspect.RELATIONS, without_end, _WHY_END_LOST),
        ]
        return ExportPreview(
            len(contents),
            self._annotations,
            merged([*lost, *contents.belonging.losses, *self._own, *own]),
            records,
            relations,
        )

    def _relations(self) -> Counter[Aspect]:
        belonging = self._contents.belonging
        counts: Counter[Aspect] = Counter()
        for relation in belonging.relations:
            ends = (relation.source, relation.target)
            if any(end.type is NodeType.RECORD for end in ends):
                counts[Aspect.RECORD_RELATIONS] += 1
            elif Aspect.ANNOTATIONS in self._keeps:  # else they are lost with what they join
                articles = {belonging.articles[end.id] for end in ends}
                counts[Aspect.RELATIONS if len(articles) == 1 else Aspect.CROSS_RELATIONS] += 1
        return counts


def not_chosen(contents: Contents, annotations: int) -> tuple[Loss, ...]:
    """The restricted articles and so many annotations, which were not asked for."""
    return merged(
        (
            Loss("restricted articles", len(contents.withheld), _WHY_RESTRICTED),
            Loss("annotations not chosen", annotations, _WHY_FILTERED),
        )
    )


def merged(losses: Iterable[Loss]) -> tuple[Loss, ...]:
    """The losses that are any, those of one cause as one."""
    counts: dict[tuple[str, str], int] = {}
    for loss in losses:
        counts[loss.what, loss.why] = counts.get((loss.what, loss.why), 0) + loss.count
    return tuple(Loss(what, count, why) for (what, why), count in counts.items() if count)


def loss_report(name: str, losses: Iterable[Loss]) -> str:
    """The losses of an export of this name, for a person."""
    lines = [f"{loss.what} ({loss.count}): {loss.why}" for loss in losses]
    return "\n".join([f"{BEGINNING}{name}", "", *lines, ""])
