# SPDX-License-Identifier: GPL-3.0-or-later
"""What is handed over: the chosen articles, with the annotations, records and relations that go with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from archivist.exchange.belonging import Belonging, Chosen
from archivist.model import (
    Annotation,
    Article,
    Claim,
    Kind,
    NodeType,
    Provenance,
    Record,
    Relation,
    Revision,
    Status,
    Tag,
)
from archivist.store import Archive

_RECORDS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Selection:
    """What is to be handed over."""

    articles: tuple[str, ...]  # ids
    tags: frozenset[str] | None = None  # ids of the tags whose annotations go with them; None for all
    kinds: frozenset[Kind] | None = None


@dataclass(frozen=True, slots=True)
class HandedArticle:
    """An article on its way out."""

    article: Article
    revision: Revision
    annotations: tuple[Annotation, ...]  # chosen, by start, outer before inner; each on its words
    for_review: tuple[Annotation, ...]  # chosen, but their words are not at their place: keep them so, or leave them
    relations: tuple[Relation, ...]  # whose two ends are among `annotations`

    @property
    def text(self) -> str:
        """The text that the annotations mark, in code points."""
        return self.revision.body


class Contents:
    """The chosen articles of an archive; read anew, article by article, each time they are asked for."""

    def __init__(self, archive: Archive, selection: Selection) -> None:
        self.archive = archive
        self.selection = selection
        self.ids = sorted(set(selection.articles))

    def __len__(self) -> int:
        """How many articles there are."""
        return len(self.ids)

    def articles(self) -> Iterator[HandedArticle]:
        """The articles, in the order of their ids."""
        for id_ in self.ids:
            chosen = [mark for mark in self.archive.annotations.of_article(id_) if self._is_chosen(mark)]
            anchored = tuple(mark for mark in chosen if mark.status is Status.ANCHORED)
            there = {mark.id for mark in anchored}
            yield HandedArticle(
                self.archive.articles.get(id_),
                self.archive.articles.revision(id_),
                anchored,
                tuple(mark for mark in chosen if mark.status is not Status.ANCHORED),
                tuple(
                    relation
                    for relation in self.archive.relations.of_article(id_)
                    if all(
                        end.type is NodeType.ANNOTATION and end.id in there
                        for end in (relation.source, relation.target)
                    )
                ),
            )

    @cached_property
    def tags(self) -> list[Tag]:
        """The whole codebook, in its order."""
        return self.archive.tags.all()

    @cached_property
    def belonging(self) -> Chosen:
        """Which records and relations go with the articles, a whole before its parts."""
        belonging = Belonging(self.archive, everything=len(self.ids) == self.archive.articles.count())
        for id_ in self.ids:
            belonging.see(mark for mark in self.archive.annotations.of_article(id_) if self._is_chosen(mark))
        return belonging.chosen()

    def records(self) -> Iterator[Record]:
        """The records that go with the articles."""
        ids = self.belonging.records
        for at in range(0, len(ids), _RECORDS_AT_ONCE):
            some = ids[at : at + _RECORDS_AT_ONCE]
            found = self.archive.records.at(some)
            yield from (found[id_] for id_ in some)

    def claims(self, article: str) -> list[Claim]:
        """The chosen figures of an article (id), read as claims."""
        return [claim for claim in self.archive.claims.of_article(article) if self._is_chosen(claim.annotation)]

    def collections(self, article: str) -> list[str]:
        """The names of the collections that an article (id) is in."""
        return self.archive.collections.of_article(article)

    def provenance(self, article: str) -> Provenance:
        """How the text of an article (id) was made."""
        return self.archive.articles.provenance(article)

    def original(self, article: Article) -> bytes:
        """The bytes that an article was made from. Raises StorageFailed."""
        assert article.original is not None  # noqa: S101 - none is without
        return self.archive.originals.read(article.original.sha256)

    def _is_chosen(self, annotation: Annotation) -> bool:
        tags, kinds = self.selection.tags, self.selection.kinds
        return (tags is None or annotation.tag.id in tags) and (kinds is None or annotation.tag.kind in kinds)
