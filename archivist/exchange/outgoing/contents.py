# SPDX-License-Identifier: GPL-3.0-or-later
"""What is handed over: the chosen articles, with the annotations, records and relations that go with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from archivist.errors import ArticleNotFound
from archivist.exchange.outgoing.belonging import Belonging, Chosen
from archivist.model import (
    Annotation,
    Article,
    Claim,
    Kind,
    Loss,
    NodeType,
    Provenance,
    Record,
    Relation,
    Revision,
    Status,
    Tag,
)
from archivist.store import Archive

_ARTICLES_AT_ONCE = 100
_RECORDS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Selection:
    """What is to be handed over."""

    articles: tuple[str, ...]  # ids
    tags: frozenset[str] | None = None  # ids of the tags whose annotations go with them; None for all
    kinds: frozenset[Kind] | None = None
    annotators: frozenset[str] | None = None
    restricted: bool = False  # whether articles under embargo and redacted ones are meant, too
    today: str = ""  # yyyy-mm-dd, by which embargoes end; "" where it is not known: then none has ended

    def chooses(self, annotation: Annotation) -> bool:
        """Whether an annotation of its articles goes with them."""
        return (
            (self.tags is None or annotation.tag.id in self.tags)
            and (self.kinds is None or annotation.tag.kind in self.kinds)
            and (self.annotators is None or annotation.created_by in self.annotators)
        )

    @property
    def chooses_all(self) -> bool:
        """Whether all annotations of its articles go with them."""
        return self.tags is self.kinds is self.annotators is None


@dataclass(frozen=True, slots=True)
class HandedArticle:
    """An article on its way out."""

    article: Article
    revision: Revision
    annotations: tuple[Annotation, ...]  # chosen, by start, outer before inner; each on its words
    for_review: tuple[Annotation, ...]  # chosen, but their words are not at their place: keep them so, or leave them
    relations: tuple[Relation, ...]  # whose two ends are among `annotations`
    left_out: int = 0  # how many of its annotations were not chosen

    @property
    def text(self) -> str:
        """The text that the annotations mark, in code points."""
        return self.revision.body


@dataclass(frozen=True, slots=True)
class Fitted:
    """An article as a format can hold it, with what that takes off it."""

    handed: HandedArticle
    losses: tuple[Loss, ...] = ()


Fit = Callable[[HandedArticle], Fitted]


class Contents:
    """The chosen articles of an archive; read anew, article by article, each time they are asked for.

    Restricted articles are not among them, unless they are asked for: they are `withheld`. `fit` is
    that of the format.
    """

    def __init__(self, archive: Archive, selection: Selection, fit: Fit | None = None) -> None:
        self.archive = archive
        self.selection = selection
        self._fit = fit or Fitted
        self._belonging: Chosen | None = None
        chosen = set(selection.articles)
        held: set[str] = set()
        if not selection.restricted:
            restrictions = archive.articles.restrictions()
            held = {id_ for id_ in chosen & restrictions.keys() if restrictions[id_].holds(selection.today)}
        self.ids = sorted(chosen - held)
        self.withheld = sorted(held)

    def __len__(self) -> int:
        """How many articles there are."""
        return len(self.ids)

    def articles(self) -> Iterator[HandedArticle]:
        """The articles as the format can hold them, in the order of their ids. Raises ArticleNotFound."""
        return (fitted.handed for fitted in self.fitted())

    def fitted(self) -> Iterator[Fitted]:
        """The same, with what it took off each."""
        belonging = self.new_belonging() if self._belonging is None else None
        for ids in self.batches():
            articles = self.archive.articles.at_ids(ids)
            relations = _by_source(self.archive.relations.of_articles(ids))
            for id_, chosen, left_out in self._chosen(ids):
                if id_ not in articles:
                    raise ArticleNotFound(id_)
                if belonging is not None:
                    belonging.see(chosen)
                handed = self._handed(articles[id_], chosen, relations)
                yield self._fit(replace(handed, left_out=left_out))
        if belonging is not None:
            self._belonging = belonging.chosen()  # found out by the way, so that nobody need go through them again

    def annotations(self) -> Iterator[tuple[str, list[Annotation], int]]:
        """Each article (id) with its chosen annotations, those for review among them, and how many others it has."""
        for ids in self.batches():
            yield from self._chosen(ids)

    def _chosen(self, ids: Sequence[str]) -> Iterator[tuple[str, list[Annotation], int]]:
        for id_, marks in self.archive.annotations.of_articles(ids):
            chosen = [mark for mark in marks if self.selection.chooses(mark)]
            yield id_, chosen, len(marks) - len(chosen)

    def batches(self) -> Iterator[list[str]]:
        """The ids of the articles, some at a time."""
        return _batches(self.ids)

    def _handed(
        self, article: Article, chosen: list[Annotation], relations: Mapping[str, list[Relation]]
    ) -> HandedArticle:
        anchored = tuple(mark for mark in chosen if mark.status is Status.ANCHORED)
        there = {mark.id for mark in anchored}
        from_here = (relation for mark in anchored for relation in relations.get(mark.id, ()))
        return HandedArticle(
            article,
            self.archive.articles.revision(article.id),
            anchored,
            tuple(mark for mark in chosen if mark.status is not Status.ANCHORED),
            tuple(sorted((each for each in from_here if each.target.id in there), key=_age)),
        )

    @cached_property
    def tags(self) -> list[Tag]:
        """The whole codebook, in its order."""
        return self.archive.tags.all()

    @property
    def belonging(self) -> Chosen:
        """Which records and relations go with the articles, a whole before its parts."""
        if self._belonging is None:
            belonging = self.new_belonging()
            for _, chosen, _ in self.annotations():
                belonging.see(chosen)
            self._belonging = belonging.chosen()
        return self._belonging

    def new_belonging(self) -> Belonging:
        """What finds that out from the annotations, for who goes through them anyway."""
        chosen = len(self.ids) + len(self.withheld)
        is_all = self.selection.chooses_all and chosen == self.archive.articles.count()
        belonging = Belonging(self.archive, everything=is_all)
        if is_all:
            for ids in _batches(self.withheld):
                for _, marks in self.archive.annotations.of_articles(ids):
                    belonging.hold_back(marks)
        return belonging

    def records(self) -> Iterator[Record]:
        """The records that go with the articles."""
        ids = self.belonging.records
        for at in range(0, len(ids), _RECORDS_AT_ONCE):
            some = ids[at : at + _RECORDS_AT_ONCE]
            found = self.archive.records.at(some)
            yield from (found[id_] for id_ in some)

    def claims(self, article: str) -> list[Claim]:
        """The chosen figures of an article (id), read as claims."""
        return [claim for claim in self.archive.claims.of_article(article) if self.selection.chooses(claim.annotation)]

    def collections(self, article: str) -> list[str]:
        """The names of the collections that an article (id) is in."""
        return self.archive.collections.of_article(article)

    def collected(self, articles: Sequence[str]) -> dict[str, list[str]]:
        """The same of several articles (ids); those that are in none are left out."""
        return self.archive.collections.of_articles(articles)

    def provenance(self, article: str) -> Provenance:
        """How the text of an article (id) was made."""
        return self.archive.articles.provenance(article)

    def original(self, article: Article) -> bytes:
        """The bytes that an article was made from. Raises StorageFailed."""
        assert article.original is not None  # noqa: S101 - none is without
        return self.archive.originals.read(article.original.sha256)


def _batches(ids: list[str]) -> Iterator[list[str]]:
    for at in range(0, len(ids), _ARTICLES_AT_ONCE):
        yield ids[at : at + _ARTICLES_AT_ONCE]


def _by_source(relations: Iterable[Relation]) -> dict[str, list[Relation]]:
    """The relations between annotations, by the id of the one that they come from."""
    found: dict[str, list[Relation]] = {}
    for relation in relations:
        if relation.source.type is relation.target.type is NodeType.ANNOTATION:
            found.setdefault(relation.source.id, []).append(relation)
    return found


def _age(relation: Relation) -> tuple[str, str]:
    return relation.created_at, relation.id
