# SPDX-License-Identifier: GPL-3.0-or-later
"""An archive's articles as a STAM store, with their texts, in one JSON file."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from archivist.exchange.bundle.cleaning import Cleaning
from archivist.exchange.drafts import record_as_json
from archivist.exchange.files.json_fields import urn
from archivist.exchange.outgoing.contents import Contents
from archivist.exchange.stam import terms
from archivist.model import Annotation, Article, JsonValue, Loss, Progress, Record, Relation, Tag

# Makes the id of a store from those of its articles: the same set, the same id.
_STORES = UUID("8d0d3f0b-9a33-4d0c-a1c5-1f9f2f6a77e4")
_EACH = 50  # articles between two reports of progress

_Node = dict[str, JsonValue]


def write(contents: Contents, path: Path) -> Generator[Progress, None, Iterable[Loss]]:
    """Write the contents as a file at this path."""
    cleaning = Cleaning()
    reported = -_EACH
    with path.open("xb") as file:
        for done, chunk in _chunks(contents, cleaning):
            file.write(chunk.encode())
            if done >= reported + _EACH:
                reported = done
                yield Progress(done, 2 * len(contents), "write")
    return cleaning.losses()


def _chunks(contents: Contents, cleaning: Cleaning) -> Iterator[tuple[int, str]]:
    """The text of the file, with how many articles have been gone through, of twice as many."""
    id_ = urn(str(uuid5(_STORES, " ".join(contents.ids))))
    yield 0, f'{{"@type": "AnnotationStore",\n"@id": {_line(id_)},\n"resources": ['
    for done, id_ in enumerate(contents.ids):
        text = contents.archive.articles.revision(id_).body
        yield done, f"{',' if done else ''}\n{_line({'@type': 'TextResource', '@id': urn(id_), 'text': text})}"
    keys = [{"@type": "DataKey", "@id": key} for key in terms.KEYS]
    sets = [
        {"@type": "AnnotationDataSet", "@id": terms.SET, "keys": keys, "data": []},
        {
            "@type": "AnnotationDataSet",
            "@id": terms.TEXT_SET,
            "keys": [{"@type": "DataKey", "@id": terms.TEXT}],
            "data": [],
        },
    ]
    yield len(contents), f'\n],\n"annotationsets": {_line(sets)},\n"annotations": ['
    separator = "\n"
    for done, annotation in _annotations(contents, cleaning):
        yield len(contents) + done, f"{separator}{_line(annotation)}"
        separator = ",\n"
    yield 2 * len(contents), "\n]}\n"


def _annotations(contents: Contents, cleaning: Cleaning) -> Iterator[tuple[int, _Node]]:
    """Tags and records, then each article with its annotations and relations; then those that lead further."""
    for tag in contents.tags:
        yield 0, _tag(cleaning.clean(tag, "a tag", tag.id))
    for record in contents.records():
        yield 0, _record(cleaning.clean(record, "a record", record.id))
    written = set()
    for done, handed in enumerate(contents.articles()):
        id_ = handed.article.id
        collections = cleaning.clean(contents.collections(id_), "collections of an article", id_)
        yield done, _article(cleaning.clean(handed.article, "an article", id_), collections)
        for mark in handed.annotations:
            yield done, _mark(cleaning.clean(mark, "an annotation", mark.id))
        for mark in handed.for_review:
            yield done, _for_review(cleaning.clean(mark, "an annotation", mark.id))
        for relation in handed.relations:
            written.add(relation.id)
            yield done, _relation(cleaning.clean(relation, "a relation", relation.id))
    for relation in contents.belonging.relations:
        if relation.id not in written:
            yield len(contents), _relation(cleaning.clean(relation, "a relation", relation.id))


def _annotation(id_: str, target: _Node, data: Iterable[_Node]) -> _Node:
    return {"@type": "Annotation", "@id": id_, "target": target, "data": list(data)}


def _of_set(id_: str, key: str, definition: str) -> _Node:
    target = {"@type": "DataSetSelector", "annotationset": terms.SET}
    return _annotation(urn(id_), target, [terms.datum(key, definition)])


def _tag(tag: Tag) -> _Node:
    definition = {
        "name": tag.name,
        "kind": tag.kind,
        "colour": tag.colour,
        "shortcut": tag.shortcut,
        "parent": tag.parent,
        "description": tag.description,
    }
    return _of_set(tag.id, terms.TAG_DEFINITION, _line(definition))


def _record(record: Record) -> _Node:
    return _of_set(record.id, terms.RECORD_DEFINITION, record_as_json(record))


def _article(article: Article, collections: list[str]) -> _Node:
    values: dict[str, Any] = {name: getattr(article, name) for name in terms.ARTICLE_FIELDS}
    values[terms.COLLECTIONS] = list(collections)
    target = {"@type": "ResourceSelector", "resource": urn(article.id)}
    data = (terms.datum(name, value) for name, value in values.items() if value)
    return _annotation(f"{urn(article.id)}#description", target, data)


def _mark(mark: Annotation) -> _Node:
    target = {
        "@type": "TextSelector",
        "resource": urn(mark.article),
        "offset": {
            "@type": "Offset",
            "begin": {"@type": "BeginAlignedCursor", "value": mark.start},
            "end": {"@type": "BeginAlignedCursor", "value": mark.end},
        },
    }
    return _annotation(urn(mark.id), target, [*_said(mark), terms.datum(terms.TEXT, mark.quote, terms.TEXT_SET)])


def _for_review(mark: Annotation) -> _Node:
    """An annotation whose words are not at its place, which may not even be in the text."""
    target = {"@type": "ResourceSelector", "resource": urn(mark.article)}
    place = {name: getattr(mark, name) for name in (terms.START, terms.END, terms.QUOTE, terms.PREFIX, terms.SUFFIX)}
    where = (terms.datum(name, value) for name, value in place.items())
    return _annotation(urn(mark.id), target, [*_said(mark), terms.datum(terms.REVIEW, value=True), *where])


def _said(mark: Annotation) -> Iterator[_Node]:
    yield terms.datum(terms.TAG, mark.tag.name)
    if mark.note:
        yield terms.datum(terms.NOTE, mark.note)
    yield from (terms.datum(key, value) for key, value in terms.attribute_data(mark.attributes))
    others = {name: value for name, value in mark.attributes.items() if not terms.is_plain(value)}
    if others:
        yield terms.datum(terms.ATTRIBUTES, json.dumps(others, ensure_ascii=False, sort_keys=True))
    if mark.record is not None:
        yield terms.datum(terms.RECORD, urn(mark.record))
    yield terms.datum(terms.ANNOTATOR, mark.created_by)
    yield terms.datum(terms.CREATED, mark.created_at)
    yield terms.datum(terms.MODIFIED, mark.modified_at)


def _relation(relation: Relation) -> _Node:
    ends = [{"@type": "AnnotationSelector", "annotation": urn(node.id)} for node in (relation.source, relation.target)]
    data = [terms.datum(terms.RELATION, relation.type)]
    if relation.note:
        data.append(terms.datum(terms.NOTE, relation.note))
    data.append(terms.datum(terms.ANNOTATOR, relation.created_by))
    data.append(terms.datum(terms.CREATED, relation.created_at))
    return _annotation(urn(relation.id), {"@type": "DirectionalSelector", "selectors": ends}, data)


def _line(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False)
