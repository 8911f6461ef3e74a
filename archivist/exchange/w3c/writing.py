# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotations as one file of Web Annotations, an AnnotationCollection of one page.

Each annotation is as in a bundle, the address of its article as a URN; the articles themselves,
the tags and the records are described at its head. A relation is an annotation that links.
"""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from uuid import UUID, uuid5

from archivist.exchange import web_annotation
from archivist.exchange.bundle.cleaning import Cleaning
from archivist.exchange.files.json_fields import urn
from archivist.exchange.outgoing.contents import Contents
from archivist.exchange.w3c import descriptions
from archivist.model import JsonValue, Loss, Progress, Relation

# Makes the id of a collection from those of its articles: the same set, the same id.
_COLLECTIONS = UUID("0a3c1e57-6f1b-4b86-8f0c-5f4d3f5b7e21")
_EACH = 50  # articles between two reports of progress


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


def relation_annotation(relation: Relation) -> dict[str, JsonValue]:
    """A relation, as an annotation of the one end that links it to the other."""
    bodies: list[dict[str, JsonValue]] = [
        {"type": "TextualBody", "purpose": "tagging", "value": relation.type},
        {"type": "SpecificResource", "purpose": "linking", "source": urn(relation.target.id)},
    ]
    if relation.note:
        bodies.append({"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": relation.note})
    return {
        "id": urn(relation.id),
        "type": "Annotation",
        "motivation": "linking",
        "creator": {"type": "Person", "name": relation.created_by},
        "created": relation.created_at,
        "body": bodies,
        "target": urn(relation.source.id),
    }


def _chunks(contents: Contents, cleaning: Cleaning) -> Iterator[tuple[int, str]]:
    """The text of the file, with how many articles have been gone through, of twice as many."""
    id_ = urn(str(uuid5(_COLLECTIONS, " ".join(contents.ids))))
    page = f"{id_}#page-1"
    yield 0, f'{{"@context": {_line(web_annotation.CONTEXT)},\n"id": {_line(id_)},\n"type": "AnnotationCollection",\n'
    yield 0, f'"label": "Annotations of press coverage",\n"{descriptions.REFERENCES}": ['
    separator = "\n"
    for done, node in _described(contents, cleaning):
        yield done, f"{separator}{_line(node)}"
        separator = ",\n"
    yield len(contents), "\n]"
    total = 0
    for done, annotation in _annotations(contents, cleaning):
        # A page has an annotation at least: an empty collection has none.
        opening = f',\n"first": {{"id": {_line(page)}, "type": "AnnotationPage", "startIndex": 0, "items": [\n'
        yield len(contents) + done, f"{',' if total else opening}{_line(annotation)}\n"
        total += 1
    if total:
        yield 2 * len(contents), f'\n]}},\n"last": {_line(page)}'
    yield 2 * len(contents), f',\n"total": {total}}}\n'


def _described(contents: Contents, cleaning: Cleaning) -> Iterator[tuple[int, JsonValue]]:
    for tag in contents.tags:
        yield 0, descriptions.tag_node(cleaning.clean(tag, "a tag", tag.id))
    for record in contents.records():
        yield 0, descriptions.record_node(cleaning.clean(record, "a record", record.id))
    for done, id_ in enumerate(contents.ids):
        article = cleaning.clean(contents.archive.articles.get(id_), "an article", id_)
        collections = cleaning.clean(contents.collections(id_), "collections of an article", id_)
        yield done, descriptions.article_node(article, collections)


def _annotations(contents: Contents, cleaning: Cleaning) -> Iterator[tuple[int, JsonValue]]:
    """All annotations, each article's with the relations in it; then the relations that lead further."""
    written = set()
    for done, handed in enumerate(contents.articles()):
        for mark in (*handed.annotations, *handed.for_review):
            yield done, web_annotation.to_json(cleaning.clean(mark, "an annotation", mark.id))
        for relation in handed.relations:
            written.add(relation.id)
            yield done, relation_annotation(cleaning.clean(relation, "a relation", relation.id))
    for relation in contents.belonging.relations:
        if relation.id not in written:
            yield len(contents), relation_annotation(cleaning.clean(relation, "a relation", relation.id))


def _line(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False)
