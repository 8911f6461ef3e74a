# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a format's own reader finds all that its writer was given."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from archivist.exchange.format import Format
from archivist.exchange.items import Item, Problem, ReadAnnotation, ReadDocument, ReadRecord, ReadRelation, ReadTag
from archivist.exchange.outgoing.contents import Contents, Selection
from archivist.model import Annotation, Loss, NodeType, Relation
from archivist.store import Archive
from tests.long_work import run_to_end


def contents_of(archive: Archive, ids: Iterable[str] = ()) -> Contents:
    """These articles, or all."""
    chosen = tuple(ids) or tuple(archive.articles.ids(archive.articles.rows()))
    return Contents(archive, Selection(chosen))


def written(format_: Format, contents: Contents, path: Path) -> list[Loss]:
    """Write the contents there; returns what the format lost."""
    assert format_.write is not None
    return list(run_to_end(format_.write(contents, path)))


def items_of(format_: Format, path: Path) -> list[Item]:
    """All that is read there."""
    assert format_.read is not None
    return list(format_.read(path))


def documents_of(items: Iterable[Item]) -> list[ReadDocument]:
    """The documents among them."""
    return [item for item in items if isinstance(item, ReadDocument)]


def problems_of(items: Iterable[Item]) -> list[Problem]:
    """All problems, also those of documents."""
    found: list[Problem] = []
    for item in items:
        found += item.problems if isinstance(item, ReadDocument) else [item] if isinstance(item, Problem) else []
    return found


def assert_brought_back(format_: Format, contents: Contents, path: Path) -> None:
    """What is read at the path are the contents, ids included."""
    items = items_of(format_, path)
    assert problems_of(items) == []
    documents = {document.id: document for document in documents_of(items)}
    assert sorted(documents) == contents.ids
    relations = [_bare(item, item.source, item.target) for item in items if isinstance(item, ReadRelation)]
    for handed in contents.articles():
        document, article = documents[handed.article.id], handed.article
        assert document.text == handed.text
        known = ("title", "outlet", "byline", "section", "url", "published", "captured", "language")
        assert {name: getattr(document, name) for name in known} == {name: getattr(article, name) for name in known}
        assert list(document.collections) == contents.collections(article.id)
        assert sorted(map(_read, document.annotations)) == sorted(map(_kept, handed.annotations))
        ids = {mark.key: mark.id for mark in document.annotations}
        relations += [_with_ids(relation, ids) for relation in document.relations]
    assert sorted(map(str, relations)) == sorted(map(str, map(_kept_relation, contents.belonging.relations)))
    records = [item for item in items if isinstance(item, ReadRecord)]
    assert {record.id: record.draft for record in records} == {each.id: each.draft for each in contents.records()}
    assert len(records) == len({record.id for record in records})
    names = {tag.id: tag.name for tag in contents.tags}
    assert [item for item in items if isinstance(item, ReadTag)] == [
        ReadTag(
            *(tag.name, tag.name, tag.id, str(tag.kind), tag.colour, names.get(tag.parent or "", "")),
            *(tag.description, tag.shortcut),
        )
        for tag in contents.tags
    ]


def _read(mark: ReadAnnotation) -> tuple[object, ...]:
    said = (mark.note, repr(dict(sorted(mark.attributes.items()))), mark.record, mark.annotator)
    return (mark.id, mark.start, mark.end, mark.label, mark.quote, *said, mark.created_at, mark.modified_at)


def _kept(mark: Annotation) -> tuple[object, ...]:
    said = (mark.note, repr(dict(sorted(mark.attributes.items()))), mark.record or "", mark.created_by)
    return (mark.id, mark.start, mark.end, mark.tag.name, mark.quote, *said, mark.created_at, mark.modified_at)


def _with_ids(relation: ReadRelation, ids: dict[str, str]) -> ReadRelation:
    ends = [
        ids[key] if type_ is NodeType.ANNOTATION else key
        for key, type_ in ((relation.source, relation.source_type), (relation.target, relation.target_type))
    ]
    return _bare(relation, *ends)


def _bare(relation: ReadRelation, source: str, target: str) -> ReadRelation:
    types = (relation.source_type, relation.target_type)
    return ReadRelation(relation.type, source, target, *types, relation.note, relation.id)


def _kept_relation(relation: Relation) -> ReadRelation:
    source, target = relation.source, relation.target
    return ReadRelation(relation.type, source.id, target.id, source.type, target.type, relation.note, relation.id)
