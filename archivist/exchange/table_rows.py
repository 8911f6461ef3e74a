# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of all tables of articles that are handed over, for CSV files and for workbooks alike.

Rows come some at a time, those of one article or a number of records together, each list when it is
asked for, so that no table has to be held whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from archivist.exchange import record_tables, tables
from archivist.exchange.outgoing.belonging import Belonging
from archivist.exchange.outgoing.contents import Contents
from archivist.exchange.tables import Cell, Table
from archivist.model import Kind, Node, NodeType, Record, Relation

_Thing = TypeVar("_Thing")
Rows = Iterable[Sequence[Sequence[Cell]]]

_RECORDS_AT_ONCE = 500


class Clean(Protocol):
    """What makes the texts of a thing writable; it is `what`, of the thing with this id."""

    def __call__(self, thing: _Thing, what: str, id_: str) -> _Thing: ...


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """The records and relations that go with the articles."""

    names: Mapping[str, str]  # of the records, by id, a whole before its parts
    kinds: Mapping[str, Kind]  # of the same
    passages: Mapping[str, int]  # how many annotations are linked to each record (id)
    words: Mapping[str, str]  # of the annotations (id) that relations join
    relations: Sequence[Relation]


def spoken_of(contents: Contents, belonging: Belonging) -> SpokenOf:
    """What the articles speak of, once all their annotations have been seen."""
    chosen = belonging.chosen()
    names: dict[str, str] = {}
    kinds: dict[str, Kind] = {}
    for records in _batches(contents, chosen.records):
        names |= {record.id: record.name for record in records}
        kinds |= {record.id: record.kind for record in records}
    return SpokenOf(names, kinds, belonging.passages, belonging.words, chosen.relations)


def rows_of(contents: Contents, spoken: SpokenOf, clean: Clean) -> dict[Table, Rows]:
    """The tables in their order, with the rows of each; each to be gone through once."""
    maker = _Rows(contents, spoken, clean)
    return {
        tables.ARTICLES: map(maker.article, contents.ids),
        tables.ANNOTATIONS: maker.annotations(),
        tables.TAGS: iter([maker.tags()]),
        **{table: maker.records(kind) for kind, table in record_tables.TABLE_OF_KIND.items()},
        record_tables.CLAIMS: map(maker.claims, contents.ids),
        record_tables.RELATIONS: maker.relations(),
    }


def as_it_is(thing: _Thing, what: str, id_: str) -> _Thing:
    """Cleans nothing, where whatever an archive holds can be written."""
    del what, id_
    return thing


class _Rows:
    """Makes the rows."""

    def __init__(self, contents: Contents, spoken: SpokenOf, clean: Clean) -> None:
        self._contents = contents
        self._archive = contents.archive
        self._spoken = spoken
        self._clean = clean

    def article(self, id_: str) -> list[list[Cell]]:
        """The row of an article."""
        archive, clean = self._archive, self._clean
        return [
            tables.article_cells(
                clean(archive.articles.get(id_), "an article", id_),
                archive.articles.revision(id_),
                clean(archive.articles.provenance(id_), "the provenance of an article", id_),
                clean(archive.collections.of_article(id_), "collections of an article", id_),
            )
        ]

    def annotations(self) -> Iterator[list[list[Cell]]]:
        """The rows of annotations, by article."""
        for _, chosen, _ in self._contents.annotations():
            cleaned = (self._clean(mark, "an annotation", mark.id) for mark in chosen)
            yield [tables.annotation_cells(mark, self._spoken.names.get(mark.record or "", "")) for mark in cleaned]

    def tags(self) -> list[list[Cell]]:
        """The rows of all tags."""
        return [tables.tag_cells(self._clean(tag, "a tag", tag.id)) for tag in self._contents.tags]

    def records(self, kind: Kind) -> Iterator[list[list[Cell]]]:
        """The rows of the records of a kind."""
        ids = [id_ for id_, its_kind in self._spoken.kinds.items() if its_kind is kind]
        for records in _batches(self._contents, ids):
            cleaned = (self._clean(record, "a record", record.id) for record in records)
            yield [record_tables.record_cells(each, self._spoken.passages.get(each.id, 0)) for each in cleaned]

    def claims(self, id_: str) -> list[list[Cell]]:
        """The rows of the claims of an article."""
        claims = {claim.annotation.id: claim for claim in self._contents.claims(id_)}
        annotations = self._archive.annotations.of_article(id_) if claims else []
        found = (replace(claims[mark.id], annotation=mark) for mark in annotations if mark.id in claims)
        cleaned = (self._clean(claim, "a claim", claim.annotation.id) for claim in found)
        return [record_tables.claim_cells(claim, self._spoken.names, self._spoken.kinds) for claim in cleaned]

    def relations(self) -> Iterator[list[list[Cell]]]:
        """The rows of relations."""
        names = {Node(NodeType.RECORD, id_): name for id_, name in self._spoken.names.items()}
        names |= {Node(NodeType.ANNOTATION, id_): quote for id_, quote in self._spoken.words.items()}
        return ([record_tables.relation_cells(relation, names)] for relation in self._spoken.relations)


def _batches(contents: Contents, ids: Sequence[str]) -> Iterator[list[Record]]:
    for at in range(0, len(ids), _RECORDS_AT_ONCE):
        some = ids[at : at + _RECORDS_AT_ONCE]
        found = contents.archive.records.at(some)
        yield [found[id_] for id_ in some]
